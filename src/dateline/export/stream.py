"""Coded articles printed one by one, as they come: JSON for programs, cards for people, a bar while that goes on."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Literal, Protocol, TypeVar

import msgspec
from rich.console import Console

from dateline.export.cards import print_cards
from dateline.model.incident import Coded

Format = Literal["jsonl", "json", "table"]


class Line(Protocol):
    """An article as it comes from the coder: its record as JSON, on one line."""

    @property
    def line(self) -> bytes: ...


L = TypeVar("L", bound=Line)


def printed(done: Iterable[L], shown: Format) -> Iterator[L]:
    """Print each article to standard output as it comes, and hand it on."""
    return _cards(done) if shown == "table" else _json(done, array=shown == "json")


def _json(done: Iterable[L], *, array: bool) -> Iterator[L]:
    out = sys.stdout.buffer
    if array:
        out.write(b"[")
    for number, one in enumerate(done):
        out.write((b",\n" if number else b"\n") + one.line if array else one.line + b"\n")
        out.flush()
        yield one
    if array:
        out.write(b"\n]\n")
        out.flush()


def _cards(done: Iterable[L]) -> Iterator[L]:
    console = Console(highlight=False)
    for one in done:
        coded = msgspec.json.decode(one.line, type=Coded)
        print_cards(coded, coded.article.text, console)
        yield one


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[int], object]]:
    """A bar of the input's bytes on standard error, if people see it there and nothing else is printed beside it.
    ``total`` null: how much there is to come is not known."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda size: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("reading"),
        BarColumn(),
        TextColumn("{task.fields[articles]} articles"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task, count = bar.add_task("reading", total=total, articles="0"), 0

        def advance(size: int) -> None:
            nonlocal count
            count += 1
            bar.update(task, advance=size, articles=f"{count:,}")

        yield advance
