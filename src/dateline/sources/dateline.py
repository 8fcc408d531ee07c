"""The opening of an article: when it was published, from where, by whom, and where the reporting begins.

Three shapes are read, each only in the first lines: a line ``date 2017-02-11 ...``, a wire dateline on the line of the
first paragraph ("KABUL, May 3 (Agency) - ..."), and a masthead of short lines ("Weekly Star, Friday 17 June 2022"). A date
inside a sentence is no dateline. A statement that names nobody at the top is signed at its end ("General Command of the
Northern Front"). Offsets are code points into the article's text, end exclusive.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

import msgspec

from dateline.model.text import Span
from dateline.packs.countries import load_countries
from dateline.packs.lexicon import read

Period = tuple[date, date]

_LINES, _HEAD, _LONGEST_LINE = 6, 1_500, 170  # lines and code points read; a longer line is prose
_NAME_WORDS = 6  # words of names in one masthead line of capitals
_YEARS_IN = 200_000  # code points searched for a year
_LABELS_IN = 20_000  # code points searched for further "NAME - " labels
_TAIL, _CLOSING_LINES = 4_000, 5  # code points and lines read from the end for a signature
_LONGEST_SIGNATURE, _SIGNATURE_WORDS = 100, 14
_DASH = r"(?:-{1,3}|[–—])"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_ANY_YEAR = re.compile(r"(?<![\d.,$€£#/-])(?:19|20)\d\d(?![\d%])(?![.,]\d)")
_TAG = re.compile(r"\s{0,3}\[[^\][\n]{0,300}(?:\n[^\][\n]{0,300}){0,3}\]")
_LABEL = re.compile(rf"^[ \t]{{0,4}}[A-Z][A-Z'’ .-]{{1,40}}(?:[ \t]{{1,2}}{_DASH}|:)[ \t]", re.M)
_DATE_LINE = re.compile(r"\s{0,20}date:?[ \t]{1,4}", re.I)
_OPENER = re.compile(rf"[ \t]{{0,8}}(?:[A-Z-]{{3,10}})(?:[ \t]{{0,2}}{_DASH}|:)[ \t]{{1,3}}", re.I)
_NAME_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’./-]{0,30}"
_PLACE = rf"{_NAME_WORD}(?:[ -](?:(?:de|del|la|el|al|of|the|da|do)[ ])?{_NAME_WORD}){{0,4}}"
_AGENCY = re.compile(r"[.,]?[,\s]{0,3}\((?P<name>[^()\n]{1,80}(?:\n[^()\n]{1,60})?)\)")
_SLASHED_AGENCY = re.compile(r"[.,]?[ \t]{1,2}/(?P<name>[^/\n]{2,60})/")  # "MOSCOW, May 3. /TASS/. "
_SHORT_AGENCY = re.compile(r"(?<=[a-z], )(?P<name>[A-Z]{2,8})$")  # "Damascus, SANA - "
_BREAK = re.compile(
    rf"(?:[ \t]{{0,3}}(?P<dash>{_DASH})(?:[ \t]{{1,3}}|\n)|:[ \t]{{1,3}}|[ \t]{{0,3}}(?P<line>\n|$)"
    rf"|(?P<stop>\.(?:{_DASH})?[ \t]{{0,3}}\n|\.[ \t]{{0,1}}(?:{_DASH})?[ \t]{{1,3}}|[ \t]{{0,3}}/[ \t]{{1,3}}))"
)
_SEPARATOR = re.compile(
    rf"[ \t]{{1,3}}{_DASH}[ \t]{{1,3}}|[ \t]?[|;•·][ \t]?|,[ \t]|\.[ \t]|\.$|[()\[\]]|:[ \t]|[ \t]?@\w{{1,40}}"
)
_LETTERS = re.compile(r"(?<![@\w])[^\W\d_][\w'’-]{0,40}")  # a word; a handle (@name) is none
_ISSUED_BY = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|press release|announcement|message)"
    r"(?:[ \t](?:no\.?[ \t]?)?\d{1,4})?(?:[ \t]issued)?[ \t](?:by|from|of)[ \t](?:the[ \t])?",
    re.I,
)
_IN_BRACKETS = re.compile(r"[ \t]\((?P<name>[^()\d\n]{1,40})\)")
_SIGNED = re.compile(
    r"(?:[-–—•*][ \t]{0,2})?(?:(?:signed|issued)(?:[ \t](?:by|for))?(?:[ \t]?:)?[ \t]{1,3})?"
    r"(?:(?:for|on behalf of)[ \t])?",
    re.I,
)
_CONTACT = re.compile(r"@\w|https?:|www\.|t\.me/|\btel\b|\bphone\b", re.I)
_BULLET = re.compile(r"[-–—•*·]|\d{1,3}[.)/]")
_LAST_HOURS = re.compile(
    r"\b(?:last|past|previous|preceding)[ \t](?:(?P<hours>24|48|72)[ -]?(?:hours|hrs|h)\b|(?P<week>week|seven days|7 days)\b)",
    re.I,
)
_DAYS_END = re.compile(r"[ \t]{0,2}(?:$|[,;:.(){}|\]\n–—-])|[ \t]in\b")  # behind the days that a title tells
# Words of mastheads beyond those of the time words.
_TITLES = frozenset(
    "statement communique communiqué release press declaration announcement message clarification appeal".split()
)
_OF_TITLES = frozenset("public opinion people nation immediate military joint official political important war".split())
_NOTES = frozenset("note notes snapshot thread live overview roundup".split())
_OF_NOTES = frozenset(
    """protection security incident incidents events developments situation humanitarian field over last past previous
    hours days recorded documented""".split()
)
_ADDRESSES = (["to", "the"], ["to", "our"], ["to", "all"], ["to", "whom"])  # "TO OUR PEOPLE"
_SECTIONS = frozenset(
    """film films book books opinion sport sports business obituary obituaries world politics culture analysis feature
    features comment editorial letters music theatre television arts travel economy science national international""".split()
)
_TITLE_CUES = frozenset("the evening morning sunday saturday daily weekly".split())  # of a newspaper's name
_BYLINES = frozenset("by our staff".split())
_FEEDS = frozenset("live thread".split())  # behind a name in any case; the next in lower case only
_MEDIA = frozenset("magazine newspaper blog website online".split())
_PARTS = frozenset("section office division department directorate branch correspondent".split())  # of a body
_SIGNERS = frozenset(
    """command commands front fronts committee council ministry office centre center staff brigade brigades battalion
    battalions bureau headquarters movement party union army force forces secretariat directorate network organisation
    organization association commission leadership presidency federation confederation coalition alliance authority
    government guard militia department division section unit agency mission spokesman spokesperson""".split()
)
_IN_SIGNATURE = frozenset("the of for and de del la du des al el y et da do".split())
_BEHIND_SIGNER = frozenset("of for in de del du des da do".split())
_ENDS = frozenset(("", "end", "ends", "30", "fin", "message ends"))
_EDGES = " \t\r,;:|–—-()[]"


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
    """A dateline that stands before the first words of the story. ``agency`` is never the country in brackets."""

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
    head = _Head()
    closed = False  # below a headline only the dateline of the story may follow
    for at, line in enumerate(lines):
        near = lines[at + 1 : at + 3]
        head.wire = _wire(text, line)
        if head.wire is not None and not _names_body(text, line, head.wire, near):
            break
        head.wire = None
        dates = _dates(text, line)
        if closed or not _is_masthead(text, line, bool(dates), head.found is not None, near):
            if head.masthead and not closed and _bracketed(text, line):
                head.masthead.append(line)
                continue
            if not _headline(text, line):
                break
            head.titles.append(line)
            closed = closed or bool(head.masthead)
            continue
        head.add(text, line, dates)
    return _assemble(text, lines, head)


class _Head:
    """What the lines above the report have told so far. ``spare``: a date that only tells the days covered."""

    def __init__(self) -> None:
        self.found: _Found | None = None
        self.spare: _Found | None = None
        self.outlet: Span | None = None
        self.place: Span | None = None
        self.masthead: list[Span] = []
        self.titles: list[Span] = []
        self.wire: _Wire | None = None

    def add(self, text: str, line: Span, dates: list[_Found]) -> None:
        """Take in a line of the masthead."""
        self.masthead.append(line)
        self.titles.append(line)
        label = _period_label().search(text, line.start, line.end)
        days = _covered_day(text, line)
        said = [d for d in dates if label is None or d.span.end <= label.start()]
        ranges = (
            [r.span() for r in _range_pattern().finditer(text, line.start, line.end)]
            if _title_pattern().match(text, line.start, line.end)
            else []
        )
        outside = [
            d for d in said
            if (days is None or d.span != days.span) and not any(a < d.span.end and d.span.start < b for a, b in ranges)
        ]  # fmt: skip
        if outside and self.found is None:
            self.found = _best(outside)
        self.spare = self.spare or (_best(said) if said else None)
        self.outlet = _better(text, self.outlet, _outlet(text, line, dates))
        if self.place is None and (place := _placed(text, line)):
            self.place = Span(*place.span("place"))


def _assemble(text: str, lines: list[Span], head: _Head) -> Dateline:
    wire, masthead, outlet = head.wire, head.masthead, head.outlet
    found = head.found or head.spare
    if found is None and (wire is None or wire.found is None):
        masthead, outlet = [], None  # names without a date are a headline
    top = masthead[-1].end if masthead else 0
    body = (
        wire.end if wire else next((s.start for s in _lines(text, top, 1)), len(text)) if masthead else lines[0].start
    )
    place = wire.place if wire else head.place if masthead else None
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
    outlet = outlet or _signature(text, body)
    published = _published(text, found)
    period = _period(text, head.titles, published, found)
    wired = wire is not None and wire.agency is not None
    return Dateline(published, found.span if found else None, place, outlet, body, top, period, wired)


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
    place, outlet, body = (wire.place, wire.agency, wire.end) if wire else (None, None, rest)
    return Dateline(published, found.span, place, outlet, body, wire=outlet is not None)


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
    agency = _AGENCY.match(text, end, head) or (_SLASHED_AGENCY.match(text, end, head) if found else None)
    brk = _BREAK.match(text, agency.end() if agency else end, head + 8)
    if brk is None or ((brk["line"] is not None or brk["stop"]) and not (agency and found)):
        return None
    if found and agency is None and _newspaper(text, place, Span(brk.end(), line.end)):
        return None
    name = _plain_name(text, Span(agency.start("name"), agency.end("name"))) if agency else None
    region = name is not None and _is_country(text[name.start : name.end])
    if region and found is None and _dates(text, line) and not _prose(text, line):
        return None  # "ATAQ (Yemen) - Al-Sahil Press - 17 August 2022"
    if region:
        name = None
    if name is None and found is None and brk["dash"] and (short := _SHORT_AGENCY.search(m[0])):
        name = Span(start + short.start("name"), start + short.end("name"))
    if name and not _LETTERS.search(text, name.start, name.end):
        name = None
    if not (found or name or (region and brk["dash"])) and not _place_alone(text, m, brk):
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
        or _said(text, Span(*m.span("place"))) <= _SECTIONS  # "ANALYSIS: ..."
    ):
        return False
    return len(_LABEL.findall(text[:_LABELS_IN])) < 2


def _newspaper(text: str, place: Span, rest: Span) -> bool:
    """Whether what stands before a date is a newspaper's name: "The Evening Post, 3 May 2021 - FILM"."""
    name = [_word(w) for w in _LETTERS.findall(text[place.start : place.end])]
    behind = _said(text, rest)
    w = _words().dateline
    if len(name) < 2 or not behind or _prose(text, rest) or behind & w.organisations:
        return False
    return name[-1] in w.organisations or (
        bool(set(name) & (_TITLE_CUES | w.organisations)) and behind <= _SECTIONS | w.links
    )


