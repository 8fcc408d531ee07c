"""Time drafts to intervals: which days a mention means, given the day of publication and what was told before.

An interval is inclusive at both ends and no narrower than the words. Where the words cannot be placed, ``start`` and
``end`` are null and the words stay. What is told as past never runs beyond the day of publication.
"""

import calendar
from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

import msgspec

from dateline.mentions.times import TimeMention
from dateline.model.incident import Basis, DatePrecision, When

Interval = tuple[date, date]
Reading = tuple[date | None, date | None, DatePrecision, Basis]
Tense = Literal["past", "present", "future"]

_NOWHERE: Reading = (None, None, "open", "relative")
_UNKNOWN_DATE: Reading = (None, None, "open", "stated")
_DAYS_IN = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # northern; three months each
_MONTHS_OF_VAGUE = {"early": (1, 4), "mid": (5, 8), "late": (10, 12), "start": (1, 1), "end": (12, 12)}
_DAYS_OF_VAGUE = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}
_SHORTLY_BEFORE = frozenset({"early", "dawn", "morning", "overnight"})
_CALENDAR = frozenset({"day", "range"})
_DISTANCES = ("_before", "_after")
_SHIFTS = ("same_", "next_", "previous_")
_NEVER = frozenset({"anniversary", "for_duration"})


class TimeContext(msgspec.Struct, frozen=True):
    """What resolving may know. ``previous``: the days of the event that this one follows or is told relative to, with its
    ``previous_part``; ``period``: of a bulletin; ``year_hint``: the year said last in the text, to be given only where the
    passage tells history, for a date without a year then belongs to that year."""

    published: date | None = None
    previous: Interval | None = None
    period: Interval | None = None
    tense: Tense = "past"
    year_hint: int | None = None
    previous_part: str | None = None


def resolve(mention: TimeMention | None, ctx: TimeContext) -> When:
    """The days that ``mention`` means. Without a mention: what is known of any past event, ``bounded`` by publication."""
    if mention is None:
        return bounded(ctx.published)
    part = "night" if mention.part == "overnight" else mention.part
    start, end, precision, basis = _related(mention, ctx)
    if start is not None and end is not None and end < start:
        start, end, precision = None, None, "open"
    return When(
        start=start,
        end=end,
        precision=precision,
        basis=basis,
        part=part,
        text=mention.text,
        evidence=(mention.start, mention.end),
    )


def combine(mentions: Sequence[TimeMention], ctx: TimeContext) -> When:
    """One date for a clause with several mentions: the plain, most exact one dates it; a part of the day, a year or a
    distance ("the previous night", "two days after the attack on Monday") refines it; "until", lengths and anniversaries do not."""
    useful = [m for m in mentions if not m.duration and m.form not in _NEVER]
    told = [m for m in useful if m.form != "part"]
    if not told:
        return resolve(useful[0] if useful else None, ctx)
    plain = [m for m in told if not _is_shift(m)]
    core = min(plain, key=lambda m: (_outside(m), _breadth(m))) if plain else None
    shift = next((m for m in told if _is_shift(m)), None)
    if core is not None and core.year is None and core.month is not None and core.which is None:
        years = [m.year for m in plain if m.form == "year" and m.relation is None]
        ctx = msgspec.structs.replace(ctx, year_hint=years[0]) if years else ctx
    if core is None or (shift is not None and _moves(shift, core)):
        return _shifted(shift, core, ctx) if shift is not None else bounded(ctx.published)
    part = next((m.part for m in useful if m.form == "part"), None)
    when = resolve(core, ctx)
    return msgspec.structs.replace(when, part=part) if part and when.part is None and core.relation is None else when


def bounded(day: date | None, mention: TimeMention | None = None) -> When:
    """Only known to lie on or before ``day``: a finding or a statement is dated, not the event."""
    text = mention.text if mention else None
    evidence = (mention.start, mention.end) if mention else None
    return When(end=day, precision="open", basis="bounded", text=text, evidence=evidence)


