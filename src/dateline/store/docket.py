"""The docket: what a person goes through, a narrow row each, once for every profile. What strangers may not see is not in their rows, so no
filter, search or order of theirs can tell it. A cache, like the incidents: a merge makes it anew."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, text, update

from dateline.model.merged import MergedIncident
from dateline.store.case import Writer
from dateline.store.choosing import all_of, narrowed, parts
from dateline.store.log import digest
from dateline.store.schema import docket, facets, incidents, public

Profile = Literal["internal", "public"]
State = Literal["open", "accepted", "rejected", "graded"]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west is above east where the box holds the antimeridian."""

_FACETS = 300


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at: an ``incident``, or a ``link``, ``verdict``, ``ruling`` or ``grade`` that waits for a person (its first incident is
    ``incident``). ``need``: the more, the sooner; ``conflict`` is in it. ``facets``: names of its actors and outlets, ``words`` what it is found by."""

    profile: Profile
    id: str
    kind: str
    incident: str
    other: str | None = None
    need: float
    state: State = "open"
    type: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    country: str | None = None
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: str | None = None
    grade: str | None = None
    disputed: bool = False
    unsure: int = 0
    killed: int | None = None
    actors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    words: str = ""


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


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Rows whose points lie close together: how many, their mean, and, where it is one, its number."""

    count: int
    lat: float
    lon: float
    number: int


_COLUMNS = [c for c in docket.c if c.name in Item.__struct_fields__]


def replace(writer: Writer, found: Iterable[Row], strangers: Iterable[MergedIncident]) -> None:
    """Put these rows in the place of what was there, and the incidents as strangers see them; what stays the same is not written."""
    connection = writer.connection
    before = {
        (row.profile, row.id): (row.digest, row.number)
        for row in connection.execute(select(docket.c.profile, docket.c.id, docket.c.digest, docket.c.number))
    }
    fresh = {(one.profile, one.id): (digest(msgspec.to_builtins(one)), one) for one in found}
    stale = [number for key, (sum_, number) in before.items() if key not in fresh or fresh[key][0] != sum_]
    for part in parts(stale):
        connection.execute(delete(facets).where(facets.c.number.in_(part)))
        connection.execute(delete(docket).where(docket.c.number.in_(part)))
        connection.execute(text(f"DELETE FROM docket_words WHERE rowid IN ({', '.join(map(str, part))})"))
    number = 1 + (connection.execute(select(func.max(docket.c.number))).scalar() or 0)
    new = [(sum_, one) for key, (sum_, one) in fresh.items() if key not in before or before[key][0] != sum_]
    # Of what is needed alike the first comes first: it has the highest number, since an index is read from its end.
    new.reverse()
    for rows in parts(list(enumerate(new, number))):
        _add(connection, rows)
    connection.execute(delete(public))
    seen = [{"incident": one.incident_id, "record": msgspec.json.encode(one).decode()} for one in strangers]
    for some in parts(seen):
        connection.execute(insert(public), some)


def _add(connection: Connection, rows: list[tuple[int, tuple[str, Row]]]) -> None:
    names = {c.name for c in docket.c}
    plain = [(n, sum_, one, msgspec.to_builtins(one)) for n, (sum_, one) in rows]
    connection.execute(
        insert(docket),
        [{k: v for k, v in d.items() if k in names} | {"number": n, "digest": s} for n, s, _, d in plain],
    )
    connection.execute(
        text("INSERT INTO docket_words (rowid, words) VALUES (:n, :words)"),
        [{"n": n, "words": one.words} for n, _, one, _ in plain],
    )
    said = [
        {"number": n, "kind": kind, "name": name}
        for n, _, one, _ in plain
        for kind, found in (("actor", one.actors), ("outlet", one.outlets))
        for name in dict.fromkeys(found)
    ]
    if said:
        connection.execute(insert(facets), said)


def mark(writer: Writer, incident: str, state: State, need: float) -> None:
    """What people's decisions made of an incident, before the next merge takes them in."""
    # The digest no longer fits, so that the merge writes the row anew whatever comes of it.
    row = docket.c.profile == "internal", docket.c.id == incident
    writer.connection.execute(update(docket).where(*row).values(state=state, need=need, digest=""))


def drop(writer: Writer, id: str) -> None:
    """A thing that somebody has looked at."""
    found = select(docket.c.number).where(docket.c.profile == "internal", docket.c.id == id)
    for number in list(writer.connection.execute(found).scalars()):
        writer.connection.execute(delete(facets).where(facets.c.number == number))
        writer.connection.execute(text("DELETE FROM docket_words WHERE rowid = :n"), {"n": number})
        writer.connection.execute(delete(docket).where(docket.c.number == number))


def items(connection: Connection, profile: Profile, wanted: Wanted, *, limit: int, offset: int = 0) -> list[Item]:
    """Rows of a filter, the most needed first."""
    rows = _where(connection, select(*_COLUMNS), profile, wanted)
    rows = rows.order_by(docket.c.need.desc(), docket.c.number.desc()).limit(limit).offset(offset)
    return [_item(row) for row in connection.execute(rows).mappings()]


def count(connection: Connection, profile: Profile, wanted: Wanted) -> int:
    """How many there are."""
    rows = _where(connection, select(func.count()).select_from(docket), profile, wanted)
    return int(connection.execute(rows).scalar() or 0)


