"""Which records are held against each other at all: those that share a day, a place cell and a family of types.

Each record is filed under few keys, and a block is never compared all with all once it is large, so the pairs grow with the
number of records, not with its square.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, product

from dateline.merge.event import Event
from dateline.merge.meet import WINDOW, Area
from dateline.merge.story import BLANK, alike
from dateline.merge.table import families

CELL = 0.5
"""Degrees of latitude and longitude."""

MOST_TOGETHER = 120
"""Records of one block that are compared all with all; in a larger one each is compared with its next ones only."""

NEXT = 40
MOST_REGIONAL = 60
"""A record that names only a region is compared with at most so many incidents of that region and day; with more it could
be any of them."""

Key = tuple[str, int | None, str]


def pairs(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, the smaller first, each once, in no order that depends on anything but ``events``."""
    towns: dict[Key, list[int]] = defaultdict(list)
    regions: dict[Key, list[int]] = defaultdict(list)
    for at, event in enumerate(events):
        if event.toll:
            continue
        days, kinds = _days(event), families().get(event.incident.type, (event.incident.type,))
        for cell in cells(event.area) if event.area.precise else ():
            for kind in kinds:
                for day in days:
                    towns[kind, day, cell].append(at)
        for region in _regions(event.area):
            for kind in kinds:
                for day in days:
                    regions[kind, day, region].append(at)
    seen: set[int] = set()
    size = len(events)
    for i, j in chain(_filed_together(events, towns, regions), _told_alike(events)):
        code = i * size + j if i < j else j * size + i
        if i != j and code not in seen:
            seen.add(code)
            yield divmod(code, size)


def _told_alike(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Records of one story, wherever it was placed. Days further apart than neighbours were told on purpose."""
    for i, j in alike([BLANK if e.toll else e.story for e in events]):
        if events[i].days.gap(events[j].days) <= 1:
            yield i, j


def _filed_together(
    events: Sequence[Event], towns: dict[Key, list[int]], regions: dict[Key, list[int]]
) -> Iterator[tuple[int, int]]:
    for block in towns.values():
        yield from _together(events, block)
    for block in regions.values():
        vague = [i for i in block if not events[i].area.precise]
        if vague and len(block) <= MOST_REGIONAL:
            yield from product(vague, block)


def _together(events: Sequence[Event], block: list[int]) -> Iterator[tuple[int, int]]:
    if len(block) <= MOST_TOGETHER:
        for n, i in enumerate(block):
            for j in block[n + 1 :]:
                yield i, j
        return
    ranked = sorted(block, key=lambda i: _likeness(events[i]))
    for n, i in enumerate(ranked):
        for j in ranked[n + 1 : n + 1 + NEXT]:
            yield i, j


def _likeness(event: Event) -> tuple[str, str, str, int, tuple[str, str]]:
    """Sorts records that are likely one beside each other."""
    actor = min(event.actors, default="")
    return (event.area.name, event.incident.type, actor, event.killed.low if event.killed else -1, event.order)


def _days(event: Event) -> tuple[int | None, ...]:
    """The days a record is filed under: its own and the next, so that those of neighbouring days meet, to be asked about."""
    lo, hi = event.days
    if hi is None and lo is None:
        return (None,)
    if hi is None:
        hi = lo
    assert hi is not None
    first = max(lo, hi - WINDOW) if lo is not None else hi - WINDOW
    return tuple(range(first, hi + 2))


def cells(area: Area) -> tuple[str, ...]:
    """Where a town is filed: the cells of the grid that its circle touches, and its name without vowels."""
    out = []
    if area.lat is not None and area.lon is not None:
        reach = min(area.radius, 30.0) / 111.0
        wide = reach / max(0.1, math.cos(math.radians(area.lat)))
        for y in range(_cell(area.lat - reach), _cell(area.lat + reach) + 1):
            for x in range(_cell(area.lon - wide), _cell(area.lon + wide) + 1):
                out.append(f"{y}:{x}")
    if area.skeleton:
        out.append(f"{area.country}/{area.skeleton}")
    return tuple(out)


def _cell(degrees: float) -> int:
    return math.floor(degrees / CELL)


def _regions(area: Area) -> tuple[str, ...]:
    """The regions a record lies in. One that names a town is found there too, by those that name only the region."""
    country = area.country or "?"
    if area.precise:
        return (country, f"{country}/{area.admin1}") if area.admin1 else (country,)
    return (f"{country}/{area.admin1}",) if area.admin1 else (country,)
