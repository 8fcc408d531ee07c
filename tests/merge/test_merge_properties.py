"""Whatever the records say, merging comes to an end, loses none of them and keeps its promises."""

from datetime import date
from itertools import combinations
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge import merge
from dateline.merge.event import events
from dateline.model.incident import (
    Actor,
    ActorKind,
    Basis,
    Casualty,
    Coded,
    CountKind,
    DatePrecision,
    Figure,
    Group,
    Incident,
    Modality,
    Outcome,
    Part,
    PartGroup,
    PlacePrecision,
    Role,
    Victim,
    When,
    Where,
)
from dateline.model.merged import MergedIncident
from merge.make import coded, day, incident, says, town

_DAY = st.none() | st.dates(date(2024, 2, 27), date(2024, 3, 4))
_NAME = st.sampled_from(["Kadugli", "Kadougli", "Dilling", "al-Bab", "", "القاهرة", "\u202eevil", "a" * 200])
_SMALL = st.integers(0, 15)
_TOP = st.none() | st.integers(0, 20)
_WHEN = st.builds(When, start=_DAY, end=_DAY, precision=st.sampled_from(get_args(DatePrecision)), basis=st.sampled_from(get_args(Basis)), part=st.sampled_from([None, "morning", "evening", "odd"]))  # fmt: skip
_WHERE = st.builds(
    Where,
    text=st.none() | _NAME,
    name=st.none() | _NAME,
    lat=st.none() | st.sampled_from([11.0, 11.03, 12.0, -90.0, 90.0]),
    lon=st.none() | st.sampled_from([29.7, 29.75, 180.0, -180.0]),
    radius_km=st.none() | st.sampled_from([0.0, 4.0, 300.0, 1e9]),
    precision=st.sampled_from(get_args(PlacePrecision)),
    country=st.sampled_from([None, "SD", "SY"]),
    admin1=st.sampled_from([None, "South Kordofan", "Aleppo"]),
    gazetteer_id=st.sampled_from([None, "1", "2"]),
)
_FIGURE = st.builds(Figure, low=_SMALL, high=_TOP, kind=st.sampled_from(get_args(CountKind)))
_PART = st.builds(Part, group=st.sampled_from(get_args(PartGroup)), low=_SMALL, high=_TOP)
_CASUALTY = st.builds(
    Casualty,
    outcome=st.sampled_from(get_args(Outcome)[:2]),
    group=st.sampled_from(get_args(Group)),
    party=st.sampled_from([None, "sd-army"]),
    low=_SMALL,
    high=_TOP,
    kind=st.sampled_from(get_args(CountKind)),
    disputed=st.booleans(),
    also=st.lists(_FIGURE, max_size=2).map(tuple),
    shared=st.sampled_from([None, None, "s"]),
    cumulative=st.sampled_from([False, False, True]),
    parts=st.lists(_PART, max_size=1).map(tuple),
)
_ACTOR = st.builds(
    Actor,
    role=st.sampled_from(get_args(Role)),
    name=st.sampled_from(["Sudanese army", "SPLM", "gunmen"]),
    id=st.sampled_from([None, "sd-army", "splm"]),
    kind=st.sampled_from(get_args(ActorKind)),
)
_CLAIM = st.builds(
    says,
    st.sampled_from([None, "residents", "the army", "AFP", "a spokesman for the hospital", "", "'s", "of"]),
    st.sampled_from(get_args(Modality)),
    id=st.sampled_from([None, "sd-army"]),
)
_INCIDENT = st.builds(
    incident,
    st.sampled_from(["i1", "i2", "i3"]),
    type=st.just("shelling") | st.sampled_from(["shelling", "killing", "protest", "air_strike", "armed_clash", "agreement", "unheard_of"]),
    when=st.just(day(1)) | st.just(day(None)) | _WHEN,  # often alike, so that records do come together
    where=st.just(town("Kadugli")) | _WHERE,
    actors=st.lists(_ACTOR, max_size=2).map(tuple),
    casualties=st.lists(_CASUALTY, max_size=3).map(tuple),
    claims=st.lists(_CLAIM, max_size=3).map(tuple),
    victims=st.lists(st.builds(Victim, name=st.sampled_from([None, "Mariam Idris"]), outcome=st.just("killed")), max_size=1).map(tuple),
    sentences=st.sampled_from([(), ((0, 40),), ((5, 900), (-3, 2))]),
)  # fmt: skip
_TEXT = st.sampled_from([None, "", "Shells hit the market of Kadugli on Friday and killed twelve (AFP).", "x " * 90])
_ARTICLES = st.lists(
    st.builds(
        lambda name, found, day, publisher, text: coded(name, *found, published=day, publisher=publisher, text=text),
        st.sampled_from([f"a{n}" for n in range(9)]),
        st.lists(_INCIDENT, min_size=1, max_size=3, unique_by=lambda i: i.id),
        st.integers(1, 6),
        st.sampled_from([None, "AFP", "Post"]),
        _TEXT,
    ),
    max_size=9,
)


def _records(merged: list[MergedIncident]) -> list[tuple[str, str]]:
    return sorted((r.article, r.incident) for m in merged for r in m.reports)


@settings(max_examples=150, deadline=None)
@given(_ARTICLES, st.randoms(use_true_random=False))
def test_merging_keeps_its_promises(articles: list[Coded], rng: object) -> None:
    merged = list(merge(articles))
    every = events(articles)
    assert _records(merged) == sorted((e.article.id, e.incident.id) for e in every)
    by: dict[tuple[str, str, str], Incident] = {}
    for e in every:
        by[e.article.id, e.article.publisher or "", e.incident.id] = e.incident
    for m in merged:
        assert len({(r.article, r.publisher, r.sha256) for r in m.reports}) == len(m.reports)
        assert m.when.start is None or m.when.end is None or m.when.start <= m.when.end
        dated = [w for r in m.reports if (w := by[r.article, r.publisher or "", r.incident].when).start and w.end]
        for a, b in combinations(dated, 2):
            assert a.start
            assert b.start
            assert max(a.start, b.start) <= min(max(w.start, w.end or w.start) for w in (a, b) if w.start)
        for t in m.casualties:
            assert t.high is None or t.low <= t.high
            assert (t.state == "disputed") == bool(t.sides)
        assert m.grade.proposed in ("Weak", "Fair", "Contested")
        assert m.sourcing.independent <= len(m.voices)
        assert {v for c in m.claims for v in [c.voice]} <= {v.id for v in m.voices}
    ids = [m.incident_id for m in merged]
    assert len(set(ids)) == len(ids)
    line = msgspec.json.encode(merged)
    assert msgspec.json.encode(list(merge(reversed(articles)))) == line
    shuffled = list(articles)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert msgspec.json.encode(list(merge(shuffled))) == line
