"""Where and when the incidents of a filter are, counted from columns as the rows themselves would be."""

from datetime import date

import numpy as np
import pytest

from dateline.store import docket
from dateline.store.choices import offered
from dateline.store.docket import Row
from dateline.store.listing import count, items, unplaced
from dateline.store.opening import open_case
from dateline.store.points import Points, every_point, numbers
from dateline.store.wanted import Wanted

ROWS = [
    ("a", "killing", "SD", "2024-03-01", 13.1, 30.1, ("army",)),
    ("b", "killing", "SD", "2024-03-01", 13.4, 30.3, ("army", "rebels")),
    ("c", "shelling", "FJ", "2024-03-05", -17.0, 179.5, ("navy",)),
    ("d", "shelling", "FJ", "2024-04-05", -17.2, -179.6, ()),
    ("e", "killing", None, None, None, None, ("rebels",)),
    ("f", "shelling", "SD", "2024-05-01", None, None, ("rebels",)),
]


def row(id: str, type: str, country: str | None, day: str | None, lat: float | None, lon: float | None, actors: tuple[str, ...]) -> Row:  # fmt: skip
    return Row(
        profile="internal", id=id, kind="incident", incident=id, need=float(ord(id)), type=type, first_day=day, last_day=day,
        country=country, lat=lat, lon=lon, actors=actors, outlets=("Courier",), words=f"{type} {country}",
    )  # fmt: skip


@pytest.fixture
def filled(place: str) -> str:
    with open_case(place, create=True) as case, case.writing() as writer:
        docket.replace(writer, [row(*one) for one in ROWS], [])
    return place


WANTED = [
    Wanted(),
    Wanted(type="killing"),
    Wanted(country="SD", since=date(2024, 3, 2)),
    Wanted(until=date(2024, 3, 31)),
    Wanted(actor="rebels"),
    Wanted(words="shelling"),
    Wanted(box=(179, -20, -179, -10)),
    Wanted(state="accepted"),
]


@pytest.mark.parametrize("wanted", WANTED)
def test_columns_count_what_the_docket_lists(filled: str, wanted: Wanted) -> None:
    with open_case(filled) as case, case.reading() as connection:
        found = every_point(connection, "internal").only(numbers(connection, "internal", wanted))
        rows = items(connection, "internal", wanted, limit=100)
        assert sorted(found.number.tolist()) == sorted(one.number for one in rows)
        assert len(rows) == count(connection, "internal", wanted)
        days = [date.fromisoformat(one.first_day) for one in rows if one.first_day]
        assert found.days() == {day: days.count(day) for day in sorted(set(days))}
        lost = [one for one in rows if one.lat is None]
        assert unplaced(connection, "internal", wanted, limit=100) == lost
        placed = found.placed()
        assert len(placed.number) == len(rows) - len(lost)
        cells = found.cells(1.0, 100)
        assert sum(cell.count for cell in cells) == len(placed.number)


def points(*found: tuple[float, float]) -> Points:
    lat, lon = zip(*found, strict=True) if found else ((), ())
    numbers = np.arange(len(found)) + 7
    return Points(numbers, np.array(lat, float), np.array(lon, float), np.zeros(len(found), np.int64))


def test_what_lies_in_one_square_is_one_cell_the_fullest_first() -> None:
    every = points((1.2, 1.2), (9.5, 9.5), (1.4, 1.8), (-89.9, -180.0), (89.9, 180.0))
    cells = every.cells(1.0, 10)
    assert [(c.count, round(c.lat, 6), round(c.lon, 6), c.number) for c in cells] == [
        (2, 1.3, 1.5, 7),
        (1, 9.5, 9.5, 8),
        (1, -89.9, -180.0, 10),
        (1, 89.9, 180.0, 11),
    ]
    assert [c.number for c in every.cells(1.0, 1)] == [7]


def test_what_lies_close_to_a_fuller_cell_joins_it_and_how_far_it_spreads_is_told() -> None:
    # Two sides of a border between squares, and a third one too far off.
    every = points((1.5, 1.9), (1.5, 1.9), (1.5, 2.1), (1.5, 3.5))
    (full, far) = every.cells(1.0, 10)
    assert (full.count, round(full.lon, 3), round(full.spread, 3), full.number) == (3, 1.967, 0.2, 7)
    assert (far.count, far.spread) == (1, 0.0)
    (same,) = points((5.0, 5.0), (5.0, 5.001)).cells(1.0, 10)
    assert round(same.spread, 6) == 0.001


def test_nothing_has_no_extent() -> None:
    assert points().extent() is None
    assert points((float("nan"), float("nan"))).extent() is None
    assert points().cells(1.0, 10) == []
    assert points((1, 2), (-3, 4)).extent() == (2.0, -3.0, 4.0, 1.0)


def test_a_box_may_hold_the_antimeridian() -> None:
    found = points((0, 179), (0, -179), (0, 0), (50, 179)).inside((170, -10, -170, 10))
    assert found.number.tolist() == [7, 8]


def test_what_is_named_most_is_offered_first_and_of_incidents_only(filled: str) -> None:
    with open_case(filled) as case:
        with case.reading() as connection:
            found = offered(connection, "internal")
            assert found["actor"] == ("rebels", "army", "navy")
            assert found["type"] == ("killing", "shelling")
            assert found["country"] == ("FJ", "SD")
            assert offered(connection, "public")["actor"] == ()
        with case.writing() as writer:
            docket.replace(writer, [row(*ROWS[2])], [])
        with case.reading() as connection:
            assert offered(connection, "internal")["actor"] == ("navy",)
