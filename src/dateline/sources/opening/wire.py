"""A wire dateline, on the line of the first paragraph: "KABUL, May 3 (Agency) - ...", or the day alone: "May 3 (Agency) - ..."."""

import re
from functools import cache

import msgspec

from dateline.model.text import Span
from dateline.packs.openings import calendar, openings
from dateline.sources.opening.city import NAME, is_country
from dateline.sources.opening.days import Day, day_at, find_days, months
from dateline.sources.opening.lines import DASH, WORD, fold, is_prose, said, words
from dateline.sources.opening.outlet import plain_name

_READ, _TAGS = 300, 1_400  # code points of a dateline, and of the tags behind it
_LABELS_IN = 20_000  # code points searched for further "NAME - " labels
_LABEL = re.compile(rf"^[ \t]{{0,4}}[A-Z][A-Z'’ .-]{{1,40}}(?:[ \t]{{1,2}}{DASH}|:)[ \t]", re.M)
_OPENER = re.compile(rf"[ \t]{{0,8}}(?:[A-Z-]{{3,10}})(?:[ \t]{{0,2}}{DASH}|:)[ \t]{{1,3}}", re.I)
_BEFORE_DAY = re.compile(rf"[, \t]{{1,3}}(?:{DASH}[ \t](?=\d))?")
_DASHED_AGENCY = re.compile(
    rf"[ \t]{{0,2}}{DASH}[ \t](?P<name>[A-Z][\w&’' -]{{1,40}}?)(?=\.[ \t]|[ \t]{DASH}[ \t])"
)  # "Baghdad – 14.02.2024 – Wire. "
_AGENCY = re.compile(r"[.,]?[,\s]{0,3}\((?P<name>[^()\n]{1,80}(?:\n[^()\n]{1,60})?)\)")
_SLASHED_AGENCY = re.compile(r"[.,]?[ \t]{1,2}/(?P<name>[^/\n]{2,60})/")  # "MOSCOW, May 3. /TASS/. "
_SHORT_AGENCY = re.compile(r"(?<=[a-z], )(?P<name>[A-Z]{2,8})$")  # "Damascus, SANA - "
_BREAK = re.compile(
    rf"(?:[ \t]{{0,3}}(?P<dash>{DASH})(?:[ \t]{{1,3}}|\n)|:[ \t]{{1,3}}|[ \t]{{0,3}}(?P<line>\n|$)"
    rf"|(?P<stop>\.(?:{DASH})?[ \t]{{0,3}}\n|\.[ \t]{{0,1}}(?:{DASH})?[ \t]{{1,3}}|[ \t]{{0,3}}/[ \t]{{1,3}})"
    r"|(?P<run>[ \t]{1,3}(?=[A-Z\"“‘])))"  # "Bamako, 3 May 2021 (AMAP) Two men ..."
)
_LINE_START = re.compile(r"\n\s{0,4}[\[•*-]?[ \t]?(?=\S)")
_IN_BRACKETS = re.compile(
    r"[(\[](?P<name>[^()\[\]\n,]{2,60}),[ \t]{1,2}"
)  # "(Sudan Voices, 12 April 2025) Two men ..."
_DAY_BREAK = re.compile(rf"\]?(?:[ \t]{{0,3}}{DASH}[ \t]{{1,3}}|:[ \t]{{1,3}}|(?<=\])[ \t]{{1,3}})")
_TAG = re.compile(r"\s{0,3}\[[^\][\n]{0,300}(?:\n[^\][\n]{0,300}){0,3}\]")


class Wire(msgspec.Struct, frozen=True):
    """``agency`` is never the country in brackets. ``end``: where the first words of the story begin."""

    place: Span | None
    day: Day | None
    agency: Span | None
    end: int


