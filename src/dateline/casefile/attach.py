"""Where a decision holds after newer rules have read the text anew: on the same statement if it is still made, else on the one of its
field whose evidence shares words with it. Where none does, or two do alike, it holds on none, and a person is asked."""

from collections.abc import Sequence
from typing import Any

from dateline.casefile.statements import LISTS, anchor, said
from dateline.model.decision import Anchor, Statement, Verdict
from dateline.model.incident import Coded, Evidence, Incident

Rank = tuple[float, ...]


def find_event(event: Anchor, coded: Coded) -> Incident | None:
    """The record that an anchor means: of the same id, or the one that shares most of its words; null where none or two do."""
    for incident in coded.incidents:
        if incident.id == event.incident:
            return incident
    ranked = sorted(((_kin(event, anchor(event.report, i)), n) for n, i in enumerate(coded.incidents)), reverse=True)
    if not ranked or ranked[0][0] == (0.0, 0.0) or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return coded.incidents[ranked[0][1]]


def find_statement(verdict: Verdict, coded: Coded) -> Statement | None:
    """The statement that a verdict is about. On another report of the same text it holds only where the very same is stated."""
    about = verdict.statement
    every = [s for i in coded.incidents for s in said(coded.article.id, i) if s.field == about.field]
    if coded.article.id != about.event.report:
        same = [s for s in every if s.value == about.value and s.event.spans == about.event.spans]
        return same[0] if len(same) == 1 else None
    for one in every:
        if one.id == about.id:
            return one
    ranked = sorted(((rank, n) for n, s in enumerate(every) if (rank := _rank(about, s)) is not None), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return every[ranked[0][1]]


def _rank(about: Statement, other: Statement) -> Rank | None:
    """How well a statement fits; null where it is another one."""
    kin = _kin(about.event, other.event)
    same_event = about.event.incident == other.event.incident
    if about.field in LISTS:
        if about.evidence and other.evidence:
            shared = overlap(about.evidence, other.evidence)
            return (shared, float(same_event), *kin) if shared else None
        alike = bare(about.value) == bare(other.value) and (same_event or any(kin))
        return (1.0, float(same_event), *kin) if alike else None
    if not (same_event or any(kin)):
        return None
    shared = overlap(about.evidence, other.evidence) if about.evidence and other.evidence else 0.0
    if about.evidence and other.evidence and not shared:
        return None  # the day or place is now read from other words
    return (float(same_event), *kin, shared)


def overlap(a: Evidence, b: Evidence) -> float:
    """The share of two spans' code points that lies in both: 0 where they do not touch, 1 where they are one."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0.0


def _kin(a: Anchor, b: Anchor) -> Rank:
    """How much two records speak of the same words: the share of spans they have in common, and of the words."""
    one, two = set(a.spans), set(b.spans)
    exact = len(one & two) / len(one | two) if one | two else 0.0
    covered, other = _covered(a.spans), _covered(b.spans)
    common = _size(covered) + _size(other) - _size(_covered((*a.spans, *b.spans)))
    return exact, common / max(1, min(_size(covered), _size(other)))


def _covered(spans: Sequence[Evidence]) -> list[list[int]]:
    """The stretches that spans cover together."""
    out: list[list[int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return out


def _size(stretches: list[list[int]]) -> int:
    return sum(end - start for start, end in stretches)


def bare(value: Any) -> Any:
    """A value without the words that say it."""
    if isinstance(value, dict):
        return {name: bare(part) for name, part in value.items() if name not in ("evidence", "text")}
    return [bare(part) for part in value] if isinstance(value, list | tuple) else value
