"""Words, numbers and signs of one sentence, and phrases made of them. Offsets are code points into the sentence."""

import re
from collections.abc import Iterable

_TOKEN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])|[0-9]+(?:\.[0-9]+){0,4}"
    r"|U\.[SNK]\.|[^\W\d_]+(?:[-‑][^\W\d_]+){0,4}|['’][sS](?![^\W\d_])|\S"
)
Phrase = tuple[str, ...]


class Tokens:
    """Words, numbers and signs of one sentence: ``low`` lower-cased, ``start``/``end`` code points into ``text``; ``caps``: no lower-case letter."""

    __slots__ = ("caps", "end", "low", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.caps = text.isupper()
        found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        self.low = [w.lower().replace("‑", "-") for w, _, _ in found]
        self.start = [s for _, s, _ in found]
        self.end = [e for _, _, e in found]

    def __len__(self) -> int:
        return len(self.low)

    def at(self, i: int) -> str:
        """The lower-cased token at ``i``, empty outside the sentence."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def raw(self, i: int) -> str:
        """The token at ``i`` as written, empty outside the sentence."""
        return self.text[self.start[i] : self.end[i]] if 0 <= i < len(self.low) else ""

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token ``i - 1`` and token ``i``."""
        return 0 < i < len(self.low) and self.end[i - 1] == self.start[i]

    def digits(self, i: int) -> bool:
        """Whether token ``i`` is written in figures."""
        return 0 <= i < len(self.low) and "0" <= self.low[i][0] <= "9"

    def named(self, i: int) -> bool:
        """Whether token ``i`` is a word with a capital."""
        return 0 <= i < len(self.low) and self.text[self.start[i]].isupper()


class Phrases:
    """Phrases of whole tokens, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._by: dict[str, dict[Phrase, str]] = {}
        for words, value in entries:
            key = tuple(m.group() for m in _TOKEN.finditer(words))
            self._by.setdefault(key[0], {}).setdefault(key, value)
        self._sizes = {first: sorted({len(key) for key in found}, reverse=True) for first, found in self._by.items()}

    def match(self, tk: Tokens, i: int) -> tuple[str, int] | None:
        """The value of the longest phrase at token ``i`` and the token after it."""
        first = tk.at(i)
        for size in self._sizes.get(first, ()):
            key = tuple(tk.low[i : i + size])
            if (value := self._by[first].get(key)) is not None:
                return value, i + len(key)
        return None

    @property
    def firsts(self) -> frozenset[str]:
        """First words of all phrases."""
        return frozenset(self._by)