class _Shape(msgspec.Struct, frozen=True):
    """The parts of what looks like a dateline. ``city``: with the region or country behind it; ``stop``: what ends it."""

    place: Span
    city: Span
    day: Day | None
    agency: Span | None
    stop: re.Match[str]

    @property
    def dashed(self) -> bool:
        return self.stop["dash"] is not None

    @property
    def ends_line(self) -> bool:
        return self.stop["line"] is not None


def read_wire(text: str, line: Span) -> Wire | None:
    """The dateline that ``line`` begins with."""
    shape = _shape(text, line)
    if shape is None:
        return _day_first(text, line)
    if shape.day and shape.agency is None and not _dates_story(text, line, shape):
        return None
    name = plain_name(text, shape.agency) if shape.agency else None
    if country := name is not None and is_country(text[name.start : name.end]):
        if shape.day is None and find_days(text, line) and not is_prose(text, line):
            return None  # "ATAQ (Yemen) - Al-Sahil Press - 17 August 2022"
        name = None
    name = name or _short_agency(text, shape)
    if name and (
        not WORD.search(text, name.start, name.end) or text[name.start : name.end].casefold() in calendar().weekdays
    ):
        name = None
    if not (shape.day or name or (country and shape.dashed)) and not _place_alone(text, shape):
        return None
    return Wire(shape.place, shape.day, name, _behind_tags(text, shape.stop.end()))


_GLUE = re.compile(r"(?<=[a-z\d.!?'’”\"])(?=[A-Z]{3})")


def read_glued(text: str, line: Span) -> Wire | None:
    """The dateline that a title runs into: "Seven killed in PeshawarPESHAWAR, May 3 (Agency) - ...". Only one with a day and an agency."""
    for m in _GLUE.finditer(text, line.start + 1, min(line.end, line.start + _READ)):
        wire = read_wire(text, Span(m.start(), line.end))
        if wire is not None and wire.day is not None and wire.agency is not None:
            return wire
    return None


def _shape(text: str, line: Span) -> _Shape | None:
    start = _behind_opener(text, line)
    head = min(len(text), start + _READ)
    m = _city().match(text, start, head)
    if m is None or fold(m["place"].split()[0]) in openings().masthead.narrative:
        return None
    day, agency, end = _day_and_agency(text, m.end(), head)
    stop = _BREAK.match(text, end, head + 8)
    if stop is None or (any(stop[k] is not None for k in ("line", "stop", "run")) and not (agency and day)):
        return None
    return _Shape(Span(*m.span("place")), Span(*m.span()), day, agency, stop)


def _day_and_agency(text: str, start: int, head: int) -> tuple[Day | None, Span | None, int]:
    """The day and the agency behind a city, in either order, and where they end: "(SNTV) 12 June 2025", "(12 June 2025)"."""
    gap = _BEFORE_DAY.match(text, start, head)
    day = day_at(text, gap.end(), head) if gap else None
    end = day.span.end if day else start
    m = _AGENCY.match(text, end, head)
    if m is None and day:
        m = _SLASHED_AGENCY.match(text, end, head) or _DASHED_AGENCY.match(text, end, head)
    if m is None:
        return day, None, end
    agency, end = Span(*m.span("name")), m.end()
    if text[: agency.end].endswith(" time"):  # "(Beirut time)"
        return day, None, end
    if day is None:
        if (inside := day_at(text, agency.start, agency.end)) and inside.span.end == agency.end:
            return inside, None, end
        gap = _BEFORE_DAY.match(text, end, head)
        day = day_at(text, gap.end(), head) if gap else None
        end = day.span.end if day else end
    return day, agency, end


