"""Incidents as files for other programs, one module a format, each with one entry: ``export(incidents, path, profile) -> Loss``.

The profile ``public`` withholds what could lead to a person, ``internal`` nothing. A file is written whole or not at all.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from dateline.export.formats import csv, geojson, jsonl, parquet
from dateline.export.formats.loss import Loss, Profile
from dateline.model.merged import MergedIncident

Exporter = Callable[[Iterable[MergedIncident], Path, Profile], Loss]
FORMATS: dict[str, Exporter] = {
    "jsonl": jsonl.export,
    "csv": csv.export,
    "hxl": csv.export_hxl,
    "geojson": geojson.export,
    "parquet": parquet.export,
}
"""By name. But for ``hxl``, a CSV, the name is the ending of the file too."""
