"""The days that a bulletin covers: from a label, from its title, or "over the last 24 hours"."""

import re
from datetime import date, timedelta
from functools import cache

from dateline.model.text import Span
from dateline.packs.openings import one_of, openings
from dateline.sources.opening.days import Day, day_at, latest
from dateline.sources.opening.ranges import Period, days_of, find_ranges, has_months, range_at

_LABELLED = 80  # code points behind a label in which its days stand
_BULLET = re.compile(r"[-–—•*·]|\d{1,3}[.)/]")
_LAST_HOURS = re.compile(
    r"\b(?:last|past|previous|preceding)[ \t](?:(?P<hours>24|48|72)[ -]?(?:hours|hrs|h)\b|(?P<week>week|seven days|7 days)\b)",
    re.I,
)
_DAYS_END = re.compile(r"[ \t]{0,2}(?:$|[,;:.(){}|\]\n–—-])|[ \t]in\b")  # behind the days that a title tells
_DAY_CUE = re.compile(r"\b(?:on|for|of|during)[ \t](?:the[ \t])?", re.I)
_RANGE_CUE = re.compile(  # where a range of days may begin; ``cue`` where a word says so
    r"(?<!\w)(?:(?P<cue>between|from|period|covering|for|of|during)[ \t](?:the[ \t])?|(?=[A-Z\d]))", re.I
)


def read_period(text: str, titles: list[Span], published: date | None, day: Day | None) -> Period | None:
    """The days covered, both inclusive. ``day``: the day of publication as it is written, which is none of them."""
    lines = [t for t in titles if not _BULLET.match(text, t.start, t.end)]
    for read_one in (_labelled, _titled):
        for line in reversed(lines):
            if days := read_one(text, line, published):
                return days
    for line in lines:
        one = covered_day(text, line)
        if one and (day is None or one.span != day.span):
            return _days_from(latest(one.year, one.month, one.day, published), 1)
    if any(_evening().match(text, line.start, line.end) for line in lines):
        return _days_from(published, 1)
    return None


def find_label(text: str, line: Span) -> re.Match[str] | None:
    """ "Reporting period: " and the like."""
    return _label().search(text, line.start, line.end)


def covered_day(text: str, line: Span) -> Day | None:
    """ "Summary of incidents on Thursday 18 January": the one day told by a title."""
    if not _title().match(text, line.start, line.end):
        return None
    for m in _DAY_CUE.finditer(text, line.start, line.end):
        day = day_at(text, m.end(), line.end)
        if day is not None and _DAYS_END.match(text, day.span.end, line.end):
            return day
    return None


def uncovered(text: str, line: Span, days: list[Day]) -> list[Day]:
    """Those of a line's days that it does not tell as covered."""
    if not _title().match(text, line.start, line.end):
        return days
    one, ranges = covered_day(text, line), find_ranges(text, line)
    return [
        d for d in days
        if (one is None or d.span != one.span)
        and not any(r.start < d.span.end and d.span.start < r.end for r in ranges)
    ]  # fmt: skip


def _labelled(text: str, line: Span, published: date | None) -> Period | None:
    """ "Reporting period: 8-14 November", "period: 28 May - 3 June", "week of 3 May": the days covered."""
    m = find_label(text, line)
    if m is None:
        return None
    end = min(line.end, m.end() + _LABELLED)
    if r := range_at(text, m.end(), end):
        return days_of(r, published)
    one = day_at(text, m.end(), end)
    first = latest(one.year, one.month, one.day, published) if one else None
    return _days_from(first, 7 if "week" in m[0].casefold() else 1)


def _titled(text: str, line: Span, published: date | None) -> Period | None:
    """ "What we recorded between 27 September and 3 October", "Summary of the past 24 hours"."""
    if not _title().match(text, line.start, line.end):
        return None
    for cue in _RANGE_CUE.finditer(text, line.start, line.end):
        r = range_at(text, cue.end(), line.end)
        if (
            r
            and _DAYS_END.match(text, r.end(), line.end)
            and (cue["cue"] or _set_off(text, line, cue) or has_months(r))
        ):
            return days_of(r, published)
    hours = _LAST_HOURS.search(text, line.start, line.end)
    if hours is None or published is None or published.year <= 1:
        return None
    return published - timedelta(days=7 if hours["week"] else int(hours["hours"]) // 24), published


def _days_from(first: date | None, days: int) -> Period | None:
    if first is None or (days > 1 and first.year == 9999):
        return None
    return first, first + timedelta(days=days - 1)


def _set_off(text: str, line: Span, cue: re.Match[str]) -> bool:
    return text[max(line.start, cue.start() - 2) : cue.start()].strip() in tuple(",(:–—-")


@cache
def _label() -> re.Pattern[str]:
    labels = one_of(openings().days.labels)
    return re.compile(rf"\b{labels}(?::|[ \t](?=\d|[A-Z][a-z]{{2,8}}[ \t]\d))[ \t]{{0,3}}", re.I)


@cache
def _evening() -> re.Pattern[str]:
    """ "Evening summary": what came in on the day itself."""
    return re.compile(
        rf"(?:[\w'’/-]{{1,20}}[ \t]){{0,3}}?(?:evening|end-of-day)[ \t]{one_of(openings().days.reports)}\b", re.I
    )


@cache
def _title() -> re.Pattern[str]:
    """The title of a bulletin: up to three words and a kind of report that heads them, or "What our teams recorded"."""
    words = openings().days
    return re.compile(
        r"(?:[\w'’/-]{1,20}[ \t]){0,3}?"
        rf"(?:{one_of(words.reports)}(?:[ \t](?:no\.?[ \t]?|#)?\d{{1,4}}(?:/\d{{1,4}})?)?"
        r"(?=[ \t]{0,2}(?:[,:;(|–—-]|$)|[ \t](?:of|on|for|from|in|over|covering|between|during|under)\b)"
        r"|what[ \t](?:we|(?:our|the)[ \t][\w'’-]{1,20})[ \t](?:have[ \t]|has[ \t])?"
        rf"{one_of(words.recorded)}\b)",
        re.I,
    )
