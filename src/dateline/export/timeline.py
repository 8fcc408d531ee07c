"""When things happened, as bars on an axis: an end that is open is drawn open.

Positions are per cent of the axis, so that the drawing fits any width without being scaled.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline.export.words import day_words, interval_words
from dateline.model.incident import Incident

_LEAST_DAYS = 7
_TICKS = 8
_MONTH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Bar(NamedTuple):
    """One row. ``left`` and ``width`` in per cent; null where the date is not known at all."""

    key: str
    left: float | None
    width: float | None
    open_start: bool
    open_end: bool
    words: str


class Tick(NamedTuple):
    at: float
    label: str
    minor: bool


class Timeline(NamedTuple):
    """``published``: where the publication day lies, in per cent, with its width; null if not on the axis."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    published: tuple[float, float] | None
    published_words: str


def timeline(items: Sequence[tuple[str, Incident]], published: date | None) -> Timeline | None:
    """The incidents' intervals on one axis; null where none has a date."""
    days = [day for _, item in items for day in (item.when.start, item.when.end) if day]
    if not days:
        return None
    first, last = _window(days, published, any(item.when.end is None and item.when.start for _, item in items))
    length = (last - first).days + 1

    def at(day: date) -> float:
        return round(100 * (day - first).days / length, 3)

    shown = (at(published), round(max(100 / length, 0.4), 3)) if published and first <= published <= last else None
    bars = tuple(_bar(key, item, at, round(100 / length, 3)) for key, item in items)
    return Timeline(bars, tuple(_ticks(first, last, at)), shown, day_words(published) if published else "")


def _window(days: list[date], published: date | None, going_on: bool) -> tuple[date, date]:
    first, last = min(days), max(days)
    # The publication day belongs on the axis, if something goes on until then or it presses nothing into a corner.
    if published and (going_on or abs((published - last).days) <= max(31, 2 * (last - first).days)):
        first, last = min(first, published), max(last, published)
    spare = max(_LEAST_DAYS - (last - first).days - 1, 0)
    pad = max(1, (last - first).days // 20)
    return _moved(first, -pad - spare), _moved(last, pad)


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _bar(key: str, item: Incident, at: Callable[[date], float], one: float) -> Bar:
    start, end = item.when.start, item.when.end
    words = interval_words(item.when)
    if start is None and end is None:
        return Bar(key, None, None, True, True, words)
    left = at(start) if start else 0.0
    right = min(at(end) + one, 100.0) if end else 100.0
    return Bar(key, left, round(max(right - left, 0.0), 3), start is None, end is None, words)


def _ticks(first: date, last: date, at: Callable[[date], float]) -> list[Tick]:
    length = (last - first).days + 1
    if length <= 70:
        step = 1 if length <= 12 else 7
        days = [_moved(first, n) for n in range(0, length, step)]
        labels = [f"{_DAY[d.weekday()]} {d.day}" if step == 1 else f"{d.day} {_MONTH[d.month - 1]}" for d in days]
    elif length <= 900:
        months = (last.year - first.year) * 12 + last.month - first.month
        step = -(-months // _TICKS) or 1
        days = [_month(first, n) for n in range(1, months + 1, step)]
        labels = [f"{_MONTH[d.month - 1]} {d.year}" for d in days]
    else:
        years = last.year - first.year
        step = -(-years // _TICKS) or 1
        days = [date(first.year + n, 1, 1) for n in range(1, years + 1, step)]
        labels = [str(d.year) for d in days]
    return [Tick(at(day), label, bool(n % 2)) for n, (day, label) in enumerate(zip(days, labels, strict=True))]


def _month(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
