"""Scores against gold made by hand: what is right counts, what is wrong is listed."""

import io
import itertools
import json
import random
from datetime import date
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

import fake_coder
from dateline.evaluate import GoldError, Report, evaluate, print_report, read_gold, write_report
from dateline.evaluate.align import assign
from dateline.evaluate.compare import sums
from dateline.evaluate.names import same_actor, same_place
from dateline.model.incident import Casualty, Coded, Incident

GOLD: dict[str, object] = {
    "published": "2024-03-14",
    "incidents": [
        {
            "type": "shelling",
            "acled": {
                "event_type": "Explosions/Remote violence",
                "sub_event_type": "Shelling/artillery/missile attack",
            },
            "when": {"start": "2024-03-13", "end": "2024-03-13", "precision": "day", "basis": "relative"},
            "where": {"name": "Old Souk", "country": "SD", "precision": "landmark", "lat": 13.63, "lon": 25.35},
            "actors": [{"role": "b", "name": "civilians", "kind": "civilians", "text": "12 civilians"}],
            "casualties": [
                {"outcome": "killed", "group": "civilians", "low": 12, "high": None, "kind": "at_least", "also": ["x"]}
            ],
            "claims": [{"speaker": "the regional hospital", "modality": "stated"}],
            "anchor": "shells hit the Old Souk",
        },
        {
            "type": "air_strike",
            "acled": {"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike"},
            "when": {"start": None, "end": "2024-03-14", "precision": "open", "basis": "bounded"},
            "where": {"name": "Mellit", "country": "SD", "precision": "near"},
            "actors": [{"role": "a", "name": "Sudanese army", "kind": "state_forces"}],
            "casualties": [{"outcome": "killed", "group": "combatants", "low": 40, "high": None, "kind": "vague"}],
            "claims": [
                {"speaker": "the army", "modality": "claimed"},
                {"speaker": "Col. Adam Saleh", "modality": "denied"},
            ],
            "anchor": "Army jets struck",
        },
    ],
    "background": [
        {
            "type": "killing",
            "acled": {"event_type": "Violence against civilians", "sub_event_type": "Attack"},
            "context": "background",
            "when": {"start": "2019-01-01", "end": None},
            "anchor": "More than 200 people have died",
        }
    ],
    "optional": [
        {
            "type": "looting",
            "acled": {"event_type": "Strategic developments", "sub_event_type": "Looting/property destruction"},
            "anchor": "trucks were burnt",
        }
    ],
}


