"""From incidents and decisions to the docket: what needs a person most comes first.

A person's time goes to what two people see otherwise, then to decisions that newer rules have cut loose, then to links that are unsure, then to
incidents that nobody has looked at: the disputed and the contested, those with many dead, those on which little rests.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from dateline.casefile.conflict import conflicts
from dateline.model.decision import Decision, Grading, Verdict, anchors
from dateline.model.incident import Outcome
from dateline.model.ledger import Task
from dateline.model.merged import MergedIncident
from dateline.store.docket import Row, State
from dateline.store.reports import plain

_WORDS = 20_000
_MOST = 2**31 - 1
CONFLICT, LOOSE, LINK, OPEN, DONE = 1000.0, 800.0, 400.0, 0.0, -1000.0
"""Where each kind of thing begins; what is said of it adds less than what lies between two of them."""


class Said:
    """What stands decided of which record."""

    def __init__(self, stands: Sequence[Decision]) -> None:
        self._types: dict[str, str] = {}
        self._by_record: dict[str, list[Decision]] = defaultdict(list)
        for one in stands:
            for anchor in anchors(one):
                self._by_record[anchor.label].append(one)
            if isinstance(one, Verdict) and one.statement.field == "type":
                self._types[one.statement.event.label] = "rejected" if one.decision == "reject" else "accepted"

    def state(self, labels: Sequence[str]) -> State:
        """What people have said of an incident as a whole."""
        graded = [d for label in labels for d in self._by_record.get(label, ()) if isinstance(d, Grading)]
        if graded and graded[-1].grade is not None:
            return "graded"
        said = {self._types.get(label) for label in labels}
        return "rejected" if said == {"rejected"} else "accepted" if said and None not in said else "open"

    def conflict(self, labels: Sequence[str]) -> bool:
        """Whether two people see something of it otherwise."""
        own = {d.id: d for label in labels for d in self._by_record.get(label, ())}
        return bool(own) and bool(conflicts(list(own.values())))


def need(incident: MergedIncident, state: State, conflict: bool) -> float:
    """How much an incident needs a person."""
    if conflict:
        return CONFLICT
    killed = max((toll.low for toll in incident.casualties if toll.outcome == "killed"), default=0)
    disputes = sum(field.state == "disputed" for field in incident.state.values())
    said = 30.0 * disputes + 20.0 * (incident.grade.proposed == "Contested") + 15.0 * math.log1p(min(killed, _MOST))
    said += 5.0 * len(incident.issues) + 10.0 * (incident.sourcing.independent < 2)
    return (OPEN if state == "open" else DONE) + min(said, 390.0)


def docket_rows(
    incidents: Sequence[MergedIncident],
    strangers: Sequence[MergedIncident],
    stands: Sequence[Decision],
    tasks: Iterable[Task],
    spoken: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Row]:
    """Every row, for both profiles. ``strangers``: the incidents as the public may see them, in the same order. ``spoken``: by record, what its
    report says of it; strangers do not search that."""
    said, rows = Said(stands), {}
    for one, other in zip(incidents, strangers, strict=True):
        labels = [f"{r.article}#{r.incident}" for r in one.reports]
        state, conflict = said.state(labels), said.conflict(labels)
        said_of = [spoken.get(label) for label in labels]
        rows[one.incident_id] = _internal(one, state, need(one, state, conflict), said_of)
        yield rows[one.incident_id]
        yield _public(other)
    for task in tasks:
        row = rows.get(task.incident or task.other or "")
        if row is not None:
            yield _task(task, row)


def _internal(one: MergedIncident, state: State, weight: float, spoken: Sequence[str | None]) -> Row:
    where = one.where
    told = [one.type.replace("_", " "), where.name, where.admin1, *one.articles, *one.means]
    told += [a.name for a in one.actors] + [v.name for v in one.voices] + [v.name for v in one.victims]
    told += [r.publisher for r in one.reports] + [c.value for s in one.state.values() for c in s.claims]
    told += spoken
    grade = one.grade.decided.grade if one.grade.decided else one.grade.proposed
    return _row("internal", one, state, weight, told, grade, tuple(a.name for a in one.actors))


def _public(one: MergedIncident) -> Row:
    where = one.where
    told = [one.type.replace("_", " "), where.name, where.admin1, *one.means]
    told += [a.name for a in one.actors] + [r.publisher for r in one.reports]
    # In the order of days, which strangers see anyway: how much it needs a person would tell of what is withheld.
    day = one.when.start or one.when.end
    weight = float(day.toordinal()) if day else 0.0
    actors = tuple(a.name for a in one.actors if a.role != "victim")
    return _row("public", one, "open", weight, told, one.grade.proposed, actors)


def _row(
    profile: str,
    one: MergedIncident,
    state: State,
    weight: float,
    told: Iterable[str | None],
    grade: str,
    actors: tuple[str, ...],
) -> Row:
    words = " ".join(dict.fromkeys(word for word in told if word))
    return Row(
        profile=profile,  # type: ignore[arg-type]
        id=one.incident_id,
        kind="incident",
        incident=one.incident_id,
        need=weight,
        state=state,
        type=one.type,
        first_day=one.when.start.isoformat() if one.when.start else None,
        last_day=one.when.end.isoformat() if one.when.end else None,
        country=plain(one.where.country),
        place=plain(one.where.name or one.where.admin1),
        lat=one.where.lat,
        lon=one.where.lon,
        radius_km=one.where.radius_km,
        precision=one.where.precision,
        grade=grade,
        disputed=any(s.state == "disputed" for s in one.state.values()),
        unsure=sum(k.judgement == "unsure" for k in one.links),
        killed=_low(one, "killed"),
        actors=tuple(plain(name) or "" for name in dict.fromkeys(actors)),
        outlets=tuple(plain(name) or "" for name in dict.fromkeys(r.publisher for r in one.reports if r.publisher)),
        words=(plain(words) or "")[:_WORDS],
    )


def _low(one: MergedIncident, outcome: Outcome) -> int | None:
    return next((min(t.low, _MOST) for t in one.casualties if t.outcome == outcome), None)


def _task(task: Task, row: Row) -> Row:
    weight = LINK + 100 * task.score if task.kind == "link" else LOOSE
    return msgspec.structs.replace(
        row, id=task.id, kind=task.kind, other=task.other, need=weight, incident=row.incident
    )
