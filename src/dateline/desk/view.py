"""The views that maps are drawn in. They are few, so that the ground of each is drawn once for many who look at it."""

import math

from dateline.export.map.view import HEIGHT, WIDTH, View, fit, world
from dateline.store.wanted import Box

_STEPS = 2
"""Steps of a zoom level."""

_GRID = 40
"""Pixels."""

_NEAREST = 14.0
"""The zoom beyond which nobody is shown a map."""

_NEAR_KM = 8.0


def view_of(box: Box, near: bool) -> View:
    """The view in which a box is shown. ``near``: it was asked for, and is not shown with the lands around it."""
    west, south, east, north = box
    points = [(west, south), (east if east >= west else east + 360, north)]
    return snapped(fit(points, _NEAR_KM) if near else fit(points))


def snapped(view: View) -> View:
    """One of the few that holds this one."""
    zoom = math.floor(view.zoom * _STEPS - 0.35) / _STEPS
    share = 2.0 ** (zoom - view.zoom)
    x, y = (view.x + WIDTH / 2) * share, (view.y + HEIGHT / 2) * share
    return View(zoom, round(x / _GRID) * _GRID - WIDTH / 2, round(y / _GRID) * _GRID - HEIGHT / 2)


def view_at(zoom: float, x: int, y: int) -> View | None:
    """One of the few by its numbers, as ``address`` writes them; null where it is none of them."""
    wide = world(zoom) if 0 <= zoom <= _NEAREST else 0
    on = (zoom * _STEPS) % 1 == 0 and (x + WIDTH // 2) % _GRID == 0 and (y + HEIGHT // 2) % _GRID == 0
    return View(zoom, x, y) if on and -wide <= x <= 2 * wide and -HEIGHT <= y <= wide else None


def address(view: View) -> str:
    """Its numbers, as a part of an address."""
    return f"{view.zoom:g}/{view.x:.0f}/{view.y:.0f}"
