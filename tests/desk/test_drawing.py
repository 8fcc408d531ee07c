"""Ranges, disputes and revisions as they are drawn: of every outcome, on one axis each."""

from datetime import date

from opened import incident_of, make_open

from cases import read
from dateline.desk.incident.chart import Range, Told, _sides, days, figures
from dateline.desk.incident.plan import plan
from dateline.model.incident import Outcome, When, Where
from dateline.model.merged import FigureClaim, GroupToll, MergedWhen, MergedWhere, Toll
from dateline.sources.read import Read

TOLD = "On 2024-03-01 raid killed {} in Kutum, {} said. {}"


def raid() -> list[Read]:
    """What two outlets give for five outcomes: two disputed, one agreed and open, one a single range; and the toll revised by who gave it."""
    found = [
        ("r1", "Courier", "2024-03-01", 5, "the mayor", "20 were injured. 12 were abducted. 3+ were missing."),
        ("r2", "Gazette", "2024-03-02", 6, "the hospital", "35 were injured. 30-40 were abducted. 2+ were missing. 100-200 were displaced."),
        ("r3", "Courier", "2024-03-04", 6, "the mayor", "20 were injured."),
    ]  # fmt: skip
    return [
        read(TOLD.format(count, who, more), id, publisher=outlet, published=date.fromisoformat(day), title="Raid")
        for id, outlet, day, count, who, more in found
    ]


def claim(article: str, low: int, high: int | None, *, current: bool = True, day: int = 1) -> FigureClaim:
    return FigureClaim(article=article, group="unknown", low=low, high=high, kind="exact", current=current, published=date(2024, 3, day), evidence=(low, low + 1))  # fmt: skip


def toll(*claims: FigureClaim, outcome: Outcome = "killed", **fields: object) -> Toll:
    known = {"low": 5, "high": 9, "state": "single", **fields}
    return Toll(outcome=outcome, claims=claims, **known)  # type: ignore[arg-type]


def test_sides_that_stand_against_each_other_are_drawn_apart() -> None:
    drawn = figures(
        toll(claim("a", 5, 5), claim("b", 9, 9), state="disputed", sides=((5, 5), (9, 9))),
        {"a": "Courier", "b": "Gazette"},
        {("b", (9, 10)): "s7"},
    )
    assert drawn is not None
    assert (drawn.label, drawn.words, drawn.state) == ("killed", "5 against 9", "disputed")
    five, nine, whole = drawn.lanes
    assert [lane.label for lane in drawn.lanes] == ["Courier", "Gazette", "together"]
    assert whole.fold
    assert whole.bars == five.bars + nine.bars
    # An axis from 5 to the end of 9: five numbers, each a fifth of it.
    assert [(b.left, b.width) for b in whole.bars] == [(0.0, 20.0), (80.0, 20.0)]
    assert (five.key, nine.key) == (None, "s7")
    assert drawn.ticks == ((0.0, "5"), (80.0, "9"))


def test_what_was_replaced_is_old_and_an_open_end_goes_on() -> None:
    drawn = figures(
        toll(claim("a", 5, 5, current=False), claim("b", 9, None, day=3), state="revised", low=9, high=None),
        {"a": "Courier", "b": "Courier"},
        {},
    )
    assert drawn is not None
    old, new, whole = drawn.lanes
    assert (old.label, old.old, new.label, new.old) == ("Courier, 1 Mar", True, "Courier, 3 Mar", False)
    assert new.bars[0].open_end
    assert new.bars[0].left + new.bars[0].width == 100.0
    assert whole.bars == new.bars
    assert whole.words == "9 or more"


def test_shares_lie_on_the_axis_of_the_whole() -> None:
    drawn = figures(
        toll(claim("a", 5, 5), low=5, high=5, groups=(GroupToll(group="children", low=2, high=2, state="single"),)),
        {"a": "Courier"},
        {},
    )
    assert drawn is not None
    assert [(lane.label, lane.part) for lane in drawn.lanes] == [("Courier", False), ("of them children", True)]


