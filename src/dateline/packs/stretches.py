"""The words that say how a stretch of a sentence tells its deed. ``stretches.yml`` compiled."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class Above(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words over the deed in the tree."""

    real: frozenset[str]
    modal: frozenset[str]
    future: frozenset[str]
    kept: frozenset[str]
    called: frozenset[str]
    ended: frozenset[str]
    parts: frozenset[str]
    for_it: frozenset[str]
    meant: frozenset[str]
    aims: frozenset[str]


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    staged: frozenset[str]
    works: frozenset[str]
    anyone: frozenset[str]
    quiet: tuple[str, ...]
    spots: frozenset[str]
    pointing: frozenset[str]
    many: frozenset[str]
    one_form: frozenset[str]
    mounted: frozenset[str]
    distances: frozenset[str]


class Charges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``linked``, ``motives``: a word that ties a person or a deed to another deed, and the words of which one has to follow it."""

    linked: dict[str, frozenset[str]]
    motives: dict[str, frozenset[str]]
    between: frozenset[str]
    foiled: frozenset[str]
    attempts: frozenset[str]


class General(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of deeds told of nobody in particular."""

    whole: frozenset[str]
    some: frozenset[str]
    kept_up: frozenset[str]


class Protests(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    causes: frozenset[str]
    carrying: frozenset[str]
    carried: frozenset[str]
    resulting: frozenset[str]


class Accidents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    made: frozenset[str]
    craft: frozenset[str]
    care: frozenset[str]
    under: frozenset[str]


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sums: frozenset[str]
    counted: frozenset[str]
    ordinals: frozenset[str]
    occasions: frozenset[str]
    papers: frozenset[str]
    handed: frozenset[str]
    beside_speech: frozenset[str]


class StretchFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``stretches.yml``."""

    above: Above
    told: Told
    charges: Charges
    general: General
    protests: Protests
    accidents: Accidents
    times: Times


@cache
def stretches() -> StretchFile:
    """The words of English that say how a deed is told."""
    return read("lang/en/stretches.yml", StretchFile)
