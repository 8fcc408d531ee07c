"""Weapons, harmed things and sites: ``things.yml`` compiled to tables by written form."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read
from dateline.packs.patterns import Patterns, verb_forms
from dateline.packs.triggers import trigger_file


class Sites(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: frozenset[str]


class ThingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``things.yml``."""

    means: dict[str, tuple[str, ...]]
    damage: dict[str, tuple[str, ...]]
    harm: dict[str, tuple[str, ...]]
    sites: Sites


class Things:
    """Tables by written form."""

    def __init__(self, source: ThingFile) -> None:
        self.mean_names = tuple(source.means)
        self.damage_names = tuple(source.damage)
        self.means = Patterns([(k, w) for k, ws in enumerate(source.means.values()) for w in ws], {})
        self.damage = Patterns([(k, w) for k, ws in enumerate(source.damage.values()) for w in ws], {})
        irregular = trigger_file().irregular
        self.harm = {f: name for name, verbs in source.harm.items() for v in verbs for f in verb_forms(v, irregular)}
        self.sites = source.sites.words


@cache
def things() -> Things:
    """The things of English."""
    return Things(read("lang/en/things.yml", ThingFile))
