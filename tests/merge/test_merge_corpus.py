"""Real coding and merging of invented reports: 76 reports on 30 incidents."""

import json
import random
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from dateline.jobs import Options, code_all
from dateline.merge import merge
from dateline.model.incident import Coded
from dateline.model.merged import MergedIncident
from dateline.sources.read import read_inputs
from merge.gold import CORPUS, b_cubed, labels, system

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "gold" / "seed.txt"


def code(path: Path) -> list[Coded]:
    done = code_all(read_inputs([str(path)]), Options(with_text=True), jobs=1)
    return [msgspec.json.decode(one.line, type=Coded) for one in done]


@pytest.fixture(scope="module")
def coded() -> list[Coded]:
    return code(CORPUS / "reports.jsonl")


@pytest.fixture(scope="module")
def merged(coded: list[Coded]) -> list[MergedIncident]:
    return list(merge(coded))


def find(merged: list[MergedIncident], article: str) -> MergedIncident:
    return max((m for m in merged if article in m.articles), key=lambda m: len(m.articles))


def test_the_corpus_is_as_large_as_it_says(coded: list[Coded]) -> None:
    gold = labels()
    assert len(coded) == len(gold) == 76
    assert len({label for told in gold.values() for label in told}) == 30


def test_reports_of_one_incident_come_together(coded: list[Coded], merged: list[MergedIncident]) -> None:
    precision, _, f1 = b_cubed(system(coded, merged, labels()))
    assert f1 >= 0.92
    assert precision >= 0.95


def test_no_two_days_or_towns_become_one(coded: list[Coded], merged: list[MergedIncident]) -> None:
    told = {(one.article.id, i.id): i for one in coded for i in one.incidents}
    for m in merged:
        days = {(w.start, w.end) for r in m.reports if (w := told[r.article, r.incident].when).start}
        assert len(days) <= 1, m.articles
        points = [w for r in m.reports if (w := told[r.article, r.incident].where).precision == "settlement"]
        for a, b in combinations(points, 2):
            assert a.gazetteer_id is None or b.gazetteer_id is None or a.gazetteer_id == b.gazetteer_id


def test_gold_incidents_are_not_mixed(coded: list[Coded], merged: list[MergedIncident]) -> None:
    mixed = defaultdict(set)
    for (article, label), cluster in system(coded, merged, labels()).items():
        if article != "kad4":  # the coder reads its two strikes as one incident
            mixed[cluster].add(label)
    assert [names for names in mixed.values() if len(names) > 1] == []


def test_the_wrong_day_is_asked_about(merged: list[MergedIncident]) -> None:
    found = find(merged, "mog3")
    assert found.articles == ("mog3",)
    assert any(k.judgement == "unsure" and "mog1" in k.left for k in found.links)


def test_voices_are_counted_by_who_knows(merged: list[MergedIncident]) -> None:
    assert find(merged, "kad1").sourcing.text == "4 reports, 2 independent voices"
    assert find(merged, "kab1").sourcing.independent == 2
    sources = {v.name: v.articles for v in find(merged, "dez1").voices}
    assert sources["military source"] == ("dez1", "dez3")  # SANA's own dispatch, and an outlet that quotes SANA
    assert find(merged, "jen1").sourcing.text == "3 reports, 1 independent voice, a belligerent among them"


def test_tolls_are_agreed_revised_or_disputed(merged: list[MergedIncident]) -> None:
    state = {
        m.articles[0]: t.state for m in merged for t in m.casualties if t.outcome == "killed" and len(m.articles) > 1
    }
    assert (state["bin1"], state["kha1"], state["maa1"]) == ("agreed", "revised", "disputed")


def test_grades_say_why(merged: list[MergedIncident]) -> None:
    assert find(merged, "ari1").grade.proposed == "Contested"
    assert find(merged, "tai1").grade.reasons[0] == "Houthis, named as responsible, denies it."
    assert all(m.grade.reasons for m in merged)


def test_the_same_bytes_in_any_order(coded: list[Coded], merged: list[MergedIncident]) -> None:
    shuffled = list(coded)
    random.Random(3).shuffle(shuffled)
    assert msgspec.json.encode(list(merge(shuffled))) == msgspec.json.encode(merged)


def test_without_texts_copies_are_still_known_by_hash(coded: list[Coded]) -> None:
    bare = [msgspec.structs.replace(c, article=msgspec.structs.replace(c.article, text=None)) for c in coded]
    assert b_cubed(system(coded, merge(bare), labels()))[2] >= 0.9


@pytest.mark.skipif(not SEED.exists(), reason="the sample article is not there: ../shared/gold/seed.txt")
def test_the_sample_article_and_three_rival_reports(tmp_path: Path) -> None:
    path = tmp_path / "al-bab.jsonl"
    sample = {"id": "seed", "text": SEED.read_text(encoding="utf-8")}
    rivals = (ROOT / "examples" / "al-bab.jsonl").read_text(encoding="utf-8")
    path.write_text(json.dumps(sample) + "\n" + rivals, encoding="utf-8")
    found = [m for m in merge(code(path)) if m.type == "killing" and m.where.name == "al-Bab"]
    assert len(found) == 1
    one = found[0]
    assert one.articles == ("damascus", "monitor", "rival", "seed")
    killed = next(t for t in one.casualties if t.outcome == "killed")
    assert {(c.low, c.high) for c in killed.claims} == {(37, None), (40, 40), (25, 25)}
    assert (killed.state, killed.sides) == ("disputed", ((25, 25), (40, 40)))
    assert one.sourcing.text == "4 reports, 3 independent voices, a belligerent among them"
    assert one.grade.proposed == "Contested"
    assert one.grade.reasons[0] == "Competing claims of responsibility: Islamic State, Turkish-backed rebels."
