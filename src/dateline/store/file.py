"""A casefile that is a SQLite file.

A new file is made beside its place and put there whole. An older schema is brought up on a copy, which then takes the file's place; the
file itself is never half one thing and half another.
"""

import glob
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.pool import NullPool, QueuePool

from dateline.store.case import Case, opened, said
from dateline.store.errors import CaseError
from dateline.store.migrating import migrate, needs_migration
from dateline.store.naming import is_case
from dateline.store.schema import APPLICATION_ID


def open_file(path: Path, create: bool, write: bool, wait: float) -> Case:
    name = str(path)
    with said(name):
        if not path.exists():
            if not create:
                raise CaseError(f"{name}: there is no such casefile; dateline ingest makes one")
            if not path.absolute().parent.is_dir():
                raise CaseError(f"{name}: there is no such folder")
            _make(path)
        if not is_case(name):
            raise CaseError(f"{name}: not a casefile")
        could = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
        writable = write and could
        if could and not write and Path(f"{path}-journal").exists():
            _recover(path, wait)
        with opened(_file_engine(path, writable, wait)) as engine:
            if not _is_old(engine, name):
                return Case(engine, name, path, writable=writable)
            engine.dispose()
        if not writable:
            raise CaseError(f"{name}: made by an older dateline; it has to be opened for writing once to be brought up")
        _bring_up(path, wait)
        return Case(_file_engine(path, writable, wait), name, path, writable=writable)


def _recover(path: Path, wait: float) -> None:
    """Have SQLite roll back what a killed process left half done; who opens a file for reading only may not."""
    with closing(sqlite3.connect(path, timeout=wait, isolation_level=None)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _is_old(engine: Engine, name: str) -> bool:
    with engine.connect() as connection:
        if connection.execute(text("PRAGMA application_id")).scalar() != APPLICATION_ID:
            raise CaseError(f"{name}: a SQLite file, but not a casefile")
        return needs_migration(connection, name)


def _file_engine(path: Path, writable: bool, wait: float) -> Engine:
    """``writable`` false opens for reading only. A file in a folder where nothing may be written is read as it lies there."""
    still = not writable and not os.access(path.absolute().parent, os.W_OK) and not Path(f"{path}-wal").exists()
    mode = "rw" if writable else "ro&immutable=1" if still else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -16000")
        if writable:
            connection.execute("PRAGMA journal_mode = WAL")
        return connection

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:
    """The driver begins late, and only before it writes; here a writer is alone from the start and a reader sees one state."""
    writes = connection.get_execution_options().get("writes")
    if writes:
        connection.exec_driver_sql(f"PRAGMA synchronous = {writes}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make(path: Path) -> None:
    """A new casefile, whole or not at all; one that came into being meanwhile is left."""
    with _draft(path) as draft:
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _migrate_file(draft)
        _place(draft, path)
        _settle(path.absolute().parent)


def _place(draft: Path, path: Path) -> None:
    """Give a whole file its name, unless the name is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            os.rename(draft, path)


def _bring_up(path: Path, wait: float) -> None:
    """Migrate a copy, then put it in the file's place, while nobody else can write."""
    with closing(sqlite3.connect(path, timeout=wait, isolation_level=None)) as guard:
        before = path.stat().st_ino
        if guard.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise sqlite3.OperationalError("database is locked")
        guard.execute("BEGIN IMMEDIATE")
        if path.stat().st_ino != before or guard.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
            return  # another process did it
        with _draft(path) as draft:
            with (
                closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
                closing(sqlite3.connect(draft)) as target,
            ):
                source.backup(target)
            _migrate_file(draft)
            os.chmod(draft, path.stat().st_mode & 0o777)
            os.replace(draft, path)
            _settle(path.absolute().parent)


def _migrate_file(path: Path) -> None:
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: sqlite3.connect(path, isolation_level=None), poolclass=NullPool
    )
    event.listen(engine, "begin", _begin)
    with engine.connect() as connection, connection.begin():
        migrate(connection)
    engine.dispose()
    with path.open("rb") as stream:
        os.fsync(stream.fileno())


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that is gone afterwards. What a killed process left behind is cleared away."""
    for left in path.absolute().parent.glob(f"{glob.escape(path.name)}.*.draft*"):
        number = left.name.removeprefix(f"{path.name}.").partition(".")[0]
        if number.isdigit() and not _runs(int(number)):
            left.unlink(missing_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)
        draft.with_name(f"{draft.name}-journal").unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _settle(folder: Path) -> None:
    """Have the folder's new entry written down."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
