"""A place from a list that a user adds, checked: nothing goes on that is no place on this globe."""

import math
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from dateline.packs.divisions import division_of, divisions

MAX_NAME = 200
MAX_NAMES = 200
RADIUS_KM = {"adm1": 100.0, "district": 25.0, "neighbourhood": 2.0, "camp": 2.0, "landmark": 1.0, "region": 50.0}
"""A rough half-extent of what is no settlement, where the list gives none."""


class PlacesError(Exception):
    """A list of places cannot be read, fetched or kept. Its text is for the user; what was there before stays."""


class Added(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A place as a list gives it. ``id``: the list's own, ``geonames`` where that is a GeoNames number or one is known."""

    id: str
    name: str
    lat: float
    lon: float
    country: str
    kind: str
    names: tuple[str, ...] = ()
    admin1: str | None = None
    population: int = 0
    geonames: str | None = None


class Tally(msgspec.Struct):
    """What was passed over in one list, and why; and how many places it gave."""

    places: int = 0
    nameless: int = 0
    pointless: int = 0
    homeless: int = 0
    other: int = 0

    def said(self) -> str:
        """The rows passed over, in words; empty if none."""
        parts = (
            (self.nameless, "without a name"),
            (self.pointless, "without a point on the globe"),
            (self.homeless, "of no known country (--country names it)"),
            (self.other, "of kinds that are no places to find"),
        )
        return ", ".join(f"{count:,} {words}" for count, words in parts if count)


def point(lat: object, lon: object) -> tuple[float, float] | None:
    """Degrees as numbers, or null where they are none, not finite, off the globe, or 0, 0: where lists put what has no point."""
    try:
        pair = float(str(lat).strip()), float(str(lon).strip())
    except ValueError:
        return None
    if not all(map(math.isfinite, pair)) or abs(pair[0]) > 90 or abs(pair[1]) > 180 or pair == (0.0, 0.0):
        return None
    return pair


def clean(name: object) -> str:
    """A name in one line without control and format characters; empty where there is none or it is too long for one."""
    return _cleaned(str(name or "")[: MAX_NAME * 2])


@lru_cache(maxsize=16384)  # a list names the same divisions again and again
def _cleaned(name: str) -> str:
    text = "".join(" " if unicodedata.category(ch) in ("Cc", "Zl", "Zp") else ch for ch in name)
    text = " ".join("".join(ch for ch in text if unicodedata.category(ch) not in ("Cf", "Cs", "Co", "Cn")).split())
    return text if len(text) <= MAX_NAME else ""


def number(value: object) -> int:
    """A count of people; 0 where it is none."""
    try:
        found = float(str(value).replace(",", "").strip())
    except ValueError:
        return 0
    return int(found) if 0 <= found < 1e8 else 0


def add(
    tally: Tally,
    *,
    id: str,
    names: Iterable[object],
    lat: object,
    lon: object,
    country: str | None,
    kind: str,
    division: Iterable[object] = (),
    population: object = 0,
    geonames: str | None = None,
) -> Added | None:
    """A checked place, or null and a count of why not. The first of ``names`` is its own; ``division``: what the list calls the
    first-level division it lies in, or is."""
    spot = point(lat, lon)
    called = list(dict.fromkeys(n for n in map(clean, list(names)[:MAX_NAMES]) if n))
    if not called:
        tally.nameless += 1
    elif spot is None:
        tally.pointless += 1
    elif country is None:
        tally.homeless += 1
    else:
        tally.places += 1
        admin1 = _admin1(country, (*called, *division) if kind == "adm1" else division)
        if kind == "adm1" and admin1 is None:
            kind = "region"  # a division that is none of ours must not pass for one
        return Added(
            id=clean(id), name=called[0], lat=round(spot[0], 5), lon=round(spot[1], 5), country=country, kind=kind,
            names=tuple(called[1:]), admin1=admin1, population=number(population), geonames=geonames,
        )  # fmt: skip
    return None


def _admin1(country: str, said: Iterable[object]) -> str | None:
    """Our name of the division; the list's own where we list none of that country."""
    names = [name for n in said if (name := clean(n))]
    if country not in divisions():
        return names[0] if names else None
    return next((ours for name in names if (ours := division_of(country, name)) is not None), None)
