"""Ranges, disputes and revisions as lanes on one axis."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from dateline.desk.brief import day_of
from dateline.desk.pages.chart import Bar, Chart, Lane
from dateline.export.merged import figure
from dateline.export.words import count_words, interval_words
from dateline.model.incident import Evidence, When
from dateline.model.merged import FigureClaim, MergedWhen, State, Toll

_OPEN = 1.25
"""How much longer than what is known an axis is where a range has no end."""

_CLOSE = 26.0
"""Per cent of an axis below which the words under two ticks run into each other."""

_WHO = {"unknown": "others"}

Keys = Mapping[tuple[str, Evidence | None], str]
"""The statement that a report makes with these words."""


class Range(NamedTuple):
    """From the first number to the one after the last; null: open."""

    low: float | None
    high: float | None


class Row(NamedTuple):
    """A lane before there is an axis."""

    label: str
    words: str
    ranges: tuple[Range, ...]
    old: bool = False
    fold: bool = False
    part: bool = False
    key: str | None = None


class Told(NamedTuple):
    """The day that one report gives."""

    label: str
    when: When
    key: str | None = None


def figures(toll: Toll, names: Mapping[str, str], keys: Keys) -> Chart | None:
    """Every figure that was given for an outcome, what they come to, and its shares. Null where all give one and the same number.
    ``names``: of a report's outlet."""
    if toll.low == toll.high and len({(c.low, c.high) for c in toll.claims}) < 2 and not toll.groups:
        return None
    labels = _labels([(names.get(c.article, c.article), c) for c in toll.claims])
    rows = [
        Row(label, count_words(c.low, c.high), (_people(c.low, c.high),), not c.current, key=keys.get((c.article, c.evidence)))
        for label, c in zip(labels, toll.claims, strict=True)
    ]  # fmt: skip
    sides = toll.sides if toll.state == "disputed" and toll.sides else ((toll.low, toll.high),)
    rows = _together(rows, Row("together", figure(toll), tuple(_people(*s) for s in sides), fold=True))
    rows += [Row(f"of them {_WHO.get(g.group, g.group)}", count_words(g.low, g.high), (_people(g.low, g.high),), part=True) for g in toll.groups]  # fmt: skip
    return _chart(toll.outcome, figure(toll), toll.state, rows, lambda n: f"{n:,.0f}")


def days(told: Sequence[Told], when: MergedWhen, words: str, state: State | None) -> Chart | None:
    """The days that each report allows, and those that all of them do; null where all give one and the same day."""
    rows = [Row(t.label, interval_words(t.when), (_interval(t.when.start, t.when.end),), key=t.key) for t in told if t.when.start or t.when.end]  # fmt: skip
    given = {row.ranges for row in rows}
    if len(given) < 2 and when.start == when.end:
        return None
    apart = state == "disputed"
    whole = _sides([row.ranges[0] for row in rows]) if apart else (_interval(when.start, when.end),)
    rows = _together(rows, Row("together", interval_words(When(start=when.start, end=when.end)), whole, fold=True))
    return _chart("", words, state, rows, lambda n: day_of(dt.date.fromordinal(round(n))))


def _together(rows: list[Row], whole: Row) -> list[Row]:
    """The rows, and what they come to; only one of them where all are the same."""
    if any(row.old or row.ranges != whole.ranges for row in rows):
        return [*rows, whole]
    return rows if len(rows) == 1 else [whole]


def _labels(told: Sequence[tuple[str, FigureClaim]]) -> list[str]:
    """Outlets; with the day where one of them gives several figures."""
    often = Counter(name for name, _ in told)
    return [
        f"{name}, {day_of(c.published).rsplit(' ', 1)[0]}" if often[name] > 1 and c.published else name
        for name, c in told
    ]


def _people(low: int, high: int | None) -> Range:
    return Range(low, None if high is None else high + 1)


def _interval(start: dt.date | None, end: dt.date | None) -> Range:
    return Range(start.toordinal() if start else None, end.toordinal() + 1 if end else None)


def _sides(found: Sequence[Range]) -> tuple[Range, ...]:
    """Ranges that stand against each other, lowest first; those that meet as one."""
    out: list[Range] = []
    for one in sorted(set(found), key=lambda r: -math.inf if r.low is None else r.low):
        last = out[-1] if out else None
        if last and (last.high is None or one.low is None or one.low < last.high):
            ends = None if last.high is None or one.high is None else max(last.high, one.high)
            out[-1] = Range(last.low, ends)
        else:
            out.append(one)
    return tuple(out)


def _chart(
    label: str, words: str, state: State | None, rows: Sequence[Row], name: Callable[[float], str]
) -> Chart | None:
    every = [r for row in rows for r in row.ranges]
    known = [n for r in every for n in r if n is not None]
    if not known:
        return None
    first, last = min(known), max(known)
    room = max((last - first) * (_OPEN - 1), 1.0)
    begin = first - (room if any(r.low is None for r in every) else 0)
    end = last + (room if any(r.high is None for r in every) else 0)

    def at(n: float) -> float:
        return round(100 * (n - begin) / max(end - begin, 1e-9), 2)

    def bar(r: Range) -> Bar:
        left, right = at(begin if r.low is None else r.low), at(end if r.high is None else r.high)
        return Bar(left=left, width=max(round(right - left, 2), 1.0), open_start=r.low is None, open_end=r.high is None)

    lanes = tuple(
        Lane(label=r.label, words=r.words, bars=tuple(map(bar, r.ranges)), old=r.old, fold=r.fold, part=r.part, key=r.key)
        for r in rows
    )  # fmt: skip
    told = [n for r in every for n in (r.low, None if r.high is None else r.high - 1) if n is not None]
    marks = [min(told), max(told)] if at(max(told)) - at(min(told)) >= _CLOSE else [min(told)]
    return Chart(label=label, words=words, state=state, lanes=lanes, ticks=tuple((at(n), name(n)) for n in marks))
