"""Merged incidents printed: JSON for programs, a row an incident for people."""

import sys
from collections.abc import Iterable
from typing import Literal

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.export.plain import one_line
from dateline.model.merged import MergedIncident, MergedWhen, Toll


def print_merged(incidents: Iterable[MergedIncident], shown: Literal["jsonl", "json", "table"]) -> None:
    """Print every incident to standard output."""
    if shown == "table":
        print_rows(incidents)
        return
    out = sys.stdout.buffer
    if shown == "json":
        out.write(b"[")
    for number, one in enumerate(incidents):
        line = msgspec.json.encode(one)
        out.write((b",\n" if number else b"\n") + line if shown == "json" else line + b"\n")
    if shown == "json":
        out.write(b"\n]\n")
    out.flush()


def print_rows(incidents: Iterable[MergedIncident], *, ids: bool = False) -> None:
    """Print a row an incident; with ``ids`` each begins with what ``show`` knows it by."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("id", "when", "incident", "harm", "told by", "grade")[not ids :]:
        table.add_column(name, overflow="fold", no_wrap=name in ("id", "when", "grade"))
    count = 0
    for one in incidents:
        count += 1
        place = one.where.name or one.where.admin1 or one.where.country or "place unknown"
        harm = ", ".join(f"{figure(t)} {t.outcome}" for t in one.casualties)
        grade = one.grade.decided.grade if one.grade.decided else one.grade.proposed
        cells = (one.incident_id, days(one.when), f"{one.type.replace('_', ' ')}, {place}", harm, _told(one), grade)
        table.add_row(*(Text(one_line(cell)) for cell in cells[not ids :]))
    console = Console(highlight=False)
    if count:
        console.print(table)
    console.print(f"{count} incident{'s' * (count != 1)}")


def _told(one: MergedIncident) -> str:
    reports, voices = one.sourcing.reports, one.sourcing.independent
    asked = sum(link.judgement == "unsure" for link in one.links)
    words = f"{reports} report{'s' * (reports != 1)}, {voices} voice{'s' * (voices != 1)}"
    return words + (f", {asked} unsure link{'s' * (asked != 1)}" if asked else "")


def days(when: MergedWhen) -> str:
    """The days in words."""
    if when.start is None:
        return f"by {when.end}" if when.end else "–"
    return str(when.start) if when.start == when.end else f"{when.start} – {when.end or '…'}"


def figure(toll: Toll) -> str:
    """The number in words, with its sides where it is disputed."""
    if toll.state == "disputed" and toll.sides:
        return " against ".join(_range(low, high) for low, high in toll.sides)
    return _range(toll.low, toll.high)


def _range(low: int, high: int | None) -> str:
    return f"{low}" if low == high else f"{low} or more" if high is None else f"{low} to {high}"
