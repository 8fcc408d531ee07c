"""Which schema a casefile has, and how an older one is brought up. Alembic is read only where there is something to do."""

from importlib.resources import files
from typing import Any

from sqlalchemy import Connection, inspect, text

from dateline.store.errors import CaseError
from dateline.store.schema import HEAD

VERSIONS = [str(files("dateline.store") / "migrations" / "versions")]
"""Folders of migrations."""

KNOWN = {HEAD}
"""The schemas that this program can work with as they are."""


def schema_of(connection: Connection) -> str | None:
    """The schema's number, null where there is none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found is not None else None


def needs_migration(connection: Connection, name: str) -> bool:
    """Whether the schema is older than this program's. Raises ``CaseError`` where it is newer or unknown."""
    found = schema_of(connection)
    if found in KNOWN:
        return False
    if found is not None and found not in {script.revision for script in _scripts().walk_revisions()}:
        known = max(KNOWN)
        raise CaseError(
            f"{name}: made by a newer dateline (schema {found}, this one knows up to {known}); it was left alone"
        )
    return True


def migrate(connection: Connection) -> None:
    """Bring the schema up, in the transaction that is open on ``connection``."""
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _scripts() -> Any:
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("dateline.store") / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(VERSIONS).replace("%", "%%"))
    return config
