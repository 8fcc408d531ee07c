"""The map of an article's incidents, ready for the page: what lies in the view, in pixels, and every place again in words."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from dateline.export.map.borders import Ground, ground, steps
from dateline.export.map.labels import SLOTS, Label, Placed, place, width
from dateline.export.map.spots import Divisions, Owner, Spot
from dateline.export.map.view import HEIGHT, WIDTH, Box, Lonlat, View, fit, middle, unwrapped
from dateline.export.words import PLACES, point_words, type_words, where_line
from dateline.model.incident import Incident, Where

_MARGIN = 1.0
"""How many times its own size is drawn around the view, to be moved into sight."""

_APART = 2.0
"""Zoom levels that items set aside may cost; where they lie farther off, the view is that of the news."""

_CLOSE = 6.0
"""The zoom from which on the lands around are shown apart, ``_FARTHER`` levels off."""

_FARTHER = 3.6
_CORNERS = ((10.0, HEIGHT - 34.0, 150.0, HEIGHT - 8.0), (WIDTH - 32.0, 8.0, WIDTH - 8.0, 50.0))
"""Where the scale bar and the arrow to the north stand."""

_TOWNS = 60
_BIG = 8
_DIVISIONS = 90
_ZOOMS = 4
_BADGE = 22.0
_A_ROW = 5
_LETTERS = 30
_SAME = 0.02
_NAMESAKE = 0.3


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


class Badge(NamedTuple):
    owner: Owner
    x: float
    y: float
    width: float


class Pin(NamedTuple):
    """The numbers of a spot's incidents, and where they are put."""

    placed: Placed
    badges: tuple[Badge, ...]
    aside: bool
    keys: str


class Shape(NamedTuple):
    """How far a spot reaches, as a path, and its dot if it has one."""

    keys: str
    path: str
    dot: tuple[float, float] | None
    aside: bool


class Locator(NamedTuple):
    """A small map of the lands around. ``here``: where the large one lies in it, as left, top, width and height."""

    ground: Ground
    names: tuple[Placed, ...]
    here: tuple[float, float, float, float]


class Entry(NamedTuple):
    """A place in words: the text that stands for the picture. ``drawn`` false: it has no place on the map."""

    key: str
    number: str
    title: str
    words: str
    note: str
    drawn: bool


class Map(NamedTuple):
    view: View
    size: tuple[int, int]
    ground: Ground
    shapes: tuple[Shape, ...]
    pins: tuple[Pin, ...]
    names: tuple[Placed, ...]
    scale: tuple[float, int]
    locator: Locator | None
    slots: dict[str, str]


def draw(found: Sequence[Spot], divisions: Divisions, towns: Towns) -> Map | None:
    """The map of the spots; null where there are none."""
    if not found:
        return None
    centre = middle([spot.lon for spot in found])
    found = [_moved(spot, unwrapped(spot.lon, centre) - spot.lon) for spot in found]
    view = _view(found)
    below = ground(view, _MARGIN)
    pins = [_pin(spot, view) for spot in found]
    names = [_spot_name(spot, *view.pixel(spot.lon, spot.lat)) for spot in found if spot.name]
    near, far = _town_names(view, found, towns)
    names += [_country_name(*named) for named in below.names]
    names += near[:_BIG] + _division_names(view, found, divisions) + near[_BIG:] + far
    dots = [(p.x - 6, p.y - 6, p.x + 6, p.y + 6) for p, spot in zip(pins, found, strict=True) if spot.point]
    placed = place([*pins, *names], [*dots, *_CORNERS])
    return Map(
        view=view,
        size=(WIDTH, HEIGHT),
        ground=below,
        shapes=tuple(_shape(spot, view) for spot in found),
        pins=tuple(_badges(one, spot) for one, spot in zip(placed, found, strict=False)),
        names=tuple(placed[len(pins) :]),
        scale=view.scale(),
        locator=_locator(view) if view.zoom >= _CLOSE else None,
        slots={name: " ".join(f"{share:g}" for slot in slots for share in slot) for name, slots in SLOTS.items()},
    )


