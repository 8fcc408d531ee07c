"""Parquet: a row an incident with typed columns, lists as lists. Needs pyarrow."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.export.formats.file import ExportError, digest, replacing
from dateline.export.formats.loss import Loss, Profile, counted, seen_by
from dateline.export.formats.row import COLUMNS, not_held, row
from dateline.model.merged import MergedIncident

_GROUP = 10_000
"""Rows that are held at once."""


def export(incidents: Iterable[MergedIncident], path: Path, profile: Profile = "public") -> Loss:
    """Write the incidents as one table. Raises ``ExportError``."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExportError("writing Parquet needs one more library: pip install 'dateline[parquet]'") from error
    shown, withheld = seen_by(incidents, profile)
    schema = _schema(pa)
    with replacing(path) as file:
        try:
            with pq.ParquetWriter(file, schema, compression="zstd") as writer:
                for start in range(0, len(shown), _GROUP):
                    columns = zip(*(row(one) for one in shown[start : start + _GROUP]), strict=True)
                    arrays = [pa.array(list(c), field.type) for c, field in zip(columns, schema, strict=True)]
                    writer.write_table(pa.table(arrays, schema=schema))
        except (pa.ArrowException, OverflowError) as error:
            raise ExportError(
                f"{path}: a value that Parquet cannot hold: {' '.join(str(error).split())[:200]}"
            ) from error
    lost = counted(not_held(one) for one in shown)
    return Loss(
        format="parquet", profile=profile, incidents=len(shown), sha256=digest(path), withheld=withheld, lost=lost
    )


def _schema(pa: Any) -> Any:
    kinds = {
        "text": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "date": pa.date32(),
        "texts": pa.list_(pa.string()),
    }
    return pa.schema([(column.name, kinds[column.kind]) for column in COLUMNS])
