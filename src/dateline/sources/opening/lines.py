"""The lines of an opening and their words: where they lie, and whether they tell a story or only name things."""

import re
from collections.abc import Iterator

from dateline.model.text import Span
from dateline.packs.openings import openings

LONGEST = 170
"""Code points. A longer line is prose."""
EDGES = " \t\r,;:|–—-()[]"
"""What may stand around a name and is none of it."""
DASH = r"(?:-{1,3}|[–—])"
WORD = re.compile(r"(?<![@\w])[^\W\d_][\w'’-]{0,40}")
"""A word; a handle (@name) is none."""

_LINES, _HEAD = 6, 1_500  # lines and code points read
_TAIL, _LAST_LINES = 4_000, 5  # code points and lines read from the end
_NAME_WORDS = 6  # words of names in one masthead line of capitals


def read_lines(text: str, start: int = 0, most: int = _LINES) -> Iterator[Span]:
    """The first non-empty lines of ``text`` from ``start``, without the white space at their edges."""
    at, limit, count = start, min(len(text), start + _HEAD), 0
    while at < limit and count < most:
        end = line_end(text, at)
        line = strip(text, Span(at, min(end, limit)))
        if line.start < line.end:
            yield line
            count += 1
        at = end + 1


def last_lines(text: str) -> Iterator[Span]:
    """The last non-empty lines, the last one first; a note in square brackets counts as one line."""
    end, least = len(text), max(0, len(text) - _TAIL)
    for _ in range(_LAST_LINES):
        while end > least and text[end - 1].isspace():
            end -= 1
        if end <= least:
            return
        start = text.rfind("[", least, end) if text[end - 1] == "]" else -1
        if start < 0 or text[max(0, start - 1) : start].strip():
            start = text.rfind("\n", least, end) + 1
        if start <= least:
            return
        yield strip(text, Span(start, end))
        end = start


def next_line(text: str, start: int) -> int:
    """Where the next line that is not empty begins; the end of the text where there is none."""
    return next((line.start for line in read_lines(text, start, 1)), len(text))


def line_end(text: str, start: int) -> int:
    """The end of the line that ``start`` lies in."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def stands_alone(text: str, line: Span) -> bool:
    """Whether the line below is empty and more text follows soon."""
    below = line_end(text, line.end + 1)
    return not text[line.end : below].strip() and bool(text[below : below + _HEAD].strip())


def strip(text: str, piece: Span, edges: str | None = None) -> Span:
    """``piece`` without the ``edges`` at its ends, white space where none are given; all edges: empty, at its end."""
    said = text[piece.start : piece.end]
    start = piece.end - len(said.lstrip(edges))
    return Span(start, max(start, piece.start + len(said.rstrip(edges))))


def words(text: str, piece: Span) -> list[str]:
    """The words of ``piece`` as they are written."""
    return WORD.findall(text[piece.start : piece.end])


def said(text: str, piece: Span) -> set[str]:
    """The words of ``piece`` as they are listed."""
    return set(map(fold, words(text, piece)))


def fold(word: str) -> str:
    """A word as it is listed."""
    return word.casefold().strip(".'’-")


def is_narrative(text: str, line: Span) -> bool:
    """Whether a line begins as a sentence does: "On 3 May the army ..."."""
    first = WORD.match(text, line.start, line.end)
    return first is not None and fold(first[0]) in openings().masthead.narrative


def is_prose(text: str, line: Span) -> bool:
    """Whether a line has lower-case words beyond the small words, months and kinds of publication of a masthead."""
    plain = openings().plain
    names = [w for w in words(text, line) if fold(w) not in plain]
    low = sum(w[0].islower() for w in names)
    shouted = len(names) > _NAME_WORDS and text[line.start : line.end].isupper()
    return shouted or low > (1 if low < len(names) else 0)
