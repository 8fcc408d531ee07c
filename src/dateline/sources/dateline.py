"""The opening of an article: when it was published, from where, by whom, and where the reporting begins.

Three shapes are read, each only in the first lines: a line ``date 2017-02-11 ...``, a wire dateline on the line of the
first paragraph ("KABUL, May 3 (Agency) - ..."), and a masthead of short lines ("Weekly Star, Friday 17 June 2022"). A date
inside a sentence is no dateline. Where none of them tells the day, the imprint below the report may. A statement that names nobody at the top is signed at its end ("General Command of the
Northern Front"). Offsets are code points into the article's text, end exclusive.
"""

import re
from datetime import date

import msgspec

from dateline.model.text import Span
from dateline.sources.opening.days import day_at, find_days, publication, surest
from dateline.sources.opening.imprint import find_imprint, is_imprint
from dateline.sources.opening.lines import EDGES, is_prose, line_end, next_line, read_lines, strip
from dateline.sources.opening.masthead import (
    Masthead,
    is_headline,
    is_masthead,
    is_note,
    names_body,
    names_outlet,
    set_off,
)
from dateline.sources.opening.outlet import find_outlet
from dateline.sources.opening.period import read_period
from dateline.sources.opening.ranges import Period
from dateline.sources.opening.signature import find_signature
from dateline.sources.opening.wire import Wire, read_glued, read_wire

_DATE_LINE = re.compile(r"\s{0,20}date:?[ \t]{1,4}", re.I)


class Dateline(msgspec.Struct, frozen=True):
    """What the opening tells. ``body_start``: where the reporting begins, after a dateline on its own line;
    ``masthead_end``: end of the lines above it that are no reporting (0 where there are none). ``period``: the days a
    bulletin covers, both inclusive. ``place``: the city of a wire dateline; ``outlet``: who speaks. ``wire``: whether the
    outlet stands behind the city on the line of the report, in brackets as a rule; false for a masthead, a signature, and
    no outlet."""

    published: date | None = None
    date_span: Span | None = None
    place: Span | None = None
    outlet: Span | None = None
    body_start: int = 0
    masthead_end: int = 0
    period: Period | None = None
    wire: bool = False


def read_dateline(text: str, near: date | None = None) -> Dateline:
    """Read the opening of ``text``. ``near``: about when it was published, for a day without a year. Whatever is not there is
    null; never raises."""
    lines = list(read_lines(text))
    if not lines:
        return Dateline()
    if marked := _date_line(text, lines[0], near):
        return marked
    head = Masthead()
    return _assemble(text, head, _read_head(text, lines, head), near)


def _date_line(text: str, line: Span, near: date | None) -> Dateline | None:
    """ "date 2017-02-11 The group has ...": the rest of the line is an outlet's name, or already the report."""
    m = _DATE_LINE.match(text, line.start, line.end)
    day = day_at(text, m.end(), line.end) if m else None
    if day is None or not text[day.span.end : line.end].strip():
        return None  # nothing behind it: a line of a masthead
    published = publication(text, day, near)
    rest = strip(text, Span(day.span.end, line.end), EDGES).start
    name = Span(rest, line.end)
    if rest == line.end or (text[line.end - 1] not in ".!?" and not is_prose(text, name)):
        return Dateline(
            published, day.span, None, find_outlet(text, name, []), next_line(text, line.end), masthead_end=line.end
        )
    wire = read_wire(text, name)
    place, outlet, body = (wire.place, wire.agency, wire.end) if wire else (None, None, rest)
    return Dateline(published, day.span, place, outlet, body, wire=outlet is not None)


def _read_head(text: str, lines: list[Span], head: Masthead) -> Wire | None:
    """Take what stands above the report into ``head``; the wire dateline that the report begins with."""
    closed = False  # below a headline only the dateline of the story may follow
    for at, line in enumerate(lines):
        after = lines[at + 1 : at + 3]
        wire = read_wire(text, line) or read_glued(text, line)
        if wire is not None and not names_body(text, line, wire, after):
            return wire
        days = find_days(text, line)
        if not closed and is_masthead(text, line, bool(days), head.day is not None, after):
            head.add(text, line, days)
        elif not closed and head.lines and is_note(text, line):
            head.lines.append(line)
        elif is_imprint(text, line) and days:
            head.day = head.day or surest(days)
        elif (apart := set_off(text, line, days)) or is_headline(text, line):
            head.day = head.day or apart
            head.titles.append(line)
            closed = bool(head.lines)
        else:
            break
    return None


def _assemble(text: str, head: Masthead, wire: Wire | None, near: date | None) -> Dateline:
    day = head.day or head.spare or (wire.day if wire else None)
    if day is None:
        head.forget()
        day = find_imprint(text)
    top = head.lines[-1].end if head.lines else 0
    body, place, outlet = next_line(text, top), head.place, head.outlet
    if wire:
        body, place, outlet = wire.end, wire.place, wire.agency or outlet
    elif body >= len(text):
        top, body = 0, next_line(text, 0)  # the whole text: a masthead of nothing
    if wire and wire.day and wire.agency is None and names_outlet(text, line := Span(body, line_end(text, body))):
        outlet = outlet or find_outlet(text, line, [])
        top, body = line.end, next_line(text, line.end)
    published = publication(text, day, near)
    return Dateline(
        published,
        day.span if day else None,
        place,
        outlet or find_signature(text, body),
        body,
        top,
        read_period(text, head.titles, published, day),
        wire is not None and wire.agency is not None,
    )