def implied(interval: Interval | None) -> When:
    """No date of its own: the days of the sentence it continues, or of the bulletin's period."""
    if interval is None:
        return When(basis="implied")
    start, end = min(interval), max(interval)
    return When(start=start, end=end, precision=_span_precision(start, end), basis="implied")


def ahead(day: date | None, mention: TimeMention | None = None) -> When:
    """A plan, threat or hypothesis without a date: open from ``day`` on."""
    text = mention.text if mention else None
    evidence = (mention.start, mention.end) if mention else None
    return When(start=day, precision="open", basis="relative" if mention else "implied", text=text, evidence=evidence)


def reverse(mention: TimeMention) -> TimeMention:
    """The same distance seen from the other event: in "B came two days after A", A lies two days before B."""
    swap = {"before": "after", "after": "before"}
    head, _, tail = mention.form.rpartition("_")
    form = f"{head}_{swap[tail]}" if tail in swap else mention.form
    if mention.form.startswith("next_"):
        form = mention.form.replace("next_", "previous_", 1)
    elif mention.form.startswith("previous_"):
        form = mention.form.replace("previous_", "next_", 1)
    return msgspec.structs.replace(mention, form=form, relation=swap.get(mention.relation or "", mention.relation))


def point(mention: TimeMention) -> TimeMention:
    """The time named, without its "since" or "until": in "since July, when he was shot" he was shot in July."""
    return msgspec.structs.replace(mention, relation=None)


def interval(when: When) -> Interval | None:
    """Both ends of ``when`` where both are known: what the next event may be told relative to."""
    return (when.start, when.end) if when.start is not None and when.end is not None else None


def _is_shift(m: TimeMention) -> bool:
    """Told from another event rather than from the calendar or the day of publication."""
    return m.form.endswith(_DISTANCES) or (m.form.startswith(_SHIFTS) and not m.future)


def _outside(m: TimeMention) -> int:
    """How little a mention says of the event's own day: plain, "by", "since" and "after", "until" and "before"."""
    return {None: 0, "by": 1, "since": 2, "from": 2, "after": 2}.get(m.relation, 3) + (3 if m.future else 0)


def _breadth(m: TimeMention) -> int:
    for rank, forms in enumerate((("day", "weekday"), ("week", "range"), ("month",), ("year", "season", "decade"))):
        if m.form.startswith(forms) or m.form.endswith(forms):
            return rank
    return 4 if m.form.startswith("past_") else 0


def _moves(shift: TimeMention, core: TimeMention) -> bool:
    """Whether ``core`` is what ``shift`` is counted from. "On Tuesday, hours after men had seized ..." is on Tuesday."""
    if core.relation in ("since", "until", "before"):
        return True
    return shift.relation is None or shift.start < core.start


def _shifted(shift: TimeMention, core: TimeMention | None, ctx: TimeContext) -> When:
    if core is not None and core.relation not in ("since", "until", "before"):
        anchor = resolve(point(core), ctx)
        ctx = msgspec.structs.replace(ctx, previous=interval(anchor) or ctx.previous, previous_part=anchor.part)
    return resolve(shift, ctx)


def _related(m: TimeMention, ctx: TimeContext) -> Reading:
    """The interval with its "since", "until", "by" … applied. For a distance the relation names its anchor only."""
    if m.form in _NEVER or m.duration:
        return _NOWHERE
    start, end, precision, basis = _plain(m, ctx)
    if start is None or end is None or _is_shift(m) or m.form in ("part", "range", "weekday_range"):
        return start, end, precision, basis
    today, future = ctx.published, ctx.tense == "future" or m.future
    match m.relation:
        case "since" | "from" | "after":
            stop = today if today is not None and today >= start and not future else None
            return start, stop, "open", basis
        case "until":
            return None, end, "open", basis
        case "by" | "before":
            if future and today is not None and today <= end:
                return today, end, "days", basis
            return (start, end, precision, basis) if m.relation == "by" else (None, end, "open", basis)
    return start, end, precision, basis


