"""A deed that no rule names is told by its doer or its weapon, and by what came of it."""

import pytest

from telling import framed, told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Two drones dived through the windows of a school in Kupiansk on Monday.", "air"),
        ("A rocket tumbled into the courtyard of a hospital in Taiz on Friday.", "shell"),
        ("Militiamen scattered a wake in Goma on Sunday, and six farmers were injured.", "attack"),
        ("Militants wrecked the pumps and two houses in Djibo on Friday.", "loot"),
    ],
)
def test_a_weapon_or_a_doer_and_its_harm_make_a_deed(text: str, act: str) -> None:
    assert [t.act for f in framed(text) for t in f.acts if t.rule == "inferred"] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels buried six of their comrades in Goma on Monday.",
        "The army has received two drones in Gao.",
        "A drone showed the school in Kupiansk on Monday.",
        "Police said that nine people had been killed in Lagos.",
        "Soldiers might scare the village of Kamango, where six people were killed.",
    ],
)
def test_nothing_is_inferred_from_a_dull_verb(text: str) -> None:
    assert not [t for f in framed(text) for t in f.acts if t.rule == "inferred"]


def test_a_named_deed_comes_first() -> None:
    (incident,) = told("Gunmen killed six farmers in Zurmi on Monday.").incidents
    assert incident.type == "killing"
