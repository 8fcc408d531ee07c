"""A deed told of in particular, and mere talk of its kind."""

import pytest

from dateline.annotate.sentences import sentences
from dateline.coder import code, load_kit
from dateline.frames.domain import genre
from dateline.model.text import Article
from dateline.packs.kit import Kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def news(text: str, kit: Kit) -> list[str]:
    coded, _ = code(Article(id="x", text=text), kit)
    return [i.type for i in coded.incidents]


@pytest.mark.parametrize(
    "text",
    [
        "The government has much experience with kidnappings.",
        "Youths armed with grenades stood at the gate of the school.",
        "The ministry spent the money to fight drug trafficking.",
        "The besieged town waited for a convoy on Friday.",
        "The relatives of slain guerrillas met the bishop.",
        "The admiral harshly attacked the president of the country.",
        "Police stopped the crowd from attacking the embassy in Lima.",
        "How many people were killed in the attack in Cali?",
        "Residents of Tumu say bandits attack farms.",
        "Police recorded 42 kidnappings in Limpopo.",
        "A gas pipeline exploded in Lagos on Monday, killing 12.",
        "The envoy warned of a bloodbath in Goma.",
        "The ministry lodged an official protest with its neighbour.",
    ],
)
def test_talk_of_violence_is_no_event(text: str, kit: Kit) -> None:
    assert news(text, kit) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen kidnapped two engineers near Arauca on Friday.", "abduction"),
        ("A grenade exploded at the gate of the school in Cali, killing two pupils.", "bombing"),
        ("Rebels attacked the town of Bunia on Monday.", "killing"),
        ("BERNARDO RUIZ WAS ASSASSINATED YESTERDAY.", "killing"),
        ("In the past 24 hours gunmen killed six farmers in Arauca.", "killing"),
        ("Soldiers tortured three detainees in Bambari.", "killing"),
        ("The paper said the men who killed six priests will be tried.", "killing"),
    ],
)
def test_what_happened_is_one(text: str, kind: str, kit: Kit) -> None:
    assert news(text, kit) == [kind]


def test_a_doer_without_a_number_is_not_among_the_dead(kit: Kit) -> None:
    coded, _ = code(Article(id="x", text="Gunmen killed Bernardo Ruiz in Bogota today."), kit)
    assert [c for i in coded.incidents for c in i.casualties if c.text == "Gunmen"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four people died when a series of bombs went off in Kabul on Monday.", None),
        ("Police seized a film of the attack. Soldiers later drove to the trial.", None),
        ("The school bell rang. It was only a drill, the mayor said.", "a drill, not a deed"),
        ("Her second novel opens with an ambush.", "told of a work of fiction"),
        ("LIMA, 3 JAN 90 -- [SPEECH] [TEXT] FELLOW CITIZENS, THE WAR HAS COST US MUCH.", "a speech or an opinion"),
    ],
)
def test_the_genre_needs_more_than_one_loose_word(text: str, kind: str | None) -> None:
    assert genre(sentences(text)) == kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A rocket-propelled grenade was found in Gao on Monday.", []),
        ("Rebels fired a rocket-propelled grenade at a post in Gao on Monday, killing two.", ["shelling"]),
        ("The looted shops of Gao stayed shut on Monday.", []),
        ("Militiamen looted shops in Gao on Monday.", ["looting"]),
    ],
)
def test_what_a_thing_is_called_is_no_deed(text: str, kinds: list[str], kit: Kit) -> None:
    assert news(text, kit) == kinds
