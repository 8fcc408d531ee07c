"""Days, counts and places as ranges that meet or do not."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.meet import Area, Count, Days
from dateline.model.incident import PlacePrecision, When, Where
from merge.make import TOWNS, town

_DAYS = st.builds(
    lambda lo, length: Days(lo, None if length is None else (lo or 0) + length),
    st.none() | st.integers(730000, 730030),
    st.none() | st.integers(0, 10),
)
_COUNTS = st.builds(
    lambda low, more: Count(low, None if more is None else low + more),
    st.integers(0, 60),
    st.none() | st.integers(0, 20),
)
_AREAS = st.builds(
    lambda name, precision, placed, admin1: Area.of(
        town(
            name,
            precision=precision,
            admin1=admin1,
            **({} if placed else {"lat": None, "lon": None, "gazetteer_id": None}),
        )
    ),
    st.sampled_from(sorted(TOWNS)),
    st.sampled_from(get_args(PlacePrecision)),
    st.booleans(),
    st.sampled_from([None, "South Kordofan", "Taizz"]),
)


@given(_DAYS, _DAYS)
def test_days_meet_the_same_both_ways(a: Days, b: Days) -> None:
    met = a.meet(b)
    assert met == b.meet(a)
    assert (a.gap(b) == 0) == (met is not None)
    if met is not None:
        assert met.meet(a) == met == met.meet(b)


@given(_COUNTS, _COUNTS)
def test_counts_meet_in_what_both_allow(a: Count, b: Count) -> None:
    met = a.meet(b)
    assert met == b.meet(a)
    if met is not None:
        assert met.low >= max(a.low, b.low)
        assert met.meet(a) == met


@given(_AREAS, _AREAS)
def test_places_meet_the_same_both_ways_and_themselves(a: Area, b: Area) -> None:
    assert a.relation(b) == b.relation(a)
    assert a.meet(b) == b.meet(a)
    assert a.meet(a) == a


def test_about_ten_percent_at_least_one() -> None:
    assert Count.of(40, 40, "about") == (36, 44)
    assert Count.of(3, 3, "about") == (2, 4)
    assert Count.of(40, 40, "about").meet(Count(44, 44)) == (44, 44)
    assert Count.of(40, 40, "about").meet(Count(45, 45)) is None


def test_news_has_happened_by_the_day_it_is_published() -> None:
    assert Days.of(When(), date(2024, 3, 2)) == (None, date(2024, 3, 2).toordinal())
    assert Days.of(When(), None) == (None, None)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (town("Kadugli"), town("Kadugli"), "same"),
        (town("Kadugli"), town("Dilling"), "apart"),
        (town("Kadugli"), town("Taiz"), "apart"),
        (town("Taiz"), Where(name="Ta'izz", precision="settlement", country="YE"), "same"),
        (Where(name="Abu Taltal", precision="settlement", country="SY"), Where(name="Abu Tiltil", precision="settlement", country="SY"), "spelt"),
        (Where(name="Abu Taltal", precision="settlement", country="SY"), Where(name="Abu Kamal", precision="settlement", country="SY"), "apart"),
        (Where(name="Shooting Spree", precision="settlement"), Where(name="Abu Kamal", precision="settlement"), "unknown"),
        (town("Kadugli"), town("Kadugli", gazetteer_id="2", lat=15.0), "namesake"),
        (town("Kadugli"), town("Kadugli", gazetteer_id="2", lat=15.0, country="SS"), "apart"),
        (Where(name="Helmand", precision="adm1", country="AF"), Where(name="Helmand", precision="adm1", country="AF"), "region"),
        (town("Kadugli"), Where(admin1="South Kordofan", precision="adm1", country="SD"), "inside"),
        (town("Kadugli", admin1="South Kordofan"), Where(admin1="Khartoum", precision="adm1", country="SD"), "apart"),
        (town("Kadugli", precision="near", radius_km=10), town("Kadugli", gazetteer_id=None, name="Hajar", lat=11.05), "near"),
        (town("Kadugli"), Where(), "unknown"),
        (town("Kadugli", country=None, lat=float("nan")), town("Kadugli"), "same"),
    ],
)  # fmt: skip
def test_what_two_places_may_be_to_each_other(one: Where, two: Where, expected: str) -> None:
    assert Area.of(one).relation(Area.of(two)) == expected
