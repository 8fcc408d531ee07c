"""What many tests need. No test sees, or touches, the lists of places that the user who runs it has added."""

import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

from postgres import Absent, server

_SCHEMAS = count()


@pytest.fixture(scope="session", autouse=True)
def _no_added_places() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("XDG_DATA_HOME")
        os.environ["XDG_DATA_HOME"] = folder
        yield
        os.environ.pop("XDG_DATA_HOME")
        if before is not None:
            os.environ["XDG_DATA_HOME"] = before


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL database. Without one tests are skipped, but fail where ``DATELINE_CI`` is set."""
    try:
        with server() as url:
            yield url
    except Absent as error:
        if os.environ.get("DATELINE_CI"):
            raise
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """CASE, where there is nothing yet: in each of the two stores."""
    if request.param == "sqlite":
        return str(tmp_path / "case.db")
    return fresh_schema(request.getfixturevalue("postgres"))


def fresh_schema(url: str) -> str:
    """The URL of an empty schema of its own."""
    import psycopg

    name = f"t{os.getpid()}_{next(_SCHEMAS)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{url}{'&' if '?' in url else '?'}options={quote(f'-csearch_path={name}')}"
