"""A file of places -> places: recognises what it is by its content, whatever it is called."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from dateline.places.added import Added, PlacesError, Tally
from dateline.places.geonames import is_codes, is_dump, read_codes, read_dump
from dateline.places.opening import is_workbook, lines, opened
from dateline.places.table import csv_rows, read_rows, sheet_rows
from dateline.places.whosonfirst import Record, features, plain, read_records

MAX_DOCUMENT = 200_000_000
"""Bytes of one JSON document."""

MAX_RECORDS = 1_000_000


def read_all(paths: Sequence[Path], country: str | None) -> Iterator[tuple[Path, list[Added], Tally]]:
    """Each list with its places and what was passed over. ``country`` counts where a list tells none. A file of division
    codes serves the dumps beside it and is no list. Raises ``PlacesError`` at the first file that is none of the kinds."""
    codes: dict[str, str] = {}
    rest = []
    for path in paths:
        found = codes_of(path)
        if found is None:
            rest.append(path)
        else:
            codes.update(found)
    if not rest:
        raise PlacesError("division codes alone are no places: give a country dump with them")
    for path in rest:
        tally = Tally()
        rows = list(_read(path, codes, country, tally))
        if not rows:
            raise PlacesError(f"{path}: no place in it" + (f" ({said})" if (said := tally.said()) else ""))
        yield path, rows, tally


def codes_of(path: Path) -> dict[str, str] | None:
    """The division codes of ``admin1CodesASCII.txt``; null where the file is another."""
    if is_workbook(path):
        return None
    with opened(path) as file:
        if not file.peek(1)[:1].isalpha():  # type: ignore[attr-defined]
            return None
        rows = lines(path, file)
        first = next(rows, "")
        return read_codes(chain((first,), rows)) if is_codes(first) else None


def _read(path: Path, codes: Mapping[str, str], country: str | None, tally: Tally) -> Iterator[Added]:
    name = str(path)
    if is_workbook(path):
        yield from read_rows(name, sheet_rows(path), country, tally)
        return
    with opened(path) as file:
        head = file.peek(16).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]  # type: ignore[attr-defined]
        if head in (b"{", b"["):
            yield from read_records(_records(path), country, tally)
            return
        rows = lines(path, file)
        first = next((line for line in rows if line.strip()), "")
        every = chain((first,), rows)
        if is_dump(first):
            yield from read_dump(name, every, codes, tally)
        else:
            yield from read_rows(name, csv_rows(name, every), country, tally)


def _records(path: Path) -> list[Record]:
    """Who's On First records: a line each, or one document."""
    with opened(path) as file:
        try:
            rows = [line for line in lines(path, file) if line.strip()]
            several = len(rows) > 1 and plain(msgspec.json.decode(rows[0])) is not None
        except msgspec.DecodeError:
            several = False
        except (RecursionError, PlacesError) as error:
            if "longer than" not in str(error):
                raise PlacesError(f"{path}: {error}") from None
            several = False
    if several:
        return [_one(path, count, row) for count, row in enumerate(rows, start=1)]
    with opened(path) as file:
        held = file.read(MAX_DOCUMENT + 1)
    if len(held) > MAX_DOCUMENT:
        raise PlacesError(f"{path}: a JSON document of more than {MAX_DOCUMENT:,} bytes")
    try:
        found = features(msgspec.json.decode(held))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise PlacesError(f"{path}: not JSON ({error})") from None
    records = [record for one in found or () if (record := plain(one)) is not None]
    if not records:
        raise PlacesError(f"{path}: JSON, but no Who's On First feature in it")
    return records


def _one(path: Path, count: int, row: str) -> Record:
    if count > MAX_RECORDS:
        raise PlacesError(f"{path}: more than {MAX_RECORDS:,} records")
    try:
        record = plain(msgspec.json.decode(row))
    except (msgspec.DecodeError, RecursionError) as error:
        raise PlacesError(f"{path}: line {count:,}: {error}") from None
    if record is None:
        raise PlacesError(f"{path}: line {count:,} is no Who's On First record")
    return record
