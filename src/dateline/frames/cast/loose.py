"""Doers and victims where the tree names nobody: by word order, by whose the weapon or the raid is."""

from dateline.frames.cast.clash import FIGHTS, REPELS, answers_fire
from dateline.frames.cast.deed import HARM, met_mine
from dateline.frames.cast.given import add
from dateline.frames.cast.party import and_also, person_at, twin_of, undisguised
from dateline.frames.frame import Frame, Role
from dateline.frames.order import by_agent, doer, doer_at, governed, someone, target
from dateline.frames.reading import Reading
from dateline.frames.sides import helps
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.model.incident import Role as RoleName
from dateline.packs.roles import roles

_NO_DOER = frozenset({"bodies", "agree", "withdraw", "protest", "change", "base"})


def right_before(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """No doer found: the party right before the deed does it, unless the deed is passive or the sentence's speaker stands there."""
    if any(x.role == "a" for x in out) or not acts or acts[0].act in ("bodies", "agree", "disrupt"):
        return
    act = acts[0]
    v = r.view
    if v.verbal(act.token) and v.passive(act.token):
        by = next((i for i in range(act.last + 1, min(act.last + 6, frame.last + 1)) if v.low[i] == "by"), None)
        party = next((p for p in r.parties if by is not None and by < p.first <= by + 4), None)
        if party:
            add(out, "a", party, None, party.head)
        return
    if act.noun or not v.verbal(act.token):
        return
    speakers = {s.head for s in r.said}
    before = [
        p for p in r.parties
        if frame.first <= p.first and p.last < act.first and _beside(r, p, act) and p.head not in speakers and v.base(p.head) not in ("compound", "amod", "obl") and not governed(r, p)
    ]  # fmt: skip
    close = [p for p in r.parties if frame.first <= p.first and p.last == act.first - 1 and p.head not in speakers]
    if (
        not before
        and close
        and close[-1].armed
        and not _target_of(r, close[-1])
        and (v.object(act.token) is not None or v.low[act.last] == "dead")
    ):
        before = close  # "On Monday night gunmen killed two": right before the deed, whatever the tree says
        out[:] = [x for x in out if x.party is not close[-1]]
    last = r.party_at.get(undisguised(r, before[-1].head) or -1) if before else None
    if last is not None and not any(x.party is last for x in out):
        add(out, "b" if answers_fire(r, act.token) and last.kind == "state" else "a", last, None, last.head)


def _target_of(r: Reading, p: Party) -> bool:
    """ "An ambush on a convoy of the rangers killed four": those who were hit."""
    low, k = r.view.low, p.first - 1
    return low[k] == "of" and any(
        t.noun and t.last < k <= t.last + 6 and not {"on", "against", "at"}.isdisjoint(low[t.last + 1 : k])
        for t in r.triggers
    )


def _beside(r: Reading, p: Party, act: Trigger) -> bool:
    """The party stands right before the deed, or only a participle's phrase lies between ("an army column coming up from Kosti")."""
    if act.first - p.last <= 4:
        return True
    v = r.view
    between = range(p.last + 1, act.first)
    return (
        len(between) <= 8
        and any(v.tag[k] == "VBG" for k in between)
        and not any(v.words[k] in ",;:" or v.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in between)
    )


def by_order(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """Who acts and who is hit by word order, where the tree names nobody."""
    speakers = {s.head for s in r.said if s.speaker and s.cue.lower() not in roles().marks.beliefs}
    for act in acts:
        words = r.view.low[act.first : act.last + 1]
        if act.act in _NO_DOER or met_mine(r, act) or roles().deeds.given_up.intersection(words):
            continue
        if act.act == "clash" and words[0].startswith(REPELS):
            continue
        acting = doer(r, act) or _flying(r, act)
        if not any(x.role == "a" for x in out):
            found = acting or by_agent(r, act.last, frame.last)
            if found is not None and _target_of(r, found):
                found = None
            if found is not None and found.kind == "state" and any(answers_fire(r, t.token) for t in acts):
                add(out, "b", found, None, found.head)
            elif found is not None and found.head not in speakers:
                out[:] = [x for x in out if x.party is not found]
                twin = twin_of(r, found)
                if twin is not None and not any(x.party is twin for x in out):
                    add(out, "a", twin, None, twin.head)
                other: RoleName = "b" if _of_two(r, act) else "assoc_a"
                add(out, "a" if twin is None else other, found, None, found.head)
        hit = target(r, act) if not any(x.role in ("b", "victim") for x in out) else None
        if isinstance(hit, Party) and hit is not acting:
            add(out, "b", hit, None, hit.head)
            twin = and_also(r, hit)
            if twin is not None:
                add(out, "assoc_b", twin, None, twin.head)
        elif isinstance(hit, tuple) and act.act in HARM | {"loot"}:
            add(out, "victim", None, *hit)
        if not any(x.role in ("b", "victim") for x in out) and not frame.counts and (one := someone(r, act)):
            add(out, "victim", None, *one)
        if not any(x.role == "a" for x in out):
            _men_before(r, frame, act, out)


def _of_two(r: Reading, act: Trigger) -> bool:
    """ "Georgian forces and separatists traded fire": of the two before such a verb, each is the other's foe."""
    low = r.view.low
    fights = act.act == "clash" and not act.noun and low[act.first].startswith(FIGHTS)
    return fights and not _AT.intersection(low[act.last + 1 : act.last + 3])


_AT = frozenset(("with", "against", "back"))


def _men_before(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "Two men on a motorcycle shot dead Omar Diallo, a lawyer": men who are no party, where somebody else is harmed."""
    own = person_at(r, act.first) if act.act == "mob" and act.first not in r.party_at else None
    if own is not None and own.outcome is None and not any(c.number is own for c in frame.counts):
        add(out, "a", None, own, act.first)  # "In Osh, a group of | residents threw stones"
        return
    if act.act not in HARM or not (frame.counts or any(x.role in ("b", "victim") for x in out)):
        return
    end = doer_at(r, act)
    n = None if end is None else person_at(r, end)
    if n is None or end is None or (n.noun or "").lower() not in _MEN or any(c.number is n for c in frame.counts):
        return
    out[:] = [x for x in out if x.person is not n]
    add(out, "a", None, n, end)


_MEN = frozenset("man men individuals persons".split())


def _flying(r: Reading, act: Trigger) -> Party | None:
    """ "The air force struck", "helicopter gunships targeted": the party that opens the deed's own words."""
    p = next((p for p in r.parties if p.first <= act.first <= p.last < act.last), None)
    active = p is not None and act.act == "air" and r.view.low[act.last + 1 : act.last + 2] != ["by"]
    done = p is not None and (
        r.view.tag[p.last + 1] in ("VBD", "VBN", "VBZ", "VBP") or r.view.low[p.last + 1].endswith("ed")
    )
    return p if active and done else None


def launched(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """ "a missile launched by A", "a projectile of the militia fell": whose the weapon is; brought down, its owner stands opposite."""
    role: RoleName = "b" if acts and acts[0].act == "disrupt" else "a"
    if any(x.role == role for x in out) or not any(
        t.act in ("disrupt", "shell", "air", "strike", "bomb") for t in acts
    ):
        return
    low = r.view.low
    for p in r.parties:
        if not (frame.first <= p.first and p.last <= frame.last) or any(x.party is p for x in out):
            continue
        k = p.first - 1
        fired = any(
            low[j] == "by" and low[j - 1] in roles().deeds.fired for j in range(max(frame.first + 1, k - 3), k + 1)
        )
        fired |= (
            p.last + 2 < len(low) and low[p.last + 1] == "-" and low[p.last + 2] in roles().deeds.fired
        )  # "Houthi-laid mines"
        fired |= low[k - (low[k] == "the")] in ("that", "which") and _behind_aux(low, p.last + 1) in roles().deeds.fired
        if fired or (low[k] == "of" and low[k - 1] in roles().things.shots):
            add(out, role, p, None, p.head)
            return


def _behind_aux(low: list[str], k: int) -> str:
    """ "mines that the rebels had planted": the verb behind the party."""
    k += low[k : k + 1] in (["had"], ["have"], ["has"])
    return low[k] if k < len(low) else ""


def own_raid(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """ "The army said that 12 militants had been eliminated in a raid": the raid is the speaker's own."""
    if any(x.role in ("a", "assoc_a") for x in out):
        return
    hit = [x.party for x in out if x.role == "b" and x.party is not None]
    raid = any(t.weak and t.noun and t.act == "attack" for t in acts)
    blow = any(t.act == "blow" or (t.act == "arrest" and t.noun) for t in acts)
    seized = any(t.act == "arrest" and t.noun for t in acts)
    struck = bool(hit) and any(t.act == "air" or (t.act == "clash" and "operation" in _words(r, t)) for t in acts)
    if not (blow and (raid or seized)) and not struck:
        return
    speaker = next((p for s in r.said if s.speaker for p in r.parties if s.start <= p.start and p.end <= s.end), None)
    taken = any(t.act == "arrest" for t in acts)
    if (
        speaker is not None
        and speaker.kind == "state"
        and speaker.organ != "government"
        and not (struck and speaker.organ == "police")
        and (taken or hit)
        and all(p.kind in ("armed", "named") for p in hit)
    ):
        add(out, "a", speaker, None, speaker.head)


def own_ground(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """ "The army said rebels fired on one of its posts": the speaker's own."""
    low = r.view.low
    if not any(t.act in _FIRED for t in acts) or any(x.role in ("b", "victim") for x in out):
        return
    for k in range(max(frame.first, 2), frame.last + 1):
        if low[k] not in roles().things.sites or low[k - 1] not in ("its", "their") or low[k - 2] not in _ONTO:
            continue
        said = (p for s in r.said if s.speaker for p in r.parties if s.start <= p.start and p.end <= s.end)
        p = next(said, None)
        if p is not None and p.armed and p.organ != "government" and not any(x.party is p for x in out):
            add(out, "b", p, None, p.head)
        return


_FIRED = frozenset(("shoot", "shell", "attack", "strike", "air", "clash"))
_ONTO = frozenset(
    ("on", "at", "against", "of", "into", "attacked", "hit", "struck", "shelled", "bombed", "raided", "targeted")
)


def own_find(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """ "Three rockets were intercepted, the military said", "a bomb was defused, police said": by the speaker's own men."""
    act = acts[0]
    if any(x.role == "a" for x in out) or not (r.view.verbal(act.token) and r.view.passive(act.token)):
        return
    speaker = next((p for s in r.said if s.speaker for p in r.parties if s.start <= p.start and p.end <= s.end), None)
    if speaker is not None and speaker.kind == "state" and speaker.organ not in (None, "government"):
        out[:] = [x for x in out if x.party is not speaker]
        add(out, "a", speaker, None, speaker.head)


def repellers(r: Reading, acts: list[Trigger], out: list[Role]) -> None:
    """ "Nine rebels were killed when troops, backed by jets, beat back an attack": who beats it back was attacked, and the dead
    attacked."""
    act = next((t for t in acts if t.act == "clash" and r.view.low[t.first].startswith(REPELS)), None)
    if act is None or act.noun or r.view.passive(act.token):
        return
    p = next((p for p in reversed(r.parties) if p.last < act.first and helps(r, p) is None), None)
    dead = next((x for x in out if x.role == "b" and x.party is not None and x.party is not p), None)
    if (
        p is None
        or not p.armed
        or dead is None
        or dead.party is None
        or dead.party.kind == p.kind
        or act.first - p.last > 8
    ):
        return
    if any(x.role == "a" and x.party is not p for x in out):
        return
    out[:] = [x for x in out if x.party is not p]
    dead.role = "a"
    add(out, "b", p, None, p.head)


def _words(r: Reading, t: Trigger) -> list[str]:
    return r.view.low[t.first : t.last + 1]
