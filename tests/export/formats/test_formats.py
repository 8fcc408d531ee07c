"""One contract for every format: whole or not at all, public unless asked otherwise, and honest about what it does not hold."""

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.export.formats import FORMATS
from dateline.export.formats.file import ExportError, replacing
from dateline.export.formats.loss import Loss
from dateline.export.formats.row import COLUMNS, row
from dateline.model.merged import MergedIncident, MergedWhere
from export.merged_sample import SECRETS, SITE, TOWN, bare, whole

Row = dict[str, Any]


def from_jsonl(path: Path) -> list[Row]:
    found = [msgspec.json.decode(line, type=MergedIncident) for line in path.read_bytes().splitlines()]
    return [dict(zip((c.name for c in COLUMNS), row(one), strict=True)) for one in found]


def from_csv(path: Path, tags: int = 0) -> list[Row]:
    names, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
    kinds = {column.name: column.kind for column in COLUMNS}
    return [{name: typed(kinds[name], cell) for name, cell in zip(names, cells, strict=True)} for cells in rows[tags:]]


def from_hxl(path: Path) -> list[Row]:
    return from_csv(path, tags=1)


def typed(kind: str, cell: str) -> Any:
    if kind == "texts":
        return cell.split(" | ") if cell else []
    if not cell:
        return None
    return {"int": int, "float": float, "date": date.fromisoformat, "text": str}[kind](cell)


def from_geojson(path: Path) -> list[Row]:
    found = [feature["properties"] for feature in json.loads(path.read_bytes())["features"]]
    for one in found:
        one |= {name: date.fromisoformat(one[name]) for name in ("date_start", "date_end") if one[name]}
    return found


def from_parquet(path: Path) -> list[Row]:
    import pyarrow.parquet as pq

    rows: list[Row] = pq.read_table(path).to_pylist()
    return rows


READ: dict[str, Callable[[Path], list[Row]]] = {
    "jsonl": from_jsonl,
    "csv": from_csv,
    "hxl": from_hxl,
    "geojson": from_geojson,
    "parquet": from_parquet,
}
FLAT = [name for name in FORMATS if name != "jsonl"]


@pytest.fixture(params=FORMATS)
def name(request: pytest.FixtureRequest) -> str:
    if request.param == "parquet":
        pytest.importorskip("pyarrow")
    return str(request.param)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out"


def empty(value: Any) -> Any:
    """Nothing is an empty list in one format and null in another."""
    return None if value == [] else value


def test_every_format_has_its_test() -> None:
    assert list(READ) == list(FORMATS)


def test_what_was_written_is_what_is_read(name: str, path: Path) -> None:
    given = [whole(1), bare(2), whole(3, where=TOWN)]
    loss = FORMATS[name](given, path, "internal")
    expected = [{c.name: empty(v) for c, v in zip(COLUMNS, row(one), strict=True)} for one in given]
    assert [{key: empty(value) for key, value in one.items()} for one in READ[name](path)] == expected
    assert (loss.format, loss.profile, loss.incidents, loss.withheld) == (name, "internal", 3, ())


def test_public_is_what_is_written_unless_asked_otherwise(name: str, path: Path) -> None:
    loss = FORMATS[name]([whole(1), bare(2)], path)  # type: ignore[call-arg]
    assert loss.profile == "public"
    rows = READ[name](path)
    shown = (
        json.dumps(rows, default=str, ensure_ascii=False).casefold() + path.read_bytes().decode("latin-1").casefold()
    )
    assert [word for word in SECRETS if word.casefold() in shown] == []
    assert rows[0]["lat"] is None
    assert rows[0]["victims"] in ([], None)
    assert {lost.what: lost.incidents for lost in loss.withheld}["names of victims"] == 1


def test_what_is_not_held_is_said(name: str, path: Path) -> None:
    loss = FORMATS[name]([whole(1), whole(3), bare(2)], path, "internal")
    said = {lost.what: lost.incidents for lost in loss.lost}
    if name == "jsonl":
        assert said == {}
    else:
        assert said["rival values and who gave them"] == 2
        assert said["ages, sexes and fates of victims"] == 2
    assert FORMATS[name]([bare(2)], path, "internal").lost == ()


def test_the_same_incidents_give_the_same_bytes(name: str, path: Path) -> None:
    first = FORMATS[name]([whole(1), bare(2)], path, "public")
    held = path.read_bytes()
    second = FORMATS[name](iter([whole(1), bare(2)]), path, "public")
    assert path.read_bytes() == held
    assert first == second


def test_no_incidents_give_an_empty_file(name: str, path: Path) -> None:
    assert FORMATS[name]([], path, "public").incidents == 0
    assert READ[name](path) == []


def test_a_file_is_replaced_whole_or_stays(name: str, path: Path) -> None:
    path.write_bytes(b"before")

    broken = whole(2, means=("mortar", object()))  # found out after the first row is written
    with pytest.raises((TypeError, ExportError)):
        FORMATS[name]([whole(1), broken], path, "internal")
    assert path.read_bytes() == b"before"
    assert os.listdir(path.parent) == ["out"]


