"""The printed record: claims with their speakers, means, damage, victims, and evidence for everything said."""

import pytest

from telling import one, told


@pytest.mark.parametrize(
    ("text", "modality", "speaker"),
    [
        ("Gunmen killed nine farmers in Zurmi on Monday, the governor said.", "stated", "governor"),
        ("The army blamed the rebels for shelling Horlivka on Monday.", "alleged", "army"),
        ("Al-Shabaab said it had killed nine soldiers in Beledweyne on Monday.", "stated", "Al-Shabaab"),
        ("Gunmen killed nine farmers in Zurmi on Monday.", "stated", None),
    ],
)
def test_who_says_so_and_how_sure(text: str, modality: str, speaker: str | None) -> None:
    claims = [(c.modality, c.speaker.text if c.speaker else None) for c in one(text).claims]
    assert any(m == modality and (s is None if speaker is None else s is not None and speaker in s) for m, s in claims)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A car bomb killed nine people in Mosul on Monday.", "car bomb"),
        ("A landmine killed nine people near Mosul on Monday.", "landmine"),
        ("Gunmen on motorbikes killed nine people with machetes in Zurmi on Monday.", "blade"),
    ],
)
def test_the_weapon_is_a_means(text: str, name: str) -> None:
    assert name in {m.name for m in one(text).means}


def test_things_destroyed_are_damage_and_no_casualties() -> None:
    incident = one("Shelling damaged 14 houses and a school in Horlivka on Monday.")
    assert [(d.object, d.count) for d in incident.damage] == [("home", 14), ("school", None)]
    assert incident.casualties == ()


def test_a_person_told_apart_is_a_victim() -> None:
    (victim,) = one("Gunmen killed a 41-year-old journalist in Cali, Colombia, on Monday.").victims
    assert (victim.name, victim.age, victim.outcome) == (None, 41, "killed")


def test_ids_are_the_articles_own_and_do_not_repeat() -> None:
    text = "Gunmen killed nine farmers in Zurmi on Monday. Gunmen killed nine farmers in Djibo on Monday."
    ids = [i.id for i in told(text).incidents]
    assert len(set(ids)) == len(ids) == 2
    assert ids == [i.id for i in told(text).incidents]


def test_the_sentences_are_those_that_speak_of_it() -> None:
    text = "The weather was mild. Gunmen killed nine farmers in Zurmi on Monday. The price of rice fell."
    assert [text[s:e] for s, e in one(text).sentences] == ["Gunmen killed nine farmers in Zurmi on Monday."]
