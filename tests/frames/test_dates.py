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
