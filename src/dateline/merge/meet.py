"""Values as sets of possibilities: days, areas, counts. ``meet`` is what two of them both allow, null where that is nothing."""

import datetime as dt
import math
import re
from functools import lru_cache
from typing import NamedTuple

from dateline.merge.story import is_everyday, words
from dateline.model.incident import CountKind, When, Where
from dateline.packs.gazetteer import exact_key, loose_key

WINDOW = 7
"""Days before a statement in which what it tells is looked for: 94 of 100 reports come within a week (UCDP)."""

PRECISE = frozenset(("exact", "landmark", "neighbourhood", "settlement", "near"))
"""Precisions of a place that names a town or a part of one; the others are regions."""

_WITHIN = frozenset(("exact", "landmark", "neighbourhood"))
_VOWELS = re.compile(r"[aeiouwy~ ]+")
_EARTH = 12742.0
_NAMESAKE_KM = 25.0
"""Two points of one name that lie further apart than their radii and this are namesakes."""


class Days(NamedTuple):
    """Days as ordinals, both ends inclusive; null: not bounded on that side."""

    lo: int | None
    hi: int | None

    @classmethod
    def of(cls, when: When, published: dt.date | None) -> "Days":
        """The days a report allows. News has happened by the day it is published."""
        lo = when.start.toordinal() if when.start else None
        hi = when.end.toordinal() if when.end else published.toordinal() if published else None
        return cls(lo, hi) if lo is None or hi is None or lo <= hi else cls(lo, lo)

    def meet(self, other: "Days") -> "Days | None":
        lo = max((d for d in (self.lo, other.lo) if d is not None), default=None)
        hi = min((d for d in (self.hi, other.hi) if d is not None), default=None)
        return None if lo is not None and hi is not None and lo > hi else Days(lo, hi)

    def gap(self, other: "Days") -> int:
        """Days between two that do not meet; 0 where they do."""
        gaps = [a.lo - b.hi for a, b in ((self, other), (other, self)) if a.lo is not None and b.hi is not None]
        return max(0, *gaps) if gaps else 0


class Count(NamedTuple):
    """People, ``high`` null: no upper bound."""

    low: int
    high: int | None

    @classmethod
    def of(cls, low: int, high: int | None, kind: CountKind) -> "Count":
        """A figure as what it allows: "about N" is N ± 10 %, at least 1."""
        high = None if high is None else max(low, high)
        if kind != "about":
            return cls(low, high)
        slack = max(1, round(low * 0.1))
        return cls(max(0, low - slack), None if high is None else high + slack)

    def meet(self, other: "Count") -> "Count | None":
        low = max(self.low, other.low)
        high = min((h for h in (self.high, other.high) if h is not None), default=None)
        return None if high is not None and low > high else Count(low, high)

    def plus(self, other: "Count") -> "Count":
        return Count(self.low + other.low, None if self.high is None or other.high is None else self.high + other.high)


class Area(NamedTuple):
    """A place: its point and radius where it has one, else its name and the areas it lies in. Empty names: not told."""

    name: str
    skeleton: str
    words: frozenset[str]
    place: str | None
    lat: float | None
    lon: float | None
    radius: float
    precision: str
    country: str | None
    admin1: str
    spelled: frozenset[str] = frozenset()
    doubtful: bool = False

    @classmethod
    def of(cls, where: Where) -> "Area":
        numbers = (where.lat, where.lon, where.radius_km or 0.0)
        placed = all(n is not None and math.isfinite(n) for n in numbers)
        name = place_key(where.name) if where.name and where.precision != "country" else ""
        return cls(
            name,
            skeleton(name),
            frozenset(exact_key(where.text).split()) if where.text else frozenset(),
            where.gazetteer_id,
            where.lat if placed else None,
            where.lon if placed else None,
            min(max(where.radius_km or 0.0, 0.0), _EARTH) if placed else 0.0,
            where.precision,
            where.country,
            place_key(where.admin1) if where.admin1 else "",
            name_words(where.name) if name and where.precision in PRECISE and where.name else frozenset(),
            bool(where.name and not where.gazetteer_id and not placed and is_everyday(where.name)),
        )

    @property
    def precise(self) -> bool:
        return self.precision in PRECISE and bool(self.name or self.lat is not None)

    @property
    def firm(self) -> bool:
        """Whether it is a town, or a part of one, and known where."""
        return self.precise and self.found

    @property
    def found(self) -> bool:
        """Whether it is known where the place lies."""
        return self.lat is not None or self.place is not None

    def relation(self, other: "Area") -> str:
        """``same``, ``spelt``, ``near``, ``region``, ``inside``, ``unknown``, ``namesake`` or ``apart``: what two places may be to each other."""
        if self.country and other.country and self.country != other.country:
            return "apart"
        distance = self.km(other)
        if distance is not None and distance > self.radius + other.radius + _NAMESAKE_KM:
            return "namesake" if self.firm and other.firm and self._shares_name(other) else "apart"
        if self.precise and other.precise:
            return self._towns(other, distance)
        if distance is None and self.admin1 and other.admin1 and self.admin1 != other.admin1:
            return "apart"
        if self.precision == other.precision and self.name and self.name == other.name:
            return "region"
        told = (self.country and other.country) or distance is not None
        return "inside" if told and self.precision != "unknown" != other.precision else "unknown"

    def _shares_name(self, other: "Area") -> bool:
        less, more = sorted((self.spelled, other.spelled), key=len)
        return bool(less) and less <= more and self.country == other.country is not None

    def _towns(self, other: "Area", distance: float | None) -> str:
        if self.place and self.place == other.place:
            return "same"
        apart = distance is not None and distance > self.radius + other.radius
        if self.name and self.name == other.name and not apart:
            return "same"
        if distance is None:
            if self.admin1 and other.admin1 and self.admin1 != other.admin1:
                return "apart"
            if self.skeleton == other.skeleton and len(self.skeleton) >= 3:
                return "spelt"
        if self.precision == other.precision == "settlement" or apart:
            return "unknown" if self.doubtful or other.doubtful else "apart"
        if self.precision in _WITHIN and other.precision in _WITHIN and not distance:
            return "near" if self.words & other.words or distance == 0 else "apart"
        return "near" if distance is not None or self.words & other.words else "unknown"

    def meet(self, other: "Area") -> "Area | None":
        """The finer of two places that may be one."""
        if self.relation(other) == "apart":
            return None
        return min(self, other, key=Area.fineness)

    def fineness(self) -> tuple[bool, bool, float, bool, str]:
        """Sorts the closest told place first: towns before regions, those with a point before those without."""
        return (
            not self.precise,
            self.lat is None,
            self.radius,
            not self.admin1,
            repr((*self[:2], sorted(self.words), *self[3:-2], sorted(self.spelled), self.doubtful)),
        )

    def km(self, other: "Area") -> float | None:
        """Great-circle distance; null where one has no point."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        a, b, c, d = (math.radians(x) for x in (self.lat, self.lon, other.lat, other.lon))
        h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
        return _EARTH * math.asin(min(1.0, math.sqrt(h)))


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """The form in which place names are compared: the gazetteer's own key over transliterations."""
    return loose_key(exact_key(name))


@lru_cache(maxsize=65536)
def name_words(name: str) -> frozenset[str]:
    """The words of a place's name as a report's words are kept."""
    return words(name)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a key, each once in a row: "Abu Tiltil" and "Abu Taltal" come out alike."""
    bare = _VOWELS.sub("", name)
    return re.sub(r"(.)\1+", r"\1", bare)
