"""The words around verbs of speech: ``lang/en/speech.yml``."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class SpeechWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``speech.yml``; the lists are explained there."""

    inverted: frozenset[str]
    quoting: frozenset[str]
    tallying: tuple[str, ...]
    reports: frozenset[str]
    papers: frozenset[str]
    reckonings: frozenset[str]
    giving: frozenset[str]
    counted: frozenset[str]
    nouns: frozenset[str]
    selves: frozenset[str]
    blaming: frozenset[str]
    parts: frozenset[str]
    groups: frozenset[str]
    bound: frozenset[str]


@cache
def speech_words() -> SpeechWords:
    """The words around English verbs of speech."""
    return read("lang/en/speech.yml", SpeechWords)
