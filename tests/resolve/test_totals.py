"""Totals of several incidents are no incident's own; figures that only happen to add up are."""

import pytest

from telling import told


def killed(text: str) -> list[list[int]]:
    return [[c.low for c in i.casualties if c.outcome == "killed"] for i in told(text).incidents]


def test_a_total_of_attacks_told_one_by_one_is_dropped() -> None:
    text = (
        "Gunmen killed 14 farmers in separate attacks in Zurmi and Anka on Monday.\n\n"
        "In Zurmi, they shot dead eight farmers. In Anka, gunmen killed six farmers on Tuesday."
    )
    assert killed(text) == [[8], [6]]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed five guards in Zurmi on Monday and wounded two.\n\nIn Anka, gunmen killed three traders on Monday.",
        "A guard and five gunmen were killed in a raid in Zurmi on Monday.\n\nIn Anka, gunmen killed four traders on Monday.",
    ],
)
def test_figures_that_happen_to_add_up_stay(text: str) -> None:
    assert sum(killed(text)[0]) >= 5
