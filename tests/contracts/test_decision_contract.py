"""What a person decides holds, in both stores: over every score, until it is taken back, and when newer rules read the words anew."""

from collections.abc import Iterator

import msgspec
import pytest

import case_coder
from cases import OPTIONS, read, take
from dateline.casefile.decide import join, judge, labels, rule, set_grade, split, undo
from dateline.casefile.merging import merge_case
from dateline.casefile.recode import compare
from dateline.casefile.statements import statements
from dateline.model.decision import Statement
from dateline.model.ledger import Difference, Task
from dateline.model.merged import MergedIncident
from dateline.store.case import Case
from dateline.store.errors import CaseError
from dateline.store.incidents import Filter, chosen, tasks
from dateline.store.opening import open_case
from dateline.store.reports import named
from dateline.store.verify import verify

SHELLED = "On 2024-03-01 shelling killed {} in {}, {} said."


@pytest.fixture
def case(place: str) -> Iterator[Case]:
    with open_case(place, create=True) as opened:
        yield opened
        with opened.reading() as connection:
            assert verify(connection).problem is None


def merged(case: Case) -> list[MergedIncident]:
    merge_case(case)
    with case.reading() as connection:
        return list(chosen(connection, Filter()))


def queue(case: Case) -> list[Task]:
    with case.reading() as connection:
        return tasks(connection)


def said(case: Case, report: str, field: str) -> Statement:
    with case.reading() as connection:
        reading = named(connection, report)
    assert reading is not None
    return next(s for s in statements(reading.coded) if s.field == field)


def killed(incident: MergedIncident) -> tuple[int, int | None]:
    return next((t.low, t.high) for t in incident.casualties if t.outcome == "killed")


def groups(case: Case) -> list[list[str]]:
    return sorted(sorted(i.articles) for i in merged(case))


def test_a_correction_stands_in_the_place_of_the_reading(case: Case) -> None:
    take(case, [read(SHELLED.format(5, "Kutum", "the mayor"), "a", publisher="One")])
    about = said(case, "a", "casualties")
    verdict = judge(
        case, about, "correct", by="Ada", note="the list says 6", correction=about.value | {"low": 6, "high": 6}
    )
    (one,) = merged(case)
    assert killed(one) == (6, 6)
    undo(case, verdict.id, by="Ada")
    assert killed(merged(case)[0]) == (5, 5)


def test_a_rejection_takes_the_value_out_and_of_the_type_the_record(case: Case) -> None:
    take(case, [read(SHELLED.format(5, "Kutum", "the mayor"), "a", publisher="One")])
    judge(case, said(case, "a", "casualties"), "reject", by="Ada")
    (one,) = merged(case)
    assert (one.casualties, one.where.name) == ((), "Kutum")
    judge(case, said(case, "a", "where"), "reject", by="Ada")
    assert merged(case)[0].where.name is None
    whole = judge(case, said(case, "a", "type"), "reject", by="Ada")
    assert merged(case) == []
    undo(case, whole.id, by="Eve")
    assert len(merged(case)) == 1


def test_the_last_verdict_on_a_statement_holds(case: Case) -> None:
    take(case, [read(SHELLED.format(5, "Kutum", "the mayor"), "a", publisher="One")])
    about = said(case, "a", "casualties")
    judge(case, about, "reject", by="Ada")
    judge(case, about, "accept", by="Eve")
    assert killed(merged(case)[0]) == (5, 5)


def test_a_verdict_counts_for_verbatim_copies(case: Case) -> None:
    text = SHELLED.format(5, "Kutum", "the mayor")
    take(case, [read(text, "a", publisher="One"), read(text, "b", publisher="Two")])
    about = said(case, "a", "casualties")
    judge(case, about, "correct", by="Ada", correction=about.value | {"low": 6, "high": 6})
    (one,) = merged(case)
    assert killed(one) == (6, 6)
    assert one.sourcing.reports == 2


def test_what_cannot_be_decided_is_refused(case: Case) -> None:
    take(case, [read(SHELLED.format(5, "Kutum", "the mayor"), "a", publisher="One")])
    about = said(case, "a", "casualties")
    with pytest.raises(CaseError, match="name of the person"):
        judge(case, about, "accept", by=" ")
    with pytest.raises(CaseError, match="not a value of casualties"):
        judge(case, about, "correct", by="Ada", correction={"low": "many"})
    with pytest.raises(CaseError, match="goes with a verdict that corrects"):
        judge(case, about, "accept", by="Ada", correction=about.value)
    with pytest.raises(CaseError, match="not stated there"):
        judge(case, msgspec.structs.replace(about, id="0" * 16), "accept", by="Ada")
    with pytest.raises(CaseError, match="no such decision"):
        undo(case, "beef", by="Ada")
    with pytest.raises(CaseError, match="no such record"):
        rule(case, ["a#nothing"], ["a#e14"], "same", by="Ada")
    with pytest.raises(CaseError, match="no such report"):
        rule(case, ["z#e14"], ["a#e14"], "same", by="Ada")
    (one,) = merged(case)
    with pytest.raises(CaseError, match="not a grade"):
        set_grade(case, one.incident_id, "Proven", by="Ada")  # type: ignore[arg-type]
    with pytest.raises(CaseError, match="no such incident"):
        set_grade(case, "ffff", "Weak", by="Ada")