def _names_body(text: str, line: Span, wire: _Wire, near: list[Span]) -> bool:
    """ "REPUBLIC OF MALI - Ministry of Justice" above a date: two names of a masthead, no city and its story."""
    if wire.found or wire.agency:
        return False
    rest = Span(min(wire.end, line.end), line.end)
    bodies = _words().dateline.organisations | _SIGNERS
    known = bodies | _words().dateline.links | _words().dateline.kinds
    if any(w.islower() and w not in known for w in _LETTERS.findall(text[rest.start : rest.end])):
        return False  # "BEIRUT - Army Command denies report"
    return bool(_said(text, rest) & bodies) and _is_masthead(text, line, False, False, near)


def _placed(text: str, line: Span) -> re.Match[str] | None:
    """ "ATAQ (Yemen) - " at the head of a masthead: a city and its country."""
    m = re.compile(rf"(?P<place>{_PLACE})").match(text, line.start, min(line.end, line.start + 120))
    behind = _IN_BRACKETS.match(text, m.end(), line.end) if m else None
    return m if behind and _is_country(behind["name"]) else None


def _is_country(name: str) -> bool:
    words = " ".join(name.split())
    found = load_countries()
    return any(found.by_name(w) for w in (words, words.title()))


def _bracketed(text: str, line: Span) -> bool:
    """ "[Translated from the Arabic]": a note of the desk on a line of its own."""
    return text[line.start] == "[" and text[line.end - 1] == "]" and line.end - line.start <= _LONGEST_LINE


