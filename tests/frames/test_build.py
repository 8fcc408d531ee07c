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


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The attackers struck Goma on Sunday, setting homes ablaze.", "attack"),
        ("Israel struck Homs on Sunday.", "strike"),
    ],
)
def test_men_with_nothing_but_their_arms_strike_by_land(text: str, act: str) -> None:
    assert {"attack", "strike"} & {a.act for f in framed(text) for a in f.acts} == {act}
