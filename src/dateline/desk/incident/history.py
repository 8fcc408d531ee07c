"""What people decided on an incident, each act once, and what two of them see otherwise."""

from collections.abc import Iterator
from itertools import groupby

from dateline.casefile.live import Live
from dateline.desk.door import Person
from dateline.desk.incident.words import decision_words, field_of, given, thing_of
from dateline.desk.pages.decision import ConflictView, HistoryEntry
from dateline.model.decision import Decision, Undo, Verdict


def history(live: Live, person: Person) -> Iterator[HistoryEntry]:
    """Every act, the last first, those taken back too."""
    every = live.decisions
    taken = {d.undoes for d in every if isinstance(d, Undo)}
    stands = {d.id for d in live.stands} | {d.id for d in every if isinstance(d, Undo)}
    for _, same in groupby(reversed(every), key=_act):
        acts = list(same)
        one, left = acts[0], [d for d in acts if d.id in stands and d.id not in taken]
        reports = dict.fromkeys(d.statement.event.report for d in acts if isinstance(d, Verdict))
        yield HistoryEntry(
            ids=tuple(d.id for d in left or acts),
            by=one.by,
            at=one.at,
            field=f"{len(acts)} values" if len(acts) > 1 else field_of(one),
            report=", ".join(reports),
            words=decision_words(one, every) if len(acts) == 1 else given(one).words,
            note=one.note,
            undone=not left,
            mine=bool(left) and (one.by == person.name or person.may("lead")),
        )


def conflict_views(live: Live) -> tuple[ConflictView, ...]:
    """What two people see otherwise."""
    return tuple(
        ConflictView(field=thing_of(c.later), earlier=given(c.earlier), later=given(c.later)) for c in live.conflicts
    )


def _act(one: Decision) -> tuple[str, ...]:
    """What was done at one go: a whole record accepted or rejected is many verdicts."""
    if isinstance(one, Verdict) and one.decision != "correct":
        return one.by, one.at, one.decision, one.note
    if isinstance(one, Undo):
        return one.by, one.at, "undo", one.note
    return (one.id,)
