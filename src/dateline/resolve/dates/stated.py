"""Times of the calendar: "3 May", "in 2015", "the winter of 2015"."""

from collections.abc import Callable
from datetime import date

import msgspec

from dateline.mentions.times import TimeMention
from dateline.model.incident import Basis, DatePrecision
from dateline.resolve.dates.days import day_of, month_before, month_end, season_end
from dateline.resolve.dates.reading import DAYS_OF_VAGUE, NOWHERE, UNKNOWN, Reading, TimeContext, capped, two_days

_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # northern; three months each
_MONTHS_OF_VAGUE = {"early": (1, 4), "mid": (5, 8), "late": (10, 12), "start": (1, 1), "end": (12, 12)}


def calendar_day(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.month is None or m.day is None:
        return UNKNOWN
    month, number = m.month, m.day
    first = _with_year(m, ctx, lambda year: day_of(year, month, number))
    if m.part == "overnight":
        start, end, precision, _ = two_days(first, -1 if m.vague == "into" or first == ctx.published else 1)
        return start, end, precision, "stated"
    return UNKNOWN if first is None else (first, first, "day", "stated")


def day_range(m: TimeMention, ctx: TimeContext) -> Reading:
    month_to, day_to = m.month_to or m.month, m.day_to
    if m.month is None or m.day is None or month_to is None or day_to is None:
        return UNKNOWN
    month, number = m.month, m.day
    dated = msgspec.structs.replace(m, year=m.year_to or m.year)
    last = _with_year(dated, ctx, lambda year: day_of(year, month_to, day_to))
    if last is None:
        return UNKNOWN
    first = day_of(m.year if m.year is not None and m.year_to is not None else last.year, month, number)
    if first is not None and first > last and m.year is None:
        first = day_of(last.year - 1, month, number)
    if first is None or first > last:
        return UNKNOWN
    return first, last, "day" if first == last else "days", "stated"


def day_of_month(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "on the 17th": the latest such day on or before publication; "of this month", "of last month" say which."""
    if ctx.published is None or m.day is None:
        return UNKNOWN
    back = {"this": (0,), "last": (1,)}.get(m.which or "", range(13))
    for months in back:
        year, month = month_before(ctx.published, months)
        if (found := day_of(year, month, m.day)) is not None and (found <= ctx.published or m.which):
            return found, found, "day", "stated"
    return UNKNOWN


def month_of(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.month is None:
        return UNKNOWN
    month = m.month
    if m.which in ("last", "this", "next") and ctx.published is None:
        return NOWHERE
    if m.which == "last" and ctx.published is not None:  # "last March": the latest one that is over
        year = ctx.published.year - (month >= ctx.published.month)
        first = day_of(year, month, 1)
    else:
        first = _with_year(m, ctx, lambda year: day_of(year, month, 1))
    if first is None:
        return UNKNOWN
    basis: Basis = "relative" if m.which in ("last", "this", "next") else "stated"
    if m.vague:
        low, high = DAYS_OF_VAGUE.get(m.vague, (1, 31))
        last = month_end(first)
        return first.replace(day=low), min(last, first.replace(day=min(high, last.day))), "days", basis
    return capped(first, month_end(first), "month", basis, ctx)


def month_range(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.month is None or m.month_to is None:
        return UNKNOWN
    month_to = m.month_to
    last = _with_year(msgspec.structs.replace(m, year=m.year_to or m.year), ctx, lambda year: day_of(year, month_to, 1))
    if last is None:
        return UNKNOWN
    year = m.year if m.year is not None and m.year_to is not None else last.year - (m.month > month_to)
    first = day_of(year, m.month, 1)
    if first is None or first > last:
        return UNKNOWN
    return capped(first, month_end(last), "open", "stated", ctx)


def year_of(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.year is None:
        return UNKNOWN
    low, high = _MONTHS_OF_VAGUE.get(m.vague or "", (1, 12))
    last = day_of(m.year, high, 1)
    first = day_of(m.year, low, 1)
    if first is None or last is None:
        return UNKNOWN
    precision: DatePrecision = "year" if m.vague is None else "month" if low == high else "open"
    return capped(first, month_end(last), precision, "stated", ctx)


def year_range(m: TimeMention, ctx: TimeContext) -> Reading:
    first, last = day_of(m.year or 0, 1, 1), day_of(m.year_to or 0, 12, 31)
    return (first, last, "open", "stated") if first and last and first <= last else UNKNOWN


def decade(m: TimeMention, ctx: TimeContext) -> Reading:
    year = m.year or 0
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(m.vague or "", (0, 9))
    first, last = day_of(year + low, 1, 1), day_of(year + high, 12, 31)
    return (first, last, "open", "stated") if first and last else UNKNOWN


def season(m: TimeMention, ctx: TimeContext) -> Reading:
    """Northern seasons. "the winter of 2015" may be either winter; "last summer" is the latest one that is over."""
    month = _SEASON_STARTS.get(m.season or "")
    if month is None:
        return NOWHERE
    if m.year is not None:
        winter = m.season == "winter"
        first = day_of(m.year - (winter and m.year_to is None), month, 1)
        last = season_end(day_of(m.year, month, 1))
        return (first, last, "open", "stated") if first and last else UNKNOWN
    if ctx.published is None:
        return NOWHERE
    starts = [s for back in (-1, 0, 1, 2) if (s := day_of(ctx.published.year - back, month, 1))]
    if m.which == "next" or ctx.tense == "future":
        first = min((s for s in starts if s > ctx.published), default=None)
    elif m.which == "last":
        first = max((s for s in starts if (e := season_end(s)) and e < ctx.published), default=None)
    else:
        first = max((s for s in starts if s <= ctx.published), default=None)
    last = season_end(first)
    return capped(first, last, "open", "relative", ctx) if first and last else NOWHERE


def _with_year(m: TimeMention, ctx: TimeContext, make: Callable[[int], date | None]) -> date | None:
    """The date with its year: said, told ("last year"), of the passage, else the latest on or before publication."""
    if m.year is not None:
        return make(m.year)
    today = ctx.published
    if m.which in ("that_year", "same_year", "the_same_year"):
        year = ctx.previous[0].year if ctx.previous else ctx.year_hint
        return make(year) if year is not None else None
    if m.which in ("this_year", "last_year", "next_year") and today is not None:
        return make(today.year + {"this_year": 0, "last_year": -1, "next_year": 1}[m.which])
    if ctx.year_hint is not None and not m.future and ctx.tense != "future":
        return make(ctx.year_hint)
    if today is None:
        return None
    back = next((d for y in range(today.year, today.year - 9, -1) if (d := make(y)) and d <= today), None)
    on = next((d for y in range(today.year, today.year + 9) if (d := make(y)) and d >= today), None)
    if ctx.tense == "future" or m.future:
        return on
    if m.relation == "until" and back and on:  # "a truce until 31 October": the nearer one
        return min(back, on, key=lambda d: abs((d - today).days))
    return back
