"""Doers named beside the deed, and not by it."""

import pytest

from telling import one


def doers(text: str) -> list[str]:
    return [a.text or "" for a in one(text).actors if a.role == "a"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two teachers were abducted in Kajuru, Nigeria, on Monday. The kidnappers have demanded a ransom.", "The kidnappers"),
        ("Six people were shot dead in Celaya, Mexico, on Saturday. The gunmen fled in a white van.", "The gunmen"),
        ("Gunmen killed nine men in Oicha, DR Congo, on Sunday. Officials said they suspected the Allied Democratic Forces.", "the Allied Democratic Forces"),
        ("Rebels attacked a post at Niem, Central African Republic, on Sunday. The assailants were identified by the army as fighters of the 3R group.", "fighters of the 3R group"),
        ("Five farmers were killed on Sunday in Ituri. The assailants are thought to belong to CODECO.", "CODECO"),
        ("Soldiers arrived in Kombolcha, Ethiopia, on Friday. Three students were taken from their homes and shot.", "Soldiers"),
        ("A bomb killed seven guards in Mogadishu, Somalia, on Tuesday. Al-Shabaab said that it was behind the attack.", "Al-Shabaab"),
        ("A convoy was hit near Hombori, Mali, on Friday and five soldiers died. JNIM spoke of 16 soldiers killed.", "JNIM"),
        ("Nine died in a raid on Ouenkoro, Mali, on Friday.\n\nNobody claimed it. Residents blamed fighters of the Katiba Macina, one of the components of a coalition, which has besieged several villages in the plain.", "fighters of the Katiba Macina"),
        ("On Sunday armed men in uniform stopped a van near Kutum, Sudan, and took away the driver and two nurses.", "armed men"),
        ("Nine people died in an air strike in Kutum, Sudan, on Friday, a union said, blaming the army.", "the army"),
        ("Ankara said on Friday its jets had bombed PKK positions near Duhok, Iraq.", "its jets"),
        ("A bomb killed six soldiers near Bama, Nigeria, on Tuesday. Boko Haram said it was responsible for the blast.", "Boko Haram"),
        ("Gunmen shot dead nine farmers near Beni, Congo, on Friday, a mayor said. He said the attackers were members of the ADF.", "ADF"),
        ("Gunmen fired on a patrol near Tibu, Colombia, on Sunday. The governor attributed the attack to the ELN.", "ELN"),
        ("A missile hit a market in Izium, Ukraine, on Sunday, killing five people. Kyiv blamed Russia.", "Russia"),
        ("The United States blamed Iran for a drone attack that killed two people in Tanf, Syria, on Monday.", "Iran"),
        ("A drone hit a mill near Misrata, Libya, on Sunday, killing two people. The mayor blamed the United Arab Emirates.", "United Arab Emirates"),
        ("Gunmen attacked a police post in Lamu, Kenya, on Friday, killing one officer. They fled after the garrison returned fire.", "Gunmen"),
    ],
)  # fmt: skip
def test_the_sentence_beside_names_the_doer(text: str, wanted: str) -> None:
    assert doers(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Nine farmers were killed near Bama, Nigeria, on Saturday. Boko Haram is active in the area.",
        "Nine farmers were killed near Bama, Nigeria, on Saturday. Police are looking for the gunmen.",
        "A mine killed nine farmers near Bama, Nigeria, on Saturday. The kidnappers of a teacher have demanded a ransom.",
        "Nine farmers were killed near Bama, Nigeria, on Saturday. Al-Shabaab said that it was not behind the attack.",
        "Nine farmers were killed near Bama, Nigeria, on Saturday. Residents blamed the army for failing to protect them.",
        "Nine farmers were killed near Bama, Nigeria, on Saturday. Boko Haram said it was not responsible.",
        "Nine farmers were abducted near Bama, Nigeria, on Saturday, the head of the local vigilantes said.",
        "Nine farmers were abducted near Bama, Nigeria, on Saturday, the leader of a vigilante group, Musa Dan, said.",
        "Soldiers recovered the bodies of six villagers near Bama, Nigeria, on Saturday.",
        "Residents have recovered five more corpses from the bush near Bama, Nigeria.",
        "A magnetic bomb stuck to a police ranger vehicle went off in Kabul on Monday, wounding two officers.",
        "An army truck exploded on a bridge near Quetta, Pakistan, on Monday, killing three soldiers.",
    ],
)
def test_nobody_is_made_a_doer(text: str) -> None:
    assert doers(text) == []


def test_what_a_bomb_went_off_beside_is_no_doer() -> None:
    text = "A car bomb outside the interior ministry in Mogadishu killed eight people on Monday; al-Shabaab claimed responsibility."
    assert [a.name for a in one(text).actors if a.role == "a"] == ["al-Shabaab"]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Rebels attacked two posts of the public protection force in Baghlan, Afghanistan, on Monday.", "the public protection force"),
        ("Two posts were hit in Gao, Mali, on Monday. Troops returned fire, killing five of the assailants.", "Troops"),
        ("A pick-up full of troops drove over a mine near Diffa, Niger, on Monday. Three of the men aboard were hurt.", "troops"),
    ],
)  # fmt: skip
def test_whoever_was_attacked_stands_opposite_and_is_no_bystander(text: str, hit: str) -> None:
    actors = one(text).actors
    assert [a.text for a in actors if a.role == "b"] == [hit]
    assert not any(a.role == "victim" for a in actors)


def test_other_men_told_of_later_did_not_do_it() -> None:
    assert doers("Four soldiers were shot dead at Hit, Iraq, on Monday.\n\nThe last gunmen left Rawa on Friday.") == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The army took Bria, Central African Republic, on Monday. Elements of the MPC had left the town the day before.", ["MPC"]),
        ("M23 rebels took Rubaya, Congo, on Monday. Congolese soldiers withdrew without a fight.", ["Congolese soldiers"]),
        ("The army took Bria, Central African Republic, on Monday. Residents had left the town the day before.", []),
    ],
)  # fmt: skip
def test_who_left_a_town_that_was_taken_held_it(text: str, held: list[str]) -> None:
    assert [a.text for a in one(text).actors if a.role == "b"] == held


def test_a_sentence_on_how_the_fight_began_names_its_sides() -> None:
    text = (
        "Nine people died in fighting between the army and rebels near Rutshuru, Congo, on Sunday. "
        "The clashes started when the M23 attacked an army post."
    )
    sides = [(a.role, a.name) for a in one(text).actors if a.role != "victim"]
    assert sides == [("a", "M23"), ("b", "Congolese armed forces")]
