"""What a person decides, what became of it, and how it is shown."""

from typing import Any, Literal

import msgspec

from dateline.desk.pages.page import Page


class Given(Page, frozen=True, kw_only=True):
    """A verdict that stands."""

    id: str
    decision: str
    words: str
    by: str
    at: str
    note: str


class Choice(Page, frozen=True, kw_only=True):
    """One value that a correction can give. ``options`` empty: free text; ``kind``: of the HTML input."""

    name: str
    label: str
    value: str
    kind: str = "text"
    options: tuple[str, ...] = ()


class ConflictView(Page, frozen=True, kw_only=True):
    """Two decisions on one thing, the later made without the earlier before it. The later holds."""

    field: str
    earlier: Given
    later: Given


class HistoryEntry(Page, frozen=True, kw_only=True):
    """One act of a person: who, when, on what, what, and why. ``ids``: its decisions; ``mine``: the person who asks may take it back."""

    ids: tuple[str, ...]
    by: str
    at: str
    field: str
    report: str
    words: str
    note: str
    undone: bool
    mine: bool


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person decides. ``accept`` and ``reject`` without ``statements`` are of the whole incident. ``correct``: one statement and its
    ``correction``, JSON of the field's shape. ``join``: with the incident ``other``; ``split``: these ``records`` (REPORT#INCIDENT) are another
    incident; ``same`` and ``different``: of two records; ``grade``: null takes it back; ``undo``: the
    ``decisions`` of these ids. ``upto``: that of the
    page that lay before them; without it they had seen no other decision."""

    action: Literal["accept", "reject", "correct", "join", "split", "same", "different", "grade", "undo"]
    statements: tuple[str, ...] = ()
    correction: Any = None
    other: str | None = None
    records: tuple[str, ...] = ()
    grade: str | None = None
    decisions: tuple[str, ...] = ()
    note: str = ""
    upto: int | None = None


class Decided(Page, frozen=True, kw_only=True):
    """What became of it: ids of the decisions on record, and those that they contradict and that had not been seen. ``incident``: where the
    records are to be found now, null where that waits for the next merge."""

    decisions: tuple[str, ...]
    conflicts: tuple[ConflictView, ...]
    incident: str | None
