"""The same article gives the same bytes: twice, after other articles, in a process of its own, under another hash seed."""

import os
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dateline.coder import code, load_kit
from dateline.model.text import Article

GOLD = sorted((Path(__file__).parent / "gold").glob("*.txt"))[:12]
PROGRAM = """
import sys, msgspec
from datetime import date
from pathlib import Path
from dateline.coder import code, load_kit
from dateline.model.text import Article
kit = load_kit()
for name in sys.argv[1:]:
    path = Path(name)
    article = Article(id=path.stem, text=path.read_text(encoding="utf-8"), published=date(2023, 5, 20))
    sys.stdout.buffer.write(msgspec.json.encode(code(article, kit)) + b"\\n")
"""


@cache
def kit() -> Any:
    return load_kit()


def coded(path: Path) -> bytes:
    article = Article(id=path.stem, text=path.read_text(encoding="utf-8"), published=date(2023, 5, 20))
    return msgspec.json.encode(code(article, kit()))


def test_twice_and_in_any_order() -> None:
    first = [coded(path) for path in GOLD]
    again = [coded(path) for path in reversed(GOLD)]
    assert first == again[::-1]
    assert any(b'"incidents":[{' in line for line in first)


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_in_a_fresh_process_with_another_hash_seed(seed: str) -> None:
    here = [coded(path) for path in GOLD]
    env = os.environ | {"PYTHONHASHSEED": seed}
    names = [str(path) for path in reversed(GOLD)]
    done = subprocess.run([sys.executable, "-c", PROGRAM, *names], env=env, capture_output=True, check=True)
    assert done.stdout.splitlines() == here[::-1]


def test_a_name_in_several_countries_under_any_hash_seed(tmp_path: Path) -> None:
    article = tmp_path / "merawi.txt"
    article.write_text(
        "Residents said soldiers went from house to house in Merawi on May 12 and shot 45 men dead.", encoding="utf-8"
    )
    env = dict(os.environ)
    runs = set()
    for seed in ("0", "1", "2", "3", "4", "5"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(article)],
            env=env | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        runs.add(done.stdout)
    assert len(runs) == 1
    assert b"Merawi" in runs.pop()


def test_ids_do_not_depend_on_what_else_the_article_tells() -> None:
    lead = "Gunmen killed five people in the town of Al-Bab on Friday, police said."
    more = lead + "\n\nIn Kunduz, militants abducted three teachers on Saturday, the governor said."
    one, _ = code(Article(id="a", text=lead, published=date(2021, 6, 15)), kit())
    two, _ = code(Article(id="a", text=more, published=date(2021, 6, 15)), kit())
    assert one.incidents
    assert one.incidents[0].id == two.incidents[0].id
    assert len({i.id for i in two.incidents}) == len(two.incidents)
