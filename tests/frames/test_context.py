"""Whether a deed has happened: news, denied, planned, supposed, or history."""

import pytest

from reader import told


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Rebels attacked an army post near Bria on Friday, killing two soldiers.", "news"),
        ("The army denied that its jets had bombed the village of Kaga.", "denied"),
        ("The group threatened to bomb the port of Mombasa.", "planned"),
        ("Protesters will march on the palace in Lome on Saturday.", "planned"),
        ("If the rebels attack Goma, thousands could be killed.", "hypothetical"),
        ("Residents fear that the militia may attack the camp.", "hypothetical"),
        ("The army accused the rebels of shelling the market.", "news"),
        ("Activists accused police of beating protesters in Dakar on Monday.", "news"),
        ("The army and the rebels agreed on Monday to exchange 800 prisoners in Aden.", "news"),
        ("Lawyers left their gowns on the steps of the court in Tunis to protest at a decree.", "news"),
        ("Women marched in Wad Madani on Saturday in memory of the dead.", "news"),
        ("Fighting broke out in Falam on Sunday between rebels and soldiers.", "news"),
    ],
)
def test_context_of_a_deed(text: str, context: str) -> None:
    found = {f.context for f in told(text) if f.acts}
    assert found == {context}


@pytest.mark.parametrize(
    "text",
    [
        "Rights groups have also accused the army of killing civilians.",
        "Activists accuse both sides of torturing prisoners and looting homes.",
    ],
)
def test_a_charge_in_general_terms_is_no_news(text: str) -> None:
    assert {f.context for f in told(text)} <= {"background"}


@pytest.mark.parametrize(
    "text",
    [
        "The striker shot wide after the break.",
        "Prices exploded and shares took a beating on Monday.",
        "The minister fired his adviser in a battle over the budget.",
        "Kidnappings pay for the war.",
        "The singer bombed on stage in Lagos.",
    ],
)
def test_a_manner_of_speaking_is_no_deed(text: str) -> None:
    assert not [f for f in told(text) if f.solid and f.context == "news"]


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("A court in Dakar sentenced four men to life on Monday for the killing of nine farmers.", "background"),
        ("Two men were charged on Monday with murdering a priest in Dakar.", "background"),
        ("Police arrested two men in Dakar on Monday and charged them with arson.", "news"),
        ("Soldiers charged at a crowd in Dakar on Monday, killing two.", "news"),
        ("A kidnapping of nine pupils in Dakar, the governor said, did not take place.", "denied"),
        ("A kidnapping of nine pupils in Dakar, the governor said, took place on Monday.", "news"),
        ("Gunmen killed two farmers in Dakar on Monday who had lived there since the war.", "news"),
        ("Since the war, gunmen have killed 200 farmers in Dakar.", "background"),
        ("Gunmen killed two men in Dakar on Monday and residents called it an execution.", "news"),
    ],
)
def test_courts_denials_and_what_a_date_dates(text: str, context: str) -> None:
    assert {f.context for f in told(text) if f.acts} == {context}