def _plain(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.form == "part":
        return _part_alone(ctx)
    if _is_shift(m):
        return _distance(m, ctx) if m.form.endswith(_DISTANCES) else _shift(m, ctx)
    if m.form.startswith("past_"):
        return _past(m, ctx)
    if m.form.endswith("_ago"):
        return _ago(m, ctx)
    return _READERS.get(m.form, _nothing)(m, ctx)


def _nothing(m: TimeMention, ctx: TimeContext) -> Reading:
    return _NOWHERE


# --- calendar dates


def _calendar_day(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.month is None or m.day is None:
        return _UNKNOWN_DATE
    month, number = m.month, m.day
    first = _with_year(m, ctx, lambda year: _day(year, month, number))
    if m.part == "overnight":
        start, end, precision, _ = _two_days(first, -1 if m.vague == "into" or first == ctx.published else 1)
        return start, end, precision, "stated"
    return _UNKNOWN_DATE if first is None else (first, first, "day", "stated")


def _day_range(m: TimeMention, ctx: TimeContext) -> Reading:
    month_to, day_to = m.month_to or m.month, m.day_to
    if m.month is None or m.day is None or month_to is None or day_to is None:
        return _UNKNOWN_DATE
    month, number = m.month, m.day
    dated = msgspec.structs.replace(m, year=m.year_to or m.year)
    last = _with_year(dated, ctx, lambda year: _day(year, month_to, day_to))
    if last is None:
        return _UNKNOWN_DATE
    first = _day(m.year if m.year is not None and m.year_to is not None else last.year, month, number)
    if first is not None and first > last and m.year is None:
        first = _day(last.year - 1, month, number)
    if first is None or first > last:
        return _UNKNOWN_DATE
    return first, last, "day" if first == last else "days", "stated"


def _day_of_month(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "on the 17th": the latest such day on or before publication; "of this month", "of last month" say which."""
    if ctx.published is None or m.day is None:
        return _UNKNOWN_DATE
    back = {"this": (0,), "last": (1,)}.get(m.which or "", range(13))
    for months in back:
        year, month = _month_before(ctx.published, months)
        if (found := _day(year, month, m.day)) is not None and (found <= ctx.published or m.which):
            return found, found, "day", "stated"
    return _UNKNOWN_DATE


def _month(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.month is None:
        return _UNKNOWN_DATE
    month = m.month
    if m.which in ("last", "this", "next") and ctx.published is None:
        return _NOWHERE
    if m.which == "last" and ctx.published is not None:  # "last March": the latest one that is over
        year = ctx.published.year - (month >= ctx.published.month)
        first = _day(year, month, 1)
    else:
        first = _with_year(m, ctx, lambda year: _day(year, month, 1))
    if first is None:
        return _UNKNOWN_DATE
    basis: Basis = "relative" if m.which in ("last", "this", "next") else "stated"
    if m.vague:
        low, high = _DAYS_OF_VAGUE.get(m.vague, (1, 31))
        last = _month_end(first)
        return first.replace(day=low), min(last, first.replace(day=min(high, last.day))), "days", basis
    return _capped(first, _month_end(first), "month", basis, ctx)


def _month_range(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.month is None or m.month_to is None:
        return _UNKNOWN_DATE
    month_to = m.month_to
    last = _with_year(msgspec.structs.replace(m, year=m.year_to or m.year), ctx, lambda year: _day(year, month_to, 1))
    if last is None:
        return _UNKNOWN_DATE
    year = m.year if m.year is not None and m.year_to is not None else last.year - (m.month > month_to)
    first = _day(year, m.month, 1)
    if first is None or first > last:
        return _UNKNOWN_DATE
    return _capped(first, _month_end(last), "open", "stated", ctx)


def _year(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.year is None:
        return _UNKNOWN_DATE
    low, high = _MONTHS_OF_VAGUE.get(m.vague or "", (1, 12))
    last = _day(m.year, high, 1)
    first = _day(m.year, low, 1)
    if first is None or last is None:
        return _UNKNOWN_DATE
    precision: DatePrecision = "year" if m.vague is None else "month" if low == high else "open"
    return _capped(first, _month_end(last), precision, "stated", ctx)


def _year_range(m: TimeMention, ctx: TimeContext) -> Reading:
    first, last = _day(m.year or 0, 1, 1), _day(m.year_to or 0, 12, 31)
    return (first, last, "open", "stated") if first and last and first <= last else _UNKNOWN_DATE


def _decade(m: TimeMention, ctx: TimeContext) -> Reading:
    year = m.year or 0
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(m.vague or "", (0, 9))
    first, last = _day(year + low, 1, 1), _day(year + high, 12, 31)
    return (first, last, "open", "stated") if first and last else _UNKNOWN_DATE


def _season(m: TimeMention, ctx: TimeContext) -> Reading:
    """Northern seasons. "the winter of 2015" may be either winter; "last summer" is the latest one that is over."""
    month = _SEASON_STARTS.get(m.season or "")
    if month is None:
        return _NOWHERE
    if m.year is not None:
        winter = m.season == "winter"
        first = _day(m.year - (winter and m.year_to is None), month, 1)
        last = _season_end(_day(m.year, month, 1))
        return (first, last, "open", "stated") if first and last else _UNKNOWN_DATE
    if ctx.published is None:
        return _NOWHERE
    starts = [s for back in (-1, 0, 1, 2) if (s := _day(ctx.published.year - back, month, 1))]
    if m.which == "next" or ctx.tense == "future":
        first = min((s for s in starts if s > ctx.published), default=None)
    elif m.which == "last":
        first = max((s for s in starts if (e := _season_end(s)) and e < ctx.published), default=None)
    else:
        first = max((s for s in starts if s <= ctx.published), default=None)
    last = _season_end(first)
    return _capped(first, last, "open", "relative", ctx) if first and last else _NOWHERE


# --- told from the day of publication


def _weekday(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.weekday is None:
        return _NOWHERE
    if m.which in ("following", "previous") and ctx.previous is not None:
        day = _after(ctx.previous[1], m.weekday) if m.which == "following" else _before(ctx.previous[0], m.weekday)
    elif ctx.published is None:
        return _NOWHERE
    elif m.which in ("last_week", "next_week"):
        monday = _shifted_day(ctx.published, -ctx.published.weekday() + (7 if m.which == "next_week" else -7))
        day = _shifted_day(monday, m.weekday)
    elif m.future or ctx.tense == "future":
        day = _shifted_day(ctx.published, (m.weekday - ctx.published.weekday()) % 7)
    elif m.which in ("last", "previous"):
        day = _before(ctx.published, m.weekday)
    else:
        day = _in_period(m.weekday, ctx) or _shifted_day(ctx.published, -((ctx.published.weekday() - m.weekday) % 7))
    if day is None:
        return _NOWHERE
    if m.part == "overnight":  # into the next day, unless that is still to come
        return _two_days(day, -1 if m.vague == "into" or day == ctx.published else 1)
    return day, day, "day", "relative"


def _in_period(weekday: int, ctx: TimeContext) -> date | None:
    """The weekday of a weekly bulletin's own days, where those hold just one."""
    if ctx.period is None or (ctx.period[1] - ctx.period[0]).days > 6:
        return None
    day = _shifted_day(ctx.period[1], -((ctx.period[1].weekday() - weekday) % 7))
    return day if day is not None and day >= ctx.period[0] else None


def _weekday_range(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None or m.weekday is None or m.weekday_to is None:
        return _NOWHERE
    ahead_ = m.future or ctx.tense == "future"
    if ahead_:
        first = _shifted_day(ctx.published, (m.weekday - ctx.published.weekday()) % 7)
        last = _shifted_day(first, (m.weekday_to - m.weekday) % 7)
    else:
        last = _shifted_day(ctx.published, -((ctx.published.weekday() - m.weekday_to) % 7))
        first = _shifted_day(last, -((m.weekday_to - m.weekday) % 7))
    return (first, last, "day" if first == last else "days", "relative") if first and last else _NOWHERE


def _near(back: int) -> Callable[[TimeMention, TimeContext], Reading]:
    """A day told as so many days before publication."""

    def read(m: TimeMention, ctx: TimeContext) -> Reading:
        day = _shifted_day(ctx.published, -back)
        return (day, day, "day", "relative") if day else _NOWHERE

    return read


def _overnight(m: TimeMention, ctx: TimeContext) -> Reading:
    return _two_days(ctx.published, -1)


def _this_week(m: TimeMention, ctx: TimeContext) -> Reading:
    if m.which == "period" and ctx.period is not None:
        return min(ctx.period), max(ctx.period), "week", "stated"
    if ctx.published is None:
        return _NOWHERE
    monday = _shifted_day(ctx.published, -ctx.published.weekday())
    sunday = _shifted_day(monday, 6)
    return _capped(monday, sunday, "week", "relative", ctx) if monday and sunday else _NOWHERE


def _other_week(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None:
        return _NOWHERE
    monday = _shifted_day(ctx.published, -ctx.published.weekday() + (7 if m.form == "next_week" else -7))
    sunday = _shifted_day(monday, 6)
    return (monday, sunday, "week", "relative") if monday and sunday else _NOWHERE


def _told_month(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None:
        return _NOWHERE
    first = _day(*_month_before(ctx.published, {"last": 1, "next": -1}.get(m.which or "", 0)), 1)
    if first is None:
        return _NOWHERE
    if m.vague and m.which == "last":
        low, high = _DAYS_OF_VAGUE.get(m.vague, (1, 31))
        return first.replace(day=low), first.replace(day=min(high, _month_end(first).day)), "days", "relative"
    return _capped(first, _month_end(first), "month", "relative", ctx)


def _told_year(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None:
        return _NOWHERE
    year = ctx.published.year + {"last": -1, "next": 1}.get(m.which or "", 0)
    start, end, precision, _ = _year(
        msgspec.structs.replace(m, year=year, vague=m.vague if m.which == "last" else None), ctx
    )
    return (start, end, precision, "relative") if start and end else _NOWHERE


def _weekend(m: TimeMention, ctx: TimeContext) -> Reading:
    """The latest whole weekend on or before publication; "this weekend" may have only begun."""
    if ctx.published is None:
        return _NOWHERE
    today = ctx.published.weekday()
    if m.future or ctx.tense == "future":
        saturday = _shifted_day(ctx.published, (5 - today) % 7)
    elif m.which == "last":
        saturday = _shifted_day(ctx.published, -((today - 5) % 7) if today < 5 else -((today - 5) + 7))
    else:
        begun = today >= 5 if m.which == "this" else today == 6
        saturday = _shifted_day(ctx.published, -((today - 5) % 7) if today < 5 or begun else -7)
    sunday = _shifted_day(saturday, 1)
    return _capped(saturday, sunday, "days", "relative", ctx) if saturday and sunday else _NOWHERE


def _past(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "the past 24 hours", "recent days": up to publication."""
    unit, n = m.unit or "day", m.n
    if unit in ("hour", "minute"):
        days = -(-(n or 24) // 24) if unit == "hour" else 1
        start = _shifted_day(ctx.published, -max(1, days))
        return (start, ctx.published, "days", "relative") if start else _NOWHERE
    precision: DatePrecision = "open" if n is None and m.text[-1:] in "sS" else "days"
    if unit in _DAYS_IN:
        start = _shifted_day(
            ctx.published, -_DAYS_IN[unit] * (n or (7 if unit == "day" else 1 if precision == "days" else 4))
        )
        return (
            (start, ctx.published, "week" if unit == "week" and precision == "days" else precision, "relative")
            if start
            else _NOWHERE
        )
    if ctx.published is None:
        return _NOWHERE
    months = {"month": 1, "year": 12, "decade": 120}.get(unit, 1) * (n or (1 if precision == "days" else 3))
    year, month = _month_before(ctx.published, months)
    start = _day(year, month, min(ctx.published.day, 28))
    return (start, ctx.published, "month" if months == 1 else "open", "relative") if start else _NOWHERE


def _ago(m: TimeMention, ctx: TimeContext) -> Reading:
    if ctx.published is None:
        return _NOWHERE
    return _moved((ctx.published, ctx.published), m, -1, ctx)


def _coming(m: TimeMention, ctx: TimeContext) -> Reading:
    return (ctx.published, None, "open", "relative") if ctx.published else _NOWHERE


# --- told from another event


def _part_alone(ctx: TimeContext) -> Reading:
    """ "before dawn" with no day: the day of the event it continues, else the day of publication or the one before."""
    if ctx.period is not None and ctx.period[0] == ctx.period[1]:
        return ctx.period[0], ctx.period[1], "day", "implied"  # a bulletin of one day
    if ctx.previous is not None:
        start, end = min(ctx.previous), max(ctx.previous)
        return start, end, _span_precision(start, end), "implied"
    return _two_days(ctx.published, -1)


def _shift(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "the same day", "the next morning", "the previous week"."""
    direction = -1 if m.form.startswith("previous_") else 1 if m.form.startswith("next_") else 0
    anchor = ctx.previous
    if anchor is None:
        if ctx.published is None or direction > 0:
            return _NOWHERE
        anchor = (ctx.published, ctx.published)
    start, end = min(anchor), max(anchor)
    if m.unit in ("month", "year"):
        if m.unit == "year":
            year = start.year + direction
            first, last = _day(year, 1, 1), _day(year, 12, 31)
        else:
            first = _day(*_month_before(start, -direction), 1)
            last = _month_end(first) if first else None
        return (
            _capped(first, last, "month" if m.unit == "month" else "year", "relative", ctx)
            if first and last
            else _NOWHERE
        )
    if m.unit in ("week", "weekend"):
        monday = _shifted_day(start, -start.weekday() + 7 * direction)
        first = _shifted_day(monday, 5 if m.unit == "weekend" else 0)
        last = _shifted_day(monday, 6)
        return (
            _capped(first, last, "week" if m.unit == "week" else "days", "relative", ctx)
            if first and last
            else _NOWHERE
        )
    if direction:
        edge = _shifted_day(end if direction > 0 else start, direction)
        return (edge, edge, "day", "relative") if edge else _NOWHERE
    return start, end, _span_precision(start, end), "relative"


def _distance(m: TimeMention, ctx: TimeContext) -> Reading:
    """ "two days later", "hours before": from the other event; nowhere where that has no date."""
    if ctx.previous is None:
        return _NOWHERE
    anchor = (min(ctx.previous), max(ctx.previous))
    sign = 1 if m.form.endswith("_after") else -1
    if m.unit in ("hour", "minute") and (m.unit == "minute" or (m.n or 0) < 24):
        start, end = anchor
        if m.unit == "hour" and sign < 0 and _is_early(ctx.previous_part):
            start = _shifted_day(start, -1) or start
        return start, end, _span_precision(start, end), "relative"
    return _moved(anchor, m, sign, ctx)


def _moved(anchor: Interval, m: TimeMention, sign: int, ctx: TimeContext) -> Reading:
    """``anchor`` moved by ``n`` units: weeks are good to three days either way, months and years are whole."""
    start, end, unit, n = *anchor, m.unit or "day", m.n
    if unit in ("hour", "minute"):
        days = 0 if unit == "minute" or n is None else round(n / 24)
        first, last = _shifted_day(start, sign * days), _shifted_day(end, sign * days)
        return (first, last, _span_precision(first, last), "relative") if first and last else _NOWHERE
    if n is None:
        return _some(anchor, unit, sign, ctx)
    if unit in _DAYS_IN:
        days = sign * n * _DAYS_IN[unit]
        slack = 0 if unit == "day" else 3
        first, last = _shifted_day(start, days - slack), _shifted_day(end, days + slack)
        if first is None or last is None:
            return _NOWHERE
        return _capped(first, last, _span_precision(first, last) if unit == "day" else "week", "relative", ctx)
    if unit == "month":
        first = _day(*_month_before(start, -sign * n), 1)
        last = _day(*_month_before(end, -sign * n), 1)
        return _capped(first, _month_end(last), "month", "relative", ctx) if first and last else _NOWHERE
    years = sign * n * (10 if unit == "decade" else 1)
    first, last = _day(start.year + years, 1, 1), _day(end.year + years, 12, 31)
    return _capped(first, last, "year" if unit == "year" else "open", "relative", ctx) if first and last else _NOWHERE


def _some(anchor: Interval, unit: str, sign: int, ctx: TimeContext) -> Reading:
    """ "days later", "weeks ago": after or before the event, no more is said."""
    if sign > 0:
        first = _shifted_day(anchor[1], 1)
        stop = ctx.published if ctx.published and first and ctx.published >= first else None
        return first, stop, "open", "relative"
    return None, _shifted_day(anchor[0], -1), "open", "relative"


# --- days, months and years that stay inside the calendar


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


def _capped(start: date, end: date, precision: DatePrecision, basis: Basis, ctx: TimeContext) -> Reading:
    """What is told as past ends on the day of publication at the latest."""
    if ctx.published is not None and ctx.tense != "future" and start <= ctx.published < end:
        end = ctx.published
    return start, end, precision, basis


def _two_days(day: date | None, step: int) -> Reading:
    other = _shifted_day(day, step)
    if day is None or other is None:
        return _NOWHERE
    return min(day, other), max(day, other), "days", "relative"


def _span_precision(start: date, end: date) -> DatePrecision:
    days = (end - start).days
    return "day" if days == 0 else "days" if days < 28 else "open"


def _is_early(part: str | None) -> bool:
    return part in _SHORTLY_BEFORE or (part is not None and part[:2].isdigit() and int(part[:2]) < 9)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _shifted_day(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    number = day.toordinal() + days
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def _before(day: date, weekday: int) -> date | None:
    return _shifted_day(day, -((day.weekday() - weekday - 1) % 7 + 1))


def _after(day: date, weekday: int) -> date | None:
    return _shifted_day(day, (weekday - day.weekday() - 1) % 7 + 1)


def _month_before(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months before ``day``; the year may lie outside the calendar."""
    number = day.year * 12 + day.month - 1 - months
    return number // 12, number % 12 + 1


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _season_end(start: date | None) -> date | None:
    if start is None:
        return None
    last = _day(*_month_before(start, -2), 1)
    return _month_end(last) if last else None


_READERS: dict[str, Callable[[TimeMention, TimeContext], Reading]] = {
    "day": _calendar_day,
    "range": _day_range,
    "day_of_month": _day_of_month,
    "month": _month,
    "month_range": _month_range,
    "year": _year,
    "year_range": _year_range,
    "decade": _decade,
    "season": _season,
    "weekday": _weekday,
    "weekday_range": _weekday_range,
    "yesterday": _near(1),
    "last_night": _near(1),
    "today": _near(0),
    "tonight": _near(0),
    "tomorrow": _near(-1),
    "overnight": _overnight,
    "this_week": _this_week,
    "last_week": _other_week,
    "next_week": _other_week,
    "this_month": _told_month,
    "last_month": _told_month,
    "next_month": _told_month,
    "this_year": _told_year,
    "last_year": _told_year,
    "next_year": _told_year,
    "weekend": _weekend,
    "this_weekend": _weekend,
    "last_weekend": _weekend,
    "next_weekend": _weekend,
    **{f"next_{unit}s": _coming for unit in ("minute", "hour", "day", "week", "fortnight", "month", "year", "decade")},
}
