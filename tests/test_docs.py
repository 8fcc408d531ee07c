"""The documents: examples run, links lead somewhere, generated pages are fresh, nothing names one machine."""

import re
import tomllib
from pathlib import Path

import pytest

from tools.codebook import PAGE, page
from tools.readme import DOCUMENTS, ROOT, fresh

_LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)[^)]*\)")
_SHIPPED = (
    "*.md",
    "docs/*.md",
    "examples/*",
    "training/*",
    "tools/*.py",
    "Makefile",
    "requirements.lock",
    "pyproject.toml",
    ".ci/run",
)


@pytest.mark.parametrize("path", [d for d in DOCUMENTS if d.name != "README.md"], ids=lambda p: p.name)
def test_examples_come_out_as_written(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert fresh(text) == text, "run: make readme"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    assert [link for link in _LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()] == []


def test_the_codebook_is_made_from_the_data() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make docs"


def test_the_layers_in_the_architecture_are_those_that_hold() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    drawn = "".join(f"    {layer}\n" for layer in layers)
    assert drawn in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_every_data_file_is_explained() -> None:
    rules = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    names = [path.name for path in (ROOT / "src/dateline/data/lang/en").glob("*.yml")]
    assert [name for name in names if f"{name}`" not in rules] == []


def test_nothing_names_a_machine_or_an_index() -> None:
    paths = [path for pattern in _SHIPPED for path in ROOT.glob(pattern) if path.is_file()]
    assert len(paths) > 15
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"--(?:extra-)?index-url|--find-links|/tmp/|/work/|/home/|/root/",
            text.replace("--no-emit-find-links", "").replace("--no-emit-index-url", ""),
        ), path.name


def test_the_lock_pins_every_package_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9][\w.-]*)(==\S+)?.*?(?=^[a-z0-9]|\Z)", lock, re.M | re.S)
    assert len(pins) > 40
    assert [name for name, version in pins if not version] == []
    blocks = re.split(r"^(?=[a-z0-9])", lock, flags=re.M)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE"])
def test_the_weights_lie_beside_their_licence(name: str) -> None:
    beside = (ROOT / "src/dateline/data/parser" / name).read_text(encoding="utf-8")
    assert beside == (ROOT / "training" / name).read_text(encoding="utf-8")
    assert "Attribution-ShareAlike 4.0" in beside
