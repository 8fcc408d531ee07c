"""Files of places: each kind read, whatever it is called, and every hostile one refused in words."""

import gzip
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from dateline.places.added import Added, PlacesError, point
from dateline.places.read import read_all

ROW = "{id}\t{name}\t{name}\tDuma,دوما,DMA\t{lat}\t{lon}\t{kind}\tSY\t\t{admin}\t\t\t\t110000\t\t\tAsia/Damascus\t2020-01-01"


def dump(name: str = "Dūmā", kind: str = "P\tPPL", lat: object = 33.57, lon: object = 36.4, admin: str = "08") -> str:
    return ROW.format(id=170000 + len(name), name=name, lat=lat, lon=lon, kind=kind, admin=admin)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def read(*paths: Path, country: str | None = None) -> list[Added]:
    return [row for _, rows, _ in read_all(paths, country) for row in rows]


def test_a_country_dump(tmp_path: Path) -> None:
    text = "\n".join(
        [
            dump(),
            dump("Raqqa", "A\tADM1", admin="04"),
            dump("Barzeh", "P\tPPLX"),
            dump("Wadi", "H\tSTM"),
            dump("Far", lat=95),
        ]
    )
    (_, rows, tally), *_ = read_all([written(tmp_path / "SY.txt", text)], None)
    assert [(r.name, r.kind, r.admin1) for r in rows] == [
        ("Dūmā", "settlement", "Rif Dimashq"),
        ("Raqqa", "adm1", "Raqqa"),
        ("Barzeh", "neighbourhood", "Rif Dimashq"),
    ]
    assert rows[0].names == ("Duma", "دوما")
    assert (rows[0].population, rows[0].geonames) == (110000, "170004")
    assert (tally.other, tally.pointless) == (1, 1)


def test_a_zipped_dump_with_codes_beside_it(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "MT.zip", {"readme.txt": "read me", "MT.txt": dump(admin="77").replace("SY", "MT")})
    codes = written(tmp_path / "admin1CodesASCII.txt", "MT.77\tValletta\tValletta\t1\nMT.78\tOther\tOther\t2\n")
    assert [(r.country, r.admin1) for r in read(codes, archive)] == [("MT", "Valletta")]
    assert [r.admin1 for r in read(archive)] == [None]
    with pytest.raises(PlacesError, match="alone"):
        read(codes)


def test_the_west_bank_is_palestine(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path / "IL.txt", dump(admin="WE").replace("\tSY\t", "\tIL\t")))
    assert (row.country, row.admin1) == ("PS", "West Bank")


RECORDS = [
    {"wof_id": 1, "name": "Syria", "placetype": "country", "lat": 35, "lon": 38, "parent": None, "parent_type": None},
    {"wof_id": 2, "name": "Days Az Zawr", "placetype": "region", "lat": 35.1, "lon": 40.3, "parent": "Syria",
     "parent_type": "country", "names": ["Dayr az Zawr"]},
    {"wof_id": 3, "name": "Mayadin", "placetype": "county", "lat": 35, "lon": 40.4, "parent": "Days Az Zawr",
     "parent_type": "region"},
    {"wof_id": 4, "name": "Al Asharah", "placetype": "locality", "lat": 34.9, "lon": 40.5, "parent": "Mayadin",
     "parent_type": "county", "geonames_id": 99, "names": ["Qasr el Ashara", "\u001b[31mred\u202e"]},
    {"wof_id": 5, "name": "Lost", "placetype": "locality", "lat": 34.8, "lon": 40.5, "parent": None, "parent_type": None},
    {"wof_id": 6, "name": "Aleppo Airport", "placetype": "campus", "lat": 36.2, "lon": 37.2, "parent": "Aleppo",
     "parent_type": "region", "geonames_id": 0},
]  # fmt: skip


def test_whos_on_first_lines_follow_their_parents(tmp_path: Path) -> None:
    path = written(tmp_path / "w.jsonl.gz", gzip.compress("\n".join(map(json.dumps, RECORDS)).encode()))
    rows = {r.name: r for r in read(path)}
    assert {n: (r.kind, r.country, r.admin1) for n, r in rows.items()} == {
        "Days Az Zawr": ("adm1", "SY", "Deir ez-Zor"),
        "Mayadin": ("district", "SY", "Deir ez-Zor"),
        "Al Asharah": ("settlement", "SY", "Deir ez-Zor"),
        "Lost": ("settlement", "SY", None),
        "Aleppo Airport": ("landmark", "SY", "Aleppo"),
    }
    assert rows["Al Asharah"].geonames == "99"
    assert rows["Al Asharah"].names == ("Qasr el Ashara", "[31mred")
    assert rows["Aleppo Airport"].geonames is None


