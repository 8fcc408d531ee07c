"""Whether a deed has happened: news, denied, planned, supposed, or history."""

import pytest

from reader import told
from telling import framed


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Rebels attacked an army post near Bria on Friday, killing two soldiers.", "news"),
        ("The army denied that its jets had bombed the village of Kaga.", "denied"),
        ("The group threatened to bomb the port of Mombasa.", "planned"),
        ("Protesters will march on the palace in Lome on Saturday.", "planned"),
        ("If the rebels attack Goma, thousands could be killed.", "hypothetical"),
        ("Shops closed after rumours spread that rebels had attacked the port.", "hypothetical"),
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
        "The rebels continue killing civilians.",
        "The junta has murdered and persecuted the clergy.",
        "They are killing our people and the world is silent.",
        "Captives are beaten and killed.",
        "The weapons were used to kill our people.",
        "They came here to massacre the people.",
        "The murder of students and peasants worries us.",
        "The country longs for all those who have been kidnapped.",
        "The war between the cartels has already claimed more than 120 lives.",
    ],
)
def test_what_is_done_to_people_in_general_is_no_news(text: str) -> None:
    assert {f.context for f in told(text)} == {"background"}


@pytest.mark.parametrize(
    "text",
    [
        "Militants have killed civilians in the town of Palma.",
        "Soldiers have killed six villagers.",
        "Rebels are attacking Goma.",
        "Fighters came to Bare on Monday and massacred the villagers.",
        "Gunmen stormed the houses, killing civilians.",
        "The rebels attacked civilians in Rutshuru on Sunday.",
        "Three drivers are killed every day on the road to Bria, and two were killed on Monday.",
    ],
)
def test_a_number_a_day_a_place_or_a_past_makes_it_one(text: str) -> None:
    assert "news" in {f.context for f in told(text) if f.acts}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The force was created to attack our neighbour.", "planned"),
        ("The spy had the mission of assassinating the president.", "planned"),
        ("The operation is aimed at attacking the groups that stayed behind near Goma.", "planned"),
        (
            "Togo has again sent its troops to Mali's new president to help him oust General Kone from the town he controls.",
            "hypothetical",
        ),
        ("The people do not deserve to be attacked with bombs.", "hypothetical"),
        ("If an American is offended and attacked, we are all offended.", "hypothetical"),
        ("We do not know how many villagers were killed.", "hypothetical"),
        ("The measures prevent judges from being murdered in Cali.", "denied"),
        ("Soldiers went on to attack the camp near Goma on Monday.", "news"),
    ],
)
def test_what_a_deed_is_for(text: str, context: str) -> None:
    assert context in {f.context for f in told(text) if f.acts}


@pytest.mark.parametrize(
    "text",
    [
        "The law is a direct attack on the army.",
        "The conflict that exploded in the capital worries investors.",
        "Clashes between the minister and his deputy weakened the government.",
        "Soldiers fought floods in Beira on Monday.",
        "The police dealt a blow to trafficking.",
        "Soldiers are fighting bravely.",
        "This demonstrates, the minister said, that the army is ready.",
        "Two judges resigned in protest at the law.",
        "The prosecutor has a warrant for the arrest of 12 members of the gang.",
        "We dream of a country without murdered people.",
        "Houses and farms of the drug lord were seized by the authorities.",
        "China and Togo signed an agreement to increase trade.",
        "Soldiers shot in the air in Goma on Tuesday.",
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
        (
            "A student pleaded not guilty to lying about two men accused of carrying out the bombing in Dakar.",
            "background",
        ),
        ("The army is accused of carrying out the bombing of a market in Dakar.", "news"),
        (
            "The trial of nine men accused of carrying out the raid on a hotel in Dakar opened in Thies on Monday.",
            "background",
        ),
        ("A widow told the judges on Monday that her brother was shot dead at a checkpoint in Dakar.", "background"),
        ("Two men were charged on Monday with murdering a priest in Dakar.", "background"),
        (
            "The prosecution asked a court in Dakar on Monday to jail him for the massacre of nine farmers.",
            "background",
        ),
        ("Gunmen killed two men in a series of gun battles in Dakar on Monday, the army reported.", "news"),
        ("Police arrested two men in Dakar on Monday and charged them with arson.", "news"),
        ("Soldiers charged at a crowd in Dakar on Monday, killing two.", "news"),
        ("Workers marched in Dakar on Monday in protest at a decree.", "news"),
        ("The blast in Dakar on Monday was an attack on the army.", "news"),
        ("A kidnapping of nine pupils in Dakar, the governor said, did not take place.", "denied"),
        ("A kidnapping of nine pupils in Dakar, the governor said, took place on Monday.", "news"),
        ("Gunmen killed two farmers in Dakar on Monday who had lived there since the war.", "news"),
        ("Since the war, gunmen have killed 200 farmers in Dakar.", "background"),
        ("Gunmen killed two men in Dakar on Monday and residents called it an execution.", "news"),
    ],
)
def test_courts_denials_and_what_a_date_dates(text: str, context: str) -> None:
    assert {f.context for f in told(text) if f.acts} == {context}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (
            "Voice messages about a drone strike on a car in Gao on Monday had no truth in them, the mayor said.",
            "denied",
        ),
        ("The commander dismissed as gossip the story that his men burnt houses at Gao on Monday.", "denied"),
        ("The claim that a convoy had been looted in Gao on Monday turned out to be false.", "denied"),
        ("Reports said that a convoy had been looted in Gao on Monday.", "news"),
        ("A general strike has been called in Gao for Saturday.", "planned"),
        ("A demonstration is planned in Gao on Friday.", "planned"),
        ("A demonstration was called off in Gao on Monday after police shot dead two marchers.", "news"),
    ],
)
def test_tales_and_calls(text: str, context: str) -> None:
    assert {f.context for f in framed(text) if f.acts} == {context}
