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
        (
            "The army foiled an attempt by rebels to infiltrate the town of Mopti on Monday.",
            "Mopti",
            "ML",
            "settlement",
        ),
        ("Rebels came on horses to Mopti on Monday and shot dead nine men.", "Mopti", "ML", "settlement"),
        ("Nine men died when fighting broke out between Sikin and Kaekin tribesmen near Mopti.", "Mopti", "ML", "near"),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bandits killed nine people in Zurmi Local Government Area of Zamfara State, Nigeria, on Monday.", "Zurmi"),
        ("Bandits abducted the chairman of Zurmi Local Government in Nigeria on Monday.", "Zurmi"),
        ("A missile killed three people in Russian-occupied Donetsk, Ukraine, on Monday.", "Donetsk"),
        ("A bomb killed three people in Turkish-controlled Afrin, Syria, on Monday.", "Afrin"),
        ("Gunmen shot dead a teacher in Cox's Bazar, Bangladesh, on Monday.", "Cox's Bazar"),
        (
            "An ambush killed nine soldiers in western Niger on Monday. The attack took place in the Tera region.",
            "Tera",
        ),
    ],
)
def test_a_name_is_bare_of_what_is_said_of_it(text: str, name: str) -> None:
    assert one(text).where.name == name


def test_a_town_that_opens_the_next_sentence_is_of_that_one() -> None:
    text = "Russia launched 24 drones on Monday, all of which were shot down over Ukraine. In Kharkiv, a bomb killed a boy."
    assert [i.where.name for i in told(text).incidents] == ["Ukraine", "Kharkiv"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops shot dead two men in the occupied West Bank town of Jenin on Monday.", "Jenin"),
        ("Shells hit a farm in the Russian-occupied Kherson region town of Skadovsk on Monday.", "Skadovsk"),
        ("Gunmen killed two men in the Wadajir district of Mogadishu on Monday.", "Wadajir district"),
        (
            "Gunmen fired on a bus on the road from the capital to Mirebalais, killing two.",
            "road from the capital to Mirebalais",
        ),
        ("Gunmen stormed the gendarmerie of Barani on Monday, killing two officers.", "Barani"),
        ("Troops clashed with rebels in the marshland of Datu Salibo, Maguindanao, on Monday.", "Datu Salibo"),
        (
            "Villagers blocked the highway at Shindand on Monday, carrying the coffins of men killed in Zerkoh.",
            "Shindand",
        ),
        (
            "A rocket killed 12 children in the Golan Heights on Monday. The rocket hit the town of Majdal Shams.",
            "Majdal Shams",
        ),
        (
            "A rocket strike in the Golan Heights killed 12 children on Monday. Israel blamed Hezbollah for the attack on the "
            "town of Majdal Shams.",
            "Majdal Shams",
        ),
        (
            "Gunmen killed 20 people in northwest Nigeria on Monday. The attack took place in Tungar Kafau village.",
            "Tungar Kafau",
        ),
        (
            "Militants killed a soldier in Awneera village on Monday. A policeman succumbed at a hospital in Srinagar.",
            "Awneera",
        ),
    ],
)
def test_the_place_is_the_one_the_words_pin_down(text: str, name: str) -> None:
    assert one(text).where.name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A bomb killed three in Baidoa on Monday. Later the same day gunmen shot dead a trader.",
            ["Baidoa", "Baidoa"],
        ),
        ("A missile hit a depot in Odesa on Monday. Hours later, a drone struck a house, killing two.", ["Odesa"] * 2),
        ("A missile hit a depot in Odesa on Monday. The blast killed two.", ["Odesa"]),
        ("Gunmen attacked a hospital in Hub on Monday, killing a guard.", ["Hub"]),
        (
            "Gunmen shot dead a judge in Kabul on Saturday. Three days after the killing, police arrested two men in Parwan.",
            ["Kabul", "Parwan"],
        ),
    ],
)
def test_what_came_hours_later_is_a_deed_of_its_own(text: str, names: list[str]) -> None:
    assert [i.where.name for i in told(text).incidents] == names
