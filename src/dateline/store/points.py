"""Where and when the incidents of a docket are, as columns: what a map and a timeline count again and again, read once."""

import datetime as dt
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, func, select

from dateline.store.docket import Profile
from dateline.store.schema import docket
from dateline.store.wanted import Box, Wanted, incidents_only, narrow

_CLOSE = 0.6
"""Squares between two clusters at least, so that their numbers find room."""


class Cell(msgspec.Struct, frozen=True):
    """Incidents whose points lie close together: how many, the mean of their points, how far those lie apart north to south or west to east, all
    in degrees, and the number of the first."""

    count: int
    lat: float
    lon: float
    spread: float
    number: int


class Points(NamedTuple):
    """Columns of incidents, by their numbers, the lowest first. ``lat`` and ``lon`` in degrees, NaN where no point is known; ``day`` the first
    day (of some only the last that is possible), as its ordinal, 0 where none is known."""

    number: npt.NDArray[np.int64]
    lat: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]
    day: npt.NDArray[np.int64]

    def only(self, numbers: npt.NDArray[np.int64]) -> "Points":
        """Those of them with one of these numbers."""
        kept = np.isin(self.number, numbers, assume_unique=True)
        return self._where(kept)

    def placed(self) -> "Points":
        """Those with a point."""
        kept = ~np.isnan(self.lat)
        return self._where(kept)

    def inside(self, box: Box) -> "Points":
        """Those whose points lie in a box."""
        west, south, east, north = box
        turned = (self.lon >= west) & (self.lon <= east) if west <= east else (self.lon >= west) | (self.lon <= east)
        kept = turned & (self.lat >= south) & (self.lat <= north)
        return self._where(kept)

    def _where(self, kept: npt.NDArray[np.bool_]) -> "Points":
        return Points(self.number[kept], self.lat[kept], self.lon[kept], self.day[kept])

    def extent(self) -> Box | None:
        """The box that holds every point; null where there is none."""
        found = self.placed()
        if not len(found.number):
            return None
        return float(found.lon.min()), float(found.lat.min()), float(found.lon.max()), float(found.lat.max())

    def cells(self, step: float, most: int) -> list[Cell]:
        """The points, those of one square of ``step`` degrees together, the fullest first; what lies close to a fuller one joins it."""
        found = self.placed()
        square = np.floor((found.lat + 90) / step) * np.ceil(361 / step) + np.floor((found.lon + 180) / step)
        _, first, owner, count = np.unique(square, return_index=True, return_inverse=True, return_counts=True)
        lat, lon = (np.bincount(owner, column, len(count)) / count for column in (found.lat, found.lon))
        order, starts = np.argsort(owner, kind="stable"), np.cumsum(count) - count
        spread = np.max([_spread(column[order], starts) for column in (found.lat, found.lon)], axis=0)
        fullest = np.lexsort((first, -count))[:most].tolist()
        columns = (count, lat, lon, spread, found.number[first])
        return _apart([Cell(*(column[k].item() for column in columns)) for k in fullest], step)

    def days(self) -> dict[dt.date, int]:
        """Day -> how many, the earliest first."""
        day, count = np.unique(self.day[self.day > 0], return_counts=True)
        return {dt.date.fromordinal(d): n for d, n in zip(day.tolist(), count.tolist(), strict=True)}


def _apart(cells: list[Cell], step: float) -> list[Cell]:
    """The cells, the fullest first, those together that lie closer than a part of a square."""
    found: list[Cell] = []
    for cell in cells:
        near = (
            n for n, one in enumerate(found) if max(abs(one.lat - cell.lat), abs(one.lon - cell.lon)) < _CLOSE * step
        )
        if (n := next(near, None)) is None:
            found.append(cell)
        else:
            found[n] = _together(found[n], cell)
    return sorted(found, key=lambda cell: -cell.count)


def _together(one: Cell, other: Cell) -> Cell:
    count = one.count + other.count
    lat, lon = ((a * one.count + b * other.count) / count for a, b in ((one.lat, other.lat), (one.lon, other.lon)))
    off = max(abs(one.lat - other.lat), abs(one.lon - other.lon))
    return Cell(count, lat, lon, max(one.spread, other.spread, off), one.number)


def _spread(column: npt.NDArray[np.float64], starts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """How far the values of each stretch lie apart. There must not be an empty one."""
    if not len(starts):
        return np.zeros(0)
    return np.asarray(np.maximum.reduceat(column, starts) - np.minimum.reduceat(column, starts), np.float64)


def every_point(connection: Connection, profile: Profile) -> Points:
    """All incidents of a profile."""
    d = docket.c
    day = func.coalesce(d.first_day, d.last_day)
    rows = narrow(connection, select(d.number, d.lat, d.lon, day), profile, Wanted(kind="incident")).order_by(d.number)
    found = connection.execute(rows).all()
    number, lat, lon, days = zip(*found, strict=True) if found else ((), (), (), ())
    ordinal = {day: dt.date.fromisoformat(day).toordinal() if day else 0 for day in set(days)}
    return Points(
        np.array(number, np.int64),
        np.array(lat, np.float64),
        np.array(lon, np.float64),
        np.array([ordinal[day] for day in days], np.int64),
    )


def numbers(connection: Connection, profile: Profile, wanted: Wanted) -> npt.NDArray[np.int64]:
    """The numbers of the incidents of a filter, in no order."""
    rows = narrow(connection, select(docket.c.number), profile, incidents_only(wanted))
    return np.array(connection.execute(rows).scalars().all(), np.int64)
