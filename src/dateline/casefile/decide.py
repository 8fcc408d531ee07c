"""What a person may decide, and the only way that it comes into a casefile. Each function puts one decision on record; the next merge
follows it. Nothing is taken away: what was decided before stays in the log, and ``undo`` is a decision of its own.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_args

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


def judge(
    case: Case,
    statement: Statement,
    judgement: Literal["accept", "reject", "correct"],
    *,
    by: str,
    note: str = "",
    correction: Any = None,
) -> Verdict:
    """Accept a value, reject it, or correct it. ``correction``: JSON of the field's shape; its words may be those of the text.

    Raises ``CaseError`` where the machine does not, or no longer, state this, or the correction is of another shape.
    """
    if (judgement == "correct") != (correction is not None):
        raise CaseError("a correction goes with a verdict that corrects, and with no other")
    try:
        value = check(statement.field, correction) if correction is not None else None
    except ValueError as error:
        raise CaseError(str(error)) from error
    with case.writing() as writer:
        reading = _reading(writer.connection, statement.event.report)
        if statement.id not in {one.id for one in statements(reading.coded)}:
            raise CaseError(f"{statement.event.label}: this is not stated there, or no longer")
        verdict = Verdict(
            by=_person(by), at=writer.at, note=note, statement=statement, sha256=reading.report.sha256,
            decision=judgement, correction=value,
        )  # fmt: skip
        return decide(writer, verdict)


def rule(
    case: Case,
    left: Iterable[str],
    right: Iterable[str],
    judgement: Literal["same", "different"],
    *,
    by: str,
    note: str = "",
) -> Ruling:
    """Say that records (``REPORT#INCIDENT``) tell one incident, or that none on the left tells what one on the right does."""
    with case.writing() as writer:
        one, two = _anchors(writer.connection, left), _anchors(writer.connection, right)
        if {a.label for a in one} & {a.label for a in two}:
            raise CaseError("a record cannot stand on both sides")
        return decide(writer, Ruling(by=_person(by), at=writer.at, note=note, judgement=judgement, left=one, right=two))


def join(case: Case, first: str, second: str, *, by: str, note: str = "") -> Ruling:
    """Make two incidents of the last merge one."""
    with case.reading() as connection:
        one, two = _incident(connection, first), _incident(connection, second)
    if one.incident_id == two.incident_id:
        raise CaseError(f"{first} and {second} are one incident already")
    return rule(case, labels(one), labels(two), "same", by=by, note=note)


def split(case: Case, incident: str, records: Sequence[str], *, by: str, note: str = "") -> Ruling:
    """Take records out of an incident: they are not what the others tell."""
    with case.reading() as connection:
        every = labels(_incident(connection, incident))
    rest = [label for label in every if label not in records]
    if not rest or len(rest) + len(set(records)) != len(every):
        raise CaseError(f"{incident}: name some of its records, and not all: {', '.join(every)}")
    return rule(case, records, rest, "different", by=by, note=note)


def set_grade(case: Case, incident: str, grade: GradeName | None, *, by: str, note: str = "") -> Grading:
    """Grade an incident. Confirmed and Discounted come from here only; null takes an earlier grade back."""
    if grade is not None and grade not in GRADES:
        raise CaseError(f"{grade}: not a grade; they are {', '.join(GRADES)}")
    with case.writing() as writer:
        events = _anchors(writer.connection, labels(_incident(writer.connection, incident)))
        return decide(writer, Grading(by=_person(by), at=writer.at, note=note, events=events, grade=grade))


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
