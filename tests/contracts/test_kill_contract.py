"""Killed at any moment, in both stores: nothing that was reported done is lost, the casefile verifies, and the same commands run again end in
the same content. ``DATELINE_SOAK`` sets the number of rounds."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
import worker

from cases import dump, many, take
from conftest import fresh_schema
from dateline.casefile.merging import merge_case
from dateline.store import migrating
from dateline.store.errors import CaseError
from dateline.store.naming import is_url
from dateline.store.opening import open_case
from dateline.store.reports import every
from dateline.store.verify import verify

ROUNDS = int(os.environ.get("DATELINE_SOAK", "5"))
ARTICLES = 60


def killed(what: str, place: str, delay: float, after: int = 1) -> list[str]:
    """Run a worker and kill it, some time after it printed so many lines. What it printed before."""
    command = [sys.executable, str(Path(worker.__file__)), what, place, str(ARTICLES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line.strip())
            if len(lines) == after:
                break
        time.sleep(delay)
        process.kill()
        lines += [line.strip() for line in process.stdout if line.endswith("\n")]
    return lines[1:]


def sound(place: str) -> set[str]:
    """The names of all reports, after everything was verified."""
    with open_case(place, write=False) as case, case.reading() as connection:
        assert verify(connection).problem is None
        return {r.report.name for r in every(connection)}


@pytest.fixture
def twin(place: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """A second casefile in the same kind of store, where nothing is killed."""
    return fresh_schema(request.getfixturevalue("postgres")) if is_url(place) else str(tmp_path / "twin.db")


def test_ingest(place: str, twin: str) -> None:
    rng, done = random.Random(4), set[str]()
    for round_ in range(ROUNDS):
        after = 1 + (round_ * 13) % 70 if round_ % 10 < 9 else 1
        done |= set(killed("ingest", place, rng.uniform(0, 0.01), after))
        try:
            stored = sound(place)
        except CaseError as error:  # killed before there was one
            assert "dateline ingest makes one" in str(error)  # noqa: PT017
            stored = set()
        assert done <= stored
    with open_case(place, create=True) as case, open_case(twin, create=True) as whole:
        take(case, many(ARTICLES))
        take(whole, many(ARTICLES))
        assert dump(case) == dump(whole)
    assert done <= sound(place)


def test_merge(place: str, twin: str) -> None:
    rng = random.Random(5)
    for name in (place, twin):
        with open_case(name, create=True) as case:
            take(case, many(ARTICLES))
    for _ in range(ROUNDS):
        killed("merge", place, rng.uniform(0, 0.12))
        assert len(sound(place)) == ARTICLES + ARTICLES // 3
    with open_case(place) as case, open_case(twin) as whole:
        merge_case(case)
        merge_case(whole)
        assert dump(case) == dump(whole)
    sound(place)


def test_migration(
    place: str, twin: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    rng = random.Random(6)
    with open_case(twin, create=True) as whole:
        take(whole, many(ARTICLES))
        merge_case(whole)
        before = dump(whole)
    for round_ in range(ROUNDS):
        name = fresh_schema(request.getfixturevalue("postgres")) if is_url(place) else f"{place}{round_}"
        with open_case(name, create=True) as case:
            take(case, many(ARTICLES))
            merge_case(case)
        killed("migrate", name, rng.uniform(0, 0.5))
        monkeypatch.setattr(migrating, "KNOWN", {migrating.HEAD, "9000"})
        sound(name)  # the old schema or the new, and nothing between
        monkeypatch.setattr(migrating, "KNOWN", {"9000"})
        monkeypatch.setattr(migrating, "VERSIONS", [*migrating.VERSIONS[:1], worker.LATER])
        with open_case(name) as case:
            assert dump(case) == before
            with case.reading() as connection:
                assert verify(connection).problem is None
                remarks = connection.exec_driver_sql("SELECT words FROM remarks ORDER BY words").scalars().all()
                assert remarks == sorted(r.report.name for r in every(connection))
        monkeypatch.undo()
    assert [p.name for p in tmp_path.iterdir() if "draft" in p.name] == []


def test_two_at_once(place: str) -> None:
    """Two processes that store the same articles at the same time: each article once, one chain."""
    command = [sys.executable, str(Path(worker.__file__)), "ingest", place, str(ARTICLES)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as one,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as two,
    ):
        said = [process.communicate()[0].split() for process in (one, two)]
        assert (one.returncode, two.returncode) == (0, 0)
    assert sound(place) == set(said[0][1:]) == set(said[1][1:])
    with open_case(place) as case:
        assert len(dump(case)["log"]) == ARTICLES + ARTICLES // 3
