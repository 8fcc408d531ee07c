"""Times told from another event: "the next day", "two days later", "hours before"."""

import re
from datetime import date

from dateline.mentions.times import TimeMention
from dateline.resolve.dates.days import day_of, month_before, month_end, shifted
from dateline.resolve.dates.reading import (
    DAYS_IN,
    NOWHERE,
    Interval,
    Reading,
    TimeContext,
    capped,
    span_precision,
    two_days,
)

_SHORTLY_BEFORE = frozenset({"early", "dawn", "morning", "overnight"})


def part_alone(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "before dawn" with no day: the day of the event it continues, else the day of publication or the one before. What goes on
    "since dawn", or was at noon in a paper of 18:00, is of the paper's own day."""
    if ctx.period is not None and ctx.period[0] == ctx.period[1]:
        return ctx.period[0], ctx.period[1], "day", "implied"  # a bulletin of one day
    if ctx.published is not None and (m.relation == "since" or _earlier(m.part, ctx.clock)):
        return ctx.published, ctx.published, "day", "implied"
    if ctx.previous is not None:
        start, end = min(ctx.previous), max(ctx.previous)
        return start, end, span_precision(start, end), "implied"
    return two_days(ctx.published, -1)


def shift(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "the same day", "the next morning", "the previous week"."""
    direction = -1 if m.form.startswith("previous_") else 1 if m.form.startswith("next_") else 0
    anchor = ctx.previous
    if anchor is None:
        if ctx.published is None or direction > 0:
            return NOWHERE
        anchor = (ctx.published, ctx.published)
    start, end = min(anchor), max(anchor)
    if m.unit in ("month", "year"):
        if m.unit == "year":
            year = start.year + direction
            first, last = day_of(year, 1, 1), day_of(year, 12, 31)
        else:
            first = day_of(*month_before(start, -direction), 1)
            last = month_end(first) if first else None
        return (
            capped(first, last, "month" if m.unit == "month" else "year", "relative", ctx)
            if first and last
            else NOWHERE
        )
    if m.unit in ("week", "weekend"):
        monday = shifted(start, -start.weekday() + 7 * direction)
        first = shifted(monday, 5 if m.unit == "weekend" else 0)
        last = shifted(monday, 6)
        return (
            capped(first, last, "week" if m.unit == "week" else "days", "relative", ctx) if first and last else NOWHERE
        )
    if direction:
        edge = shifted(end if direction > 0 else start, direction)
        return (edge, edge, "day", "relative") if edge else NOWHERE
    return start, end, span_precision(start, end), "relative"


def distance(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "two days later", "hours before": from the other event; nowhere where that has no date."""
    if ctx.previous is None:
        return NOWHERE
    anchor = (min(ctx.previous), max(ctx.previous))
    sign = 1 if m.form.endswith("_after") else -1
    if m.unit in ("hour", "minute") and (m.unit == "minute" or (m.n or 0) < 24):
        start, end = anchor
        if m.unit == "hour" and sign < 0 and _is_early(ctx.previous_part):
            start = shifted(start, -1) or start
        return start, end, span_precision(start, end), "relative"
    return _moved(anchor, m, sign, ctx)


def ago(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None:
        return NOWHERE
    told = _TO_THE.search(m.text)
    if told is None or m.n is None:
        return _moved((ctx.published, ctx.published), m, -1, ctx)
    day = _same_day(ctx.published, m)
    if day is None:
        return NOWHERE
    if told[1].lower() == "this month":
        return day.replace(day=1), month_end(day), "month", "relative"
    if told[1].lower() == "this week":
        first, last = shifted(day, -3), shifted(day, 3)
        return (first, last, "week", "relative") if first and last else NOWHERE
    return day, day, "day", "relative"


_TO_THE = re.compile(r"\bago (today|to the day|on this day|this week|this month)$", re.I)


def _same_day(today: date, m: TimeMention) -> date | None:
    """ "six years ago today": the same day, so many units back."""
    if m.unit in DAYS_IN:
        return shifted(today, -(m.n or 0) * DAYS_IN[m.unit])
    if m.unit == "month":
        return day_of(*month_before(today, m.n or 0), today.day)
    return day_of(today.year - (m.n or 0) * (10 if m.unit == "decade" else 1), today.month, today.day)


def _moved(anchor: Interval, m: TimeMention, sign: int, ctx: TimeContext) -> Reading:
    """``anchor`` moved by ``n`` units: weeks are good to three days either way, months and years are whole."""
    start, end, unit, n = *anchor, m.unit or "day", m.n
    if unit in ("hour", "minute"):
        days = 0 if unit == "minute" or n is None else round(n / 24)
        first, last = shifted(start, sign * days), shifted(end, sign * days)
        return (first, last, span_precision(first, last), "relative") if first and last else NOWHERE
    if n is None:
        return _some(anchor, unit, sign, ctx)
    if unit in DAYS_IN:
        days = sign * n * DAYS_IN[unit]
        slack = 0 if unit == "day" else 3
        first, last = shifted(start, days - slack), shifted(end, days + slack)
        if first is None or last is None:
            return NOWHERE
        return capped(first, last, span_precision(first, last) if unit == "day" else "week", "relative", ctx)
    if unit == "month":
        first = day_of(*month_before(start, -sign * n), 1)
        last = day_of(*month_before(end, -sign * n), 1)
        return capped(first, month_end(last), "month", "relative", ctx) if first and last else NOWHERE
    years = sign * n * (10 if unit == "decade" else 1)
    first, last = day_of(start.year + years, 1, 1), day_of(end.year + years, 12, 31)
    return capped(first, last, "year" if unit == "year" else "open", "relative", ctx) if first and last else NOWHERE


def _some(anchor: Interval, unit: str, sign: int, ctx: TimeContext) -> Reading:
    """ "days later", "weeks ago": after or before the event, no more is said."""
    if sign > 0:
        first = shifted(anchor[1], 1)
        stop = ctx.published if ctx.published and first and ctx.published >= first else None
        return first, stop, "open", "relative"
    return None, shifted(anchor[0], -1), "open", "relative"


_CLOCKS = {"dawn": "05:00", "morning": "09:00", "noon": "12:00", "afternoon": "15:00"}


def _earlier(part: str | None, clock: str | None) -> bool:
    """Whether that part of the day was over when the paper came out."""
    at = _CLOCKS.get(part or "", part or "")
    return clock is not None and at[:1].isdigit() and at < clock


def _is_early(part: str | None) -> bool:
    return part in _SHORTLY_BEFORE or (part is not None and part[:2].isdigit() and int(part[:2]) < 9)
