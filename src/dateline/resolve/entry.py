"""One set of victims with every figure given for it, and what became of its people later."""

from dataclasses import dataclass, field

import msgspec

from dateline.model.incident import CountKind, Group, Outcome, Part
from dateline.resolve.figure import Telling, hurt_before, nth


@dataclass
class Entry:
    """One set of victims with every figure given for it."""

    outcome: Outcome
    group: Group
    side: str | None
    party: str | None
    low: int
    high: int | None
    kind: CountKind
    best: Telling
    also: list[Telling] = field(default_factory=list)
    disputed: bool = False
    parts: list[Part] = field(default_factory=list)
    named: int = 0  # how many of them were told one by one since


def found_dead(t: Telling, out: list[Entry]) -> None:
    """ "kidnapped two shepherds. The shepherds were found dead": as many as were taken."""
    n = t.number
    if t.outcome != "killed" or not (n.bare and n.noun):
        return
    taken = next(
        (
            e
            for e in out
            if e.outcome in ("abducted", "detained", "missing")
            and e.best.frame != t.frame
            and (e.best.number.noun or "").lower().split(" ")[-1:] == [n.noun.lower()]
        ),
        None,
    )
    if taken is not None:
        out.remove(taken)
        t.number = msgspec.structs.replace(n, low=taken.low, high=taken.high, kind=taken.kind, bare=False, another=True)
        t.group = taken.group


def died_later(t: Telling, out: list[Entry]) -> bool:
    """ "wounding six, two of whom later died": four are left of the wounded. Whether there were so many."""
    n, told = t.number, any(e.outcome == "killed" for e in out)
    hurt = next(
        (e for e in out if e.outcome == "injured" and e.best.number.span == n.span and e.best.frame != t.frame), None
    )
    if t.outcome == "killed" and hurt is not None:
        out.remove(hurt)  # "wounded a guard. He died in hospital"
        return True
    late = hurt_before(t) or (n.of_them and not told) or (t.late and (n.of_them or not n.numeral))
    e = next((e for e in out if e.outcome == "injured" and e.low == e.high and e.low >= n.low == n.high), None)
    ordinal = nth(t)
    counted = ordinal is not None and any(x.outcome == "killed" and x.low >= ordinal for x in out)
    if t.outcome != "killed" or not late or e is None or counted:
        return False  # "A third protester died later": the third of three
    e.low = e.high = e.low - n.low
    if not e.low:
        out.remove(e)
    return True


def same_people(taken: Entry, killed: Entry) -> bool:
    """ "The two had been dragged from their homes": those taken are those found killed."""
    n = taken.best.number
    if n.span == killed.best.number.span:
        return True
    if n.another:
        return False  # "One man was shot dead and another was led away"
    return (n.definite or n.noun is None) and (taken.low, taken.high) == (killed.low, killed.high)
