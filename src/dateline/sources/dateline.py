"""The opening of an article: when it was published, from where, by whom, and where the reporting begins.

Three shapes are read, each only in the first lines: a line ``date 2017-02-11 ...``, a wire dateline on the line of the
first paragraph ("KABUL, May 3 (Agency) - ..."), and a masthead of short lines ("Weekly Star, Friday 17 June 2022"). A date
inside a sentence is no dateline. Offsets are code points into the article's text, end exclusive.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

import msgspec

from dateline.model.text import Span
from dateline.packs.lexicon import read

Period = tuple[date, date]

_LINES, _HEAD, _LONGEST_LINE = 6, 1_500, 170  # lines and code points read; a longer line is prose
_NAME_WORDS = 6  # words of names in one masthead line of capitals
_YEARS_IN = 200_000  # code points searched for a year
_LABELS_IN = 20_000  # code points searched for further "NAME - " labels
_DASH = r"(?:-{1,3}|[–—])"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_ANY_YEAR = re.compile(r"(?<![\d.,$€£#/-])(?:19|20)\d\d(?![\d%])(?![.,]\d)")
_TAG = re.compile(r"\s{0,3}\[[^\][\n]{0,300}(?:\n[^\][\n]{0,300}){0,3}\]")
_LABEL = re.compile(rf"^[ \t]{{0,4}}[A-Z][A-Z'’ .-]{{1,40}}(?:[ \t]{{1,2}}{_DASH}|:)[ \t]", re.M)
_DATE_LINE = re.compile(r"\s{0,20}date:?[ \t]{1,4}", re.I)
_OPENER = re.compile(rf"[ \t]{{0,8}}(?:[A-Z-]{{3,10}})(?:[ \t]{{0,2}}{_DASH}|:)[ \t]{{1,3}}", re.I)
_NAME_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’./-]{0,30}"
_PLACE = rf"{_NAME_WORD}(?:[ -](?:(?:de|del|la|el|al|of|the|da|do)[ ])?{_NAME_WORD}){{0,4}}"
_AGENCY = re.compile(r"[,\s]{0,3}\((?P<name>[^()\n]{1,80}(?:\n[^()\n]{1,60})?)\)")
_SHORT_AGENCY = re.compile(r"(?<=[a-z], )(?P<name>[A-Z]{2,8})$")  # "Damascus, SANA - "
_BREAK = re.compile(rf"(?:[ \t]{{0,3}}(?P<dash>{_DASH})(?:[ \t]{{1,3}}|\n)|:[ \t]{{1,3}}|[ \t]{{0,3}}(?P<line>\n|$))")
_SEPARATOR = re.compile(rf"[ \t]{{1,3}}{_DASH}[ \t]{{1,3}}|[ \t]?[|;•·][ \t]?|,[ \t]|\.[ \t]|\.$|[()\[\]]|:[ \t]")
_LETTERS = re.compile(r"[^\W\d_][\w'’-]{0,40}")
_EDGES = " \t\r,;:|–—-()[]"


class Dateline(msgspec.Struct, frozen=True):
    """What the opening tells. ``body_start``: where the reporting begins, after a dateline on its own line;
    ``masthead_end``: end of the lines above it that are no reporting (0 where there are none). ``period``: the days a
    bulletin covers, both inclusive. ``place``: the city of a wire dateline; ``outlet``: who speaks."""

    published: date | None = None
    date_span: Span | None = None
    place: Span | None = None
    outlet: Span | None = None
    body_start: int = 0
    masthead_end: int = 0
    period: Period | None = None


class _Words(msgspec.Struct, frozen=True):
    kinds: frozenset[str]
    organisations: frozenset[str]
    links: frozenset[str]
    openers: frozenset[str]
    narrative: frozenset[str]
    periods: tuple[str, ...]


class _File(msgspec.Struct, frozen=True):
    months: dict[str, int]
    weekdays: dict[str, int]
    century_turn: int
    dateline: _Words


class _Found(msgspec.Struct, frozen=True):
    """A date in the opening; ``year`` is null where none is said."""

    span: Span
    day: int
    month: int
    year: int | None


class _Wire(msgspec.Struct, frozen=True):
    """A dateline that stands before the first words of the story."""

    place: Span
    found: _Found | None
    agency: Span | None
    end: int


def read_dateline(text: str) -> Dateline:
    """Read the opening of ``text``. Whatever is not there is null; never raises."""
    lines = list(_lines(text))
    if not lines:
        return Dateline()
    if marked := _date_line(text, lines[0]):
        return marked
    found: _Found | None = None
    outlet: Span | None = None
    period_line: Span | None = None
    masthead: list[Span] = []
    wire: _Wire | None = None
    closed = False  # below a headline only the dateline of the story may follow
    for at, line in enumerate(lines):
        wire = _wire(text, line)
        if wire is not None:
            break
        dates = _dates(text, line)
        label = _period_label().search(text, line.start, line.end)
        near = lines[at + 1 : at + 3]
        if closed or _narrative(text, line) or not _is_masthead(text, line, bool(dates), found is not None, near):
            if not _headline(text, line):
                break
            closed = closed or bool(masthead)
            continue
        masthead.append(line)
        period_line = line if label else period_line
        outside = [d for d in dates if label is None or d.span.end <= label.start()]
        if outside and found is None:
            found = _best(outside)
        outlet = _better(text, outlet, _outlet(text, line, dates))
    return _assemble(text, lines, masthead, found, outlet, period_line, wire)


def _assemble(
    text: str,
    lines: list[Span],
    masthead: list[Span],
    found: _Found | None,
    outlet: Span | None,
    period_line: Span | None,
    wire: _Wire | None,
) -> Dateline:
    if found is None and (wire is None or wire.found is None):
        masthead, outlet = [], None  # names without a date are a headline
    top = masthead[-1].end if masthead else 0
    body = (
        wire.end if wire else next((s.start for s in _lines(text, top, 1)), len(text)) if masthead else lines[0].start
    )
    place = wire.place if wire else None
    if wire and wire.agency:
        outlet = wire.agency
    found = found or (wire.found if wire else None)
    if wire is None and body >= len(text):
        top, body = 0, lines[0].start  # the whole text: a masthead of nothing
    if wire and wire.found and wire.agency is None and _only_masthead(text, body):
        end = _line_end(text, body)
        outlet = outlet or _outlet(text, Span(body, end), [])
        top = end
        body = next((s.start for s in _lines(text, end, 1)), len(text))
    published = _published(text, found)
    period = _period(text, period_line, published) if period_line else None
    return Dateline(published, found.span if found else None, place, outlet, body, top, period)


# --- the three shapes


def _date_line(text: str, line: Span) -> Dateline | None:
    """ "date 2017-02-11 The group has ...": the rest of the line is an outlet's name, or already the report."""
    m = _DATE_LINE.match(text, line.start, line.end)
    if m is None:
        return None
    dates = [d for d in _dates(text, line) if d.span.start == m.end()]
    if not dates:
        return None
    found = dates[0]
    rest = found.span.end
    while rest < line.end and text[rest] in _EDGES:
        rest += 1
    published = _published(text, found)
    name = Span(rest, line.end)
    if rest >= line.end or (text[line.end - 1] not in ".!?" and not _prose(text, name)):
        outlet = _outlet(text, name, []) if rest < line.end else None
        body = next((s.start for s in _lines(text, line.end, 1)), len(text))
        return Dateline(published, found.span, None, outlet, body, line.end)
    wire = _wire(text, name)
    return Dateline(
        published, found.span, wire.place if wire else None, wire.agency if wire else None, wire.end if wire else rest
    )


