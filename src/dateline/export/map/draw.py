"""The map of an article's incidents, ready for the page: what lies in the view, in pixels, and every place again in words."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from dateline.export.map.borders import Ground, ground, steps
from dateline.export.map.labels import SLOTS, Label, Placed, place, width
from dateline.export.map.names import MARGIN, Towns, names
from dateline.export.map.spots import Divisions, Owner, Spot
from dateline.export.map.view import HEIGHT, WIDTH, Lonlat, View, fit, middle, unwrapped
from dateline.export.words import PLACES, point_words, type_words, where_line
from dateline.model.incident import Incident, Where

_APART = 2.0
"""Zoom levels that items set aside may cost; where they lie farther off, the view is that of the news."""

_CLOSE = 6.0
"""The zoom from which on the lands around are shown apart, ``_FARTHER`` levels off."""

_FARTHER = 3.6
THUMB = 2.0
"""Pixels by which its lines may be moved: it is shown at a fifth of its size."""

_CORNERS = ((10.0, HEIGHT - 34.0, 150.0, HEIGHT - 8.0), (WIDTH - 32.0, 8.0, WIDTH - 8.0, 50.0))
"""Where the scale bar and the arrow to the north stand."""

_BADGE = 22.0
_A_ROW = 5


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
    line: bool = False


class Locator(NamedTuple):
    """A small map of the lands around. ``here``: where the large one lies in it, as left, top, width and height."""

    ground: Ground
    names: tuple[Placed, ...]
    here: tuple[float, float, float, float]


class Entry(NamedTuple):
    """A place in words: the text that stands for the picture. ``drawn`` false: it has no place on the map. ``href``: where its number leads,
    empty for its card on the page."""

    key: str
    number: str
    title: str
    words: str
    note: str
    drawn: bool
    href: str = ""


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


def draw(
    found: Sequence[Spot],
    divisions: Divisions,
    towns: Towns,
    *,
    seen: Callable[[View], View] = lambda view: view,
    below: Callable[[View], Ground] = lambda view: ground(view, MARGIN),
    around: Callable[[View], Ground] = lambda view: ground(farther(view), 0, THUMB),
) -> Map | None:
    """The map of the spots; null where there are none. ``seen``: the view in the place of the one that just holds them; ``below``: what lies
    under it; ``around``: under the small map of the lands around it."""
    if not found:
        return None
    centre = middle([spot.lon for spot in found])
    found = [_moved(spot, unwrapped(spot.lon, centre) - spot.lon) for spot in found]
    view = seen(_view(found))
    base = below(view)
    pins = [_pin(spot, view) for spot in found]
    dots = [(p.x - 6, p.y - 6, p.x + 6, p.y + 6) for p, spot in zip(pins, found, strict=True) if spot.point]
    placed = place([*pins, *names(view, found, base.names, divisions, towns)], [*dots, *_CORNERS])
    return Map(
        view=view,
        size=(WIDTH, HEIGHT),
        ground=base,
        shapes=tuple(shape for spot in found if (shape := _shape(spot, view)).path or shape.dot),
        pins=tuple(_badges(one, spot) for one, spot in zip(placed, found, strict=False)),
        names=tuple(placed[len(pins) :]),
        scale=view.scale(),
        locator=_locator(around(view)) if view.zoom >= _CLOSE else None,
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
    paths = filter(None, (steps(np.array([view.pixel(*point) for point in ring])) for ring in spot.rings))
    path = "".join(paths) if spot.line else "".join(f"{one}z" for one in paths)
    x, y = view.pixel(spot.lon, spot.lat)
    return Shape(_keys(spot), path, (round(x, 1), round(y, 1)) if spot.point else None, spot.aside, spot.line)


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
    slots, gap = (
        ("inside", 10.0) if not spot.point and (spot.line or not spot.rings or room > _BADGE) else ("above", 12.0)
    )
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


def farther(view: View) -> View:
    """The lands around a view that are shown apart."""
    return view.farther(_FARTHER)


def _locator(below: Ground) -> Locator:
    labels = [
        Label("country", name, x, y, width(name, 46), 46, "centre", gap=30, air=12, reach=reach)
        for name, x, y, reach in sorted(below.names, key=lambda named: -named.reach)
    ]
    share = 2**-_FARTHER
    wide, high = WIDTH * share, HEIGHT * share
    left, top = (WIDTH - wide) / 2, (HEIGHT - high) / 2
    free = (left - 20, top - 20, left + wide + 20, top + high + 20)
    return Locator(below, tuple(place(labels, [free])), (round(left, 1), round(top, 1), round(wide, 1), round(high, 1)))
