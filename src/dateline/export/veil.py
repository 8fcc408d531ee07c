"""Words that must not be said, and whether a text says one of them. Whole words count; case, accents and hyphens make no difference."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

_LEAST = 3
"""Code points of a name's part that is still looked for."""

_WORD = re.compile(r"\w+")


class Veil:
    """``names`` are of people: each part of one gives them away. ``phrases`` do so as a whole."""

    def __init__(self, names: Iterable[str | None], phrases: Iterable[str | None]) -> None:
        told = [tuple(_words(name)) for name in names if name]
        self._parts = {part for words in told for part in words if len(part) >= _LEAST}
        self._phrases = {words for words in (*told, *(tuple(_words(p)) for p in phrases if p)) if words}
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for words in self._phrases:
            self._lengths[words[0]].add(len(words))

    def said(self, text: str | None) -> str | None:
        """The text, or null if it holds what must not be said."""
        if text is None:
            return None
        words = _words(text)
        return None if not self._parts.isdisjoint(words) or self._holds_phrase(words) else text

    def _holds_phrase(self, words: list[str]) -> bool:
        return any(
            tuple(words[at : at + length]) in self._phrases
            for at, word in enumerate(words)
            for length in self._lengths.get(word, ())
        )


def _words(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(bare.casefold())