def _is_masthead(text: str, line: Span, dated: bool, seen: bool, after: list[Span]) -> bool:
    """Whether a line is names, dates and kinds of publication only. Without a date it must stand by one that has."""
    if line.end - line.start > _LONGEST_LINE or _narrative(text, line) or _prose(text, line):
        return False
    if dated or _period_label().search(text, line.start, line.end):
        return True
    said = {_word(w) for w in _LETTERS.findall(text[line.start : line.end])}
    w = _words().dateline
    if seen:  # below the date: only the kind of publication or the name of an organisation
        return bool(said & (w.kinds | w.organisations | _NOTES)) and not text[line.start : line.end].isupper()
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
    known = w.kinds | w.organisations | w.links | f.months.keys() | f.weekdays.keys() | _NOTES | _OF_NOTES
    letters = [x for x in _LETTERS.findall(text[line.start : line.end]) if _word(x) not in known]
    low = sum(x[0].islower() for x in letters)
    shouted = text[line.start : line.end].isupper() and len(letters) > _NAME_WORDS
    return shouted or low > (1 if low < len(letters) else 0)


# --- names


def _outlet(text: str, line: Span, dates: Iterable[_Found]) -> Span | None:
    """The piece of a masthead line that names who speaks: an organisation's or an outlet's name before any other."""
    cut = [(d.span.start, d.span.end) for d in dates]
    cut += [m.span() for m in _SEPARATOR.finditer(text, line.start, line.end)]
    cut += [m.span() for m in _ISSUED_BY.finditer(text, line.start, line.end)]
    cut += [(m.start(), line.end) for m in [_period_label().search(text, line.start, line.end)] if m]
    cut += [(m.start(), m.end()) for m in [_placed(text, line)] if m]
    cut += [m.span() for m in _IN_BRACKETS.finditer(text, line.start, line.end) if _is_country(m["name"])]
    pieces = [p for p in _between(text, line, sorted(cut)) if _named(text, p)]
    best = sorted((p for p in pieces if _rank(text, p)), key=lambda p: -_rank(text, p))
    name = best[0] if best else next((p for p in pieces if text[p.start : p.end].count(" ") < 5), None)
    return _plain_name(text, name) if name else None


