"""Two wordings of one speaker are one speaker; others stay themselves."""

import pytest

from dateline.model.incident import Claim, Speaker
from dateline.resolve.speakers import earlier
from telling import one


def _claim(name: str) -> Claim:
    return Claim(speaker=Speaker(name=name, text=name, evidence=(0, 1)), modality="stated")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Uy", "regional military spokesman Major John Uy"),
        ("Hryhorii Balaban", "Balaban"),
        ("The ministry", "interior ministry"),
        ("The source", "security source"),
        ("the colonel", "Colonel Nur Addow"),
        ("The mayor", "Russian-installed mayor"),
        ("a spokesman", "general staff"),
        ("a spokeswoman", "UNHCR"),
    ],
)
def test_it_is_the_one_named_before(text: str, before: str) -> None:
    found = earlier(text, [_claim(before)])
    assert found is not None
    assert found.name == before


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("a spokesman", "four residents"),  # residents have none
        ("a doctor", "doctor at the hospital"),  # "a", not "the": another
        ("The army", "police"),
        ("Police", "Police spokesman Mustapha Gora"),
        ("A third source", "two security sources"),
        ("Ivan Uy", "Major John Uy"),
    ],
)
def test_it_is_somebody_else(text: str, before: str) -> None:
    assert earlier(text, [_claim(before)]) is None


def test_a_surname_alone_makes_no_second_claim() -> None:
    incident = one(
        "A suicide bomber struck a mosque in Peshawar on Friday, killing 56 people, hospital spokesman Muhammad Asim said. "
        "Asim said 10 of the wounded were in critical condition."
    )
    assert [c.speaker.text for c in incident.claims if c.speaker] == ["hospital spokesman Muhammad Asim"]
