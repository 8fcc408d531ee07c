"""What people ruled to be one incident, or not to be. The latest ruling is heard first; an earlier one that contradicts it gives way, for
the records in which it does."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dateline.merge.event import Event
from dateline.model.decision import Anchor, Ruling
from dateline.model.merged import Link


class Ruled(NamedTuple):
    """Positions. ``together``: groups that are one incident; ``apart``: for each position those it is not one with; ``settled``: pairs,
    the smaller first, that need no machine's link; ``links``: the rulings in force as links, each with the position it is shown at."""

    together: list[list[int]]
    apart: dict[int, set[int]]
    settled: set[tuple[int, int]]
    links: list[tuple[int, Link]]


def ruled(events: Sequence[Event], rulings: Sequence[Ruling]) -> Ruled:
    """Rulings on records that are there; those on others are passed over."""
    at = {event.label: n for n, event in enumerate(events)} if rulings else {}
    heard = [
        (r, left, right) for r in reversed(rulings) if (left := _found(r.left, at)) and (right := _found(r.right, at))
    ]
    work = _Hearing()
    for ruling, left, right in heard:
        if ruling.judgement == "same":
            work.join(sorted({*left, *right}))
        else:
            work.part(left, right)
    together = sorted({group[0]: group for group in work.group.values()}.values())
    settled = {(min(i, j), max(i, j)) for _, left, right in heard for i in left for j in right}
    links: list[tuple[int, Link]] = []
    for ruling, left, right in heard:
        one, same = (left[0], right[0]), ruling.judgement == "same"
        if same == (work.of(one[0]) is work.of(one[1])):
            link = _link(ruling, events[one[0]], events[one[1]])
            links += [(n, link) for n in (one[:1] if same else one)]
    return Ruled(together, work.apart, settled, links)


class _Hearing:
    """Groups and what keeps them apart, as the rulings are heard."""

    def __init__(self) -> None:
        self.group: dict[int, list[int]] = {}
        self.apart: dict[int, set[int]] = defaultdict(set)

    def of(self, member: int) -> list[int]:
        return self.group.setdefault(member, [member])

    def join(self, members: Sequence[int]) -> None:
        """Make them one, each with the first that no later ruling keeps it from."""
        for n, member in enumerate(members):
            for other in members[:n]:
                mine, theirs = self.of(member), self.of(other)
                if mine is theirs or any(not self.apart[i].isdisjoint(theirs) for i in mine if i in self.apart):
                    continue
                theirs.extend(mine)
                theirs.sort()
                for one in mine:
                    self.group[one] = theirs

    def part(self, left: Sequence[int], right: Sequence[int]) -> None:
        for i in left:
            for j in right:
                if self.of(i) is not self.of(j):
                    self.apart[i].add(j)
                    self.apart[j].add(i)


def _found(anchors: Sequence[Anchor], at: dict[str, int]) -> list[int]:
    return sorted({at[a.label] for a in anchors if a.label in at})


def _link(ruling: Ruling, left: Event, right: Event) -> Link:
    why = f"said by {ruling.by} on {ruling.at[:10]}" + (f": {ruling.note}" if ruling.note else "")
    score = 1.0 if ruling.judgement == "same" else 0.0
    return Link(left=left.label, right=right.label, judgement=ruling.judgement, score=score, why=(why,), by=ruling.by)
