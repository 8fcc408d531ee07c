"""Groups by the name that they give themselves: as speakers, and never as what a word of the name would mean."""

import pytest

from telling import one, reading


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A group calling itself the Brigade of the Free in Lebanon claimed responsibility.", "the Brigade of the Free in Lebanon"),
        ("A previously unknown group called Sword of Dawn claimed responsibility for the blast.", "Sword of Dawn"),
        ("An outfit known as the Niger Hawks said it had blown up the pipeline.", "the Niger Hawks"),
        ("The attack was claimed by a cell styling itself Night of Fire.", "Night of Fire"),
        ("A militia that calls itself the Sons of the River said it had fired the rockets.", "the Sons of the River"),
        ("A group calling itself Al Fajr, or Dawn, said it had fired the rockets.", "Al Fajr"),
        ("A teacher called Rahim said the men came by boat.", "A teacher"),
        ("Police called the group a gang and said it fired the rockets.", "Police"),
    ],
)  # fmt: skip
def test_a_group_speaks_by_its_name(text: str, speaker: str) -> None:
    assert {s.speaker for s in reading(text).said} == {speaker}


def test_soldiers_in_a_name_are_no_army() -> None:
    assert [p.text for p in reading("A group called Soldiers of Light attacked Sopore.").parties] == []


def test_a_claim_in_the_name_is_a_claim() -> None:
    i = one("Gunmen killed a judge in Athens on Monday. A group known as the Red Dawn said it carried out the attack.")
    assert [(c.modality, c.speaker.name) for c in i.claims if c.speaker] == [("claimed", "Red Dawn")]