def after(connection: Connection, profile: Profile, wanted: Wanted, incident: str) -> str | None:
    """The incident of the filter that comes after this one, null where it is the last."""
    here = select(docket.c.need, docket.c.number).where(docket.c.profile == profile, docket.c.id == incident)
    at = connection.execute(here).first()
    if at is None:
        return None
    d = docket.c
    rows = _where(connection, select(d.incident), profile, msgspec.structs.replace(wanted, kind="incident"))
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


def extent(connection: Connection, profile: Profile, wanted: Wanted) -> Box | None:
    """The box that holds every point of a filter; null where it has none."""
    d = docket.c
    chosen = select(func.min(d.lon), func.min(d.lat), func.max(d.lon), func.max(d.lat))
    row = connection.execute(_where(connection, chosen, profile, _incidents(wanted))).one()
    return None if row[0] is None else (float(row[0]), float(row[1]), float(row[2]), float(row[3]))


def cells(connection: Connection, profile: Profile, wanted: Wanted, step: float, most: int) -> list[Cell]:
    """The points of a filter, those of one square of ``step`` degrees together, the fullest first."""
    d = docket.c
    x, y = func.round((d.lon + 180) / step - 0.5), func.round((d.lat + 90) / step - 0.5)
    chosen = select(func.count().label("count"), func.avg(d.lat).label("lat"), func.avg(d.lon).label("lon"), func.min(d.number).label("number"))  # fmt: skip
    rows = _where(connection, chosen, profile, _incidents(wanted)).where(d.lat.is_not(None))
    rows = rows.group_by(x, y).order_by(func.count().desc(), func.min(d.number)).limit(most)
    return [Cell(**{str(k): v for k, v in row.items()}) for row in connection.execute(rows).mappings()]


def days(connection: Connection, profile: Profile, wanted: Wanted) -> dict[str, int]:
    """First day (of some only the last that is possible) -> how many incidents of a filter."""
    day = func.coalesce(docket.c.first_day, docket.c.last_day)
    rows = _where(connection, select(day, func.count()), profile, _incidents(wanted))
    return {str(d): int(n) for d, n in connection.execute(rows.where(day.is_not(None)).group_by(day).order_by(day))}


def unplaced(connection: Connection, profile: Profile, wanted: Wanted, *, limit: int) -> tuple[int, list[Item]]:
    """Incidents of a filter that no point is known of: how many, and the first of them."""
    none = docket.c.lat.is_(None)
    total = _where(connection, select(func.count()).select_from(docket), profile, _incidents(wanted)).where(none)
    rows = _where(connection, select(*_COLUMNS), profile, _incidents(wanted)).where(none)
    rows = rows.order_by(docket.c.need.desc(), docket.c.number.desc()).limit(limit)
    found = [_item(row) for row in connection.execute(rows).mappings()]
    return int(connection.execute(total).scalar() or 0), found


def choices(connection: Connection, profile: Profile) -> dict[str, list[str]]:
    """What can be filtered by: types, countries, grades, and the actors and outlets that are named most."""
    out: dict[str, list[str]] = {}
    for name in ("type", "country", "grade"):
        column = docket.c[name]
        rows = select(column).where(docket.c.profile == profile, column.is_not(None)).distinct().order_by(column)
        out[name] = [str(v) for v in connection.execute(rows).scalars()]
    for kind in ("actor", "outlet"):
        rows = select(facets.c.name).join(docket).where(docket.c.profile == profile, facets.c.kind == kind)
        rows = rows.group_by(facets.c.name).order_by(func.count().desc(), facets.c.name).limit(_FACETS)
        out[kind] = [str(v) for v in connection.execute(rows).scalars()]
    return out


def records(connection: Connection, profile: Profile, ids: Sequence[str]) -> dict[str, MergedIncident]:
    """Incidents by their ids, as the profile may see them."""
    table, key = (incidents, incidents.c.id) if profile == "internal" else (public, public.c.incident)
    rows = connection.execute(select(key, table.c.record).where(key.in_(list(ids))))
    return {id: msgspec.json.decode(record, type=MergedIncident) for id, record in rows}


def every_record(connection: Connection, profile: Profile, wanted: Wanted) -> Iterator[MergedIncident]:
    """All incidents of a filter, as the profile may see them, earliest day first."""
    table, key = (incidents, incidents.c.id) if profile == "internal" else (public, public.c.incident)
    rows = _where(connection, select(table.c.record).select_from(docket.join(table, key == docket.c.incident)), profile, _incidents(wanted))  # fmt: skip
    rows = rows.order_by(func.coalesce(docket.c.first_day, docket.c.last_day, "9999"), docket.c.incident)
    for record in connection.execute(rows, execution_options={"yield_per": 200}).scalars():
        yield msgspec.json.decode(record, type=MergedIncident)


def _incidents(wanted: Wanted) -> Wanted:
    return msgspec.structs.replace(wanted, kind="incident")


def _where(connection: Connection, rows: Any, profile: Profile, wanted: Wanted) -> Any:
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


def _item(row: Any) -> Item:
    return Item(**{field: row[field] for field in Item.__struct_fields__})
