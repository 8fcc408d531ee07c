"""Toponyms in sentences: names, phrases, kinds, relations, and what is no place."""

from types import SimpleNamespace

import pytest

from dateline.mentions.places import PlaceMention, country_cues, find_places, tokens_of
from dateline.packs.countries import load_countries
from dateline.packs.gazetteer import Gazetteer, Place

ROWS = [
    ("Aleppo", 36.2, 37.16, "SY", "Aleppo", 1_600_000, "settlement"),
    ("Aleppo", 36.3, 37.4, "SY", "Aleppo", 3_000_000, "adm1"),
    ("Homs", 34.7, 36.7, "SY", "Homs", 775_000, "settlement"),
    ("Hama", 35.1, 36.75, "SY", "Hama", 460_000, "settlement"),
    ("Tadmur", 34.56, 38.28, "SY", "Homs", 50_000, "settlement"),
    ("Damascus", 33.5, 36.3, "SY", "Damascus", 1_500_000, "settlement"),
    ("Raqqa", 35.95, 39.0, "SY", "Raqqa", 177_000, "settlement"),
    ("Kabul", 34.5, 69.2, "AF", "Kabul", 3_000_000, "settlement"),
    ("Kunduz", 36.7, 68.9, "AF", "Kunduz", 160_000, "settlement"),
    ("Kunduz", 36.8, 68.9, "AF", "Kunduz", 900_000, "adm1"),
    ("Nangarhar", 34.2, 70.5, "AF", "Nangarhar", 900_000, "adm1"),
    ("Gusau", 12.2, 6.66, "NG", "Zamfara", 226_000, "settlement"),
    ("Tsafe", 11.95, 6.92, "NG", "Zamfara", 9_000, "settlement"),
    ("Anka", 12.1, 5.9, "NG", "Zamfara", 9_000, "settlement"),
    ("Fresnillo", 23.2, -102.9, "MX", "Zacatecas", 143_000, "settlement"),
    ("Zacatecas", 22.8, -102.6, "MX", "Zacatecas", 150_000, "settlement"),
    ("Zacatecas", 23.0, -102.7, "MX", "Zacatecas", 1_500_000, "adm1"),
    ("San Salvador", 13.7, -89.2, "SV", "San Salvador", 525_000, "settlement"),
    ("Gao", 16.3, 0.0, "ML", "Gao", 86_000, "settlement"),
    ("Kidal", 18.4, 1.4, "ML", "Kidal", 25_000, "settlement"),
    ("Ménaka", 15.9, 2.4, "ML", "Ménaka", 20_000, "settlement"),
    ("Sleman", 15.0, 45.0, "YE", None, 900, "settlement"),
    ("Man", 7.4, -7.5, "CI", None, 140_000, "settlement"),
    ("Nice", 43.7, 7.2, "FR", None, 340_000, "settlement"),
    ("Reading", 51.4, -1.0, "GB", None, 230_000, "settlement"),
    ("Gulf of Aden", 12.2, 47.5, None, None, 0, "sea"),
    ("Darfur", 13.0, 24.5, "SD", None, 0, "region"),
]


@pytest.fixture(scope="module")
def kit() -> SimpleNamespace:
    places = [(Place(str(i), *row), ()) for i, row in enumerate(ROWS)]
    return SimpleNamespace(countries=load_countries(), gazetteer=Gazetteer.of(places))


