"""Overlapping spans of a text -> pieces that follow each other, each with the spans that cover it.

A browser counts UTF-16 units, Python counts code points, so the cutting is done here and the page is told nothing of offsets.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A span that something points at. ``owner`` is the key of its card, ``href`` the place that the words link to;
    a mark with no ``href`` (a whole sentence) is lit with its card and links nowhere."""

    start: int
    end: int
    field: str
    owner: str
    href: str | None


class Piece(NamedTuple):
    """A stretch of text under one set of marks. ``link`` is the narrowest of those that link; ``anchors`` name the spans
    that begin here, ``ends`` the owners of sentences that end here."""

    text: str
    link: Mark | None
    owners: tuple[str, ...]
    spans: tuple[str, ...]
    anchors: tuple[str, ...]
    ends: tuple[str, ...]


def anchor(start: int, end: int) -> str:
    """The name of a span on the page."""
    return f"w{start}-{end}"


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """Cut ``text[start:end]`` at every mark's ends. Marks that reach over the edges are cut off there."""
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    closing: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in inside:
        opening[max(mark.start, start)].append(mark)
        closing[min(mark.end, end)].append(mark)
    cuts = sorted({start, end, *opening, *closing})
    found: list[Piece] = []
    active: list[Mark] = []
    for left, right in pairwise(cuts):
        if closing[left]:
            active = [mark for mark in active if mark.end > left]
        active += opening[left]
        found.append(_piece(text[left:right], active, opening[left], closing[right]))
    return found


def _piece(text: str, active: list[Mark], opening: list[Mark], closing: list[Mark]) -> Piece:
    linking = [mark for mark in active if mark.href]
    # Of the same words, news goes before what was set aside, and a figure before the party that it counts.
    link = min(linking, key=lambda m: (m.end - m.start, m.owner[:1] != "i", m.field != "many"), default=None)
    return Piece(
        text=text,
        link=link,
        owners=tuple(dict.fromkeys(mark.owner for mark in active)),
        spans=tuple(dict.fromkeys(anchor(mark.start, mark.end) for mark in linking)),
        anchors=tuple(dict.fromkeys(anchor(mark.start, mark.end) for mark in opening if mark.href)),
        ends=tuple(dict.fromkeys(mark.owner for mark in closing if not mark.href)),
    )


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the blocks between blank lines; line ends inside a block stay in it."""
    found: list[tuple[int, int]] = []
    at = 0
    begin: int | None = None
    last = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            begin = at if begin is None else begin
            last = at + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        elif begin is not None:
            found.append((begin, last))
            begin = None
        at += len(line)
    return found if begin is None else [*found, (begin, last)]
