"""What a time is read with, and what reading it gives: an interval, how exact it is, and on what it rests."""

from datetime import date
from typing import Literal

import msgspec

from dateline.mentions.times import TimeMention
from dateline.model.incident import Basis, DatePrecision
from dateline.resolve.dates.days import shifted

Interval = tuple[date, date]
Reading = tuple[date | None, date | None, DatePrecision, Basis]
Tense = Literal["past", "present", "future"]
NOWHERE: Reading = (None, None, "open", "relative")
UNKNOWN: Reading = (None, None, "open", "stated")
DAYS_IN = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
DAYS_OF_VAGUE = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}
DISTANCES = ("_before", "_after")
_SHIFTS = ("same_", "next_", "previous_")


class TimeContext(msgspec.Struct, frozen=True):
    """What resolving may know. ``previous``: the days of the event that this one follows or is told relative to, with its
    ``previous_part``; ``period``: of a bulletin; ``year_hint``: the year said last in the text, to be given only where the
    passage tells history, for a date without a year then belongs to that year; ``clock``: the hour of publication, "HH:MM"."""

    published: date | None = None
    previous: Interval | None = None
    period: Interval | None = None
    tense: Tense = "past"
    year_hint: int | None = None
    previous_part: str | None = None
    clock: str | None = None


def is_shift(m: TimeMention) -> bool:
    """Told from another event rather than from the calendar or the day of publication."""
    return m.form.endswith(DISTANCES) or (m.form.startswith(_SHIFTS) and not m.future)


def capped(start: date, end: date, precision: DatePrecision, basis: Basis, ctx: TimeContext) -> Reading:
    """What is told as past ends on the day of publication at the latest."""
    if ctx.published is not None and ctx.tense != "future" and start <= ctx.published < end:
        end = ctx.published
    return start, end, precision, basis


def two_days(day: date | None, step: int) -> Reading:
    """``day`` and the one ``step`` days from it."""
    other = shifted(day, step)
    if day is None or other is None:
        return NOWHERE
    return min(day, other), max(day, other), "days", "relative"


def span_precision(start: date, end: date) -> DatePrecision:
    """How exact an interval is, by its length."""
    days = (end - start).days
    return "day" if days == 0 else "days" if days < 28 else "open"
