"""CSV for spreadsheets: a row an incident, UTF-8 with a byte-order mark, every text in quotes; with HXL's row of tags if asked for.

No cell can become a formula: one that begins with = + - @ gets an apostrophe before it, and so does what would begin one where a
spreadsheet splits at semicolons. Tabs, line ends and characters that steer are shown, not kept.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.export.formats.file import digest, replacing
from dateline.export.formats.loss import Loss, Profile, counted, seen_by
from dateline.export.formats.row import COLUMNS, Value, not_held, row
from dateline.export.plain import one_line
from dateline.model.merged import MergedIncident

BETWEEN = " | "
"""Between the values of a list."""

_ACTIVE = re.compile(r"(^|[;|,] ?)(?=[=+\-@＝＋－＠])")


def export(incidents: Iterable[MergedIncident], path: Path, profile: Profile = "public") -> Loss:
    """Write the incidents under a row of names. Raises ``ExportError``."""
    return _export("csv", incidents, path, profile)


def export_hxl(incidents: Iterable[MergedIncident], path: Path, profile: Profile = "public") -> Loss:
    """Write the incidents under a row of names and a row of tags. Raises ``ExportError``."""
    return _export("hxl", incidents, path, profile)


def _export(name: str, incidents: Iterable[MergedIncident], path: Path, profile: Profile) -> Loss:
    shown, withheld = seen_by(incidents, profile)
    with replacing(path) as file:
        file.write("\ufeff".encode())
        for line in _lines(shown, tags=name == "hxl"):
            file.write(line)
    lost = counted(_lost(one) for one in shown)
    return Loss(format=name, profile=profile, incidents=len(shown), sha256=digest(path), withheld=withheld, lost=lost)


def _lines(shown: list[MergedIncident], *, tags: bool) -> Iterator[bytes]:
    held = io.StringIO(newline="")
    writer = csv.writer(held, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([column.name for column in COLUMNS])
    if tags:
        writer.writerow([column.tag for column in COLUMNS])
    for one in shown:
        writer.writerow([_cell(value) for value in row(one)])
        yield held.getvalue().encode()
        held.seek(0)
        held.truncate()
    yield held.getvalue().encode()


def _cell(value: Value) -> str | int | float:
    return value if isinstance(value, int | float) else _inert(_words(value))


def _words(value: Value) -> str:
    return "" if value is None else BETWEEN.join(value) if isinstance(value, list) else str(value)


def _inert(words: str) -> str:
    """The words in one line, none of which a spreadsheet takes for a formula."""
    return _ACTIVE.sub(r"\1'", " ".join(one_line(words).split()))


def _lost(one: MergedIncident) -> Iterator[str]:
    yield from not_held(one)
    texts = [_words(value) for value in row(one) if not isinstance(value, int | float)]
    if any(_inert(words) != words for words in texts):
        yield "cells as they stand: an apostrophe before what could be a formula, white space and control characters made plain"