_DESK = re.compile(
    r"(?:central )?(?:information|press|media|public (?:affairs|relations|information)|communications?|military media|spokesperson['’]s) "
    r"(?:office|section|department|directorate|bureau|unit|desk|division|cell|centre|center|wing)",
    re.IGNORECASE,
)


def _rank(text: str, piece: Span) -> int:
    """2 for the name of a body or an outlet, 1 for a section of one, 0 for any other name."""
    said = _said(text, piece)
    if _DESK.fullmatch(text, piece.start, piece.end):
        return 1  # "Information Office", below the name of the body that it speaks for
    organisations = _words().dateline.organisations | {
        "force",
        "headquarters",
        "brigade",
        "staff",
        "column",
        "battalion",
    }
    return 2 if said & (organisations - _PARTS) else 1 if said & (organisations | _PARTS) else 0


def _plain_name(text: str, name: Span) -> Span:
    """The name without what it publishes: "Radio Gao, English service", "Niger Desk LIVE", "Tide magazine"."""
    kinds = _words().dateline.kinds
    comma = text.rfind(",", name.start, name.end)
    if comma > name.start and (tail := _said(text, Span(comma, name.end))) and tail <= kinds:
        name = Span(name.start, comma)
    gap = text.rfind(" ", name.start, name.end)
    last = text[gap + 1 : name.end]
    if gap > name.start and (last.casefold() in _FEEDS or last in _MEDIA):
        name = Span(name.start, gap)
    return name


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
    folded = {_word(w) for w in words}
    if words and (_word(words[0]) in _BYLINES or (folded & _TITLES and folded <= known | _OF_TITLES | _TITLES)):
        return False
    if [_word(w) for w in words[:2]] in _ADDRESSES:
        return False
    known = known | _NOTES | _OF_NOTES
    return (
        bool(words)
        and any(w[0].isupper() or not w[0].islower() for w in words)
        and any(_word(w) not in known for w in words)
        and not words[0][0].islower()
    )


