"""The imprint: a line above or below the report that tells when it was published ("Published in Dawn, October 24th, 2025")."""

import re
from functools import cache

from dateline.model.text import Span
from dateline.packs.openings import one_of, openings
from dateline.sources.opening.city import NAME
from dateline.sources.opening.days import Day, find_days, surest
from dateline.sources.opening.lines import EDGES, LONGEST, last_lines

_BEFORE = 40  # code points in which "Issued on" stands before a day
_CITY = re.compile(NAME)


def is_imprint(text: str, line: Span) -> bool:
    """Whether a short line begins with a word such as "Published"."""
    return line.end - line.start <= LONGEST and _published().match(text, line.start, line.end) is not None


def is_issued(text: str, day: Day) -> bool:
    """Whether "Issued", "published on" or the like stands right before the day."""
    start = max(0, day.span.start - _BEFORE)
    return _issued().search(text, start, day.span.start) is not None


def find_imprint(text: str) -> Day | None:
    """The day of the imprint below the report; or a day with its year that stands there on a line, alone or behind a city."""
    for line in last_lines(text):
        days = find_days(text, line)
        if days and is_imprint(text, line):
            return surest(days)
        if len(days) == 1 and days[0].year and _stands_alone(text, line, days[0]):
            return days[0]
    return None


def _stands_alone(text: str, line: Span, day: Day) -> bool:
    before, behind = text[line.start : day.span.start].strip(EDGES), text[day.span.end : line.end].strip(EDGES + ".")
    if behind or before.casefold() in openings().masthead.narrative:
        return False
    return not before or _CITY.fullmatch(before) is not None


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(openings().masthead.imprints)}(?:[ \t]on)?:?[ \t]{{1,3}}$", re.I)


@cache
def _published() -> re.Pattern[str]:
    return re.compile(rf"[\W_]{{0,3}}(?:(?:first|last|story)[ \t])?{one_of(openings().masthead.imprints)}\b", re.I)
