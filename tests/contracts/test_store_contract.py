"""What every store keeps to: SQLite and PostgreSQL alike."""

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace
from sqlalchemy import delete, func, insert, select, text, update

from cases import KUTUM, dump, many, read, take
from dateline.casefile.decide import set_grade
from dateline.casefile.merging import merge_case, pending
from dateline.merge import merge
from dateline.store import opening
from dateline.store.case import Case
from dateline.store.errors import CaseError
from dateline.store.incidents import Filter, chosen, found
from dateline.store.log import entries
from dateline.store.opening import open_case
from dateline.store.reports import every, named
from dateline.store.schema import codings, decisions, incidents, log, reports, texts
from dateline.store.verify import verify


@pytest.fixture
def case(place: str) -> Iterator[Case]:
    with open_case(place, create=True) as opened:
        yield opened


def count(case: Case, table: object) -> int:
    with case.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)  # type: ignore[arg-type]


def sound(case: Case) -> str | None:
    with case.reading() as connection:
        return verify(connection).problem


def test_a_text_is_stored_once_and_its_reports_are_many(case: Case) -> None:
    done = take(
        case,
        [
            read(KUTUM, "a", publisher="One"),
            read(KUTUM, "b", publisher="Two"),
            read(KUTUM, "c", url="https://x.example/"),
        ],
    )
    assert [one.state for one in done] == ["added"] * 3
    assert (count(case, texts), count(case, reports)) == (1, 3)
    with case.reading() as connection:
        assert {r.text for r in every(connection)} == {KUTUM}
        assert [r.coded.article.id for r in every(connection)] == ["a", "b", "c"]


def test_the_same_report_again_changes_nothing(case: Case) -> None:
    first = [read(KUTUM, "a", publisher="One")]
    take(case, first)
    before = dump(case)
    done = take(case, [*first, read(KUTUM, "other-id", publisher="One", url="https://one.example/2"), *first])
    assert [one.state for one in done] == ["known"] * 3
    assert dump(case) == before


def test_new_text_under_a_url_is_a_revision_and_both_are_kept(case: Case) -> None:
    url = "https://one.example/1"
    done = take(case, [read(t, f"r{n}", url=url) for n, t in enumerate((KUTUM, KUTUM + " Corrected.", KUTUM))])
    assert [one.state for one in done] == ["added", "revision", "known"]
    with case.reading() as connection:
        first, second = every(connection)
    assert (first.report.revises, second.report.revises) == (None, first.report.id)


def test_revisions_of_a_page_without_an_outlet_are_one_voice(case: Case) -> None:
    url = "https://one.example/1"
    take(
        case,
        [
            read(
                KUTUM.replace("5", n).replace(", the mayor said", ""), f"r{n}", url=url, published=date(2024, 3, int(n))
            )
            for n in "57"
        ],
    )
    merge_case(case)
    with case.reading() as connection:
        (one,) = chosen(connection, Filter())
    assert one.sourcing.text == "2 reports, 1 independent voice"
    (toll,) = one.casualties
    assert (toll.low, toll.high, toll.state) == (7, 7, "revised")


def test_one_id_given_to_two_reports_stays_two_names(case: Case) -> None:
    done = take(case, [read(KUTUM, "same", publisher="One"), read(KUTUM, "same", publisher="Two")])
    assert done[0].name == "same"
    assert done[1].name.startswith("same~")
    with case.reading() as connection:
        assert [named(connection, d.name).report.publisher for d in done] == ["One", "Two"]  # type: ignore[union-attr]


@pytest.mark.parametrize("text", [KUTUM + "\0\0 End.", "Zero \0" + KUTUM, KUTUM + " \U0001f4a5 ‮ ￿"])
def test_any_text_comes_back_as_it_was(case: Case, text: str) -> None:
    odd = "name \0"
    take(case, [read(text, odd, title=odd, publisher=odd, url=odd)])
    with case.reading() as connection:
        (only,) = every(connection)
    assert only.text == text
    assert only.report.name == "name �"
    assert only.coded.article.sha256 == only.report.sha256
    merge_case(case)
    assert sound(case) is None