def _better(text: str, old: Span | None, new: Span | None) -> Span | None:
    if old is None or new is None:
        return old or new
    return new if _rank(text, new) > _rank(text, old) else old


# --- the signature


def _signature(text: str, body: int) -> Span | None:
    """The organisation that signs below the report: on the last line but for notes of the desk, a date and addresses."""
    for line in _closing(text):
        if line.start <= body:
            return None
        if not _after_signature(text, line):
            return _signer(text, line)
    return None


def _closing(text: str) -> Iterator[Span]:
    """The last non-empty lines, the last one first; a note in square brackets counts as one line."""
    end, least = len(text), max(0, len(text) - _TAIL)
    for _ in range(_CLOSING_LINES):
        while end > least and text[end - 1].isspace():
            end -= 1
        if end <= least:
            return
        start = text.rfind("[", least, end) if text[end - 1] == "]" else -1
        if start < 0 or text[max(0, start - 1) : start].strip():
            start = text.rfind("\n", least, end) + 1
        if start <= least:
            return
        a = start
        while text[a].isspace():
            a += 1
        yield Span(a, end)
        end = start


def _after_signature(text: str, line: Span) -> bool:
    said = text[line.start : line.end]
    if (said[0], said[-1]) in (("[", "]"), ("(", ")")) or said.strip("-*#=_–—. ").casefold() in _ENDS:
        return True
    if len(said) > _LONGEST_SIGNATURE:
        return False
    return _CONTACT.search(said) is not None or (bool(_dates(text, line)) and _rank(text, line) == 0)


