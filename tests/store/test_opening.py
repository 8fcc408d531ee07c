"""Opening a casefile that is not one, that may not be written, or for which there is no room: one clear line, and no damage."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event

from cases import dump, many, take
from dateline.casefile.merging import merge_case
from dateline.store import migrating
from dateline.store.errors import CaseError
from dateline.store.naming import is_case
from dateline.store.opening import open_case
from dateline.store.schema import HEAD, metadata
from dateline.store.verify import verify

TESTS = Path(__file__).parents[1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_case(str(tmp_path / "case.db"), create=True) as case:
        take(case, many(6))
    return tmp_path / "case.db"


def test_a_casefile_is_one_file_when_nobody_has_it_open(path: Path) -> None:
    assert [p.name for p in path.parent.iterdir()] == ["case.db"]
    assert is_case(str(path))


def test_the_migrations_make_the_tables_of_the_schema(place: str) -> None:
    with open_case(place, create=True) as case, case.reading() as connection:
        known = {"compare_type": False, "include_object": lambda o, name, kind, *_: "words" not in str(name)}
        assert compare_metadata(MigrationContext.configure(connection, opts=known), metadata) == []
        assert migrating.schema_of(connection) == HEAD
    assert migrating._scripts().get_current_head() == HEAD


@pytest.mark.parametrize("held", [b"", b"not a casefile", b"SQLite format 3\0" + b"\1" * 200, b"\0" * 5000])
def test_what_is_no_casefile_is_left_as_it_is(tmp_path: Path, held: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(held)
    with pytest.raises(CaseError) as caught:
        open_case(str(other), create=True)
    assert str(caught.value).startswith(str(other))
    assert "\n" not in str(caught.value)
    assert other.read_bytes() == held


def test_another_programs_database_is_no_casefile(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE log (seq)")
    connection.close()
    with pytest.raises(CaseError, match="but not a casefile"):
        open_case(str(other), create=True)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="there is no such folder"):
        open_case(str(tmp_path / "none" / "case.db"), create=True)
    with pytest.raises(CaseError):
        open_case(str(tmp_path), create=True)


def test_a_full_disk_loses_nothing_that_was_stored(path: Path) -> None:
    with open_case(str(path)) as case:
        before = dump(case)

        def small(connection: sqlite3.Connection, _: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 1}")

        event.listen(case.engine, "connect", small)
        case.engine.dispose()
        with pytest.raises(CaseError, match="the disk is full") as caught:
            take(case, many(400, start=6))
        assert "\n" not in str(caught.value)
    with open_case(str(path)) as case:
        with case.reading() as connection:
            assert verify(connection).problem is None
        after = dump(case)
        assert set(before["reports"]) <= set(after["reports"])
        take(case, many(20))
        assert len(dump(case)["log"]) >= len(before["log"]) + 14


def test_a_file_that_was_replaced_is_not_written(path: Path) -> None:
    with open_case(str(path)) as case:
        take(case, many(7))
        path.rename(path.with_name("moved.db"))
        with pytest.raises(CaseError, match="moved or replaced"):
            take(case, many(9))


def test_a_damaged_file_says_so(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[4096:] = os.urandom(len(held) - 4096)
    path.write_bytes(held)
    with pytest.raises(CaseError, match="damaged"), open_case(str(path)) as case:
        merge_case(case)


_READER = """
import os, sys
sys.path.insert(0, {tests!r})
import case_coder, sqlalchemy.dialects.sqlite.pysqlite
from cases import dump, many, take
from dateline.store.case import program
from dateline.store.errors import CaseError
from dateline.store.opening import open_case
program()
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
with open_case({name!r}) as case:
    print(len(dump(case)["reports"]))
    try:
        take(case, many(9))
    except CaseError as error:
        print(error)
"""


@pytest.mark.parametrize("folder", [0o755, 0o555])
def test_a_read_only_file_is_read_and_not_written(path: Path, tmp_path: Path, folder: int) -> None:
    for parent in [tmp_path, *tmp_path.parents][:3]:
        if os.geteuid() == 0 and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    held = path.read_bytes()
    path.chmod(0o444)
    tmp_path.chmod(folder)
    program = _READER.format(tests=str(TESTS), name=str(path))
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=environment)
    tmp_path.chmod(0o755)
    assert done.stdout.splitlines() == ["8", f"{path}: read-only: it can be listed and shown, not changed"], done.stderr
    assert path.read_bytes() == held


def test_an_older_file_that_is_in_use_is_not_brought_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_case(str(path)) as case, case.reading():
        before = dump(case)
        monkeypatch.setattr(migrating, "KNOWN", {"9000"})
        monkeypatch.setattr(migrating, "VERSIONS", [*migrating.VERSIONS, str(TESTS / "contracts" / "later")])
        with pytest.raises(CaseError, match="in use by another process"):
            open_case(str(path), wait=0.1)
        with pytest.raises(CaseError, match="has to be opened for writing"):
            open_case(str(path), write=False)
    with open_case(str(path)) as case:
        assert dump(case) == before
    assert [p.name for p in path.parent.iterdir()] == ["case.db"]


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = [tmp_path / f"case.db.{dead.pid}.draft", tmp_path / f"case.db.{dead.pid}.draft-journal"]
    other = tmp_path / "case.db.notes.draft"
    for file in (*left, other):
        file.write_bytes(b"x")
    open_case(str(tmp_path / "case.db"), create=True).close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["case.db", "case.db.notes.draft"]


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    url = f"postgresql://someone:secret@/nothing?host={tmp_path}"
    with pytest.raises(CaseError) as caught:
        open_case(url, create=True)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_url_that_is_none() -> None:
    with pytest.raises(CaseError, match="not a URL"):
        open_case("postgresql://host:port:1/x")


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(CaseError, match=r"dateline\[postgres\]"):
        open_case("postgresql://localhost/x")
