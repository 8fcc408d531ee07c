"""The merged incidents as the last merge left them: a cache, with the columns by which they are listed, filtered and searched."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, func, insert, select, text, update

from dateline.model.ledger import Task
from dateline.model.merged import MergedIncident
from dateline.store.case import Writer
from dateline.store.choosing import all_of, narrowed, parts
from dateline.store.log import canonical, digest
from dateline.store.reports import plain, text_hash
from dateline.store.schema import incidents, members, queue, reports

_MOST = 2**31 - 1
"""What a column of counts holds; the record holds all."""

_WORDS = 20_000
"""Code points of an incident that are searched."""


class Changed(msgspec.Struct, frozen=True):
    """What a merge did to the cache."""

    total: int
    new: int
    altered: int
    gone: int
    digest: str


class Ready(msgspec.Struct, frozen=True):
    """An incident made ready to be stored: its row, and the records it is made of (name of the report, id in the report)."""

    row: dict[str, Any]
    members: list[tuple[str, str]]


def ready(one: MergedIncident) -> Ready:
    """The row of an incident. It holds what is listed in columns, and the whole as JSON."""
    record = msgspec.json.encode(one).decode()
    return Ready(_row(one, record, text_hash(record)), [(r.article, r.incident) for r in one.reports])


def replace(writer: Writer, found: Sequence[Ready], tasks: Iterable[Task]) -> Changed:
    """Put these incidents in the place of what was there; rows that stay the same are not written."""
    connection = writer.connection
    before = {row.id: row.digest for row in connection.execute(select(incidents.c.id, incidents.c.digest))}
    after = {one.row["id"]: one.row["digest"] for one in found}
    connection.execute(delete(members))
    gone = sorted(before.keys() - after.keys())
    for part in parts(gone):
        connection.execute(delete(incidents).where(incidents.c.id.in_(part)))
    new = [one.row for one in found if one.row["id"] not in before]
    for rows in parts(new):
        connection.execute(insert(incidents), rows)
    altered = [one.row for one in found if before.get(one.row["id"], one.row["digest"]) != one.row["digest"]]
    for row in altered:
        connection.execute(update(incidents).where(incidents.c.id == row["id"]).values(**row))
    ids = {row.name: row.id for row in connection.execute(select(reports.c.name, reports.c.id))}
    every = [{"report": ids[n], "event": e, "incident": one.row["id"]} for one in found for n, e in one.members]
    for rows in parts(every):
        connection.execute(insert(members), rows)
    connection.execute(delete(queue))
    for rows in parts([{**msgspec.to_builtins(t), "data": canonical(t.data)} for t in tasks]):
        connection.execute(insert(queue), rows)
    return Changed(len(after), len(new), len(altered), len(gone), digest(sorted(after.items())))


def _row(one: MergedIncident, record: str, sum_: str) -> dict[str, object]:
    killed = next((t for t in one.casualties if t.outcome == "killed"), None)
    return {
        "id": one.incident_id,
        "type": one.type,
        "event_type": one.acled.event_type,
        "first_day": one.when.start.isoformat() if one.when.start else None,
        "last_day": one.when.end.isoformat() if one.when.end else None,
        "country": plain(one.where.country),
        "admin1": plain(one.where.admin1),
        "place": plain(one.where.name),
        "lat": one.where.lat,
        "lon": one.where.lon,
        "killed_low": min(killed.low, _MOST) if killed else None,
        "killed_high": min(killed.high, _MOST) if killed and killed.high is not None else None,
        "reports": one.sourcing.reports,
        "voices": one.sourcing.independent,
        "grade": one.grade.decided.grade if one.grade.decided else one.grade.proposed,
        "decided": one.grade.decided is not None,
        "disputed": any(s.state == "disputed" for s in one.state.values()),
        "unsure": sum(link.judgement == "unsure" for link in one.links),
        "words": _searched(one),
        "record": record,
        "digest": sum_,
    }


def _searched(one: MergedIncident) -> str:
    """Places, parties, speakers, outlets and types: what an incident is looked for by."""
    said = [one.type.replace("_", " "), one.where.name, one.where.admin1, *one.articles, *one.means]
    said += [a.name for a in one.actors] + [v.name for v in one.voices] + [v.name for v in one.victims]
    said += [r.publisher for r in one.reports] + [c.value for s in one.state.values() for c in s.claims]
    words = plain(" ".join(dict.fromkeys(s for s in said if s))) or ""
    return words[:_WORDS]


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which incidents. ``since`` and ``until``: days that an incident may lie on; ``words``: all of them are said of it; ``grade``: the
    person's, else the proposed one; ``unsure``: it has links that a person should look at."""

    since: date | None = None
    until: date | None = None
    type: str | None = None
    country: str | None = None
    grade: str | None = None
    words: str | None = None
    disputed: bool = False
    unsure: bool = False
    limit: int | None = None