def named(text: str, kit: SimpleNamespace) -> list[PlaceMention]:
    found = find_places(text, 100, kit=kit)
    for m in found:
        assert m.name == text[m.name_start - 100 : m.name_end - 100]
        assert m.text == text[m.start - 100 : m.end - 100]
        assert m.start <= m.name_start < m.name_end <= m.end
        if m.parent is not None:
            assert m.parent_start is not None
            assert m.parent_end is not None
            assert m.parent == text[m.parent_start - 100 : m.parent_end - 100]
    return [m for m in found if not m.generic]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ten people died in the town of al-Qusur on Friday.", ["al-Qusur"]),
        ("Jets struck the al- Rashidiya district.", ["al- Rashidiya district"]),
        ("The army retook Abu Ghazal village.", ["Abu Ghazal"]),
        ("Shells fell near Homs.", ["Homs"]),
        ("The mayor of Homs, Qadir Zalanbesi, said five died.", ["Homs"]),
        ("Fighting was reported on the outskirts of Zalanbesa.", ["Zalanbesa"]),
        ("Two men were shot in Barrio 18.", ["Barrio 18"]),
        ("A bomb went off in Santiago de Los Altos.", ["Santiago de Los Altos"]),
        ("They raided the Ein Karim refugee camp.", ["Ein Karim refugee camp"]),
        (
            "Militants attacked a post in Dar Salam district of Kunduz province.",
            ["Dar Salam district", "Kunduz province"],
        ),
        ("A mine exploded on the Ghor-Mirabad road.", ["Ghor-Mirabad road"]),
        ("Gunmen waylaid a bus on the road between Tsafe and Anka.", ["road between Tsafe and Anka", "Tsafe", "Anka"]),
        ("They were waylaid on the road to Zarmi.", ["road to Zarmi", "Zarmi"]),
        ("Clashes erupted in Homs, Hama and Tadmur.", ["Homs", "Hama", "Tadmur"]),
        ("Troops shelled the districts of Zabadi and al-Murr.", ["Zabadi", "al-Murr"]),
        ("KUNDUZ - A drone strike killed nine.", ["KUNDUZ"]),
        ("Homs: Two shells landed in the old quarter.", ["Homs"]),
        ("- Anka. A farmer was shot.", ["Anka"]),
        ("Gusau city: Gunmen kidnapped a trader.", ["Gusau"]),
        ("Kidal", ["Kidal"]),
        ("In the sector El Carmen, municipality of San Blas, five were killed.", ["El Carmen", "San Blas"]),
        ("He was shot in the colony Rivera Sur.", ["Rivera Sur"]),
        ("Police fired in Kabul's Dasht Qala neighbourhood.", ["Kabul", "Dasht Qala neighbourhood"]),
        ("Pirates seized a tanker in the Gulf of Aden.", ["Gulf of Aden"]),
        ("The centre of Faizan district fell to the rebels.", ["centre of Faizan district"]),
        ("The Bosnia and Herzegovina court sat.", ["Bosnia and Herzegovina"]),
        ("Rebels hold much of the Democratic Republic of the Congo.", ["Democratic Republic of the Congo"]),
        ("The force will sweep the islands north of Kidal.", ["islands north of Kidal"]),
        ("He was born in St. Anton.", ["St. Anton"]),
        ("The US struck targets in Yemen.", ["US", "Yemen"]),
        ("A bomb killed three soldiers in Sheikh Nuwayd on Monday.", ["Sheikh Nuwayd"]),
        ("They attacked a post south of Sheikh Nuwayd.", ["Sheikh Nuwayd"]),
        ("Fighting was reported on the slopes of Jabal Murr.", ["Jabal Murr"]),
        ("Police fired tear gas in Martyrs' Square.", ["Martyrs' Square"]),
        ("They marched to Homs’s Martyrs’ Square.", ["Homs", "Martyrs’ Square"]),
        ("A bus was hit between Tsafe and Anka, killing nine.", ["between Tsafe and Anka", "Tsafe", "Anka"]),
        ("Rebels entered Kalunguta at dawn.", ["Kalunguta"]),
        ("Herders attacked Agagbe on Sunday, killing seven people.", ["Agagbe"]),
        ("Gunmen attacked Agagbe, a farming community.", ["Agagbe"]),
        ("Gunmen took Agagbe, Nangarhar, on Sunday.", ["Agagbe", "Nangarhar"]),
        ("Russian shelling of Homs killed two.", ["Homs"]),
        ("ANKA BLAST WAS A SUICIDE ATTACK, POLICE SAY", []),
        ("TSAFE BLAST WAS A SUICIDE ATTACK, POLICE SAY", ["TSAFE"]),
        ("GUNMEN SHOT DEAD TWO MEN IN ANKA ON MONDAY", ["ANKA"]),
    ],
)
def test_names(kit: SimpleNamespace, text: str, names: list[str]) -> None:
    assert [m.name for m in named(text, kit)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Abu Bakr said the men had fled.",
        "Israeli forces shot two men.",
        "The Homs Brigade claimed the attack.",
        "The African Union denied it.",
        "The United Nations counted 40 dead.",
        "The Kunduz Police said nothing.",
        "In January, in Ramadan and at Friday prayers he spoke in English.",
        "Reading the statement in Nice, the Man of the Match wept.",
        "President Hama Amadou spoke.",
        "Jordan Reading, 23, fired twice.",
        "Captain Man fired twice.",
        "The Nile Wire reported it.",
        "Taliban and Hamas fighters met Hezbollah.",
        "RSF troops fired on SAF positions.",
        "Gunmen killed Sleman Darwish on Sunday.",
        "She told us nothing.",
        "The High Commissioner for Peace resigned.",
        "The house of Sheikh Nuwayd was searched.",
        "They met at the workers' Square Deal rally.",
        "The crowd attacked Karim with stones.",
        "The crowd attacked Mahmoud, killing a bystander.",
        "Troops shot and captured Karim alive, killing seven.",
        "Rebels attacked AMISOM, killing seven.",
        "Rebels entered Kalunguta politics early.",
        "READING THE NOTE, ANKA WAS MOVED BY SURPRISE",
        "THE FUNERAL OF NICE KILLER MAN DREW A CROWD",
        "",
        "...",
    ],
)
def test_no_places(kit: SimpleNamespace, text: str) -> None:
    assert named(text, kit) == []


