"""Country words: names, adjectives, people, and the short ones that need capitals."""

import pytest

from dateline.packs.countries import Countries, load_countries


@pytest.fixture(scope="module")
def countries() -> Countries:
    return load_countries()


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Syria", "SY"),
        ("SYRIA", "SY"),
        ("Burma", "MM"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("DR Congo", "CD"),
        ("DRC", "CD"),
        ("Zaire", "CD"),
        ("Congo-Brazzaville", "CG"),
        ("Britain", "GB"),
        ("UK", "GB"),
        ("U.S.", "US"),
        ("US", "US"),
        ("the US", "US"),
        ("the West Bank", "PS"),
        ("Gaza", "PS"),
        ("Gaza Strip", "PS"),
        ("Kosovo", "XK"),
        ("Norway", "NO"),
        ("the Philippines", "PH"),
        ("Türkiye", "TR"),
        ("CAR", "CF"),
    ],
)
def test_names(countries: Countries, word: str, iso: str) -> None:
    assert countries.by_name(word) == iso


@pytest.mark.parametrize("word", ["us", "Us", "car", "Car", "opt", "drc", "Syrian", "", "the", "Atlantis", "Jordanian"])
def test_words_that_name_no_country(countries: Countries, word: str) -> None:
    assert countries.by_name(word) is None


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Syrian", "SY"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Burmese", "MM"),
        ("Israeli", "IL"),
        ("Palestinian", "PS"),
        ("Filipino", "PH"),
        ("MALIAN", "ML"),
        ("Burkinabè", "BF"),
        ("US", "US"),
        ("South Sudanese", "SS"),
    ],
)
def test_adjectives(countries: Countries, word: str, iso: str) -> None:
    assert countries.by_adjective(word) == iso


@pytest.mark.parametrize("word", ["us", "Syria", "Syrians", "Kurdish"])
def test_words_that_are_no_adjective(countries: Countries, word: str) -> None:
    assert countries.by_adjective(word) is None


@pytest.mark.parametrize(
    ("word", "iso"), [("Afghans", "AF"), ("Turks", "TR"), ("Frenchmen", "FR"), ("Iraqis", "IQ"), ("Kurds", None)]
)
def test_people(countries: Countries, word: str, iso: str | None) -> None:
    assert countries.by_people(word) == iso


def test_facts(countries: Countries) -> None:
    assert countries.capital("SY") == "Damascus"
    assert countries.name("CD") == "Democratic Republic of the Congo"
    assert countries.by_capital("KABUL") == "AF"
    assert countries.capital("ZZ") is countries.centre("ZZ") is countries.name("ZZ") is None


def test_every_country_lies_on_the_globe(countries: Countries) -> None:
    codes = countries.codes()
    assert len(codes) >= 200
    for iso in codes:
        centre = countries.centre(iso)
        assert centre is not None
        lat, lon, radius = centre
        assert len(iso) == 2
        assert iso.isupper()
        assert -90 < lat < 90
        assert -180 <= lon <= 180
        assert 0 < radius < 4000


def test_loaded_once() -> None:
    assert load_countries() is load_countries()


def test_every_word_of_a_country_may_open_one() -> None:
    countries = load_countries()
    for word in ("syria", "the", "us", "u.s.", "côte", "el", "afghans", "dr"):
        assert countries.may_open(word)
    for word in ("gunmen", "xylophone", "qq"):
        assert not countries.may_open(word)
    assert all(countries.may_open(name.split()[0]) for name in countries.names)
