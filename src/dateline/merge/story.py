"""Whether two reports tell one story, by their words alone: the cosine of the words they share, the rarer the weightier.

A word's weight is the logarithm of how seldom it is found: in ordinary texts (``everyday.yml``), and in the reports of the run, which
count for more the more there are. So "police" says little everywhere, "Chicago" little among reports of Chicago, and a street, a
surname or an age says much. Weighting by inverse document frequency: Spärck Jones 1972.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dateline.packs.lexicon import read

LETTERS = 7
"""Of a word are compared: enough to find it in another form."""

_WORD = re.compile(r"\w+")
_CHARS = 1600
"""Of a report are read: its first sentences say what it is about."""

_UNHEARD = 0.003
"""Share of texts that is taken to hold a word of no list."""

_COMMON = 0.1
"""Share of texts from which on a word tells nothing."""

_TEXTS = 1000
"""Ordinary texts that the list of everyday words stands for beside the reports of a run."""

_SHORT, _PART = 12.0, 20.0
"""Added to the length of a story, as five unheard words would, and as twelve to that of a part of an article: a few words in common are
little in a text of few words."""

_RARE = 60
"""Records up to which a word leads from one to the others."""

_LEAST = 0.08
"""Likeness by rare words alone from which on two records are held against each other."""


class Story(NamedTuple):
    """The words of a report that tell something, their length as a vector, and the weights, which all reports of a run share."""

    words: frozenset[str]
    size: float
    weights: Mapping[str, float]

    def like(self, other: "Story") -> float:
        """From 0, no word in common, to 1."""
        if not self.size or not other.size:
            return 0.0
        shared = self.words & other.words
        return math.fsum(self.weights[w] ** 2 for w in shared) / (self.size * other.size)

    def shared(self, other: "Story") -> list[str]:
        """The words in common, the weightiest first."""
        return sorted(self.words & other.words, key=lambda w: (-self.weights[w], w))


BLANK = Story(frozenset(), 0.0, {})


def words(text: str) -> frozenset[str]:
    """The words of a text's first sentences that are not in every other text."""
    common = everyday()
    cut = (w[:LETTERS] for w in _WORD.findall(text[:_CHARS].casefold()) if len(w) > 1)
    return frozenset(sys.intern(w) for w in cut if common.get(w, _UNHEARD) < _COMMON)


def spellings(cut: Sequence[str], *texts: str | None) -> list[str]:
    """Words as a text spells them where it first has them, from the forms in which they are compared."""
    wanted, found = set(cut), dict[str, str]()
    for m in _WORD.finditer(" ".join(text[:_CHARS] for text in texts if text)):
        word = m[0].casefold()[:LETTERS]
        if word in wanted:
            found.setdefault(word, m[0])
    return [found.get(word, word) for word in cut]


@cache
def everyday() -> dict[str, float]:
    """Word, cut -> the share of ordinary texts that hold it. Raises PackError where ``everyday.yml`` is not shares in per cent and their words."""
    return {
        word: band / 100 for band, found in read("everyday.yml", dict[float, tuple[str, ...]]).items() for word in found
    }


def is_everyday(text: str) -> bool:
    """Whether a text has a word that ordinary texts have, too: as a name, it may be none."""
    return any(w[:LETTERS] in everyday() for w in _WORD.findall(text.casefold()))


def stories(told: Sequence[frozenset[str]], whole: Sequence[bool]) -> list[Story]:
    """The words of each report, weighed by how many reports hold them. ``whole``: whether it is all that its article tells."""
    common, held = everyday(), Counter(w for one in told for w in one)
    total = len(told) + _TEXTS
    weights = {w: math.log(total / min(total, n + _TEXTS * common.get(w, _UNHEARD))) for w, n in held.items()}
    return [
        Story(one, math.hypot(_SHORT if alone else _PART, *(weights[w] for w in one)), weights)
        for one, alone in zip(told, whole, strict=True)
    ]


def alike(told: Sequence[Story]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, the smaller first, that share rare words enough to be one story. Words of many reports lead nowhere, so the
    work grows with the number of reports."""
    held = Counter(w for one in told for w in one.words)
    filed: dict[str, list[int]] = defaultdict(list)
    for j, one in enumerate(told):
        found: dict[int, float] = defaultdict(float)
        for word in one.words:
            if 1 < held[word] <= _RARE:
                weight = one.weights[word] ** 2
                for i in filed[word]:
                    found[i] += weight
                filed[word].append(j)
        for i in sorted(found):
            if found[i] >= _LEAST * one.size * told[i].size:
                yield i, j
