"""Tries to come in that failed, by whom or from where: they hold over restarts, and for every process that serves the casefile. Names are kept as
hashes, since somebody may have typed a password in the place of one."""

import secrets
import time
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from dateline.store.case import Writer
from dateline.store.people import hashed
from dateline.store.schema import tries

WINDOW = 300.0
"""Seconds for which a failure counts. One that lies as far ahead tells of a clock that was put back, and does not."""


def waiting(connection: Connection, key: str, most: int) -> float:
    """Seconds until the next try is heard, where at most so many may fail in the window; 0: now."""
    now = time.time()
    rows = select(tries.c.at).where(tries.c.key == hashed(key), tries.c.at.between(now - WINDOW, now + WINDOW))
    found = connection.execute(rows.order_by(tries.c.at.desc()).limit(most)).scalars().all()
    return min(found[-1] + WINDOW - now, WINDOW) if len(found) >= most else 0.0


def count_try(writer: Writer, key: str) -> str:
    """Count a try as one that failed, until it is taken back: its id. What no longer counts is forgotten."""
    now, id = time.time(), secrets.token_hex(8)
    writer.connection.execute(delete(tries).where(~tries.c.at.between(now - WINDOW, now + WINDOW)))
    writer.connection.execute(insert(tries).values(id=id, key=hashed(key), at=now))
    return id


def take_back(writer: Writer, ids: Sequence[str]) -> None:
    """These went well."""
    writer.connection.execute(delete(tries).where(tries.c.id.in_(list(ids))))


def forget(writer: Writer, key: str) -> None:
    """All that failed with a key is forgotten."""
    writer.connection.execute(delete(tries).where(tries.c.key == hashed(key)))
