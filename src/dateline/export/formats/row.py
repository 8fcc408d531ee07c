"""An incident as one row: the columns of every flat format, and what a row cannot hold.

A range is two columns; an empty ``_high`` beside a ``_low`` is an open end, both empty is no word about it. Tags are HXL's where it has
them; it has none for ranges, precision and grades, for which it allows attributes of one's own.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from dateline.model.merged import MergedIncident, Toll

Value = str | int | float | dt.date | list[str] | None
Kind = Literal["text", "int", "float", "date", "texts"]
_GROUPS = ("civilians", "combatants", "children", "women")
_OUTCOMES = ("killed", "injured", "missing", "abducted", "detained", "displaced")


class Column(NamedTuple):
    """One column: its name, what it holds, its HXL tag, and how it is read off an incident."""

    name: str
    kind: Kind
    tag: str
    get: Callable[[MergedIncident], Value]


def row(one: MergedIncident) -> list[Value]:
    """The values of ``COLUMNS``."""
    return [column.get(one) for column in COLUMNS]


def not_held(one: MergedIncident) -> Iterator[str]:
    """What an incident has that a row does not."""
    if one.claims or any(toll.claims for toll in one.casualties):
        yield "who gave which figure in which words"
    if any(len(state.claims) > 1 for state in one.state.values()):
        yield "rival values and who gave them"
    if any(actor.voices for actor in one.actors):
        yield "which voices name which actor"
    if one.links:
        yield "links between reports, with their reasons"
    if any(v.age is not None or v.sex or v.outcome for v in one.victims):
        yield "ages, sexes and fates of victims"
    shares = [(toll.outcome, group) for toll in one.casualties for group in toll.groups]
    if any(outcome != "killed" or group.group not in _GROUPS or group.party for outcome, group in shares):
        yield "shares of groups and parties in the harm, but for those killed"
    if one.grade.would_change:
        yield "what would change the grade"
    if any(issue.message for issue in one.issues):
        yield "issues in words"


def _toll(outcome: str, read: Callable[[Toll], Value]) -> Callable[[MergedIncident], Value]:
    return lambda one: next((read(toll) for toll in one.casualties if toll.outcome == outcome), None)


def _share(group: str, end: Literal["low", "high"]) -> Callable[[MergedIncident], Value]:
    def read(toll: Toll) -> Value:
        return next((getattr(g, end) for g in toll.groups if g.group == group and g.party is None), None)

    return _toll("killed", read)


def _who(role: str) -> Callable[[MergedIncident], Value]:
    return lambda one: [actor.name for actor in one.actors if actor.role == role]


def _sides(toll: Toll) -> list[str]:
    return [f"{low}" if low == high else f"{low}+" if high is None else f"{low}-{high}" for low, high in toll.sides]


def _state(field: str) -> Callable[[MergedIncident], Value]:
    return lambda one: one.state[field].state if field in one.state else None


def _tolls() -> Iterator[Column]:
    for outcome in _OUTCOMES:
        tag = f"#affected+{outcome}"
        yield Column(f"{outcome}_low", "int", f"{tag}+min", _toll(outcome, lambda toll: toll.low))
        yield Column(f"{outcome}_high", "int", f"{tag}+max", _toll(outcome, lambda toll: toll.high))
        yield Column(f"{outcome}_state", "text", f"#status+{outcome}", _toll(outcome, lambda toll: toll.state))
        yield Column(f"{outcome}_sides", "texts", f"{tag}+disputed", _toll(outcome, _sides))
    for group in _GROUPS:
        tag = f"#affected+killed+{group}"
        yield Column(f"killed_{group}_low", "int", f"{tag}+min", _share(group, "low"))
        yield Column(f"killed_{group}_high", "int", f"{tag}+max", _share(group, "high"))


COLUMNS: tuple[Column, ...] = (
    Column("incident_id", "text", "#event+code", lambda one: one.incident_id),
    Column("type", "text", "#event+type+dateline", lambda one: one.type),
    Column("event_type", "text", "#event+type", lambda one: one.acled.event_type),
    Column("sub_event_type", "text", "#event+type+sub", lambda one: one.acled.sub_event_type),
    Column("date_start", "date", "#date+start", lambda one: one.when.start),
    Column("date_end", "date", "#date+end", lambda one: one.when.end),
    Column("date_precision", "text", "#date+precision", lambda one: one.when.precision),
    Column("date_basis", "text", "#date+basis", lambda one: one.when.basis),
    Column("part_of_day", "text", "#date+part", lambda one: one.when.part),
    Column("country", "text", "#country+code+v_iso2", lambda one: one.where.country),
    Column("admin1", "text", "#adm1+name", lambda one: one.where.admin1),
    Column("place", "text", "#loc+name", lambda one: one.where.name),
    Column("lat", "float", "#geo+lat", lambda one: one.where.lat),
    Column("lon", "float", "#geo+lon", lambda one: one.where.lon),
    Column("radius_km", "float", "#geo+radius+km", lambda one: one.where.radius_km),
    Column("place_precision", "text", "#geo+precision", lambda one: one.where.precision),
    Column("gazetteer_id", "text", "#loc+code", lambda one: one.where.gazetteer_id),
    Column("actor_a", "texts", "#group+name+first", _who("a")),
    Column("assoc_a", "texts", "#group+name+first+assoc", _who("assoc_a")),
    Column("actor_b", "texts", "#group+name+second", _who("b")),
    Column("assoc_b", "texts", "#group+name+second+assoc", _who("assoc_b")),
    Column("actors_state", "text", "#status+actors", _state("actors")),
    Column("harmed", "texts", "#affected+type", _who("victim")),
    *_tolls(),
    Column("victims", "texts", "#affected+name", lambda one: [v.name for v in one.victims if v.name]),
    Column("means", "texts", "#event+means", lambda one: list(one.means)),
    Column("reports", "int", "#meta+reports+num", lambda one: one.sourcing.reports),
    Column("independent_voices", "int", "#meta+voices+num", lambda one: one.sourcing.independent),
    Column("voices", "texts", "#meta+source+voice", lambda one: [voice.name for voice in one.voices]),
    Column("sourcing", "text", "#meta+source+text", lambda one: one.sourcing.text),
    Column(
        "publishers", "texts", "#meta+source", lambda one: sorted({r.publisher for r in one.reports if r.publisher})
    ),
    Column("articles", "texts", "#meta+id", lambda one: list(one.articles)),
    Column("grade", "text", "#status+grade", lambda one: one.grade.proposed),
    Column("grade_reasons", "texts", "#status+grade+reason", lambda one: list(one.grade.reasons)),
    Column("missing", "texts", "#meta+missing", lambda one: [missing.field for missing in one.missing]),
    Column("issues", "texts", "#meta+issue", lambda one: sorted({issue.code for issue in one.issues})),
)
