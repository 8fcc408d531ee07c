"""Real reports: ECB+ (CC BY 3.0), news on one event and on a second one of its kind, under topics of violence. No dates of publication."""

import gzip
import re
from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from dateline.jobs import Options, code_all
from dateline.merge import merge
from dateline.model.incident import Coded
from dateline.model.merged import MergedIncident
from dateline.model.text import Article
from dateline.sources.read import Read
from merge.gold import Item, b_cubed

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "ecbplus"
TOPICS = {"8", "12", "18", "19", "22", "32", "33"}


def articles() -> dict[str, str]:
    """The texts of the topics, from the tokens."""
    words: dict[str, list[str]] = defaultdict(list)
    for name in ("ECB_Dev_corpus.txt.gz", "ECB_Train_corpus.txt.gz"):
        for line in gzip.decompress((FOLDER / name).read_bytes()).decode().splitlines():
            fields = line.split("\t")
            if len(fields) > 3 and fields[0].split("_")[0] in TOPICS:
                words[fields[0]].append(fields[3])
    return {name: re.sub(r" (?=[.,;:?!%)]|'s\b|n't\b)", "", " ".join(found)) for name, found in words.items()}


def event(article: str) -> str:
    """The gold: the topic and which of its two events the article is on."""
    return article.split("_")[0] + ("b" if article.endswith("plus") else "a")


@pytest.fixture(scope="module")
def coded() -> list[Coded]:
    if not FOLDER.exists():
        pytest.skip("ECB+ is not there: ../shared/data/ecbplus")
    reads = [Read(article=Article(id=name, text=text)) for name, text in sorted(articles().items())]
    return [msgspec.json.decode(d.line, type=Coded) for d in code_all(reads, Options(with_text=True), jobs=1)]


def test_reports_on_one_event_come_together_and_those_on_two_of_one_kind_stay_apart(coded: list[Coded]) -> None:
    merged = list(merge(coded))
    pairs = [pair for m in merged for pair in combinations(m.articles, 2)]
    assert sum(event(a) == event(b) for a, b in pairs) / len(pairs) >= 0.92
    precision, recall, _ = b_cubed(together(merged))
    assert precision >= 0.95
    assert recall >= 0.55


def test_days_of_publication_help(coded: list[Coded]) -> None:
    """Reports of one event come out on one day or the next, those of two events weeks apart."""
    days = {
        name: date(2012, 1, 1) + timedelta(weeks=6 * n)
        for n, name in enumerate(sorted({event(c.article.id) for c in coded}))
    }
    dated = [published(c, days[event(c.article.id)] + timedelta(days=n % 2)) for n, c in enumerate(coded)]
    precision, recall, _ = b_cubed(together(list(merge(dated))))
    assert precision >= 0.98
    assert recall >= 0.6


def published(coded: Coded, day: date) -> Coded:
    return msgspec.structs.replace(coded, article=msgspec.structs.replace(coded.article, published=day))


def together(merged: list[MergedIncident]) -> dict[Item, str]:
    """Each article with a record, under its gold event -> the articles that it came together with."""
    root: dict[str, str] = {}
    for one in merged:
        roots = {root.setdefault(article, article) for article in one.articles}
        root = {article: min(roots) if at in roots else at for article, at in root.items()}
    return {(article, event(article)): at for article, at in root.items()}
