"""Scores and misses: kept while articles are compared, printed and written at the end."""

from collections import defaultdict
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.export.plain import one_line


class Row(msgspec.Struct, frozen=True):
    """One measure. ``of``: what it was counted over. ``lower``: less is better."""

    field: str
    measure: str
    value: float
    of: int
    lower: bool = False


class Miss(msgspec.Struct, frozen=True):
    """One difference: what the gold has, what was printed, and where."""

    kind: str
    article: str
    anchor: str
    gold: str
    printed: str


class Report(msgspec.Struct, frozen=True):
    articles: int
    rows: tuple[Row, ...]
    misses: tuple[Miss, ...]

    def value(self, field: str, measure: str) -> float | None:
        """One measure's value; null if there was nothing to measure."""
        return next((row.value for row in self.rows if (row.field, row.measure) == (field, measure)), None)


class Tally:
    """Counts that grow while articles are compared."""

    def __init__(self) -> None:
        self._hits: defaultdict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0])
        self._lower: set[tuple[str, str]] = set()
        self.misses: list[Miss] = []

    def add(self, field: str, measure: str, hit: bool | float, *, lower: bool = False, of: int = 1) -> bool:
        """Count one comparison (or ``of`` of them); gives back whether it was a hit."""
        count = self._hits[field, measure]
        count[0] += float(hit)
        count[1] += of
        if lower:
            self._lower.add((field, measure))
        return bool(hit)

    def miss(self, kind: str, article: str, anchor: str, gold: object, printed: object) -> None:
        self.misses.append(Miss(kind, article, anchor, _words(gold), _words(printed)))

    def rows(self) -> list[Row]:
        """One row a measure, in the order in which they came up."""
        return [
            Row(field, measure, hits / of if of else 0.0, int(of), (field, measure) in self._lower)
            for (field, measure), (hits, of) in self._hits.items()
        ]


def scores(field: str, hits: int, printed: int, gold: int) -> list[Row]:
    """Precision, recall and F1."""
    precision, recall = hits / printed if printed else 0.0, hits / gold if gold else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return [Row(field, "precision", precision, printed), Row(field, "recall", recall, gold), Row(field, "F1", f1, gold)]


def print_report(report: Report, console: Console, misses: int = 5) -> None:
    """All measures, then up to ``misses`` misses of each kind."""
    table = Table(
        title=f"{report.articles} articles", title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0)
    )
    table.add_column("field", style="bold")
    table.add_column("measure")
    table.add_column("value", justify="right")
    table.add_column("of", justify="right", style="dim")
    last = ""
    for row in report.rows:
        measure = Text(row.measure).append("  less is better" if row.lower else "", style="dim")
        table.add_row("" if row.field == last else row.field, measure, f"{row.value:.3f}", str(row.of))
        last = row.field
    console.print(table)
    if misses:
        _print_misses(report, console, misses)


def _print_misses(report: Report, console: Console, most: int) -> None:
    kinds: defaultdict[str, list[Miss]] = defaultdict(list)
    for miss in report.misses:
        kinds[miss.kind].append(miss)
    for kind, found in sorted(kinds.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        console.print(Text.assemble((f"\n{kind}", "bold"), (f"  {len(found)}", "dim")))
        for miss in found[:most]:
            console.print(
                Text.assemble((f"  {one_line(miss.article)}", "cyan"), (f"  “{one_line(miss.anchor)}”", "italic dim"))
            )
            console.print(Text(f"    gold {one_line(miss.gold)}", style="green"))
            console.print(Text(f"    read {one_line(miss.printed)}", style="red"))
        if len(found) > most:
            console.print(Text(f"  and {len(found) - most} more", style="dim"))


def write_report(report: Report, path: Path) -> None:
    """The whole report as JSON."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n")


def _words(value: object) -> str:
    if value is None:
        return "—"
    if isinstance(value, tuple | list | set | frozenset):
        return ", ".join(_words(item) for item in value) or "—"
    return str(value)
