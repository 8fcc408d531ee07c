"""Which records are compared, what the comparison says, and how clusters form."""

import random
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from dateline.merge.cluster import cluster
from dateline.merge.compare import FEATURES, compare
from dateline.merge.event import Event, events
from dateline.merge.keys import pairs
from dateline.merge.score import link, score
from dateline.merge.table import families, kinship, table
from dateline.model.incident import Casualty, Coded, Means, When, Where
from dateline.packs.ontology import ontology
from merge.make import actor, coded, day, event, incident, killed, person, town

MARKET = "Shells hit the Gamboru market in Kadugli; the trader Musa Bello, 61, and his sons were buried by the collapsed stalls."
AGAIN = (
    "Musa Bello, a trader of 61, was among the dead of Gamboru: the market's stalls collapsed when shells hit Kadugli."
)


def taken(number: int) -> Casualty:
    return killed(number, outcome="abducted")


def grouped(*articles: Coded) -> list[list[str]]:
    every = events(articles)
    found = cluster(every, pairs(every))
    return sorted(sorted(every[i].label for i in group) for group in found.groups)


def test_the_table_names_every_outcome() -> None:
    assert list(table().features) == list(FEATURES)
    assert {t for types in table().families.values() for t in types} == set(ontology().types)
    assert {t for pair in kinship() for t in pair} <= set(families())
    assert table().unsure < table().same


@pytest.mark.parametrize(
    ("feature", "one", "two", "outcome"),
    [
        ("day", {"when": day(1)}, {"when": day(1)}, "same"),
        ("day", {"when": day(1)}, {"when": day(2)}, "adjacent"),
        ("day", {"when": day(1)}, {"when": day(9)}, "apart"),
        ("day", {"when": day(1)}, {"when": day(None)}, "open"),
        ("place", {"where": town("Kadugli")}, {"where": town("Taiz")}, "apart"),
        ("place", {"where": town("Kadugli", precision="landmark")}, {"where": town("Kadugli", precision="landmark")}, "site"),
        ("site", {"where": town("Kadugli", text="a market in Kadugli")}, {"where": town("Kadugli", text="a school in Kadugli")}, "other"),
        ("type", {"type": "air_strike"}, {"type": "shelling"}, "close"),
        ("type", {"type": "protest"}, {"type": "air_strike"}, "far"),
        ("type", {"type": "killing", "casualties": (killed(9, group="civilians"),)}, {"type": "armed_clash"}, "beside"),
        ("type", {"type": "killing", "casualties": (killed(9, group="civilians"),)}, {"type": "armed_clash", "casualties": (killed(4, group="combatants"),)}, "beside"),
        ("type", {"type": "killing", "casualties": (killed(9, group="civilians"),)}, {"type": "armed_clash", "casualties": (killed(9, group="civilians"),)}, "close"),
        ("type", {"type": "killing", "casualties": (killed(9, group="unknown"),)}, {"type": "armed_clash"}, "close"),
        ("type", {"type": "sexual_violence"}, {"type": "shelling"}, "loose"),
        ("actor", {"actors": (actor("Syrian army", kind="state_forces", id="sy-army"),)}, {"actors": (actor("Syrian air force", kind="state_forces", id="sy-air-force"),)}, "same"),
        ("actor", {"actors": (actor("al-Qaeda"),)}, {"actors": (actor("al-Shabaab"),)}, "other"),
        ("actor", {"actors": (actor("Houthis"),)}, {"actors": (actor("ISIS"),)}, "other"),
        ("actor", {"actors": (actor("gunmen", kind="unknown"),)}, {"actors": (actor("ISIS"),)}, "unknown"),
        ("killed", {"casualties": (killed(12),)}, {"casualties": (killed(12),)}, "figure"),
        ("killed", {"casualties": (killed(2),)}, {"casualties": (killed(2),)}, "few"),
        ("killed", {"casualties": (killed(0),)}, {"casualties": (killed(0),)}, "meets"),
        ("killed", {"casualties": (killed(37, None),)}, {"casualties": (killed(40),)}, "meets"),
        ("killed", {"casualties": (killed(40, kind="about"),)}, {"casualties": (killed(44),)}, "meets"),
        ("killed", {"casualties": (killed(11),)}, {"casualties": (killed(14),)}, "close"),
        ("killed", {"casualties": (killed(11),)}, {"casualties": (killed(60),)}, "apart"),
        ("killed", {"casualties": (killed(212, cumulative=True),)}, {"casualties": (killed(12),)}, "unknown"),
        ("taken", {"casualties": (taken(23),)}, {"casualties": (taken(23),)}, "figure"),
        ("taken", {"casualties": (taken(23),)}, {"casualties": (taken(26),)}, "close"),
        ("taken", {"casualties": (taken(1),)}, {"casualties": (taken(3),)}, "unknown"),
        ("victims", {"victims": (person("Mariam Idris"),)}, {"victims": (person("Adam Saleh"),)}, "other"),
        ("victims", {"victims": (person("Mariam Idris"),), "casualties": (killed(9),)}, {"victims": (person("Adam Saleh"),)}, "unknown"),
        ("victims", {"victims": (person("Idris"),)}, {"victims": (person("Mariam Idris"),)}, "same"),
        ("victims", {"victims": (person("Mariam Idris"),)}, {"victims": (person("mariam idris"),)}, "same"),
    ],
)  # fmt: skip
def test_a_feature_names_its_outcome(feature: str, one: dict[str, Any], two: dict[str, Any], outcome: str) -> None:
    a, b = event("a", **one), event("b", **two)
    assert compare(a, b)[feature] == outcome
    assert compare(b, a)[feature] == outcome


