"""A table of places: CSV or a worksheet with names and points, among them OCHA's tables of P-codes. Headers are read loosely."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.packs.countries import load_countries
from dateline.places.added import Added, PlacesError, Tally, add, clean
from dateline.places.opening import check_archive

MAX_COLUMNS = 300
MAX_ROWS = 2_000_000
MAX_BLANK = 1000
MAX_WORKBOOK = 200_000_000
"""Bytes of a workbook once unpacked."""

_PLAIN = re.compile("[^a-z0-9]+")
_LEVEL = re.compile(r"(?:admin|adm)([0-4])_?(?:name|ref|alt)?[0-9]?_?(?:[a-z]{2}|alt[0-9]?|ref|name)?[0-9]?")
_PCODE = re.compile(r"(?:admin|adm)([0-4])_?p?code(?:_[a-z]{2})?")
_NAME = ("name", "place", "place_name", "placename", "settlement", "town", "city", "village", "locality", "community",
         "ppl_en", "ppl", "featurename", "feature_name", "location", "toponym", "asciiname", "full_name", "name_en", "label")  # fmt: skip
_LAT = ("lat", "latitude", "y", "lat_dd", "latitude_y", "point_y", "center_lat", "centroid_lat", "centre_lat", "ycoord",
        "lat_wgs84", "decimal_latitude", "gps_lat", "y_coord", "latitude_dd")  # fmt: skip
_LON = ("lon", "lng", "long", "longitude", "x", "long_dd", "lon_dd", "longitude_x", "point_x", "center_lon", "centroid_lon",
        "centre_lon", "xcoord", "lon_wgs84", "decimal_longitude", "gps_lon", "x_coord", "longitude_dd", "centroid_long")  # fmt: skip
_OTHER = ("alternatenames", "alternate_names", "alt_names", "aliases", "other_names", "name_alt", "alt_name", "names")
_COUNTRY = ("country", "country_code", "countrycode", "iso2", "iso", "cc", "adm0_pcode", "admin0pcode", "country_name", "iso3",
            "adm0_en", "adm0_name", "admin0name_en")  # fmt: skip
_ADMIN1 = (
    "admin1",
    "adm1",
    "adm1_en",
    "adm1_name",
    "province",
    "governorate",
    "state",
    "region",
    "oblast",
    "admin1name_en",
)
_KIND = ("kind", "type", "placetype", "level", "feature_type", "fclass")
_PEOPLE = ("population", "pop", "inhabitants")
_ID = ("id", "pcode", "p_code", "code", "geonameid", "ppl_pcode", "objectid")
_LEVELS = {"1": "adm1", "2": "district", "3": "district", "4": "settlement"}
_KINDS = {
    **dict.fromkeys(("adm1", "province", "governorate", "state"), "adm1"),
    **dict.fromkeys(("adm2", "adm3", "district", "county", "subdistrict", "sub_district"), "district"),
    **dict.fromkeys(("neighbourhood", "neighborhood", "suburb", "quarter"), "neighbourhood"),
    **dict.fromkeys(
        ("landmark", "base", "airport", "airbase", "hospital", "site", "poi", "bridge", "checkpoint"), "landmark"
    ),
    **dict.fromkeys(("camp", "refugee_camp", "idp_camp"), "camp"),
    **dict.fromkeys(("region", "area"), "region"),
}


class Columns:
    """Which column of a table is what. Raises ``PlacesError`` where a name or a point is missing."""

    def __init__(self, name: str, header: Sequence[object]) -> None:
        if len(header) > MAX_COLUMNS:
            raise PlacesError(f"{name}: {len(header):,} columns; a table of places has at most {MAX_COLUMNS}")
        heads = [_PLAIN.sub("_", clean(h).lower()).strip("_") for h in header]
        self.lat, self.lon = _first(heads, _LAT), _first(heads, _LON)
        self.country, self.admin1 = _all(heads, _COUNTRY), _first(heads, _ADMIN1)
        self.kind, self.people, self.id = _first(heads, _KIND), _first(heads, _PEOPLE), _first(heads, _ID)
        self.others = [i for i, h in enumerate(heads) if h in _OTHER]
        self.name = _all(heads, _NAME)
        self.levels: dict[str, list[int]] = {}
        self.codes: dict[str, int] = {}
        for i, head in enumerate(heads):
            if match := _PCODE.fullmatch(head):
                self.codes.setdefault(match[1], i)
            elif match := _LEVEL.fullmatch(head):
                self.levels.setdefault(match[1], []).append(i)
        places = self.name or [i for level, at in self.levels.items() if level != "0" for i in at]
        for what, missing in (("name", not places), ("latitude", self.lat is None), ("longitude", self.lon is None)):
            if missing:
                seen = ", ".join(h for h in heads[:12] if h)
                raise PlacesError(f"{name}: no column is a {what} (columns: {seen or 'none'})")

    def country_of(self, row: Sequence[object]) -> str | None:
        """The country a row names: by a code, by its name, or by its first P-code."""
        known = load_countries()
        for i in self.country:
            said = clean(_at(row, i))
            if said.upper() in known.codes():
                return said.upper()
            if said and (iso := known.by_name(said)) is not None:
                return iso
        first = next((clean(_at(row, i))[:2].upper() for i in self.codes.values()), "")
        return first if first in known.codes() else None

    def place(self, row: Sequence[object]) -> tuple[list[object], str, str]:
        """A row's names, its kind, and its own id."""
        said = _PLAIN.sub("_", clean(_at(row, self.kind)).lower())
        own = clean(_at(row, self.id))
        if self.name:
            return [_at(row, i) for i in self.name], _KINDS.get(said, "settlement"), own
        for level in sorted(self.levels.keys() - {"0"}, reverse=True):
            names = [_at(row, i) for i in self.levels[level]]
            if any(clean(n) for n in names):
                return names, _LEVELS[level], clean(_at(row, self.codes.get(level))) or own
        return [], "settlement", own

    def division(self, row: Sequence[object]) -> str:
        """The first-level division as the row calls it."""
        at = self.admin1 if self.admin1 is not None else next(iter(self.levels.get("1", ())), None)
        return clean(_at(row, at))


