"""The incidents of a casefile: every report with its verdicts, every ruling, folded. They are a cache; a merge makes them anew."""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection

from dateline.casefile.attach import find_event
from dateline.casefile.docketing import docket_rows
from dateline.casefile.view import Held, view
from dateline.export.public_incident import public_incidents
from dateline.merge import merge
from dateline.model.decision import Anchor, Decision, Grading, Ruling, Verdict, standing
from dateline.model.incident import Coded, Incident
from dateline.model.ledger import Task
from dateline.model.merged import GradeSet, Link, MergedIncident
from dateline.store import docket
from dateline.store.case import Case
from dateline.store.decisions import decided
from dateline.store.incidents import Changed, Ready, ready, replace
from dateline.store.log import digest, last, since
from dateline.store.reports import Reading, every, named

CHANGES = ("ingest", "code", "verdict", "link", "grade", "undo")
"""Actions of the log that a merge depends on."""


class Merged(msgspec.Struct, frozen=True):
    """What a merge came to. ``fresh`` false: nothing had happened since the last one."""

    reports: int
    changed: Changed
    tasks: int
    fresh: bool


def merge_case(case: Case) -> Merged:
    """Fold everything that the casefile holds, and keep the incidents. Others may add reports meanwhile; the next merge takes them in."""
    with case.reading() as connection:
        seq = _seq(connection)
        stands = standing(decided(connection))
        verdicts, rulings, gradings = _decisions(stands)
        held: list[Held] = []
        spoken: dict[str, str] = {}
        coded = list(_views(connection, verdicts, held, spoken))
        place = _Places(connection)
        rulings = [place.ruling(one) for one in rulings]
        given = grades([place.grading(one) for one in gradings])
    tasks = [
        _verdict_task(h) for h in held if h.statement is None or (h.moved and h.verdict.decision == "reject")
    ] + place.lost
    rows: list[Ready] = []
    folded: list[MergedIncident] = []
    doubts: dict[tuple[str, str], Link] = {}
    holder: dict[str, str] = {}
    for incident in merge(coded, rulings):
        one = graded(incident, given)
        rows.append(ready(one))
        folded.append(one)
        holder.update({f"{r.article}#{r.incident}": one.incident_id for r in one.reports})
        doubts.update({(k.left, k.right): k for k in one.links if k.judgement == "unsure"})
    tasks = [_with_incident(t, holder) for t in tasks] + [_link_task(k, holder) for _, k in sorted(doubts.items())]
    strangers = list(public_incidents(folded))
    waiting = list(docket_rows(folded, strangers, stands, tasks, spoken))
    with case.writing() as writer:
        done = replace(writer, rows, tasks)
        docket.replace(writer, waiting, strangers)
        before = last(writer.connection, "merge")
        data = {"upto": seq, "reports": len(coded), "incidents": done.total, "digest": done.digest}
        fresh = before is None or before.data != data
        if fresh:
            writer.log("merge", data)
    return Merged(len(coded), done, len(tasks), fresh)


def pending(connection: Connection) -> int | None:
    """Reports, codings and decisions since the last merge; null where there was none."""
    before = last(connection, "merge")
    return None if before is None else since(connection, int(before.data["upto"]), CHANGES)


def _seq(connection: Connection) -> int:
    """The newest entry that a merge depends on."""
    found = [entry.seq for action in CHANGES if (entry := last(connection, action))]
    return max(found, default=0)


def _decisions(stands: list[Decision]) -> tuple[dict[str, list[Verdict]], list[Ruling], list[Grading]]:
    verdicts: dict[str, list[Verdict]] = {}
    for one in stands:
        if isinstance(one, Verdict):
            verdicts.setdefault(one.sha256, []).append(one)
    return verdicts, [d for d in stands if isinstance(d, Ruling)], [d for d in stands if isinstance(d, Grading)]


def _views(
    connection: Connection, verdicts: dict[str, list[Verdict]], held: list[Held], spoken: dict[str, str]
) -> Iterator[Coded]:
    """Every report as people see it. ``spoken`` takes each record's title and sentences, to be searched."""
    for reading in every(connection):
        seen = view(reading, verdicts.get(reading.report.sha256, ()))
        held += seen.held
        for one in seen.coded.incidents:
            found = [reading.report.title or "", *(reading.text[start:end] for start, end in one.sentences)]
            spoken[f"{reading.report.name}#{one.id}"] = " ".join(found)
        yield seen.coded


class _Places:
    """Decisions on the records as they are called now. Where newer rules no longer make one, a person is asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: dict[str, Reading | None] = {}
        self.lost: list[Task] = []

    def ruling(self, one: Ruling) -> Ruling:
        left, right = self._anchors(one.left), self._anchors(one.right)
        if len(left) + len(right) < len(one.left) + len(one.right):
            self.lost.append(Task(id=digest(["ruling", one.id])[:16], kind="ruling", data=one))
        return msgspec.structs.replace(one, left=left, right=right)

    def grading(self, one: Grading) -> Grading:
        events = self._anchors(one.events)
        if not events:
            self.lost.append(Task(id=digest(["grade", one.id])[:16], kind="grade", data=one))
        return msgspec.structs.replace(one, events=events)

    def _anchors(self, anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
        found = [(anchor, self._record(anchor)) for anchor in anchors]
        return tuple(msgspec.structs.replace(a, incident=i.id) for a, i in found if i is not None)

    def _record(self, anchor: Anchor) -> Incident | None:
        if anchor.report not in self._found:
            self._found[anchor.report] = named(self._connection, anchor.report)
        reading = self._found[anchor.report]
        return find_event(anchor, reading.coded) if reading else None


Given = tuple[int, Grading]


def grades(gradings: Sequence[Grading]) -> dict[str, Given]:
    """Record -> the newest grade that was given for an incident it was part of, with its place in the order of all."""
    return {anchor.label: (n, one) for n, one in enumerate(gradings) for anchor in one.events}


def graded(incident: MergedIncident, given_to: dict[str, Given]) -> MergedIncident:
    """The incident with the newest grade that people gave to any record it is made of."""
    given = [given_to[label] for r in incident.reports if (label := f"{r.article}#{r.incident}") in given_to]
    newest = max(given, key=lambda g: g[0])[1] if given else None
    if newest is None or newest.grade is None:
        return incident
    decided = GradeSet(grade=newest.grade, by=newest.by, at=newest.at, note=newest.note)
    return msgspec.structs.replace(incident, grade=msgspec.structs.replace(incident.grade, decided=decided))


def _verdict_task(held: Held) -> Task:
    verdict = held.verdict
    return Task(id=digest(["verdict", verdict.id])[:16], kind="verdict", data=verdict)


def _with_incident(task: Task, holder: dict[str, str]) -> Task:
    """The task with the incident that its record now is part of, if any."""
    if isinstance(task.data, Verdict):
        return msgspec.structs.replace(task, incident=holder.get(task.data.statement.event.label))
    return task


def _link_task(link: Link, holder: dict[str, str]) -> Task:
    return Task(
        id=digest(["link", link.left, link.right])[:16],
        kind="link",
        incident=holder.get(link.left),
        other=holder.get(link.right),
        score=link.score,
        data=link,
    )
