"""Words that must not be said, and whether a text says one of them. Whole words count; case, accents and hyphens make no difference."""

import re
import unicodedata
from collections.abc import Iterable

_LEAST = 3
"""Code points of a name's part that is still looked for."""

_WORD = re.compile(r"\w+")


class Veil:
    """``names`` are of people: each part of one gives them away. ``phrases`` do so as a whole."""

    def __init__(self, names: Iterable[str | None], phrases: Iterable[str | None]) -> None:
        folded = [_folded(name) for name in names if name]
        self._parts = {part for name in folded for part in name.split() if len(part) >= _LEAST}
        every = (*folded, *(_folded(phrase) for phrase in phrases if phrase))
        self._phrases = sorted({phrase for phrase in every if phrase.strip()})

    def said(self, words: str | None) -> str | None:
        """The words, or null if they hold what must not be said."""
        if words is None:
            return None
        folded = _folded(words)
        hidden = not self._parts.isdisjoint(folded.split()) or any(phrase in folded for phrase in self._phrases)
        return None if hidden else words


def _folded(words: str) -> str:
    """The words alone, each between two spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return f" {' '.join(_WORD.findall(plain.casefold()))} "