def test_parents_of_one_name_tell_nothing(tmp_path: Path) -> None:
    rows = [dict(r) for r in RECORDS]
    rows.insert(2, rows[2] | {"wof_id": 33, "parent": "Aleppo"})
    path = written(tmp_path / "w.jsonl", "\n".join(map(json.dumps, rows)))
    assert {r.name: r.admin1 for r in read(path)}["Al Asharah"] is None


def feature(number: int, name: str, kind: str, parent: int | None = None, **more: object) -> dict[str, object]:
    of = {"wof:id": number, "wof:name": name, "wof:placetype": kind, "wof:parent_id": parent, "wof:country": "SY",
          "geom:latitude": 36.5, "geom:longitude": 36.9, "name:eng_x_preferred": [name], **more}  # fmt: skip
    return {"type": "Feature", "properties": of, "geometry": {"type": "Point", "coordinates": [36.9, 36.5]}}


def test_whos_on_first_geojson(tmp_path: Path) -> None:
    many = [
        feature(1, "Aleppo", "region"),
        feature(2, "Afrin", "locality", 1, **{"name:kur_x_variant": ["Efrîn"], "wof:concordances": {"gn:id": 172}}),
    ]
    both = read(written(tmp_path / "c.geojson", json.dumps({"type": "FeatureCollection", "features": many}, indent=1)))
    assert [(r.name, r.names, r.admin1, r.geonames) for r in both] == [
        ("Aleppo", (), "Aleppo", None),
        ("Afrin", ("Efrîn",), "Aleppo", "172"),
    ]
    assert [r.name for r in read(written(tmp_path / "f.geojson", json.dumps(many[1], indent=1)))] == ["Afrin"]
    assert [r.name for r in read(written(tmp_path / "l.geojsonl", "\n".join(map(json.dumps, many))))] == [
        "Aleppo",
        "Afrin",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "name,lat,lon\nKobani,36.89,38.35\n",
        "\ufeffPlace Name;Latitude;Longitude\nKobani;36.89;38.35\n",
        "LONG_DD\tLAT_DD\tTown\n38.35\t36.89\tKobani\n",
        "x|y|Village\n38.35|36.89|Kobani\n",
        '"Name","LAT","Lng"\r\n"Kobani","36.89","38.35"\r\n\r\n',
    ],
)
def test_a_table_with_any_header(tmp_path: Path, text: str) -> None:
    (row,) = read(written(tmp_path / "t.csv", text), country="SY")
    assert (row.name, row.lat, row.lon, row.kind, row.country) == ("Kobani", 36.89, 38.35, "settlement", "SY")


OCHA = (
    "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM4_EN,ADM4_AR,ADM4_PCODE,LATITUDE_Y,LONGITUDE_X\n"
    "Syrian Arab Republic,SY,Ar-Raqqa,SY11,Tell Abiad,SY1102,Suluk,سلوك,C5948,36.59,39.12\n"
    "Syrian Arab Republic,SY,Ar-Raqqa,SY11,Tell Abiad,SY1102,,,,36.69,38.95\n"
    "Syrian Arab Republic,SY,Ar-Raqqa,SY11,,,,,,35.9,38.9\n"
)


def test_p_codes(tmp_path: Path) -> None:
    rows = read(written(tmp_path / "p.csv", OCHA))
    assert [(r.id, r.name, r.kind, r.admin1) for r in rows] == [
        ("C5948", "Suluk", "settlement", "Raqqa"),
        ("SY1102", "Tell Abiad", "district", "Raqqa"),
        ("SY11", "Ar-Raqqa", "adm1", "Raqqa"),
    ]
    assert rows[0].names == ("سلوك",)


def workbook(path: Path, rows: list[list[object]]) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Read me first"])
    sheet = book.create_sheet("data")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_workbook(tmp_path: Path) -> None:
    cells: list[list[object]] = [line.split(",") for line in OCHA.splitlines()]
    assert [r.name for r in read(workbook(tmp_path / "p.xlsx", cells))] == ["Suluk", "Tell Abiad", "Ar-Raqqa"]


def test_a_workbook_that_claims_to_be_huge(tmp_path: Path) -> None:
    path = workbook(tmp_path / "p.xlsx", [["name", "lat", "lon"], ["Kobani", 36.89, 38.35]])
    with zipfile.ZipFile(path) as archive:
        members = {n: archive.read(n) for n in archive.namelist()}
    sheet = members["xl/worksheets/sheet2.xml"]
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    members["xl/worksheets/sheet2.xml"] = sheet.replace(b"</sheetData>", row).replace(b"A1:C2", b"A1:XFD1048576")
    assert [r.name for r in read(zipped(tmp_path / "q.xlsx", dict(members)), country="SY")] == ["Kobani"]
    bomb = dict(members) | {
        "xl/worksheets/sheet2.xml": sheet.replace(b"<sheetData>", b"<!--" + b" " * 30_000_000 + b"--><sheetData>")
    }
    with pytest.raises(PlacesError, match="unpacks to more"):
        read(zipped(tmp_path / "b.xlsx", bomb))
    laughs = b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 100 + b'">]><worksheet'
    evil = dict(members) | {"xl/worksheets/sheet2.xml": sheet.replace(b"<worksheet", laughs, 1)}
    with pytest.raises(PlacesError, match="no workbook"):
        read(zipped(tmp_path / "e.xlsx", evil))