def _wire(text: str, line: Span) -> _Wire | None:
    start = line.start
    opener = _OPENER.match(text, start, line.end)
    if opener and _word(opener[0].strip(" \t:-–—")) in _words().dateline.openers:
        start = opener.end()
    head = min(len(text), start + 300)
    m = _wire_pattern().match(text, start, head)
    if m is None or _word(m["place"].split()[0]) in _words().dateline.narrative:
        return None
    end, place = m.end(), Span(*m.span("place"))
    sep = re.compile(r"[, \t]{1,3}").match(text, end, head)
    found = _date_at(text, sep.end(), head) if sep else None
    if found is not None:
        end = found.span.end
    elif sep and (none := re.compile(r"no date", re.I).match(text, sep.end(), head)):
        end = none.end()
    agency = _AGENCY.match(text, end, head)
    brk = _BREAK.match(text, agency.end() if agency else end, head + 8)
    if brk is None or (brk["line"] is not None and not (agency and found)):
        return None
    name = Span(agency.start("name"), agency.end("name")) if agency else None
    if name is None and found is None and brk["dash"] and (short := _SHORT_AGENCY.search(m[0])):
        name = Span(start + short.start("name"), start + short.end("name"))
    if name and not _LETTERS.search(text, name.start, name.end):
        name = None
    if not (found or name) and not _place_alone(text, m, brk):
        return None
    if found and brk["dash"] is None and brk["line"] is None and agency is None and not m["place"].isupper():
        return None
    end = brk.end()
    while tag := _TAG.match(text, end, min(len(text), end + 1_400)):
        end = tag.end()
    while end < len(text) and text[end].isspace():
        end += 1
    return _Wire(place, found, name, end)


