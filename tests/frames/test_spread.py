"""One sentence that tells of two places: each has its own figure."""

import pytest

from reader import told
from telling import told as coded


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Air strikes killed 15 people in Sanaa and three in Hajjah on Monday.", [[15], [3]]),
        ("Nine people were killed in Ancha and five others in Hukke on Monday.", [[9], [5]]),
        ("Gunmen killed four people in Zurmi, six in Anka and two in Maru.", [[4], [6], [2]]),
        ("Gunmen killed four soldiers and two farmers in Zurmi on Monday.", [[4, 2]]),
        ("Gunmen killed four people in a market and two in a mosque on Monday.", [[4, 2]]),
    ],
)
def test_a_figure_with_a_place_of_its_own_is_a_frame(text: str, counts: list[list[int]]) -> None:
    assert [[c.number.low for c in f.counts] for f in told(text)] == counts


def test_both_places_are_incidents_of_one_kind() -> None:
    both = coded("Air strikes killed 15 people in Sanaa and three in Hajjah on Monday.").incidents
    assert [(i.type, i.where.name, i.when.start) for i in both] == [
        ("air_strike", "Sanaa", both[0].when.start),
        ("air_strike", "Hajjah", both[0].when.start),
    ]
