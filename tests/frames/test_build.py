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


@pytest.mark.parametrize(
    "text",
    [
        "A ferry capsized on Lake Kivu near Goma on Monday, killing 40 people.",
        "A bus plunged into a ravine near Quetta on Monday, killing 12 people.",
        "A gas explosion killed nine people in a bakery in Quetta on Monday.",
        "A helicopter crashed near Gao on Monday, killing two soldiers.",
        "Nine miners died when fire broke out in a mine near Bunia on Monday.",
    ],
)
def test_an_accident_is_no_deed(text: str) -> None:
    assert framed(text) == []


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A ferry capsized after it was hit by a rocket near Goma on Monday, killing 40 people.", 40),
        ("Gunmen forced a bus into a ravine near Quetta on Monday, killing 12 people.", 12),
        ("A helicopter crashed near Gao on Monday after rebels shot it down, killing two soldiers.", 2),
        ("Nine miners died when gunmen opened fire and fire broke out in a mine near Bunia.", 9),
    ],
)
def test_what_was_brought_about_is_no_accident(text: str, dead: int) -> None:
    assert {(c.outcome, c.number.low) for f in framed(text) for c in f.counts} == {("killed", dead)}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A councillor was shot dead as he left a rally in Cali on Monday.", {"kill"}),
        ("A bomb went off near a demonstration in Cali on Monday, killing two.", {"bomb", "kill"}),
        ("On the eve of the march, gunmen killed a union leader in Cali.", {"kill"}),
        ("Ahead of the protest, police arrested nine students in Cali.", {"arrest"}),
        ("Police killed two protesters at a demonstration in Cali on Monday.", {"kill", "protest"}),
        ("Workers marched in Cali on Monday and gunmen killed two of them.", {"kill", "protest"}),
    ],
)
def test_a_rally_that_is_only_the_scene_is_no_protest(text: str, acts: set[str]) -> None:
    assert {t.act for f in framed(text) for t in f.acts} == acts


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
    ("text", "solid"),
    [
        ("Ten died in a gun attack on a bus near Kisumu on Monday.", True),
        ("A gun attack on a bus near Kisumu shocked the town on Monday.", False),
    ],
)
def test_an_attack_by_its_noun_counts_with_its_dead(text: str, solid: bool) -> None:
    assert [f.solid for f in framed(text)] == [solid]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The attackers struck Goma on Sunday, setting homes ablaze.", "attack"),
        ("Israel struck Homs on Sunday.", "strike"),
    ],
)
def test_men_with_nothing_but_their_arms_strike_by_land(text: str, act: str) -> None:
    assert {"attack", "strike"} & {a.act for f in framed(text) for a in f.acts} == {act}