def _place_alone(text: str, m: re.Match[str], brk: re.Match[str]) -> bool:
    """ "PORT-AU-PRINCE — Before ..." is a dateline; "KUNDUZ - ... GHAZNI - ..." are the items of a bulletin."""
    place = m["place"]
    if (
        not place.isupper()
        or len(place) < 3
        or brk["line"] is not None
        or _said(text, Span(*m.span("place"))) & _not_places()
    ):
        return False
    return len(_LABEL.findall(text[:_LABELS_IN])) < 2


def _is_masthead(text: str, line: Span, dated: bool, seen: bool, after: list[Span]) -> bool:
    """Whether a line is names, dates and kinds of publication only. Without a date it must stand by one that has."""
    if line.end - line.start > _LONGEST_LINE or _prose(text, line):
        return False
    if dated or _period_label().search(text, line.start, line.end):
        return True
    said = {_word(w) for w in _LETTERS.findall(text[line.start : line.end])}
    w = _words().dateline
    if seen:  # below the date: only the kind of publication or the name of an organisation
        return bool(said & (w.kinds | w.organisations)) and not text[line.start : line.end].isupper()
    return any(_dates(text, s) and not _narrative(text, s) and not _prose(text, s) for s in after)


def _headline(text: str, line: Span) -> bool:
    return line.end - line.start <= _LONGEST_LINE and text[line.end - 1] not in ".!?:"


def _only_masthead(text: str, start: int) -> bool:
    """After "TOCOA (Honduras), 13 July 2021 - ": a line that names the outlet and nothing else."""
    line = Span(start, _line_end(text, start))
    said = text[start : line.end].rstrip()
    below = _line_end(text, line.end + 1)
    if len(said) > 100 or said.isupper() or said[-1:] in ".!?" or _prose(text, line):
        return False
    return not text[line.end : below].strip() and bool(text[below : below + _HEAD].strip())


def _narrative(text: str, line: Span) -> bool:
    first = _LETTERS.match(text, line.start, line.end)
    return first is not None and _word(first[0]) in _words().dateline.narrative


def _prose(text: str, line: Span) -> bool:
    """Whether a line has lower-case words beyond the small words, months and kinds of publication of a masthead."""
    f = _words()
    w = f.dateline
    known = w.kinds | w.organisations | w.links | f.months.keys() | f.weekdays.keys()
    letters = [x for x in _LETTERS.findall(text[line.start : line.end]) if _word(x) not in known]
    low = sum(x[0].islower() for x in letters)
    shouted = text[line.start : line.end].isupper() and len(letters) > _NAME_WORDS
    return shouted or low > (1 if low < len(letters) else 0)


# --- names


