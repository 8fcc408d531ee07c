"""The list of named armed actors: who they are, what they are called, and what kind they were on a given day.

Reading the files (YAML, slow) and building the look-up tables (quick) are apart, so that the ``ActorFile`` records can be
kept in a faster form between runs: ``build`` takes them from anywhere.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec

from dateline.model.incident import ActorKind
from dateline.packs.actor_files import FOLDER, ActorEntry, ActorFile, Force, Forces, normalise, read_files
from dateline.packs.errors import PackError

__all__ = [
    "ActorEntry",
    "ActorList",
    "ForceEntry",
    "Forces",
    "NameEntry",
    "build",
    "exact_case",
    "kind_on",
    "load_actors",
    "normalise",
]


class NameEntry(msgspec.Struct, frozen=True):
    """One way to name an actor.

    ``exact_case``: the only spelling that counts, unless the text is all capitals (null: any case). ``in_capitals``:
    whether it counts in a text of all capitals at all. ``loaded``: a partisan's word. ``member``: a word for its people.
    """

    actor: str
    loaded: bool = False
    exact_case: str | None = None
    member: bool = False
    in_capitals: bool = True


class ForceEntry(msgspec.Struct, frozen=True):
    """One local name of a state's organ; organ ``regime`` is a loaded word for its government and forces."""

    country: str
    organ: str
    exact_case: str | None = None


Entry = TypeVar("Entry", NameEntry, ForceEntry)
Names = Mapping[str, tuple[NameEntry, ...]]


@dataclass(frozen=True)
class ActorList:
    """All actors, by id and by normalised name. One name may belong to several: the article's country decides."""

    by_id: Mapping[str, ActorEntry]
    names: Names
    force_names: Mapping[str, tuple[ForceEntry, ...]]
    by_country: Mapping[str, Forces]
    local: Mapping[str, Names]

    def forces(self, iso: str) -> Forces:
        """The local names of one state's organs; an empty record where nothing is listed."""
        return self.by_country.get(iso.upper(), Forces())

    def local_names(self, iso: str) -> Names:
        """Names that mean an actor only in news of this country ("settlers", "separatists", "Republican Guard")."""
        return self.local.get(iso.upper(), MappingProxyType({}))

    def kind_on(self, actor: str | ActorEntry, day: dt.date | None, country: str | None = None) -> ActorKind:
        """The actor's kind on ``day``; see the function of the same name."""
        return kind_on(self.by_id[actor] if isinstance(actor, str) else actor, day, country)


def exact_case(name: str) -> str | None:
    """The name itself if it is an acronym (one word, at least half of its letters capitals: "FAMa", "M23"), else null."""
    letters = [char for char in name if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    short = " " not in name and (capitals >= 2 or (capitals == 1 and any(char.isdigit() for char in name)))
    return name if short and capitals * 2 >= len(letters) else None


def kind_on(actor: ActorEntry, day: dt.date | None, country: str | None = None) -> ActorKind:
    """What ``actor`` was on ``day`` (null: now), seen in ``country`` (null: at home).

    Before its first period it counts as what it was first, after one and before the next as what it was last. A state's
    organ is an external force in every country but its own.
    """
    kind = _kind_at_home(actor, day)
    if kind == "state_forces" and actor.state and country and country.upper() != actor.state:
        return "external_forces"
    return kind


def _kind_at_home(actor: ActorEntry, day: dt.date | None) -> ActorKind:
    if isinstance(actor.kind, str):
        return actor.kind
    if day is None:
        return actor.kind[-1].kind
    begun = [period for period in actor.kind if period.start is None or period.start <= day]
    return (begun[-1] if begun else actor.kind[0]).kind


def load_actors(folder: Path = FOLDER) -> ActorList:
    """Read every file of ``folder`` and build the list; kept after the first call. A wrong file is a ``PackError``."""
    return _load(Path(folder))


@cache
def _load(folder: Path) -> ActorList:
    return build(read_files(folder))


def build(files: Iterable[ActorFile]) -> ActorList:
    """The look-up tables of all files together; raises ``PackError`` where they contradict each other."""
    by_id: dict[str, ActorEntry] = {}
    by_country: dict[str, Forces] = {}
    for file in files:
        if file.country and file.forces:
            by_country[file.country] = file.forces
        for actor in file.actors:
            if actor.id in by_id:
                raise PackError(f"the id {actor.id} stands twice in the actor files")
            home = (file.country,) if file.country else ()
            by_id[actor.id] = msgspec.structs.replace(actor, countries=actor.countries or home)
    for actor in by_id.values():
        if actor.parent is not None and (actor.parent not in by_id or actor.parent == actor.id):
            raise PackError(f"{actor.id}: no such parent {actor.parent}")
    return ActorList(
        by_id=MappingProxyType(by_id),
        names=_tabulate(pair for actor in by_id.values() for pair in _entries(actor)),
        force_names=_tabulate(pair for iso, forces in by_country.items() for pair in _force_entries(iso, forces)),
        by_country=MappingProxyType(by_country),
        local=MappingProxyType(_local_tables(by_id.values())),
    )


def _entries(actor: ActorEntry) -> Iterator[tuple[str, NameEntry]]:
    for words, loaded, member in ((actor.names, False, False), (actor.loaded, True, False), (actor.members, False, True)):
        for word in words:
            yield word, NameEntry(actor.id, loaded, exact_case(word), member, word not in actor.not_in_capitals)


def _local_tables(actors: Iterable[ActorEntry]) -> dict[str, Names]:
    pairs: dict[str, list[tuple[str, NameEntry]]] = {}
    for actor in actors:
        for words, loaded in ((actor.local, False), (actor.local_loaded, True)):
            for word in words:
                entry = NameEntry(actor.id, loaded, exact_case(word), False, word not in actor.not_in_capitals)
                for iso in actor.countries:
                    pairs.setdefault(iso, []).append((word, entry))
    return {iso: _tabulate(found) for iso, found in pairs.items()}


def _force_entries(iso: str, forces: Forces) -> Iterator[tuple[str, ForceEntry]]:
    for organ in forces.__struct_fields__:
        value = getattr(forces, organ)
        if isinstance(value, Force):
            yield from ((word, ForceEntry(iso, organ, exact_case(word))) for word in value.names)
    yield from ((word, ForceEntry(iso, "regime", exact_case(word))) for word in forces.regime_words)


def _tabulate(pairs: Iterable[tuple[str, Entry]]) -> Mapping[str, tuple[Entry, ...]]:
    """Entries by normalised word, in the order of the files, none twice."""
    table: dict[str, dict[Entry, None]] = {}
    for word, entry in pairs:
        table.setdefault(normalise(word), {})[entry] = None
    return MappingProxyType({key: tuple(entries) for key, entries in table.items()})
