"""Incidents and decisions in a few words."""

from collections.abc import Sequence
from typing import Any

from dateline.desk.pages import Brief, Given
from dateline.export.merged import figure
from dateline.export.words import country_name, interval_words
from dateline.model.decision import Decision, Grading, Ruling, Undo, Verdict
from dateline.model.incident import When
from dateline.model.merged import MergedIncident, MergedWhen, MergedWhere

FIELDS = {
    "type": "What",
    "when": "When",
    "where": "Where",
    "actors": "Who",
    "casualties": "How many",
    "victims": "Victims",
    "means": "By what",
    "damage": "Damage",
    "claims": "Who says so",
}
"""Fields in the order in which they are shown, and what they are called."""

COLOURS = {
    "type": "what",
    "when": "when",
    "where": "where",
    "actors": "who",
    "casualties": "many",
    "victims": "many",
    "means": "what",
    "damage": "what",
    "claims": "says",
}
"""The colour that their words have."""


def title_words(type: str) -> str:
    """ "armed_clash" as "Armed clash"."""
    return type.replace("_", " ")[:1].upper() + type.replace("_", " ")[1:]


def when_words(when: MergedWhen) -> str:
    """The days, an open end said to be open."""
    return interval_words(When(start=when.start, end=when.end)) + (f", {when.part}" if when.part else "")


def where_words(where: MergedWhere) -> str:
    """The place with what it lies in."""
    outer = [n for n in (where.admin1, country_name(where.country)) if n and n != where.name]
    return ", ".join([*([where.name] if where.name else []), *outer]) or "place not known"


def harm_words(one: MergedIncident) -> str:
    """Everyone harmed, with what is in dispute."""
    return ", ".join(f"{figure(t)} {t.outcome}" for t in one.casualties) or "nobody said to be harmed"


def brief(one: MergedIncident) -> Brief:
    """The incident in a line."""
    reports, voices = one.sourcing.reports, one.sourcing.independent
    return Brief(
        id=one.incident_id,
        title=title_words(one.type),
        when=when_words(one.when),
        where=where_words(one.where),
        harm=harm_words(one),
        told=f"{reports} report{'s' * (reports != 1)}, {voices} voice{'s' * (voices != 1)}",
        grade=one.grade.decided.grade if one.grade.decided else one.grade.proposed,
        decided=one.grade.decided is not None,
        disputed=any(s.state == "disputed" for s in one.state.values()),
    )


def decision_words(one: Decision, every: Sequence[Decision] = ()) -> str:
    """What was decided. ``every``: among them is what an undo takes back."""
    if isinstance(one, Verdict):
        said = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}[one.decision]
        return said + (f" to {value_words(one.correction)}" if one.decision == "correct" else "")
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


def given(one: Decision) -> Given:
    """A decision as a page shows it."""
    kind = one.decision if isinstance(one, Verdict) else one.judgement if isinstance(one, Ruling) else "grade"
    return Given(id=one.id, decision=kind, words=decision_words(one), by=one.by, at=one.at, note=one.note)


_QUIET = ("candidates", "evidence", "text", "gazetteer_id", "geometry", "why", "id", "also", "parts")


def value_words(value: Any) -> str:
    """The parts of a value that are said, in a line."""
    if isinstance(value, list):
        return " + ".join(map(value_words, value))
    if not isinstance(value, dict):
        return str(value)
    parts = [f"{k} {value_words(v)}" for k, v in value.items() if v not in (None, [], False, "") and k not in _QUIET]
    return ", ".join(parts) or "nothing"
