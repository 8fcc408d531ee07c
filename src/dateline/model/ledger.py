"""What a casefile tells of itself, beside incidents: entries of its log, things to look at, and what newer rules would change."""

from typing import Any, Literal

import msgspec

from dateline.model.decision import Verdict


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One change. ``at`` is ISO 8601 in UTC, ``data`` what was done, with digests of the rows; ``hash`` covers it all and the entry
    before."""

    seq: int
    at: str
    by: str
    action: str
    data: dict[str, Any]
    hash: str


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """Something a person should look at: an unsure ``link`` between two incidents, or a ``verdict`` or ``ruling`` that newer rules have cut
    loose. ``score``: how near to certain, or 1."""

    id: str
    kind: str
    incident: str | None = None
    other: str | None = None
    score: float = 1.0
    data: Any = None


Sort = Literal["added", "gone", "changed"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One value that newer rules read otherwise. ``incident``: the record's id, the new one where there is one; ``field`` null: the whole
    record. ``why``: the rule that gives the new value, and its steps; ``verdict``: what becomes of the verdict that was given on it."""

    sort: Sort
    incident: str
    field: str | None
    before: Any = None
    after: Any = None
    why: str | None = None
    verdict: str | None = None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One report under other rules than those that coded it. ``changes`` empty: nothing but the rules' name. ``loose``: verdicts that no
    statement bears any more."""

    report: str
    rules_before: str
    rules_now: str
    changes: tuple[Change, ...] = ()
    loose: tuple[Verdict, ...] = ()