def _signer(text: str, line: Span) -> Span | None:
    """The line as a name of an organisation: capitals, a word such as "Command" that heads it, no sentence."""
    m = _SIGNED.match(text, line.start, line.end)
    start = m.end() if m else line.start
    start += 4 if text.startswith("the ", start) else 0
    end = min([line.end, *(d.span.start for d in _dates(text, line) if d.span.start > start)])
    said = text[start:end].rstrip(_EDGES.replace(")", ""))
    words = list(_LETTERS.finditer(said))
    if not 2 <= len(words) <= _SIGNATURE_WORDS or len(said) > _LONGEST_SIGNATURE or said[-1] in '.!?"”' or ":" in said:
        return None
    if said.isupper() and text[max(0, start - 400) : start].isupper():
        return None  # a text all in capitals: the line may be a sentence
    headed = False
    for m, after in zip(words, [*words[1:], None], strict=True):
        w = _word(m[0])
        if m[0].islower() and w not in (_IN_SIGNATURE | _BEHIND_SIGNER if headed else _IN_SIGNATURE):
            return None
        if not said.isupper() and not m[0].islower() and w in _words().dateline.links - _IN_SIGNATURE and not headed:
            return None  # "Two Die In Attack On Army": a headline
        headed = headed or (w in _SIGNERS and _heads(said, m.end(), after))
    return Span(start, start + len(said)) if headed else None


def _heads(said: str, end: int, after: re.Match[str] | None) -> bool:
    """Whether a word such as "Command" ends its name: last, before a comma, "of", or the short name of the body."""
    if after is None or said[end : after.start()].strip():
        return True
    return _word(after[0]) in _BEHIND_SIGNER or (after[0].isupper() and not said.isupper())


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
        day, month, year = (int(x) for x in re.split("[/.-]", m["numeric"]))
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


def _period(text: str, titles: list[Span], published: date | None, found: _Found | None) -> Period | None:
    """The days that a bulletin covers, from its label, its title, or "over the last 24 hours"."""
    lines = [t for t in titles if not _BULLET.match(text, t.start, t.end)]
    for read_one in (_labelled, _titled):
        for line in reversed(lines):
            if days := read_one(text, line, published):
                return days
    for line in lines:
        day = _covered_day(text, line)
        if day and (found is None or day.span != found.span):
            one = _latest(day.year, day.month, day.day, published)
            return (one, one) if one else None
    return None


def _labelled(text: str, line: Span, published: date | None) -> Period | None:
    """ "Reporting period: 8-14 November", "period: 28 May - 3 June", "week of 3 May": the days covered."""
    m = _period_label().search(text, line.start, line.end)
    if m is None:
        return None
    rest = text[m.end() : min(line.end, m.end() + 80)]
    if r := _range_pattern().match(rest):
        return _range(r, published)
    one = _date_at(rest, 0, len(rest))
    first = _latest(one.year, one.month, one.day, published) if one is not None else None
    if first is not None and "week" in m[0].casefold():
        return (first, first + timedelta(days=6)) if first.year < 9999 else None
    return (first, first) if first is not None else None


def _titled(text: str, line: Span, published: date | None) -> Period | None:
    """ "What we recorded between 27 September and 3 October", "Summary of the past 24 hours"."""
    if not _title_pattern().match(text, line.start, line.end):
        return None
    for at in _day_starts().finditer(text, line.start, line.end):
        r = _range_pattern().match(text, at.end(), line.end)
        if (
            r
            and _DAYS_END.match(text, r.end(), line.end)
            and (
                at["cue"]
                or text[max(line.start, at.start() - 2) : at.start()].strip() in tuple(",(:–—-")
                or ((r["m1"] or r["m3"]) and (r["m2"] or r["m4"]))
            )
        ):
            return _range(r, published)
    hours = _LAST_HOURS.search(text, line.start, line.end)
    if hours is None or published is None:
        return None
    back = 7 if hours["week"] else int(hours["hours"]) // 24
    return (published - timedelta(days=back), published) if published.year > 1 else None


def _range(r: re.Match[str], published: date | None) -> Period | None:
    after, before = r["m4"] or r["m2"] or r["m3"], r["m1"] or r["m3"] or r["m4"]
    if not (after and before):
        return None
    months = _words().months
    month_to, month = (months[m.casefold().rstrip(".")] for m in (after, before))
    said = int(r["y"]) if r["y"] else None
    last = _latest(said, month_to, int(r["d2"]), published)
    first = _make(last.year - (month > month_to), month, int(r["d1"])) if last else None
    return (first, last) if first and last and first <= last else None


