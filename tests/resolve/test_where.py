"""Toponyms to places: countries in play, parents, nearness, doubt, and what is left unplaced."""

from types import SimpleNamespace

import pytest

from dateline.mentions.places import PlaceMention, find_places
from dateline.model.incident import Where
from dateline.packs.countries import load_countries
from dateline.packs.gazetteer import Gazetteer, Place
from dateline.resolve.area import distance_km, shift
from dateline.resolve.candidates import PlaceContext, bare
from dateline.resolve.setting import country_in_play
from dateline.resolve.where import resolve

HAYS = Place("1", "Hays", 13.93, 43.48, "YE", "Al Hudaydah", 18_000, "settlement")
HAYS_US = Place("2", "Hays", 38.88, -99.33, "US", "Kansas", 21_000, "settlement")
MARIB = Place("3", "Marib", 15.46, 45.33, "YE", "Marib", 17_000, "settlement")
MARIB_1 = Place("4", "Marib", 15.3, 45.1, "YE", "Marib", 300_000, "adm1", 75)
SALAM_A = Place("5", "Salam", 15.0, 44.0, "YE", "Sanaa", 900, "settlement")
SALAM_B = Place("6", "Salam", 13.6, 44.1, "YE", "Taiz", 900, "settlement")
TAIZ = Place("7", "Taiz", 13.58, 44.02, "YE", "Taiz", 600_000, "settlement")
PARIS = Place("8", "Paris", 48.85, 2.35, "FR", "Ile-de-France", 2_100_000, "settlement")
RAQQA = Place("9", "Raqqa", 35.95, 39.01, "SY", "Raqqa", 177_000, "settlement")
SEA = Place("10", "Red Sea", 20.0, 38.5, None, None, 0, "sea", 900)
RED_SEA = Place("11", "Red Sea", 19.3, 37.0, "SD", "Red Sea", 1_000_000, "adm1", 210)
SALAM_C = Place("13", "Salam", 15.5, 45.2, "YE", "Marib", 900, "settlement")
KARMA = Place("12", "Karma", 31.0, 35.0, "YE", "Aden", 3_000, "settlement")
ALL = (HAYS, HAYS_US, MARIB, MARIB_1, SALAM_A, SALAM_B, TAIZ, PARIS, RAQQA, SEA, RED_SEA, KARMA)
YEMEN = PlaceContext(countries=("YE",))


@pytest.fixture(scope="module")
def kit() -> SimpleNamespace:
    return SimpleNamespace(countries=load_countries(), gazetteer=Gazetteer.of([(p, ()) for p in ALL]))


def first(text: str, kit: SimpleNamespace) -> PlaceMention:
    return find_places(text, kit=kit)[0]


def test_country_in_play_beats_population(kit: SimpleNamespace) -> None:
    where = resolve(first("A mine exploded in Hays.", kit), YEMEN, kit=kit)
    assert (where.country, where.admin1, where.precision, where.gazetteer_id) == (
        "YE",
        "Al Hudaydah",
        "settlement",
        "1",
    )
    assert where.evidence == (19, 23)
    assert where.text == "Hays"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("A mine exploded in Hays.", "settlement"),
        ("A mine exploded near Hays.", "near"),
        ("A mine exploded on the outskirts of Hays.", "near"),
        ("A mine exploded in Hays district.", "adm2"),
        ("A mine exploded on the Hays road.", "area"),
        ("A mine exploded in the Hays area.", "area"),
        ("A mine exploded at Hays hospital.", "landmark"),
        ("A mine exploded in Marib province.", "adm1"),
        ("A mine exploded in Marib region.", "adm1"),
        ("A mine exploded in Marib.", "settlement"),
        ("A mine exploded in Yemen.", "country"),
        ("A mine exploded in northern Yemen.", "area"),
        ("A mine exploded in Nowhereville.", "settlement"),
        ("A mine exploded near Nowhereville.", "near"),
        ("A mine exploded in the Kilan hills.", "area"),
        ("A mine exploded in the Kilan neighbourhood.", "neighbourhood"),
    ],
)
def test_precision(kit: SimpleNamespace, text: str, precision: str) -> None:
    assert resolve(first(text, kit), YEMEN, kit=kit).precision == precision


@pytest.mark.parametrize(
    "text", ["A mine exploded on the Hays road.", "A mine exploded in Yemen.", "A mine exploded in Nowhereville."]
)
def test_no_invented_point(kit: SimpleNamespace, text: str) -> None:
    where = resolve(first(text, kit), YEMEN, kit=kit)
    assert where.lat is where.lon is where.radius_km is None
    assert where.country == "YE"


def test_unknown_name_takes_the_division_of_its_parent(kit: SimpleNamespace) -> None:
    where = resolve(first("They died in Nowhereville, Marib province.", kit), YEMEN, kit=kit)
    assert (where.name, where.admin1, where.country, where.lat) == ("Nowhereville", "Marib", "YE", None)


def test_unknown_quarter_lies_in_its_town(kit: SimpleNamespace) -> None:
    where = resolve(first("A shell hit the al-Nur district of Taiz city.", kit), YEMEN, kit=kit)
    assert (where.precision, where.admin1, where.lat, where.radius_km) == ("neighbourhood", "Taiz", 13.58, 8)


def test_the_town_in_force(kit: SimpleNamespace) -> None:
    context = PlaceContext(countries=("YE",), town=TAIZ)
    where = resolve(first("A girl was shot in Al-Zahra neighbourhood.", kit), context, kit=kit)
    assert (where.precision, where.admin1, where.lat) == ("neighbourhood", "Taiz", 13.58)


