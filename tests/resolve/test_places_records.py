"""Which of the places in a sentence is the incident's, and what is said of one that is not found."""

import pytest

from telling import one, told


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("Gunmen killed nine people in Mopti on Monday.", "Mopti", "ML", "settlement"),
        ("Gunmen killed nine people near Mopti on Monday.", "Mopti", "ML", "near"),
        ("Gunmen killed nine people in Mopti, Mali, on Monday.", "Mopti", "ML", "settlement"),
        ("Rebels from Kidal killed nine people in Gao, Mali, on Monday.", "Gao", "ML", "settlement"),
        ("Shelling killed nine people in Ukraine's Kherson region on Monday.", "Kherson", "UA", "adm1"),
    ],
)
def test_the_place_of_the_deed_is_chosen(text: str, name: str, country: str, precision: str) -> None:
    where = one(text).where
    assert where.name is not None
    assert name in where.name
    assert (where.country, where.precision) == (country, precision)
    assert where.lat is not None


def test_a_name_that_is_not_found_has_no_point() -> None:
    where = one("Gunmen killed nine people in the village of Qorvantashel in Mali on Monday.").where
    assert where.name == "Qorvantashel"
    assert (where.lat, where.lon, where.gazetteer_id) == (None, None, None)
    assert where.country == "ML"


def test_no_place_at_all_leaves_all_empty() -> None:
    where = one("Gunmen killed nine people on Monday.").where
    assert (where.text, where.name, where.lat, where.lon, where.evidence) == (None, None, None, None, None)
    assert where.precision in ("country", "unknown")


def test_the_town_means_the_one_just_named() -> None:
    text = "Gunmen killed nine people in Mopti on Monday. On Tuesday, soldiers arrested four men in the town."
    assert [i.where.name for i in told(text).incidents] == ["Mopti", "Mopti"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A militant rammed a car into the Gwoza checkpoint in Nigeria on Monday, killing two.", ["Gwoza checkpoint"]),
        ("Residents of Kadugli in Sudan reported heavy shelling on Monday.", ["Kadugli"]),
        ("Residents of Kadugli reported shelling in Dilling on Monday.", ["Dilling"]),
        ("Officials from Kadugli reported heavy shelling on Monday.", [None]),
        (
            "DIGEST\n\n- Bria: Rebels killed two soldiers on Monday.\n- Ippy: Rebels shelled the town on Tuesday.",
            ["Bria", "Ippy"],
        ),
        (
            "NIGERIA ALERT\n\n- 7 March, Gwoza: insurgents abducted a manager.\n- 8 March, Bama: police arrested nine men.",
            ["Gwoza", "Bama"],
        ),
        ("Southern direction. Gunmen killed two soldiers on Monday.", [None]),
    ],
)
def test_what_was_rammed_who_lives_there_and_what_the_label_says(text: str, names: list[str | None]) -> None:
    assert [i.where.name for i in told(text).incidents] == names
