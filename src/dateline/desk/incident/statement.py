"""Values in words: what one report states, and what all of them come to."""

from typing import Any

import msgspec

from dateline.casefile.statements import LISTS, SINGLE
from dateline.desk.brief import title_words, when_words, where_words
from dateline.export.merged import figure
from dateline.export.words import (
    Line,
    actor_line,
    casualty_lines,
    claim_line,
    damage_line,
    means_line,
    point_words,
    victim_line,
    when_line,
    where_line,
)
from dateline.model.decision import Statement
from dateline.model.merged import MergedIncident, State

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
_ROLES = {"a": "", "assoc_a": " (with them)", "b": " (against)", "assoc_b": " (on that side)", "victim": " (harmed)"}
_WORST: tuple[State, ...] = ("disputed", "revised", "agreed", "single")


def statement_line(one: Statement) -> Line:
    """A statement in words."""
    if one.field == "type":
        acled = one.value.get("acled", {})
        note = f"{acled.get('event_type', '')} / {acled.get('sub_event_type', '')}"
        return Line("what", title_words(str(one.value.get("type", ""))), note)
    line: Line = _LINES[one.field](msgspec.convert(one.value, {**SINGLE, **LISTS}[one.field]))
    return line


def folded_words(one: MergedIncident, field: str, decimals: int = 3) -> str:
    """What the reports come to for a field; empty where they say nothing. ``decimals``: of a point's degrees."""
    match field:
        case "type":
            return title_words(one.type)
        case "when":
            return when_words(one.when)
        case "where":
            return f"{where_words(one.where)} · {_point(one, decimals)}"
        case "actors":
            return "; ".join(f"{a.name}{_ROLES[a.role]}" for a in one.actors)
        case "casualties":
            return "; ".join(f"{figure(t)} {t.outcome}" for t in one.casualties)
        case "victims":
            return f"{len(one.victims)} told of one by one" if one.victims else ""
        case "means":
            return ", ".join(m.replace("_", " ") for m in one.means)
        case "claims":
            return one.sourcing.text
    return ""


def folded_state(one: MergedIncident, field: str) -> State | None:
    """How the reports stand to each other for a field; of several tolls the worst."""
    if field == "casualties":
        found = {t.state for t in one.casualties}
        return next((s for s in _WORST if s in found), None)
    return one.state[field].state if field in one.state else None


def _point(one: MergedIncident, decimals: int) -> str:
    w = one.where
    return "no point" if w.lat is None or w.lon is None else point_words(w.lat, w.lon, w.radius_km, decimals)
