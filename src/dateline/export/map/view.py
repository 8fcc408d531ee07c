"""The part of the world that a map shows, and its projection: spherical Mercator, as web maps have it, in pixels of the picture.

Longitudes run on over the antimeridian: a view near Fiji may reach from 170 to 190.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Lonlat = tuple[float, float]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; ``east`` may be above 180 and ``west`` below -180."""

WIDTH, HEIGHT = 760, 500
_TILE = 256.0
_LEAST_KM = 340.0
_PAD = 0.14
_LIMIT = 84.0
_KM_A_DEGREE = 111.32
_SCALES = tuple(digit * 10**power for power in range(5) for digit in (1, 2, 5))


class View(NamedTuple):
    """``zoom`` as in web maps (the world is 256 · 2^zoom pixels wide); ``x``, ``y`` the world's pixel at the left upper corner."""

    zoom: float
    x: float
    y: float

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point lies in the picture; longitudes are taken as they are."""
        x, y = _mercator(lon, lat)
        size = world(self.zoom)
        return x * size - self.x, y * size - self.y

    def box(self, margin: float = 0.0) -> Box:
        """The view with ``margin`` times its size added on every side."""
        size = world(self.zoom)
        left, right = self.x - margin * WIDTH, self.x + (1 + margin) * WIDTH
        top, bottom = self.y - margin * HEIGHT, self.y + (1 + margin) * HEIGHT
        west, east = left / size * 360 - 180, right / size * 360 - 180
        return west, _latitude(bottom / size), east, _latitude(top / size)

    def farther(self, zooms: float) -> "View":
        """The view of the same middle from farther off."""
        share = 2.0**-zooms
        return View(
            self.zoom - zooms, (self.x + WIDTH / 2) * share - WIDTH / 2, (self.y + HEIGHT / 2) * share - HEIGHT / 2
        )

    def near(self, lon: float) -> float:
        """The longitude, a whole turn added or taken off so that it lies nearest to the middle of the view."""
        middle = (self.x + WIDTH / 2) / world(self.zoom) * 360 - 180
        return unwrapped(lon, middle)

    def scale(self) -> tuple[float, int]:
        """A length in pixels for the scale bar, and the kilometres that it stands for in the middle of the view."""
        lat = _latitude((self.y + HEIGHT / 2) / world(self.zoom))
        a_pixel = km_a_pixel(self.zoom, lat)
        km = max((k for k in _SCALES if k / a_pixel <= WIDTH / 6), default=1)
        return km / a_pixel, km


def world(zoom: float) -> float:
    """Pixels round the globe."""
    return _TILE * math.exp2(zoom)


def km_a_pixel(zoom: float, lat: float) -> float:
    """Kilometres that a pixel stands for."""
    return _KM_A_DEGREE * 360 * math.cos(math.radians(lat)) / world(zoom)


def fit(points: Sequence[Lonlat], least_km: float = _LEAST_KM) -> View:
    """The view that holds all points, whose longitudes run on, with some room; never less than ``least_km`` wide."""
    spots = [_mercator(lon, lat) for lon, lat in points]
    west, east = min(x for x, _ in spots), max(x for x, _ in spots)
    north, south = min(y for _, y in spots), max(y for _, y in spots)
    lat = _latitude((north + south) / 2)
    least = least_km / (_KM_A_DEGREE * 360 * math.cos(math.radians(lat)))
    wide = max((east - west) * (1 + 2 * _PAD), least)
    high = max((south - north) * (1 + 2 * _PAD), least * HEIGHT / WIDTH)
    zoom = math.log2(max(min(WIDTH / wide, HEIGHT / high), WIDTH) / _TILE)
    size = _TILE * 2**zoom
    return View(zoom, (west + east) / 2 * size - WIDTH / 2, (north + south) / 2 * size - HEIGHT / 2)


def middle(lons: Iterable[float]) -> float:
    """The longitude in the middle of the shortest stretch round the globe that holds all."""
    found = sorted({(lon + 180) % 360 - 180 for lon in lons})
    gaps = [(b - a, b) for a, b in zip(found, [*found[1:], found[0] + 360], strict=True)]
    gap, after = max(gaps)
    return (after + (360 - gap) / 2 + 180) % 360 - 180


def unwrapped(lon: float, centre: float) -> float:
    """The longitude as it lies nearest to ``centre``."""
    return lon - 360 * round((lon - centre) / 360)


def _mercator(lon: float, lat: float) -> tuple[float, float]:
    """The point of a world that is one wide, its left upper corner at 0, 0."""
    lat = max(-_LIMIT, min(_LIMIT, lat))
    y = math.asinh(math.tan(math.radians(lat)))
    return (lon + 180) / 360, (1 - y / math.pi) / 2


def _latitude(y: float) -> float:
    return max(-_LIMIT, min(_LIMIT, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))))