@pytest.mark.parametrize(("later", "outcome"), [(5, "open"), (20, "late"), (60, "long")])
def test_reports_of_different_weeks_are_seldom_of_one_incident(later: int, outcome: str) -> None:
    bounded = When(end=date(2024, 3, 2) + timedelta(days=later))
    assert compare(event("a", when=day(None)), event("b", when=bounded))["day"] == outcome


def test_one_report_names_the_others_place_whatever_was_read_in_it() -> None:
    region = Where(text="Sudan", precision="country", country="SD")
    abroad = Where(text="Chad", precision="country", country="TD")
    for vague in (region, abroad, Where()):
        a, b = events([coded("a", incident()), coded("v", incident(where=vague), text=MARKET)])
        assert compare(a, b)["place"] == "named"
        assert compare(b, a)["place"] == "named"
    a, b = events([coded("a", incident()), coded("b", incident(where=town("Dilling")), text=MARKET)])
    assert compare(a, b)["place"] == "apart"


def test_parts_of_one_day_that_exclude_each_other_are_two_incidents() -> None:
    early, late = msgspec.structs.replace(day(1), part="morning"), msgspec.structs.replace(day(1), part="evening")
    a, b = event("a", when=early, casualties=(killed(43),)), event("b", when=late, casualties=(killed(43),))
    assert score(a, b)[1] == "unsure"


def test_reports_without_day_and_place_are_joined_by_what_they_tell() -> None:
    bare: dict[str, Any] = {"when": When(), "where": Where()}
    texts = {
        "a": MARKET,
        "b": AGAIN,
        "c": "Gunmen killed a guard at the bridge of Hadejia, Ibrahim Sule, on his way home.",
    }
    articles = [coded(name, incident(**bare), text=text) for name, text in texts.items()]
    undated = [msgspec.structs.replace(c, article=msgspec.structs.replace(c.article, published=None)) for c in articles]
    assert grouped(*undated) == [["a#i1", "b#i1"], ["c#i1"]]
    every = events(undated)
    found = cluster(every, pairs(every))
    why = next(k.why for links in found.joins.values() for k in links)
    assert why[0].startswith("told in the same rare words: ")
    assert "Bello" in why[0]


def test_one_link_does_not_join_two_crowds() -> None:
    """Six reports with one toll and six with another, and one of each with the same rare words: too little for twelve to be one."""
    first: dict[str, Any] = {"casualties": (killed(12),), "victims": (person("Mariam Idris"),)}
    other: dict[str, Any] = {"casualties": (killed(70),), "victims": (person("Adam Saleh"),)}
    one = [incident(when=day(None), **first) for _ in range(6)]
    two = [incident(when=day(None), **other) for _ in range(6)]
    articles = [coded(f"a{n}", i, text=MARKET if not n else None) for n, i in enumerate(one)]
    articles += [coded(f"b{n}", i, text=AGAIN if not n else None) for n, i in enumerate(two)]
    assert {frozenset(label[0] for label in group) for group in grouped(*articles)} == {frozenset("a"), frozenset("b")}


def test_every_link_gives_its_reasons_in_words() -> None:
    a, b = event("a", casualties=(killed(12),)), event("b", casualties=(killed(12),))
    value, judgement, outcomes = score(a, b)
    found = link(a, b, value, judgement, outcomes)
    assert found.judgement == "same"
    assert found.why[:3] == ("same day (+1.5)", "same number killed (+1.5)", "same place (+1.5)")
    assert (found.left, found.right) == ("a#i1", "b#i1")


def test_different_days_and_towns_are_never_the_same_whatever_else_agrees() -> None:
    alike: dict[str, Any] = {
        "casualties": (killed(43),),
        "victims": (person("Mariam Idris"),),
        "actors": (actor("Houthis"),),
    }
    for other in ({"when": day(2)}, {"where": town("Dilling")}, {"when": day(9)}):
        _, judgement, _ = score(event("a", **alike), event("b", **(alike | other)))
        assert judgement != "same"
        assert grouped(coded("a", incident(**alike)), coded("b", incident(**(alike | other)))) == [["a#i1"], ["b#i1"]]


def test_two_incidents_of_one_article_stay_two() -> None:
    two = (incident("i1"), incident("i2"))
    assert grouped(coded("a", *two)) == [["a#i1"], ["a#i2"]]
    assert sorted(map(len, grouped(coded("a", *two), coded("b")))) == [1, 2]


