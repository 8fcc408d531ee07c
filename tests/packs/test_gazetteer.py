"""Name keys, lookups in a small gazetteer, the data files, and the real file."""

from pathlib import Path

import pytest

from dateline.packs import gazetteer as g
from dateline.packs.gazetteer import Division, Gazetteer, Place, divisions, exact_key, load_gazetteer, loose_key
from dateline.places import build


@pytest.fixture(scope="module")
def small() -> Gazetteer:
    return Gazetteer.of(
        [
            (
                Place("1", "Deir ez-Zor", 35.34, 40.14, "SY", "Deir ez-Zor", 270000, "settlement"),
                ("Dayr az Zawr", "دير الزور"),
            ),
            (Place("2", "Al Bāb", 36.37, 37.52, "SY", "Aleppo", 130000, "settlement"), ()),
            (Place("3", "Báb", 48.3, 17.9, "SK", None, 1100, "settlement"), ()),
            (Place("4", "Kupyansk", 49.71, 37.61, "UA", "Kharkiv", 27000, "settlement"), ("Kupiansk",)),
            (Place("5", "Santa Rosa", 13.6, -87.9, "SV", "La Union", 27000, "settlement"), ()),
            (Place("6", "Santa Rosa", -31.5, -68.5, "AR", None, 111000, "settlement"), ()),
        ]
    )


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("al-Bab", "bab"),
        ("Al Bāb", "bab"),
        ("Sa'dah", "sadah"),
        ("Sa’dah", "sadah"),
        ("Port-au-Prince", "port au prince"),
        ("El", "el"),
        ("Łódź", "lodz"),
        ("", ""),
        ("...", ""),
    ],
)
def test_exact_key(name: str, key: str) -> None:
    assert exact_key(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Dayr al-Zawr"),
        ("Deir Ezzour", "Deir Ezzor"),
        ("Hamidiyah", "al-Hamidiya"),
        ("Raqqa", "Raqqah"),
        ("Qamishli", "Kamishli"),
        ("Idlib", "Idleb"),
        ("Marib", "Mareb"),
        ("Taiz", "Ta'izz"),
        ("Um Sidra", "Umm Sidra"),
        ("Daraa", "Dara'a"),
    ],
)
def test_transliterations_meet(one: str, other: str) -> None:
    assert loose_key(exact_key(one)) == loose_key(exact_key(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Homs", "Hama"), ("Aleppo", "Alexandria"), ("Kunduz", "Kunar"), ("Mosul", "Musa")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert loose_key(exact_key(one)) != loose_key(exact_key(other))


def test_larger_first_and_country(small: Gazetteer) -> None:
    assert [p.id for p in small.find("al-Bab")] == ["2", "3"]
    assert [p.id for p in small.find("BAB", "SK")] == ["3"]
    assert [p.country for p in small.find("Santa Rosa")] == ["AR", "SV"]
    assert small.find("Santa Rosa", "BR") == []


def test_spelling(small: Gazetteer) -> None:
    assert [p.id for p in small.find("Deir al-Zour")] == ["1"]
    assert small.known("Kupiansk")
    assert not small.known("Koupiansk")
    assert small.spelt("Kupiansk", "4")
    assert not small.spelt("Kupiansk", "1")


@pytest.mark.parametrize("name", ["", "-", "'", "x" * 10_000, "al-", "دير"])
def test_nothing_found(small: Gazetteer, name: str) -> None:
    assert small.find(name) == []


def test_answers_cannot_be_spoilt(small: Gazetteer) -> None:
    small.find("Kupyansk").clear()
    assert small.find("Kupyansk")


@pytest.fixture(scope="module")
def table() -> dict[str, tuple[Division, ...]]:
    return divisions()


def test_divisions_are_sound(table: dict[str, tuple[Division, ...]]) -> None:
    assert {"SY", "IQ", "YE", "SD", "NG", "ML", "AF", "PK", "MM", "UA", "CO", "HT", "US"} <= table.keys()
    for rows in table.values():
        assert len({d.code for d in rows}) == len(rows)
        for d in rows:
            assert -90 < d.lat < 90
            assert -180 <= d.lon <= 180
            assert 0 < d.radius_km <= 1200


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("SY", "Deir ez-Zor"),
        ("YE", "Marib"),
        ("PK", "Khyber Pakhtunkhwa"),
        ("PS", "West Bank"),
        ("NE", "Diffa"),
        ("TD", "Lac"),
        ("SD", "North Kordofan"),
    ],
)
def test_common_english_names(table: dict[str, tuple[Division, ...]], country: str, name: str) -> None:
    assert name in {d.name for d in table[country]}


def test_file_name_follows_the_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    before = g.cache_path()
    assert before.parent == tmp_path / "dateline"
    monkeypatch.setattr(g, "LAYOUT", "other")
    assert g.cache_path() != before


def test_a_file_opens_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gusau = Place("9", "Gusau", 12.2, 6.7, "NG", "Zamfara", 5, "settlement")
    monkeypatch.setattr(build, "everything", lambda total: iter([(gusau, ())]))
    path = tmp_path / "x" / "places.sqlite"
    build.build(path)
    assert [p.name for p in path.parent.iterdir()] == ["places.sqlite"]
    opened = Gazetteer.open(path)
    assert opened.find("Gusau")[0].admin1 == "Zamfara"
    with pytest.raises(Exception, match="readonly"):
        opened._db.execute("delete from place")
    opened.close()


@pytest.fixture(scope="session")
def real() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Dayr al-Zawr", "SY", "Deir ez-Zor"),
        ("El Obeid", "SD", "North Kordofan"),
        ("Kaura Namoda", "NG", "Zamfara"),
        ("Vovchansk", "UA", "Kharkiv"),
        ("Sinjil", "PS", "West Bank"),
        ("Lakki Marwat", "PK", "Khyber Pakhtunkhwa"),
        ("Monywa", "MM", "Sagaing"),
        ("Darfur", "SD", None),
    ],
)
def test_real_places(real: Gazetteer, name: str, country: str, admin1: str | None) -> None:
    assert real.find(name, country)[0].admin1 == admin1


def test_the_largest_towns_of_a_box_come_first(small: Gazetteer) -> None:
    assert [p.id for p in small.in_box(36, 34, 42, 37, 9)] == ["1", "2"]
    assert [p.id for p in small.in_box(36, 34, 42, 37, 1)] == ["1"]
    assert small.in_box(0, 0, 1, 1, 9) == []


def test_a_box_may_run_on_over_the_antimeridian() -> None:
    places = [
        Place(name, name, -17, lon, "FJ", None, 10, "settlement") for name, lon in (("west", 178.0), ("east", -179.0))
    ]
    found = Gazetteer.of((place, ()) for place in places)
    for west, east in ((177, 182), (-183, -178)):
        assert {p.id for p in found.in_box(west, -20, east, -10, 9)} == {"west", "east"}
    assert [p.id for p in found.in_box(177, -20, 180, -10, 9)] == ["west"]


def test_no_division_lies_on_the_other_side_of_the_globe() -> None:
    table = divisions()
    for iso, name in (("RU", "Chukotka"), ("FJ", "Eastern")):
        (own,) = [d for d in table[iso] if d.name == name]
        assert abs(own.lon) > 170
