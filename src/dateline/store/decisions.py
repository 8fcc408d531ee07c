"""A person's decisions, as rows that are only ever added."""

import hashlib
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, insert, select

from dateline.model.decision import Decision, Grading, Ruling, Undo, Verdict, decode, encode
from dateline.store.case import Writer
from dateline.store.reports import text_hash
from dateline.store.schema import decisions

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
    return made


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
