"""CASE on the command line -> an open casefile: a SQLite file, or a PostgreSQL database by its URL.

A new file is made beside its place and put there whole. An older schema is brought up on a copy, which then takes the file's place; the
file itself is never half one thing and half another.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool, QueuePool

from dateline.store.case import Case, said
from dateline.store.errors import CaseError
from dateline.store.migrating import migrate, needs_migration
from dateline.store.naming import is_case, is_url
from dateline.store.schema import APPLICATION_ID

WAIT = 30.0
"""Seconds that a writer waits for another."""


def open_case(name: str, *, create: bool = False, write: bool = True, wait: float = WAIT) -> Case:
    """Open CASE. ``create``: make it where there is none. Without ``write`` nothing in it can be changed, its schema neither.

    Raises ``CaseError`` where there is none, where it is something else, newer than this program, or cannot be read.
    """
    return _open_url(name, create, write, wait) if is_url(name) else _open_file(Path(name), create, write, wait)


# --- SQLite


def _open_file(path: Path, create: bool, write: bool, wait: float) -> Case:
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
        writable = write and os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
        with _opened(_file_engine(path, writable, wait)) as engine:
            if not _is_old(engine, name):
                return Case(engine, name, path, writable=writable)
            engine.dispose()
        if not writable:
            raise CaseError(f"{name}: made by an older dateline; it has to be opened for writing once to be brought up")
        _bring_up(path, wait)
        return Case(_file_engine(path, writable, wait), name, path, writable=writable)


@contextmanager
def _opened(engine: Engine) -> Iterator[Engine]:
    """An engine, let go again where it turns out to be of no use."""
    try:
        yield engine
    except BaseException:
        engine.dispose()
        raise


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
    for left in path.absolute().parent.glob(f"{_glob(path.name)}.*.draft*"):
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


def _glob(name: str) -> str:
    import glob

    return glob.escape(name)


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


# --- PostgreSQL


def _open_url(name: str, create: bool, write: bool, wait: float) -> Case:
    shown = _without_password(name)
    try:
        url = make_url(name).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=False)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise CaseError(f"{shown}: not a URL of a PostgreSQL database ({error})") from error
    except ImportError as error:
        raise CaseError("for a casefile in PostgreSQL install dateline[postgres]") from error

    event.listen(engine, "connect", _set(wait, write))
    with said(shown), _opened(engine):
        with engine.connect() as connection, connection.begin():
            if connection.execute(text("SHOW server_encoding")).scalar() != "UTF8":
                raise CaseError(f"{shown}: the database must be made with the encoding UTF8")
            old = needs_migration(connection, shown)
            fresh = old and not connection.dialect.has_table(connection, "alembic_version")
        if fresh and not create:
            raise CaseError(f"{shown}: there is no casefile in this database; dateline ingest makes one")
        if old and not write:
            raise CaseError(
                f"{shown}: made by an older dateline; it has to be opened for writing once to be brought up"
            )
        if old:
            _bring_up_url(engine)
    return Case(engine, shown, None, writable=write)


def _bring_up_url(engine: Engine) -> None:
    """One process does it; one that waited for it sees what was done meanwhile, and finds nothing left to do."""
    with engine.connect() as plain:
        connection = plain.execution_options(isolation_level="READ COMMITTED")
        with connection.begin():
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('dateline ' || current_schema()))"))
            migrate(connection)


def _set(wait: float, write: bool) -> Callable[[Any, Any], None]:
    """What every connection begins with."""

    def run(connection: Any, _: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {int(wait * 1000)}")
            if not write:
                cursor.execute("SET default_transaction_read_only = on")
        connection.commit()

    return run


def _without_password(name: str) -> str:
    parts = urlsplit(name)
    return f"postgresql://{parts.hostname or ''}{parts.path}"
