"""The times that date an event: not those of a statement, not how often."""

import pytest

from telling import framed


def test_the_day_of_a_statement_is_not_the_day_of_the_deed() -> None:
    (frame,) = framed("The ministry said on Tuesday that gunmen had killed four people in Mosul.")
    assert frame.times == []
    assert [t.text for t in frame.speech_times] == ["Tuesday"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Gunmen attacked the town of Djibo on Monday for the third time this year.", ["Monday"]),
        ("Gunmen attacked the town of Djibo on Monday, the fifth attack this month.", ["Monday"]),
        ("Gunmen attacked the town of Djibo this month.", ["this month"]),
    ],
)
def test_how_often_is_not_when(text: str, times: list[str]) -> None:
    assert [t.text for f in framed(text) for t in f.times] == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("A strike hit a car in Tyre on Monday despite a truce that has been in force since November.", ["Monday"]),
        ("Militants attacked a base that opened in 2019 in Mocha on Monday.", ["Monday"]),
        ("The attack, which has gone on since Monday, killed ten in Mocha.", ["since Monday"]),
        ("Two men have died of the wounds received in Friday's assault in Gao.", ["Friday's"]),
        ("A man wounded in an attack in Gao died in hospital on Sunday.", []),
        ("The 2015 Ghazni bombings occurred on 26 June 2015 when two bombs exploded in Ghazni.", ["26 June 2015"]),
        ("The 2015 Ghazni bombings killed 40 people.", ["2015"]),
    ],
)
def test_dates_of_things_and_of_later_deaths(text: str, times: list[str]) -> None:
    assert [t.text for f in framed(text) for t in f.times] == times
