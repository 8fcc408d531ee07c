"""Links to clusters, one step at a time from the surest link down, and no step that contradicts another.

Two records of one article are never one incident. All days of a cluster meet in one, all its places may be one, and no two of
its records were found to be different. So A = B and B = C never make A = C where A and C cannot be.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from dateline.merge.compare import Outcomes
from dateline.merge.event import Event, article_key
from dateline.merge.meet import Area, Days
from dateline.merge.ruling import Ruled, ruled
from dateline.merge.score import counter, link, score
from dateline.merge.table import table
from dateline.model.decision import Ruling
from dateline.model.merged import Judgement, Link

_MOST_LINKS = 24
"""Unsure links that one incident shows: the likeliest."""


_CLEAR = 1.5
"""Log-odds by which a loose record must fit one incident better than the next."""


_SHARE, _ENOUGH = 3, 30
"""Of the pairs across two clusters every third speaks for one incident before they are one, or thirty where they are many."""

_UNTIED = "held apart: a region or a day by which is all that is told, and nothing else ties them"


class Pair(NamedTuple):
    """A comparison that came out as more than ``different``."""

    i: int
    j: int
    value: float
    judgement: Judgement
    outcomes: Outcomes


class _Cluster(msgspec.Struct):
    members: list[int]
    articles: set[str]
    days: Days
    areas: set[Area]


class Clusters(NamedTuple):
    """Groups of positions, each sorted; for each position the links that joined it or that a person should look at."""

    groups: list[list[int]]
    joins: dict[int, list[Link]]
    doubts: dict[int, list[Link]]


def cluster(events: Sequence[Event], pairs: Iterable[tuple[int, int]], rulings: Sequence[Ruling] = ()) -> Clusters:
    """Group the records. ``events`` sorted, ``rulings`` first to last; the result depends on nothing else."""
    found, against = _compared(events, pairs)
    work = _Work(events, _Evidence(found, against), ruled(events, rulings))
    same = [p for p in found if p.judgement == "same"]
    work.join(p for p in same if not _is_loose(events[p.i]) and not _is_loose(events[p.j]))
    work.place_loose(same)
    return work.result(found)


def _compared(events: Sequence[Event], pairs: Iterable[tuple[int, int]]) -> tuple[list[Pair], dict[int, set[int]]]:
    """Pairs worth a look, surest first, and for each position those it was found to be different from."""
    found: list[Pair] = []
    against: dict[int, set[int]] = defaultdict(set)
    least = 1.0 - table().same
    for i, j in pairs:
        a, b = events[i], events[j]
        if a.article.id == b.article.id and article_key(a.article) == article_key(b.article):
            continue
        value, judgement, outcomes = score(a, b)
        if judgement != "different":
            found.append(Pair(i, j, value, judgement, outcomes))
        if value < least and counter(outcomes):
            against[i].add(j)
            against[j].add(i)
    found.sort(key=lambda p: (-p.value, p.i, p.j))
    return found, against


def _is_loose(event: Event) -> bool:
    return not event.area.precise or event.days.lo is None


def _odds(pair: Pair) -> float:
    return math.log(pair.value / (1.0 - pair.value))


class _Evidence:
    """For each position those that it may be one with (``beside``), and those that it was found different from (``against``)."""

    def __init__(self, found: Iterable[Pair], against: dict[int, set[int]]) -> None:
        self.against = against
        self.beside: dict[int, list[int]] = defaultdict(list)
        for pair in found:
            self.beside[pair.i].append(pair.j)
            self.beside[pair.j].append(pair.i)


class _Work:
    """The clusters as they grow."""

    def __init__(self, events: Sequence[Event], evidence: "_Evidence", said: Ruled) -> None:
        self._events, self._evidence, self._said = events, evidence, said
        self.of = list(range(len(events)))
        self.at = {i: _Cluster([i], {article_key(e.article)}, e.days, {e.area}) for i, e in enumerate(events)}
        self.used: set[tuple[int, int]] = set()
        self.refused: dict[tuple[int, int], str] = {}
        for group in said.together:
            for other in group[1:]:
                self._unite(self.of[group[0]], self.of[other])

    def join(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self.try_join(pair)

    def try_join(self, pair: Pair) -> None:
        left, right = self.of[pair.i], self.of[pair.j]
        if left == right:
            return
        free = self._overruled(pair)
        why = self._forbids(self.at[left], self.at[right], free)
        if why:
            self.refused[pair.i, pair.j] = why
            return
        for one in (left, right) if free else ():
            self.at[one].areas -= free
        self._unite(left, right)
        self.used.add((pair.i, pair.j))

    def _overruled(self, pair: Pair) -> set[Area]:
        """Places that bind nobody, as the other report names another one: no towns that were found."""
        if pair.outcomes["place"] != "named":
            return set()
        return {area for k in (pair.i, pair.j) if not (area := self._events[k].area).firm}

    def _unite(self, left: int, right: int) -> None:
        a, b = self.at[left], self.at[right]
        if len(b.members) > len(a.members):
            left, right, a, b = right, left, b, a
        for member in b.members:
            self.of[member] = left
        days, areas = a.days.meet(b.days), a.areas | b.areas
        if days is None or any(x.meet(y) is None for x in a.areas for y in b.areas):
            days, areas = a.days, a.areas  # a person said that they are one all the same: the odd one binds no others
        self.at[left] = _Cluster(a.members + b.members, a.articles | b.articles, days, areas)
        del self.at[right]

    def _forbids(self, a: _Cluster, b: _Cluster, free: set[Area]) -> str | None:
        if self._said.apart and any(not self._said.apart[i].isdisjoint(b.members) for i in a.members):
            return "held apart: a person said that they are two"
        if a.articles & b.articles:
            return "held apart: one article tells them as two incidents"
        if a.days.meet(b.days) is None:
            return "held apart: with the other reports joined, no day fits all"
        if any(x.meet(y) is None for x in a.areas - free for y in b.areas - free):
            return "held apart: with the other reports joined, no place fits all"
        small, large = sorted((a, b), key=lambda c: len(c.members))
        at = self.of[large.members[0]]
        if any(self.of[other] == at for m in small.members for other in self._evidence.against.get(m, ())):
            return "held apart: another report of the one contradicts the other"
        speak = sum(self.of[other] == at for m in small.members for other in self._evidence.beside[m])
        if speak < min(_ENOUGH, len(small.members) * len(large.members) / _SHARE):
            return "held apart: too few of the other reports are like it"
        return None

    def place_loose(self, pairs: list[Pair]) -> None:
        """A record that names only a region, or only a day by which, joins the one incident that it fits, and none where it fits
        several alike. It is tied by more than place and type: a number, a name, the words."""
        fits: dict[int, dict[int, Pair]] = defaultdict(dict)
        rest: list[Pair] = []
        for pair in pairs:
            loose = [k for k in (pair.i, pair.j) if _is_loose(self._events[k])]
            if len(loose) == 2:
                rest.append(pair)
            elif loose and not self._tied(pair):
                self.refused[pair.i, pair.j] = _UNTIED
            elif loose:
                other = pair.j if loose[0] == pair.i else pair.i
                fits[loose[0]].setdefault(self.of[other], pair)
        for at in sorted(fits):
            found = sorted(fits[at].values(), key=lambda p: (-p.value, p.i, p.j))
            if len(found) == 1 or _odds(found[0]) - _odds(found[1]) >= _CLEAR:
                self.try_join(found[0])
                found = found[1:]
            for pair in found:
                self.refused.setdefault((pair.i, pair.j), f"held apart: it fits {len(fits[at])} incidents")
        for pair in rest:
            if self._tied(pair):
                self.try_join(pair)
            else:
                self.refused[pair.i, pair.j] = _UNTIED

    def _tied(self, pair: Pair) -> bool:
        """Whether two records share what two incidents of one region, or of one week, would not."""
        found = pair.outcomes
        if (
            found["killed"] == "figure"
            or found["victims"] == "same"
            or found["words"] in ("copy", "most", "many", "several")
        ):
            return True
        towns = self._events[pair.i].area.precise and self._events[pair.j].area.precise
        return towns and (found["injured"] == "figure" or found["place"] == "site")

    def result(self, found: list[Pair]) -> Clusters:
        joins: dict[int, list[Link]] = defaultdict(list)
        doubts: dict[int, list[Link]] = defaultdict(list)
        for pair in found:
            i, j = pair.i, pair.j
            if (i, j) in self._said.settled:
                continue
            if (i, j) in self.used:
                joins[i].append(self._link(pair, "same"))
            elif self.of[i] != self.of[j]:
                for k in (i, j):
                    if len(doubts[k]) < _MOST_LINKS:
                        doubts[k].append(self._link(pair, "unsure"))
        for at, one in self._said.links:
            joins[at].append(one)
        return Clusters(sorted(sorted(c.members) for c in self.at.values()), joins, doubts)

    def _link(self, pair: Pair, judgement: Judgement) -> Link:
        more = (self.refused[pair.i, pair.j],) if (pair.i, pair.j) in self.refused else ()
        return link(self._events[pair.i], self._events[pair.j], pair.value, judgement, pair.outcomes, *more)
