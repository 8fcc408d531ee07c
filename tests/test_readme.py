"""README.md shows what the commands print: every example is run again."""

from pathlib import Path

import pytest

from tools.readme import ROOT, examples, fresh, run

README = ROOT / "README.md"


def test_examples_come_out_as_written() -> None:
    """Stale? ``make readme`` writes them down anew."""
    text = README.read_text(encoding="utf-8")
    assert examples(text) >= 3
    assert fresh(text) == text


def test_a_stale_example_is_seen() -> None:
    text = "```console\n$ dateline --version\ndateline 0.0\n```\n"
    assert fresh(text) == text.replace("0.0\n", run("dateline --version").removeprefix("dateline "))


def test_a_value_of_a_record_is_seen() -> None:
    text = "<!-- examples/quiet.txt: incidents -->\n```json\n[1]\n```\n"
    assert fresh(text) == text.replace("[1]", "[]")


def test_only_dateline_is_run() -> None:
    with pytest.raises(ValueError, match="only dateline"):
        run("rm -r out")


@pytest.mark.parametrize("name", sorted(p.name for p in (ROOT / "examples").glob("*.txt")))
def test_every_example_article_is_coded(name: str) -> None:
    assert run(f"dateline code examples/{name} --format jsonl").count("\n") == 1


def test_the_picture_is_there() -> None:
    assert (ROOT / "docs" / "report.png").read_bytes().startswith(b"\x89PNG")
    assert Path(README.parent / "LICENSE").read_text(encoding="utf-8").lstrip().startswith("Apache License")
