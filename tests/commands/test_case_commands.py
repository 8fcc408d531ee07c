"""The commands on a casefile, from the command line, with a coder that is quick to start."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import case_coder
from cases import KUTUM
from dateline import jobs
from dateline.casefile.decide import judge, set_grade
from dateline.casefile.statements import statements
from dateline.cli import app
from dateline.store.opening import open_case
from dateline.store.reports import every

NAMED = "On 2024-03-01 shelling killed 5 (Mariam Idris) in Kutum, the mayor said."


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "dateline.coder", case_coder)
    jobs.load.cache_clear()
    yield
    jobs.load.cache_clear()


def run(*arguments: str, exit_code: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == exit_code, result.output
    return result.stdout, result.stderr


@pytest.fixture
def articles(tmp_path: Path) -> str:
    path = tmp_path / "articles.jsonl"
    records = [
        {"id": "a", "publisher": "One", "text": NAMED, "published": "2024-03-02"},
        {"id": "b", "publisher": "Two", "text": KUTUM, "published": "2024-03-02"},
        {"id": "c", "publisher": "Two", "text": KUTUM.replace("Kutum", "Mellit"), "published": "2024-03-02"},
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return str(path)


@pytest.fixture
def case(tmp_path: Path, articles: str) -> str:
    name = str(tmp_path / "case.db")
    run("ingest", name, articles)
    return name


def test_ingest_reports_each_article_and_the_sum(tmp_path: Path, articles: str) -> None:
    name = str(tmp_path / "case.db")
    out, err = run("ingest", name, articles)
    assert out.splitlines() == ["added\ta\t1", "added\tb\t1", "added\tc\t1"]
    assert err == "3 added\n"
    assert run("ingest", name, articles) == ("known\ta\t0\nknown\tb\t0\nknown\tc\t0\n", "3 known\n")


def test_an_article_that_cannot_be_coded_stops_no_other(tmp_path: Path, case: str) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x", "text": "FAIL-THIS"}\n{"id"\n{"id": "y", "text": "Quiet \\ud800 day \\u0000."}\n')
    out, err = run("ingest", case, str(bad), exit_code=1)
    assert [line.split("\t")[0] for line in out.splitlines()] == ["added", "refused", "added"]
    assert "told to fail" in err
    assert "is not JSON" in err
    assert run("verify", case)[0].startswith("sound: 5 entries")


def test_a_casefile_is_merged_listed_and_shown(case: str) -> None:
    assert "nothing is merged yet" in run("list", case)[1]
    out, _ = run("merge", case)
    assert out.startswith("3 reports, 2 incidents: 2 new, 0 changed, 0 gone")
    rows = [json.loads(line) for line in run("list", case)[0].splitlines()]
    assert sorted(r["articles"] for r in rows) == [["a", "b"], ["c"]]
    assert "2 incidents" in run("list", case, "--format", "table")[0]
    (row,) = [json.loads(line) for line in run("list", case, "--search", "mellit")[0].splitlines()]
    for name in (row["incident_id"], row["incident_id"][:6], "c", "c#" + row["reports"][0]["incident"]):
        assert json.loads(run("show", case, name)[0]) == row
    shown = run("show", case, "a", "--format", "table")[0]
    assert "Kutum, North Darfur, SD" in shown
    assert "2 reports" in shown
    assert run("show", case, "zzz", exit_code=2)[1] == "dateline: zzz: no such incident in the last merge\n"


def test_a_list_says_when_a_merge_is_due(case: str, tmp_path: Path) -> None:
    run("merge", case)
    assert run("list", case)[1] == ""
    more = tmp_path / "more.txt"
    more.write_text(KUTUM + " Again.")
    run("ingest", case, str(more))
    assert "run: dateline merge" in run("list", case)[1]


def test_the_queue_lists_unsure_links(case: str, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({"id": "d", "publisher": "Four", "text": KUTUM.replace("03-01", "03-02")}))
    run("ingest", case, str(more))
    assert "to look at: dateline list CASE --queue" in run("merge", case)[0]
    (task,) = [json.loads(line) for line in run("list", case, "--queue")[0].splitlines()][:1]
    assert (task["kind"], task["data"]["judgement"]) == ("link", "unsure")
    assert run("list", case, "--queue", "--format", "table")[0].startswith("link")


def test_who_reads_a_list_may_have_enough_of_it(case: str) -> None:
    with open_case(case, write=False) as opened, pytest.raises(BrokenPipeError), opened.reading():
        raise BrokenPipeError


def test_an_export_is_for_strangers_unless_asked_and_is_logged(case: str, tmp_path: Path) -> None:
    run("merge", case)
    for record in map(json.loads, run("export", case)[0].splitlines()):
        assert "Mariam" not in json.dumps(record)
        assert all(c["text"] is None for t in record["casualties"] for c in t["claims"])
    out = tmp_path / "incidents.jsonl"
    run("export", case, "-o", str(out), "--profile", "internal")
    assert "Mariam Idris" in out.read_text()
    entries = [json.loads(line) for line in run("log", case, "--last", "2")[0].splitlines()]
    assert [(e["action"], e["data"]["profile"]) for e in entries] == [("export", "public"), ("export", "internal")]
    assert "export" in run("log", case, "--format", "table")[0]
    assert run("export", case, "-o", str(tmp_path / "no" / "x"), exit_code=2)[1].startswith("dateline: ")


def test_verify_names_the_first_broken_entry(case: str) -> None:
    head = run("verify", case)[0].split()[-1]
    run("merge", case)
    assert run("verify", case, "--head", head)[0].startswith("sound: 4 entries")
    assert "cut off" in run("verify", case, "--head", "beef", exit_code=1)[0]
    with open_case(case) as held, held.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE codings SET coded = replace(coded, '\"low\":5', '\"low\":50')")
    out, _ = run("verify", case, exit_code=1)
    assert out.startswith("entry 1 (ingest, ")
    assert "its coding is gone, or is not what was stored" in out


def test_diff_shows_and_accepts(case: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from dateline.packs import ruleset

    assert "coded by other rules: 0 reports" in run("diff", case)[1]
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({"id": "d", "publisher": "Four", "text": KUTUM.replace("5", "scores")}))
    run("ingest", case, str(more))
    with open_case(case) as held:
        with held.reading() as connection:
            coded = next(r.coded for r in every(connection) if r.report.name == "d")
        judge(held, next(s for s in statements(coded) if s.field == "casualties"), "accept", by="Ada")
    monkeypatch.setattr(ruleset, "ruleset", lambda model=None: "2")
    monkeypatch.setattr(case_coder, "RULES", 2)
    out, err = run("diff", case, "--format", "table")
    assert "casualties: outcome killed, group unknown, low 20" in out
    assert "low 40" in out
    assert "why: rules-2" in out
    assert "verdict: accepted by Ada: the verdict stays" in out
    assert "coded by other rules: 4 reports; 4 values changed, 0 verdicts without words" in err
    assert len(run("diff", case, "--accept")[0].splitlines()) == 4
    assert "rules: 0 reports" in run("diff", case)[1]


def test_a_persons_grade_is_listed_and_shown(case: str) -> None:
    run("merge", case)
    with open_case(case) as held:
        set_grade(held, "c", "Discounted", by="Ada", note="a drill")
    run("merge", case)
    assert json.loads(run("list", case, "--grade", "Discounted")[0])["articles"] == ["c"]
    assert "set: Discounted · Ada" in run("show", case, "c", "--format", "table")[0]


def test_what_is_wrong_is_one_line(case: str, articles: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    none = str(tmp_path / "none.db")
    for command in (
        ["merge", none + "x"],
        ["list", none],
        ["show", none, "x"],
        ["log", none],
        ["verify", none],
        ["export", none],
        ["diff", none],
    ):
        out, err = run(*command, exit_code=2)
        assert (out, err.count("\n")) == ("", 1)
    assert "not a casefile" in run("ingest", articles, articles, exit_code=2)[1]
    assert "one casefile alone" in run("merge", case, articles, exit_code=2)[1]
    assert "YYYY-MM-DD" in run("list", case, "--since", "soon", exit_code=2)[1]
    monkeypatch.setitem(sys.modules, "dateline.store.opening", None)
    assert "dateline[case]" in run("list", case, exit_code=2)[1]


@pytest.mark.parametrize("command", ["ingest", "list", "show", "log", "verify", "export", "diff"])
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    out, _ = run(command, "--help")
    assert f"dateline {command} case.db" in out
    assert "Exit codes" in out
