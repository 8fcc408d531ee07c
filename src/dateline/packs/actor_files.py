"""The files of ``data/actors``, as written: their schema, and reading them.

Each file holds one country's armed groups and the local names of its state's forces; ``transnational.yml`` holds actors
at home in no one country. An unknown key, a missing field or a value outside its closed list refuses the whole file.
"""

import datetime as dt
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import msgspec

from dateline.packs.errors import PackError
from dateline.packs.lexicon import load_yaml

FOLDER = Path(__file__).parent.parent / "data" / "actors"

GroupKind = Literal[
    "state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces", "rioters", "unknown"
]

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ə": "e"})
_DROPPED = str.maketrans(dict.fromkeys("'’‘ʼʻʿʾ`´ʹ′ˈ.,"))
_SPACED = str.maketrans(dict.fromkeys("-‐‑‒–—/_", " "))


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an actor was from one day to another, both inclusive; null is open."""

    kind: GroupKind
    start: dt.date | None = msgspec.field(default=None, name="from")
    end: dt.date | None = msgspec.field(default=None, name="to")


class ActorEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One actor. ``name`` is what is printed, never looked for; these are looked for in text:

    ``names`` anywhere; ``loaded`` (partisan words, never printed as the name) and ``members`` (words for its people)
    likewise; ``local`` and ``local_loaded`` only in news of ``countries``, because elsewhere the words mean others or nobody
    ("settlers", "Kharijites").
    ``not_in_capitals`` repeats those names that are ordinary words once a text is all capitals ("IS").

    ``countries`` are where it operates, its home first (left out: the file's country). ``state`` is set for an organ of a
    state, whose people are external forces wherever that state is not at home. ``governs``: holds land and courts of its own, so
    that those whom it takes are arrested, not abducted (ACLED codebook: de facto authorities).
    """

    id: str
    name: str
    kind: GroupKind | tuple[Period, ...]
    names: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    local_loaded: tuple[str, ...] = ()
    not_in_capitals: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    parent: str | None = None
    state: str | None = None
    governs: bool = False

    def words(self) -> tuple[str, ...]:
        """Everything that is looked for in text."""
        return (*self.names, *self.loaded, *self.members, *self.local, *self.local_loaded)


class Force(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A generic organ of a state. ``name`` is null where the neutral name made from the country's will do."""

    name: str | None = None
    names: tuple[str, ...] = ()


class Forces(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a state's own organs are called at home, and the loaded words for its government (``regime_words``)."""

    government: Force | None = None
    army: Force | None = None
    air_force: Force | None = None
    navy: Force | None = None
    coast_guard: Force | None = None
    police: Force | None = None
    gendarmerie: Force | None = None
    national_guard: Force | None = None
    border_guard: Force | None = None
    presidential_guard: Force | None = None
    prison_service: Force | None = None
    intelligence: Force | None = None
    security_forces: Force | None = None
    regime_words: tuple[str, ...] = ()


class ActorFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file. ``country`` is null for actors at home in no one country."""

    country: str | None
    actors: tuple[ActorEntry, ...] = ()
    forces: Forces | None = None


@lru_cache(maxsize=16384)
def normalise(name: str) -> str:
    """The form in which names are compared: no case, accents, apostrophes, commas or full stops; hyphens and slashes are spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_DROPPED).translate(_LETTERS))
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(kept.translate(_SPACED).translate(_DROPPED).split())


def actor_paths(folder: Path = FOLDER) -> list[Path]:
    """Every actor file of ``folder``, in order of name; ``PackError`` where there is none."""
    paths = sorted(folder.glob("*.yml"))
    if not paths:
        raise PackError(f"{folder}: no actor files")
    return paths


def read_files(folder: Path = FOLDER) -> tuple[ActorFile, ...]:
    """Every actor file of ``folder``, read."""
    return tuple(read_file(path) for path in actor_paths(folder))


def read_file(path: Path) -> ActorFile:
    """One actor file; raises ``PackError`` naming the file and the entry that is wrong."""
    try:
        file = msgspec.convert(load_yaml(path.name, path.read_bytes()), ActorFile)
    except (OSError, msgspec.ValidationError) as error:
        raise PackError(f"{path.name}: {error}") from error
    expected = None if path.stem == "transnational" else path.stem.upper()
    if file.country != expected:
        raise PackError(f"{path.name}: country is {file.country!r}, the file's name says {expected!r}")
    for actor in file.actors:
        wrong = _fault(actor, file.country)
        if wrong:
            raise PackError(f"{path.name}: {actor.id}: {wrong}")
    return file


def _fault(actor: ActorEntry, country: str | None) -> str | None:
    """What is wrong with one entry, beyond what its types say."""
    empty = [word for word in actor.words() if not normalise(word)]
    if empty:
        return f"nothing to match in {empty}"
    if not actor.words():
        return "no names"
    if not actor.countries and country is None:
        return "no countries"
    unknown = set(actor.not_in_capitals) - set(actor.words())
    if unknown:
        return f"not_in_capitals has words that are not listed: {sorted(unknown)}"
    return None if isinstance(actor.kind, str) else _fault_in_time(actor.kind)


def _fault_in_time(periods: tuple[Period, ...]) -> str | None:
    if not periods:
        return "the list of kinds is empty"
    for period in periods:
        if period.start and period.end and period.end < period.start:
            return f"a period ends ({period.end}) before it begins ({period.start})"
    for before, after in pairwise(periods):
        if after.start is None or before.end is None or after.start < before.end:
            return "periods overlap or are out of order"
    return None
