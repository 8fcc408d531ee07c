"""Whoever only investigates, promises or judges is no source of the incident."""

import pytest

from telling import one

DEED = "Gunmen killed seven people in Goronyo on Sunday, residents said. "


@pytest.mark.parametrize(
    "remark",
    [
        "The governor, Aminu Tambuwal, described the attack as barbaric and promised to bring the killers to book.",
        "The president called for calm and said elections would be held in May.",
        "The state government appealed to residents to remain calm and said investigations had begun.",
        "The state governor declared a curfew.",
        "Ada Obi, a lawmaker, said the culprits would not go unpunished.",
        "A relative said the funeral would be held on Friday.",
    ],
)
def test_a_remark_is_no_claim(remark: str) -> None:
    assert [c.speaker.text for c in one(DEED + remark).claims if c.speaker] == ["residents"]


@pytest.mark.parametrize(
    ("comment", "speaker"),
    [
        ("A survivor said that the gunmen wore uniforms.", "A survivor"),
        ("The Catholic diocese confirmed the attack in a statement and asked for prayers.", "The Catholic diocese"),
        ("His brother said the man was deaf and had not heard the order to stop.", "His brother"),
        ("A nurse said 12 wounded had been brought in, and that an investigation had begun.", "A nurse"),
    ],
)
def test_a_comment_is_one(comment: str, speaker: str) -> None:
    assert speaker in [c.speaker.text for c in one(DEED + comment).claims if c.speaker]


def test_a_side_that_looks_into_it_has_answered() -> None:
    incident = one(
        "An Israeli air strike killed five people in Rafah overnight, medics said. The Israeli military said it was looking into the report."
    )
    assert [c.speaker.text for c in incident.claims if c.speaker] == ["medics", "The Israeli military"]
