"""A small gazetteer in folders of the test's own, built in this process."""

from pathlib import Path

import pytest

from dateline.packs import gazetteer
from dateline.packs.gazetteer import Place
from dateline.places import build

BASE = [
    (Place("172955", "Ar Raqqah", 35.95, 39.01, "SY", "Raqqa", 531952, "settlement"), ("Raqqa",)),
    (Place("adm1:SY.Raqqa", "Raqqa", 36.12, 38.92, "SY", "Raqqa", 0, "adm1", 75.0), ("Rakka",)),
    (Place("173000", "Al Bāb", 36.37, 37.52, "SY", "Aleppo", 130000, "settlement"), ()),
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds the cache and the data folder of this test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(build, "everything", lambda total: iter(BASE))
    monkeypatch.setattr(build, "towns", lambda: iter(()))
    monkeypatch.setattr(
        gazetteer, "_build", lambda path, report: build.build(path, report or (lambda done, total: None))
    )
    gazetteer.load_gazetteer.cache_clear()
    return tmp_path
