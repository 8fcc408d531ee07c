"""The page of one incident: for those who work on it as it stands this moment, for strangers as the last merge left it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection

from dateline.casefile.docketing import Said
from dateline.casefile.live import Judged, Live, Telling, live
from dateline.casefile.statements import LISTS, SINGLE
from dateline.desk import drawing
from dateline.desk.brief import (
    COLOURS,
    FIELDS,
    brief,
    decision_words,
    field_of,
    given,
    title_words,
    when_words,
    where_words,
)
from dateline.desk.correction import choices
from dateline.desk.door import Person
from dateline.desk.pages import (
    ConflictView,
    FieldView,
    GradeView,
    HistoryEntry,
    IncidentPage,
    Lane,
    LinkView,
    SourceView,
    StatementView,
)
from dateline.desk.text import passages
from dateline.export.marks import Mark
from dateline.export.merged import figure
from dateline.export.words import (
    Line,
    actor_line,
    casualty_lines,
    claim_line,
    damage_line,
    day_words,
    means_line,
    point_words,
    victim_line,
    when_line,
    where_line,
)
from dateline.model.decision import Decision, Statement, Undo, Verdict
from dateline.model.incident import When, Where
from dateline.model.merged import MergedIncident
from dateline.store.decisions import newest
from dateline.store.incidents import found
from dateline.store.seen import records

_LINES: dict[str, Any] = {
    "when": when_line,
    "where": where_line,
    "actors": actor_line,
    "casualties": lambda value: casualty_lines(value)[0],
    "victims": victim_line,
    "means": means_line,
    "damage": damage_line,
    "claims": claim_line,
}


def internal_page(connection: Connection, id: str, person: Person, *, behind: bool = False) -> IncidentPage | None:
    """Everything that is known of it; null where there is no such incident."""
    now = live(connection, id)
    return None if now is None else _Internal(connection, now, person, behind).page()


class _Internal:
    """An incident for those who work on it."""

    def __init__(self, connection: Connection, found: Live, person: Person, behind: bool) -> None:
        self._live, self._person, self._behind, self._connection = found, person, behind, connection
        self._one = found.incident or found.merged
        self._outlets = {
            t.reading.report.name: t.reading.report.publisher or t.reading.report.source for t in found.tellings
        }
        self._keys = {
            (t.reading.report.name, j.statement.id): f"s{n}"
            for n, (t, j) in enumerate((t, j) for t in found.tellings for j in t.statements)
        }

    def page(self) -> IncidentPage:
        one = self._one
        said = Said(self._live.stands)
        point = (one.where.lat, one.where.lon) if one.where.lat is not None and one.where.lon is not None else None
        return IncidentPage(
            profile="internal",
            id=self._live.merged.incident_id,
            title=title_words(one.type),
            acled=f"{one.acled.event_type} / {one.acled.sub_event_type}",
            state="conflict" if self._live.conflicts else said.state(self._live.labels),
            brief=brief(one),
            gone=self._live.incident is None,
            behind=self._behind,
            grade=self._grade(),
            fields=tuple(self._fields()),
            sources=tuple(self._sources()),
            records=tuple(self._live.labels),
            voices=tuple(_voice(v.name, v.kind, v.party_to_conflict) for v in one.voices),
            missing=tuple(m.question for m in one.missing),
            issues=tuple(i.message for i in one.issues),
            links=tuple(self._links()),
            conflicts=conflict_views(self._live),
            history=tuple(self._history()),
            next=None,
            where=point,
            upto=newest(self._connection),
        )

    def _grade(self) -> GradeView:
        grade, decided = self._one.grade, self._one.grade.decided
        return GradeView(
            proposed=grade.proposed,
            reasons=grade.reasons,
            would_change=grade.would_change,
            decided=decided.grade if decided else None,
            by=decided.by if decided else None,
            at=decided.at if decided else None,
            note=decided.note if decided else None,
        )

    def _fields(self) -> Iterator[FieldView]:
        by_field: dict[str, list[tuple[Telling, Judged]]] = {name: [] for name in FIELDS}
        for telling in self._live.tellings:
            for judged in telling.statements:
                by_field[judged.statement.field].append((telling, judged))
        for name, label in FIELDS.items():
            if by_field[name]:
                words, state = _folded(self._one, name)
                lanes, ticks = self._lanes(name, by_field[name])
                told = _told(by_field[name], self._outlets)
                yield FieldView(
                    name=name,
                    label=label,
                    words=words,
                    state=state,
                    lanes=lanes,
                    ticks=ticks,
                    spots=drawing.plan(told, self._one.where) if name == "where" else (),
                    statements=tuple(self._statement(t, j) for t, j in by_field[name]),
                )

    def _lanes(self, name: str, told: list[tuple[Telling, Judged]]) -> tuple[tuple[Lane, ...], drawing.Ticks]:
        if name == "when":
            return drawing.days(_told(told, self._outlets), self._one.when)
        if name == "casualties":
            toll = next((t for t in self._one.casualties if t.outcome == "killed"), None)
            toll = toll or next(iter(self._one.casualties), None)
            return drawing.figures(toll, self._outlets) if toll else ((), ())
        return (), ()

    def _statement(self, telling: Telling, judged: Judged) -> StatementView:
        one, report = judged.statement, telling.reading.report
        line = statement_line(one)
        last = judged.verdicts[-1] if judged.verdicts else None
        rivals = [c.earlier for c in self._live.conflicts if last and c.later.id == last.id]
        value = last.correction if last and last.decision == "correct" else one.value
        return StatementView(
            id=one.id,
            key=self._keys[report.name, one.id],
            report=report.name,
            outlet=self._outlets[report.name],
            words=line.words,
            note=line.note,
            quote=line.quote,
            verdict=given(last) if last else None,
            rivals=tuple(given(r) for r in rivals),
            choices=choices(one.field, value),
        )

    def _sources(self) -> Iterator[SourceView]:
        done: set[str] = set()
        for telling in self._live.tellings:
            report = telling.reading.report
            if report.name in done:
                continue
            done.add(report.name)
            own = [t for t in self._live.tellings if t.reading.report.name == report.name]
            marks = [mark for t in own for mark in self._marks(t)]
            yield SourceView(
                report=report.name,
                outlet=self._outlets[report.name],
                published=day_words(report.published) if report.published else "day not known",
                title=report.title or "",
                address=report.url or "",
                link=report.url if (report.url or "").lower().startswith(("https://", "http://")) else None,
                revises=report.revises,
                paragraphs=passages(telling.reading.text, marks),
            )

    def _marks(self, telling: Telling) -> Iterator[Mark]:
        size = len(telling.reading.text)
        for judged in telling.statements:
            key = self._keys[telling.reading.report.name, judged.statement.id]
            line = statement_line(judged.statement)
            if line.evidence and 0 <= line.evidence[0] < line.evidence[1] <= size:
                yield Mark(*line.evidence, COLOURS[judged.statement.field], key, f"#{key}")

    def _links(self) -> Iterator[LinkView]:
        holders = dict.fromkeys(self._live.labels, self._one)
        for link in self._live.merged.links:
            far = link.right if link.left in holders else link.left
            other = None if link.left in holders and link.right in holders else _holder(self._connection, far)
            yield LinkView(
                left=link.left,
                right=link.right,
                judgement=link.judgement,
                score=link.score,
                why=link.why,
                by=link.by,
                other=other.incident_id if other else None,
                other_title=f"{title_words(other.type)}, {where_words(other.where)}, {when_words(other.when)}"
                if other
                else "",
            )

    def _history(self) -> Iterator[HistoryEntry]:
        every = self._live.decisions
        undone = (
            {d.id for d in every} - {d.id for d in self._live.stands} - {d.id for d in every if isinstance(d, Undo)}
        )
        gone = {d.undoes for d in every if isinstance(d, Undo)}
        for _, same in groupby(reversed(every), key=_act):
            acts = list(same)
            one, left = acts[0], [d for d in acts if d.id not in undone and d.id not in gone]
            reports = dict.fromkeys(d.statement.event.report for d in acts if isinstance(d, Verdict))
            many = len(acts) > 1
            yield HistoryEntry(
                ids=tuple(d.id for d in left or acts),
                by=one.by,
                at=one.at,
                field=f"{len(acts)} values" if many else field_of(one),
                report=", ".join(reports),
                words=decision_words(one, every),
                note=one.note,
                undone=not left,
                mine=bool(left) and (one.by == self._person.name or self._person.may("lead")),
            )


def _act(one: Decision) -> tuple[str, ...]:
    """What was done at one go: a whole record accepted or rejected is many verdicts."""
    if isinstance(one, Verdict) and one.decision != "correct":
        return one.by, one.at, one.decision, one.note
    if isinstance(one, Undo):
        return one.by, one.at, "undo", one.note
    return (one.id,)


def conflict_views(found: Live) -> tuple[ConflictView, ...]:
    """What two people see otherwise."""
    return tuple(
        ConflictView(field=field_of(c.later), earlier=given(c.earlier), later=given(c.later)) for c in found.conflicts
    )


def public_page(connection: Connection, id: str) -> IncidentPage | None:
    """What strangers may see of it, from their own record and nothing else."""
    one = records(connection, "public", [id]).get(id)
    if one is None:
        return None
    fields = []
    for name, label in FIELDS.items():
        words, state = _folded(one, name)
        if words:
            lanes, ticks = _public_lanes(one, name)
            fields.append(FieldView(name=name, label=label, words=words, state=state, lanes=lanes, ticks=ticks))
    point = (one.where.lat, one.where.lon) if one.where.lat is not None and one.where.lon is not None else None
    return IncidentPage(
        profile="public",
        id=one.incident_id,
        title=title_words(one.type),
        acled=f"{one.acled.event_type} / {one.acled.sub_event_type}",
        state="",
        brief=brief(one),
        gone=False,
        behind=False,
        grade=GradeView(proposed=one.grade.proposed, reasons=one.grade.reasons, would_change=one.grade.would_change),
        fields=tuple(fields),
        sources=tuple(
            SourceView(
                report=r.article,
                outlet=r.publisher or "outlet withheld",
                published=day_words(r.published) if r.published else "day not known",
                title="",
                address="",
                link=None,
                revises=None,
                paragraphs=(),
            )
            for r in one.reports
        ),
        records=(),
        voices=tuple(_voice(v.name, v.kind, v.party_to_conflict) for v in one.voices),
        missing=tuple(m.question for m in one.missing),
        issues=(),
        links=(),
        conflicts=(),
        history=(),
        next=None,
        where=point,
    )


def _public_lanes(one: MergedIncident, name: str) -> tuple[tuple[Lane, ...], drawing.Ticks]:
    if name == "casualties" and one.casualties:
        names = {r.article: r.publisher or "outlet withheld" for r in one.reports}
        return drawing.figures(one.casualties[0], names)
    return (), ()


def statement_line(one: Statement) -> Line:
    """A statement in words."""
    if one.field == "type":
        acled = one.value.get("acled", {})
        note = f"{acled.get('event_type', '')} / {acled.get('sub_event_type', '')}"
        return Line("what", title_words(str(one.value.get("type", ""))), note)
    kind = {**SINGLE, **LISTS}[one.field]
    line: Line = _LINES[one.field](msgspec.convert(one.value, kind))
    return line


def _told(told: Sequence[tuple[Telling, Judged]], outlets: dict[str, str]) -> list[tuple[str, Any]]:
    """What each report gives for a single field, what was rejected left out."""
    out: list[tuple[str, When | Where]] = []
    for telling, judged in told:
        last = judged.verdicts[-1] if judged.verdicts else None
        field = judged.statement.field
        if field in SINGLE and not (last and last.decision == "reject"):
            value = last.correction if last and last.decision == "correct" else judged.statement.value
            out.append((outlets[telling.reading.report.name], msgspec.convert(value, SINGLE[field])))  # type: ignore[arg-type]
    return out


def _folded(one: MergedIncident, field: str) -> tuple[str, str | None]:
    """What the reports come to for a field, in words, and how they stand to each other."""
    states = {name: s.state for name, s in one.state.items()}
    if field == "type":
        return title_words(one.type), states.get("type")
    if field == "when":
        return when_words(one.when), states.get("when")
    if field == "where":
        w = one.where
        point = (
            f" · {point_words(w.lat, w.lon, w.radius_km)}" if w.lat is not None and w.lon is not None else " · no point"
        )
        return where_words(w) + point, states.get("where")
    if field == "actors":
        roles = {
            "a": "",
            "assoc_a": " (with them)",
            "b": " (against)",
            "assoc_b": " (on that side)",
            "victim": " (harmed)",
        }
        return "; ".join(f"{a.name}{roles[a.role]}" for a in one.actors), states.get("actors")
    if field == "casualties":
        worst = [t.state for t in one.casualties]
        state = next((s for s in ("disputed", "revised", "agreed", "single") if s in worst), None)
        return "; ".join(f"{figure(t)} {t.outcome}" for t in one.casualties), state
    if field == "victims":
        return (f"{len(one.victims)} told of one by one" if one.victims else ""), None
    if field == "means":
        return ", ".join(m.replace("_", " ") for m in one.means), None
    return (one.sourcing.text if field == "claims" else ""), None


def _voice(name: str, kind: str, party: bool) -> str:
    return f"{name} · {kind}{', a party to the conflict' if party else ''}"


def _holder(connection: Connection, label: str) -> MergedIncident | None:
    """The incident that holds a record now."""
    return next(iter(found(connection, label)), None)