def test_what_could_not_be_coded_is_kept_and_what_has_no_text_is_refused(case: Case) -> None:
    import msgspec

    bad = msgspec.structs.replace(read("", "empty"), codable=False)
    done = take(case, [read("FAIL-THIS", "x"), bad, read(KUTUM, "a")])
    assert {(d.state, d.name, bool(d.failed)) for d in done} == {
        ("added", "x", True), ("refused", "empty", True), ("added", "a", False),
    }  # fmt: skip
    assert count(case, reports) == 2


def test_incidents_are_those_of_the_same_records_merged_without_a_casefile(case: Case) -> None:
    take(case, many(30))
    done = merge_case(case)
    with case.reading() as connection:
        stateless = list(merge([r.coded for r in every(connection)]))
        kept = list(chosen(connection, Filter()))
    assert done.changed.total == len(stateless) > 20
    assert sorted(kept, key=lambda i: i.incident_id) == sorted(stateless, key=lambda i: i.incident_id)


def test_merging_again_changes_nothing_and_a_new_report_makes_no_other_incident(case: Case) -> None:
    take(case, many(12))
    merge_case(case)
    before = dump(case)
    again = merge_case(case)
    assert (again.fresh, again.changed.new, again.changed.altered, again.changed.gone) == (False, 0, 0, 0)
    assert dump(case) == before
    take(case, [read(many(1)[0].article.text + " Later.", "new", publisher="Three")])
    with case.reading() as connection:
        assert pending(connection) == 1
    with case.reading() as connection:
        old = {one.incident_id: one for one in chosen(connection, Filter())}
    later = merge_case(case)
    with case.reading() as connection:
        new = {one.incident_id: one for one in chosen(connection, Filter())}
    assert (later.changed.new, later.changed.gone) == (0, 0)
    assert old.keys() == new.keys()
    grown = [i for i in old if len(new[i].reports) > len(old[i].reports)]
    assert len(grown) == 1
    # What the reports of a run share weighs less the more of them share it, so links of others may be scored anew.
    assert all(replace(new[i], links=()) == replace(old[i], links=()) for i in old.keys() - set(grown))


def test_incidents_are_listed_filtered_and_found(case: Case) -> None:
    take(case, many(30))
    merge_case(case)
    with case.reading() as connection:

        def ids(**wanted: object) -> list[str]:
            return [i.incident_id for i in chosen(connection, Filter(**wanted))]  # type: ignore[arg-type]

        whole = list(chosen(connection, Filter()))
        assert [i.when.start for i in whole] == sorted(i.when.start for i in whole if i.when.start)
        kutum = [i.incident_id for i in whole if i.where.name == "Kutum"]
        assert ids(words="kutum shelling") == kutum
        assert ids(words='kutum" OR mellit') == ids(words="nowhere") == ids(country="XX") == []
        day = whole[3].when.start
        assert ids(since=day, until=day) == [i.incident_id for i in whole if i.when.start == day]
        assert ids(limit=2, type="shelling") == [i.incident_id for i in whole[:2]]
        one = whole[0]
        assert found(connection, one.incident_id[:8]) == found(connection, one.articles[0]) == [one]
        assert found(connection, f"{one.reports[0].article}#{one.reports[0].incident}") == [one]
        assert found(connection, "%") == found(connection, "no-such") == []


def test_a_fresh_casefile_and_a_used_one_verify(case: Case) -> None:
    assert sound(case) is None
    take(case, many(6))
    merge_case(case)
    with case.reading() as connection:
        first, *_ = chosen(connection, Filter())
    set_grade(case, first.incident_id, "Confirmed", by="Ada")
    assert sound(case) is None
    merge_case(case)
    with case.reading() as connection:
        found = verify(connection)
        assert found.problem is None
        assert verify(connection, found.head[:20]).problem is None
        assert "cut off" in (verify(connection, "beef").problem or "")


