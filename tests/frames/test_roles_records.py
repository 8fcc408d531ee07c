"""Who did it to whom: active, passive, without a doer, in nouns; those harmed who are no party are victims."""

import pytest

from telling import cast, one


def side(text: str, role: str) -> list[str]:
    return [a.text for a in one(text).actors if a.role == role]


@pytest.mark.parametrize(
    ("text", "doer", "target"),
    [
        ("The Taliban attacked police at Ghazni on Monday.", "Taliban", "police"),
        ("Police at Ghazni were attacked by the Taliban on Monday.", "Taliban", "Police"),
        ("Clashes between the Taliban and the army erupted near Ghazni on Monday.", "Taliban", "army"),
        ("A Taliban attack on an army post near Ghazni killed two soldiers on Monday.", "Taliban", "soldiers"),
        ("Rebels attacked soldiers near Bambari on Monday, killing two.", "Rebels", "soldiers"),
        ("Soldiers were ambushed near Bambari on Monday by rebels.", "rebels", "Soldiers"),
    ],
)
def test_doer_and_target_whatever_the_voice(text: str, doer: str, target: str) -> None:
    a, b = side(text, "a"), side(text, "b")
    assert len(a) == len(b) == 1
    assert doer in a[0]
    assert target in b[0]


@pytest.mark.parametrize(
    "text",
    [
        "Two shopkeepers were shot dead in Quetta on Monday.",
        "A bomb exploded at a bus stop in Quetta on Monday, killing two shopkeepers.",
        "Two shopkeepers died when a grenade was thrown at a shop in Quetta on Monday.",
        "Police said two shopkeepers were shot dead in Quetta on Monday.",
        "Two shopkeepers were shot dead in Quetta on Monday, the army said.",
    ],
)
def test_a_deed_without_a_doer_names_none(text: str) -> None:
    assert side(text, "a") == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three fishermen near Baga on Monday.",
        "Three fishermen were killed by gunmen near Baga on Monday.",
    ],
)
def test_harmed_people_are_victims(text: str) -> None:
    assert cast(one(text)) == ["a unidentified gunmen", "victim civilians"]


def test_two_doers_stand_beside_each_other() -> None:
    roles = [a.role for a in one("Soldiers and police attacked rebels near Bambari on Monday.").actors]
    assert roles == ["a", "assoc_a", "b"]
