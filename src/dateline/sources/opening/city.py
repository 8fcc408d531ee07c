"""The name of a city in an opening, and the country beside it."""

import re

from dateline.model.text import Span
from dateline.packs.countries import load_countries

_NAME_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’./-]{0,30}"
NAME = rf"{_NAME_WORD}(?:[ -](?:(?:de|del|la|el|al|of|the|da|do)[ ])?{_NAME_WORD}){{0,4}}"
"""The pattern of a name with a capital at each word."""
IN_BRACKETS = re.compile(r"[ \t]\((?P<name>[^()\d\n]{1,40})\)")

_READ = 120  # code points of a line in which a city and its country stand
_CITY = re.compile(NAME)


def heading_city(text: str, line: Span) -> Span | None:
    """ "ATAQ (Yemen) - " at the head of a masthead: a city and its country."""
    m = _CITY.match(text, line.start, min(line.end, line.start + _READ))
    country = IN_BRACKETS.match(text, m.end(), line.end) if m else None
    return Span(*m.span()) if m and country and is_country(country["name"]) else None


def is_country(name: str) -> bool:
    """Whether a name, in whatever case, is a country's."""
    words = " ".join(name.split())
    found = load_countries()
    return any(found.by_name(w) for w in (words, words.title()))
