"""The words of openings: mastheads, wire datelines, signatures, labels of the days covered. ``openings.yml`` compiled."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from dateline.packs.lexicon import read


class Mastheads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: frozenset[str]
    imprints: tuple[str, ...]
    links: frozenset[str]
    narrative: frozenset[str]
    notes: frozenset[str]
    of_notes: frozenset[str]
    titles: frozenset[str]
    of_titles: frozenset[str]
    addresses: frozenset[str]
    bylines: frozenset[str]


class Outlets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    organisations: frozenset[str]
    forces: frozenset[str]
    parts: frozenset[str]
    feeds: frozenset[str]
    media: frozenset[str]
    issued: tuple[str, ...]


class Wires(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    openers: frozenset[str]
    sections: frozenset[str]
    newspapers: frozenset[str]


class Signatures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heads: frozenset[str]
    links: frozenset[str]
    behind: frozenset[str]
    ends: frozenset[str]


class Days(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: tuple[str, ...]
    reports: tuple[str, ...]
    recorded: tuple[str, ...]


class OpeningFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``openings.yml``."""

    mastheads: Mastheads
    outlets: Outlets
    wires: Wires
    signatures: Signatures
    days: Days


class Calendar(msgspec.Struct, frozen=True):
    """The months and weekdays of ``times.yml``; two-digit years below ``century_turn`` are of this century."""

    months: dict[str, int]
    weekdays: dict[str, int]
    century_turn: int


class Openings:
    """The lists, and what they come to together. ``unnamed``: what alone makes no name; ``titled``: the same for the title of a
    statement; ``plain``: what a masthead holds in lower case; ``bodies``: words of a name of a body, at the top or signed."""

    def __init__(self, source: OpeningFile, calendar: Calendar) -> None:
        self.masthead, self.outlet, self.wire = source.mastheads, source.outlets, source.wires
        self.signature, self.days = source.signatures, source.days
        top, notes = self.masthead, self.masthead.notes | self.masthead.of_notes
        dated = top.kinds | top.links | calendar.months.keys() | calendar.weekdays.keys()
        self.unnamed = dated | notes
        self.titled = dated | top.titles | top.of_titles
        self.plain = self.unnamed | self.outlet.organisations
        self.bodies = self.outlet.organisations | self.signature.heads


@cache
def calendar() -> Calendar:
    """The calendar of English."""
    return read("lang/en/times.yml", Calendar)


@cache
def openings() -> Openings:
    """The words of English openings."""
    return Openings(read("lang/en/openings.yml", OpeningFile), calendar())


def one_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