def three(case: Case) -> None:
    """Two outlets on one day of shelling, and one on another town."""
    take(
        case,
        [
            read(SHELLED.format(5, "Kutum", "the mayor"), "a", publisher="One"),
            read(SHELLED.format(5, "Kutum", "a doctor"), "b", publisher="Two"),
            read(SHELLED.format(9, "Ombada", "residents"), "c", publisher="Three"),
        ],
    )


def test_different_outranks_any_score_and_is_taken_back(case: Case) -> None:
    three(case)
    assert groups(case) == [["a", "b"], ["c"]]
    ruling = rule(case, ["a#e14"], ["b#e14"], "different", by="Ada", note="two strikes")
    assert groups(case) == [["a"], ["b"], ["c"]]
    first = next(i for i in merged(case) if i.articles == ("a",))
    link = next(k for k in first.links if k.by)
    assert (link.judgement, link.by, link.score) == ("different", "Ada", 0.0)
    assert "two strikes" in link.why[0]
    assert not [k for k in first.links if k.judgement == "unsure"]
    undo(case, ruling.id, by="Ada")
    assert groups(case) == [["a", "b"], ["c"]]


def test_incidents_are_joined_split_and_each_undone(case: Case) -> None:
    three(case)
    one, two = sorted(merged(case), key=lambda i: i.articles)
    joined = join(case, one.incident_id, two.incident_id, by="Ada")
    (whole,) = merged(case)
    assert whole.articles == ("a", "b", "c")
    with pytest.raises(CaseError, match="one incident already"):
        join(case, whole.incident_id, "c", by="Ada")
    cut = split(case, whole.incident_id, [x for x in labels(whole) if x.startswith("b#")], by="Eve")
    assert groups(case) == [["a", "c"], ["b"]]
    undo(case, cut.id, by="Eve")
    assert groups(case) == [["a", "b", "c"]]
    gone = undo(case, joined.id, by="Ada")
    assert groups(case) == [["a", "b"], ["c"]]
    undo(case, gone.id, by="Ada")
    assert groups(case) == [["a", "b", "c"]]
    with pytest.raises(CaseError, match="undone already"):
        undo(case, cut.id, by="Eve")
    with pytest.raises(CaseError, match="and not all"):
        split(case, "a", labels(merged(case)[0]), by="Ada")


def test_the_later_of_two_rulings_holds(case: Case) -> None:
    three(case)
    rule(case, ["a#e14"], ["c#e14"], "same", by="Ada")
    rule(case, ["c#e14"], ["a#e14", "b#e14"], "different", by="Eve")
    assert groups(case) == [["a", "b"], ["c"]]
    rule(case, ["b#e14"], ["c#e14"], "same", by="Ada")
    assert groups(case) == [["a"], ["b", "c"]]


def test_a_grade_that_a_person_set_stays_with_the_incident(case: Case) -> None:
    three(case)
    one, _ = sorted(merged(case), key=lambda i: i.articles)
    set_grade(case, one.incident_id, "Confirmed", by="Ada", note="the army accepted it")
    take(case, [read(SHELLED.format(6, "Kutum", "a nurse"), "early", publisher="Four", published=None)])
    found = next(i for i in merged(case) if "a" in i.articles)
    assert found.articles == ("a", "b", "early")
    assert found.grade.decided is not None
    assert (found.grade.decided.grade, found.grade.decided.by) == ("Confirmed", "Ada")
    assert found.grade.proposed in ("Weak", "Fair", "Contested")
    with case.reading() as connection:
        assert [i.articles for i in chosen(connection, Filter(grade="Confirmed"))] == [found.articles]
    set_grade(case, found.incident_id, None, by="Eve")
    assert next(i for i in merged(case) if "a" in i.articles).grade.decided is None


# --- newer rules


def recoded(case: Case, monkeypatch: pytest.MonkeyPatch, *, accept: bool) -> list[Difference]:
    monkeypatch.setattr(case_coder, "RULES", 2)
    return list(compare(case, OPTIONS, "2", jobs=1, accept=accept))


