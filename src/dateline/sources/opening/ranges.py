"""A range of days named in an opening: "28 May - 3 June", "December 28-31, 2020"."""

import re
from datetime import date
from functools import cache

from dateline.model.text import Span
from dateline.sources.opening.days import DAY, latest, make_date, month_number, months, weekdays

Period = tuple[date, date]


def find_ranges(text: str, line: Span) -> list[Span]:
    """Where ranges of days lie in a line."""
    return [Span(*m.span()) for m in _pattern().finditer(text, line.start, line.end)]


def range_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The range of days that is named right at ``start``."""
    return _pattern().match(text, start, end)


def has_months(r: re.Match[str]) -> bool:
    """Whether both ends of a range stand by a month's name of their own, or by one they share."""
    return bool((r["m1"] or r["m3"]) and (r["m2"] or r["m4"]))


def days_of(r: re.Match[str], published: date | None) -> Period | None:
    """First and last day, in the last such days up to the publication where no year is said."""
    after, before = r["m4"] or r["m2"] or r["m3"], r["m1"] or r["m3"] or r["m4"]
    if not (after and before):
        return None
    month_to, month = month_number(after), month_number(before)
    last = latest(int(r["y"]) if r["y"] else None, month_to, int(r["d2"]), published)
    first = make_date(last.year - (month > month_to), month, int(r["d1"])) if last else None
    return (first, last) if first and last and first <= last else None


@cache
def _pattern() -> re.Pattern[str]:
    month, join = months(), r"[ \t]{0,2}(?:-|–|—|to|until|through|and)[ \t]{0,2}"
    weekday = rf"(?:{weekdays()},?[ \t]{{1,2}})?"
    return re.compile(
        rf"{weekday}(?:(?P<m3>{month})[ \t]{{1,3}})?(?P<d1>{DAY})(?:[ \t]{{1,3}}(?P<m1>{month}))?(?:,?[ \t](?:19|20)\d\d)?{join}"
        rf"{weekday}(?:(?P<m2>{month})[ \t]{{1,3}})?(?P<d2>{DAY})(?!\d)(?:[ \t]{{1,3}}(?P<m4>{month}))?(?:,?[ \t](?P<y>(?:19|20)\d\d))?",
        re.I,
    )