def folder(path: Path, gold: dict[str, object]) -> Path:
    (path / "a.txt").write_text(fake_coder.TEXT, encoding="utf-8")
    (path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    return path


def measured(path: Path, gold: dict[str, object], change: Coded | None = None) -> Report:
    def code_many(articles: list[msgspec.Struct], kit: object) -> list[tuple[Coded, None]]:
        coded = change or fake_coder.sample()[0]
        return [(msgspec.structs.replace(coded, article=msgspec.structs.replace(coded.article, id="a")), None)]

    return evaluate(folder(path, gold), None, code_many)


def test_a_perfect_reading_scores_one_everywhere(tmp_path: Path) -> None:
    found = measured(tmp_path, GOLD)
    assert found.articles == 1
    actors = {("actors", "precision"), ("actors", "F1")}  # the gold names fewer parties than were printed
    for row in found.rows:
        if (row.field, row.measure) not in actors and row.measure != "sentences claimed per incident":
            assert row.value == (0.0 if row.lower else 1.0), row
    assert found.value("actors", "recall") == 1.0
    assert {miss.kind for miss in found.misses} <= {"actors: not in the gold"}


def wrong(incident: Incident, **changes: object) -> Coded:
    coded = fake_coder.sample()[0]
    items = tuple(
        msgspec.structs.replace(item, **changes) if item.id == incident.id else item for item in coded.incidents
    )
    return msgspec.structs.replace(coded, incidents=items)


def test_each_wrong_value_is_seen_in_its_field_only(tmp_path: Path) -> None:
    shelling = fake_coder.SHELLING
    swap = msgspec.structs.replace
    cases = {
        ("when", "exact"): wrong(shelling, when=swap(shelling.when, start=date(2024, 3, 12), end=date(2024, 3, 12))),
        ("place", "name"): wrong(
            shelling, where=swap(shelling.where, name="Kutum", text="Kutum", evidence=fake_coder.at("Kutum"))
        ),
        ("place", "within 25 km"): wrong(shelling, where=swap(shelling.where, lat=20.0)),
        ("killed", "low and high exact"): wrong(shelling, casualties=(swap(shelling.casualties[0], high=12),)),
        ("acled", "sub-event type"): wrong(shelling, acled=swap(shelling.acled, sub_event_type="Grenade")),
        ("claims", "speaker"): wrong(shelling, claims=()),
    }
    for (field, measure), coded in cases.items():
        found = measured(tmp_path, GOLD, coded)
        assert found.value(field, measure) < 1.0, (field, measure)  # type: ignore[operator]
        assert [miss for miss in found.misses if miss.kind == f"{field}: {measure}" and miss.article == "a"]
        for other in ("when", "place", "killed", "acled", "claims"):
            if other != field:
                assert not [miss for miss in found.misses if miss.kind.startswith(other)], (field, other)


def test_within_a_day_is_kinder_than_exact(tmp_path: Path) -> None:
    when = msgspec.structs.replace(fake_coder.SHELLING.when, start=date(2024, 3, 12))
    found = measured(tmp_path, GOLD, wrong(fake_coder.SHELLING, when=when))
    assert found.value("when", "exact") == 0.5
    assert found.value("when", "within a day") == 1.0
    assert found.value("incidents", "sub-event, dates, place, killed all right") == 0.5


def test_other_readings_that_the_gold_accepts_are_right(tmp_path: Path) -> None:
    gold = json.loads(json.dumps(GOLD))
    gold["incidents"][0]["when"]["start"] = "2024-03-12"
    gold["incidents"][0]["acled"]["sub_event_type"] = "Grenade"
    assert measured(tmp_path, gold).value("when", "exact") == 0.5
    gold["incidents"][0]["accept"] = {
        "when": [["2024-03-13", "2024-03-13"]],
        "sub_event_types": ["Shelling/artillery/missile attack"],
    }
    found = measured(tmp_path, gold)
    assert found.value("when", "exact") == 1.0
    assert found.value("acled", "sub-event type") == 1.0


def test_background_told_as_news_and_inventions_are_errors(tmp_path: Path) -> None:
    coded, _, _ = fake_coder.sample()
    told = msgspec.structs.replace(coded, incidents=(*coded.incidents, *coded.background), background=())
    found = measured(tmp_path, GOLD, told)
    assert found.value("background", "printed as news") == 1.0
    assert found.value("background", "found") == 0.0
    assert found.value("background", "news that is gold background") == pytest.approx(1 / 3)
    entry = Casualty(outcome="injured", group="unknown", low=3, high=3, kind="exact")
    made_up = wrong(fake_coder.STRIKE, casualties=(*fake_coder.STRIKE.casualties, entry))
    found = measured(tmp_path, GOLD, made_up)
    assert found.value("casualties", "invented") == pytest.approx(1 / 3)
    assert [miss.printed for miss in found.misses if miss.kind == "casualties: invented"] == ["3 injured (None)"]


def test_what_is_missing_and_what_is_too_much(tmp_path: Path) -> None:
    coded, _, _ = fake_coder.sample()
    found = measured(tmp_path, GOLD, msgspec.structs.replace(coded, incidents=coded.incidents[:1]))
    assert (found.value("incidents", "precision"), found.value("incidents", "recall")) == (1.0, 0.5)
    gold = dict(GOLD, optional=[])
    found = measured(tmp_path, gold)
    assert found.value("incidents", "precision") == pytest.approx(2 / 3)
    assert "incidents: not in the gold" in {miss.kind for miss in found.misses}
    bad = wrong(fake_coder.STRIKE, where=msgspec.structs.replace(fake_coder.STRIKE.where, evidence=(0, 6)))
    value = measured(tmp_path, GOLD, bad).value("evidence", "valid spans")
    assert value is not None
    assert 0.9 < value < 1.0


def test_the_report_is_printed_and_written(tmp_path: Path) -> None:
    found = measured(tmp_path, GOLD, wrong(fake_coder.SHELLING, claims=()))
    out = io.StringIO()
    print_report(found, Console(file=out, width=120), 1)
    assert "the regional hospital" in out.getvalue()
    write_report(found, tmp_path / "out.json")
    assert msgspec.json.decode((tmp_path / "out.json").read_bytes(), type=Report) == found


def test_gold_is_checked(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no NAME\.txt"):
        read_gold(tmp_path)
    gold = json.loads(json.dumps(GOLD))
    gold["incidents"][0]["anchor"] = "killed by nobody"
    with pytest.raises(GoldError, match="stands 0 times"):
        read_gold(folder(tmp_path, gold))
    (tmp_path / "a.json").write_bytes(b"{")
    with pytest.raises(GoldError, match=r"a\.json"):
        read_gold(tmp_path)


def test_the_assignment_is_the_best_there_is() -> None:
    rng = random.Random(7)
    for _ in range(60):
        rows, columns = rng.randint(1, 5), rng.randint(1, 5)
        weights = [[rng.choice([None, float(rng.randint(100, 120))]) for _ in range(columns)] for _ in range(rows)]
        best = (0, 0.0)
        for picked in itertools.product([None, *range(columns)], repeat=rows):
            taken = [c for c in picked if c is not None]
            values = [weights[r][c] for r, c in enumerate(picked) if c is not None]
            if len(set(taken)) == len(taken) and None not in values:
                best = max(best, (len(values), sum(v for v in values if v is not None)))
        found = assign(weights)
        assert len(set(found.values())) == len(found)
        assert (len(found), sum(weights[r][c] or 0.0 for r, c in found.items())) == best
    assert assign([]) == {}
    assert assign([[None]]) == {}


def test_running_tolls_are_not_added_and_shared_figures_once() -> None:
    entry = fake_coder.SHELLING.casualties[0]
    swap = msgspec.structs.replace
    item = swap(
        fake_coder.SHELLING,
        casualties=(
            swap(entry, high=12, shared="s"),
            swap(entry, high=12, shared="s"),
            swap(entry, low=3, high=3),
            swap(entry, low=99, cumulative=True),
        ),
    )
    assert sums(item, "killed") == (15, 15)
    assert sums(item, "injured") is None
    assert sums(swap(item, casualties=(entry, swap(entry, low=3, high=3))), "killed") == (15, None)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("al-Bab", "Al Bab", True),
        ("al- Hamidiyah", "Hamidiyah", True),
        ("Ségou", "Segou", True),
        ("Tsafe", "the town of Tsafe", True),
        ("Kutum, North Darfur", "Kutum", True),
        ("Homs", "Hama", False),
        ("Niger", "Nigeria", False),
    ],
)
def test_places_are_the_same_whatever_their_spelling(left: str, right: str, same: bool) -> None:
    assert same_place(left, right) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Syrian armed forces", "Syria's army", True),
        ("Nigerian police", "Nigeria police", True),
        ("Islamic State", "ISIS", True),
        ("gunmen", "unidentified armed group", True),
        ("civilians", "villagers", True),
        ("Nigerian police", "Nigerian army", False),
        ("Nigerien army", "Nigerian army", False),
        ("Taliban", "Islamic State", False),
        ("Hamas", "", False),
    ],
)
def test_parties_are_the_same_whatever_they_are_called(left: str, right: str, same: bool) -> None:
    assert same_actor((left,), (right,)) is same
