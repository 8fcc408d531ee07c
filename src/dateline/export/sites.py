"""Which places lead to a door: what strangers may not be told the name of."""

from dateline.model.incident import Where
from dateline.model.merged import MergedWhere

_SITES = frozenset({"exact", "landmark", "neighbourhood"})


def is_site(where: Where | MergedWhere) -> bool:
    """Whether a place may be a building, a street or a quarter: "near the X mosque", "X street" are in no gazetteer."""
    unlisted = where.gazetteer_id is None and where.lat is None
    return where.precision in _SITES or (where.precision in ("near", "area") and unlisted)
