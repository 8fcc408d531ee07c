"""What tables of incidents have in common where rows are chosen and written."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol, TypeVar

from sqlalchemy import func

_BATCH = 500
T = TypeVar("T")


class Wanted(Protocol):
    """``since`` and ``until``: days that an incident may lie on; null: all."""

    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def type(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def grade(self) -> str | None: ...


def narrowed(rows: Any, columns: Any, wanted: Wanted) -> Any:
    """The rows of the days, the type, the country and the grade that are wanted."""
    if wanted.since:
        rows = rows.where(func.coalesce(columns.last_day, columns.first_day, "") >= wanted.since.isoformat())
    if wanted.until:
        rows = rows.where(func.coalesce(columns.first_day, columns.last_day, "9999") <= wanted.until.isoformat())
    for name in ("type", "country", "grade"):
        value = getattr(wanted, name)
        rows = rows.where(columns[name] == value) if value else rows
    return rows


def all_of(words: str) -> str:
    """SQLite's full-text query for all of the words, none of them read as an operator."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.replace("\0", " ").split()) or '""'


def parts(rows: list[T]) -> Iterator[list[T]]:
    """The rows, so many at a time as one statement takes."""
    for n in range(0, len(rows), _BATCH):
        yield rows[n : n + _BATCH]
