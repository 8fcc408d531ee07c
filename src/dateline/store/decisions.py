"""A person's decisions, as rows that are only ever added."""

import hashlib
from collections.abc import Iterable
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, func, insert, or_, select, tuple_

from dateline.model.decision import Decision, Grading, Ruling, Undo, Verdict, anchors, decode, encode
from dateline.store.case import Writer
from dateline.store.reports import text_hash
from dateline.store.schema import about, decisions, members, reports

D = TypeVar("D", Verdict, Ruling, Grading, Undo)


def decide(writer: Writer, decision: D) -> D:
    """Put a decision on record. It comes back with its id, made of all it says and of its place in the log."""
    number = 1 + (
        writer.connection.execute(select(decisions.c.seq).order_by(decisions.c.seq.desc()).limit(1)).scalar() or 0
    )
    blank = encode(msgspec.structs.replace(decision, id=""))
    made = msgspec.structs.replace(decision, id=hashlib.sha256(b"%d\0%b" % (number, blank)).hexdigest()[:16])
    data, kind = encode(made).decode(), str(made.__struct_config__.tag)
    entry = writer.log(kind, {"decision": made.id, "row": text_hash(data)}, by=made.by)
    writer.connection.execute(
        insert(decisions).values(
            id=made.id, seq=entry.seq, kind=kind, sha256=made.sha256 if isinstance(made, Verdict) else None, data=data
        )
    )
    records = {(a.report, a.incident) for a in anchors(made)}
    if isinstance(made, Undo):
        rows = select(about.c.report, about.c.event).where(about.c.decision == made.undoes)
        records = {(row.report, row.event) for row in writer.connection.execute(rows)}
    for report, event in sorted(records):
        writer.connection.execute(insert(about).values(decision=made.id, report=report, event=event))
    return made


def about_records(
    connection: Connection, records: Iterable[tuple[str, str]], texts: Iterable[str] = ()
) -> list[Decision]:
    """Decisions on any of these records (name of the report, id in it) and on those whose text is one of ``texts``, first to last."""
    record = tuple_(about.c.report, about.c.event)
    alike = (
        select(about.c.report, about.c.event)
        .join(decisions, decisions.c.id == about.c.decision)
        .where(decisions.c.sha256.in_(list(texts)))
    )
    ids = select(about.c.decision).where(or_(record.in_(list(records)), record.in_(alike)))
    chosen = select(decisions.c.data).where(decisions.c.id.in_(ids)).order_by(decisions.c.seq)
    return [decode(data) for data in connection.execute(chosen).scalars()]


def newest(connection: Connection) -> int:
    """The place in the log of the newest decision; 0 where there is none."""
    return int(connection.execute(select(func.max(decisions.c.seq))).scalar() or 0)


def known_by(connection: Connection, ids: Iterable[str], upto: int) -> set[str]:
    """Those of these decisions that stood in the log by then."""
    rows = select(decisions.c.id).where(decisions.c.id.in_(list(ids)), decisions.c.seq <= upto)
    return set(connection.execute(rows).scalars())


def touched(connection: Connection, since: int) -> list[str]:
    """The incidents whose records were decided on after an entry of the log."""
    joined = about.join(decisions, decisions.c.id == about.c.decision).join(reports, reports.c.name == about.c.report)
    joined = joined.join(members, (members.c.report == reports.c.id) & (members.c.event == about.c.event))
    rows = select(members.c.incident).select_from(joined).where(decisions.c.seq > since).distinct()
    return [str(id) for id in connection.execute(rows).scalars()]


def decided(connection: Connection, *, kind: str | None = None, sha256: str | None = None) -> list[Decision]:
    """Decisions, first to last; of one kind, or the verdicts on one text, always with every undo."""
    chosen = select(decisions.c.data).order_by(decisions.c.seq)
    if kind is not None:
        chosen = chosen.where(decisions.c.kind.in_((kind, "undo")))
    if sha256 is not None:
        chosen = chosen.where((decisions.c.sha256 == sha256) | (decisions.c.kind == "undo"))
    return [decode(data) for data in connection.execute(chosen).scalars()]


def decision(connection: Connection, id: str) -> Decision | None:
    """The decision of an id."""
    data = connection.execute(select(decisions.c.data).where(decisions.c.id == id)).scalar()
    return decode(data) if data is not None else None
