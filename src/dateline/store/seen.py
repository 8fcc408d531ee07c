"""Incidents as a profile may see them."""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Column, Connection, Table, func, select

from dateline.model.merged import MergedIncident
from dateline.store.docket import Profile
from dateline.store.schema import docket, incidents, public
from dateline.store.wanted import Wanted, incidents_only, narrow


def records(connection: Connection, profile: Profile, ids: Sequence[str]) -> dict[str, MergedIncident]:
    """Incidents by their ids, as the profile may see them."""
    table, key = _told(profile)
    rows = connection.execute(select(key, table.c.record).where(key.in_(list(ids))))
    return {id: msgspec.json.decode(record, type=MergedIncident) for id, record in rows}


def every_record(connection: Connection, profile: Profile, wanted: Wanted) -> Iterator[MergedIncident]:
    """All incidents of a filter, as the profile may see them, earliest day first."""
    table, key = _told(profile)
    rows = narrow(connection, select(table.c.record).select_from(docket.join(table, key == docket.c.incident)), profile, incidents_only(wanted))  # fmt: skip
    rows = rows.order_by(func.coalesce(docket.c.first_day, docket.c.last_day, "9999"), docket.c.incident)
    for record in connection.execute(rows, execution_options={"yield_per": 200}).scalars():
        yield msgspec.json.decode(record, type=MergedIncident)


def _told(profile: Profile) -> tuple[Table, Column[str]]:
    """The table that holds what the profile may see, and its column of ids."""
    return (incidents, incidents.c.id) if profile == "internal" else (public, public.c.incident)
