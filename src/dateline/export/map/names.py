"""The names around the incidents: their own places first, then countries, large towns, divisions, and smaller towns."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from dateline.export.map.borders import Named
from dateline.export.map.labels import Label, width
from dateline.export.map.spots import Divisions, Spot
from dateline.export.map.view import Box, Lonlat, View, km_a_pixel, unwrapped

MARGIN = 1.0
"""How many times its own size is drawn around the view, to be moved into sight."""

_TOWNS = 60
_BIG = 8
_CLOSE_TOWNS = 8
_CLOSE_SPOTS = 8
_CLOSE_SHARE = 12
"""Half of this is how many times the view is as wide as what is looked at around a spot."""

_DIVISIONS = 90
_ZOOMS = 3
"""Levels by which the page lets its reader zoom in."""

_SMALL = 0.5
"""Pixels from the middle of a division to its edge, below which no name finds room even at the nearest zoom."""

_LETTERS = 30
_BESIDE_BADGE = 14.0
_SAME = 0.02
_NAMESAKE = 0.3
"""Degrees within which a town of the gazetteer is the spot itself, whatever its name, or if it bears its name."""


class Town(Protocol):
    """A town of the gazetteer, in degrees."""

    @property
    def name(self) -> str: ...
    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...


Towns = Callable[[float, float, float, float, int], Sequence[Town]]
"""The most populous towns between west, south, east and north, so many at most, largest first."""


def no_towns(west: float, south: float, east: float, north: float, most: int) -> Sequence[Town]:
    """Where no gazetteer is at hand."""
    return ()


def names(
    view: View, found: Sequence[Spot], countries: Sequence[Named], divisions: Divisions, towns: Towns
) -> list[Label]:
    """All names, heaviest first."""
    near, far = _town_names(view, found, towns)
    return [
        *(_spot_name(spot, *view.pixel(spot.lon, spot.lat)) for spot in found if spot.names),
        *(_country_name(*named) for named in countries),
        *near[:_BIG],
        *_division_names(view, found, divisions),
        *near[_BIG:],
        *far,
    ]


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else name[: _LETTERS - 1].rstrip() + "…"


def _spot_name(spot: Spot, x: float, y: float) -> Label:
    name = _short(", ".join(spot.names))
    kind = "spot aside" if spot.aside else "spot"
    gap = 9 if spot.point else _BESIDE_BADGE
    return Label(kind, name, round(x, 1), round(y, 1), width(name, 14.5), 15, "beside", gap=gap)


def _country_name(name: str, x: float, y: float, reach: float) -> Label:
    return Label("country", name, x, y, width(name, 12) * 1.35, 14, "centre", gap=16, air=4, reach=reach)


def _town_names(view: View, found: Sequence[Spot], towns: Towns) -> tuple[list[Label], list[Label]]:
    """Towns in the view, then towns around it and close to the spots, without those that are spots themselves."""
    seen: set[tuple[float, float]] = set()
    points = [spot for spot in found if spot.point]
    near = list(_unseen(towns(*view.box(), _TOWNS), view, points, seen))
    boxes = [(view.box(MARGIN), _TOWNS), *((_close(spot, view), _CLOSE_TOWNS) for spot in found[:_CLOSE_SPOTS])]
    far = [town for box, most in boxes for town in _unseen(towns(*box, most), view, points, seen)]
    return (
        [_town_name(*town, big=number < _BIG) for number, town in enumerate(near)],
        [_town_name(*town, big=False) for town in far],
    )


def _unseen(
    towns: Sequence[Town], view: View, points: Sequence[Spot], seen: set[tuple[float, float]]
) -> Iterator[tuple[str, float, float]]:
    """Names and pixels of the towns that were not met before."""
    for town in towns:
        at = (view.near(town.lon), town.lat)
        if at not in seen and not any(_taken(town.name, at, spot) for spot in points):
            seen.add(at)
            yield town.name, *view.pixel(*at)


def _close(spot: Spot, view: View) -> Box:
    """What is seen around a spot when the map is brought nearer."""
    west, south, east, north = view.box()
    dx, dy = (east - west) / _CLOSE_SHARE, (north - south) / _CLOSE_SHARE
    return spot.lon - dx, spot.lat - dy, spot.lon + dx, spot.lat + dy


def _town_name(name: str, x: float, y: float, big: bool) -> Label:
    kind, size = ("town big", 12.5) if big else ("town", 11.5)
    name = _short(name)
    return Label(kind, name, round(x, 1), round(y, 1), width(name, size), 13, "beside", gap=5, air=9)


def _taken(name: str, at: Lonlat, spot: Spot) -> bool:
    off = max(abs(at[0] - spot.lon), abs(at[1] - spot.lat))
    return off < _SAME or (off < _NAMESAKE and name.casefold() in map(str.casefold, spot.names))


def _division_names(view: View, found: Sequence[Spot], divisions: Divisions) -> list[Label]:
    """First-level divisions around the view that are large enough to be named at some zoom, largest first."""
    west, south, east, north = view.box(MARGIN)
    middle = (west + east) / 2
    shown = {name for spot in found if not spot.point for name in spot.names}
    around: list[tuple[float, str, float, float]] = []
    for division in (d for rows in divisions.values() for d in rows if south <= d.lat <= north):
        lon = unwrapped(division.lon, middle)
        if not west <= lon <= east:
            continue
        reach = division.radius_km / km_a_pixel(view.zoom, division.lat)
        if reach >= _SMALL and division.name not in shown:
            x, y = view.pixel(lon, division.lat)
            around.append((reach, _short(division.name), round(x, 1), round(y, 1)))
    labels: dict[tuple[str, int], Label] = {}
    for reach, name, x, y in sorted(around, key=lambda one: -one[0]):
        wide = width(name, 11.5)
        if reach * 2**_ZOOMS * 2 >= wide:
            key = (name, round(x))
            labels.setdefault(
                key, Label("division", name, x, y, wide, 13, "centre", gap=12, air=6, reach=round(reach, 1))
            )
        if len(labels) == _DIVISIONS:
            break
    return list(labels.values())
