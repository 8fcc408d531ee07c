"""Which reports have one text, and which agency they credit.

Copies are found with MinHash signatures of word shingles (Broder 1997) in a locality-sensitive index, so the work grows with the
number of reports.
"""

import re
from collections.abc import Iterable

from dateline.merge.event import article_key
from dateline.merge.table import wires
from dateline.model.incident import ArticleInfo
from dateline.packs.actor_files import normalise

_HEAD, _TAIL = 400, 240
"""Code points at either end of an article in which an agency is credited."""

_SHINGLE = 4
_COPY = 0.5
"""Jaccard of two texts' word shingles from which on they are copies of one."""

_MOST_WORDS = 3000

_CREDIT = re.compile(r"\(([^()\n]{2,40})\)|(?:\bsource|\bvia|\bwith|[—–-])[:\s]\s{0,3}([A-Z][\w .-]{1,39})", re.I)
_SPLIT = re.compile(r"[/,;|&]| and | with ")


class MissingLibrary(Exception):
    """The library that finds copies is not installed: without it three copies would pass for three voices."""


class Families:
    """Which reports are of one family: a union of articles under the smallest key."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}
        self.wire: dict[str, str] = {}

    def find(self, key: str) -> str:
        root = key
        while self._up.get(root, root) != root:
            root = self._up[root]
        while self._up.get(key, key) != root:
            self._up[key], key = root, self._up[key]
        return root

    def join(self, a: str, b: str) -> None:
        one, two = sorted((self.find(a), self.find(b)))
        self._up[two] = one


def families(articles: Iterable[ArticleInfo]) -> Families:
    """Which reports of a run have one text: verbatim copies by their hash, near-copies by MinHash; and whom they credit."""
    found = Families()
    first: dict[str, str] = {}
    every = {article_key(a): a for a in articles}
    for key, article in sorted(every.items()):
        found.join(key, first.setdefault(article.sha256, key))
        if wire := credit(article):
            found.wire[key] = wire
    _join_copies(found, every)
    return found


def credit(article: ArticleInfo) -> str | None:
    """The news agency that a report credits or is by; null for none."""
    known = wires()
    if article.publisher and (name := known.get(normalise(article.publisher))):
        return name
    text = article.text or ""
    for part in (text[:_HEAD], text[-_TAIL:] if len(text) > _HEAD else ""):
        for found in _CREDIT.finditer(part):
            for piece in _SPLIT.split(found[1] or found[2]):
                if name := known.get(normalise(piece)):
                    return name
    return None


def _join_copies(found: Families, every: dict[str, ArticleInfo]) -> None:
    """Join near-copies: MinHash signatures of word shingles in a locality-sensitive index, so that time grows with the number."""
    texts = {key: a.text for key, a in sorted(every.items()) if a.text}
    if len(texts) < 2:
        return
    try:
        from datasketch import MinHash, MinHashLSH  # reads scipy, so only where there is something to compare
    except ImportError as error:
        raise MissingLibrary("to merge articles install dateline[merge]: copies are found with datasketch") from error

    index = MinHashLSH(threshold=_COPY, num_perm=64)
    blank = MinHash(num_perm=64, seed=1)
    for key, text in texts.items():
        pieces = shingles(text)
        if not pieces:
            continue
        sketch = blank.copy()
        sketch.update_batch([p.encode() for p in pieces])
        for other in index.query(sketch):
            if found.find(key) != found.find(other) and _alike(pieces, shingles(texts[other])):
                found.join(key, other)
        index.insert(key, sketch)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= _COPY * len(a | b)


def shingles(text: str) -> frozenset[str]:
    """Every run of four words."""
    words = re.findall(r"\w+", text.casefold()[: _MOST_WORDS * 8])[:_MOST_WORDS]
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(max(0, len(words) - _SHINGLE + 1)))
