"""A day named in an opening, with its year or without."""

import re
from calendar import day_name
from datetime import date
from functools import cache

import msgspec

from dateline.model.text import Span
from dateline.packs.openings import calendar, one_of

DAY = r"(?:3[01]|[12]\d|0?[1-9])"

_READ = 400  # code points of a line searched for days
_YEARS_IN = 200_000  # code points of a text searched for a year
_READ_FOR_WEEKDAYS = 20_000  # code points
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(day_name)})\b", re.I)
_YEAR = re.compile(r"(?<![\d.,$€£#/-])(?:19|20)\d\d(?![\d%])(?![.,]\d)")


class Day(msgspec.Struct, frozen=True):
    """``year`` is null where none is said."""

    span: Span
    day: int
    month: int
    year: int | None


def find_days(text: str, line: Span) -> list[Day]:
    """The days named in a line, in order."""
    found = map(_day, _pattern().finditer(text, line.start, min(line.end, line.start + _READ)))
    return [day for day in found if day is not None]


def day_at(text: str, start: int, end: int) -> Day | None:
    """The day that is named right at ``start``."""
    m = _pattern().match(text, start, end)
    return _day(m) if m else None


def surest(days: list[Day]) -> Day | None:
    """The first with a year, else the first."""
    return next((d for d in days if d.year is not None), days[0] if days else None)


def publication(text: str, day: Day | None, near: date | None = None) -> date | None:
    """The day found. Without a year: the one next to ``near``; else in the latest year named in the text, unless the weekdays
    that the text speaks of say that it was another year; else unknown."""
    if day is None:
        return None
    if day.year is not None:
        return make_date(day.year, day.month, day.day)
    if near is not None:
        years = (near.year - 1, near.year, near.year + 1)
        days = filter(None, (make_date(year, day.month, day.day) for year in years))
        return min(days, key=lambda d: abs(d - near), default=None)
    named = (int(m[0]) for m in _YEAR.finditer(text, 0, min(len(text), _YEARS_IN)))
    found = make_date(max(named, default=None), day.month, day.day)
    return found if found and _agrees(text, found) else None


def _agrees(text: str, day: date) -> bool:
    """Whether the weekdays of a text, where it has any, hold the day or the one before it: what was said "on Tuesday" is printed then."""
    said = {name.lower() for name in _WEEKDAY.findall(text, 0, _READ_FOR_WEEKDAYS)}
    return not said or not said.isdisjoint({day_name[day.weekday()].lower(), day_name[day.weekday() - 1].lower()})


def latest(year: int | None, month: int, day: int, published: date | None) -> date | None:
    """The day in its year; without one, the last such day up to the publication."""
    if year is not None or published is None:
        return make_date(year, month, day)
    same = make_date(published.year, month, day)
    return same if same and same <= published else make_date(published.year - 1, month, day)


def make_date(year: int | None, month: int, day: int) -> date | None:
    """The date, if there is a year and the calendar has that day."""
    try:
        return None if year is None else date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of a month written as ``months`` allows."""
    return calendar().months[name.casefold().rstrip(".")]


@cache
def months() -> str:
    """The pattern of a month's name."""
    return one_of(calendar().months) + r"(?![^\W\d_])\.?"


@cache
def weekdays() -> str:
    """The pattern of a weekday's name."""
    return one_of(calendar().weekdays)


@cache
def _pattern() -> re.Pattern[str]:
    month = months()
    year = r"(?:19|20)\d\d|\d\d(?=[ \t]{1,2}[(\[–—-])"  # "3 JAN 90 (AGENCY)"
    return re.compile(
        rf"(?<![\w/.-])(?:{weekdays()},?[ \t]{{1,3}})?(?:"
        r"(?P<iso>\d{4}-\d\d-\d\d)(?!\d)(?:T\d\d:[\d:.]{2,12}(?:Z|[+-]\d\d:?\d\d)?)?"
        r"|(?P<numeric>\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{4})(?!\d)"
        rf"|(?P<d1>{DAY})(?:st|nd|rd|th)?[ \t]{{1,3}}(?:of[ \t])?(?P<m1>{month})"
        rf"(?:,?[ \t]{{1,3}}(?P<y1>{year})(?!\d))?"
        rf"|(?P<m2>{month})[ \t]{{1,3}}(?P<d2>{DAY})(?:st|nd|rd|th)?(?!\d)(?:,?[ \t]{{1,3}}(?P<y2>{year})(?!\d))?"
        r")",
        re.I,
    )


def _day(m: re.Match[str]) -> Day | None:
    year, month, day = _numbers(m)
    if make_date(year or 2000, month, day) is None:
        return None
    return Day(Span(m.start(), m.end()), day, month, year or None)


def _numbers(m: re.Match[str]) -> tuple[int, int, int]:
    """Year (0: none is said), month and day."""
    if m["iso"]:
        year, month, day = map(int, m["iso"].split("-"))
        return year, month, day
    if m["numeric"]:
        day, month, year = map(int, re.split("[/.-]", m["numeric"]))
        return (year, month, day) if month <= 12 else (year, day, month)
    year = int(m["y1"] or m["y2"] or 0)
    if m["y1"] or m["y2"]:
        century = 0 if year >= 100 else 2000 if year < calendar().century_turn else 1900
        year += century
    return year, month_number(m["m1"] or m["m2"]), int(m["d1"] or m["d2"])
