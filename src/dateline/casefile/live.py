"""An incident as it stands this moment: the records that the last merge put together, with every verdict given since. Which records belong
together only the next merge says anew."""

from typing import Any

import msgspec
from sqlalchemy import Connection

from dateline.casefile.attach import find_statement
from dateline.casefile.conflict import Conflict, conflicts
from dateline.casefile.docketing import Said, need
from dateline.casefile.merging import graded, grades, merge_case
from dateline.casefile.statements import said
from dateline.casefile.view import view
from dateline.merge.event import events
from dateline.merge.families import families
from dateline.merge.fold import fold
from dateline.model.decision import Decision, Grading, Statement, Verdict, anchors, standing
from dateline.model.merged import MergedIncident
from dateline.store.case import Case
from dateline.store.decisions import about_records, newest, touched
from dateline.store.docket import mark
from dateline.store.reports import Reading, all_named
from dateline.store.seen import records


class Judged(msgspec.Struct, frozen=True):
    """One statement with the verdicts on it that stand, first to last: the last holds."""

    statement: Statement
    verdicts: tuple[Verdict, ...] = ()


class Telling(msgspec.Struct, frozen=True):
    """One record of one report, as the machine read it, statement by statement."""

    reading: Reading
    record: str
    statements: tuple[Judged, ...]


class Live(msgspec.Struct, frozen=True):
    """``incident``: folded now; null where every record of it was rejected. ``merged``: as the last merge left it. ``decisions``: all that were
    ever made on its records, first to last; ``stands``: those in force."""

    merged: MergedIncident
    incident: MergedIncident | None
    tellings: tuple[Telling, ...]
    decisions: tuple[Decision, ...]
    stands: tuple[Decision, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def labels(self) -> list[str]:
        return [f"{r.article}#{r.incident}" for r in self.merged.reports]


def live(connection: Connection, id: str) -> Live | None:
    """The incident of an id; null where the last merge has none."""
    merged = records(connection, "internal", [id]).get(id)
    if merged is None:
        return None
    members: dict[str, set[str]] = {}
    for report in merged.reports:
        members.setdefault(report.article, set()).add(report.incident)
    readings = all_named(connection, members)
    pairs = [(name, event) for name, found in members.items() for event in found]
    every = about_records(connection, pairs, {r.sha256 for r in merged.reports})
    stands = standing(every)
    verdicts = [d for d in stands if isinstance(d, Verdict)]
    own = [d for d in every if _concerns(d, every, set(pairs))]
    coded = []
    for reading in readings:
        seen = view(reading, [v for v in verdicts if v.sha256 == reading.report.sha256]).coded
        kept = tuple(i for i in seen.incidents if i.id in members[reading.report.name])
        coded.append(msgspec.structs.replace(seen, incidents=kept))
    found = events(coded)
    now = fold(found, families(e.article for e in found), merged.links) if found else None
    if now is not None:
        given = grades([d for d in stands if isinstance(d, Grading)])
        now = graded(msgspec.structs.replace(now, incident_id=merged.incident_id), given)
    in_force = {d.id for d in stands}
    tellings = tuple(t for reading in readings for t in _tellings(reading, members[reading.report.name], verdicts))
    standing_here = tuple(d for d in own if d.id in in_force)
    return Live(merged, now, tellings, tuple(own), standing_here, tuple(conflicts(standing_here)))


def settle(case: Case, id: str) -> None:
    """Have the docket show what decisions made of an incident, before the next merge does."""
    with case.reading() as connection:
        found = live(connection, id)
    if found is not None:
        state = Said(found.stands).state(found.labels)
        with case.writing(lazily=True) as writer:
            mark(writer, id, state, need(found.incident or found.merged, state, bool(found.conflicts)))


def merge_and_settle(case: Case) -> None:
    """Merge while people go on deciding: what was decided meanwhile, which the merge did not see, stays in sight."""
    with case.reading() as connection:
        begun = newest(connection)
    merge_case(case)
    with case.reading() as connection:
        late = touched(connection, begun)
    for id in late:
        settle(case, id)


def _tellings(reading: Reading, ids: set[str], verdicts: list[Verdict]) -> list[Telling]:
    own = [v for v in verdicts if v.sha256 == reading.report.sha256]
    on: dict[str, list[Verdict]] = {}
    for verdict in own:
        statement = find_statement(verdict, reading.coded)
        if statement is not None:
            on.setdefault(statement.id, []).append(verdict)
    return [
        Telling(reading, i.id, tuple(Judged(s, tuple(on.get(s.id, ()))) for s in said(reading.report.name, i)))
        for i in reading.coded.incidents
        if i.id in ids
    ]


def _concerns(one: Decision, every: list[Decision], records: set[tuple[str, str]]) -> bool:
    """Whether a decision is about these records, or about what they say verbatim elsewhere."""
    if isinstance(one, Verdict):
        return True
    by_id: dict[str, Any] = {d.id: d for d in every}
    while getattr(one, "undoes", None) in by_id:
        one = by_id[one.undoes]  # type: ignore[union-attr]
    return isinstance(one, Verdict) or any((a.report, a.incident) in records for a in anchors(one))
