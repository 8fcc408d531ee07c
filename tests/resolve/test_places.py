"""Where an event happened: the named place or nothing."""

import pytest

from reader import coded


def test_a_place_not_found_has_no_point() -> None:
    (incident,) = coded("Gunmen killed six villagers in Qwyrtansk on Wednesday.").incidents
    assert incident.where.lat is None
    assert incident.where.lon is None


def test_a_hospital_that_speaks_is_not_where_it_happened() -> None:
    (incident,) = coded(
        "Gunmen killed six villagers in Djugu, Congo, on Wednesday. A doctor at Bunia General Hospital gave a toll of eight dead."
    ).incidents
    assert incident.where.name == "Djugu"


def test_the_dateline_is_not_the_place() -> None:
    (incident,) = coded("NAIROBI, March 14 (Reuters) - A bomb killed four people in Mandera on Wednesday.").incidents
    assert incident.where.name == "Mandera"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Chief Ali Bello told reporters in Sokoto that gunmen had abducted 20 villagers in Tangaza on Sunday.",
            "Tangaza",
        ),
        (
            "Three soldiers were taken to hospital in Kandahar after a bomb hit their car in Maiwand district on Sunday.",
            "Maiwand district",
        ),
        (
            "Word has come from Dessie. Soldiers there dragged ten farmers from their homes on Sunday and shot them.",
            "Dessie",
        ),
        ("A car bomb exploded outside a hotel in Somalia's capital on Thursday, killing nine people.", "Mogadishu"),
        ("Gunmen stormed the central mosque at Tsafe in Nigeria on Friday, killing nine worshippers.", "Tsafe"),
        ("Militants fired three rockets towards Ashkelon on Tuesday, wounding two people.", "Ashkelon"),
        ("In Bijapur district, police shot dead nine rebels in the forests near Gangaloor on Sunday.", "Gangaloor"),
        ("Rebels shot dead 23 villagers in Konna, according to survivors who reached Djenne.", "Konna"),
        ("Gunmen kidnapped six people in Tabarre, a suburb of Port-au-Prince, on Sunday.", "Tabarre"),
        (
            "In Taiz, gunners shelled villages of Maqbanah district on Monday, wounding two shepherds.",
            "Maqbanah district",
        ),
        ("In Kailahun, two youths were killed when gangs fought police at Segbwema on Sunday morning.", "Segbwema"),
        ("In Basilan, Marines on Monday killed two Abu Sayyaf gunmen in Sumisip.", "Sumisip"),
        ("In Gao, students blocked a street on Monday in support of those in Kidal.", "Gao"),
        ("In Douala, two traders from Bafoussam were killed by gunmen on Monday.", "Douala"),
        (
            "In the Lake province, Boko Haram fighters burst into the village of Bougourmi on Monday and killed three men.",
            "Bougourmi",
        ),
        ("In Gao, gunmen killed three soldiers on Monday and fled into the village of Bossou.", "Gao"),
        (
            "Three policemen were killed on Monday when their truck hit a mine on the road from Garissa to Dadaab, in Garissa County.",
            "road from Garissa to Dadaab",
        ),
        (
            "More than twenty inhabitants of Rugazi, in Bubanza province, were rounded up by soldiers on Monday.",
            "Rugazi",
        ),
        ("On Monday a drone dropped explosives on the ranch of El Salitre in Mexico, killing two men.", "El Salitre"),
        ("Residents of Mindat said soldiers had killed two farmers on Thursday.", "Mindat"),
        (
            "Gunmen killed an officer in the port city of Aden's Sheikh Othman district on Wednesday.",
            "Sheikh Othman district",
        ),
    ],
)
def test_the_place_of_the_deed_among_others(text: str, name: str) -> None:
    (incident,) = coded(text).incidents
    assert incident.where.name == name


def test_a_dateline_in_capitals_is_no_acronym() -> None:
    text = "TYRE, Lebanon, March 14 (Reuters) - An Israeli drone hit a car in Naqoura on Monday, killing two people."
    (incident,) = coded(text).incidents
    assert incident.where.country == "LB"
    assert incident.where.lat == pytest.approx(33.1, abs=0.1)


def test_a_quarter_is_not_a_village_of_its_name_elsewhere() -> None:
    (incident,) = coded("A woman was shot dead in the Shuhada neighbourhood of Ramallah on Sunday.").incidents
    assert incident.where.lat == pytest.approx(31.9, abs=0.1)


@pytest.mark.parametrize(("km", "lat"), [(4, 12.8), (60, None)])
def test_how_far_from_a_town(km: int, lat: float | None) -> None:
    text = f"Gunmen killed two soldiers {km} km from Makalondi in Niger on Thursday."
    (incident,) = coded(text).incidents
    assert (incident.where.name, incident.where.precision) == ("Makalondi", "near")
    assert incident.where.lat == (lat and pytest.approx(lat, abs=0.1))


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Soldiers arrested nine men in Dura and Yatta in the West Bank on Monday.", "Dura and Yatta", "area"),
        ("Drones were shot down over Odesa and Mykolaiv regions on Monday.", "Odesa and Mykolaiv regions", "area"),
        (
            "Gunmen burned nine homes in Zurmi and Maradun, two villages in Bungudu district, Nigeria, on Monday.",
            "Bungudu district",
            "adm2",
        ),
        (
            "Nine people were killed in clashes near Bria and Ippy in the Central African Republic on Monday.",
            "Bria",
            "near",
        ),
        (
            "Soldiers arrested nine men in Dura and Yatta on Monday. In Yatta they also broke down doors.",
            "Dura and Yatta",
            "area",
        ),
    ],
)
def test_two_towns_in_one_breath_are_an_area(text: str, name: str, precision: str) -> None:
    (incident,) = coded(text).incidents
    assert (incident.where.name, incident.where.precision) == (name, precision)
    assert precision != "area" or incident.where.lat is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("In the town of Costa Rica, Sinaloa, armed men attacked a patrol on Monday, killing a sergeant.", "MX"),
        ("In Costa Rica, Sinaloa, armed men attacked a patrol on Monday, killing a sergeant.", "MX"),
        ("In Costa Rica, Limon residents attacked a patrol on Monday, killing a sergeant.", "CR"),
        ("Soldiers arrested nine men in several towns of Lebanon on Monday.", "LB"),
    ],
)
def test_a_town_may_bear_the_name_of_a_country(text: str, country: str) -> None:
    (incident,) = coded(text).incidents
    assert incident.where.country == country


@pytest.mark.parametrize(
    ("where", "name"), [("the capital", "Mogadishu"), ("the regional capital", None), ("the provincial capital", None)]
)
def test_the_capital_of_a_part_is_not_the_country_s(where: str, name: str | None) -> None:
    (incident,) = coded(f"Soldiers in Somalia detained 63 teachers in {where} on Monday.").incidents
    assert incident.where.name == name or (name is None and incident.where.precision == "country")
