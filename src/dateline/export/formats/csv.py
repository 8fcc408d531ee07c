"""CSV for spreadsheets: a row an incident, UTF-8 with a byte-order mark, every text in quotes; with HXL's row of tags if asked for.

No cell can become a formula: one that begins with = + - @ gets an apostrophe before it, and so does what would begin one where a
spreadsheet splits at semicolons. Tabs, line ends and characters that steer are shown, not kept.
"""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from dateline.export.formats.file import digest, replacing
from dateline.export.formats.loss import Loss, Profile, counted, seen_by
from dateline.export.formats.row import COLUMNS, Value, not_held, row
from dateline.export.plain import one_line
from dateline.model.merged import MergedIncident

BETWEEN = " | "
"""Between the values of a list."""

_ALTERED = "texts as they stand: an apostrophe stands before what could be a formula, white space and control characters are plain"
_ACTIVE = re.compile(r"(^|[;|,] ?)(?=[=+\-@＝＋－＠])")


def export(incidents: Iterable[MergedIncident], path: Path, profile: Profile = "public") -> Loss:
    """Write the incidents under a row of names. Raises ``ExportError``."""
    return _export("csv", incidents, path, profile)


def export_hxl(incidents: Iterable[MergedIncident], path: Path, profile: Profile = "public") -> Loss:
    """Write the incidents under a row of names and a row of tags. Raises ``ExportError``."""
    return _export("hxl", incidents, path, profile)


def _export(name: str, incidents: Iterable[MergedIncident], path: Path, profile: Profile) -> Loss:
    shown, withheld = seen_by(incidents, profile)
    lost: list[set[str]] = []
    with replacing(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        text.write("\ufeff")
        writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow([column.name for column in COLUMNS])
        if name == "hxl":
            writer.writerow([column.tag for column in COLUMNS])
        for one in shown:
            values = row(one)
            cells = [_cell(value) for value in values]
            writer.writerow(cells)
            altered = {_ALTERED} if any(map(_is_altered, values, cells)) else set()
            lost.append(altered.union(not_held(one)))
        text.detach()
    return Loss(
        format=name,
        profile=profile,
        incidents=len(shown),
        sha256=digest(path),
        withheld=withheld,
        lost=counted(lost),
    )


def _cell(value: Value) -> str | int | float:
    return value if isinstance(value, int | float) else _inert(_words(value))


def _is_altered(value: Value, cell: str | int | float) -> bool:
    return isinstance(cell, str) and cell != _words(value)


def _words(value: Value) -> str:
    return "" if value is None else BETWEEN.join(value) if isinstance(value, list) else str(value)


def _inert(words: str) -> str:
    """The words in one line, none of which a spreadsheet takes for a formula."""
    if words.isalnum():
        return words
    return _ACTIVE.sub(r"\1'", " ".join(one_line(words).split()))