def test_no_chain_through_a_contradiction() -> None:
    """One report fits two places that exclude each other; it joins one of them and does not tie them."""
    toll: dict[str, Any] = {"casualties": (killed(12),)}
    near = coded("m", incident(where=town("Kadugli", precision="near", name="Hajar", lat=11.5, radius_km=70), **toll))
    first, second = coded("a", incident(**toll)), coded("b", incident(where=town("Dilling"), **toll))
    groups = grouped(first, near, second)
    assert any("m#i1" in g and len(g) == 2 for g in groups)
    assert not any({"a#i1", "b#i1"} <= set(g) for g in groups)


def test_a_toll_over_a_region_is_no_incident() -> None:
    region = Where(
        text="South Kordofan", name="South Kordofan", admin1="South Kordofan", precision="adm1", country="SD"
    )
    toll = incident(where=region, casualties=(killed(212, cumulative=True),))
    assert grouped(coded("a", incident(where=town("Kadugli", admin1="South Kordofan"))), coded("b", toll)) == [
        ["a#i1"],
        ["b#i1"],
    ]


def test_a_record_of_a_region_joins_the_one_incident_it_fits_and_none_of_two() -> None:
    region = Where(text="Sudan", precision="country", country="SD")
    same: dict[str, Any] = {"casualties": (killed(43),), "actors": (actor("SPLM"),)}
    vague = coded("v", incident(where=region, **same))
    one = coded("a", incident(**same))
    two = coded("b", incident(where=town("Dilling"), **same))
    assert grouped(one, vague) == [["a#i1", "v#i1"]]
    assert grouped(one, two, vague) == [["a#i1"], ["b#i1"], ["v#i1"]]


def test_a_record_of_a_region_needs_more_than_day_and_type() -> None:
    region = Where(text="Sudan", precision="country", country="SD")
    same: dict[str, Any] = {"actors": (actor("SPLM"),), "means": (Means(name="artillery"),)}
    plain = (
        coded("a", incident(casualties=(killed(12),), **same)),
        coded("v", incident(where=region, casualties=(killed(2, None),), **same)),
    )
    assert grouped(*plain) == [["a#i1"], ["v#i1"]]


def test_a_report_without_a_day_joins_one_incident_or_none() -> None:
    toll: dict[str, Any] = {"casualties": (killed(12),)}
    open_ = coded("m", incident(when=day(None), **toll), published=3)
    first = coded("a", incident(**toll))
    second = coded("b", incident(when=day(2), **toll), published=3)
    assert grouped(first, open_) == [["a#i1", "m#i1"]]
    assert grouped(first, open_, second) == [["a#i1"], ["b#i1"], ["m#i1"]]
    other = coded("b", incident(when=day(2), casualties=(killed(70),)), published=3)
    assert grouped(first, open_, other) == [["a#i1", "m#i1"], ["b#i1"]]


def test_a_refused_link_is_reported_as_unsure() -> None:
    every = events([coded("a", incident("i1"), incident("i2")), coded("b")])
    found = cluster(every, pairs(every))
    doubts = [k for links in found.doubts.values() for k in links]
    assert {k.judgement for k in doubts} == {"unsure"}
    assert all(k.why[0] == "held apart: one article tells them as two incidents" for k in doubts)


def test_pairs_are_made_once_and_grow_with_the_records_not_with_their_square() -> None:
    def count(n: int) -> int:
        towns = sorted(("Kadugli", "Dilling", "Taiz"))
        found = list(pairs([event(f"{i}", when=day(1 + i % 9), where=town(towns[i % 3])) for i in range(n)]))
        assert len(found) == len(set(found))
        assert all(i < j for i, j in found)
        return len(found)

    assert count(6000) < 2.5 * count(3000)


def test_neighbouring_days_are_compared_and_far_ones_not() -> None:
    every: list[Event] = [event("a"), event("b", when=day(2)), event("c", when=day(4))]
    assert list(pairs(every)) == [(0, 1)]


def test_one_story_is_compared_wherever_it_was_placed_but_not_on_days_far_apart() -> None:
    texts = {"a": (day(1), town("Kadugli")), "b": (day(1), Where()), "c": (day(4), town("Kadugli"))}
    every = events([coded(name, incident(when=w, where=p), text=MARKET) for name, (w, p) in texts.items()])
    assert list(pairs(every)) == [(0, 1)]


def test_the_order_of_the_input_changes_nothing() -> None:
    rng = random.Random(7)
    towns = ("Kadugli", "Dilling", "Taiz")
    articles = [
        coded(f"a{n}", incident(when=day(rng.choice([1, 2, None])), where=town(rng.choice(towns)), casualties=(killed(rng.choice([3, 12, 14])),)))
        for n in range(40)
    ]  # fmt: skip
    expected = grouped(*articles)
    for _ in range(3):
        rng.shuffle(articles)
        assert grouped(*articles) == expected
