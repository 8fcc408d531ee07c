"""Where reports place an incident, as circles on a small plan."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from dateline.desk.pages.chart import Spot
from dateline.model.incident import Where
from dateline.model.merged import MergedWhere

_KM_A_DEGREE = 111.32
_LEAST = 0.8
"""Per cent: a point without doubt is still seen."""


class Point(NamedTuple):
    """A point with its doubt; ``x`` and ``y`` are degrees at first, then km east and south."""

    label: str
    x: float
    y: float
    km: float
    fold: bool = False


def plan(told: Sequence[tuple[str, Where]], where: MergedWhere) -> tuple[Spot, ...]:
    """The points that reports give, with their doubt, and the one that they come to. Empty where they agree or there are none."""
    found = [p for label, one in told if (p := _point(label, one))]
    if len({(p.x, p.y, p.km) for p in found}) < 2:
        return ()
    whole = _point("together", where)
    return _drawn(_flat([*found, *([whole._replace(fold=True)] if whole else [])]))


def _point(label: str, one: Where | MergedWhere) -> Point | None:
    if one.lat is None or one.lon is None:
        return None
    return Point(label, one.lon, one.lat, one.radius_km or 0.0)


def _flat(found: Sequence[Point]) -> list[Point]:
    """Around the first of them, which is near enough for a drawing; across the antimeridian the short way."""
    lon, lat = found[0].x, found[0].y
    squeeze = max(math.cos(math.radians(lat)), 0.1) * _KM_A_DEGREE
    return [p._replace(x=((p.x - lon + 180) % 360 - 180) * squeeze, y=(lat - p.y) * _KM_A_DEGREE) for p in found]


def _drawn(found: Sequence[Point]) -> tuple[Spot, ...]:
    left, right = min(p.x - p.km for p in found), max(p.x + p.km for p in found)
    top, low = min(p.y - p.km for p in found), max(p.y + p.km for p in found)
    scale = 100 / (max(right - left, low - top, 1.0) * 1.2)
    mx, my = (left + right) / 2, (top + low) / 2
    return tuple(
        Spot(label=p.label, x=round(50 + (p.x - mx) * scale, 2), y=round(50 + (p.y - my) * scale, 2), radius=round(max(p.km * scale, _LEAST), 2), fold=p.fold)
        for p in found
    )  # fmt: skip
