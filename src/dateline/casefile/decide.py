"""What a person may decide, and the only way that it comes into a casefile. Each function puts one decision on record; the next merge
follows it. Nothing is taken away: what was decided before stays in the log, and ``undo`` is a decision of its own.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import Connection

from dateline.casefile.statements import anchor, check, statements
from dateline.model.decision import Anchor, GradeName, Grading, Ruling, Statement, Undo, Verdict
from dateline.model.merged import MergedIncident
from dateline.store.case import Case
from dateline.store.decisions import decide, decided, decision
from dateline.store.errors import CaseError
from dateline.store.incidents import found
from dateline.store.reports import Reading, named

GRADES: tuple[str, ...] = get_args(GradeName)


class Judgement(NamedTuple):
    """What is to be said of one statement; ``correction``, JSON of the field's shape, goes with ``correct`` and with no other. ``seen``: ids of the
    decisions on it that lay before the person."""

    statement: Statement
    decision: Literal["accept", "reject", "correct"]
    correction: Any = None
    seen: Sequence[str] = ()


def judge(
    case: Case,
    statement: Statement,
    judgement: Literal["accept", "reject", "correct"],
    *,
    by: str,
    note: str = "",
    correction: Any = None,
    seen: Sequence[str] = (),
) -> Verdict:
    """Accept a value, reject it, or correct it. ``correction``: JSON of the field's shape; its words may be those of the text. ``seen``: ids of
    the decisions on it that lay before the person.

    Raises ``CaseError`` where the machine does not, or no longer, state this, or the correction is of another shape.
    """
    return judge_all(case, [Judgement(statement, judgement, correction, seen)], by=by, note=note)[0]


def judge_all(case: Case, judgements: Sequence[Judgement], *, by: str, note: str = "") -> list[Verdict]:
    """Several verdicts by one person at one time: all are put on record, or none. Raises as ``judge`` does."""
    checked = [one._replace(correction=_checked(one)) for one in judgements]
    with case.writing() as writer:
        readings: dict[str, Reading] = {}
        stated: dict[str, set[str]] = {}
        out: list[Verdict] = []
        for one in checked:
            event = one.statement.event
            if event.report not in readings:
                readings[event.report] = _reading(writer.connection, event.report)
                stated[event.report] = {s.id for s in statements(readings[event.report].coded)}
            if one.statement.id not in stated[event.report]:
                raise CaseError(f"{event.label}: this is not stated there, or no longer")
            verdict = Verdict(
                by=_person(by), at=writer.at, note=note, seen=tuple(one.seen), statement=one.statement,
                sha256=readings[event.report].report.sha256, decision=one.decision, correction=one.correction,
            )  # fmt: skip
            out.append(decide(writer, verdict))
        return out


def _checked(one: Judgement) -> Any:
    """The correction as the field's JSON."""
    if (one.decision == "correct") != (one.correction is not None):
        raise CaseError("a correction goes with a verdict that corrects, and with no other")
    try:
        return check(one.statement.field, one.correction) if one.correction is not None else None
    except ValueError as error:
        raise CaseError(str(error)) from error


def rule(
    case: Case,
    left: Iterable[str],
    right: Iterable[str],
    judgement: Literal["same", "different"],
    *,
    by: str,
    note: str = "",
    seen: Sequence[str] = (),
) -> Ruling:
    """Say that records (``REPORT#INCIDENT``) tell one incident, or that none on the left tells what one on the right does."""
    with case.writing() as writer:
        one, two = _anchors(writer.connection, left), _anchors(writer.connection, right)
        if {a.label for a in one} & {a.label for a in two}:
            raise CaseError("a record cannot stand on both sides")
        ruling = Ruling(
            by=_person(by), at=writer.at, note=note, seen=tuple(seen), judgement=judgement, left=one, right=two
        )
        return decide(writer, ruling)


def join(case: Case, first: str, second: str, *, by: str, note: str = "", seen: Sequence[str] = ()) -> Ruling:
    """Make two incidents of the last merge one."""
    with case.reading() as connection:
        one, two = _incident(connection, first), _incident(connection, second)
    if one.incident_id == two.incident_id:
        raise CaseError(f"{first} and {second} are one incident already")
    return rule(case, labels(one), labels(two), "same", by=by, note=note, seen=seen)


def split(
    case: Case, incident: str, records: Sequence[str], *, by: str, note: str = "", seen: Sequence[str] = ()
) -> Ruling:
    """Take records out of an incident: they are not what the others tell."""
    with case.reading() as connection:
        every = labels(_incident(connection, incident))
    rest = [label for label in every if label not in records]
    if not rest or len(rest) + len(set(records)) != len(every):
        raise CaseError(f"{incident}: name some of its records, and not all: {', '.join(every)}")
    return rule(case, records, rest, "different", by=by, note=note, seen=seen)


def set_grade(
    case: Case, incident: str, grade: GradeName | None, *, by: str, note: str = "", seen: Sequence[str] = ()
) -> Grading:
    """Grade an incident. Confirmed and Discounted come from here only; null takes an earlier grade back."""
    if grade is not None and grade not in GRADES:
        raise CaseError(f"{grade}: not a grade; they are {', '.join(GRADES)}")
    with case.writing() as writer:
        events = _anchors(writer.connection, labels(_incident(writer.connection, incident)))
        grading = Grading(by=_person(by), at=writer.at, note=note, seen=tuple(seen), events=events, grade=grade)
        return decide(writer, grading)


def undo(case: Case, id: str, *, by: str, note: str = "") -> Undo:
    """Take a decision back: a verdict, a ruling, a grade, or an undo. Raises ``CaseError`` where there is none, or it is undone."""
    with case.writing() as writer:
        if decision(writer.connection, id) is None:
            raise CaseError(f"{id}: no such decision")
        gone: set[str] = set()
        for one in reversed(decided(writer.connection)):
            if isinstance(one, Undo) and one.id not in gone:
                gone.add(one.undoes)
        if id in gone:
            raise CaseError(f"{id}: undone already")
        return decide(writer, Undo(by=_person(by), at=writer.at, note=note, undoes=id))


def labels(incident: MergedIncident) -> list[str]:
    """The records that an incident is made of."""
    return [f"{r.article}#{r.incident}" for r in incident.reports]


def _incident(connection: Connection, name: str) -> MergedIncident:
    matches = found(connection, name)
    if len(matches) != 1:
        raise CaseError(
            f"{name}: {'means more than one incident' if matches else 'no such incident in the last merge'}"
        )
    return matches[0]


def _reading(connection: Connection, report: str) -> Reading:
    reading = named(connection, report)
    if reading is None:
        raise CaseError(f"{report}: no such report")
    return reading


def _anchors(connection: Connection, names: Iterable[str]) -> tuple[Anchor, ...]:
    """What finds these records (``REPORT#INCIDENT``) again."""
    out: list[Anchor] = []
    for name in dict.fromkeys(names):
        report, _, incident = name.rpartition("#")
        coded = _reading(connection, report).coded
        record = next((i for i in coded.incidents if i.id == incident), None)
        if record is None:
            raise CaseError(f"{name}: no such record")
        out.append(anchor(report, record))
    if not out:
        raise CaseError("no record is named")
    return tuple(out)


def _person(by: str) -> str:
    if not by.strip():
        raise CaseError("a decision needs the name of the person who made it")
    return by.strip()