def _covered_day(text: str, line: Span) -> _Found | None:
    """ "Summary of incidents on Thursday 18 January": the one day told by a title."""
    if not _title_pattern().match(text, line.start, line.end):
        return None
    for m in _day_cue().finditer(text, line.start, line.end):
        found = _date_at(text, m.end(), line.end)
        if found is not None and _DAYS_END.match(text, found.span.end, line.end):
            return found
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
        r"|(?P<numeric>\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{4})(?!\d)"
        rf"|(?P<d1>{_D})(?:st|nd|rd|th)?[ \t]{{1,3}}(?:of[ \t])?(?P<m1>{month})"
        rf"(?:,?[ \t]{{1,3}}(?P<y1>{year})(?!\d))?"
        rf"|(?P<m2>{month})[ \t]{{1,3}}(?P<d2>{_D})(?:st|nd|rd|th)?(?!\d)(?:,?[ \t]{{1,3}}(?P<y2>{year})(?!\d))?"
        r")",
        re.I,
    )


@cache
def _range_pattern() -> re.Pattern[str]:
    month, join = _month(), r"[ \t]{0,2}(?:-|–|—|to|until|through|and)[ \t]{0,2}"
    weekday = rf"(?:(?:{'|'.join(_words().weekdays)}),?[ \t]{{1,2}})?"
    return re.compile(
        rf"{weekday}(?:(?P<m3>{month})[ \t]{{1,3}})?(?P<d1>{_D})(?:[ \t]{{1,3}}(?P<m1>{month}))?(?:,?[ \t](?:19|20)\d\d)?{join}"
        rf"{weekday}(?:(?P<m2>{month})[ \t]{{1,3}})?(?P<d2>{_D})(?!\d)(?:[ \t]{{1,3}}(?P<m4>{month}))?(?:,?[ \t](?P<y>(?:19|20)\d\d))?",
        re.I,
    )


@cache
def _period_label() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, _words().dateline.periods), key=len, reverse=True))
    return re.compile(rf"\b(?:{labels})(?::|[ \t](?=\d|[A-Z][a-z]{{2,8}}[ \t]\d))[ \t]{{0,3}}", re.I)


@cache
def _title_pattern() -> re.Pattern[str]:
    """The title of a bulletin: up to three words and a kind of report that heads them, or "What our teams recorded"."""
    kinds = (
        "summary|summaries|digest|round-?up|overview|snapshot|bulletin|brief|briefing|report|sitrep|update|chronology|log"
        "|review|list|note|register|record|incidents|events|developments|violations|situation"
    )
    return re.compile(
        r"(?:[\w'’/-]{1,20}[ \t]){0,3}?"
        rf"(?:(?:{kinds})(?:[ \t](?:no\.?[ \t]?|#)?\d{{1,4}}(?:/\d{{1,4}})?)?"
        r"(?=[ \t]{0,2}(?:[,:;(|–—-]|$)|[ \t](?:of|on|for|from|in|over|covering|between|during|under)\b)"
        r"|what[ \t](?:we|(?:our|the)[ \t][\w'’-]{1,20})[ \t](?:have[ \t]|has[ \t])?"
        r"(?:recorded|documented|registered|verified|monitored|logged|counted)\b)",
        re.I,
    )


@cache
def _day_starts() -> re.Pattern[str]:
    """Where a range of days may begin; ``cue`` where a word says so."""
    return re.compile(
        r"(?<!\w)(?:(?P<cue>between|from|period|covering|for|of|during)[ \t](?:the[ \t])?|(?=[A-Z\d]))", re.I
    )


@cache
def _day_cue() -> re.Pattern[str]:
    return re.compile(r"\b(?:on|for|of|during)[ \t](?:the[ \t])?", re.I)
