"""How a person corrects a value without writing JSON: a few inputs for each field, and back."""

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from dateline.desk.pages.decision import Choice
from dateline.model.incident import ActorKind, Group, Modality, Outcome, PlacePrecision, Role
from dateline.packs.ontology import ontology
from dateline.store.errors import CaseError

PREFIX = "to."


class Input(NamedTuple):
    """One part of a value. ``kind``: text, number, date, or a choice of ``options``."""

    name: str
    label: str
    kind: str = "text"
    options: tuple[str, ...] = ()


INPUTS: dict[str, tuple[Input, ...]] = {
    "type": (Input("type", "kind of incident", "choice"),),
    "when": (Input("start", "from", "date"), Input("end", "to", "date")),
    "where": (
        Input("name", "place"),
        Input("admin1", "province"),
        Input("country", "country, two letters"),
        Input("lat", "latitude", "number"),
        Input("lon", "longitude", "number"),
        Input("radius_km", "± km", "number"),
        Input("precision", "how exact", "choice", get_args(PlacePrecision)),
    ),
    "actors": (
        Input("name", "name"),
        Input("role", "role", "choice", get_args(Role)),
        Input("kind", "kind", "choice", get_args(ActorKind)),
    ),
    "casualties": (
        Input("low", "at least", "number"),
        Input("high", "at most (empty: no bound)", "number"),
        Input("outcome", "outcome", "choice", get_args(Outcome)),
        Input("group", "of whom", "choice", get_args(Group)),
    ),
    "victims": (
        Input("name", "name"),
        Input("age", "age", "number"),
        Input("sex", "sex", "choice", ("", "female", "male")),
        Input("outcome", "outcome", "choice", ("", *get_args(Outcome))),
    ),
    "means": (Input("name", "weapon or method"),),
    "damage": (Input("object", "what"), Input("outcome", "how"), Input("count", "how many", "number")),
    "claims": (Input("modality", "how it is said", "choice", get_args(Modality)),),
}
_WHOLE = frozenset({"low", "high", "age", "count"})
_NEEDED = frozenset({"type", "low", "outcome", "group", "role", "kind", "object", "modality", "precision"})


def choices(field: str, value: Mapping[str, Any]) -> tuple[Choice, ...]:
    """The inputs for a value, filled with what it is."""
    return tuple(
        Choice(
            name=PREFIX + i.name,
            label=i.label,
            value="" if value.get(i.name) is None else f"{value[i.name]}",
            kind=i.kind,
            options=tuple(ontology().types) if field == "type" else i.options,
        )
        for i in INPUTS[field]
    )


def corrected(field: str, value: Mapping[str, Any], form: Mapping[str, str]) -> dict[str, Any]:
    """The value with what a form puts in its place. What follows from a change follows; its words stay. Raises ``CaseError``."""
    changes = {i.name: _read(i, form[PREFIX + i.name]) for i in INPUTS[field] if PREFIX + i.name in form}
    if all(value.get(name) == given for name, given in changes.items()):
        raise CaseError("nothing is corrected: the value is what it was; accept it, or change it")
    out = {**value, **changes}
    if field == "type":
        out["acled"] = _acled(str(changes["type"]))
    if field == "when":
        out |= {"precision": _days(out["start"], out["end"]), "basis": "stated"}
    if field == "where" and any(changes.get(k) != value.get(k) for k in ("lat", "lon", "name", "precision")):
        # Another place: what was said of the old one no longer holds.
        out |= {"gazetteer_id": None, "candidates": [], "geometry": None, "why": None}
    if field == "casualties":
        low, high = out["low"], out["high"]
        if high is not None and high < low:
            raise CaseError("at least cannot be more than at most")
        if (low, high) != (value.get("low"), value.get("high")):
            out |= {
                "kind": "exact" if low == high else "at_least" if high is None else "about",
                "also": [],
                "disputed": False,
            }
    if field == "actors" and changes.get("name") != value.get("name"):
        out |= {"id": None, "label": None}
    return out


def _read(one: Input, words: str) -> Any:
    words = words.strip()
    if not words:
        if one.name in _NEEDED and one.name not in ("outcome",):
            raise CaseError(f"{one.label}: this cannot be empty")
        return None
    if one.kind == "number":
        try:
            return int(words) if one.name in _WHOLE else float(words)
        except ValueError:
            raise CaseError(f"{one.label}: {words!r} is not a number") from None
    return words


def _days(start: str | None, end: str | None) -> str:
    return "day" if start and start == end else "days" if start and end else "open"


def _acled(type: str) -> dict[str, str]:
    known = ontology()
    if type not in known.types:
        raise CaseError(f"{type}: not a type of incident")
    sub = known.types[type].default
    return {"event_type": known.event_type(sub), "sub_event_type": sub}
