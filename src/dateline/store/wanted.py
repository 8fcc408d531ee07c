"""Which rows of the docket: a filter, and its conditions in SQL."""

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, select, text

from dateline.store.choosing import all_of, narrowed
from dateline.store.docket import Profile
from dateline.store.schema import docket, facets

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west is above east where the box holds the antimeridian."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows. ``since`` and ``until``: days that it may lie on; ``words``: all of them are said of it; ``state``: open, accepted, rejected,
    graded, or ``decided`` for any but open; ``kind``: incident or link, null for all."""

    since: date | None = None
    until: date | None = None
    box: Box | None = None
    actor: str | None = None
    type: str | None = None
    grade: str | None = None
    outlet: str | None = None
    country: str | None = None
    state: str | None = None
    kind: str | None = None
    words: str | None = None
    disputed: bool = False


def incidents_only(wanted: Wanted) -> Wanted:
    """The filter without what is no incident."""
    return msgspec.structs.replace(wanted, kind="incident")


def narrow(connection: Connection, rows: Any, profile: Profile, wanted: Wanted) -> Any:
    """A statement that selects from the docket, with the conditions of a filter."""
    d = docket.c
    rows = narrowed(rows.where(d.profile == profile), d, wanted)
    if wanted.kind:
        rows = rows.where(d.kind == "incident" if wanted.kind == "incident" else d.kind != "incident")
    if wanted.state:
        rows = rows.where(d.state != "open" if wanted.state == "decided" else d.state == wanted.state)
    for kind, name in (("actor", wanted.actor), ("outlet", wanted.outlet)):
        if name:
            rows = rows.where(d.number.in_(select(facets.c.number).where(facets.c.kind == kind, facets.c.name == name)))
    if wanted.disputed:
        rows = rows.where(d.disputed)
    if wanted.box:
        west, south, east, north = wanted.box
        inside = (d.lon >= west) & (d.lon <= east) if west <= east else (d.lon >= west) | (d.lon <= east)
        rows = rows.where(inside, d.lat >= south, d.lat <= north)
    if wanted.words:
        rows = rows.where(d.number.in_(_search(connection, wanted.words)))
    return rows


def _search(connection: Connection, words: str) -> Any:
    """The numbers of the rows that hold all of these words."""
    plain = words.replace("\0", " ")[:400]
    if connection.dialect.name == "postgresql":
        found = text(
            "SELECT rowid FROM docket_words WHERE to_tsvector('simple', words) @@ plainto_tsquery('simple', :words)"
        )
        return found.bindparams(words=plain).columns(docket.c.number).scalar_subquery()
    found = text("SELECT rowid FROM docket_words WHERE docket_words MATCH :words").bindparams(words=all_of(plain))
    return found.columns(docket.c.number).scalar_subquery()
