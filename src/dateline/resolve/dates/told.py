"""Times told from the day of publication: "on Sunday", "last week", "the past 24 hours"."""

from collections.abc import Callable
from datetime import date

import msgspec

from dateline.mentions.times import TimeMention
from dateline.model.incident import DatePrecision
from dateline.resolve.dates.days import day_of, month_before, month_end, shifted, weekday_after, weekday_before
from dateline.resolve.dates.reading import DAYS_IN, DAYS_OF_VAGUE, NOWHERE, Reading, TimeContext, capped, two_days
from dateline.resolve.dates.stated import year_of


def weekday(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.weekday is None:
        return NOWHERE
    if m.which in ("following", "previous") and ctx.previous is not None:
        day = (
            weekday_after(ctx.previous[1], m.weekday)
            if m.which == "following"
            else weekday_before(ctx.previous[0], m.weekday)
        )
    elif ctx.published is None:
        return NOWHERE
    elif m.which in ("last_week", "next_week"):
        monday = shifted(ctx.published, -ctx.published.weekday() + (7 if m.which == "next_week" else -7))
        day = shifted(monday, m.weekday)
    elif m.future or ctx.tense == "future":
        day = shifted(ctx.published, (m.weekday - ctx.published.weekday()) % 7)
    elif m.which in ("last", "previous"):
        day = weekday_before(ctx.published, m.weekday)
    else:
        day = _in_period(m.weekday, ctx) or shifted(ctx.published, -((ctx.published.weekday() - m.weekday) % 7))
    if day is None:
        return NOWHERE
    if m.part == "overnight":  # into the next day, unless that is still to come
        return two_days(day, -1 if m.vague == "into" or day == ctx.published else 1)
    return day, day, "day", "relative"


def weekday_range(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None or m.weekday is None or m.weekday_to is None:
        return NOWHERE
    ahead_ = m.future or ctx.tense == "future"
    if ahead_:
        first = shifted(ctx.published, (m.weekday - ctx.published.weekday()) % 7)
        last = shifted(first, (m.weekday_to - m.weekday) % 7)
    else:
        last = shifted(ctx.published, -((ctx.published.weekday() - m.weekday_to) % 7))
        first = shifted(last, -((m.weekday_to - m.weekday) % 7))
    return (first, last, "day" if first == last else "days", "relative") if first and last else NOWHERE


def near(back: int) -> Callable[[TimeMention, TimeContext], Reading]:
    """A day told as so many days before publication."""

    def read(m: TimeMention, ctx: TimeContext) -> Reading:
        day = shifted(ctx.published, -back)
        return (day, day, "day", "relative") if day else NOWHERE

    return read


def overnight(m: TimeMention, ctx: TimeContext) -> Reading:
    return two_days(ctx.published, -1)


def this_week(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.which == "period" and ctx.period is not None:
        return min(ctx.period), max(ctx.period), "week", "stated"
    if ctx.published is None:
        return NOWHERE
    monday = shifted(ctx.published, -ctx.published.weekday())
    sunday = shifted(monday, 6)
    return capped(monday, sunday, "week", "relative", ctx) if monday and sunday else NOWHERE


def other_week(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None:
        return NOWHERE
    monday = shifted(ctx.published, -ctx.published.weekday() + (7 if m.form == "next_week" else -7))
    sunday = shifted(monday, 6)
    return (monday, sunday, "week", "relative") if monday and sunday else NOWHERE


def told_month(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None:
        return NOWHERE
    first = day_of(*month_before(ctx.published, {"last": 1, "next": -1}.get(m.which or "", 0)), 1)
    if first is None:
        return NOWHERE
    if m.vague and m.which == "last":
        low, high = DAYS_OF_VAGUE.get(m.vague, (1, 31))
        return first.replace(day=low), first.replace(day=min(high, month_end(first).day)), "days", "relative"
    return capped(first, month_end(first), "month", "relative", ctx)


def told_year(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None:
        return NOWHERE
    year = ctx.published.year + {"last": -1, "next": 1}.get(m.which or "", 0)
    start, end, precision, _ = year_of(
        msgspec.structs.replace(m, year=year, vague=m.vague if m.which == "last" else None), ctx
    )
    return (start, end, precision, "relative") if start and end else NOWHERE


def weekend(m: TimeMention, ctx: TimeContext) -> Reading:
    """The latest whole weekend on or before publication; "this weekend" may have only begun."""
    if ctx.published is None:
        return NOWHERE
    today = ctx.published.weekday()
    if m.future or ctx.tense == "future":
        saturday = shifted(ctx.published, (5 - today) % 7)
    elif m.which == "last":
        saturday = shifted(ctx.published, -((today - 5) % 7) if today < 5 else -((today - 5) + 7))
    else:
        begun = today >= 5 if m.which == "this" else today == 6
        saturday = shifted(ctx.published, -((today - 5) % 7) if today < 5 or begun else -7)
    sunday = shifted(saturday, 1)
    return capped(saturday, sunday, "days", "relative", ctx) if saturday and sunday else NOWHERE


def past(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "the past 24 hours", "recent days": up to publication."""
    unit, n = m.unit or "day", m.n
    if unit in ("hour", "minute"):
        days = -(-(n or 24) // 24) if unit == "hour" else 1
        start = shifted(ctx.published, -max(1, days))
        return (start, ctx.published, "days", "relative") if start else NOWHERE
    precision: DatePrecision = "open" if n is None and m.text[-1:] in "sS" else "days"
    if unit in DAYS_IN:
        start = shifted(
            ctx.published, -DAYS_IN[unit] * (n or (1 if precision == "days" else 7 if unit == "day" else 4))
        )
        return (
            (start, ctx.published, "week" if unit == "week" and precision == "days" else precision, "relative")
            if start
            else NOWHERE
        )
    if ctx.published is None:
        return NOWHERE
    months = {"month": 1, "year": 12, "decade": 120}.get(unit, 1) * (n or (1 if precision == "days" else 3))
    year, month = month_before(ctx.published, months)
    start = day_of(year, month, min(ctx.published.day, 28))
    return (start, ctx.published, "month" if months == 1 else "open", "relative") if start else NOWHERE


def coming(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "in the coming weeks" from publication; "over the next two days" of a deed that is past, from the one told before."""
    if ctx.tense != "future" and ctx.previous is not None and m.unit in DAYS_IN and m.n:
        first, last = shifted(ctx.previous[1], 1), shifted(ctx.previous[1], m.n * DAYS_IN[m.unit])
        if first and last and (ctx.published is None or first <= ctx.published):
            return capped(first, last, "day" if first == last else "days", "relative", ctx)
    return (ctx.published, None, "open", "relative") if ctx.published else NOWHERE


def _in_period(weekday: int, ctx: TimeContext) -> date | None:
    """The weekday of a weekly bulletin's own days, where those hold just one."""
    if ctx.period is None or (ctx.period[1] - ctx.period[0]).days > 6:
        return None
    day = shifted(ctx.period[1], -((ctx.period[1].weekday() - weekday) % 7))
    return day if day is not None and day >= ctx.period[0] else None
