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
        "Flights were delayed in Lima on Monday after the pilots' union launched a strike.",
        "Troops held a live-fire exercise near Gotland on Monday, firing 12 rockets.",
        "Hundreds of pilgrims marched to the shrine of Lalibela on Sunday.",
        "Riot police stood by in Lima on Monday.",
        "The minister came under fire over taxes in Lagos on Monday.",
        "Police arrested three men in Leeds on Monday on suspicion of burglary.",
        "An explosion at a fireworks factory in Sivakasi killed eleven workers on Monday.",
        "Three people were killed when a truck hit a minibus near Moshi on Monday.",
        "A man stabbed his wife to death in Kisumu on Monday, police said.",
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
        ("A house in Dilling was hit from the air on Monday.", "air_strike"),
        ("The town of Kupiansk came under artillery fire on Monday.", "shelling"),
        ("A pickup of the gendarmerie went up on a mine near Titao on Monday.", "bombing"),
        ("Pirates took the captain and two engineers off a tanker near Bonny on Monday.", "abduction"),
        ("Bandits entered a school in Kagara on Monday and walked off with 27 boys.", "abduction"),
        ("A union leader was led from his house in handcuffs by policemen in Harare on Monday.", "arrest"),
        ("Police in Kampala are holding two lawmakers after a raid on Monday.", "arrest"),
        ("Fighters carried away everything from the clinic at Tambura on Monday.", "looting"),
        ("Students held a candle march in Kolkata on Monday over the death of a classmate.", "protest"),
        ("Two rockets aimed at the airport of Erbil were shot out of the sky on Monday.", "disrupted_weapons"),
        ("Supporters of two parties came to blows in Rangpur on Monday; ten people were hurt.", "riot"),
        ("Rebels opened a new camp on the hill above Sake on Monday.", "other"),
        ("Forty fighters laid down their arms in Bama on Monday.", "other"),
        ("Russia and Ukraine each sent home 95 captives on Monday.", "agreement"),
        ("Soldiers killed a teenager during a raid on the Balata refugee camp near Nablus on Monday.", "killing"),
        ("A tractor hit an anti-tank mine near Kupiansk on Monday and its driver was killed.", "bombing"),
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
