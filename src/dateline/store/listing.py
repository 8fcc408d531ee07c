"""The docket as it is listed: stretches of a filter, the most needed first, and what comes after one of its rows."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from dateline.store.docket import Profile, State
from dateline.store.schema import docket
from dateline.store.wanted import Wanted, incidents_only, narrow


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A row as it is listed."""

    number: int
    id: str
    kind: str
    incident: str
    other: str | None
    need: float
    state: State
    type: str | None
    first_day: str | None
    last_day: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: str | None
    killed: int | None


_COLUMNS = [c for c in docket.c if c.name in Item.__struct_fields__]


def items(connection: Connection, profile: Profile, wanted: Wanted, *, limit: int, offset: int = 0) -> list[Item]:
    """Rows of a filter, the most needed first."""
    rows = narrow(connection, select(*_COLUMNS), profile, wanted)
    return _first(connection, rows, limit, offset)


def count(connection: Connection, profile: Profile, wanted: Wanted) -> int:
    """How many there are."""
    rows = narrow(connection, select(func.count()).select_from(docket), profile, wanted)
    return int(connection.execute(rows).scalar() or 0)


def after(connection: Connection, profile: Profile, wanted: Wanted, incident: str) -> str | None:
    """The incident of the filter that comes after this one, null where it is the last."""
    here = select(docket.c.need, docket.c.number).where(docket.c.profile == profile, docket.c.id == incident)
    at = connection.execute(here).first()
    if at is None:
        return None
    d = docket.c
    rows = narrow(connection, select(d.incident), profile, incidents_only(wanted))
    # One range of the index, and only then what of it comes later.
    rows = rows.where(d.need <= at.need, (d.need < at.need) | (d.number < at.number))
    return connection.execute(rows.order_by(d.need.desc(), d.number.desc()).limit(1)).scalar()


def by_numbers(connection: Connection, profile: Profile, numbers: Sequence[int]) -> list[Item]:
    """Rows by their numbers, the most needed first."""
    rows = select(*_COLUMNS).where(docket.c.profile == profile, docket.c.number.in_(list(numbers)))
    return [_item(row) for row in connection.execute(rows.order_by(docket.c.need.desc())).mappings()]


def by_id(connection: Connection, profile: Profile, id: str) -> list[Item]:
    """The row of an id, if there is one."""
    rows = select(*_COLUMNS).where(docket.c.profile == profile, docket.c.id == id)
    return [_item(row) for row in connection.execute(rows).mappings()]


def unplaced(connection: Connection, profile: Profile, wanted: Wanted, *, limit: int) -> list[Item]:
    """The first incidents of a filter that no point is known of."""
    rows = narrow(connection, select(*_COLUMNS), profile, incidents_only(wanted)).where(docket.c.lat.is_(None))
    return _first(connection, rows, limit)


def _first(connection: Connection, rows: Any, limit: int, offset: int = 0) -> list[Item]:
    """A stretch of the rows, the most needed first."""
    rows = rows.order_by(docket.c.need.desc(), docket.c.number.desc()).limit(limit).offset(offset)
    return [_item(row) for row in connection.execute(rows).mappings()]


def _item(row: Any) -> Item:
    return Item(**{field: row[field] for field in Item.__struct_fields__})
