"""How a stretch tells its deeds: without a fight, pointing back, by a noun alone."""

import pytest

from telling import framed


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
    ("text", "solid"),
    [
        ("Ten died in a gun attack on a bus near Kisumu on Monday.", True),
        ("A gun attack on a bus near Kisumu shocked the town on Monday.", False),
    ],
)
def test_an_attack_by_its_noun_counts_with_its_dead(text: str, solid: bool) -> None:
    assert [f.solid for f in framed(text)] == [solid]
