"""The words that tell who did it to whom. ``roles.yml`` compiled."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    between: frozenset[str]
    met: frozenset[str]
    loyal: frozenset[str]
    beliefs: frozenset[str]
    led: frozenset[str]
    laid: frozenset[str]


class Deeds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    walked: tuple[str, ...]
    light: frozenset[str]
    lands: frozenset[str]
    burst: frozenset[str]
    meets: tuple[str, ...]
    given_up: frozenset[str]
    fired: frozenset[str]


class Things(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mines: frozenset[str]
    shots: frozenset[str]
    used: frozenset[str]
    sites: frozenset[str]


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    communal: frozenset[str]
    bands: frozenset[str]
    settled: frozenset[str]
    troops: frozenset[str]
    rivals: frozenset[str]
    ours: frozenset[str]


class RoleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``roles.yml``."""

    marks: Marks
    deeds: Deeds
    things: Things
    people: People


@cache
def roles() -> RoleFile:
    """The words of English that give sides."""
    return read("lang/en/roles.yml", RoleFile)