def test_a_place_that_cannot_be_written_is_one_line(name: str, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "out"):
        with pytest.raises(ExportError) as error:
            FORMATS[name]([bare()], path, "public")
        assert str(error.value).startswith(str(path))
        assert "\n" not in str(error.value)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("mode", [0o640, 0o600])
def test_a_file_keeps_its_rights(path: Path, mode: int) -> None:
    path.write_bytes(b"x")
    path.chmod(mode)
    FORMATS["jsonl"]([bare()], path, "public")
    assert path.stat().st_mode & 0o777 == mode


def test_a_link_is_followed_and_a_new_file_may_be_read(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    FORMATS["jsonl"]([bare()], tmp_path / "link", "public")
    assert (tmp_path / "link").is_symlink()
    umask = os.umask(0o022)
    os.umask(umask)
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o666 & ~umask


def test_what_goes_wrong_within_leaves_nothing(path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        half_written(path)
    assert os.listdir(path.parent) == []


def half_written(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise ZeroDivisionError


def test_numbers_no_table_holds_are_one_line(path: Path) -> None:
    pytest.importorskip("pyarrow")
    toll = msgspec.structs.replace(whole().casualties[1], low=2**70, high=None)
    with pytest.raises(ExportError, match="cannot hold"):
        FORMATS["parquet"]([whole(casualties=(toll,))], path, "internal")
    assert os.listdir(path.parent) == []


def test_the_extra_is_named_where_it_is_missing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"dateline\[parquet\]"):
        FORMATS["parquet"]([bare()], path, "public")


# --- CSV

ACTIVE = tuple("=+-@\t\r\n＝＋－＠")
HOSTILE = ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "x;=1", "x; @y", "a\n=1", '"=1', "＝1", "x|-1", "\u200e=1", "=cmd|' /C calc'!A0")  # fmt: skip


def cells(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8-sig")
    return [
        cell
        for mark in ",;"
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        for cell in line
        if not _number(cell)
    ]


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def hostile(words: str) -> MergedIncident:
    one = whole(where=MergedWhere(name=words, precision="settlement", lat=-12.5, lon=-70.25), means=(words, words))
    actors = tuple(msgspec.structs.replace(actor, name=words) for actor in one.actors)
    return msgspec.structs.replace(
        one, actors=actors, reports=(msgspec.structs.replace(one.reports[0], publisher=words),)
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_is_a_formula(words: str, path: Path) -> None:
    loss = FORMATS["csv"]([hostile(words)], path, "internal")
    assert [cell for cell in cells(path) if cell.strip().startswith(ACTIVE)] == []
    assert any(lost.what.startswith("texts as they stand") for lost in loss.lost) or words[0] not in "=+-@\t\r ＝"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(
        st.one_of(st.sampled_from("=+-@;|,\t\r\n '\"a1"), st.characters(exclude_categories=["Cs"])), max_size=12
    )
)
@pytest.mark.parametrize("profile", ["public", "internal"])
def test_no_words_make_a_formula(words: str, profile: Any, path: Path) -> None:
    FORMATS["csv"]([hostile(words)], path, profile)
    assert [cell for cell in cells(path) if cell.strip().startswith(ACTIVE)] == []


def test_numbers_stay_numbers(path: Path) -> None:
    FORMATS["csv"]([hostile("x")], path, "internal")
    assert ",-12.5,-70.25," in path.read_text(encoding="utf-8-sig")


def test_hxl_tags_stand_in_the_second_row(path: Path) -> None:
    FORMATS["hxl"]([bare()], path, "public")
    names, tags, _ = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
    held = dict(zip(names, tags, strict=True))
    assert (held["killed_low"], held["lat"], held["actor_a"]) == (
        "#affected+killed+min",
        "#geo+lat",
        "#group+name+first",
    )
    assert all(tag.startswith("#") for tag in tags)
    assert len(set(tags)) == len(tags)


# --- GeoJSON


def geometry(where: MergedWhere, path: Path) -> Any:
    FORMATS["geojson"]([whole(where=where)], path, "internal")
    (feature,) = json.loads(path.read_bytes())["features"]
    assert feature["type"] == "Feature"
    return feature["geometry"]


def test_points_are_longitude_first(path: Path) -> None:
    assert geometry(SITE, path) == {"type": "Point", "coordinates": [29.6498765, 12.0512345]}


@pytest.mark.parametrize(
    "change", [{"lat": None, "lon": None}, {"precision": "adm1"}, {"precision": "country"}, {"lat": 91.0}]
)
def test_what_is_not_placed_has_no_geometry(change: dict[str, Any], path: Path) -> None:
    assert geometry(msgspec.structs.replace(SITE, **change), path) is None


def test_the_doubt_of_a_point_is_a_property(path: Path) -> None:
    FORMATS["geojson"]([whole(where=SITE)], path, "internal")
    found = json.loads(path.read_bytes())
    assert set(found) == {"type", "features"}
    assert found["features"][0]["properties"]["radius_km"] == 0.2
    assert found["features"][0]["id"] == found["features"][0]["properties"]["incident_id"]


def test_a_loss_is_data(path: Path) -> None:
    loss = FORMATS["csv"]([whole()], path, "public")
    assert msgspec.json.decode(msgspec.json.encode(loss), type=Loss) == loss
    assert len(loss.sha256) == 64
