"""A Who's On First export: GeoJSON features, in one collection or a line each, or their plain records a line each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.packs.countries import load_countries
from dateline.places.added import Added, Tally, add, clean

KINDS = {
    "macroregion": "region",
    "region": "adm1",
    **dict.fromkeys(("macrocounty", "county", "localadmin"), "district"),
    "locality": "settlement",
    **dict.fromkeys(("borough", "macrohood", "neighbourhood", "microhood"), "neighbourhood"),
    **dict.fromkeys(("campus", "venue", "building", "enclosure", "installation"), "landmark"),
}
"""Our kind of a placetype. Every other is no place to find, or a country."""

MAX_UP = 8  # parents of parents that are followed
Record = dict[str, Any]


def features(found: object) -> list[object] | None:
    """The features of a decoded GeoJSON document; null where it is none."""
    if isinstance(found, Mapping) and isinstance(many := found.get("features"), list):
        return many
    return [found] if isinstance(found, Mapping) and plain(found) is not None else None


def plain(found: object) -> Record | None:
    """The plain record of a feature, or of what is one already; null where it is neither."""
    if not isinstance(found, Mapping):
        return None
    if "wof_id" in found and "placetype" in found:
        return dict(found)
    of = found.get("properties")
    if not isinstance(of, Mapping) or "wof:id" not in of or "wof:placetype" not in of:
        return None
    names = [n for key, several in of.items() if key.startswith("name:") and isinstance(several, list) for n in several]
    point = found.get("geometry")
    at = point.get("coordinates") if isinstance(point, Mapping) and point.get("type") == "Point" else (None, None)
    spot = at if isinstance(at, Sequence) and len(at) >= 2 else (None, None)
    known = of.get("wof:concordances")
    return {
        "wof_id": of["wof:id"], "name": of.get("wof:name"), "placetype": of["wof:placetype"], "names": names,
        "lat": of.get("lbl:latitude") or of.get("geom:latitude") or spot[1],
        "lon": of.get("lbl:longitude") or of.get("geom:longitude") or spot[0],
        "parent_id": of.get("wof:parent_id"), "country": of.get("wof:country"),
        "geonames_id": known.get("gn:id") if isinstance(known, Mapping) else None,
        "population": of.get("wof:population") or of.get("gn:population"),
    }  # fmt: skip


class Tree:
    """Records by what their children call them: an id, or a name and a placetype that one record alone bears."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.by: dict[object, Record] = {}
        for key, record in [(_key(r), r) for r in records] + [(str(r.get("wof_id")), r) for r in records]:
            other = self.by.setdefault(key, record)
            if other is not record and _parent(other) != _parent(record):
                self.by[key] = {}  # two of that name in different places: neither is told
        said = Counter(iso for r in records if (iso := self.own_country(r)) is not None)
        self.only = next(iter(said)) if len(said) == 1 else None

    def own_country(self, record: Record) -> str | None:
        """The country a record names itself, or is, or has for its parent."""
        iso = record.get("country")
        if isinstance(iso, str) and iso in load_countries().codes():
            return iso
        named = record.get("name") if record.get("placetype") == "country" else None
        named = named or (record.get("parent") if record.get("parent_type") == "country" else None)
        return load_countries().by_name(str(named)) if named else None

    def above(self, record: Record) -> Iterator[Record]:
        """The record, its parent, and so on up."""
        for _ in range(MAX_UP):
            yield record
            record = self.by.get(_parent(record), {})
            if not record:
                return


def _key(record: Record) -> object:
    return (str(record.get("name")), str(record.get("placetype")))


def _parent(record: Record) -> object:
    if (known := record.get("parent_id")) is not None:
        return str(known)
    return (str(record.get("parent")), str(record.get("parent_type")))


def _names(record: Record) -> list[object]:
    others = record.get("names")
    return [record.get("name"), *(others if isinstance(others, list) else ())]


def read_records(records: Sequence[Record], country: str | None, tally: Tally) -> Iterator[Added]:
    """The places among the records; ``country`` counts where they tell none."""
    tree = Tree(records)
    for record in records:
        kind = KINDS.get(str(record.get("placetype")))
        if kind is None:
            tally.other += 1
            continue
        up = list(tree.above(record))
        region = next((r for r in up if r.get("placetype") == "region"), None)
        said = [r.get("parent") for r in up if r.get("parent_type") == "region"]
        iso = next((c for r in up if (c := tree.own_country(r)) is not None), None) or country or tree.only
        geonames = clean(record.get("geonames_id"))
        found = add(
            tally, id=str(record.get("wof_id")), names=_names(record),
            lat=record.get("lat"), lon=record.get("lon"), country=iso, kind=kind,
            division=(*said, *(_names(region) if region else ())), population=record.get("population"),
            geonames=geonames if geonames.isdigit() and geonames != "0" else None,
        )  # fmt: skip
        if found is not None:
            yield found
