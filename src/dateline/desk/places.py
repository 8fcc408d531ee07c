"""Where and when the incidents of a filter are: the report's map, with what lies close together as one, and a timeline that filters it."""

import datetime as dt
from collections.abc import Sequence
from urllib.parse import urlencode

import msgspec
from sqlalchemy import Connection

from dateline.desk.brief import brief, title_words
from dateline.desk.door import Person
from dateline.desk.kept import kept
from dateline.desk.pages.map import DayBin, MapItem, MapPage
from dateline.desk.pages.page import Filter, Saved
from dateline.desk.queue import wanted
from dateline.desk.view import view_of
from dateline.export.map.view import world
from dateline.export.public_incident import DECIMALS
from dateline.export.words import day_words
from dateline.store.choices import offered
from dateline.store.docket import Profile
from dateline.store.listing import Item, by_numbers, unplaced
from dateline.store.people import filters_of
from dateline.store.points import Cell, Points, every_point, numbers
from dateline.store.seen import records
from dateline.store.wanted import Box, Wanted

_ROOM = 66
"""Pixels of a square in which incidents are one cluster: its number finds room there."""

_ONE_PLACE = 0.004
"""Degrees, some 400 m: incidents that lie no farther apart are at one place."""

_MOST = 120
_UNPLACED = 60
_BINS = 72


def map_page(connection: Connection, person: Person, profile: Profile, filter: Filter, view: Box | None) -> MapPage:
    """The map and the timeline of a filter. ``view``: what of the map is looked at, null for all of it."""
    saved = tuple(Saved(id=s.id, name=s.name, query=s.query) for s in filters_of(connection, person.id))
    return msgspec.structs.replace(places(connection, profile, filter, view), saved=saved)


def places(connection: Connection, profile: Profile, filter: Filter, view: Box | None) -> MapPage:
    """The same for everybody, found once."""
    return kept(
        connection,
        ("map", profile, filter, view),
        lambda: _places(connection, profile, filter, view),
        decided=bool(filter.state),
    )


def _places(connection: Connection, profile: Profile, filter: Filter, view: Box | None) -> MapPage:
    rows = wanted(filter, profile)
    found = _points(connection, profile, rows)
    ever = msgspec.structs.replace(rows, since=None, until=None)
    always = found if rows == ever else _points(connection, profile, ever)
    whole, total = found.extent(), len(found.number)
    lost = unplaced(connection, profile, rows, limit=_UNPLACED)
    known = records(connection, profile, [item.incident for item in lost])
    bins, ticks = _bins(always.days(), rows)
    return MapPage(
        profile=profile,
        filter=filter,
        total=total,
        view=view or whole,
        near=view is not None,
        items=tuple(_items(connection, profile, filter, found, view or whole, view is not None)) if whole else (),
        bins=bins,
        ticks=ticks,
        undated=total - sum(found.days().values()),
        unplaced=total - len(found.placed().number),
        unplaced_items=tuple(brief(known[i.incident]) for i in lost if i.incident in known),
        choices=kept(connection, ("choices", profile), lambda: offered(connection, profile)),
    )


def _points(connection: Connection, profile: Profile, rows: Wanted) -> Points:
    """Those of a filter. All of them are read once, and their numbers for each filter."""
    every = kept(connection, ("points", profile), lambda: every_point(connection, profile))
    return every if rows == Wanted() else every.only(numbers(connection, profile, rows))


def _items(
    connection: Connection, profile: Profile, filter: Filter, found: Points, view: Box | None, near: bool
) -> list[MapItem]:
    if view is None:
        return []
    step = _ROOM * 360 / world(view_of(view, near).zoom)
    cells = (found.inside(_grown(view)) if near else found).cells(step, _MOST)
    alone = {i.number: i for i in by_numbers(connection, profile, [c.number for c in cells if c.count == 1])}
    if profile == "public":  # a mean of rounded points is no rounded point
        cells = [msgspec.structs.replace(c, lat=round(c.lat, DECIMALS), lon=round(c.lon, DECIMALS)) for c in cells]
    # Who looks as a stranger does goes on doing so.
    shown = {"as": "public"} if profile == "public" else {}
    return [_item(cell, alone.get(cell.number), filter, step, shown) for cell in cells]


