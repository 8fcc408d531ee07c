"""Doers who are killed in their turn: "a gunman killed two people before he was shot dead by police"."""

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.figures import end_of, figures, group_of
from dateline.frames.outcomes.unharmed import by_side, is_doer, shot_dead
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import Trigger

_THEN = frozenset({"before", "until", "and", "but"})
_BETWEEN = frozenset(
    "he she they was were being been then later also himself themselves in turn eventually finally".split()
)
_THEM = frozenset({"him", "her", "them", "both"})
_STATE = frozenset({"state", "named"})


def slain(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """The figures, with the doer of the stretch's first deed where the forces of a state kill him in a later clause of it, and the one
    attacker whom they shoot dead."""
    for n in figures(r, frame.first, frame.last):
        where = r.tokens(n.start, end_of(n))
        if where is not None and is_doer(n) and shot_dead(r, frame, where) and not any(c.number is n for c in out):
            out.append(Count("killed", n, where[0], group=group_of(n)))
    for t in frame.acts[1:]:
        if t.act != "kill" or t.noun or (at := _turn(r, t)) is None:
            continue
        doer = _doer(r, frame, at)
        if doer is not None and not any(c.number is doer for c in out) and _agrees(r, doer, at, t):
            out.append(Count("killed", doer, t.token, group=group_of(doer), turn=True))
            break
    return out


def _turn(r: Reading, t: Trigger) -> int | None:
    """The token of "before" or "and" that opens the clause: "before he was shot dead by police", "until soldiers killed him"."""
    v, k = r.view, t.first - 1
    while k > 0 and v.low[k] in _BETWEEN:
        k -= 1
    passive = v.passive(t.token) or v.low[t.first - 1] == "being"
    if v.low[k] in ("before", "until") and v.low[k + 1] == "being":
        return k  # "wounded two soldiers before being shot dead"
    if v.low[k] in _THEN and passive:
        return k if v.low[t.last + 1 : t.last + 2] == ["by"] and _forces(r, t.last + 2) else None
    if _THEM.isdisjoint(v.low[t.first : t.last + 2]) or v.low[k] in _THEN:
        return None
    opens = next((j for j in range(k, max(k - 5, 0), -1) if v.low[j] in ("before", "until")), None)
    return opens if opens is not None and _forces(r, opens + 1) else None


def _forces(r: Reading, first: int) -> bool:
    """Whether a state's men stand at token ``first``, or behind an article."""
    return any(
        p.kind in _STATE and (p.kind == "state" or p.forces)
        for k in (first, first + 1, first + 2)
        if (p := r.party_at.get(k))
    )


def _doer(r: Reading, frame: Frame, stop: int) -> Number | None:
    """The people who open the stretch and do what it tells first."""
    for n in figures(r, frame.first, stop):
        if any(not t.noun and t.first < stop and by_side(r, n, t) for t in frame.acts):
            return None if n.bare or n.low != n.high or not n.low else n
    return None


def _agrees(r: Reading, n: Number, at: int, t: Trigger) -> bool:
    """Whether "he", "them" or "was" may stand for so many."""
    said = set(r.view.low[at + 1 : t.last + 2])
    many, one = {"they", "them", "were", "themselves", "both"} & said, {"he", "she", "him", "her", "was"} & said
    return not (n.low == 1 and many) and not (n.low > 1 and one) and end_of(n) <= r.span(at, at)[0]
