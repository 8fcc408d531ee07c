"""Added places: joined to those they are, kept over rebuilds, and never half there."""

import sqlite3
from pathlib import Path

import pytest

from dateline.packs import gazetteer
from dateline.packs.errors import PackError
from dateline.packs.gazetteer import Gazetteer, added_files, cache_path, load_gazetteer, ready
from dateline.places import build, store
from dateline.places.added import Added, PlacesError
from dateline.places.store import drop, keep


def place(
    name: str, *names: str, lat: float = 36.0, lon: float = 39.0, kind: str = "settlement", **more: object
) -> Added:
    values = {"id": name, "country": "SY"} | more
    return Added(name=name, names=names, lat=lat, lon=lon, kind=kind, **values)  # type: ignore[arg-type]


def found() -> Gazetteer:
    return Gazetteer.open(ready())


def test_one_place_is_one_candidate(home: Path) -> None:
    keep(
        [
            ("by number", [place("Rakka city", "Reqa", lat=35.0, geonames="172955")]),
            ("by name", [place("al-Bab", "Bab City", lat=36.38, lon=37.53, population=140000)]),
            ("by sound", [place("El Rakkah", "Tadef Gate", lat=35.951, lon=39.011)]),
            ("elsewhere", [place("Al Bab", lat=33.0, lon=36.5)]),
            ("division", [place("Ar-Raqqah", "Reqqa Province", kind="adm1", admin1="Raqqa")]),
            ("district", [place("Raqqa", kind="district", admin1="Raqqa", population=10**6)]),
        ]
    )
    g = found()
    assert [p.id for p in g.find("Reqa", "SY")] == ["172955"]
    assert [(p.id, p.population) for p in g.find("Bab City")] == [("173000", 140000)]
    assert [p.id for p in g.find("Tadef Gate")] == ["172955"]
    assert [p.id for p in g.find("Al Bab")] == ["173000", "elsewhere:Al Bab"]
    assert [p.id for p in g.find("Reqqa Province")] == ["adm1:SY.Raqqa"]
    assert {p.kind: p.population for p in g.find("Raqqa")} == {"settlement": 531952, "adm1": 0, "district": 0}


def test_a_district_does_not_hide_its_town(home: Path) -> None:
    keep([("mine", [place("Er Raqqeh", lat=36.1, kind="district"), place("Ar Rakkah", lat=32.0, kind="district")])])
    assert [p.id for p in found().find("Er Raqqeh")] == ["mine:Er Raqqeh"]
    keep([("mine", [place("Er Raqqah Markaz", "Er Raqah", lat=36.1, kind="district")])])
    assert [p.id for p in found().find("Er Raqah")] == ["172955", "mine:Er Raqqah Markaz"]


def test_lists_stay_over_rebuilds_and_can_go(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = ready()
    keep([("Mine", [place("Kobani", lat=36.89, lon=38.35)])])
    assert not base.exists()
    assert ready() == cache_path()
    monkeypatch.setattr(gazetteer, "LAYOUT", "next")
    assert [p.name for p in found().find("Kobani")] == ["Kobani"]
    keep([("mine", [place("Tel Abyad", lat=36.7, lon=38.95)])])
    assert [p.stem.rpartition("-")[0] for p in added_files()] == ["mine"]
    assert not found().known("Kobani")
    keep([("mine", [place("Tel Abyad", lat=36.7, lon=38.95)])])
    assert found().known("Tel Abyad")
    drop("mine")
    assert not found().known("Tel Abyad")
    assert list(store.added_folder().iterdir()) == []
    with pytest.raises(PlacesError, match="no list called mine"):
        drop("mine")


def test_what_fails_changes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep([("mine", [place("Kobani", lat=36.89, lon=38.35)])])
    path, lists = ready(), added_files()
    held = path.read_bytes()

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(gazetteer, "_build", broken)
    with pytest.raises(PackError, match="No space"):
        keep([("mine", [place("Other")]), ("two", [place("Third")])])
    with pytest.raises(PackError, match="No space"):
        drop("mine")
    assert (ready(), added_files(), path.read_bytes()) == (path, lists, held)
    monkeypatch.setattr(store, "_write", broken)
    with pytest.raises(PlacesError, match="No space"):
        keep([("two", [place("Third")])])
    assert (ready(), added_files()) == (path, lists)


def test_a_damaged_list_is_named(home: Path) -> None:
    keep([("mine", [place("Kobani", lat=36.89, lon=38.35)])])
    (path,) = added_files()
    path.write_bytes(path.read_bytes().replace(b"Kobani", b"Kobane"))
    with pytest.raises(PackError, match="damaged"):
        ready(anew=True)


def triggers(path: Path) -> None:
    db = sqlite3.connect(path)
    db.executescript(
        "create view more as select * from place; create trigger t after insert on place begin select 1; end;"
    )
    db.close()


DAMAGE = {
    "cut": lambda p: p.write_bytes(p.read_bytes()[:-4096]),
    "empty": lambda p: p.write_bytes(b""),
    "no database": lambda p: p.write_bytes(b"gone" * 5000),
    "other tables": triggers,
    "first page": lambda p: p.write_bytes(b"SQLite format 3\0" + b"\xff" * (p.stat().st_size - 16)),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_built_anew(home: Path, name: str) -> None:
    path = ready()
    held = path.read_bytes()
    DAMAGE[name](path)
    assert [p.id for p in found().find("al-Bab")] == ["173000"]
    assert path.read_bytes() == held


def test_damage_met_while_looking_up_is_repaired(home: Path) -> None:
    path = ready()
    held = path.read_bytes()
    path.write_bytes(held[:4096] + b"\xff" * (len(held) - 4096 * 2) + held[-4096:])
    try:
        g = load_gazetteer()
    finally:
        load_gazetteer.cache_clear()
    assert [p.id for p in g.find("al-Bab")] == ["173000"]
    assert path.read_bytes() == held


def test_progress_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "STEP", 1)
    told: list[tuple[int, int]] = []
    ready(lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == [1, 2, 3, 3]
    assert all(done <= total for done, total in told)


def test_what_a_killed_build_left_is_cleared_away(home: Path) -> None:
    left = cache_path().with_name(f"{cache_path().name}.4242.tmp")
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(b"half")
    assert ready(anew=True).exists()
    assert not left.exists()


def test_a_folder_that_cannot_be_written_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep([("mine", [place("Kobani")])])

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(store.os, "replace", refuse)
    with pytest.raises(PlacesError, match="Read-only"):
        drop("mine")
    assert len(added_files()) == 1
