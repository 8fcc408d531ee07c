"""Two people decided otherwise on one thing, and the later did not know of the earlier. Both decisions stand on record; the later holds until
somebody who has seen both decides again, or takes one back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dateline.model.decision import Decision, Grading, Ruling, Verdict


class Conflict(NamedTuple):
    """``later`` is the one that holds."""

    earlier: Decision
    later: Decision


def conflicts(stands: Sequence[Decision]) -> list[Conflict]:
    """Among decisions that stand, first to last."""
    by_thing: dict[Any, list[Decision]] = defaultdict(list)
    for one in stands:
        if isinstance(one, Verdict):
            by_thing["verdict", one.statement.id].append(one)
        elif isinstance(one, Grading):
            for anchor in one.events:
                by_thing["grade", anchor.label].append(one)
        elif isinstance(one, Ruling):
            for pair in _pairs(one):
                by_thing["link", pair].append(one)
    found = {
        (earlier.id, same[-1].id): Conflict(earlier, same[-1])
        for same in by_thing.values()
        for earlier in same[:-1]
        if _collide(earlier, same[-1])
    }
    return list(found.values())


def _collide(earlier: Decision, later: Decision) -> bool:
    return earlier.by != later.by and earlier.id not in later.seen and _outcome(earlier) != _outcome(later)


def _outcome(one: Decision) -> Any:
    if isinstance(one, Verdict):
        return one.decision, one.correction
    return one.grade if isinstance(one, Grading) else one.judgement if isinstance(one, Ruling) else None


def _pairs(one: Ruling) -> Iterable[frozenset[str]]:
    return {frozenset((a.label, b.label)) for a in one.left for b in one.right}