@pytest.mark.parametrize(
    ("text", "kind", "relation", "country"),
    [
        ("They met in the town of Anka.", "town", "in", None),
        ("They met near Anka.", None, "near", None),
        ("They met on the southern outskirts of Anka.", None, "outskirts", None),
        ("They met outside Anka.", None, "outskirts", None),
        ("They died in the Syrian city of Raqqa.", "city", "in", "SY"),
        ("They died in Nangarhar.", "province", "in", None),
        ("They died in Darfur.", "region", "in", None),
        ("They died in Burkina Faso.", "country", "in", "BF"),
        ("They died in the northern West Bank.", "region", "in", "PS"),
        ("They died at Mitim airport.", "airport", "at", None),
        ("They crossed the Rusum river.", "river", None, None),
        ("They died in the Kilan lagoon.", "lagoon", "in", None),
        ("They died in the Saba Roy hills.", "hills", "in", None),
        ("They moved into Homs city.", "city", "to", None),
    ],
)
def test_kind_relation_country(
    kit: SimpleNamespace, text: str, kind: str | None, relation: str | None, country: str | None
) -> None:
    (m,) = named(text, kit)
    assert (m.kind, m.relation, m.country, m.qualifier) == (kind, relation, country, False)


@pytest.mark.parametrize(
    ("text", "name", "km", "bearing"),
    [
        ("Rebels took the town of al-Qusur, located some 40 kilometers northeast of Aleppo.", "Aleppo", 40.0, 45),
        ("They overran the village of Um Daba, about 12 km west of Gao.", "Gao", 12.0, 270),
        ("They fought in Raqqa, 1,200 km east of the capital Damascus.", "Damascus", 1200.0, 90),
        ("They burned houses in Sinbil, a town north of Homs.", "Homs", None, 0),
        ("A base in Fid, ten miles south of Gao, was hit.", "Gao", 16.09, 180),
    ],
)
def test_a_distance_only_locates(kit: SimpleNamespace, text: str, name: str, km: float | None, bearing: int) -> None:
    last = named(text, kit)[-1]
    assert (last.name, last.distance_km, last.bearing, last.qualifier) == (name, km, bearing, True)
    assert named(text, kit)[0].qualifier is False


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("The bomb went off 25 km north of Homs.", 25.0),
        ("The bomb killed Lina, 6, 12 km north of Homs.", 12.0),
        ("The bomb went off 1,250 km north of Homs.", 1250.0),
        ("The bomb went off 2.5 km north of Homs.", 2.5),
    ],
)
def test_a_distance_alone_is_the_place(kit: SimpleNamespace, text: str, km: float) -> None:
    (m,) = named(text, kit)
    assert (m.relation, m.distance_km, m.bearing, m.qualifier) == ("north_of", km, 0, False)


def test_the_west_of_a_city_is_in_it(kit: SimpleNamespace) -> None:
    (m,) = named("Fighting raged in the west of Aleppo.", kit)
    assert (m.relation, m.bearing) == ("in", None)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Rockets were fired from Homs on Friday.", "Homs"),
        ("A convoy that left Gao for Ménaka was ambushed near Tin-Baba.", "Gao"),
        ("A convoy that left Gao for Ménaka was ambushed near Tin-Baba.", "Ménaka"),
        ("A man travelling from Tsafe was shot.", "Tsafe"),
        ("Raids from al-Muhayta and al-Sinn village into Homs city failed.", "al-Muhayta"),
    ],
)
def test_origins_and_ends_are_qualifiers(kit: SimpleNamespace, text: str, origin: str) -> None:
    assert next(m for m in named(text, kit) if m.name == origin).qualifier


def test_abducted_from_is_the_place(kit: SimpleNamespace) -> None:
    (m,) = named("Gunmen abducted 13 women from Tsafe on Sunday.", kit)
    assert (m.relation, m.qualifier) == ("from", False)


@pytest.mark.parametrize(
    ("text", "child", "parent"),
    [
        ("Clashes took place in Dar Salam district of Kunduz province.", "Dar Salam district", "Kunduz province"),
        ("They abducted her from Tumur, Kidal region.", "Tumur", "Kidal region"),
        ("They died in Dighin of Kunduz.", "Dighin", "Kunduz"),
        ("Nine died in a bar in Fresnillo, Zacatecas.", "Fresnillo", "Zacatecas"),
        ("Nine died in the town of Gwaza in Nigeria's Borno State.", "Gwaza", "Borno State"),
        (
            "They burned Ta Lin and in Kan Bo, two villages in Sagan Region's Dipan Township.",
            "Kan Bo",
            "Dipan Township",
        ),
        ("A bomb hit the al-Nur district of Raqqa city.", "al-Nur district", "Raqqa city"),
        ("A bomb went off in Kabul's Shor Bazaar.", "Shor Bazaar", "Kabul"),
        ("A bomb went off in Raqqa, Syria.", "Raqqa", "Syria"),
    ],
)
def test_parents(kit: SimpleNamespace, text: str, child: str, parent: str) -> None:
    found = {m.name: m for m in named(text, kit)}
    assert found[child].parent == parent
    assert not found[child].qualifier


