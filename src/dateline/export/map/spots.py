"""What of an article's incidents may be drawn: points with their doubt, areas as areas; the rest has no place on a map.

A country is no place to draw, nor is an area of which nobody knows how far it reaches.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from geographiclib.geodesic import Geodesic

from dateline.export.map.view import Lonlat, unwrapped
from dateline.export.words import type_words
from dateline.model.incident import Area, Incident, Where

_POINTS = frozenset({"exact", "landmark", "neighbourhood", "settlement"})
_AREAS = frozenset({"near", "adm2", "adm1", "area"})
_CORNERS = 48
_MOST_KM = 2500.0


class Division(Protocol):
    """A first-level division: its centre in degrees and its rough half-extent."""

    @property
    def name(self) -> str: ...
    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...
    @property
    def radius_km(self) -> float: ...


Divisions = Mapping[str, Sequence[Division]]
"""By country code."""


class Owner(NamedTuple):
    """One incident at a spot: its key on the page, the number on its badge, and its kind in words. ``href``: where its badge leads, empty for
    its card on the page; ``said``: what the badge is called, where that is not its number and kind."""

    key: str
    number: str
    title: str
    href: str = ""
    said: str = ""


class Spot(NamedTuple):
    """One place that incidents share. ``point`` false: an area, with nothing to point at. ``rings``: how far it reaches, in
    degrees; ``line``: they are lines, as of a road. ``drawn_as``: what stands in for the place of the record, if something does."""

    owners: tuple[Owner, ...]
    lon: float
    lat: float
    radius_km: float | None
    point: bool
    rings: tuple[tuple[Lonlat, ...], ...]
    names: tuple[str, ...]
    aside: bool
    drawn_as: str | None = None
    line: bool = False


def spots(items: Sequence[tuple[str, Incident]], divisions: Divisions, public: bool = False) -> list[Spot]:
    """The places to draw, incidents of one place together, news before what was set aside. ``public``: first-level
    divisions only, whatever the record holds."""
    found: dict[tuple[object, ...], Spot] = {}
    for key, incident in items:
        spot = _division_spot(incident.where, divisions) if public else _spot(incident.where)
        if spot is None:
            continue
        owner = Owner(key, key[1:] if key[0] == "i" else key, type_words(incident))
        aside = incident.context != "news"
        same = (aside, spot.point, round(spot.lon, 4), round(spot.lat, 4), spot.radius_km, spot.rings)
        before = found.get(same)
        if before:
            # A quarter whose town alone is known has the town's point: it is called by both names.
            names = dict.fromkeys(filter(None, (*before.names, *spot.names)))
            spot = before._replace(names=tuple(names))
        found[same] = spot._replace(owners=(*spot.owners, owner), aside=aside)
    return sorted(found.values(), key=lambda spot: spot.aside)


def _spot(where: Where) -> Spot | None:
    area = _drawable(where)
    lon, lat = where.lon, where.lat
    if area is not None and lon is None:
        lon, lat = _middle(area)
    if lon is None or lat is None or not _valid(lon, lat):
        return None
    point = where.precision in _POINTS
    if not point and (where.precision not in _AREAS or not (area or where.radius_km)):
        return None
    name = where.name or where.admin1 or ""
    name = f"near {name}" if name and where.precision == "near" else name
    names = (name,) if name else ()
    if area is not None:
        line = area.type == "MultiLineString"
        return Spot((), lon, lat, where.radius_km, point and not line, _rings(area, lon), names, False, line=line)
    rings = circle(lon, lat, where.radius_km) if where.radius_km else ()
    return Spot((), lon, lat, where.radius_km, point, rings, names, False)


def _division_spot(where: Where, divisions: Divisions) -> Spot | None:
    """The area of the first-level division that the record names."""
    if where.admin1 is None or where.country is None:
        return None
    own = next((d for d in divisions.get(where.country, ()) if d.name == where.admin1), None)
    if own is None:
        return None
    rings = circle(own.lon, own.lat, own.radius_km)
    return Spot((), own.lon, own.lat, own.radius_km, False, rings, (own.name,), False, own.name)


def circle(lon: float, lat: float, radius_km: float) -> tuple[tuple[Lonlat, ...], ...]:
    """A geodesic circle (WGS84) as one ring whose longitudes run on past the antimeridian."""
    metres = min(radius_km, _MOST_KM) * 1000
    ring = []
    for step in range(_CORNERS):
        there = Geodesic.WGS84.Direct(lat, lon, step * 360 / _CORNERS, metres)
        ring.append((lon + (there["lon2"] - lon + 180) % 360 - 180, there["lat2"]))
    return (tuple(ring),)


def _drawable(where: Where) -> Area | None:
    """The area that the words describe. A part of a country is none: a quarter of a circle tells nothing of its shape."""
    area = where.geometry
    return None if area is None or (area.kind == "part" and where.gazetteer_id is None) else area


def _middle(area: Area) -> Lonlat:
    """The mean of the corners, which lies inside a wedge and on a straight line."""
    ring = area.coordinates[0]
    corners = ring[:-1] if ring[0] == ring[-1] else ring
    lons = [unwrapped(lon, corners[0][0]) for lon, _ in corners]
    return (sum(lons) / len(corners) + 180) % 360 - 180, sum(lat for _, lat in corners) / len(corners)


def _rings(area: Area, lon: float) -> tuple[tuple[Lonlat, ...], ...]:
    """The rings or lines of an area, their longitudes running on past the antimeridian."""
    return tuple(tuple((unwrapped(x, lon), y) for x, y in ring) for ring in area.coordinates)


def _valid(lon: float, lat: float) -> bool:
    return math.isfinite(lon) and math.isfinite(lat) and abs(lat) <= 90 and abs(lon) <= 180
