"""How well spellings of one place find each other, and how often they find another place: ``python -m tools.spellings FILE``.

FILE is a Who's On First export of a country (JSON Lines, gzip). Of every settlement each Latin spelling is taken out in turn and
looked up among all that remain, as the gazetteer does: exact key, then sound, then near sound. Two places whose names are written
alike in Arabic are namesakes: no key can tell them apart, and they do not count as false.
"""

import argparse
import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dateline.packs.gazetteer import SLACK
from dateline.packs.name_keys import apart, bound, consonants, exact_key, is_latin, loose_key

NEAR_KM, SAME_KM = 30.0, 1.0
_ARABIC = re.compile("[\u0600-\u06ff]")
_VARIANTS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": None})


class Town(NamedTuple):
    """A settlement: its point, its Latin spellings, its names in Arabic letters."""

    lat: float
    lon: float
    latin: tuple[str, ...]
    arabic: frozenset[str]


class Measure(NamedTuple):
    """``recall``: spellings found by another spelling of the same place, of all of places with several. ``false``: spellings
    whose look-up gives another place within 30 km, of all; ``false_heard``: of those that no exact key answers."""

    places: int
    spellings: int
    recall: float
    false: float
    false_heard: float


def towns(path: Path) -> list[Town]:
    """The settlements of the export."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    found = []
    for row in rows:
        names = sorted({n for n in (row["name"], *row["names"]) if n})
        latin = tuple(n for n in names if is_latin(n) and exact_key(n))
        if row["placetype"] == "locality":
            found.append(Town(row["lat"], row["lon"], latin, frozenset(map(_arabic, filter(_ARABIC.search, names)))))
    return found


def _arabic(name: str) -> str:
    words = re.sub("[\u064b-\u0652]", "", name.translate(_VARIANTS)).split()
    return re.sub("اء?$", "ه", " ".join(w.removeprefix("ال") for w in words))


def measure(places: Iterable[Town]) -> Measure:
    """Look every spelling up among the others."""
    listed = list(places)
    exact: dict[str, set[int]] = defaultdict(set)
    heard: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for number, town in enumerate(listed):
        for name in town.latin:
            key = exact_key(name)
            exact[key].add(number)
            heard[consonants(loose_key(key))].append((number, name, loose_key(key)))
    total = found = asked = false = 0
    for number, town in enumerate(listed):
        for name in town.latin if len(town.latin) > 1 else ():
            total += 1
            key = exact_key(name)
            spelt = any(exact_key(other) == key for other in town.latin if other != name)
            given = _heard(number, name, heard)
            found += spelt or any(n == number for n, _ in given)
            if not spelt and exact[key] == {number}:
                asked += 1
                least = min((far for _, far in given), default=0.0)
                false += any(far <= least + SLACK and _false(listed, number, n) for n, far in given)
    return Measure(len(listed), total, found / total, false / total, false / asked)


def _heard(number: int, name: str, heard: dict[str, list[tuple[int, str, str]]]) -> list[tuple[int, float]]:
    """The places with another spelling of the same sound, or failing that of a near one, and how far it lies apart."""
    loose = loose_key(exact_key(name))
    if len(exact_key(name)) < 3 or not consonants(loose):
        return []
    rest = [(n, apart(loose, k)) for n, m, k in heard[consonants(loose)] if (n, m) != (number, name)]
    return [(n, far) for n, far in rest if far == 0] or [(n, far) for n, far in rest if far <= bound(loose)]


def _false(listed: list[Town], one: int, other: int) -> bool:
    a, b = listed[one], listed[other]
    return one != other and not a.arabic & b.arabic and SAME_KM < _km(a, b) <= NEAR_KM


def _km(a: Town, b: Town) -> float:
    """Near enough for distances of a few km."""
    east = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371 * math.radians(math.hypot(a.lat - b.lat, east))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    m = measure(towns(parser.parse_args().file))
    print(f"{m.places:,} places, {m.spellings:,} Latin spellings of places with several")
    print(f"found by another spelling: {m.recall:.3f}")
    print(f"another place within {NEAR_KM:.0f} km found: {m.false:.4f}, of those not spelt alike {m.false_heard:.4f}")
