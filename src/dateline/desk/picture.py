"""The map of a page, as the report draws it."""

from collections.abc import Sequence
from functools import lru_cache

from dateline.desk.pages.map import MapItem, MapPage
from dateline.desk.pages.page import Brief
from dateline.desk.render import piece
from dateline.desk.view import address, view_of
from dateline.export.map.borders import Ground, ground_elsewhere, ground_file
from dateline.export.map.draw import THUMB, Entry, Map, draw, farther
from dateline.export.map.names import MARGIN, Towns
from dateline.export.map.spots import Divisions, Owner, Spot, circle
from dateline.export.map.view import View, km_a_pixel
from dateline.export.words import PLACES, point_words

_POINTS = frozenset({"exact", "landmark", "neighbourhood", "settlement"})
_COARSE = 5.0
"""The zoom below which the ground is drawn coarsely: there is too much of it."""

_DOT = 5.0
"""Pixels from the middle of a dot to its edge."""


_MANY = {True: "open to see them apart", False: "open to list them"}


def picture(page: MapPage, divisions: Divisions, towns: Towns) -> str:
    """The map of a page and its places in words, as HTML."""
    drawn = _drawn(page, divisions, towns)
    return piece("map.html.j2", map=drawn, places=_entries(page), aside_places=[], public=False)


def _drawn(page: MapPage, divisions: Divisions, towns: Towns) -> Map | None:
    if page.view is None or not page.items:
        return None
    view = view_of(page.view, page.near)
    spots = [_spot(n, item, view.zoom) for n, item in enumerate(page.items, 1)]
    return draw(spots, divisions, towns, seen=lambda _: view, below=_below, around=_around)


def _entries(page: MapPage) -> Sequence[Entry]:
    entries = [_entry(n, item) for n, item in enumerate(page.items, 1)]
    return [*entries, *(_lost(n, one) for n, one in enumerate(page.unplaced_items, len(entries) + 1))]


def _spot(n: int, item: MapItem, zoom: float) -> Spot:
    number = f"{item.count:,}" if item.count > 1 else "1"
    owner = Owner(f"i{n}", number, item.title, item.href, item.title)
    # What its dot covers is not drawn, a level nearer neither: from there on the map is drawn anew.
    wide = (item.radius_km or 0) / km_a_pixel(zoom + 1, item.lat) > _DOT
    rings = circle(item.lon, item.lat, item.radius_km) if item.radius_km and wide else ()
    point = item.count == 1 and (item.precision in _POINTS or not rings)  # of many the number itself stands there
    return Spot((owner,), item.lon, item.lat, item.radius_km, point, rings, (), False)


def _entry(n: int, item: MapItem) -> Entry:
    note = point_words(item.lat, item.lon, item.radius_km) if item.count == 1 else _MANY[item.href.startswith("/map")]
    exact = PLACES.get(item.precision or "", "")
    number = f"{item.count:,}" if item.count > 1 else "1"
    return Entry(f"i{n}", number, item.title, item.title, " · ".join(filter(None, (exact, note))), True, item.href)


def _lost(n: int, one: Brief) -> Entry:
    return Entry(
        f"i{n}",
        "·",
        one.title,
        f"{one.title}, {one.where}, {one.when}",
        "no point is known",
        False,
        f"/incidents/{one.id}",
    )


def ground(view: View, around: bool) -> str:
    """Land and borders under a view, or under the small map of the lands around it, as a file."""
    if around:
        return ground_file(farther(view), 0, THUMB)
    return ground_file(view, MARGIN, 2.0 if view.zoom < _COARSE else 0.5)


@lru_cache(maxsize=128)
def _below(view: View) -> Ground:
    return ground_elsewhere(view, MARGIN, f"/map/ground/{address(view)}")


@lru_cache(maxsize=128)
def _around(view: View) -> Ground:
    return ground_elsewhere(farther(view), 0, f"/map/around/{address(view)}")