def _item(cell: Cell, one: Item | None, filter: Filter, step: float, shown: dict[str, str]) -> MapItem:
    if one is not None:
        day = dt.date.fromisoformat(one.first_day or one.last_day or "0001-01-01")
        when = f", {day_words(day)}" if one.first_day or one.last_day else ""
        title = f"{title_words(one.type or '')}, {one.place or 'place not named'}{when}"
        return MapItem(
            count=1, lat=cell.lat, lon=cell.lon, radius_km=one.radius_km, precision=one.precision, incident=one.incident,
            title=title, href=f"/incidents/{one.incident}{address(Filter(), **shown)}",
        )  # fmt: skip
    one_place = cell.spread < _ONE_PLACE
    off = _ONE_PLACE if one_place else step / 2
    close = (cell.lon - off, max(cell.lat - off, -90.0), cell.lon + off, min(cell.lat + off, 90.0))
    box = ",".join(f"{n:.3f}" for n in close)
    # What lies at one place never comes apart, however near the map is brought: that is a list.
    if one_place:
        href = f"/queue{address(filter, box=box, kind='incident', **shown)}"
    else:
        href = f"/map{address(filter, view=box, **shown)}"
    return MapItem(
        count=cell.count, lat=cell.lat, lon=cell.lon, radius_km=None, precision=None, incident=None,
        title=f"{cell.count:,} incidents {'at one place' if one_place else 'close together'}", href=href,
    )  # fmt: skip


def address(filter: Filter, **more: str) -> str:
    """A filter as the query of an address, with a question mark where it is not empty."""
    found = {name: value for name, value in {**msgspec.to_builtins(filter), **more}.items() if value}
    return f"?{urlencode(found)}" if found else ""


def _grown(view: Box) -> Box:
    """The view with half of it on every side, as far as it can be moved before another one is asked for."""
    west, south, east, north = view
    wide, high = (east - west) % 360 or 360.0, north - south
    if wide * 2 >= 360:
        return -180.0, -90.0, 180.0, 90.0
    turned = [(lon + 180) % 360 - 180 for lon in (west - wide / 2, east + wide / 2)]
    return turned[0], max(south - high / 2, -90.0), turned[1], min(north + high / 2, 90.0)


def _bins(days: dict[dt.date, int], rows: Wanted) -> tuple[tuple[DayBin, ...], tuple[tuple[float, str], ...]]:
    """Incidents by stretches of days that are all as long."""
    if not days:
        return (), ()
    first, last = min(days), max(days)
    length = (last - first).days + 1
    step = -(-length // _BINS)
    count = -(-length // step)
    counts = [0] * count
    for day, n in days.items():
        counts[(day - first).days // step] += n
    most = max(counts)
    bins = tuple(_bin(first, n, step, counts, most, rows) for n in range(count))
    marks = sorted({0, count // 3, 2 * count // 3})
    ticks = tuple((round(100 * n / count, 2), _tick(first + dt.timedelta(days=n * step))) for n in marks)
    return bins, ticks


def _bin(first: dt.date, n: int, step: int, counts: Sequence[int], most: int, rows: Wanted) -> DayBin:
    start = first + dt.timedelta(days=n * step)
    end = start + dt.timedelta(days=step - 1)
    inside = (rows.since is None or end >= rows.since) and (rows.until is None or start <= rows.until)
    return DayBin(
        first=start.isoformat(), last=end.isoformat(), count=counts[n], left=round(100 * n / len(counts), 3),
        width=round(100 / len(counts), 3), height=round(100 * counts[n] / most, 1), inside=inside,
    )  # fmt: skip


def _tick(day: dt.date) -> str:
    return day_words(day).split(" ", 1)[1]
