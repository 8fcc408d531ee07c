"""The types of incident and ACLED's hierarchy: ``ontology.yml``."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class TypeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One type: the sub-event types it may take, the default, and what it means."""

    default: str
    sub: tuple[str, ...]
    means: str


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``ontology.yml``."""

    hierarchy: tuple[tuple[str, tuple[str, ...]], ...]
    types: dict[str, TypeEntry]

    def event_type(self, sub: str) -> str:
        """ACLED's event type of a sub-event type. Raises KeyError for an unknown one."""
        for event, subs in self.hierarchy:
            if sub in subs:
                return event
        raise KeyError(sub)


@cache
def ontology() -> Ontology:
    """The ontology."""
    return read("ontology.yml", Ontology)
