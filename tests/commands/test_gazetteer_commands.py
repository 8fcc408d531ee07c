"""``dateline gazetteer`` as a user meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli import app
from dateline.packs import gazetteer
from dateline.packs.gazetteer import Place, added_files, load_gazetteer, ready
from dateline.places import build


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town = Place("1", "Al Bāb", 36.37, 37.52, "SY", "Aleppo", 130000, "settlement")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(build, "everything", lambda total: iter([(town, ())]))
    monkeypatch.setattr(build, "towns", lambda: iter(()))
    monkeypatch.setattr(
        gazetteer, "_build", lambda path, report: build.build(path, report or (lambda done, total: None))
    )


def run(*arguments: str) -> tuple[int, str, str]:
    load_gazetteer.cache_clear()
    result = CliRunner().invoke(app, ["gazetteer", *arguments])
    load_gazetteer.cache_clear()
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def sites(tmp_path: Path) -> str:
    path = tmp_path / "Field Sites.csv"
    path.write_text("name,lat,lon\nTannuri,36.1,37.1\nNowhere,,\n", encoding="utf-8")
    return str(path)


def test_build_gives_credit() -> None:
    exit_code, out, err = run("build")
    assert (exit_code, out.strip()) == (0, str(ready()))
    assert "CC BY 4.0" in err


def test_add_find_info_drop(sites: str) -> None:
    assert run("add", sites, "--country", "sy")[:2] == (
        0,
        f"{sites}: 1 places; passed over 1 without a point on the globe\n",
    )
    exit_code, out, _ = run("find", "et-Tannouri", "--country", "SY")
    assert (exit_code, json.loads(out)["id"]) == (0, "field-sites:1")
    out = run("info")[1]
    assert "        2 settlement" in out
    assert "        1 field-sites" in out
    assert "CC BY 4.0" in out
    assert run("drop", "field-sites")[0] == 0
    assert run("find", "Tannuri") == (1, "", "not found\n")


def test_one_bad_file_and_nothing_is_added(sites: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"name,lat,lon\n\xff")
    exit_code, out, err = run("add", sites, str(bad), "--country", "SY")
    assert (exit_code, out) == (2, "")
    assert err == f"dateline: {bad}: line 2 is not UTF-8\n"
    assert added_files() == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "gone.csv"),
        ("find", "x", "--country", "QQ"),
        ("drop", "none"),
        ("fetch", "Syria"),
        ("fetch", "SY", "--from", "http://h"),
    ],
)
def test_errors_are_one_line(arguments: tuple[str, ...]) -> None:
    exit_code, out, err = run(*arguments)
    assert (exit_code, out) == (2, "")
    assert err.startswith("dateline: ")
    assert err.count("\n") == 1


def test_names_do_not_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil\u001b[31m.csv"
    path.write_text("nothing", encoding="utf-8")
    assert "\u001b" not in run("add", str(path))[2]


@pytest.mark.parametrize("name", ["", "build", "add", "find", "info", "fetch", "drop"])
def test_help(name: str) -> None:
    exit_code, out, _ = run(*filter(None, [name]), "--help")
    assert exit_code == 0
    assert "gazetteer" in out