ORDER = (func.coalesce(incidents.c.first_day, incidents.c.last_day, "9999"), incidents.c.id)


def chosen(connection: Connection, wanted: Filter = Filter()) -> Iterator[MergedIncident]:
    """Incidents of the last merge, earliest day first."""
    i = incidents.c
    rows = narrowed(select(i.record).order_by(*ORDER), i, wanted)
    if wanted.words:
        rows = rows.where(i.number.in_(search(connection, wanted.words)))
    if wanted.disputed:
        rows = rows.where(i.disputed)
    if wanted.unsure:
        rows = rows.where(i.unsure > 0)
    return _decoded(connection, rows.limit(wanted.limit) if wanted.limit else rows)


def found(connection: Connection, name: str) -> list[MergedIncident]:
    """The incidents that a name means: an id or its beginning, or ``REPORT#INCIDENT``, or a report's name."""
    report, _, event = name.rpartition("#")
    if report:
        joined = members.join(reports).join(incidents, incidents.c.id == members.c.incident)
        rows = select(incidents.c.record).select_from(joined).where(reports.c.name == report, members.c.event == event)
        return list(_decoded(connection, rows))
    start = incidents.c.id.startswith(name or "-", autoescape=True)
    by_id = list(_decoded(connection, select(incidents.c.record).where(start).order_by(incidents.c.id).limit(20)))
    if by_id:
        return by_id
    joined = members.join(reports).join(incidents, incidents.c.id == members.c.incident)
    rows = select(incidents.c.record).select_from(joined).where(reports.c.name == name).distinct()
    return list(_decoded(connection, rows))


def search(connection: Connection, words: str) -> Select[tuple[int]]:
    """The numbers of the incidents that hold all of these words, as a query for others to select from."""
    if connection.dialect.name == "postgresql":
        match = text("to_tsvector('simple', words) @@ plainto_tsquery('simple', :words)").bindparams(words=words)
        return select(incidents.c.number).where(match)
    match = text("SELECT rowid FROM incident_words WHERE incident_words MATCH :words").bindparams(words=all_of(words))
    return select(incidents.c.number).where(incidents.c.number.in_(match.columns(incidents.c.number).scalar_subquery()))


def tasks(connection: Connection, *those: Any) -> list[Task]:
    """What people should look at, the likeliest first; with conditions only those that meet them."""
    rows = connection.execute(select(queue).where(*those).order_by(queue.c.score.desc(), queue.c.id)).mappings()
    plain = [{field: row[field] for field in Task.__struct_fields__} for row in rows]
    return [msgspec.convert(row | {"data": msgspec.json.decode(row["data"])}, Task) for row in plain]


def tasks_of(connection: Connection, ids: Sequence[str]) -> dict[str, Task]:
    """Things to look at, by their ids."""
    return {one.id: one for one in tasks(connection, queue.c.id.in_(list(ids)))}


def _decoded(connection: Connection, rows: Select[Any]) -> Iterator[MergedIncident]:
    decoder = msgspec.json.Decoder(MergedIncident)
    for record in connection.execute(rows, execution_options={"yield_per": 200}).scalars():
        yield decoder.decode(record)
