"""Roles of a clash: who fights whom, told by a verb of fighting or by one of repelling."""

from dateline.frames.cast.given import add
from dateline.frames.cast.group import take
from dateline.frames.cast.kin import each_other, one_phrase
from dateline.frames.cast.noun import pair, prep_between
from dateline.frames.cast.party import party_in
from dateline.frames.frame import Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger

REPELS = ("repel", "repuls", "thwart", "foil", "fend", "beat", "push", "drove", "driv")
FIGHTS = ("clash", "fight", "fought", "skirmish", "battl", "exchang", "trad", "engag")


def clash(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> bool:
    """Whether its verb tells both sides; a "between" before or behind it counts in any case."""
    v, verb = r.view, act.token
    prep_between(r, verb, frame, out)
    if not v.verbal(verb):
        return False
    passive = v.passive(verb)
    if not passive and answers_fire(r, verb):
        take(r, frame, v.subject(verb), "b", out, only_party=True)
        return True
    if (v.low[verb].startswith(FIGHTS) or v.low[verb + 1 : verb + 3] == ["it", "out"]) and not passive:
        _fight(r, frame, act, out)
        return True
    if v.low[verb].startswith(REPELS):
        take(r, frame, v.agent(verb) if passive else v.subject(verb), "b", out, only_party=True)
        _attackers(r, v.subject(verb) if passive else v.object(verb), out)
        return True
    return False


def answers_fire(r: Reading, verb: int) -> bool:
    """ "returned fire", "fought back", "responded with fire": whoever does this was attacked."""
    low = r.view.low
    after = low[verb + 1 : verb + 2]
    if low[verb] in ("fought", "fight", "fights", "shot", "fired", "fire", "hit"):
        return after == ["back"]
    return (low[verb].startswith("return") and "fire" in low[verb + 1 : verb + 3]) or (
        low[verb].startswith("respond") and "fire" in low[verb + 1 : verb + 4]
    )


def _fight(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "fought the rebels", "clashed with", "exchanged fire": the subject is a, the other side b."""
    v, verb = r.view, act.token
    doer, done = v.subject(verb), v.object(verb)
    if one_phrase(r, frame, doer, out):
        return
    if v.low[verb + 1 : verb + 2] in (["each"], ["one"]):
        each_other(r, frame, act, out)
    if doer is None:
        _two_before(r, act, out)
    take(r, frame, doer, "a", out)
    if done is not None and done > verb:
        take(r, frame, done, "b", out, only_party=True)
    for prep, noun in v.preps(verb):
        if prep == "between":
            pair(r, frame, noun, out)
        elif prep in ("with", "against"):
            take(r, frame, noun, "b", out)
    prep_between(r, verb, frame, out)
    beside = next((x for x in out if x.role == "assoc_a" and x.party is not None), None)
    if beside is not None and any(x.role == "a" for x in out) and not any(x.role == "b" for x in out):
        beside.role = "b"  # "India and Pakistan exchanged fire"
    _facing(r, verb, out)


def _two_before(r: Reading, act: Trigger, out: list[Role]) -> None:
    """ "Georgian forces and separatists traded fire": the two right before the verb, which the tree hangs elsewhere."""
    p = next((p for p in r.parties if p.last == act.first - 1 and p.armed), None)
    other = next(
        (
            q
            for q in r.parties
            if p is not None and q.armed and q.last + 2 == p.first and r.view.low[q.last + 1] == "and"
        ),
        None,
    )
    if (
        p is not None
        and other is not None
        and not {"with", "against"}.intersection(r.view.low[act.last + 1 : act.last + 3])
    ):
        add(out, "a", other, None, other.head)
        add(out, "b", p, None, p.head)


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


def _attackers(r: Reading, done: int | None, out: list[Role]) -> None:
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
