"""Areas that words describe: "12 km south of X" is a sector, "the X–Y road" a line, "the eastern part of X" a wedge.

Each is a GeoJSON geometry (RFC 7946: longitude first, rings counter-clockwise) beside the point and radius that cover it. A place
that point and radius describe whole (a town, "near X", "the outskirts of X") has none. Geodesics on WGS84 by geographiclib; km.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from geographiclib.geodesic import Geodesic

from dateline.model.incident import Area

EIGHTH, SIXTEENTH = 22.5, 11.25  # degrees to either side of a compass word: of eight ("southwest"), of sixteen
NEAR_KM = 5.0  # "near" a village reaches as far as this beyond it, near a city farther
NEAR_MOST_KM = 25.0
CENTRE_KM = 1.5  # reporters measure from somewhere in a town's centre, gazetteers put it somewhere else
ABOUT = 0.1  # what "about 40 km" adds to its rounding


@lru_cache(maxsize=8192)
def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points."""
    return float(Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, Geodesic.DISTANCE)["s12"]) / 1000


def nearest_km(lat: float, lon: float, points: Sequence[tuple[float, float]]) -> float | None:
    """Kilometres to the nearest of the points, null where there are none.

    Only those are measured that lie nearest on a sphere too: its distances stand in the same ratio within 1.1 %.
    """
    rough = [_angle(lat, lon, *p) for p in points]
    far = 1.02 * min(rough, default=0.0)
    near = (p for p, angle in zip(points, rough, strict=True) if angle <= far)
    return min((distance_km(lat, lon, *p) for p in near), default=None)


def _angle(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The angle between two points at the centre of a sphere, in radians, by haversines."""
    north, east = math.radians(lat2 - lat1), math.radians(lon2 - lon1)
    slant = math.cos(math.radians(lat1)) * math.cos(math.radians(lat2)) * math.sin(east / 2) ** 2
    return 2 * math.asin(min(1.0, math.sqrt(math.sin(north / 2) ** 2 + slant)))


@lru_cache(maxsize=8192)
def bearing(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The direction from the first point to the second in degrees from north, 0 to 360."""
    return float(Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, Geodesic.AZIMUTH)["azi1"]) % 360


def shift(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point ``km`` away in the direction ``bearing`` (degrees from north)."""
    there = Geodesic.WGS84.Direct(lat, lon, bearing, km * 1000)
    return round(float(there["lat2"]), 4), round(float(there["lon2"]), 4)


def rounding(km: float) -> float:
    """How far off a figure said in kilometres may be for its rounding: 12 by half a kilometre, 15 by 2.5, 40 by 5."""
    whole = round(km)
    if abs(km - whole) > 1e-6:
        return max(0.5, 0.03 * km)  # miles, or a figure with a decimal
    unit = 10 if whole % 10 == 0 else 5 if whole % 5 == 0 else 1
    return unit / 2


def sector(lat: float, lon: float, toward: int, km: float, *, about: bool = False) -> Area:
    """What "``km`` south of" the point may mean: a ring segment as wide as the compass word, as deep as the figure's rounding.

    ``toward`` in degrees from north; ``about``: the text says so.
    """
    slack = rounding(km) + CENTRE_KM + (ABOUT * km if about else 0)
    half = (EIGHTH if toward % 45 == 0 else SIXTEENTH) + math.degrees(
        math.asin(min(1.0, CENTRE_KM / max(km, CENTRE_KM)))
    )
    inner, outer = max(0.0, km - slack), km + slack
    ring = [_arc(lat, lon, toward, half, outer, -1), _arc(lat, lon, toward, half, inner, 1) if inner else [(lon, lat)]]
    return Area(type="Polygon", coordinates=(_closed([*ring[0], *ring[1]]),), kind="sector", km=km)


def wedge(lat: float, lon: float, toward: int, radius: float) -> Area:
    """The part of a region on one side of its centre: "the eastern part of", "northern X"."""
    half = 45.0 if toward % 90 == 0 else EIGHTH
    return Area(
        type="Polygon", coordinates=(_closed([(lon, lat), *_arc(lat, lon, toward, half, radius, -1)]),), kind="part"
    )


def line(lat1: float, lon1: float, lat2: float, lon2: float) -> Area:
    """The straight line that stands for a road, or a stretch, between two places."""
    ends = ((round(lon1, 4), round(lat1, 4)), (round(lon2, 4), round(lat2, 4)))
    return Area(
        type="MultiLineString", coordinates=(ends,), kind="between", km=round(distance_km(lat1, lon1, lat2, lon2), 1)
    )


def covering(area: Area, lat: float, lon: float) -> float:
    """The radius of the circle around a point that holds the area."""
    return round(max(distance_km(lat, lon, y, x) for ring in area.coordinates for x, y in ring), 1)


def near_km(extent: float) -> float:
    """How far "near", "outskirts", "fringes" reach from the centre of a town of that rough radius."""
    return round(min(NEAR_MOST_KM, 1.5 * extent + NEAR_KM), 1)


def agrees(km: float, toward: float, said_km: float | None, said_toward: int) -> bool:
    """Whether a measured distance and direction are what a phrase ("40 km northeast of") may mean."""
    turn = abs((toward - said_toward + 180) % 360 - 180)
    if turn > 2 * EIGHTH:
        return False
    return said_km is None or abs(km - said_km) <= max(5.0, 0.25 * said_km)


def extent(people: int) -> float:
    """A rough radius of a town in km by its people."""
    return round(min(20.0, 1.5 + math.sqrt(people) / 80), 1)


def _arc(lat: float, lon: float, toward: float, half: float, km: float, sign: int) -> list[tuple[float, float]]:
    steps = 8
    out = []
    for k in range(-steps, steps + 1):
        y, x = shift(lat, lon, toward + sign * half * k / steps, km)
        out.append((x, y))
    return out


def _closed(ring: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return (*ring, ring[0])
