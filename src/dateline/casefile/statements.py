"""A record of one report as statements, one a value, and back: what the machine read with a person's verdicts folded in."""

import hashlib
from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from dateline.model.decision import Anchor, Field, Statement
from dateline.model.incident import (
    Acled,
    Actor,
    Casualty,
    Claim,
    Coded,
    Damage,
    Evidence,
    Incident,
    Means,
    Victim,
    When,
    Where,
)

SINGLE: dict[str, type[msgspec.Struct]] = {"when": When, "where": Where}
LISTS: dict[str, type[msgspec.Struct]] = {
    "actors": Actor,
    "casualties": Casualty,
    "victims": Victim,
    "means": Means,
    "damage": Damage,
    "claims": Claim,
}
FIELDS: tuple[Field, ...] = get_args(Field)


class Kind(msgspec.Struct, frozen=True):
    """The value of the field ``type``: the node of the ontology with ACLED's own words for it."""

    type: str
    acled: Acled


def statements(coded: Coded) -> list[Statement]:
    """Every value of every incident that the article tells as news."""
    return [one for incident in coded.incidents for one in said(coded.article.id, incident)]


def said(report: str, incident: Incident) -> list[Statement]:
    """The values of one record, in the order of its fields."""
    event = anchor(report, incident)
    return [_statement(event, field, value) for field, value in _values(incident)]


def anchor(report: str, incident: Incident) -> Anchor:
    """What finds the record again: its id, or else its words."""
    spans = {evidence for _, value in _values(incident) if (evidence := getattr(value, "evidence", None))}
    return Anchor(report=report, incident=incident.id, spans=tuple(sorted(spans | set(incident.sentences))))


def check(field: str, value: Any) -> Any:
    """A correction as the field's JSON. Raises ``ValueError`` where it is not of the field's shape."""
    kind: type[msgspec.Struct] = Kind if field == "type" else {**SINGLE, **LISTS}[field]
    try:
        return _plain(msgspec.convert(value, kind))
    except (msgspec.ValidationError, TypeError) as error:
        raise ValueError(f"not a value of {field}: {error}") from error


def build(incident: Incident, values: Iterable[tuple[str, Any]]) -> Incident:
    """The record with these values, JSON of its fields, in the place of its own. A single field that is missing is empty."""
    found: dict[str, Any] = {"when": When(), "where": Where(), **{name: [] for name in LISTS}}
    for field, value in values:
        if field == "type":
            kind = msgspec.convert(value, Kind)
            found |= {"type": kind.type, "acled": kind.acled}
        elif field in SINGLE:
            found[field] = msgspec.convert(value, SINGLE[field])
        else:
            found[field].append(msgspec.convert(value, LISTS[field]))
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
    return msgspec.structs.replace(incident, **fields)


def _values(incident: Incident) -> list[tuple[Field, msgspec.Struct]]:
    out: list[tuple[Field, msgspec.Struct]] = [("type", Kind(incident.type, incident.acled))]
    for field in FIELDS:
        if field in SINGLE:
            out.append((field, getattr(incident, field)))
        elif field in LISTS:
            out += [(field, value) for value in getattr(incident, field)]
    return out


def _statement(event: Anchor, field: Field, value: msgspec.Struct) -> Statement:
    evidence: Evidence | None = getattr(value, "evidence", None)
    plain = _plain(value)
    whole = msgspec.json.encode([event.report, event.incident, field, plain], order="deterministic")
    return Statement(
        id=hashlib.sha256(whole).hexdigest()[:16], event=event, field=field, value=plain, evidence=evidence
    )


def _plain(value: msgspec.Struct) -> Any:
    """A value as its JSON gives it back, so that one that was stored compares with one that was just read."""
    return msgspec.json.decode(msgspec.json.encode(value))