def _outlet(text: str, line: Span, dates: Iterable[_Found]) -> Span | None:
    """The piece of a masthead line that names who speaks: an organisation's or an outlet's name before any other."""
    cut = [(d.span.start, d.span.end) for d in dates]
    cut += [m.span() for m in _SEPARATOR.finditer(text, line.start, line.end)]
    cut += [(m.start(), line.end) for m in [_period_label().search(text, line.start, line.end)] if m]
    pieces = [p for p in _between(text, line, sorted(cut)) if _named(text, p)]
    w = _words().dateline
    best = [p for p in pieces if _said(text, p) & w.organisations]
    return best[0] if best else next((p for p in pieces if text[p.start : p.end].count(" ") < 5), None)


def _between(text: str, line: Span, cuts: list[tuple[int, int]]) -> Iterator[Span]:
    at = line.start
    for start, end in [*cuts, (line.end, line.end)]:
        a, b = at, max(at, start)
        while a < b and text[a] in _EDGES:
            a += 1
        while a < b and text[b - 1] in _EDGES:
            b -= 1
        if a < b:
            yield Span(a, b)
        at = max(at, end)


def _named(text: str, piece: Span) -> bool:
    """A name: begins with a capital and is more than kinds of publication, months and weekdays."""
    f = _words()
    known = f.dateline.kinds | f.dateline.links | f.months.keys() | f.weekdays.keys()
    words = _LETTERS.findall(text[piece.start : piece.end])
    return (
        bool(words)
        and any(w[0].isupper() or not w[0].islower() for w in words)
        and any(_word(w) not in known for w in words)
        and not words[0][0].islower()
    )


def _better(text: str, old: Span | None, new: Span | None) -> Span | None:
    organisations = _words().dateline.organisations
    if old is None or new is None:
        return old or new
    return new if _said(text, new) & organisations and not _said(text, old) & organisations else old


def _said(text: str, span: Span) -> set[str]:
    return {_word(w) for w in _LETTERS.findall(text[span.start : span.end])}


def _word(w: str) -> str:
    return w.casefold().strip(".'’-")


# --- dates


def _dates(text: str, line: Span) -> list[_Found]:
    out: list[_Found] = []
    for m in _date_pattern().finditer(text, line.start, min(line.end, line.start + 400)):
        if (found := _found(m)) is not None:
            out.append(found)
    return out


def _date_at(text: str, start: int, end: int) -> _Found | None:
    m = _date_pattern().match(text, start, end)
    return _found(m) if m else None


def _found(m: re.Match[str]) -> _Found | None:
    f = _words()
    if m["iso"]:
        year, month, day = (int(x) for x in m["iso"].split("-"))
    elif m["numeric"]:
        day, month, year = (int(x) for x in re.split("[/.]", m["numeric"]))
        if month > 12:
            day, month = month, day
    else:
        day = int(m["d1"] or m["d2"])
        month = f.months[(m["m1"] or m["m2"]).casefold().rstrip(".")]
        said = m["y1"] or m["y2"]
        year = int(said) if said else 0
        if said and year < 100:
            year += 2000 if year < f.century_turn else 1900
    if _make(year or 2000, month, day) is None:
        return None
    return _Found(Span(m.start(), m.end()), day, month, year or None)


def _best(dates: list[_Found]) -> _Found:
    return next((d for d in dates if d.year is not None), dates[0])


def _published(text: str, found: _Found | None) -> date | None:
    """The date found; without a year, in the latest year named in the text, else unknown."""
    if found is None:
        return None
    if found.year is not None:
        return _make(found.year, found.month, found.day)
    years = [int(m[0]) for m in _ANY_YEAR.finditer(text, 0, min(len(text), _YEARS_IN))]
    return _make(max(years), found.month, found.day) if years else None


def _period(text: str, line: Span, published: date | None) -> Period | None:
    """ "Reporting period: 8-14 November", "period: 28 May - 3 June", "week of 3 May": the days covered."""
    m = _period_label().search(text, line.start, line.end)
    if m is None:
        return None
    rest = text[m.end() : min(line.end, m.end() + 80)]
    if r := _range_pattern().match(rest):
        after, before = r["m4"] or r["m2"] or r["m3"], r["m1"] or r["m3"] or r["m4"]
        if not (after and before):
            return None
        months = _words().months
        month_to, month = (months[m.casefold().rstrip(".")] for m in (after, before))
        said = int(r["y"]) if r["y"] else None
        last = _latest(said, month_to, int(r["d2"]), published)
        first = _make(last.year - (month > month_to), month, int(r["d1"])) if last else None
        return (first, last) if first and last and first <= last else None
    one = _date_at(rest, 0, len(rest))
    if one is not None and "week" in m[0].casefold():
        first = _latest(one.year, one.month, one.day, published)
        return (first, first + timedelta(days=6)) if first and first.year < 9999 else None
    return None


