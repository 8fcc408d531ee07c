"""Deeds that only say who somebody is or why something was done."""

import pytest

from telling import one


@pytest.mark.parametrize(
    ("text", "killed", "place"),
    [
        ("The army killed a commander wanted for the killing of two officers in Gao on Monday.", [1], "Gao"),
        ("Troops killed a man accused of planting a bomb that killed nine in Gao, officials said.", [1], "Gao"),
        ("Gunmen killed six people in Gao on Monday in reprisal for the arrest of their leader.", [6], "Gao"),
        ("The attack in Gao on Monday, which killed five, was revenge for an air strike that killed ten villagers.", [5], "Gao"),
        ("In retaliation for the killing of two officers, soldiers shot dead four men in Gao on Monday.", [4], "Gao"),
        ("Soldiers shelled Gao on Monday in response to a rocket attack on Kidal that wounded three of them.", [], "Gao"),
        ("Soldiers shelled Gao on Monday in retaliation for an attack on Kidal, in which nine people died.", [], "Gao"),
    ],
)  # fmt: skip
def test_charges_and_motives(text: str, killed: list[int], place: str) -> None:
    incident = one(text)
    assert [c.low for c in incident.casualties if c.outcome == "killed"] == killed
    assert incident.where.name == place


def test_a_motive_takes_its_deed_away_only_beside_another() -> None:
    assert one("The killing of two officers in Gao on Monday was in response to nothing, police said.").casualties


def test_what_was_only_attempted_did_not_happen() -> None:
    incident = one(
        "Troops foiled an attempt by al-Shabaab to seize Bulo Burde, Somalia, on Saturday, killing six fighters."
    )
    assert (incident.type, [a.role for a in incident.actors]) == ("armed_clash", ["a", "b"])
    assert incident.actors[0].name == "al-Shabaab"
