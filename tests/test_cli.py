"""The command line, with a coder made of hand-written readings."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

import fake_coder
from dateline import jobs
from dateline.cli import app
from dateline.jobs import Done, KitError, Options, code_all, code_one
from dateline.model.incident import Coded
from dateline.model.text import Article
from dateline.sources.read import Read

FAKE = Options(coder="fake_coder")


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "dateline.coder", fake_coder)
    jobs.load.cache_clear()
    yield
    jobs.load.cache_clear()


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(fake_coder.TEXT, encoding="utf-8")
    return str(path)


def run(*arguments: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def lines(*records: object) -> bytes:
    return b"".join((r if isinstance(r, bytes) else json.dumps(r).encode()) + b"\n" for r in records)


def printed(out: str) -> list[Coded]:
    return [msgspec.json.decode(line, type=Coded) for line in out.splitlines()]


def codes(coded: Coded) -> list[str]:
    return [issue.code for issue in coded.issues]


def test_piped_output_is_a_line_an_article(article: str) -> None:
    exit_code, out, err = run("code", article)
    (coded,) = printed(out)
    assert (exit_code, err) == (0, "")
    assert [item.id for item in coded.incidents] == ["aa11", "aa22", "aa33"]
    assert coded.article.text is None
    assert coded.article.chars == len(fake_coder.TEXT)


def test_every_field_is_always_there(article: str) -> None:
    record = json.loads(run("code", article)[1])
    assert set(record) == {"article", "incidents", "background", "issues"}
    for field in (
        "id",
        "type",
        "acled",
        "context",
        "when",
        "where",
        "actors",
        "casualties",
        "victims",
        "means",
        "damage",
        "claims",
        "sentences",
    ):
        assert all(field in item for item in record["incidents"] + record["background"])
    assert record["incidents"][2]["when"]["start"] is None


def test_json_is_one_array_and_table_is_for_people(article: str) -> None:
    assert len(json.loads(run("code", article, article, "--format", "json")[1])) == 2
    assert "late on Wednesday" in run("code", article, "--format", "table")[1]
    assert json.loads(run("code", "-", "--format", "json", stdin=b'{"text": "a"}\n\n')[1])
    exit_code, out, _ = run("code", "-", "--with-text", stdin=fake_coder.TEXT.encode())
    assert exit_code == 0
    assert printed(out)[0].article.text == fake_coder.TEXT


def test_no_articles_is_an_empty_array(tmp_path: Path) -> None:
    empty = tmp_path / "none.jsonl"
    empty.write_bytes(b"")
    exit_code, out, _ = run("code", str(empty), "--format", "json")
    assert (exit_code, json.loads(out)) == (0, [])
    assert run("code", str(empty))[:2] == (0, "")


BAD: list[tuple[bytes, str]] = [
    (b'{"id": "x", "text": "caf\xe9"}', "not_utf8"),
    (b'{"id": "x", "text": ""}', "empty"),
    (b'{"id": "x", "text": "' + b"x" * 5_000_001 + b'"}', "too_long"),
    (b'{"id": "x", "text": ', "bad_json"),
    (b'{"id": "x"}', "bad_record"),
    (b'{"id": "x", "text": "FAIL-THIS"}', "failed"),
]


@pytest.mark.parametrize(("line", "code"), BAD, ids=[code for _, code in BAD])
def test_an_article_that_fails_still_has_its_line_and_stops_no_other(line: bytes, code: str) -> None:
    good = {"text": "Six were killed.", "published": "2020-01-01"}
    exit_code, out, err = run("code", "-", stdin=lines(good, line, good | {"id": "last"}))
    first, bad, last = printed(out)
    assert exit_code == 1
    assert codes(bad) == [code]
    assert (bad.incidents, bad.background) == ((), ())
    assert f"[{code}]" in err
    assert bad.article.id in err
    assert len(first.incidents) == len(last.incidents) == 1


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({"text": "a\0b", "published": "2020-01-01"}, "nul"),
        ({"text": "a", "published": "2090-01-01"}, "future_date"),
        ({"text": "a"}, "no_published_date"),
        ({"id": "one", "text": "a", "published": "2020-01-01"}, "repeated_id"),
        ({"text": "a\ud800", "published": "2020-01-01"}, "lone_surrogate"),
    ],
)
def test_what_is_odd_is_said_and_coded_all_the_same(record: dict[str, str], code: str) -> None:
    one = {"id": "one", "text": "b", "published": "2020-01-01"}
    exit_code, out, err = run("code", "-", stdin=lines(one, record))
    assert (exit_code, err) == (0, "")
    assert codes(printed(out)[1]) == [code]


def test_files_that_cannot_be_coded(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    for name, data, code in (
        ("a.txt", b"\xff\xfe", "not_utf8"),
        ("b.txt", b"", "empty"),
        ("c.html", b"<html></html>", "no_text"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        exit_code, out, _ = run("code", str(path))
        assert exit_code == 1
        assert codes(printed(out)[0]) == [code]


@pytest.mark.parametrize(
    "arguments",
    [
        ["code"],
        ["code", "no-such-file.txt"],
        ["code", "-", "--no-such-option"],
        ["code", "-", "--format", "xml"],
        ["code", "-", "--published", "11.2.2017"],
        ["code", "-", "--jobs", "-1"],
        ["code", "-", "--profile", "nato"],
        ["code", "-", "--model", "missing"],
        ["explain", "no-such-file.txt"],
        ["report", "-"],
        ["eval", "no-such-folder"],
        ["no-such-command"],
    ],
)
def test_usage_and_data_errors(arguments: list[str]) -> None:
    exit_code, out, err = run(*arguments, stdin=b"Six were killed.")
    assert exit_code == 2
    assert out == ""
    assert err
    assert "Traceback" not in err


def test_a_missing_file_stops_the_run_before_anything_is_printed(article: str) -> None:
    exit_code, out, err = run("code", article, "no-such-file.txt")
    assert (exit_code, out) == (2, "")
    assert "no-such-file.txt: No such file or directory" in err


def test_the_users_date_counts_last() -> None:
    exit_code, out, _ = run(
        "code", "-", "--published", "2021-05-04", stdin=lines({"text": "a"}, {"text": "b", "published": "2020-01-01"})
    )
    assert exit_code == 0
    assert [coded.article.published for coded in printed(out)] == [date(2021, 5, 4), date(2020, 1, 1)]


def test_explain(article: str) -> None:
    assert "when.weekday" in run("explain", article)[1]
    exit_code, out, _ = run("explain", article, "aa22")
    assert exit_code == 0
    assert "Northern Front" in out
    assert "Old Souk" not in out
    exit_code, _, err = run("explain", article, "zz")
    assert exit_code == 2
    assert "aa11" in err
    assert run("explain", "-", stdin=lines({"text": "a"}, {"text": "b"}))[0] == 2
    assert run("explain", "-", stdin=b" ")[0] == 1


def test_report(article: str, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    assert run("report", article, "-o", str(target))[0] == 0
    assert "Mariam Idris" in target.read_text(encoding="utf-8")
    assert run("report", article, "-o", str(target), "--public")[0] == 0
    assert "Mariam Idris" not in target.read_text(encoding="utf-8")
    exit_code, _, err = run("report", article, "-o", str(tmp_path / "no" / "out.html"))
    assert exit_code == 2
    assert "No such file" in err


def test_the_schema_names_every_type_that_is_printed() -> None:
    exit_code, out, _ = run("schema")
    found = json.loads(out)
    assert exit_code == 0
    assert {"Coded", "Incident", "When", "Where", "Casualty", "Claim", "Issue"} <= set(found["$defs"])
    assert found["$ref"] == "#/$defs/Coded"


def test_places_lists_every_name_with_offsets_into_the_text(tmp_path: Path) -> None:
    text = "Talks opened in Geneva. Shells fell near Hays, in Yemen."
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text}) + "\n" + json.dumps({"id": "b", "text": ""}) + "\n")
    exit_code, out, said = run("places", str(path))
    first, second = [json.loads(line) for line in out.splitlines()]
    assert exit_code == 1
    assert "empty" in said
    assert second == {"id": "b", "places": []}
    assert [text[p["start"] : p["end"]] for p in first["places"]] == ["Geneva", "Hays", "Yemen"]
    fields = "start end text lat lon radius_km precision gazetteer_id country candidates".split()
    assert all(set(p) == set(fields) and len(p["candidates"]) <= 5 for p in first["places"])
    assert "Geneva" in run("places", str(path), "--format", "table")[1]


def test_version() -> None:
    assert run("--version")[1].startswith("dateline ")


@pytest.mark.parametrize("command", ["code", "places", "explain", "report", "schema", "check", "eval"])
def test_every_command_explains_itself(command: str) -> None:
    exit_code, out, _ = run(command, "--help")
    assert exit_code == 0
    assert "Usage" in out


def reads(texts: list[str]) -> list[Read]:
    return [Read(article=Article(id=str(n), text=text), size=1) for n, text in enumerate(texts)]


def test_the_number_of_processes_changes_no_byte() -> None:
    texts = [f"{n} were killed. " * (n % 7 + 1) for n in range(100)]
    one = list(code_all(reads(texts), FAKE, jobs=1))
    assert list(code_all(reads(texts), FAKE, jobs=2)) == one
    assert [done.id for done in one] == [str(n) for n in range(100)]


def test_a_process_that_dies_takes_only_its_article_along() -> None:
    texts = [f"{n} were killed." for n in range(40)]
    texts[5] = texts[33] = "KILL-THIS-PROCESS"
    done = list(code_all(reads(texts), FAKE, jobs=2))
    assert [one.id for one in done] == [str(n) for n in range(40)]
    assert [one.id for one in done if one.failed] == ["5", "33"]
    assert codes(msgspec.json.decode(done[5].line, type=Coded)) == ["failed"]


def test_input_is_read_no_further_ahead_than_needed() -> None:
    taken = 0

    def endless() -> Iterator[Read]:
        nonlocal taken
        while True:
            taken += 1
            yield Read(article=Article(id=str(taken), text="Six were killed."))

    done = code_all(endless(), FAKE, jobs=1)
    first: list[Done] = [next(done) for _ in range(40)]
    assert len(first) == 40
    assert taken <= 40 + jobs.CHUNK_ARTICLES


def test_a_coder_that_loses_an_article_fails_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fake_coder, "code_many", lambda articles, kit, **_: iter(()))
    assert not [one for one in code_all(reads(["a", "b"]), FAKE, jobs=1) if one.failed]


def test_a_kit_that_cannot_be_loaded_stops_the_run() -> None:
    with pytest.raises(KitError, match="no pipeline is called 'missing'"):
        code_one(reads(["a"])[0], Options(coder="fake_coder", model="missing"))


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_bytes(lines(*({"id": n, "text": "Six were killed. " * 20} for n in range(400))))
    program = (
        "import sys, fake_coder; sys.modules['dateline.coder'] = fake_coder\n"
        f"from dateline.cli import app; app(['code', {str(many)!r}, '--jobs', '1'])"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=30) == 0
    assert said == b""


def test_merge_takes_articles_and_the_lines_that_code_prints(tmp_path: Path) -> None:
    text = "Three were killed."
    articles = tmp_path / "articles.jsonl"
    articles.write_bytes(
        lines({"id": "a", "text": text, "publisher": "One"}, {"id": "b", "text": text, "publisher": "Two"})
    )
    exit_code, direct, err = run("merge", str(articles))
    assert (exit_code, err) == (0, "")
    found = [json.loads(line) for line in direct.splitlines()]
    assert sorted(article for one in found for article in one["articles"]) == ["a", "b"]
    assert {"incident_id", "casualties", "voices", "grade", "missing", "state", "links"} <= found[0].keys()
    _, coded, _ = run("code", str(articles), "--with-text", "--format", "jsonl")
    assert run("merge", "-", stdin=coded.encode()) == (0, direct, "")
    assert json.loads(run("merge", str(articles), "--format", "json")[1]) == found


def test_merge_goes_on_past_what_it_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    broken = {"article": {"id": "x"}, "incidents": [1]}
    half = {"article": {"id": "\ud800", "sha256": "0", "chars": 1}, "incidents": []}
    path.write_bytes(lines({"id": "a", "text": "One killed."}, broken, b"{", {"id": "c", "text": "FAIL-THIS"}, half))
    exit_code, out, err = run("merge", str(path))
    assert exit_code == 1
    assert len(out.splitlines()) == 1
    assert "line 2 is no coded article" in err
    assert "line 5 is no coded article" in err
    assert "line 3 is not JSON" in err
    assert "told to fail" in err


def test_merge_prints_rows_for_people(article: str) -> None:
    exit_code, out, _ = run("merge", article, "--format", "table")
    assert exit_code == 0
    assert "El Fasher" in out or "Old Souk" in out
    assert "3 incidents" in out


def test_merge_says_which_extra_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasketch", None)
    path = tmp_path / "articles.jsonl"
    path.write_bytes(lines({"id": "a", "text": "One killed."}, {"id": "b", "text": "Two killed."}))
    exit_code, out, err = run("merge", str(path))
    assert (exit_code, out) == (2, "")
    assert "dateline[merge]" in err


def test_code_names_a_line_that_was_coded_before(tmp_path: Path, article: str) -> None:
    path = tmp_path / "coded.jsonl"
    path.write_text(run("code", article, "--format", "jsonl")[1], encoding="utf-8")
    exit_code, out, _ = run("code", str(path), "--format", "jsonl")
    assert exit_code == 1
    assert codes(printed(out)[0]) == ["bad_record"]


def test_the_schema_of_merged_incidents_accepts_what_is_printed(article: str) -> None:
    from dateline.model.merged import MergedIncident

    schema = json.loads(run("schema", "--merged")[1])
    assert schema["title"] == "dateline: one merged incident"
    _, out, _ = run("merge", article)
    fields = set(schema["$defs"]["MergedIncident"]["properties"])
    for line in out.splitlines():
        assert set(json.loads(line)) == fields
        assert msgspec.json.encode(msgspec.json.decode(line, type=MergedIncident)) == line.encode()


def test_export_takes_what_merge_and_code_print_and_articles(article: str, tmp_path: Path) -> None:
    merged, coded = tmp_path / "merged.jsonl", tmp_path / "coded.jsonl"
    merged.write_text(run("merge", article)[1], encoding="utf-8")
    coded.write_text(run("code", article)[1], encoding="utf-8")
    for given in (str(merged), str(coded), article):
        out = tmp_path / "out.jsonl"
        exit_code, said, err = run("export", given, "-o", str(out))
        assert (exit_code, said) == (0, "")
        assert err.startswith(f"{out}: 3 incidents, public\n")
        assert "  withheld: the articles' words, in " in err
        assert len(out.read_bytes().splitlines()) == 3
    assert ("left out: " in err) is bool(printed(coded.read_text(encoding="utf-8"))[0].background)


def test_export_tells_nobody_unless_asked(article: str, tmp_path: Path) -> None:
    victims = [v.name for item in fake_coder_record(article).incidents for v in item.victims if v.name]
    assert victims
    public, internal = tmp_path / "a.geojson", tmp_path / "b.csv"
    assert run("export", article, "-o", str(public))[0] == 0
    assert run("export", article, "-o", str(internal), "--format", "hxl", "--profile", "internal")[0] == 0
    assert not any(name in public.read_text(encoding="utf-8") for name in victims)
    assert all(name in internal.read_text(encoding="utf-8") for name in victims)


def fake_coder_record(article: str) -> Coded:
    return printed(run("code", article)[1])[0]


@pytest.mark.parametrize("name", ["out", "out.json", "out.xlsx", "none/out.csv", "."])
def test_export_that_cannot_be_is_one_line_and_no_file(name: str, article: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    exit_code, out, err = run("export", article, "-o", str(tmp_path / name))
    assert (exit_code, out) == (2, "")
    assert err.startswith("dateline: ")
    assert err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_export_goes_on_past_what_it_cannot_read(article: str, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(run("merge", article)[1].encode() + lines({"incident_id": "x", "reports": 5}, b"{"))
    exit_code, _, err = run("export", str(path), "-o", str(tmp_path / "out.csv"))
    assert exit_code == 1
    assert "line 4 is no merged incident" in err
    assert "line 5 is not JSON" in err
    assert "out.csv: 3 incidents, public" in err


def test_a_merged_incident_is_no_article(article: str) -> None:
    exit_code, _, err = run("code", "-", stdin=run("merge", article)[1].encode())
    assert exit_code == 1
    assert "line 1 is a merged incident" in err


def test_folders_are_inputs(article: str, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_text("Six were killed.", encoding="utf-8")
    assert len(printed(run("code", str(tmp_path))[1])) == 2
    exit_code, _, err = run("explain", str(tmp_path))
    assert exit_code == 2
    assert "more than one article" in err


def test_addresses_of_this_machine_are_fetched_from_only_where_that_is_allowed() -> None:
    pytest.importorskip("httpx")
    exit_code, out, err = run("code", "http://127.0.0.1:1/story")
    assert exit_code == 1
    assert codes(printed(out)[0]) == ["not_fetched"]
    assert "no public address; --allow-private" in err
    exit_code, out, err = run("code", "http://127.0.0.1:1/story", "--allow-private")
    assert (exit_code, codes(printed(out)[0])) == (1, ["not_fetched"])
    assert "Connection refused" in err
    assert run("code", "https://")[0] == 2
