"""A word of violence counts only where the sentence bears it out: people, a party, a target, ground, weapons."""

import pytest

from telling import told


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