def test_doubt_prints_candidates_and_no_point(kit: SimpleNamespace) -> None:
    where = resolve(first("A mine exploded in Salam.", kit), YEMEN, kit=kit)
    assert where.lat is None
    assert where.admin1 is None
    assert {c.gazetteer_id for c in where.candidates} == {"5", "6"}


@pytest.mark.parametrize(
    "context",
    [
        PlaceContext(countries=("YE",), others=(TAIZ,)),
        PlaceContext(countries=("YE",), admin1="Taiz"),
    ],
)
def test_doubt_ends_with_the_context(kit: SimpleNamespace, context: PlaceContext) -> None:
    assert resolve(first("A mine exploded in Salam.", kit), context, kit=kit).gazetteer_id == "6"


def test_the_parent_in_the_text_wins(kit: SimpleNamespace) -> None:
    more = SimpleNamespace(countries=kit.countries, gazetteer=Gazetteer.of([(p, ()) for p in (*ALL, SALAM_C)]))
    context = PlaceContext(countries=("YE",), others=(TAIZ,))
    where = resolve(first("A mine exploded in Salam, Marib.", more), context, kit=more)
    assert (where.admin1, where.gazetteer_id) == ("Marib", "13")


def test_a_hit_in_another_division_is_not_printed(kit: SimpleNamespace) -> None:
    where = resolve(first("A mine exploded in Karma.", kit), PlaceContext(countries=("YE",), admin1="Marib"), kit=kit)
    assert where.lat is None
    assert where.admin1 == "Marib"


def test_elsewhere_only_if_famous(kit: SimpleNamespace) -> None:
    assert resolve(first("They met in Paris.", kit), YEMEN, kit=kit).country == "FR"
    alone = PlaceContext(countries=("SY",))
    assert resolve(first("They met in Hays.", kit), alone, kit=kit).lat is None


def test_a_village_is_no_city(kit: SimpleNamespace) -> None:
    assert resolve(first("They met in the village of Taiz.", kit), YEMEN, kit=kit).lat is None
    assert resolve(first("They met in the village of Hays.", kit), YEMEN, kit=kit).gazetteer_id == "1"


def test_a_short_name_spelt_otherwise_is_found_beside_known_places_only(kit: SimpleNamespace) -> None:
    assert resolve(first("They met in Hayys.", kit), YEMEN, kit=kit).lat is None
    near = PlaceContext(countries=("YE",), others=(TAIZ,))
    assert resolve(first("They met in Hayys.", kit), near, kit=kit).gazetteer_id == "1"


def test_country_said_beside_the_name(kit: SimpleNamespace) -> None:
    where = resolve(first("A bomb exploded in the Syrian city of Raqqa.", kit), YEMEN, kit=kit)
    assert (where.country, where.gazetteer_id) == ("SY", "9")


def test_at_sea_there_is_no_country(kit: SimpleNamespace) -> None:
    where = resolve(first("A tanker was hit in the Red Sea.", kit), YEMEN, kit=kit)
    assert (where.country, where.precision, where.lat) == (None, "area", None)


def test_a_distance_moves_the_point(kit: SimpleNamespace) -> None:
    where = resolve(first("A bomb went off 20 km north of Taiz.", kit), YEMEN, kit=kit)
    assert where.lat is not None
    assert where.lon is not None
    assert distance_km(where.lat, where.lon, TAIZ.lat, TAIZ.lon) == pytest.approx(20, abs=0.1)
    assert where.precision == "near"


def test_a_direction_alone_gives_no_point(kit: SimpleNamespace) -> None:
    where = resolve(first("The front south of Taiz moved.", kit), YEMEN, kit=kit)
    assert (where.precision, where.admin1, where.lat) == ("near", "Taiz", None)


@pytest.mark.parametrize(("town", "admin1"), [("Hays", "Al Hudaydah"), ("Sanaa", None)])
def test_a_provincial_dateline_lends_its_division(kit: SimpleNamespace, town: str, admin1: str | None) -> None:
    dateline = Where(text=town, name=town, country="YE", admin1="Al Hudaydah", evidence=(0, len(town)))
    where = resolve(
        first("They died in Nowhereville.", kit), PlaceContext(countries=("YE",), dateline=dateline), kit=kit
    )
    assert where.admin1 == admin1


def test_nameless(kit: SimpleNamespace) -> None:
    where = resolve(
        first("Shells hit the same province.", kit), PlaceContext(countries=("YE",), admin1="Taiz"), kit=kit
    )
    assert (where.name, where.precision, where.country, where.admin1, where.lat) == (
        "same province",
        "adm1",
        "YE",
        "Taiz",
        None,
    )


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("Hays district", "Hays"),
        ("centre of Qaysan district", "Qaysan"),
        ("Nur Shan refugee camp", "Nur Shan"),
        ("al-Bab", "al-Bab"),
        ("city", "city"),
    ],
)
def test_bare(name: str, out: str) -> None:
    assert bare(name) == out


def test_country_in_play(kit: SimpleNamespace) -> None:
    mentions = find_places("Houthi forces in Yemen shelled Taiz and Hays.", kit=kit)
    assert country_in_play(mentions, None, kit)[0] == "YE"
    assert "US" not in country_in_play(mentions, None, kit)
    dateline = Where(text="RAQQA", name="RAQQA", country="SY", evidence=(0, 5))
    assert country_in_play(mentions, dateline, kit)[:2] == ("SY", "YE")
    assert country_in_play([], None, kit) == ()
    assert country_in_play([], None, kit, ["ML", "ML", "FR"]) == ("ML", "FR")


def test_shift_goes_the_way_it_says() -> None:
    lat, lon = shift(10.0, 20.0, 90, 100)
    assert lat == pytest.approx(10.0, abs=0.05)
    assert lon > 20.8
