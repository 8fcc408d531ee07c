"""The figures of a stretch with their outcomes. One figure may carry two ("killing and injuring many")."""

import msgspec

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.again import apposed, itemised, said_again, the_whole
from dateline.frames.outcomes.deed import led_to_death, left_over, told_fate
from dateline.frames.outcomes.doer import slain
from dateline.frames.outcomes.fate import fate, in_the_end, lost_own
from dateline.frames.outcomes.figures import armed_men, end_of, figures, group_of
from dateline.frames.outcomes.joined import both_in_one, coordinated, elliptical
from dateline.frames.outcomes.names import by_name
from dateline.frames.outcomes.predicate import behind
from dateline.frames.outcomes.pronoun import by_pronoun
from dateline.frames.outcomes.rival import contested
from dateline.frames.outcomes.toll import disbelieved, taken_back
from dateline.frames.outcomes.unharmed import spared, unharmed
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.model.incident import Group, Outcome
from dateline.packs.tolls import tolls


def count(r: Reading, frame: Frame) -> list[Count]:
    """The stretch's figures with their outcomes. One figure may carry two ("killing and injuring many")."""
    out: list[Count] = []
    joint: set[int] = set()  # figures for two outcomes at once, which cannot be split: no entry
    for n in figures(r, frame.first, frame.last):
        where = r.tokens(n.start, end_of(n))
        if where is None or _pictured(r, where):
            continue
        if n.of_them and r.view.low[where[1] + 1 : where[1] + 3] == ["of", "those"]:
            n = msgspec.structs.replace(n, of_them=False)  # "killed two of those who had come to help"
        if n.of_them and n.group is None and r.view.low[where[1] + 1 : where[1] + 3] == ["of", "them"]:
            n = msgspec.structs.replace(n, group=_of_whose(r, n))  # "a base of mercenaries and killed 50 of them"
        if n.of_them and not the_whole(r, frame, n, where):
            out += [] if taken_back(r, frame, where) else _share(r, frame, n, where)
        elif n.zero:
            out += [Count(o, n, where[0]) for o in _nobody(r, n, where)]
        elif (none := spared(r, n, where)) is not None:
            several = n.low > 1 and (n.definite or not n.bare)  # of one man it says nothing about the others
            out += [Count(o, none, where[0]) for o in _nobody(r, none, where) if several]
        elif out and out[-1].outcome == "killed" and disbelieved(r, where):
            out.append(Count("killed", n, where[0], rival=True))
        elif not (unharmed(r, frame, n, where) or taken_back(r, frame, where)):
            out += _harmed(r, frame, n, where, out, joint)
    out = itemised(r, coordinated(r, frame, led_to_death(r, frame, out)))
    out = [c for k, c in enumerate(out) if not said_again(c, out) and not (k and apposed(r, out[k - 1], c))]
    out = by_pronoun(r, frame, told_fate(r, frame, by_name(r, frame, left_over(r, frame, out, joint))))
    for c in out:
        if c.outcome == "killed" and _with_wounds(r, c):
            c.outcome = "injured"
    return elliptical(r, slain(r, frame, contested(r, frame, out)))


_DEAD = frozenset("dead died killed bodies body corpses corpse death slain found shot".split())


def _with_wounds(r: Reading, c: Count) -> bool:
    """ "two people had died and fourteen had been brought in with gunshot wounds": of the fourteen, whatever the tree joins them to."""
    low = r.view.low[c.token : c.token + 12]
    stop = next((k for k in range(1, len(low)) if low[k] in ("and", ",", ";", ".")), len(low))
    low = low[:stop]
    at = next((k for k, w in enumerate(low) if w == "with"), len(low))
    return not {"wounds", "injuries"}.isdisjoint(low[at:]) and _DEAD.isdisjoint(low)


_PICTURES = frozenset("photograph photographs photo photos picture pictures image images footage video videos".split())


def _pictured(r: Reading, where: tuple[int, int]) -> bool:
    """ "examined photographs of 15 bodies": how many were seen, not how many there were."""
    before = r.view.low[max(0, where[0] - 3) : where[0]]
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in _PICTURES