def test_a_place_beside(kit: SimpleNamespace) -> None:
    first, second = named("The army retook Abu Ghazal village near the town of al-Qusur.", kit)
    assert (first.beside, first.qualifier, second.qualifier) == ("al-Qusur", False, True)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Shells hit the edge of the city.", "city", "city"),
        ("They struck inside and outside of the border town.", "border town", "town"),
        ("Others died in the same Syrian province.", "same Syrian province", "province"),
        ("Jets hit the outskirts of a military airport.", "military airport", "airport"),
        ("He was taken in the same upazila.", "same upazila", "district"),
        ("A shell landed on the market.", "market", None),
    ],
)
def test_nameless(kit: SimpleNamespace, text: str, name: str, kind: str | None) -> None:
    (m,) = find_places(text, kit=kit)
    assert (m.name, m.kind, m.generic) == (name, kind, True)


@pytest.mark.parametrize(
    "text",
    ["The market attack shocked many.", "The state governor spoke.", "A market is planned.", "They need a school."],
)
def test_no_nameless_place(kit: SimpleNamespace, text: str) -> None:
    assert find_places(text, kit=kit) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("GUNMEN SHOT DEAD FOUR DRILLERS FROM A CAMP NEAR HALUGO AT ABOUT 4 A.M.", ["HALUGO"]),
        ("TWO POLICEMEN WERE KILLED IN SAN SALVADOR BY GUERRILLAS.", ["SAN SALVADOR"]),
        ("THE ARMY SAID IT WAS IN PURSUIT OF THE BAND NEAR THE BORDER.", []),
        ("POLICE DENY THAT A SCHOOL AT ANKA WAS ATTACKED BY THE SAME BAND.", ["ANKA"]),
        ("THEY TOLD US THAT A MAN WAS SHOT AT HOME IN SYRIA.", ["SYRIA"]),
        ("militants killed five soldiers near homs in syria on sunday", ["homs", "syria"]),
    ],
)
def test_without_case(kit: SimpleNamespace, text: str, names: list[str]) -> None:
    assert [m.name for m in named(text, kit)] == names


def test_said_before(kit: SimpleNamespace) -> None:
    text = "Fidan had changed hands twice."
    assert find_places(text, kit=kit) == []
    assert [m.name for m in find_places(text, kit=kit, said={"Fidan"})] == ["Fidan"]


def test_an_answer_kept_is_nobodys_to_change(kit: SimpleNamespace) -> None:
    text = "Shells fell on Homs."
    find_places(text, kit=kit).clear()
    assert [m.name for m in find_places(text, kit=kit)] == ["Homs"]
    assert [m.start for m in find_places(text, 100, kit=kit)] == [100 + text.index("Homs")]


def test_country_cues(kit: SimpleNamespace) -> None:
    text = "Syria’s army and Turkish jets, Afghans and the US; the Syrian capital; car, us"
    assert country_cues(text, tokens_of(text), kit=kit) == ("SY", "TR", "AF", "US", "SY")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 50_000,
        '"' * 50_000,
        "1" * 50_000,
        "1,1," * 10_000,
        "al-" * 10_000,
        "A " * 20_000,
        "of the north of " * 2_000,
        "a'" * 20_000,
        "x" * 1_000_000,
        "\x00" * 1000,
        "\ud800 in Homs",
    ],
)
def test_hostile_text_is_read(kit: SimpleNamespace, text: str) -> None:
    named(text, kit)
    assert "Homs" in [m.name for m in named(text + "\nThey were killed in Homs.", kit)]


def test_long_text_keeps_its_offsets(kit: SimpleNamespace) -> None:
    text = "word " * 1000 + "in Homs. " + "word " * 1000 + "near Raqqa."
    found = find_places(text, 7, kit=kit)
    assert [(m.name, text[m.name_start - 7 : m.name_end - 7]) for m in found] == [("Homs", "Homs"), ("Raqqa", "Raqqa")]


def test_a_finer_place_holds_no_province(kit: SimpleNamespace) -> None:
    found = {m.name: m for m in named("Gunmen shot dead a barber from Kunduz province in the Dand area of Raqqa.", kit)}
    assert found["Kunduz province"].parent is None
