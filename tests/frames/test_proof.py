"""A word of violence counts only where the sentence bears it out: people, a party, a target, ground, weapons."""

import pytest

from telling import framed, told


@pytest.mark.parametrize(
    "text",
    [
        "The minister died of a heart attack in Lima on Monday.",
        "The senator attacked the budget in a speech in Lima on Monday.",
        "Prices exploded in Lagos on Monday.",
        "The company launched a price war in Lima on Monday.",
        "The striker shot wide in Turin on Sunday.",
        "Flash floods killed 20 people in Kabul on Monday.",
        "The committee took control of its accounts on Monday.",
        "A legislative battle ended in Lima on Monday.",
        "He captured the mood of the town of Gao on Monday.",
        "Doctors fought to save the mayor in Lima on Monday.",
    ],
)
def test_borrowed_words_prove_nothing(text: str) -> None:
    assert told(text).incidents == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels took control of Bambari on Monday.", "territory_change"),
        ("Troops retook the village of Kamango from rebels on Monday.", "territory_change"),
        ("Artillery shelled the village of Kamango on Monday.", "shelling"),
        ("A drone struck a fuel depot in Odesa on Monday.", "air_strike"),
        ("Sappers defused a bomb at a market in Mosul on Monday.", "disrupted_weapons"),
        ("The two armies signed a ceasefire in Geneva on Monday.", "agreement"),
        ("Thousands of people marched in Khartoum on Monday to protest against the coup.", "protest"),
        ("Gunmen looted shops in Bunia on Monday.", "looting"),
        ("Soldiers raped two women in Bunia on Monday.", "sexual_violence"),
    ],
)
def test_borne_out_deeds_are_incidents(text: str, kind: str) -> None:
    assert [i.type for i in told(text).incidents] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Burnt-out vehicles lined the road to Gao on Monday.",
        "Residents of Gao heard a bang, like a blast, on Monday.",
        "Rescuers formed a human chain to pull survivors from the school in Gao on Monday.",
        "A landslide blocked the road to Gao on Monday.",
        "The road to Gao was blocked by boulders on Monday.",
    ],
)
def test_things_similes_and_rescuers_do_no_deed(text: str) -> None:
    assert framed(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Rebels burnt vehicles on the road to Gao on Monday.", "loot"),
        ("Residents of Gao heard a blast on Monday that killed two men.", "bomb"),
        ("Residents formed a human chain around the court in Gao on Monday to demand a vote.", "protest"),
        ("Farmers blocked the road to Gao on Monday.", "protest"),
        ("The road to Gao was blocked by protesters on Monday.", "protest"),
        ("Thousands marched against corruption in Gao on Monday.", "protest"),
    ],
)
def test_people_do(text: str, act: str) -> None:
    assert act in {t.act for f in framed(text) for t in f.acts}