def test_rows_that_are_no_places_are_counted(tmp_path: Path) -> None:
    bad = ["nan,1", "inf,1", "1e400,2", "91,0", "0,181", "0,0", "x,y", ","]
    text = "name,lat,lon\n" + "".join(f"P{n},{pair}\n" for n, pair in enumerate(bad)) + ",1,1\nGood,1.5,2.5\n"
    (_, rows, tally), *_ = read_all([written(tmp_path / "t.csv", text)], "NG")
    assert [r.name for r in rows] == ["Good"]
    assert (tally.pointless, tally.nameless) == (len(bad), 1)
    assert tally.said() == "1 without a name, 8 without a point on the globe"
    with pytest.raises(PlacesError, match="--country"):
        read(tmp_path / "t.csv")


def test_points() -> None:
    assert point("12.5", -3) == (12.5, -3.0)
    assert [point(*p) for p in [(None, 1), (True, 1), ("", ""), (float("nan"), 0), (-90.1, 0)]] == [None] * 5


def database(path: Path) -> Path:
    db = sqlite3.connect(path)
    db.executescript(
        "create table a (b); create view place as select * from a; create trigger t after insert on a begin select 1; end;"
    )
    db.close()
    return path


def bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("SY.txt", "w") as member:
        line = (dump() + "\n").encode() * 1000
        for _ in range(60):
            member.write(line)
    return path


HOSTILE = {
    "empty": (lambda p: written(p, b""), "empty"),
    "missing": (lambda p: p, "No such file"),
    "folder": (lambda p: (p.mkdir(), p)[1], "directory"),
    "sqlite": (database, "a database"),
    "zip bomb": (bomb, "unpacks to more"),
    "gzip bomb": (lambda p: written(p, gzip.compress(b"\n".join([dump().encode()] * 60_000))), "unpacks to more"),
    "gzip cut": (lambda p: written(p, gzip.compress((dump() + "\n").encode() * 50)[:-20]), "cut short"),
    "zip cut": (lambda p: written(p, zipped(p, {"SY.txt": dump() * 9}).read_bytes()[:-40]), "zip"),
    "zip of many": (lambda p: zipped(p, {"a.txt": dump(), "b.txt": dump()}), "archive of 2"),
    "zip of crowds": (lambda p: zipped(p, {f"{n}.txt": "" for n in range(1001)}), "1,001 files"),
    "zip of nothing": (lambda p: zipped(p, {"readme.txt": "hello"}), "archive of 0"),
    "nul": (lambda p: written(p, dump() + "\n" + dump("Ba\0d")), "line 2 holds a NUL"),
    "latin-1": (lambda p: written(p, dump().encode("latin-1", "replace").replace(b"D?", b"D\xfc")), "line 1 is not UTF-8"),
    "long line": (lambda p: written(p, b"name,lat,lon\n" + b"x" * 50_000_000), "longer than"),
    "columns": (lambda p: written(p, ",".join(["a"] * 400_000) + "\n"), "400,000 columns"),
    "one row wrong": (lambda p: written(p, dump() + "\nno row\n"), "line 2 is no row"),
    "no point": (lambda p: written(p, "name,where\nKobani,there\n"), "no column is a latitude"),
    "no name": (lambda p: written(p, "lat,lon\n1,2\n"), "no column is a name"),
    "csv field": (lambda p: written(p, 'name,lat,lon\n"' + "x" * 900_000 + '",1,2\n'), "field"),
    "prose": (lambda p: written(p, "Shelling hit a market.\n"), "no column"),
    "json": (lambda p: written(p, '{"a": 1}'), "no Who's On First"),
    "not json": (lambda p: written(p, "{oops"), "not JSON"),
    "deep json": (lambda p: written(p, '{"features": ' + "[" * 100_000), "not JSON"),
    "json lines": (lambda p: written(p, json.dumps(RECORDS[3]) + "\n{}\n"), "line 2 is no Who"),
    "random": (lambda p: written(p, bytes(range(1, 256)) * 40), "UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused(tmp_path: Path, name: str) -> None:
    make, words = HOSTILE[name]
    with pytest.raises(PlacesError, match=words):
        read(make(tmp_path / "list"), country="SY")


def test_a_path_in_an_archive_is_only_a_name(tmp_path: Path) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    assert [r.name for r in read(zipped(inner / "SY.zip", {"../../SY.txt": dump()}))] == ["Dūmā"]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["SY.zip", "in"]