def test_one_number_that_all_give_is_not_drawn() -> None:
    assert figures(toll(claim("a", 5, 5), claim("b", 5, 5), low=5, high=5, state="agreed"), {}, {}) is None
    day = When(start=date(2024, 3, 1), end=date(2024, 3, 1))
    assert days([Told("Courier", day), Told("Gazette", day)], MergedWhen(start=day.start, end=day.end), "", None) is None  # fmt: skip


def test_days_that_do_not_meet_are_drawn_apart_and_those_that_do_as_one() -> None:
    first, last = date(2024, 3, 1), date(2024, 3, 4)
    told = [Told("A", When(start=first, end=first), "s1"), Told("B", When(start=last, end=last))]
    drawn = days(told, MergedWhen(start=first, end=last), "1 to 4 Mar 2024", "disputed")
    assert drawn is not None
    assert len(drawn.lanes[-1].bars) == 2
    assert drawn.lanes[0].key == "s1"
    assert [words for _, words in drawn.ticks] == ["1 Mar 2024", "4 Mar 2024"]
    assert _sides([Range(1, 3), Range(2, 5), Range(8, None), Range(9, 10)]) == (Range(1, 5), Range(8, None))
    assert _sides([Range(None, 3), Range(5, 6)]) == (Range(None, 3), Range(5, 6))


def test_what_all_give_alike_is_one_lane_and_a_tick_is_the_last_day_itself() -> None:
    before = When(end=date(2024, 3, 4))
    drawn = days([Told("A", before, "s1"), Told("B", before, "s2")], MergedWhen(end=before.end), "", "agreed")
    assert drawn is not None
    (lane,) = drawn.lanes
    assert (lane.label, lane.fold, lane.bars[0].open_start) == ("together", True, True)
    assert [words for _, words in drawn.ticks] == ["4 Mar 2024"]
    one = days([Told("A", before, "s1")], MergedWhen(end=before.end), "", "single")
    assert one is not None
    assert [(lane.label, lane.key) for lane in one.lanes] == [("A", "s1")]


def test_places_that_differ_are_drawn_to_scale() -> None:
    one, two = Where(lat=14.0, lon=25.0, radius_km=5.0), Where(lat=14.0, lon=26.0, radius_km=10.0)
    a, b, whole = plan([("A", one), ("B", two)], MergedWhere(lat=14.0, lon=26.0, radius_km=10.0))
    assert a.x < b.x == whole.x
    assert a.y == b.y
    assert abs(b.radius - 2 * a.radius) < 0.02
    assert (whole.fold, whole.label) == (True, "together")
    assert plan([("A", one), ("B", one)], MergedWhere()) == ()
    far = plan([("A", Where(lat=0.0, lon=179.9)), ("B", Where(lat=0.0, lon=-179.9))], MergedWhere())
    assert abs(far[1].x - far[0].x) < 90, "the short way over the antimeridian"


def test_every_outcome_of_an_incident_is_drawn(tmp_path: object) -> None:
    opened = make_open(f"{tmp_path}/case.db", raid())
    try:
        with opened.person("reviewer") as person:
            id = incident_of(person, "Kutum")["id"]
            for path in (f"/api/incidents/{id}", f"/api/incidents/{id}?as=public"):
                shown = person.get(path).json()
                charts = {c["label"]: c for f in shown["fields"] if f["name"] == "casualties" for c in f["charts"]}
                assert {name: (c["state"], c["words"]) for name, c in charts.items()} == {
                    "killed": ("revised", "6"),
                    "injured": ("disputed", "20 against 35"),
                    "missing": ("agreed", "3 or more"),
                    "abducted": ("disputed", "12 against 30 to 40"),
                    "displaced": ("single", "100 to 200"),
                }
                assert [(lane["label"], lane["old"]) for lane in charts["killed"]["lanes"]] == [
                    ("Courier, 1 Mar", True),
                    ("Gazette", False),
                    ("Courier, 4 Mar", False),
                    ("together", False),
                ]
                assert len(charts["abducted"]["lanes"][-1]["bars"]) == 2
                keyed = {lane["key"] for c in charts.values() for lane in c["lanes"]} - {None}
                assert len(keyed) == (0 if "public" in path else 11)
            page = person.get(f"/incidents/{id}").text
            assert page.count('class="chart"') == 5
            assert "· replaced" in page
    finally:
        opened.stop()
        opened.case.close()