HARM = {
    "a log entry": (lambda c: c.execute(update(log).where(log.c.seq == 3).values(by="nobody")), 3, "hash"),
    "a missing entry": (lambda c: c.execute(delete(log).where(log.c.seq == 2)), 3, "entry 2 is missing"),
    "a hash": (lambda c: c.execute(update(log).where(log.c.seq == 4).values(hash="0" * 64)), 4, "hash"),
    "a text": (lambda c: c.execute(update(texts).values(content=b"other")), 1, "its text"),
    "a report": (lambda c: c.execute(update(reports).where(reports.c.seq == 2).values(publisher="Nobody")), 2, "its report"),
    "a coding": (lambda c: c.execute(update(codings).values(coded=func.replace(codings.c.coded, '"low":3', '"low":9'))), 4, "its coding"),
    "a decision": (lambda c: c.execute(update(decisions).values(data="{}")), 8, "its decision"),
    "an incident": (lambda c: c.execute(update(incidents).values(record="{}")), 9, "its incidents"),
    "a missing decision": (lambda c: c.execute(delete(decisions)), 8, "its decision"),
}  # fmt: skip


@pytest.mark.parametrize("what", HARM)
def test_the_first_broken_entry_is_named(case: Case, what: str) -> None:
    take(
        case, [read(f"On 2024-03-0{n} shelling killed {n} in Kutum.", f"a{n}", publisher="P") for n in range(1, 8)][:6]
    )
    merge_case(case)  # entry 7
    with case.reading() as connection:
        first, *_ = chosen(connection, Filter())
    set_grade(case, first.incident_id, "Discounted", by="Ada")  # entry 8
    merge_case(case)  # entry 9
    assert sound(case) is None
    harm, seq, words = HARM[what]
    if what == "a coding":
        seq = 3
    with case.writing() as writer:
        harm(writer.connection)
    with case.reading() as connection:
        problem = verify(connection)
    assert problem.entry is not None
    assert problem.entry.seq == seq
    assert words in (problem.problem or "")


def test_rows_that_no_entry_tells_of_are_found(case: Case) -> None:
    take(case, many(2))
    with case.writing() as writer:
        writer.connection.execute(insert(texts).values(sha256="f" * 64, content=b"x"))
    assert "no entry tells of" in (sound(case) or "")
    with case.writing() as writer:
        writer.connection.execute(delete(log).where(log.c.seq == count(case, log)))
    assert "no entry tells of" in (sound(case) or "")


def test_a_transaction_that_fails_leaves_nothing(case: Case) -> None:
    before = dump(case)

    def fail() -> None:
        with case.writing() as writer:
            writer.log("ingest", {"report": "x"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert dump(case) == before


def test_opened_for_reading_nothing_can_be_changed(case: Case, place: str) -> None:
    take(case, many(2))
    with open_case(place, write=False) as quiet:
        assert dump(quiet) == dump(case)
        with pytest.raises(CaseError, match="read-only"), quiet.writing():
            pass
        with pytest.raises(CaseError, match="read-only"), quiet.reading() as connection:
            connection.execute(delete(log))


def test_where_there_is_no_casefile_only_ingest_makes_one(place: str) -> None:
    with pytest.raises(CaseError, match="dateline ingest makes one"):
        open_case(place)


def test_a_newer_schema_is_left_alone(case: Case, place: str) -> None:
    take(case, many(2))
    with case.writing() as writer:
        writer.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = dump(case)
    for write in (True, False):
        with pytest.raises(CaseError, match="made by a newer dateline"):
            open_case(place, create=True, write=write)
    assert dump(case) == before


def test_a_writer_that_waits_too_long_says_so(case: Case, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.1)
    with open_case(place, wait=0.1) as second, case.writing() as writer:
        writer.log("note", {})
        with pytest.raises(CaseError, match="in use by another process") as caught, second.writing():
            pass
        assert "\n" not in str(caught.value)
    assert [e.action for e in _entries(case)] == ["note"]


def test_two_writers_in_turn_make_one_chain(case: Case, place: str) -> None:
    with open_case(place) as second:
        for n in range(4):
            take((case, second)[n % 2], many(2, start=2 * n))
    assert sound(case) is None
    assert count(case, log) == count(case, reports)


def _entries(case: Case) -> list[object]:
    with case.reading() as connection:
        return list(entries(connection))
