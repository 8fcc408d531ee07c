"""The words that make a deed of a word of violence, or a figure of speech. ``proofs.yml`` compiled."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class Borrowed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Figures of speech."""

    kinds: frozenset[str]
    bywords: tuple[str, ...]
    behind: frozenset[str]
    adverbs: frozenset[str]
    under: frozenset[str]
    blame: frozenset[str]
    labour: frozenset[str]
    drills: frozenset[str]
    events: frozenset[str]
    offices: frozenset[str]
    causes: frozenset[str]
    quarrels: frozenset[str]
    sought: frozenset[str]


class Nature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    swept: frozenset[str]
    supplies: frozenset[str]


class Street(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What blocks a road or fills a street and is no protest."""

    lodged: frozenset[str]
    aloof: frozenset[str]
    pious: frozenset[str]
    rescues: frozenset[str]
    obstacles: frozenset[str]


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pronouns: frozenset[str]
    deeds: tuple[str, ...]
    street: frozenset[str]
    folk: frozenset[str]
    crowd: frozenset[str]


class Arms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    weapons: frozenset[str]
    armed: frozenset[str]
    operations: frozenset[str]


class Peace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pacts: frozenset[str]
    business: frozenset[str]
    signers: frozenset[str]
    stop: frozenset[str]
    given: frozenset[str]
    both: frozenset[str]


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    property: frozenset[str]
    struck: frozenset[str]
    hits: frozenset[str]
    lairs: frozenset[str]


class ProofFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``proofs.yml``."""

    borrowed: Borrowed
    nature: Nature
    street: Street
    people: People
    arms: Arms
    peace: Peace
    ground: Ground


@cache
def proofs() -> ProofFile:
    """The words of English that bear a deed out, or do not."""
    return read("lang/en/proofs.yml", ProofFile)
