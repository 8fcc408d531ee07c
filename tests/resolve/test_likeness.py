"""Whether two places can be the same."""

import pytest

from dateline.model.incident import Where
from dateline.resolve.spots.likeness import compatible, finer


def where(name: str | None, precision: str, country: str | None = "ML", admin1: str | None = None) -> Where:
    return Where(
        text=name, name=name, precision=precision, country=country, admin1=admin1, evidence=(0, 1) if name else None
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (where("Gao", "settlement"), where("Gao", "near"), True),
        (where("Gao", "settlement"), where("Kidal", "settlement"), False),
        (where("Gao", "settlement"), where(None, "country"), True),
        (where("Gao", "settlement", "ML"), where("Gao region", "adm1", "NE"), False),
        (where("Ansongo", "settlement", admin1="Gao"), where("Gao", "adm1", admin1="Gao"), True),
        (where("Ansongo", "settlement", admin1="Gao"), where("Mopti", "adm1", admin1="Mopti"), False),
    ],
)
def test_two_places_are_one_where_the_names_or_what_holds_them_agree(first: Where, second: Where, same: bool) -> None:
    assert compatible(first, second) is same
    assert compatible(second, first) is same


@pytest.mark.parametrize(
    ("one", "two", "is_finer"),
    [
        (where("Rimal", "neighbourhood", "PS"), where("Gaza City", "settlement", "PS"), True),
        (where("Rimal", "neighbourhood", "PS", "Gaza"), where("Gaza City", "settlement", "PS", "Gaza"), True),
        (where("Rimal", "neighbourhood", "PS", "Gaza"), where("Jenin", "settlement", "PS", "West Bank"), False),
        (where("Gaza City", "settlement", "PS"), where("Rimal", "neighbourhood", "PS"), False),
        (where("Ansongo", "settlement"), where("Gao", "adm1"), True),
        (where("Ansongo", "settlement"), where("Gao", "settlement"), False),
    ],
)
def test_a_quarter_says_more_than_its_town(one: Where, two: Where, is_finer: bool) -> None:
    assert finer(one, two) is is_finer