def _day_first(text: str, line: Span) -> Wire | None:
    """ "May 3 (Agency) - Two men ...", "[3 May 2021] Two men ...": a day and no city. A chronicle, whose other lines begin with a
    day as well, has no such dateline."""
    head = min(len(text), line.start + _READ)
    if m := _IN_BRACKETS.match(text, line.start, head):
        day = day_at(text, m.end(), head)
        if day and text[day.span.end : day.span.end + 1] in (")", "]") and is_prose(text, Span(day.span.end, line.end)):
            return Wire(None, day, plain_name(text, Span(*m.span("name"))), _behind_tags(text, day.span.end + 1))
    day = day_at(text, line.start + (text[line.start] == "["), head)
    if day is None:
        return None
    agency = _AGENCY.match(text, day.span.end, head)
    stop = _DAY_BREAK.match(text, agency.end() if agency else day.span.end, head)
    if stop is None or not is_prose(text, Span(stop.end(), line.end)) or _is_chronicle(text, line):
        return None
    name = plain_name(text, Span(*agency.span("name"))) if agency else None
    return Wire(None, day, name, _behind_tags(text, stop.end()))


def _is_chronicle(text: str, line: Span) -> bool:
    lines = (m.end() for m in _LINE_START.finditer(text, line.end, line.end + _LABELS_IN))
    return any(day_at(text, start, start + _READ) for start in lines)


def _behind_opener(text: str, line: Span) -> int:
    """Where the place may begin, behind "FLASH - "."""
    m = _OPENER.match(text, line.start, line.end)
    return m.end() if m and fold(m[0].strip(" \t:-–—")) in openings().wire.openers else line.start


def _dates_story(text: str, line: Span, shape: _Shape) -> bool:
    """Whether a day without an agency is a dateline's: "GAO, 3 May 2021 - Two men ...", no newspaper and no sentence."""
    if _newspaper(text, shape.place, Span(shape.stop.end(), line.end)):
        return False
    return shape.dashed or shape.ends_line or text[shape.place.start : shape.place.end].isupper()


def _newspaper(text: str, place: Span, rest: Span) -> bool:
    """Whether what stands before a date is a newspaper's name: "The Evening Post, 3 May 2021 - FILM"."""
    name, behind, listed = [fold(w) for w in words(text, place)], said(text, rest), openings()
    organisations = listed.outlet.organisations
    if len(name) < 2 or not behind or is_prose(text, rest) or behind & organisations:
        return False
    if name[-1] in organisations:
        return True
    return not (listed.wire.newspapers | organisations).isdisjoint(name) and (
        behind <= listed.wire.sections | listed.masthead.links
    )


def _short_agency(text: str, shape: _Shape) -> Span | None:
    """The agency behind a city in "Damascus, SANA - "."""
    if shape.day or not shape.dashed:
        return None
    m = _SHORT_AGENCY.search(text[shape.city.start : shape.city.end])
    return Span(shape.city.start + m.start("name"), shape.city.start + m.end("name")) if m else None


def _place_alone(text: str, shape: _Shape) -> bool:
    """ "PORT-AU-PRINCE — Before ..." is a dateline; "KUNDUZ - ... GHAZNI - ..." are the items of a bulletin."""
    place, listed = text[shape.place.start : shape.place.end], openings()
    if not place.isupper() or len(place) < 3 or shape.ends_line:
        return False
    names = said(text, shape.place)
    if names & (listed.masthead.kinds | listed.wire.openers) or names <= listed.wire.sections:  # "ANALYSIS: ..."
        return False
    return len(_LABEL.findall(text[:_LABELS_IN])) < 2


def _behind_tags(text: str, end: int) -> int:
    """Where the words begin behind tags such as "[TEXT]"."""
    while tag := _TAG.match(text, end, min(len(text), end + _TAGS)):
        end = tag.end()
    while end < len(text) and text[end].isspace():
        end += 1
    return end


@cache
def _city() -> re.Pattern[str]:
    """City, and the region or country after it: "EL OBEID, Sudan", "TOCOA (Honduras)", "TUZLA, Bosnia and Herzegovina"."""
    return re.compile(
        rf"(?P<place>{NAME})(?:,[ \t]{{1,2}}(?!\d|(?i:{months()})[ \t]){NAME}(?:[ ](?:and|&)[ ]{NAME})?|[ \t]\([^()\d\n]{{1,40}}\)(?=,)){{0,2}}"
    )