def entries(items: Sequence[tuple[str, Incident]], found: Sequence[Spot], drawn: Map | None) -> list[Entry]:
    """Every item's place in words, drawn or not."""
    at = {owner.key: spot for spot in found for owner in spot.owners}
    return [_entry(key, incident, at.get(key), drawn) for key, incident in items]


def _entry(key: str, incident: Incident, spot: Spot | None, drawn: Map | None) -> Entry:
    line = where_line(incident.where)
    note = line.note
    if spot and spot.drawn_as:
        note = f"drawn as {spot.drawn_as} · {point_words(spot.lat, spot.lon, spot.radius_km)}"
    elif spot is None:
        note = _why_not(incident.where)
    if spot and drawn and not _in_sight(spot, drawn.view):
        note += " · outside this view"
    return Entry(key, key[1:] if key[0] == "i" else key, type_words(incident), line.words, note, spot is not None)


def _why_not(where: Where) -> str:
    """Why a place is not drawn, in words."""
    if where.precision in ("country", "unknown"):
        return "the country only" if where.country else ""
    return (
        f"{PLACES[where.precision]} · no point known" if where.lat is None else f"{PLACES[where.precision]} · not drawn"
    )


def _moved(spot: Spot, turn: float) -> Spot:
    rings = tuple(tuple((lon + turn, lat) for lon, lat in ring) for ring in spot.rings)
    return spot._replace(lon=spot.lon + turn, rings=rings) if turn else spot


def _points(found: Sequence[Spot]) -> list[Lonlat]:
    return [point for spot in found for point in ((spot.lon, spot.lat), *(p for ring in spot.rings for p in ring))]


def _view(found: Sequence[Spot]) -> View:
    whole = fit(_points(found))
    news = [spot for spot in found if not spot.aside]
    if news and (own := fit(_points(news))).zoom - whole.zoom > _APART:
        return own
    return whole


def _in_sight(spot: Spot, view: View) -> bool:
    x, y = view.pixel(view.near(spot.lon), spot.lat)
    return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def _keys(spot: Spot) -> str:
    return " ".join(owner.key for owner in spot.owners)


def _shape(spot: Spot, view: View) -> Shape:
    path = "".join(f"{steps(np.array([view.pixel(*point) for point in ring]))}z" for ring in spot.rings)
    x, y = view.pixel(spot.lon, spot.lat)
    return Shape(_keys(spot), path, (round(x, 1), round(y, 1)) if spot.point else None, spot.aside)


def _badge_width(owner: Owner) -> float:
    return max(_BADGE, width(owner.number, 12) + 8)


def _rows(spot: Spot) -> list[tuple[Owner, ...]]:
    return [spot.owners[n : n + _A_ROW] for n in range(0, len(spot.owners), _A_ROW)]


def _pin(spot: Spot, view: View) -> Label:
    x, y = view.pixel(spot.lon, spot.lat)
    wide = max(sum(map(_badge_width, row)) + 2 * (len(row) - 1) for row in _rows(spot))
    high = len(_rows(spot)) * (_BADGE + 2) - 2
    # A badge in the middle of a small area would hide it.
    room = max((abs(view.pixel(*point)[1] - y) for ring in spot.rings for point in ring), default=0)
    slots, gap = ("inside", 10.0) if not spot.point and room > _BADGE else ("above", 12.0)
    return Label("pin", "", round(x, 1), round(y, 1), wide, high, slots, gap=gap, sure=True)


def _badges(placed: Placed, spot: Spot) -> Pin:
    badges = []
    for number, row in enumerate(_rows(spot)):
        x = -(sum(map(_badge_width, row)) + 2 * (len(row) - 1)) / 2
        for owner in row:
            badges.append(
                Badge(
                    owner, round(x, 1), round(number * (_BADGE + 2) - placed.label.height / 2, 1), _badge_width(owner)
                )
            )
            x += _badge_width(owner) + 2
    return Pin(placed, tuple(badges), spot.aside, _keys(spot))


