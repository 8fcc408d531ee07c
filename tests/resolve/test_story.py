"""One event told twice is one incident; two places or two days are two; denials and claims belong to what they speak of."""

from datetime import date

import pytest

from reader import coded
from telling import told


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


def test_a_deed_nowhere_is_more_of_one_told_before_or_talk() -> None:
    text = (
        "Gunmen killed nine people in Ayorou on Sunday, police said.\n\nThe governor condemned the shooting of civilians "
        "and promised an inquiry.\n\nSurvivors described ten attackers who fought for an hour."
    )
    assert [i.where.name for i in told(text).incidents] == ["Ayorou"]


def test_where_the_wounded_were_taken_is_not_where_it_happened() -> None:
    text = (
        "Gunmen killed five people in Ayorou, in western Niger. The attack took place on Sunday, police said, adding that two "
        "wounded had been evacuated to Niamey."
    )
    (incident,) = told(text).incidents
    assert (incident.where.name, incident.when.start) == ("Ayorou", date(2022, 3, 13))


def test_a_gang_by_its_common_word_and_by_its_name() -> None:
    text = (
        "Gang attack on Pont-Sondé leaves dozens dead\n\nMembers of the Gran Grif gang stormed the town of Pont-Sondé in central "
        "Haiti before dawn on Thursday, killing at least 70 people, the U.N. human rights office said."
    )
    (incident,) = told(text).incidents
    assert [a.name for a in incident.actors if a.role == "a"] == ["Gran Grif"]
