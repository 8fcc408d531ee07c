"""Countries: what reporters call them, their people and their adjectives, and a centre with a rough half-extent."""

from collections.abc import Mapping
from functools import cache, lru_cache

import msgspec

from dateline.packs.lexicon import read


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One country or territory. ``lat``/``lon`` in degrees, ``radius_km`` a rough half-extent. ``theatres``: codes of
    the countries in which its forces have fought since 2011, the likeliest first."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    lat: float
    lon: float
    radius_km: float
    theatres: tuple[str, ...] = ()


_PARTS = frozenset(
    ("west bank", "gaza strip", "gaza", "england", "scotland", "wales", "northern ireland", "ulster", "tanganyika")
)


_OPENING = 4  # letters; so many tell most words from the openings of names


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """The form in which country words are compared: casefolded, one kind of apostrophe, single spaces, no leading "the"."""
    folded = " ".join(word.replace("’", "'").casefold().split())
    return folded.removeprefix("the ")


class Countries:
    """All countries by ISO 3166-1 code (``XK`` is Kosovo), searched by name, adjective and people. Immutable."""

    def __init__(self, table: Mapping[str, Country]) -> None:
        self._table = dict(table)
        self._names: dict[str, str] = {}
        self._adjectives: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self._capitals: dict[str, str] = {}
        self._exact: dict[str, frozenset[str]] = {}
        self._openings = {"the"[:n] for n in range(1, 4)}
        for iso, country in self._table.items():
            self._enter(self._names, iso, (country.name, *country.names))
            self._enter(self._adjectives, iso, country.adjectives)
            self._enter(self._people, iso, country.people)
            self._capitals.setdefault(key(country.capital), iso)

    def _enter(self, index: dict[str, str], iso: str, words: tuple[str, ...]) -> None:
        for word in words:
            index.setdefault(key(word), iso)
            self._openings |= {key(word)[:n] for n in range(1, _OPENING + 1)}
            if word.isupper():
                self._exact[key(word)] = self._exact.get(key(word), frozenset()) | {word}

    def _find(self, index: dict[str, str], word: str) -> str | None:
        k = key(word)
        iso = index.get(k)
        if iso is None:
            return None
        exact = self._exact.get(k)
        if exact is not None and word.removeprefix("the ").removeprefix("THE ") not in exact:
            return None
        return iso

    def theatres(self, iso: str) -> tuple[str, ...]:
        """The countries in which the forces of ``iso`` have fought since 2011; empty for an unknown code."""
        return self._table[iso].theatres if iso in self._table else ()

    def may_open(self, low: str) -> bool:
        """Whether a name, adjective or people may begin with ``low``, a word in small letters: a quick look that spares others."""
        return low[:_OPENING] in self._openings

    def by_name(self, word: str) -> str | None:
        """The code of the country so called. Names in capitals ("US", "CAR") match in capitals only."""
        return self._find(self._names, word)

    def by_adjective(self, word: str) -> str | None:
        """The code of the country whose adjective this is ("Syrian", "Nigerien")."""
        return self._find(self._adjectives, word)

    def by_people(self, word: str) -> str | None:
        """The code of the country whose people this is ("Afghans", "Turks")."""
        return self._find(self._people, word)

    def by_capital(self, word: str) -> str | None:
        """The code of the country whose capital this is."""
        return self._capitals.get(key(word))

    def capital(self, iso: str) -> str | None:
        """The capital's name."""
        country = self._table.get(iso)
        return country.capital if country else None

    def centre(self, iso: str) -> tuple[float, float, float] | None:
        """Latitude and longitude of the middle in degrees, and the half-extent in km."""
        country = self._table.get(iso)
        return (country.lat, country.lon, country.radius_km) if country else None

    def name(self, iso: str) -> str | None:
        """The common English name."""
        country = self._table.get(iso)
        return country.name if country else None

    def adjective(self, iso: str) -> str | None:
        """The adjective ("Syrian"), the first where there are several."""
        country = self._table.get(iso)
        return country.adjectives[0] if country and country.adjectives else None

    def is_whole(self, word: str) -> bool:
        """Whether ``word`` names a country as such, and not a part of one ("West Bank", "Gaza Strip", "Scotland")."""
        return key(word) not in _PARTS

    def codes(self) -> tuple[str, ...]:
        """All codes, in the order of the file."""
        return tuple(self._table)

    @property
    def names(self) -> Mapping[str, str]:
        """Every name, as compared (see ``key``), with its code."""
        return self._names


@cache
def load_countries() -> Countries:
    """The countries of ``data/countries.yml``."""
    return Countries(read("countries.yml", dict[str, Country]))
