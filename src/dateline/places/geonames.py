"""A GeoNames country dump: a row a feature, nineteen fields between tabs (geonames.org/export, readme.txt)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from dateline.packs.divisions import divisions
from dateline.places.added import Added, PlacesError, Tally, add

FIELDS = 19
_ID = re.compile(r"[0-9]{1,10}")
_COUNTRY = re.compile("[A-Z]{2}")
_CODE = re.compile(r"[A-Z]{2}\.[^\t]{1,20}")
KINDS = {
    "ADM1": "adm1",
    **dict.fromkeys(("ADM2", "ADM3"), "district"),
    "PPLX": "neighbourhood",
    **dict.fromkeys(("RGN", "RGNE", "AREA"), "region"),
    **dict.fromkeys(("CMPRF", "CMPL", "CMP"), "camp"),
    **dict.fromkeys(("ISL", "ISLS"), "island"),
    **dict.fromkeys(
        ("AIRP", "AIRB", "AIRF", "MILB", "INSM", "NVB", "HSP", "BDG", "DAM", "PRT", "PRN", "UNIV", "MKT", "OILR", "PS",
         "PSH", "PSN", "FT", "RSTN", "BUSTN", "CSTM", "PSTB"),
        "landmark",
    ),
}  # fmt: skip
"""Our kind of a GeoNames feature code. Every other code of class P is a settlement, of any other class no place to find."""

_GONE = frozenset({"PPLH", "PPLCH"})


def west_bank(country: str, code: str) -> str:
    """The country of a GeoNames row: GeoNames lists settlements of the West Bank under Israel."""
    return "PS" if (country, code) == ("IL", "WE") else country


def is_dump(line: str) -> bool:
    """Whether this is a line of a country dump."""
    row = line.split("\t")
    return len(row) == FIELDS and _ID.fullmatch(row[0]) is not None


def is_codes(line: str) -> bool:
    """Whether this is a line of ``admin1CodesASCII.txt``."""
    row = line.split("\t")
    return len(row) == 4 and _CODE.fullmatch(row[0]) is not None


def read_codes(lines: Iterable[str]) -> dict[str, str]:
    """Names of first-level divisions by ``CC.code``, of ``admin1CodesASCII.txt``."""
    rows = (line.split("\t") for line in lines)
    return {row[0]: row[1] for row in rows if len(row) == 4}


def read_dump(name: str, lines: Iterable[str], codes: Mapping[str, str], tally: Tally) -> Iterator[Added]:
    """The places of a dump. Raises ``PlacesError`` at a line that is no row of one."""
    for count, line in enumerate(lines, start=1):
        row = line.split("\t")
        if len(row) != FIELDS or not _ID.fullmatch(row[0]):
            raise PlacesError(f"{name}: line {count:,} is no row of a GeoNames dump")
        kind = KINDS.get(row[7]) or ("settlement" if row[6] == "P" and row[7] not in _GONE else None)
        if kind is None:
            tally.other += 1
            continue
        country = west_bank(row[8], row[10]) if _COUNTRY.fullmatch(row[8]) else None
        others = [n for n in row[3].split(",") if len(n) > 3 or not n.isupper()]
        found = add(
            tally, id=row[0], names=(row[1], row[2], *others), lat=row[4], lon=row[5], country=country, kind=kind,
            division=(_ours().get((country or "", row[10])), codes.get(f"{row[8]}.{row[10]}")), population=row[14], geonames=row[0],
        )  # fmt: skip
        if found is not None:
            yield found


@cache
def _ours() -> dict[tuple[str, str], str]:
    return {(country, d.code): d.name for country, rows in divisions().items() for d in rows}