def _locator(view: View) -> Locator:
    far = view.farther(_FARTHER)
    below = ground(far, 0, coarse=True)
    names = [
        Label("country", name, x, y, width(name, 46), 46, "centre", gap=30, air=12, reach=reach)
        for name, x, y, reach in sorted(below.names, key=lambda named: -named.reach)
    ]
    share = 2**-_FARTHER
    wide, high = WIDTH * share, HEIGHT * share
    left, top = (WIDTH - wide) / 2, (HEIGHT - high) / 2
    free = (left - 20, top - 20, left + wide + 20, top + high + 20)
    return Locator(below, tuple(place(names, [free])), (round(left, 1), round(top, 1), round(wide, 1), round(high, 1)))


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else name[: _LETTERS - 1].rstrip() + "…"


def _spot_name(spot: Spot, x: float, y: float) -> Label:
    name = _short(spot.name)
    kind = "spot aside" if spot.aside else "spot"
    gap = 9 if spot.point else _BADGE / 2 + 3
    return Label(kind, name, round(x, 1), round(y, 1), width(name, 14.5), 15, "beside", gap=gap)


def _country_name(name: str, x: float, y: float, reach: float) -> Label:
    return Label("country", name, x, y, width(name, 12) * 1.35, 14, "centre", gap=16, air=4, reach=reach)


def _town_names(view: View, found: Sequence[Spot], towns: Towns) -> tuple[list[Label], list[Label]]:
    """Towns in the view, then towns around it, without those that a spot bears the name of."""
    seen: set[tuple[float, float]] = set()
    lists = []
    for margin in (0.0, _MARGIN):
        labels = []
        for town in towns(*view.box(margin), _TOWNS):
            at = (view.near(town.lon), town.lat)
            if at not in seen and not any(_taken(town.name, at, spot) for spot in found):
                seen.add(at)
                x, y = view.pixel(*at)
                labels.append(_town_name(town.name, x, y, big=len(labels) < _BIG and not margin))
        lists.append(labels)
    return lists[0], lists[1]


def _town_name(name: str, x: float, y: float, big: bool) -> Label:
    kind, size = ("town big", 12.5) if big else ("town", 11.5)
    name = _short(name)
    return Label(kind, name, round(x, 1), round(y, 1), width(name, size), 13, "beside", gap=5, air=9)


def _taken(name: str, at: Lonlat, spot: Spot) -> bool:
    off = max(abs(at[0] - spot.lon), abs(at[1] - spot.lat))
    return spot.point and (off < _SAME or (off < _NAMESAKE and name.casefold() == spot.name.casefold()))


def _division_names(view: View, found: Sequence[Spot], divisions: Divisions) -> list[Label]:
    """First-level divisions around the view that are large enough to be named at some zoom, largest first."""
    box = view.box(_MARGIN)
    shown = {spot.name for spot in found if not spot.point}
    labels: dict[tuple[str, int], Label] = {}
    for division in (d for rows in divisions.values() for d in rows if d.name not in shown):
        at = (view.near(division.lon), division.lat)
        if _within(at, box):
            x, y = view.pixel(*at)
            top = view.pixel(at[0], min(at[1] + division.radius_km / 111.32, 84))[1]
            name = _short(division.name)
            wide = width(name, 11.5)
            if (y - top) * 2**_ZOOMS * 2 >= wide:
                labels[name, round(x)] = Label(
                    "division",
                    name,
                    round(x, 1),
                    round(y, 1),
                    wide,
                    13,
                    "centre",
                    gap=12,
                    air=6,
                    reach=round(y - top, 1),
                )
    return sorted(labels.values(), key=lambda label: -(label.reach or 0))[:_DIVISIONS]


def _within(at: Lonlat, box: Box) -> bool:
    return box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]
