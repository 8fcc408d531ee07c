"""What lies near an incident in time and place, and may be one with it."""

import datetime as dt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, select

from dateline.desk.brief import brief
from dateline.desk.kept import kept
from dateline.desk.pages.page import Brief
from dateline.model.merged import MergedIncident
from dateline.store.schema import docket
from dateline.store.seen import records

_DAYS = 2
_DEGREES = 0.5
_MOST = 6
_NEVER, _EVER = 0, dt.date.max.toordinal()


class Columns(NamedTuple):
    """All incidents, the most needed first. ``first`` and ``last``: days as ordinals, an open end as far as there are days; ``lat`` and ``lon`` NaN
    where no point is known."""

    ids: list[str]
    first: npt.NDArray[np.int64]
    last: npt.NDArray[np.int64]
    lat: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]
    country: npt.NDArray[np.str_]


def near(connection: Connection, one: MergedIncident, known: set[str]) -> tuple[Brief, ...]:
    """Some incidents within two days and half a degree, or within the country where there is no point; none where its days are not known.
    ``known``: those that need not be told of."""
    first, last, where = one.when.start or one.when.end, one.when.end or one.when.start, one.where
    if first is None or last is None:
        return ()
    every = known_columns(connection)
    close = (every.first <= last.toordinal() + _DAYS) & (every.last >= first.toordinal() - _DAYS)
    if where.lat is not None and where.lon is not None:
        around = np.abs((every.lon - where.lon + 180) % 360 - 180)
        close &= (around <= _DEGREES) & (np.abs(every.lat - where.lat) <= _DEGREES)
    else:
        close &= every.country == (where.country or "-")
    ids = [id for n in np.flatnonzero(close) if (id := every.ids[n]) not in known and id != one.incident_id][:_MOST]
    held = records(connection, "internal", ids)
    return tuple(brief(held[id]) for id in ids if id in held)


def known_columns(connection: Connection) -> Columns:
    """Read once for everybody until the next merge."""
    return kept(connection, ("near",), lambda: _columns(connection))


def _columns(connection: Connection) -> Columns:
    d = docket.c
    rows = select(d.incident, d.first_day, d.last_day, d.lat, d.lon, d.country)
    rows = rows.where(d.profile == "internal", d.kind == "incident").order_by(d.need.desc(), d.number.desc())
    ids, first, last, lat, lon, country = (
        zip(*found, strict=True) if (found := connection.execute(rows).all()) else [()] * 6
    )
    return Columns(
        list(ids),
        np.array([_day(day, _NEVER) for day in first], np.int64),
        np.array([_day(day, _EVER) for day in last], np.int64),
        np.array(lat, np.float64),
        np.array(lon, np.float64),
        np.array([code or "" for code in country], np.str_),
    )  # fmt: skip


def _day(words: str | None, open: int) -> int:
    return dt.date.fromisoformat(words).toordinal() if words else open
