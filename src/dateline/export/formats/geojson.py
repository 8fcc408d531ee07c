"""GeoJSON (RFC 7946): a feature an incident, in WGS 84, longitude first. An incident that has no point has no geometry, and neither has one
that is only known to lie in an area: the centre of a province is a false point. How sure a point is stands in its properties,
``radius_km`` and ``place_precision``."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dateline.export.formats.file import digest, replacing
from dateline.export.formats.loss import Loss, Profile, counted, seen_by
from dateline.export.formats.row import COLUMNS, Value, not_held, row
from dateline.model.merged import MergedIncident, MergedWhere

_POINTS = frozenset({"exact", "landmark", "neighbourhood", "settlement", "near"})


def export(incidents: Iterable[MergedIncident], path: Path, profile: Profile = "public") -> Loss:
    """Write the incidents as one collection, a feature a line. Raises ``ExportError``."""
    shown, withheld = seen_by(incidents, profile)
    with replacing(path) as file:
        file.write(b'{"type":"FeatureCollection","features":[')
        for number, one in enumerate(shown):
            file.write((b",\n" if number else b"\n") + msgspec.json.encode(_feature(one)))
        file.write(b"\n]}\n")
    lost = counted(_lost(one) for one in shown)
    return Loss(
        format="geojson", profile=profile, incidents=len(shown), sha256=digest(path), withheld=withheld, lost=lost
    )


def _feature(one: MergedIncident) -> dict[str, object]:
    names = (column.name for column in COLUMNS)
    properties: dict[str, Value] = dict(zip(names, map(_value, row(one)), strict=True))
    return {"type": "Feature", "id": one.incident_id, "geometry": _point(one.where), "properties": properties}


def _value(value: Value) -> Value:
    return value.isoformat() if isinstance(value, dt.date) else value


def _point(where: MergedWhere) -> dict[str, object] | None:
    lat, lon = where.lat, where.lon
    if lat is None or lon is None or where.precision not in _POINTS or abs(lat) > 90 or abs(lon) > 180:
        return None
    return {"type": "Point", "coordinates": [lon, lat]}


def _lost(one: MergedIncident) -> Iterator[str]:
    yield from not_held(one)
    if one.where.lat is not None and _point(one.where) is None:
        yield "the place of an incident that is only known to lie in an area"
