"""Roles around an event's noun: "a Taliban attack on", "clashes between A and B", "the killing of"."""

from dateline.frames.cast.given import add
from dateline.frames.cast.group import take
from dateline.frames.cast.kin import one_phrase
from dateline.frames.cast.party import and_also
from dateline.frames.frame import Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.model.incident import Role as RoleName
from dateline.packs.roles import roles


def of_noun(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """Roles around an event noun: "a Taliban attack on", "clashes between A and B", "the killing of", light verbs above it."""
    v = r.view
    for h in range(act.first, act.last + 1):
        if v.verbal(h) and h == act.token and not act.noun:
            continue
        for prep, noun in v.preps(h):
            _of_prep(r, frame, act, out, prep, noun)
        for c in v.children[h]:
            if v.dep[c] in ("compound", "nmod:poss", "amod") and (p := r.party_at.get(c)) and p.last < h:
                verb = v.tag[act.first].startswith("VB") and "under" not in v.low[act.first : p.first]
                done_to = verb and act.first < p.first  # "shelled rebel positions", not "came under rebel fire"
                hit = done_to or (act.act == "bomb" and v.low[h] in roles().things.sites)
                add(out, "b" if hit else "a", p, None, c)
        front = next((p for p in r.parties if p.last == act.first - 1 and p.kind == "state"), None)
        if front is not None and act.noun and act.act in ("air", "shell", "strike", "attack"):
            add(out, "a", front, None, front.head)  # "an overnight Russian drone attack"
        if act.act == "clash" and h == act.token:
            prep_between(r, h, frame, out)
            _after_fight(r, frame, act, out)
            _with_after(r, frame, act, out)
        elif v.low[h] in ("battle", "battles"):
            _with_after(r, frame, act, out)  # "running battles with police"
        _carried(r, frame, h, out)


def _of_prep(r: Reading, frame: Frame, act: Trigger, out: list[Role], prep: str, noun: int) -> None:
    """One preposition of the noun: "by", "between", "on"."""
    if prep == "by":
        take(r, frame, noun, "a", out)
    elif prep in roles().marks.between:
        pair(r, frame, noun, out)
    elif prep == "from" and act.act in ("shell", "shoot"):
        take(r, frame, noun, "a", out, only_party=True)
    elif (
        prep in ("on", "against", "at", "upon")
        or (prep == "with" and act.act == "clash")
        or (prep == "for" and r.view.low[act.last] == "ambush")
        or (prep == "of" and act.act in ("kill", "abduct", "arrest", "sexual", "bodies"))
    ):
        take(r, frame, noun, "b", out)


def _carried(r: Reading, frame: Frame, noun: int, out: list[Role]) -> None:
    """ "The rebels launched an attack against …": the sides that stand with the light verb above the noun."""
    v, over = r.view, r.view.head[noun]
    base = v.base(noun)
    if over == noun or not v.verbal(over):
        return
    if base == "nsubj" and v.low[over] in roles().deeds.lands:
        take(r, frame, v.object(over), "b", out, only_party=True)  # "one strike engaged an ISIL unit"
        return
    if v.low[over] not in roles().deeds.light:
        return
    if base not in ("obj", "obl", "nsubj"):
        return
    doer = v.agent(over) if v.passive(over) else (v.subject(over) if base != "nsubj" else None)
    take(r, frame, doer, "a", out)
    for prep, x in v.preps(over):
        if prep in ("against", "on", "at"):
            take(r, frame, x, "b", out)


def _with_after(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "skirmishes with militants", "a firefight with police": the party right after "with", wherever the tree hangs it."""
    v = r.view
    for i in range(act.token + 1, min(act.last + 4, frame.last + 1)):
        if v.low[i] in ("with", "against"):
            party = next((p for p in r.parties if i < p.first <= i + 3), None)
            if party is not None:
                add(out, "b", party, None, party.head)
                twin = and_also(r, party)
                if twin is not None:
                    add(out, "assoc_b", twin, None, twin.head)
            return


def _after_fight(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "Marines freed a trader after a gunfight with rebels": who opens the sentence and does what follows the fight fought it."""
    low, tag = r.view.low, r.view.tag
    after = next((k for k in range(act.first, max(act.first - 5, 0), -1) if low[k] in ("after", "following")), None)
    p = next((p for p in r.parties if frame.first <= p.first), None)
    if after is None or p is None or not p.armed or p.last + 1 >= after:
        return
    done = tag[p.last + 1] in ("VBD", "VBP", "VBN") and low[p.last + 1] not in ("was", "were", "had")
    if done and not any(x.role == "a" for x in out):
        add(out, "a", p, None, p.head)


def prep_between(r: Reading, token: int, frame: Frame, out: list[Role]) -> bool:
    """ "fighting between A and B" where the tree hangs the pair elsewhere."""
    v = r.view
    for i in range(token, min(token + 24, frame.last + 1)):
        if v.low[i] in ("between", "pitting") and i + 1 < len(v):
            inside = [p for p in r.parties if p.first > i and p.first < i + 14 and p.last <= frame.last]
            if len(inside) >= 2:
                add(out, "a", inside[0], None, inside[0].head)
                add(out, "b", inside[1], None, inside[1].head)
                return True
    return False


def pair(r: Reading, frame: Frame, noun: int, out: list[Role]) -> None:
    """ "between A and B": the first is a, the second b."""
    if frame.has("clash") and one_phrase(r, frame, noun, out):
        return
    parties: list[Party] = []
    for c in r.view.conjuncts(noun):
        p = r.party_at.get(c)
        if p is None:
            p = next((r.party_at[k] for k in sorted(r.view.below(c)) if k in r.party_at), None)
        if p and p not in parties:
            parties.append(p)
    if len(parties) < 2:
        speakers = {s.head for s in r.said}
        after = [
            p
            for p in r.parties
            if p.first >= noun - 3 and p.last <= frame.last and p not in parties and p.head not in speakers
        ]
        parties = (parties + after)[:2]
    sides: tuple[RoleName, RoleName] = ("a", "b")
    for p, role in zip(parties, sides, strict=False):
        add(out, role, p, None, p.head)
