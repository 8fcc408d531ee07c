"""Ranges, disputes and revisions as lanes on one axis; places as circles on a plan. Positions are per cent, so that a drawing fits any width."""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline.desk.pages import Lane, Spot
from dateline.export.words import count_words, day_words, interval_words
from dateline.model.incident import When, Where
from dateline.model.merged import MergedWhen, MergedWhere, Toll

_OPEN = 1.25
"""How much longer than what is known an axis is where a range has no end."""

Ticks = tuple[tuple[float, str], ...]
_KM_A_DEGREE = 111.32


class Range(NamedTuple):
    """Numbers of one axis; null: open."""

    label: str
    words: str
    low: float | None
    high: float | None
    old: bool = False
    fold: bool = False


def figures(toll: Toll, names: dict[str, str]) -> tuple[tuple[Lane, ...], Ticks]:
    """Every figure that was given for an outcome, and what they come to. ``names``: of a report's outlet."""
    found = [Range(names.get(c.article, c.article), count_words(c.low, c.high), c.low, None if c.high is None else c.high + 1, not c.current) for c in toll.claims]  # fmt: skip
    if len(found) < 2 and toll.high == toll.low:
        return (), ()
    whole = Range("together", count_words(toll.low, toll.high), toll.low, None if toll.high is None else toll.high + 1, fold=True)  # fmt: skip
    return _lanes([*found, whole], lambda n: f"{n:,.0f}")


def days(told: Sequence[tuple[str, When]], when: MergedWhen) -> tuple[tuple[Lane, ...], Ticks]:
    """The days that each report allows, and those that all of them do."""
    found = [_interval(label, one) for label, one in told if one.start or one.end]
    if len({(r.low, r.high) for r in found}) < 2 and when.start == when.end:
        return (), ()
    whole = _interval("together", When(start=when.start, end=when.end))._replace(fold=True)
    return _lanes([*found, whole], lambda n: day_words(dt.date.fromordinal(round(n))).split(" ", 1)[1])


def _interval(label: str, when: When) -> Range:
    low = when.start.toordinal() if when.start else None
    high = when.end.toordinal() + 1 if when.end else None
    return Range(label, interval_words(when), low, high)


def _lanes(found: Sequence[Range], name: Callable[[float], str]) -> tuple[tuple[Lane, ...], Ticks]:
    known = [n for r in found for n in (r.low, r.high) if n is not None]
    if not known:
        return (), ()
    first, last = min(known), max(known)
    room = max((last - first) * (_OPEN - 1), 1.0)
    begin = first - (room if any(r.low is None for r in found) else 0)
    end = last + (room if any(r.high is None for r in found) else 0)
    span = max(end - begin, 1e-9)

    def at(n: float) -> float:
        return round(100 * (n - begin) / span, 2)

    lanes = []
    for r in found:
        left, right = at(begin if r.low is None else r.low), at(end if r.high is None else r.high)
        lanes.append(
            Lane(
                label=r.label,
                words=r.words,
                left=left,
                width=max(round(right - left, 2), 1.0),
                open_start=r.low is None,
                open_end=r.high is None,
                old=r.old,
                fold=r.fold,
            )
        )
    marks = sorted({first, last - 1 if last - 1 > first else first})
    return tuple(lanes), tuple((at(n), name(n)) for n in marks)


def plan(told: Sequence[tuple[str, Where]], where: MergedWhere) -> tuple[Spot, ...]:
    """The points that reports give, with their doubt, and the one that they come to. Empty where they agree or there are none."""
    points = [(label, w.lat, w.lon, w.radius_km or 0.0, False) for label, w in told if w.lat is not None and w.lon is not None]  # fmt: skip
    if len({(lat, lon, km) for _, lat, lon, km, _ in points}) < 2:
        return ()
    if where.lat is not None and where.lon is not None:
        points.append(("together", where.lat, where.lon, where.radius_km or 0.0, True))
    lat0, lon0 = points[0][1], points[0][2]
    assert lat0 is not None
    assert lon0 is not None
    flat = [
        (label, ((lon or 0) - lon0 + 180) % 360 - 180, (lat or 0) - lat0, km, fold)
        for label, lat, lon, km, fold in points
    ]
    squeeze = max(math.cos(math.radians(lat0)), 0.1)
    drawn = [(label, x * squeeze * _KM_A_DEGREE, -y * _KM_A_DEGREE, km, fold) for label, x, y, km, fold in flat]
    left, right = min(x - r for _, x, _, r, _ in drawn), max(x + r for _, x, _, r, _ in drawn)
    top, low = min(y - r for _, _, y, r, _ in drawn), max(y + r for _, _, y, r, _ in drawn)
    size = max(right - left, low - top, 1.0) * 1.2
    mx, my = (left + right) / 2, (top + low) / 2
    return tuple(
        Spot(
            label=label,
            x=round(50 + 100 * (x - mx) / size, 2),
            y=round(50 + 100 * (y - my) / size, 2),
            radius=round(max(100 * r / size, 0.8), 2),
            fold=fold,
        )
        for label, x, y, r, fold in drawn
    )
