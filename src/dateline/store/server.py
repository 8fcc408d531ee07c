"""A casefile in a PostgreSQL database, in the schema that comes first on the user's search path."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from dateline.store.case import Case, opened, said
from dateline.store.errors import CaseError
from dateline.store.migrating import migrate, needs_migration


def open_server(name: str, create: bool, write: bool, wait: float) -> Case:
    shown = _without_password(name)
    try:
        url = make_url(name).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=False)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise CaseError(f"{shown}: not a URL of a PostgreSQL database ({error})") from error
    except ImportError as error:
        raise CaseError("for a casefile in PostgreSQL install dateline[postgres]") from error

    event.listen(engine, "connect", _set(wait, write))
    with said(shown), opened(engine):
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
