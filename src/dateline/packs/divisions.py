"""First-level divisions, informal regions and further towns of ``data/places``."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from dateline.packs.lexicon import read
from dateline.packs.name_keys import apart, bound, consonants, exact_key, loose_key

DIVISIONS = ("africa", "americas", "asia", "europe", "middle_east", "oceania")
_KIND = re.compile(
    r"\b(?:governorate|province|oblast|state|region|department|district|muhafazat|wilayat|republic of)\b", re.I
)
_BRACKET = re.compile(r"\(([^()]{1,80})\)")


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


@cache
def divisions() -> dict[str, tuple[Division, ...]]:
    """The first-level divisions by country code."""
    table: dict[str, tuple[Division, ...]] = {}
    for part in DIVISIONS:
        table.update(read(f"places/{part}.yml", dict[str, tuple[Division, ...]]))
    return table


def regions() -> tuple[Region, ...]:
    """The informal regions, islands, seas and districts."""
    return read("places/regions.yml", tuple[Region, ...])


class Town(NamedTuple):
    """A town or village that the list of towns lacks. Degrees, good to some ten km."""

    names: tuple[str, ...]  # its own first
    country: str
    admin1: str
    lat: float
    lon: float


def towns() -> Iterator[Town]:
    """The further towns of the news."""
    table = read("places/towns.yml", dict[str, dict[str, dict[str, tuple[float, float]]]])
    for country, parts in table.items():
        for admin1, rows in parts.items():
            for names, (lat, lon) in rows.items():
                yield Town(tuple(names.split("|")), country, admin1, lat, lon)


@cache
def division_of(country: str, said: str) -> str | None:
    """Our name of the division that somebody else's list of places calls ``said``: spelt so, or the only one that sounds so."""
    words = [_BRACKET.sub(" ", said), *_BRACKET.findall(said)]
    asked = [key for word in words if (key := exact_key(_KIND.sub(" ", word)))]
    table = {exact_key(_KIND.sub(" ", n)): d.name for d in divisions().get(country, ()) for n in (*d.names, d.name)}
    if spelt := next((table[key] for key in asked if key in table), None):
        return spelt
    near = {name for key in asked for other, name in table.items() if _alike(loose_key(key), loose_key(other))}
    return near.pop() if len(near) == 1 else None


def _alike(one: str, other: str) -> bool:
    return consonants(one) == consonants(other) and apart(one, other) <= max(0.0, bound(one))
