"""Compact word patterns ("launch~ _ attack+", "car bomb+") compiled to a table that is keyed by their first word.

A pattern is words in order: ``word`` that very word, ``word~`` any form of a verb, ``word+`` singular or plural,
``a|b`` either (each may carry ``~`` or ``+``), ``word?`` may be missing, ``_`` up to three words and ``__`` up to nine without a sentence mark.
Words are compared in lower case, so a lemmatizer's mistake never hides a trigger. A first word must be plain.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

_GAPS = {"_": 3, "__": 9}
_STOP = frozenset({".", "!", "?", ";", ":", "“", "”", '"'})


class Element(msgspec.Struct, frozen=True):
    """One place of a pattern: the words that fit it; ``gap`` stands for up to so many words; ``verb`` marks a verb's place."""

    words: frozenset[str] = frozenset()
    gap: int = 0
    optional: bool = False
    verb: bool = False


class Hit(msgspec.Struct, frozen=True):
    """A match over tokens ``first`` to ``last`` (inclusive); ``key`` is what the pattern was filed under, ``words`` how many words it names."""

    key: int
    first: int
    last: int
    verb: int | None
    words: int = 0


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The written forms of an English verb; ``irregular`` overrides the regular rules."""
    if verb in irregular:
        return frozenset(irregular[verb])
    if verb.endswith("e"):
        return frozenset({verb, verb + "s", verb + "d", verb[:-1] + "ing"})
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return frozenset({verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"})
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return frozenset({verb, third, verb + "ed", verb + "ing"})


def noun_forms(noun: str) -> frozenset[str]:
    """Singular and plural of a regular noun, possessives included."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        plural = noun[:-1] + "ies"
    else:
        plural = noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
    return frozenset({noun, plural})


def element(word: str, irregular: Mapping[str, Sequence[str]]) -> Element:
    """Compile one word of a pattern."""
    if word in _GAPS:
        return Element(gap=_GAPS[word])
    optional = word.endswith("?") and len(word) > 1
    words: set[str] = set()
    verb = False
    for part in (word[:-1] if optional else word).split("|"):
        if part.endswith("~"):
            words |= verb_forms(part[:-1], irregular)
            verb = True
        elif part.endswith("+"):
            words |= noun_forms(part[:-1])
        else:
            words.add(part.lower())
    return Element(frozenset(words), optional=optional, verb=verb)


def _pieces(pattern: str) -> list[str]:
    """Words of a pattern as the tokenizer cuts them: hyphens and possessive marks stand alone."""
    out: list[str] = []
    for word in pattern.split():
        if "-" in word and "|" not in word and len(word) > 1 and not any(c.isdigit() for c in word):
            tail = word[-1] if word[-1] in "+~" else ""
            bits = word.rstrip("+~").split("-")
            for k, bit in enumerate(bits):
                out += [bit] if k == 0 else ["-", bit]
            out[-1] += tail
        else:
            out.append(word)
    return out


class Patterns:
    """Many patterns, each filed under an integer key."""

    def __init__(self, entries: Iterable[tuple[int, str]], irregular: Mapping[str, Sequence[str]]) -> None:
        self._table: dict[str, list[tuple[int, tuple[Element, ...], frozenset[str]]]] = {}
        for key, pattern in entries:
            elements = tuple(element(w, irregular) for w in _pieces(pattern))
            entry = (key, elements, _closing(elements))
            for word in elements[0].words:
                self._table.setdefault(word, []).append(entry)
        self.firsts = frozenset(self._table)
        """Every word that can open a pattern."""

    def find(self, low: Sequence[str]) -> list[Hit]:
        """All matches in a sentence of lower-case words, in order; at one place the longest of each key."""
        out: list[Hit] = []
        table = self._table
        if self.firsts.isdisjoint(low):
            return out
        said = frozenset(low)
        for at, word in enumerate(low):
            if word not in table:
                continue
            best: dict[int, Hit] = {}
            for key, elements, closing in table[word]:
                if closing.isdisjoint(said):
                    continue
                last = _match(elements, 1, low, at + 1)
                if last is None:
                    continue
                if key not in best or last - 1 > best[key].last:
                    best[key] = Hit(
                        key, at, last - 1, at if elements[0].verb else None, sum(not e.gap for e in elements)
                    )
            out.extend(best.values())
        return out


def _closing(elements: Sequence[Element]) -> frozenset[str]:
    """Words of which a sentence must hold one to match: those of the last place that may not be missing."""
    return next((e.words for e in reversed(elements) if e.words and not e.optional), elements[0].words)


def _match(elements: Sequence[Element], k: int, low: Sequence[str], at: int) -> int | None:
    """End of a match of ``elements[k:]`` from token ``at``, or None."""
    if k == len(elements):
        return at
    now = elements[k]
    if now.gap:
        for skip in range(now.gap + 1):
            if skip and (at + skip > len(low) or low[at + skip - 1] in _STOP):
                return None
            found = _match(elements, k + 1, low, at + skip)
            if found is not None:
                return found
        return None
    if at < len(low) and low[at] in now.words:
        found = _match(elements, k + 1, low, at + 1)
        if found is not None:
            return found
    return _match(elements, k + 1, low, at) if now.optional else None
