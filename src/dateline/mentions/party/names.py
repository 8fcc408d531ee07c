"""Listed names of actors in a sentence."""

import re
from functools import lru_cache

from dateline.annotate.roles import View
from dateline.packs.actors import ActorList, ForceEntry, NameEntry, normalise

_OWNED = re.compile(r"['’]s?$")
_WORD = re.compile(r"\b(?:[A-Z]\.){2,5}|[^\W_]+(?:['’][^\W_]+)*")  # "U.S." is one word
_MARK = re.compile(r"[.,;:][”\"]? (?!and )[a-z]")
Named = tuple[int, int, tuple[NameEntry, ...], tuple[ForceEntry, ...]]


class _Index:
    """All actor names, and their first words with the length of the longest name."""

    def __init__(self, actors: ActorList) -> None:
        self.keys = frozenset((*actors.names, *actors.force_names, *actors.local_words))
        self.firsts: dict[str, int] = {}
        for key in self.keys:
            words = key.split()
            self.firsts[words[0]] = max(self.firsts.get(words[0], 0), len(words))


_INDEXES: dict[int, _Index] = {}


def _index(actors: ActorList) -> _Index:
    if id(actors) not in _INDEXES:
        _INDEXES[id(actors)] = _Index(actors)
    return _INDEXES[id(actors)]


@lru_cache(maxsize=16384)
def _forms(word: str) -> tuple[str, str]:
    """A word as names are compared, with its possessive ending and without it."""
    return normalise(word), normalise(_OWNED.sub("", word))


def listed_names(view: View, text: str, actors: ActorList) -> list[Named]:
    """Listed names in the sentence, longest first, as token ranges."""
    index = _index(actors)
    words = [(m.start(), m.end(), *_forms(m[0])) for m in _WORD.finditer(text)]
    shouted = text.isupper()
    out: list[Named] = []
    at = 0
    while at < len(words):
        longest = max(index.firsts.get(words[at][2], 0), index.firsts.get(words[at][3], 0))
        if not longest:
            at += 1
            continue
        taken = 1
        for size in range(min(longest, len(words) - at), 0, -1):
            span = words[at : at + size]
            front = [w[2] for w in span[:-1]]
            for tail in dict.fromkeys((span[-1][2], span[-1][3])):
                key = " ".join([*front, tail])
                if key not in index.keys:
                    continue
                raw = text[span[0][0] : span[-1][1]]
                if _parted(raw):
                    continue
                listed = (*actors.names.get(key, ()), *actors.local_words.get(key, ()))
                names = tuple(e for e in listed if _case(e.exact_case, raw, shouted) and (e.in_capitals or not shouted))
                forces = tuple(e for e in actors.force_names.get(key, ()) if _case(e.exact_case, raw, shouted))
                if names or forces:
                    tokens = view.at(span[0][0], span[-1][1]) or view.at(span[0][0], span[-1][0] + len(span[-1][3]))
                    if tokens and (raw != raw.lower() or forces or any(e.loaded or e.member or e.local for e in names)):
                        out.append((tokens[0], tokens[-1], names, forces))
                        taken = size
                    break
            if taken > 1 or (out and taken == size and out[-1][0] in view.at(words[at][0], words[at][1])):
                break
        at += taken
    return out


def _parted(raw: str) -> bool:
    """ "In Cabo Delgado, insurgents …": a mark stands between the words, and what follows is no part of a name."""
    return _MARK.search(raw) is not None


def _case(exact: str | None, raw: str, shouted: bool) -> bool:
    return exact is None or shouted or _OWNED.sub("", raw) == exact