def _share(r: Reading, frame: Frame, n: Number, where: tuple[int, int]) -> list[Count]:
    """ "Seven of them were shot dead": some of those told before."""
    low = r.view.low
    then = low[where[1] + 1 : where[1] + 3]
    if then == ["of", "them"] and low[where[1] + 3 : where[1] + 4] in (["fatally"], ["mortally"]):
        return [Count("killed", n, where[0])]  # "Eleven people were injured, one of them fatally"
    if n.outcome == "injured" and n.numeral and _dies(r, where):
        return [Count("killed", msgspec.structs.replace(n, outcome=None, noun=None), where[0])]
    if n.kind == "vague" and then[:1] == ["of"] and both_in_one(r, (where[0], where[1] + 2)):
        return [Count(o, n, where[0], joint=True) for o in _BOTH]  # "leaving many of them dead or wounded"
    if not n.numeral or not n.low or n.kind == "share" or then not in (["of", "them"], ["of", "whom"]):
        return []
    share = behind(r, n, where, frame)
    if share == "missing" and "had" in low[where[1] + 1 : where[1] + 6]:
        return []  # "Three of them had been reported missing last week": they are among the dead
    if share is None or share == "displaced" or "of" in low[max(0, where[0] - 1) : where[0]]:
        return []
    return [Count(share, n, where[0], group=_of_whose(r, n))]


def _of_whose(r: Reading, n: Number) -> Group | None:
    """ "said officers were attacked and that four of them were hurt": the group of those told right before."""
    before = next((m for m in reversed(r.people) if m.end <= n.start and m.people), None)
    return before.group if before is not None else None


_BOTH: tuple[Outcome, ...] = ("killed", "injured")


def _dies(r: Reading, where: tuple[int, int]) -> bool:
    """ "Three of the injured later died": those hurt before, now dead."""
    behind = [w for w in r.view.low[where[1] + 1 : where[1] + 6] if w not in tolls().between.helps]
    return bool({"died", "succumbed", "dead"} & set(behind[:2]))


def _nobody(r: Reading, n: Number, where: tuple[int, int]) -> list[Outcome]:
    """What a "no", "nobody", "no casualties" denies."""
    if n.group == "combatants" and "hurt" in r.view.low[where[1] + 1 : where[1] + 4]:
        return ["injured"]  # "No officer was hurt" speaks of the officers only
    wounded = any(w.startswith(("injur", "wound")) for w in r.view.low[where[0] : where[1] + 4])
    if n.zero == "all" or (n.zero == "killed" and wounded):
        return ["killed", "injured"]
    return ["injured"] if n.zero == "injured" else ["killed"]


def _harmed(
    r: Reading, frame: Frame, n: Number, where: tuple[int, int], out: list[Count], joint: set[int]
) -> list[Count]:
    """The entries of one figure of people to whom something was done; ``out`` is what was told before it."""
    if n.as_many:
        if not out:
            return []
        n = _as_many(n, out[-1].number)
    if n.numeral and ((n.kind != "vague" and both_in_one(r, where)) or (n.noun or "").lower().endswith("casualties")):
        joint.add(id(n))
        return []
    if _how_bad(r, where):
        return []
    if n.noun is None and n.numeral and not n.another and _still_hurt(r, where):
        if any(c.outcome == "injured" and (c.number.high is None or c.number.high > n.low) for c in out):
            return []
        n = msgspec.structs.replace(n, of_them=True)
    both = n.kind == "vague" and n.numeral and both_in_one(r, where)
    found: list[Outcome] = ["killed", "injured"] if both else fate(r, n, where, frame)
    if found == ["missing"] and n.bare:
        return []  # "but people are missing"
    if found == ["displaced"] and (n.bare or n.group == "combatants"):
        return []  # "the attackers fled"
    found = in_the_end(r, found, where, frame)
    if len(found) == 2 and n.kind != "vague" and not n.bare:
        joint.add(id(n))
        return []
    own = "combatants" if lost_own(r, where) or armed_men(r, n, where) else group_of(n)
    return [Count(o, n, where[0], group=own, joint=len(found) == 2) for o in found]


def _how_bad(r: Reading, where: tuple[int, int]) -> bool:
    """ "Two of the rangers were in a serious condition": a share of those hurt, told to say how badly."""
    behind = r.view.low[where[0] + 1 : where[1] + 12]
    return behind[:2] in (["of", "the"], ["of", "those"], ["of", "them"]) and "condition" in behind


_STATE = frozenset("condition hospital care".split())


def _still_hurt(r: Reading, where: tuple[int, int]) -> bool:
    """ "Six people were injured. Two were in a serious condition": some of those told before, if any were."""
    behind = r.view.low[where[1] + 1 : where[1] + 7]
    return "in" in behind and not _STATE.isdisjoint(behind)


def _as_many(n: Number, last: Number) -> Number:
    """ "Two soldiers died and as many were hurt": the figure told just before."""
    least = n.text.lower().startswith("at least")
    return msgspec.structs.replace(
        n, low=last.low, high=None if least else last.high, kind=last.kind, group=n.group or last.group
    )
