"""The English words around places: ``lang/en/places.yml``."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of ``lang/en/places.yml``."""

    kinds: dict[str, str]
    dropped: frozenset[str]
    inner: frozenset[str]
    prepositions: dict[str, str]
    edges: frozenset[str]
    insides: frozenset[str]
    deeds: frozenset[str]
    directions: dict[str, int]
    units: dict[str, float]
    numbers: dict[str, float]
    modifiers: frozenset[str]
    taking: frozenset[str]
    striking: frozenset[str]
    entering: frozenset[str]
    contests: frozenset[str]
    leaving: frozenset[str]
    falling: frozenset[str]
    leaving_from: frozenset[str]
    placing: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    organisations: frozenset[str]
    not_places: frozenset[str]
    function: frozenset[str]
    ordinary: frozenset[str]
    generic: frozenset[str]
    heads: frozenset[str]
    particles: frozenset[str]
    of_heads: frozenset[str]
    anaphors: frozenset[str]
    compass: frozenset[str]
    roughly: frozenset[str]
    belonging: frozenset[str]
    acting: frozenset[str]
    civic: frozenset[str]
    short_forms: dict[str, str]
    postal: dict[str, str]
    given_names: frozenset[str]
    any_town: frozenset[str]
    loosely: frozenset[str]
    desks_far: frozenset[str]
    desks_near: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The English words around places."""
    return read("lang/en/places.yml", PlaceWords)
