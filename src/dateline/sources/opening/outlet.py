"""The outlet named in an opening: an organisation or a publication, without what it publishes."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.model.text import Span
from dateline.packs.openings import one_of, openings
from dateline.sources.opening.city import IN_BRACKETS, heading_city, is_country
from dateline.sources.opening.days import Day
from dateline.sources.opening.lines import DASH, EDGES, fold, said, strip, words
from dateline.sources.opening.period import find_label

_SHORT = 5  # words of a name that no word marks as one
_SEPARATOR = re.compile(
    rf"[ \t]{{1,3}}{DASH}[ \t]{{1,3}}|[ \t]?[|;•·][ \t]?|,[ \t]|\.[ \t]|\.$|[()\[\]]|:[ \t]|[ \t]?@\w{{1,40}}"
)

_DESK = re.compile(
    r"(?:central )?(?:information|press|media|public (?:affairs|relations|information)|communications?|military media|spokesperson['’]s) "
    r"(?:office|section|department|directorate|bureau|unit|desk|division|cell|cent(?:re|er)|wing)",
    re.I,
)


def find_outlet(text: str, line: Span, days: Iterable[Day]) -> Span | None:
    """The piece of a masthead line that names who speaks: an organisation's or an outlet's name before any other."""
    pieces = [p for p in _pieces(text, line, days) if _is_name(text, p)]
    best = max(pieces, key=lambda p: rank(text, p), default=None)
    if best is None or not rank(text, best):
        best = next((p for p in pieces if text[p.start : p.end].count(" ") < _SHORT), None)
    return plain_name(text, best) if best else None


def better(text: str, old: Span | None, new: Span | None) -> Span | None:
    """The name that more surely is an outlet's; the old one where both are as sure."""
    if old is None or new is None:
        return old or new
    return new if rank(text, new) > rank(text, old) else old


def rank(text: str, piece: Span) -> int:
    """2 for the name of a body or an outlet, 1 for a section of one, 0 for any other name."""
    if is_desk(text, piece):
        return 1  # "Information Office", below the name of the body that it speaks for
    listed = openings().outlet
    marks = said(text, piece) & (listed.organisations | listed.forces | listed.parts)
    return 0 if not marks else 1 if marks <= listed.parts else 2


def is_desk(text: str, piece: Span) -> bool:
    """ "Information Office", "Media Department": a desk that is named after no one."""
    return _DESK.fullmatch(text, piece.start, piece.end) is not None


def plain_name(text: str, name: Span) -> Span:
    """The name without what it publishes: "Radio Gao, English service", "Niger Desk LIVE", "Tide magazine"."""
    listed = openings()
    comma = text.rfind(",", name.start, name.end)
    if comma > name.start and (tail := said(text, Span(comma, name.end))) and tail <= listed.masthead.kinds:
        name = Span(name.start, comma)
    gap = text.rfind(" ", name.start, name.end)
    last = text[gap + 1 : name.end]
    if gap > name.start and (last.casefold() in listed.outlet.feeds or last in listed.outlet.media):
        name = Span(name.start, gap)
    return name


def _pieces(text: str, line: Span, days: Iterable[Day]) -> Iterator[Span]:
    """What lies between the separators, days, labels and places of a line."""
    cuts = [(d.span.start, d.span.end) for d in days]
    cuts += [m.span() for m in _SEPARATOR.finditer(text, line.start, line.end)]
    cuts += [m.span() for m in _issued_by().finditer(text, line.start, line.end)]
    cuts += [m.span() for m in IN_BRACKETS.finditer(text, line.start, line.end) if is_country(m["name"])]
    if label := find_label(text, line):
        cuts.append((label.start(), line.end))
    if city := heading_city(text, line):
        cuts.append((city.start, city.end))
    at = line.start
    for start, end in [*sorted(cuts), (line.end, line.end)]:
        piece = strip(text, Span(at, max(at, start)), EDGES)
        if piece.start < piece.end:
            yield piece
        at = max(at, end)


def _is_name(text: str, piece: Span) -> bool:
    """A name: begins with a capital and is more than kinds of publication, months and weekdays."""
    listed, written = openings(), words(text, piece)
    folded = [fold(w) for w in written]
    top = listed.masthead
    if not written or written[0][0].islower() or folded[0] in top.bylines or " ".join(folded[:2]) in top.addresses:
        return False
    if folded[0] in listed.days.reports and folded[1:2] in (["of"], ["for"]):
        return False  # "Summary of operations"
    if not top.titles.isdisjoint(folded) and listed.titled.issuperset(folded):
        return False
    return not listed.unnamed.issuperset(folded)


@cache
def _issued_by() -> re.Pattern[str]:
    return re.compile(
        rf"\b{one_of(openings().outlet.issued)}"
        r"(?:[ \t](?:no\.?[ \t]?)?\d{1,4})?(?:[ \t]issued)?[ \t](?:by|from|of)[ \t](?:the[ \t])?",
        re.I,
    )