def _first(heads: Sequence[str], words: Sequence[str]) -> int | None:
    return next(iter(_all(heads, words)), None)


def _all(heads: Sequence[str], words: Sequence[str]) -> list[int]:
    """The columns so headed, in the order of ``words``."""
    return [heads.index(word) for word in words if word in heads]


def _at(row: Sequence[object], column: int | None) -> object:
    return row[column] if column is not None and column < len(row) else None


def read_rows(name: str, rows: Iterable[Sequence[object]], country: str | None, tally: Tally) -> Iterator[Added]:
    """The places of a table whose first row is the header; ``country`` counts where a row tells none."""
    source = iter(rows)
    header = next((row for row in source if any(clean(cell) for cell in row[: MAX_COLUMNS + 1])), None)
    if header is None:
        raise PlacesError(f"{name}: empty")
    columns = Columns(name, header)
    blank = 0
    for count, row in enumerate(source, start=1):
        if count > MAX_ROWS:
            raise PlacesError(f"{name}: more than {MAX_ROWS:,} rows")
        blank = 0 if any(cell not in (None, "") for cell in row) else blank + 1
        if blank > MAX_BLANK:
            return
        if not blank and (found := _read(columns, row, str(count), country, tally)) is not None:
            yield found


def _read(columns: Columns, row: Sequence[object], count: str, country: str | None, tally: Tally) -> Added | None:
    names, kind, own = columns.place(row)
    others = [part for i in columns.others for part in re.split("[;,|]", clean(_at(row, i)))]
    return add(
        tally, id=own or count, names=(*names, *others), lat=_at(row, columns.lat), lon=_at(row, columns.lon),
        country=columns.country_of(row) or country, kind=kind, division=(columns.division(row),),
        population=_at(row, columns.people),
    )  # fmt: skip


def csv_rows(name: str, lines: Iterable[str]) -> Iterator[list[str]]:
    """The rows of a CSV file, whichever of , ; tab or | stands between its fields. Raises ``PlacesError`` where it is none."""
    source = iter(lines)
    first = next(source, "")
    mark = max(",;\t|", key=first.count)
    if first.count(mark) > MAX_COLUMNS:
        raise PlacesError(f"{name}: {first.count(mark) + 1:,} columns; a table of places has at most {MAX_COLUMNS}")
    reader = csv.reader((line + "\n" for line in _with(first, source)), delimiter=mark)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise PlacesError(f"{name}: line {reader.line_num:,}: {error}") from None
        yield row[: MAX_COLUMNS + 1]


def _with(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def sheet_rows(path: Path) -> Iterator[Sequence[Any]]:
    """The rows of a workbook's first sheet that heads a name and a point. Raises ``PlacesError`` where there is none."""
    try:
        import defusedxml  # noqa: F401  openpyxl reads through it where it is there
        import openpyxl
    except ImportError:
        raise PlacesError(f"{path}: workbooks need the extra dateline[xlsx]: pip install 'dateline[xlsx]'") from None
    check_archive(path, MAX_WORKBOOK)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise PlacesError(f"{path}: no workbook that can be read ({type(error).__name__})") from None
    wrong = PlacesError(f"{path}: no sheet")
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=MAX_COLUMNS, max_row=MAX_ROWS, values_only=True)
            header = next((row for _, row in zip(range(20), rows, strict=False) if any(row)), ())
            try:
                Columns(str(path), header)
            except PlacesError as error:
                wrong = error
                continue
            yield header
            yield from rows
            return
    except PlacesError:
        raise
    except Exception as error:
        raise PlacesError(f"{path}: no workbook that can be read ({type(error).__name__})") from None
    finally:
        book.close()
    raise wrong
