"""A casefile that is open: transactions to read and to write in, and one clear line for whatever a database says."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from dateline.model.ledger import Entry
from dateline.store.errors import CaseError
from dateline.store.log import append

_SAID = (
    ("is locked", "in use by another process; nothing was changed. Try again when it is done"),
    ("lock timeout", "in use by another process; nothing was changed. Try again when it is done"),
    ("disk is full", "the disk is full; what was stored before is safe. Make room and run the same command again"),
    ("no space left", "the disk is full; what was stored before is safe. Make room and run the same command again"),
    ("readonly database", "read-only: it can be listed and shown, not changed"),
    ("read-only transaction", "read-only: it can be listed and shown, not changed"),
    ("unable to open", "cannot be opened"),
    ("malformed", "damaged: the file is not what was written"),
    ("not a database", "damaged: the file is not what was written"),
    ("disk i/o", "cannot be read or written: the disk reports an error"),
)

_LOCK = text("LOCK TABLE log IN EXCLUSIVE MODE")
_LOCK_LAZILY = text("SET LOCAL synchronous_commit = off; LOCK TABLE log IN EXCLUSIVE MODE")


class Case:
    """An open casefile. ``name`` is what messages call it, ``path`` the file (null for PostgreSQL)."""

    def __init__(self, engine: Engine, name: str, path: Path | None, *, writable: bool) -> None:
        self.engine, self.name, self.path, self.writable = engine, name, path, writable
        self._inode = path.stat().st_ino if path else None

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        with said(self.name):
            self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One view of the whole casefile, as it was when reading began."""
        with said(self.name), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, *, lazily: bool = False) -> Iterator["Writer"]:
        """A transaction that nobody writes beside: all of it is stored, or nothing, and what is stored outlives the process. ``lazily``: the
        disk need not have it yet, so that a power cut, though never a crash of the program, may undo the last of them."""
        if not self.writable:
            raise CaseError(f"{self.name}: read-only: it can be listed and shown, not changed")
        with said(self.name), self.engine.connect() as plain:
            connection = plain.execution_options(writes="NORMAL" if lazily else "FULL")
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(_LOCK_LAZILY if lazily else _LOCK)
                elif self.path and (not self.path.exists() or self.path.stat().st_ino != self._inode):
                    raise CaseError(f"{self.name}: moved or replaced while it was open; nothing was changed")
                yield Writer(connection)


class Writer:
    """A transaction that writes. ``at`` is its time, for every entry that it makes."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.at = now()

    def log(self, action: str, data: dict[str, Any], *, by: str | None = None) -> Entry:
        """Put a change on record; ``by`` null: the program itself."""
        return append(self.connection, action, data, by=by or program(), at=self.at)


@contextmanager
def opened(engine: Engine) -> Iterator[Engine]:
    """An engine, let go again where it turns out to be of no use."""
    try:
        yield engine
    except BaseException:
        engine.dispose()
        raise


def now() -> str:
    """The time in UTC, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def program() -> str:
    """The name under which the program's own entries stand."""
    from importlib.metadata import version

    return f"dateline {version('dateline')}"


@contextmanager
def said(name: str) -> Iterator[None]:
    """What a database or the file system says, as a ``CaseError`` of one line."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise CaseError(f"{name}: {_plain(str(getattr(error, 'orig', error)))}") from error
    except BrokenPipeError:  # whoever reads what is printed has had enough; that is no matter of the casefile
        raise
    except OSError as error:
        raise CaseError(f"{name}: {error.strerror or error}") from error


def _plain(message: str) -> str:
    low = message.lower()
    for sign, words in _SAID:
        if sign in low:
            return words
    return message.strip().splitlines()[0] if message.strip() else "the database refused"
