"""What a person decides. A decision is new input, kept beside what the machine read and never in its place; an incident is a fold
over both. Decisions point at the words they are about, so that they hold when newer rules read the same words anew.
"""

from typing import Any, Literal

import msgspec

from dateline.model.incident import Evidence, Record

Field = Literal["type", "when", "where", "actors", "casualties", "victims", "means", "damage", "claims"]
GradeName = Literal["Confirmed", "Fair", "Weak", "Contested", "Discounted"]


class Anchor(Record, frozen=True, kw_only=True):
    """One record of one report. ``incident`` is its id when the decision was made; ``spans``, its sentences and every piece of
    evidence, find it again under another id."""

    report: str
    incident: str
    spans: tuple[Evidence, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.report}#{self.incident}"


class Statement(Record, frozen=True, kw_only=True):
    """One value of one record as the machine read it. ``value`` is the field's JSON; ``id`` is made of all the rest."""

    id: str
    event: Anchor
    field: Field
    value: Any
    evidence: Evidence | None = None


class _Said(Record, frozen=True, kw_only=True):
    """Who decided, when (ISO 8601, UTC), and why in their words. ``id`` is made of the whole decision. ``seen``: the decisions on the same
    thing that lay before them; what was decided meanwhile they did not know of."""

    id: str = ""
    by: str
    at: str
    note: str = ""
    seen: tuple[str, ...] = ()


class Verdict(_Said, frozen=True, kw_only=True, tag="verdict", tag_field="kind"):
    """On one statement: ``accept`` holds its value, ``reject`` takes it out (of the type: the record with it), ``correct`` puts
    ``correction``, JSON of the same shape, in its place. ``sha256`` is of the text."""

    statement: Statement
    sha256: str
    decision: Literal["accept", "reject", "correct"]
    correction: Any = None


class Ruling(_Said, frozen=True, kw_only=True, tag="link", tag_field="kind"):
    """``same``: all of them tell one incident. ``different``: none on the left tells what one on the right tells. It outranks every
    score; of two that contradict each other the later holds."""

    judgement: Literal["same", "different"]
    left: tuple[Anchor, ...]
    right: tuple[Anchor, ...]


class Grading(_Said, frozen=True, kw_only=True, tag="grade", tag_field="kind"):
    """A person's grade for the incident that these records tell; null takes an earlier one back."""

    events: tuple[Anchor, ...]
    grade: GradeName | None


class Undo(_Said, frozen=True, kw_only=True, tag="undo", tag_field="kind"):
    """Takes the decision with the id ``undoes`` back. The decision itself stays on record."""

    undoes: str


Decision = Verdict | Ruling | Grading | Undo


def standing(decisions: list[Decision]) -> list[Decision]:
    """Those that were not taken back, in their order. An undo may itself be undone."""
    gone: set[str] = set()
    out: list[Decision] = []
    for one in reversed(decisions):
        if one.id in gone:
            continue
        if isinstance(one, Undo):
            gone.add(one.undoes)
        else:
            out.append(one)
    return out[::-1]


def anchors(decision: Decision) -> tuple[Anchor, ...]:
    """The records that a decision is about; none for an undo, which is about those of what it undoes."""
    if isinstance(decision, Verdict):
        return (decision.statement.event,)
    if isinstance(decision, Ruling):
        return (*decision.left, *decision.right)
    return decision.events if isinstance(decision, Grading) else ()


def encode(decision: Decision) -> bytes:
    """Its JSON, the same on every machine."""
    return msgspec.json.encode(decision)


def decode(data: bytes | str) -> Decision:
    """The decision of a JSON. Raises ``msgspec.ValidationError``."""
    found: Decision = msgspec.json.decode(data, type=Decision)
    return found
