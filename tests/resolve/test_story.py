"""One event told twice is one incident; two places or two days are two; denials and claims belong to what they speak of."""

import pytest

from reader import coded


@pytest.mark.parametrize(
    "text",
    [
        "BUNIA, March 14 - Gunmen killed six villagers in Djugu on Wednesday, officials said. The attackers came at night. "
        "The six villagers were asleep when they were killed, a priest said.",
        "Bomb kills four in Kismayo\n\nA roadside bomb killed four people in Kismayo on Wednesday, police said.",
        "Shelling killed four people in Kadugli on Wednesday. A fifth man succumbed to his wounds on Thursday, a doctor said.",
        "Gunmen killed three traders in Bria on Tuesday. The army denied any role in the killings.",
    ],
)
def test_told_twice_is_one(text: str) -> None:
    assert len(coded(text).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six villagers in Djugu on Wednesday. In Beni, rebels killed two soldiers on Tuesday.",
        "A bomb killed four people in Kismayo on Monday. Another bomb wounded three people in Kismayo on Wednesday.",
    ],
)
def test_two_places_or_days_are_two(text: str) -> None:
    assert len(coded(text).incidents) == 2


def test_a_denial_stands_with_the_incident() -> None:
    (incident,) = coded(
        "Shelling killed nine people in Dilling on Tuesday. The army denied firing on the town."
    ).incidents
    assert [c.modality for c in incident.claims if c.speaker] == ["denied"]


def test_history_is_set_aside() -> None:
    answer = coded(
        "Gunmen killed six villagers in Djugu on Wednesday. In 2012, rebels killed 40 people in the same village."
    )
    assert len(answer.incidents) == 1
    assert [i.context for i in answer.background] == ["background"]
