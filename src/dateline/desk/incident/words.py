"""Decisions in a few words."""

from collections.abc import Sequence

import msgspec

from dateline.desk.brief import FIELDS
from dateline.desk.incident.statement import statement_line
from dateline.desk.pages.decision import Given
from dateline.model.decision import Decision, Grading, Ruling, Undo, Verdict

_SAID = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


def given(one: Decision) -> Given:
    """A decision beside what it is about."""
    kind = one.decision if isinstance(one, Verdict) else one.judgement if isinstance(one, Ruling) else "grade"
    words = f"{_SAID[one.decision]}{_to(one)}" if isinstance(one, Verdict) else decision_words(one)
    return Given(id=one.id, decision=kind, words=words, by=one.by, at=one.at, note=one.note)


def decision_words(one: Decision, every: Sequence[Decision] = ()) -> str:
    """What was decided, and of a value what it was before. ``every``: among them is what an undo takes back."""
    if isinstance(one, Verdict):
        return f"{_SAID[one.decision]} {statement_line(one.statement).words}{_to(one)}"
    if isinstance(one, Ruling):
        left, right = (", ".join(a.label for a in side) for side in (one.left, one.right))
        return f"{left} and {right}: {'one incident' if one.judgement == 'same' else 'not one incident'}"
    if isinstance(one, Grading):
        return f"graded {one.grade}" if one.grade else "took the grade back"
    about = next((d for d in every if isinstance(one, Undo) and d.id == one.undoes), None)
    return f"took back: {decision_words(about, every)} by {about.by}" if about else "took a decision back"


def field_of(one: Decision) -> str:
    """The field that a decision is about, in words."""
    if isinstance(one, Verdict):
        return FIELDS[one.statement.field]
    return "Grade" if isinstance(one, Grading) else "Link" if isinstance(one, Ruling) else "Undo"


def thing_of(one: Decision) -> str:
    """The field, and of a value what it says and who says it."""
    if not isinstance(one, Verdict):
        return field_of(one).lower()
    return f"{field_of(one).lower()}, “{statement_line(one.statement).words}” in {one.statement.event.report}"


def _to(one: Verdict) -> str:
    if one.decision != "correct":
        return ""
    words = statement_line(msgspec.structs.replace(one.statement, value=one.correction)).words
    return f" to {words}"
