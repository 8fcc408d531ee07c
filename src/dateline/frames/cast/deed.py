"""Roles that a deed's verb gives: who does it, to whom it is done, what it is done against."""

from dateline.frames.cast.accord import symmetric
from dateline.frames.cast.given import add
from dateline.frames.cast.group import take
from dateline.frames.cast.kin import each_other, one_phrase
from dateline.frames.cast.noun import of_noun, prep_between
from dateline.frames.cast.party import party_in, undisguised
from dateline.frames.frame import Frame, Role
from dateline.frames.order import object_relative
from dateline.frames.reading import Reading
from dateline.frames.sides import two_peoples
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.packs.roles import roles

REPELS = ("repel", "repuls", "thwart", "foil", "fend", "beat", "push", "drove", "driv")
HARM = frozenset("kill shoot attack air strike shell bomb abduct arrest sexual chemical".split())


def of_deed(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    v = r.view
    token = act.token
    verb = token if v.verbal(token) else None
    passive = verb is not None and v.passive(verb)
    if act.act in ("withdraw", "agree", "protest", "change", "base"):
        return symmetric(r, frame, act, out)
    if act.act in HARM and (told := object_relative(r, act)) is not None:
        by, held, at = told
        add(out, "a", by, None, by.head)
        if isinstance(held, Party):
            add(out, "b", held, None, at)
        else:
            add(out, "victim", None, held, at)
        return None
    if act.act == "clash" and (sides := two_peoples(r, act, frame.last)) is not None:
        add(out, "a", sides[0], None, sides[0].head)
        add(out, "b", sides[1], None, sides[1].head)
        return None
    if act.act == "clash":
        prep_between(r, token, frame, out)
    if verb is not None:
        doer = v.agent(verb) if passive else v.subject(verb)
        done = v.subject(verb) if passive else v.object(verb)
        if (
            act.act == "clash"
            and not passive
            and v.low[verb].startswith(("clash", "fight", "fought", "skirmish", "battl", "exchang", "trad", "engag"))
        ):
            if one_phrase(r, frame, doer, out):
                return None
            if {"each", "one"} & set(v.low[verb + 1 : verb + 2]):
                each_other(r, frame, act, out)
            take(r, frame, doer, "a", out)
            if done is not None and done > verb:
                take(r, frame, done, "b", out, only_party=True)  # "fought the rebels"
            for prep, noun in v.preps(verb):
                if prep in ("with", "against", "between"):
                    take(r, frame, noun, "a" if prep == "between" else "b", out)
            prep_between(r, token, frame, out)
            beside = next((x for x in out if x.role == "assoc_a" and x.party is not None), None)
            if beside is not None and any(x.role == "a" for x in out) and not any(x.role == "b" for x in out):
                beside.role = "b"  # "India and Pakistan exchanged fire"
            _facing(r, verb, out)
            return None
        if act.act == "clash" and v.low[verb].startswith(REPELS):
            take(r, frame, doer, "b", out, only_party=True)
            _attackers(r, frame, done, out)
            return None
        doer = undisguised(r, doer)
        if doer is None and done is not None and done < verb and not passive and done in r.party_at:
            doer, done = (
                done,
                None,
            )  # "Iraqi jets struck two hideouts": nothing is done to what stands before an active verb
        if act.act == "take" and v.low[verb] in ("lose", "loses", "lost", "losing"):
            take(r, frame, doer, "b", out, only_party=True)
        elif (
            act.act == "attack"
            and "ambush" in v.low[act.first : act.last + 1]
            and v.low[verb].startswith(roles().deeds.walked)
        ):
            take(r, frame, doer, "b", out)
        elif not (act.act == "take" and v.low[verb] in ("fall", "fell", "falls", "fallen", "falling")):
            if not (v.tag[verb] == "VBG" and act.act == "kill" and any(x.role == "a" for x in out)):
                take(r, frame, doer, "a", out)  # "…, killing ten": whoever did the deed before it
            take(r, frame, done, "b", out)
        for prep, noun in v.preps(verb):
            if act.act == "take" and v.low[verb].startswith(("fall", "fell")) and prep in ("to", "into"):
                take(r, frame, noun, "a", out)
            elif (
                prep in ("against", "on", "at", "into", "with", "from")
                or (prep in ("to", "upon") and act.act == "blow")
            ) and act.act not in ("take", "disrupt"):
                if prep == "from":
                    if act.act in ("shell", "shoot"):
                        take(r, frame, noun, "a", out, only_party=True)
                    continue
                take(r, frame, noun, "b", out, only_party=True)
            elif act.act == "take" and prep in ("from", "of"):
                take(r, frame, noun, "b", out, only_party=True)
            elif prep == "by" and not passive:
                continue
    if verb is not None and met_mine(r, act):
        moved = [x for x in out if x.role == "a"]
        for x in moved:
            x.role = "victim" if x.party is None else "b"
    if act.act == "take" and not any(x.role == "b" for x in out):
        _ousted(r, frame, act, out)
    of_noun(r, frame, act, out)
    return None


def met_mine(r: Reading, act: Trigger) -> bool:
    """ "hit a landmine", "drove over a mine": whoever does this is harmed by it."""
    low = r.view.low
    return (
        act.act == "bomb"
        and not roles().things.mines.isdisjoint(low[act.first : act.last + 1])
        and any(low[k].startswith(roles().deeds.meets) for k in {act.token, act.first})
    )


def _facing(r: Reading, verb: int, out: list[Role]) -> None:
    """ "The NAS and government soldiers exchanged fire": the second of the two before the verb."""
    if sum(x.role == "a" for x in out) != 1 or any(x.role == "b" for x in out):
        return
    first = next(x.party for x in out if x.role == "a")
    for p in r.parties:
        if (
            first is not None
            and p.last < verb
            and p.armed
            and r.view.low[first.last + 1 : p.first] in (["and"], ["and", "the"])
        ):
            add(out, "b", p, None, p.head)
            return


def _ousted(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "liberated the height from the enemy": who held it, wherever the tree hangs the phrase."""
    for p in r.parties:
        if act.last < p.first <= min(act.last + 10, frame.last) and r.view.low[p.first - 1] == "from":
            add(out, "b", p, None, p.head)
            return


def _attackers(r: Reading, frame: Frame, done: int | None, out: list[Role]) -> None:
    """Who was repelled: the object itself, or the party inside it ("6 enemy assaults", "an attempt by rebels")."""
    if done is None:
        return
    v = r.view
    party = party_in(r, done)
    if party is None:
        inside = sorted(v.below(done))
        party = next((r.party_at[k] for k in inside if k in r.party_at and k <= done + 8), None)
    if party is not None:
        add(out, "a", party, None, party.head)
