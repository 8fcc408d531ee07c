"""Each form of a time and how it is read."""

from collections.abc import Callable

from dateline.mentions.times import TimeMention
from dateline.resolve.dates.moved import ago, distance, part_alone, shift
from dateline.resolve.dates.reading import DISTANCES, NOWHERE, Reading, TimeContext, is_shift
from dateline.resolve.dates.stated import (
    calendar_day,
    day_of_month,
    day_range,
    decade,
    month_of,
    month_range,
    season,
    year_of,
    year_range,
)
from dateline.resolve.dates.told import (
    coming,
    near,
    other_week,
    overnight,
    past,
    this_week,
    told_month,
    told_year,
    weekday,
    weekday_range,
    weekend,
)


def plain(m: TimeMention, ctx: TimeContext) -> Reading:
    """The days that a time means, its "since", "until" and the like not yet applied."""
    if m.form == "part":
        return part_alone(m, ctx)
    if is_shift(m):
        return distance(m, ctx) if m.form.endswith(DISTANCES) else shift(m, ctx)
    if m.form.startswith("past_"):
        return past(m, ctx)
    if m.form.endswith("_ago"):
        return ago(m, ctx)
    return _READERS.get(m.form, _nothing)(m, ctx)


def _nothing(m: TimeMention, ctx: TimeContext) -> Reading:
    return NOWHERE


_READERS: dict[str, Callable[[TimeMention, TimeContext], Reading]] = {
    "day": calendar_day,
    "range": day_range,
    "day_of_month": day_of_month,
    "month": month_of,
    "month_range": month_range,
    "year": year_of,
    "year_range": year_range,
    "decade": decade,
    "season": season,
    "weekday": weekday,
    "weekday_range": weekday_range,
    "yesterday": near(1),
    "last_night": near(1),
    "today": near(0),
    "tonight": near(0),
    "tomorrow": near(-1),
    "overnight": overnight,
    "this_week": this_week,
    "last_week": other_week,
    "next_week": other_week,
    "this_month": told_month,
    "last_month": told_month,
    "next_month": told_month,
    "this_year": told_year,
    "last_year": told_year,
    "next_year": told_year,
    "weekend": weekend,
    "this_weekend": weekend,
    "last_weekend": weekend,
    "next_weekend": weekend,
    **{f"next_{unit}s": coming for unit in ("minute", "hour", "day", "week", "fortnight", "month", "year", "decade")},
}
