"""The day of publication where the opening tells no year."""

from datetime import date

import pytest

from dateline.sources.dateline import read_dateline

TUESDAY = "OUAGADOUGOU, Aug 27 (Northern Wire) - Gunmen killed nine people on Monday, police said on Tuesday."


@pytest.mark.parametrize(
    ("near", "published"),
    [
        (date(2024, 8, 30), date(2024, 8, 27)),
        (date(2025, 1, 3), date(2024, 8, 27)),
        (None, None),
    ],
)
def test_a_day_without_a_year_lies_next_to_what_is_known(near: date | None, published: date | None) -> None:
    assert read_dateline(TUESDAY, near).published == published


@pytest.mark.parametrize(
    ("year", "published"),
    [
        ("The war has gone on since 2015.", None),  # 27 August 2015 was a Thursday
        ("Elections were put off in 2024.", date(2024, 8, 27)),
    ],
)
def test_the_weekdays_of_the_text_must_agree_with_the_year(year: str, published: date | None) -> None:
    assert read_dateline(f"{TUESDAY} {year}").published == published


def test_a_year_that_is_told_stands() -> None:
    assert read_dateline(TUESDAY.replace("Aug 27", "Aug 27, 2020"), date(2024, 8, 30)).published == date(2020, 8, 27)
