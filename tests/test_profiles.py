"""An incident's ranges as a codebook's own numbers, with the rules that gave them."""

import pytest

from dateline.model.incident import Profiled
from dateline.packs.errors import PackError
from dateline.profiles import PROFILES, codebook
from telling import told


def coded(text: str, profile: str) -> Profiled:
    (incident,) = told(text, profile=profile).incidents
    assert incident.coded is not None
    return incident.coded


@pytest.mark.parametrize(
    ("words", "acled", "ucdp", "airwars"),
    [
        ("12 people", 12, 12, 12),
        ("at least 12 people", 12, 12, 12),
        ("dozens of people", 12, 24, 12),
        ("scores of people", 20, 40, 20),
        ("hundreds of people", 100, 200, 100),
        ("several people", 3, 2, 2),
    ],
)
def test_fatalities_are_the_codebooks_numbers(words: str, acled: int, ucdp: int, airwars: int) -> None:
    text = f"A bomb killed {words} in Kabul on Monday."
    assert [coded(text, p).fatalities for p in ("acled", "ucdp", "airwars")] == [acled, ucdp, airwars]


@pytest.mark.parametrize(("profile", "none"), [("acled", 0), ("ucdp", 0), ("airwars", None)])
def test_no_word_about_deaths(profile: str, none: int | None) -> None:
    assert coded("A bomb wounded 12 people in Kabul on Monday.", profile).fatalities == none


@pytest.mark.parametrize("profile", PROFILES)
def test_deaths_denied_are_zero(profile: str) -> None:
    assert coded("Shells hit the port of Odesa on Monday. There were no casualties.", profile).fatalities == 0


def test_rivals_give_the_lowest() -> None:
    text = "A bomb killed 14 people in Kabul on Monday, police said. Doctors put the death toll at 11."
    found = coded(text, "acled")
    assert found.fatalities == 11
    assert "acled.fatalities.disputed_low" in found.rules


def test_entries_are_added() -> None:
    assert coded("A mine killed two soldiers and a shepherd near Gao on Monday.", "acled").fatalities == 3


@pytest.mark.parametrize(("profile", "place", "day"), [("acled", 1, 1), ("ucdp", 1, 1), ("airwars", "town", "date")])
def test_a_town_and_a_day_in_the_codebooks_scale(profile: str, place: int | str, day: int | str) -> None:
    found = coded("A bomb killed 12 people in Kabul on Monday.", profile)
    assert (found.geo_precision, found.date_precision) == (place, day)


@pytest.mark.parametrize("profile", PROFILES)
def test_every_number_names_its_rule(profile: str) -> None:
    rules = coded("A bomb killed dozens of people in Kabul on Monday.", profile).rules
    assert rules == (f"{profile}.fatalities.vague.24", f"{profile}.place.settlement", f"{profile}.date.day")


def test_the_record_itself_is_unchanged() -> None:
    text = "A bomb killed dozens of people in Kabul on Monday."
    (plain,) = told(text).incidents
    (with_profile,) = told(text, profile="acled").incidents
    assert plain.coded is None
    assert with_profile.casualties == plain.casualties


def test_an_unknown_codebook_is_refused() -> None:
    with pytest.raises(PackError):
        codebook("nobody")