def test_newer_rules_show_every_change_before_they_are_taken(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    take(
        case,
        [read(SHELLED.format("scores", "Kutum", "the mayor"), "a"), read(SHELLED.format(5, "Nowhere", "one"), "b")],
    )
    before = merged(case)
    shown = recoded(case, monkeypatch, accept=False)
    assert [(d.report, d.rules_before, d.rules_now) for d in shown] == [("a", "1", "2"), ("b", "1", "2")]
    (toll,) = shown[0].changes
    assert (toll.sort, toll.field, toll.before["low"], toll.after["low"], toll.why) == (
        "changed",
        "casualties",
        20,
        40,
        "rules-2",
    )
    (gone,) = shown[1].changes
    assert (gone.sort, gone.field, gone.why) == ("gone", None, "no rule reads it any more")
    assert merged(case) == before
    assert recoded(case, monkeypatch, accept=True) == shown
    assert [killed(i) for i in merged(case)] == [(40, None)]
    assert recoded(case, monkeypatch, accept=True) == []


def test_a_verdict_stays_on_its_words_where_the_trigger_moved(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    take(
        case,
        [read(SHELLED.format("scores", "Kutum", "the mayor"), "a"), read(SHELLED.format(5, "Kutum", "a doctor"), "b")],
    )
    for report, judgement in (("a", "accept"), ("b", "reject")):
        judge(case, said(case, report, "casualties"), judgement, by="Ada")  # type: ignore[arg-type]
    judge(
        case,
        said(case, "a", "when"),
        "correct",
        by="Ada",
        correction={"start": "2024-03-02", "end": "2024-03-02", "precision": "day"},
    )
    judge(case, said(case, "b", "type"), "accept", by="Ada")
    before = said(case, "a", "casualties")
    shown = recoded(case, monkeypatch, accept=True)
    after = said(case, "a", "casualties")
    assert before.event.incident != after.event.incident
    assert before.evidence != after.evidence
    assert [d.loose for d in shown] == [(), ()]
    assert shown[0].changes[0].verdict == "accepted by Ada: the verdict stays"
    found = {i.articles: i for i in merged(case)}
    assert killed(found["a",]) == (20, None)  # what a person accepted, not what is read now
    assert str(found["a",].when.start) == "2024-03-02"
    assert found["b",].casualties == ()
    assert [task.kind for task in queue(case)] == ["link"]  # two days told in the same words: asked about


def test_a_verdict_without_words_goes_to_the_queue(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    take(
        case,
        [read(SHELLED.format(5, "Nowhere", "the mayor"), "a"), read(SHELLED.format("scores", "Kutum", "one"), "b")],
    )
    lost = judge(case, said(case, "a", "casualties"), "accept", by="Ada")
    doubted = judge(case, said(case, "b", "casualties"), "reject", by="Ada")
    shown = recoded(case, monkeypatch, accept=True)
    assert [v.id for d in shown for v in d.loose] == [lost.id]
    merged(case)
    asked = {t.data["id"] for t in queue(case) if t.kind == "verdict"}  # type: ignore[index]
    assert asked == {lost.id, doubted.id}  # the second rejected another value than is read now
    undo(case, lost.id, by="Ada")
    merged(case)
    assert [t.data["id"] for t in queue(case)] == [doubted.id]  # type: ignore[index]


def test_rulings_and_grades_follow_their_records(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    three(case)
    rule(case, ["a#e14"], ["b#e14"], "different", by="Ada")
    set_grade(case, next(i.incident_id for i in merged(case) if i.articles == ("c",)), "Discounted", by="Ada")
    recoded(case, monkeypatch, accept=True)
    assert groups(case) == [["a"], ["b"], ["c"]]
    last = next(i for i in merged(case) if i.articles == ("c",))
    assert last.reports[0].incident == "e23"
    assert last.grade.decided is not None


def test_a_ruling_whose_record_is_gone_goes_to_the_queue(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    take(case, [read(SHELLED.format(5, place, "one"), id) for id, place in (("a", "Nowhere"), ("b", "Kutum"))])
    ruling = rule(case, ["a#e14"], ["b#e14"], "same", by="Ada")
    assert groups(case) == [["a", "b"]]
    recoded(case, monkeypatch, accept=True)
    assert groups(case) == [["b"]]
    assert [(t.kind, t.data["id"]) for t in queue(case)] == [("ruling", ruling.id)]  # type: ignore[index]


def test_unsure_links_are_queued_with_both_incidents(case: Case) -> None:
    take(
        case,
        [
            read("On 2024-03-01 shelling killed 5 in Kutum.", "a", publisher="One"),
            read("On 2024-03-02 shelling killed 5 in Kutum.", "b", publisher="Two"),
        ],
    )
    whole = merged(case)
    links = [t for t in queue(case) if t.kind == "link"]
    assert [{t.incident, t.other} for t in links] == [{i.incident_id for i in whole}]
    rule(case, ["a#e14"], ["b#e14"], "different", by="Ada")
    merged(case)
    assert queue(case) == []
