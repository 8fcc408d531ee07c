"""The name of the rules changes with everything that decides a coding, and with nothing else."""

from importlib.resources import files
from pathlib import Path

import pytest

from dateline.packs import ruleset as module
from dateline.packs.ruleset import ruleset


def test_it_is_the_same_for_the_same_rules_and_another_for_another_parser() -> None:
    assert ruleset() == ruleset()
    assert ruleset() != ruleset("en_core_web_trf")
    assert ruleset().startswith("0.1.0+")


def test_lists_of_places_count(monkeypatch: pytest.MonkeyPatch) -> None:
    before = ruleset()
    monkeypatch.setattr(module, "added_files", lambda: [Path("sy-0123.jsonl")])
    assert ruleset() != before


def test_code_and_data_count_and_what_is_only_printed_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {name for part in module._parts() for name, _ in module._contents(part, part.name)}
    assert {"coder.py", "annotate/greedy.py", "lang/en/times.yml"} <= seen
    assert not [name for name in seen if "__pycache__" in name or name.startswith(("export", "merge", "map"))]
    assert (Path(str(files("dateline"))) / "data" / "merge.yml").exists()
