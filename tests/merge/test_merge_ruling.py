"""Rulings of people on made-up records."""

import msgspec
import pytest

from dateline.merge import merge
from dateline.model.decision import Anchor, Ruling
from dateline.model.incident import Coded


def coded(name: str, day: str, town: str = "Kutum", lat: float = 14.2, killed: int = 5) -> Coded:
    raw = {
        "article": {"id": name, "publisher": name, "published": day, "sha256": name * 8, "chars": 1},
        "incidents": [
            {
                "id": "i",
                "type": "shelling",
                "acled": {"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike"},
                "when": {"start": day, "end": day, "precision": "day", "basis": "stated"},
                "where": {"name": town, "text": town, "lat": lat, "lon": 24.6, "radius_km": 5, "precision": "settlement", "country": "SD"},
                "casualties": [{"outcome": "killed", "group": "unknown", "low": killed, "high": killed, "kind": "exact"}],
            }
        ],
    }  # fmt: skip
    return msgspec.convert(raw, Coded)


EVERY = [
    coded("a", "2024-03-01"),
    coded("b", "2024-03-01"),
    coded("c", "2024-03-01"),
    coded("d", "2024-06-01", "Omdurman", 15.6),
]


def ruling(judgement: str, left: str, right: str) -> Ruling:
    one, two = (tuple(Anchor(report=name, incident="i") for name in side) for side in (left, right))
    return Ruling(by="Ada", at="2024-07-01T00:00:00Z", judgement=judgement, left=one, right=two)  # type: ignore[arg-type]


def groups(*rulings: Ruling) -> list[str]:
    return sorted("".join(i.articles) for i in merge(EVERY, rulings))


def test_without_rulings_the_scores_decide() -> None:
    assert groups() == ["abc", "d"]


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ([("different", "a", "b")], {"ac|b|d", "a|bc|d"}),
        ([("different", "a", "bc")], {"a|bc|d"}),
        ([("same", "a", "d")], {"abcd"}),
        ([("same", "abc", "d")], {"abcd"}),
        ([("same", "abc", "d"), ("different", "b", "acd")], {"acd|b"}),
        ([("different", "b", "acd"), ("same", "abc", "d")], {"abcd"}),
        ([("same", "abc", "d"), ("different", "b", "acd"), ("same", "b", "d")], {"ac|bd"}),
        ([("same", "a", "z")], {"abc|d"}),
    ],
)
def test_the_latest_ruling_is_heard_first(rulings: list[tuple[str, str, str]], expected: set[str]) -> None:
    assert "|".join(groups(*(ruling(*r) for r in rulings))) in expected


def test_one_person_keeps_two_apart_though_a_third_is_one_with_both() -> None:
    found = groups(ruling("different", "a", "b"))
    assert not any("a" in g and "b" in g for g in found)


def test_the_order_of_reports_changes_no_byte() -> None:
    rulings = [ruling("different", "a", "b"), ruling("same", "c", "d")]
    one = [msgspec.json.encode(i) for i in merge(EVERY, rulings)]
    assert [msgspec.json.encode(i) for i in merge(EVERY[::-1], rulings)] == one


def test_a_ruling_in_force_is_a_link_and_one_overruled_is_none() -> None:
    (whole, *_) = merge(EVERY, [ruling("different", "a", "d"), ruling("same", "abc", "d")])
    (link,) = [k for k in whole.links if k.by]
    assert (link.judgement, link.score, link.why) == ("same", 1.0, ("said by Ada on 2024-07-01",))
