"""Articles and the pieces of their text. Every offset is a code point index into ``Article.text``, end exclusive."""

from datetime import date
from typing import Literal, NamedTuple

import msgspec


class Span(NamedTuple):
    """A half-open range of code points in the article's text."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class Article(msgspec.Struct, frozen=True):
    """One report as it came in. ``text`` is never altered after reading; ``title`` is context, never evidence."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None


Block = Literal["body", "headline", "masthead", "header", "item"]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence. ``block`` tells what it stands in; ``section`` is the heading above it, lower case; ``lead`` is the
    bulletin's label before it ("KUNDUZ -", "- Marib:", "Kupiansk axis:"), which places the whole item; ``paragraph``
    counts blocks of the text from 0."""

    start: int
    end: int
    text: str
    block: Block = "body"
    section: str | None = None
    lead: Span | None = None
    paragraph: int = 0
