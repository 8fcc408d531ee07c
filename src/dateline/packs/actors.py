"""The list of named armed actors: who they are, what they are called, and what kind they were on a given day.

Reading the files and building the look-up tables are slow, so the tables are kept between runs (``packs/cache.py``).
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
from dateline.packs import actor_files
from dateline.packs.actor_files import FOLDER, ActorEntry, ActorFile, Force, Forces, actor_paths, normalise, read_files
from dateline.packs.cache import kept
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
    ``local``: means the actor only in news of the actor's countries.
    """

    actor: str
    loaded: bool = False
    exact_case: str | None = None
    member: bool = False
    in_capitals: bool = True
    local: bool = False


class ForceEntry(msgspec.Struct, frozen=True):
    """One local name of a state's organ; organ ``regime`` is a loaded word for its government and forces."""

    country: str
    organ: str
    exact_case: str | None = None


class Tables(msgspec.Struct, frozen=True):
    """An ``ActorList`` in a form that can be kept."""

    by_id: dict[str, ActorEntry]
    names: dict[str, tuple[NameEntry, ...]]
    force_names: dict[str, tuple[ForceEntry, ...]]
    by_country: dict[str, Forces]
    local_words: dict[str, tuple[NameEntry, ...]]


Entry = TypeVar("Entry", NameEntry, ForceEntry)
Names = Mapping[str, tuple[NameEntry, ...]]


@dataclass(frozen=True)
class ActorList:
    """All actors, by id and by normalised name. One name may belong to several: the article's country decides.

    ``names`` hold everywhere. ``local_words`` ("settlers", "separatists", "Wagner") hold only in news of the actor's countries:
    whoever looks before the country is known keeps such an entry as a candidate, and drops it unless the country fits; where it
    fits, it goes before a name that holds everywhere.
    """

    by_id: Mapping[str, ActorEntry]
    names: Names
    force_names: Mapping[str, tuple[ForceEntry, ...]]
    by_country: Mapping[str, Forces]
    local_words: Names

    def forces(self, iso: str) -> Forces:
        """The local names of one state's organs; an empty record where nothing is listed."""
        return self.by_country.get(iso.upper(), Forces())

    def local_names(self, iso: str) -> Names:
        """The ``local_words`` that hold in news of one country."""
        here = {
            key: tuple(e for e in found if iso.upper() in self.by_id[e.actor].countries)
            for key, found in self.local_words.items()
        }
        return {key: found for key, found in here.items() if found}

    def kind_on(self, actor: str | ActorEntry, day: dt.date | None, country: str | None = None) -> ActorKind:
        """The actor's kind on ``day``; see the function of the same name."""
        return kind_on(self.by_id[actor] if isinstance(actor, str) else actor, day, country)


def exact_case(name: str) -> str | None:
    """The name itself if it is an acronym (one word, each part at least half capitals: "FAMa", "M23", "SPLA-IO"), else null."""
    parts = ["".join(filter(str.isalpha, part)) for part in name.replace("/", "-").split("-")]
    capitals = sum(map(str.isupper, name))
    enough = capitals >= 2 or (capitals == 1 and any(map(str.isdigit, name)))
    even = all(sum(map(str.isupper, part)) * 2 >= len(part) for part in parts)
    return name if enough and even and " " not in name else None


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
    if folder != FOLDER:
        return build(read_files(folder))
    try:
        sources = [part for path in actor_paths(folder) for part in (path.name.encode(), path.read_bytes())]
    except OSError as error:
        raise PackError(str(error)) from error
    makers = [__file__, str(actor_files.__file__)]
    return _shown(kept("actors", Tables, sources, makers, lambda: tables(read_files(folder))))


def build(files: Iterable[ActorFile]) -> ActorList:
    """The look-up tables of all files together; raises ``PackError`` where they contradict each other."""
    return _shown(tables(files))


def _shown(found: Tables) -> ActorList:
    return ActorList(
        by_id=MappingProxyType(found.by_id),
        names=MappingProxyType(found.names),
        force_names=MappingProxyType(found.force_names),
        by_country=MappingProxyType(found.by_country),
        local_words=MappingProxyType(found.local_words),
    )


def tables(files: Iterable[ActorFile]) -> Tables:
    """The tables behind an ``ActorList``; raises ``PackError`` where the files contradict each other."""
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
    return Tables(
        by_id=by_id,
        names=_tabulate(pair for actor in by_id.values() for pair in _entries(actor)),
        force_names=_tabulate(pair for iso, forces in by_country.items() for pair in _force_entries(iso, forces)),
        by_country=by_country,
        local_words=_tabulate(pair for actor in by_id.values() for pair in _local_entries(actor)),
    )


def _entries(actor: ActorEntry) -> Iterator[tuple[str, NameEntry]]:
    """Names that hold everywhere."""
    for words, loaded, member in (
        (actor.names, False, False),
        (actor.loaded, True, False),
        (actor.members, False, True),
    ):
        for word in words:
            yield word, NameEntry(actor.id, loaded, exact_case(word), member, word not in actor.not_in_capitals)


def _local_entries(actor: ActorEntry) -> Iterator[tuple[str, NameEntry]]:
    for words, loaded in ((actor.local, False), (actor.local_loaded, True)):
        for word in words:
            shown = word not in actor.not_in_capitals
            yield word, NameEntry(actor.id, loaded, exact_case(word), in_capitals=shown, local=True)


def _force_entries(iso: str, forces: Forces) -> Iterator[tuple[str, ForceEntry]]:
    for organ in forces.__struct_fields__:
        value = getattr(forces, organ)
        if isinstance(value, Force):
            yield from ((word, ForceEntry(iso, organ, exact_case(word))) for word in value.names)
    yield from ((word, ForceEntry(iso, "regime", exact_case(word))) for word in forces.regime_words)


def _tabulate(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Entries by normalised word, in the order of the files, none twice."""
    table: dict[str, dict[Entry, None]] = {}
    for word, entry in pairs:
        table.setdefault(normalise(word), {})[entry] = None
    return {key: tuple(entries) for key, entries in table.items()}