def _latest(year: int | None, month: int, day: int, published: date | None) -> date | None:
    if year is not None or published is None:
        return _make(year, month, day) if year is not None else None
    same = _make(published.year, month, day)
    return same if same and same <= published else _make(published.year - 1, month, day)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- lines and patterns


def _lines(text: str, start: int = 0, most: int = _LINES) -> Iterator[Span]:
    """The first non-empty lines of ``text`` from ``start``, without the white space at their edges."""
    at, limit, count = start, min(len(text), start + _HEAD), 0
    while at < limit and count < most:
        end = _line_end(text, at)
        a, b = at, min(end, limit)
        while a < b and text[a].isspace():
            a += 1
        while a < b and text[b - 1].isspace():
            b -= 1
        if a < b:
            yield Span(a, b)
            count += 1
        at = end + 1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


@cache
def _words() -> _File:
    return read("lang/en/times.yml", _File)


@cache
def _not_places() -> frozenset[str]:
    w = _words().dateline
    return w.kinds | w.openers


@cache
def _month() -> str:
    return "(?:" + "|".join(sorted(_words().months, key=len, reverse=True)) + r")(?![^\W\d_])\.?"


@cache
def _wire_pattern() -> re.Pattern[str]:
    """City, and the region or country after it: "EL OBEID, Sudan", "TOCOA (Honduras)"."""
    return re.compile(
        rf"(?P<place>{_PLACE})"
        rf"(?:,[ \t]{{1,2}}(?!\d|no date|(?i:{_month()})[ \t]){_PLACE}|[ \t]\([^()\d\n]{{1,40}}\)(?=,)){{0,2}}"
    )


@cache
def _date_pattern() -> re.Pattern[str]:
    month, weekdays = _month(), "|".join(_words().weekdays)
    year = r"(?:19|20)\d\d|\d\d(?=[ \t]{1,2}[(\[–—-])"  # "3 JAN 90 (AGENCY)"
    return re.compile(
        rf"(?<![\w/.-])(?:(?:{weekdays}),?[ \t]{{1,3}})?(?:"
        r"(?P<iso>\d{4}-\d\d-\d\d)(?!\d)"
        r"|(?P<numeric>\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)\d{4})(?!\d)"
        rf"|(?P<d1>{_D})(?:st|nd|rd|th)?[ \t]{{1,3}}(?:of[ \t])?(?P<m1>{month})"
        rf"(?:,?[ \t]{{1,3}}(?P<y1>{year})(?!\d))?"
        rf"|(?P<m2>{month})[ \t]{{1,3}}(?P<d2>{_D})(?:st|nd|rd|th)?(?!\d)(?:,?[ \t]{{1,3}}(?P<y2>{year})(?!\d))?"
        r")",
        re.I,
    )


@cache
def _range_pattern() -> re.Pattern[str]:
    month, join = _month(), r"[ \t]{0,2}(?:-|–|—|to|until|through)[ \t]{0,2}"
    return re.compile(
        rf"(?:(?P<m3>{month})[ \t]{{1,3}})?(?P<d1>{_D})(?:[ \t]{{1,3}}(?P<m1>{month}))?(?:,?[ \t](?:19|20)\d\d)?{join}"
        rf"(?:(?P<m2>{month})[ \t]{{1,3}})?(?P<d2>{_D})(?:[ \t]{{1,3}}(?P<m4>{month}))?(?:,?[ \t](?P<y>(?:19|20)\d\d))?",
        re.I,
    )


@cache
def _period_label() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, _words().dateline.periods), key=len, reverse=True))
    return re.compile(rf"\b(?:{labels})(?::|[ \t](?=\d|[A-Z][a-z]{{2,8}}[ \t]\d))[ \t]{{0,3}}", re.I)
