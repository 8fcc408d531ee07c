"""The places of an article: an object a line for programs, a table for people."""

import sys
from collections.abc import Sequence
from typing import Literal, Protocol

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.export.plain import plain


class Placed(Protocol):
    """A toponym with its place."""

    @property
    def start(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...
    @property
    def precision(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def gazetteer_id(self) -> str | None: ...


class Article(Protocol):
    """An article with its toponyms."""

    @property
    def id(self) -> str: ...
    @property
    def places(self) -> Sequence[Placed]: ...


def print_places(article: Article, shown: Literal["jsonl", "table"]) -> None:
    """Print one article's toponyms to standard output."""
    if shown == "jsonl":
        sys.stdout.buffer.write(msgspec.json.encode(article) + b"\n")
        sys.stdout.buffer.flush()
        return
    table = Table(title=Text(plain(article.id)), title_justify="left", box=None, pad_edge=False)
    for heading in ("at", "name", "point", "precision", "country", "gazetteer"):
        table.add_column(heading)
    for p in article.places:
        point = "unsure" if p.lat is None or p.lon is None else f"{p.lat:.3f}, {p.lon:.3f}"
        row = (str(p.start), plain(p.text), point, p.precision, p.country or "", p.gazetteer_id or "")
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(table)
