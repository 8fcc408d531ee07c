"""What a person decides on the desk, put on record through ``dateline.casefile.decide``. Nothing is overwritten: who decides without having seen
another's decision gets both on record, and is told."""

from collections.abc import Sequence

from litestar.exceptions import ClientException, NotFoundException, PermissionDeniedException

from dateline.casefile.decide import Judgement, join, judge_all, labels, rule, set_grade, split, undo
from dateline.casefile.live import Judged, Live, live, settle
from dateline.desk.correction import corrected
from dateline.desk.desk import Desk
from dateline.desk.door import Person
from dateline.desk.incident.history import conflict_views
from dateline.desk.pages.decision import Decided, Decision
from dateline.store.decisions import known_by
from dateline.store.docket import drop
from dateline.store.errors import CaseError
from dateline.store.incidents import found

PATIENCE = 2.5
"""Seconds for which an answer waits for the incidents to be folded anew."""

_NOTE = 2000
_MOVES = frozenset({"join", "split", "same", "different", "undo"})
"""What changes which records are together."""


def act(desk: Desk, person: Person, id: str, said: Decision, form: dict[str, str] | None = None) -> Decided:
    """Put a decision on record. ``form``: the inputs of a correction, in the place of its JSON. Raises what becomes an answer 4xx."""
    with desk.case.reading() as connection:
        now = live(connection, id)
        if now is None:
            raise NotFoundException("there is no such incident; it may have become part of another one")
        seen = known_by(connection, [d.id for d in now.decisions], said.upto) if said.upto is not None else set()
        _check(person, now, said)
    try:
        made = _put(desk, person, now, said, seen, form)
    except CaseError as error:
        raise ClientException(str(error)) from error
    for one in filter(None, (id, said.other if said.action == "join" else None)):
        settle(desk.case, one)
    number = desk.folding.ask()
    ready = said.action not in _MOVES or desk.folding.wait(number, PATIENCE)
    with desk.case.reading() as connection:
        after = live(connection, id)
        holder = found(connection, now.labels[0]) if ready else []
    views = [c for c in conflict_views(after) if {c.later.id, c.earlier.id} & set(made)] if after else []
    return Decided(decisions=tuple(made), conflicts=tuple(views), incident=holder[0].incident_id if holder else None)


def _check(person: Person, now: Live, said: Decision) -> None:
    if len(said.note) > _NOTE:
        raise ClientException(f"a note has at most {_NOTE} signs")
    if said.action == "grade" and not person.may("lead"):
        raise PermissionDeniedException("a grade is set by the role lead and above")
    if said.action == "undo":
        here = {d.id: d for d in now.decisions}
        if not said.decisions or not here.keys() >= set(said.decisions):
            raise ClientException("there is no such decision on this incident")
        if any(here[id].by != person.name for id in said.decisions) and not person.may("lead"):
            raise PermissionDeniedException("another's decision is taken back by the role lead and above")


def _put(
    desk: Desk, person: Person, now: Live, said: Decision, seen: set[str], form: dict[str, str] | None
) -> Sequence[str]:
    case, by, note, known = desk.case, person.name, said.note.strip(), sorted(seen)
    id = now.merged.incident_id
    match said.action:
        case "accept" | "reject" | "correct":
            done = judge_all(case, _judgements(now, said, seen, form), by=by, note=note)
            return [one.id for one in done]
        case "join":
            return [join(case, id, said.other or "", by=by, note=note, seen=known).id]
        case "split":
            return [split(case, id, said.records, by=by, note=note, seen=known).id]
        case "grade":
            return [set_grade(case, id, said.grade or None, by=by, note=note, seen=known).id]  # type: ignore[arg-type]
        case "undo":
            return [undo(case, one, by=by, note=note).id for one in said.decisions]
        case _:
            return [_rule(desk, now, said, by, note, known)]


def _rule(desk: Desk, now: Live, said: Decision, by: str, note: str, known: list[str]) -> str:
    """Two records that the machine is not sure of. "One incident" is said of the incidents as they are, "not one" of all their records."""
    if len(said.records) != 2:
        raise CaseError("name the two records that the link is between")
    with desk.case.reading() as connection:
        sides = [next(iter(found(connection, name)), None) for name in said.records]
    if any(side is None for side in sides) or now.merged.incident_id not in {s.incident_id for s in sides if s}:
        raise CaseError("these records are no longer where they were; load the page again")
    left, right = ([*labels(side)] if side else [] for side in sides)
    if set(left) & set(right):
        raise CaseError("these records are one incident already")
    made = rule(desk.case, left, right, "same" if said.action == "same" else "different", by=by, note=note, seen=known)
    with desk.case.writing(lazily=True) as writer:
        drop(writer, said.other or "")
    return made.id


def _judgements(now: Live, said: Decision, seen: set[str], form: dict[str, str] | None) -> list[Judgement]:
    every = [j for t in now.tellings for j in t.statements]
    if said.statements:
        chosen = [j for j in every if j.statement.id in said.statements]
        if len(chosen) != len(set(said.statements)):
            raise CaseError("the machine does not state this, or no longer; load the page again")
    elif said.action == "accept":
        chosen = [j for j in every if not j.verdicts or j.statement.field == "type"]
    elif said.action == "reject":
        chosen = [j for j in every if j.statement.field == "type"]
    else:
        raise CaseError("name the statement that is corrected")
    return [_judgement(j, said, seen, form) for j in chosen]


def _judgement(one: Judged, said: Decision, seen: set[str], form: dict[str, str] | None) -> Judgement:
    known = [v.id for v in one.verdicts if v.id in seen]
    if said.action != "correct":
        return Judgement(one.statement, "accept" if said.action == "accept" else "reject", None, known)
    last = one.verdicts[-1] if one.verdicts else None
    base = last.correction if last and last.decision == "correct" else one.statement.value
    value = corrected(one.statement.field, base, form) if form else said.correction
    return Judgement(one.statement, "correct", value, known)
