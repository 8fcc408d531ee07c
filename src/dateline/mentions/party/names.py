"""Listed names of actors in a sentence."""

import re

from dateline.annotate.roles import View
from dateline.packs.actors import ActorList, ForceEntry, NameEntry, normalise

_WORD = re.compile(r"\b(?:[A-Z]\.){2,5}|[^\W_]+(?:['’][^\W_]+)*")  # "U.S." is one word
_MARK = re.compile(r"[.,;:][”\"]? (?!and )[a-z]")
Named = tuple[int, int, tuple[NameEntry, ...], tuple[ForceEntry, ...]]


class _Index:
    """First words of all actor names with the length of the longest name."""

    def __init__(self, actors: ActorList) -> None:
        self.firsts: dict[str, int] = {}
        for key in (*actors.names, *actors.force_names, *actors.local_words):
            words = key.split()
            self.firsts[words[0]] = max(self.firsts.get(words[0], 0), len(words))


_INDEXES: dict[int, _Index] = {}


def _index(actors: ActorList) -> _Index:
    if id(actors) not in _INDEXES:
        _INDEXES[id(actors)] = _Index(actors)
    return _INDEXES[id(actors)]


def listed_names(view: View, text: str, actors: ActorList) -> list[Named]:
    """Listed names in the sentence, longest first, as token ranges."""
    firsts = _index(actors).firsts
    words = [
        (m.start(), m.end(), normalise(w), normalise(re.sub(r"['’]s?$", "", w)))
        for m in _WORD.finditer(text)
        if (w := m[0].replace(".", ""))  # "U.S. Africa Command"
    ]
    shouted = text.isupper()
    out: list[Named] = []
    at = 0
    while at < len(words):
        longest = max(firsts.get(words[at][2], 0), firsts.get(words[at][3], 0))
        taken = 1
        for size in range(min(longest, len(words) - at), 0, -1):
            span = words[at : at + size]
            front = [w[2] for w in span[:-1]]
            for tail in dict.fromkeys((span[-1][2], span[-1][3])):
                key = " ".join([*front, tail])
                raw = text[span[0][0] : span[-1][1]]
                if _parted(raw):
                    continue
                listed = (*actors.names.get(key, ()), *actors.local_words.get(key, ()))
                names = tuple(e for e in listed if _case(e.exact_case, raw, shouted) and (e.in_capitals or not shouted))
                forces = tuple(e for e in actors.force_names.get(key, ()) if _case(e.exact_case, raw, shouted))
                if names or forces:
                    tokens = view.at(span[0][0], span[-1][1]) or view.at(span[0][0], span[-1][0] + len(span[-1][3]))
                    if tokens and (
                        not raw[0].islower() or forces or any(e.loaded or e.member or e.local for e in names)
                    ):
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
    bare = re.sub(r"['’]s?$", "", raw)
    return exact is None or shouted or bare == exact
