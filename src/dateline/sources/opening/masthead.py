"""A masthead: short lines above the report that name who publishes, what and when ("Weekly Star, Friday 17 June 2022")."""

from dateline.model.text import Span
from dateline.packs.openings import openings
from dateline.sources.opening.city import heading_city
from dateline.sources.opening.days import Day, find_days, surest
from dateline.sources.opening.imprint import is_imprint, is_issued
from dateline.sources.opening.lines import LONGEST, is_narrative, is_prose, said, stands_alone, words
from dateline.sources.opening.outlet import better, find_outlet
from dateline.sources.opening.period import find_label, uncovered
from dateline.sources.opening.wire import Wire

_SIGNS = ("", ".", ",", ":", "|", "–", "—", "-", "(", ")", ";", "·", "•")
_LONGEST_NAME = 100  # code points of a line that names an outlet and nothing else


class Masthead:
    """What the lines above the report have told so far. ``titles``: its lines and the headlines about them; ``spare``: a day
    that only tells the days covered."""

    def __init__(self) -> None:
        self.lines: list[Span] = []
        self.titles: list[Span] = []
        self.day: Day | None = None
        self.spare: Day | None = None
        self.outlet: Span | None = None
        self.place: Span | None = None

    def add(self, text: str, line: Span, days: list[Day]) -> None:
        """Take in a line of the masthead, and the days named in it."""
        self.lines.append(line)
        self.titles.append(line)
        label = find_label(text, line)
        before = [d for d in days if label is None or d.span.end <= label.start() or is_issued(text, d)]
        self.day = self.day or surest(uncovered(text, line, before))
        self.spare = self.spare or surest(before)
        self.outlet = better(text, self.outlet, find_outlet(text, line, days))
        self.place = self.place or heading_city(text, line)

    def forget(self) -> None:
        """Names without a day are a headline."""
        self.lines, self.outlet, self.place = [], None, None


def is_masthead(text: str, line: Span, dated: bool, seen: bool, after: list[Span]) -> bool:
    """Whether a line is names, days and kinds of publication only. ``dated``: it names a day. ``seen``: one above it does;
    else one of those ``after`` it has to."""
    if dated and (is_imprint(text, line) or is_note(text, line)):
        return True
    if line.end - line.start > LONGEST or _tells(text, line):
        return False
    if dated or find_label(text, line):
        return True
    if seen:  # below the day: only the kind of publication or the name of an organisation
        top = openings().masthead
        listed = top.kinds | top.notes | openings().outlet.organisations
        return not listed.isdisjoint(said(text, line)) and not text[line.start : line.end].isupper()
    return any(find_days(text, near) and (is_imprint(text, near) or not _tells(text, near)) for near in after)


def names_body(text: str, line: Span, wire: Wire, after: list[Span]) -> bool:
    """ "REPUBLIC OF MALI - Ministry of Justice" above a date: two names of a masthead, no city and its story."""
    if wire.day or wire.agency:
        return False
    rest, listed = Span(min(wire.end, line.end), line.end), openings()
    known = listed.bodies | listed.masthead.links | listed.masthead.kinds
    if any(w.islower() and w not in known for w in words(text, rest)):
        return False  # "BEIRUT - Army Command denies report"
    return not listed.bodies.isdisjoint(said(text, rest)) and is_masthead(text, line, False, False, after)


def names_outlet(text: str, line: Span) -> bool:
    """After "TOCOA (Honduras), 13 July 2021 - ": a line that names the outlet and nothing else."""
    name = text[line.start : line.end].rstrip()
    if len(name) > _LONGEST_NAME or name.isupper() or name[-1:] in ".!?" or is_prose(text, line):
        return False
    return stands_alone(text, line)


def set_off(text: str, line: Span, days: list[Day]) -> Day | None:
    """The day, with its year, that a headline sets off by signs on both sides: "Zawiya clashes: Tuesday 23 May 2023, all times local"."""
    for day in days:
        before, behind = text[line.start : day.span.start].rstrip(), text[day.span.end : line.end].lstrip()
        item = not before and is_prose(text, Span(day.span.end, line.end))  # "3 May 2021: Two men were shot."
        if (
            day.year
            and not item
            and before[-1:] in _SIGNS
            and behind[:1] in _SIGNS
            and line.end - line.start <= LONGEST
        ):
            return day
    return None


def is_headline(text: str, line: Span) -> bool:
    """Whether a line may be the headline of the report."""
    return line.end - line.start <= LONGEST and text[line.end - 1] not in ".!?:"


def is_note(text: str, line: Span) -> bool:
    """ "[Translated from the Arabic]": a note of the desk on a line of its own."""
    return text[line.start] == "[" and text[line.end - 1] == "]" and line.end - line.start <= LONGEST


def _tells(text: str, line: Span) -> bool:
    return is_narrative(text, line) or is_prose(text, line)
