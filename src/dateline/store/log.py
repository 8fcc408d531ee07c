"""The log: every change is an entry, and the hash of each covers the one before it, so none can be altered or taken out unseen.

Whoever also cuts the end off leaves rows that no entry tells of, or, where those go too, a shorter log: note the last hash elsewhere.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select

from dateline.model.ledger import Entry
from dateline.store.schema import log

START = "0" * 64
_LAST = select(log.c.seq, log.c.hash).order_by(log.c.seq.desc()).limit(1)
_ADD = insert(log)


def append(connection: Connection, action: str, data: dict[str, Any], *, by: str, at: str) -> Entry:
    """Add an entry, in a transaction that lets nobody else write."""
    last = connection.execute(_LAST).first()
    seq, before = (last.seq + 1, last.hash) if last else (1, START)
    text = canonical(data)
    entry = Entry(seq=seq, at=at, by=by, action=action, data=data, hash=chained(before, seq, at, by, action, text))
    connection.execute(_ADD, {"seq": seq, "at": at, "by": by, "action": action, "data": text, "hash": entry.hash})
    return entry


def entries(connection: Connection, *, newest: int | None = None) -> Iterator[Entry]:
    """Every entry, first to last; with ``newest`` only so many of the last."""
    chosen = select(log).order_by(log.c.seq)
    if newest is not None:
        first = connection.execute(select(func.max(log.c.seq))).scalar() or 0
        chosen = chosen.where(log.c.seq > first - newest)
    for row in connection.execute(chosen, execution_options={"yield_per": 1000}):
        yield Entry(
            seq=row.seq, at=row.at, by=row.by, action=row.action, data=msgspec.json.decode(row.data), hash=row.hash
        )


def last(connection: Connection, action: str | None = None) -> Entry | None:
    """The newest entry, of one action if that is named."""
    chosen = select(log).order_by(log.c.seq.desc()).limit(1)
    row = connection.execute(chosen.where(log.c.action == action) if action else chosen).first()
    if row is None:
        return None
    return Entry(
        seq=row.seq, at=row.at, by=row.by, action=row.action, data=msgspec.json.decode(row.data), hash=row.hash
    )


def since(connection: Connection, seq: int, actions: Sequence[str]) -> int:
    """How many entries of these actions stand after an entry."""
    chosen = select(func.count()).select_from(log).where(log.c.seq > seq, log.c.action.in_(actions))
    return int(connection.execute(chosen).scalar() or 0)


def chained(before: str, seq: int, at: str, by: str, action: str, data: str) -> str:
    """The hash of an entry: of the hash before it and of all it says."""
    return hashlib.sha256(canonical([before, seq, at, by, action, data]).encode()).hexdigest()


def canonical(value: Any) -> str:
    """JSON with its keys in order: one text for one value."""
    return msgspec.json.encode(value, order="deterministic").decode()


def digest(value: Any) -> str:
    """The SHA-256 of a value's canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()
