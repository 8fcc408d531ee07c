"""The words around figures of people: who is counted, what became of them. ``tolls.yml`` compiled."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class Counted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    aged: frozenset[str]
    doers: frozenset[str]
    harmed: frozenset[str]
    souls: frozenset[str]
    men: frozenset[str]
    possessive: frozenset[str]
    them: frozenset[str]
    more: frozenset[str]
    kin: frozenset[str]
    housed: frozenset[str]
    ends: frozenset[str]
    attackers: frozenset[str]
    raiders: frozenset[str]
    forces: frozenset[str]


class Totals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: frozenset[str]
    numbers: frozenset[str]
    brings: frozenset[str]
    corrects: frozenset[str]
    before: frozenset[str]
    put: frozenset[str]
    counts: frozenset[str]
    partly: frozenset[str]
    rises: frozenset[str]
    found: frozenset[str]
    perhaps: tuple[str, ...]


class Fates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    freed: frozenset[str]
    past: frozenset[str]
    executed: frozenset[str]
    silent: frozenset[str]
    undergone: frozenset[str]
    wounds: frozenset[str]
    limbs: frozenset[str]
    falls: frozenset[str]
    gravely: frozenset[str]
    alone: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    joint: frozenset[tuple[str, str]]


class Courts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    judged: frozenset[str]
    stands: tuple[str, ...]


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small words between a figure and its predicate."""

    be: frozenset[str]
    helps: frozenset[str]
    told_apart: frozenset[str]
    clause: frozenset[str]
    behind: frozenset[str]


class TollFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``tolls.yml``."""

    people: Counted
    totals: Totals
    courts: Courts
    fates: Fates
    between: Between


@cache
def tolls() -> TollFile:
    """The words of English around figures of people."""
    return read("lang/en/tolls.yml", TollFile)
