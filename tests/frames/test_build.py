"""Sentences to frames: what each carries, and what makes none."""

import pytest

from telling import framed


@pytest.mark.parametrize("text", ["The weather was fine.", "The mayor opened a market.", "Rain fell."])
def test_a_sentence_without_a_deed_gives_no_frame(text: str) -> None:
    assert framed(text) == []


def test_a_bare_figure_gives_a_frame_without_a_deed_of_its_own() -> None:
    (frame,) = framed("The dead include two nurses, and nine people were wounded.")
    assert frame.result or not frame.solid
    assert ("injured", 9) in {(c.outcome, c.number.low) for c in frame.counts}


def test_a_frame_carries_its_means_damage_place_and_time() -> None:
    (frame,) = framed("A car bomb destroyed two shops in Mosul on Sunday.")
    assert "car bomb" in {m.name for m in frame.means}
    assert frame.damage
    assert [p.name for p in frame.places] == ["Mosul"]
    assert [t.text for t in frame.times] == ["Sunday"]


def test_the_day_of_a_statement_is_not_the_day_of_the_deed() -> None:
    (frame,) = framed("The ministry said on Tuesday that gunmen had killed four people in Mosul.")
    assert frame.times == []
    assert [t.text for t in frame.speech_times] == ["Tuesday"]


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("Rebels entered Bambari without a fight on Sunday.", True),
        ("Rebels seized Bambari after heavy fighting on Sunday.", False),
    ],
)
def test_ground_taken_without_a_fight_is_told_so(text: str, quiet: bool) -> None:
    assert {f.quiet for f in framed(text)} == {quiet}


def test_the_killings_point_back() -> None:
    assert [f.definite for f in framed("The killing of three traders angered the town of Gao.")] == [True]
    assert [f.definite for f in framed("Gunmen killed two men in Gao on Sunday.")] == [False]
