"""``docs/codebook.md``, made from the ontology and the codebooks: ``python -m tools.codebook --write``."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from dateline.model.incident import DatePrecision
from dateline.packs.number_words import number_words
from dateline.packs.ontology import Ontology, ontology
from dateline.profiles import PLACES, PROFILES, Codebook, codebook

PAGE = Path(__file__).resolve().parent.parent / "docs" / "codebook.md"

_HEAD = """# Codebook

<!-- Made by `make docs` from src/dateline/data/ontology.yml and src/dateline/data/codebooks. Do not edit. -->

What dateline's types mean, which ACLED event and sub-event type each one takes, and how each codebook turns a record's ranges
and precisions into its own numbers. The event types and sub-event types are ACLED's, in its spelling; the readings are ours.

## Types
"""

_HIERARCHY = """
## Hierarchy

Where several sub-event types apply to one incident, the one that stands first here is coded.
"""

_PROFILES = """
## Profiles

`dateline code --profile NAME` adds a codebook's own numbers under `coded`, with the rules that gave them. The ranges of the
record stay as they are.

### Deaths

Exact and "about" figures, ranges and disputed figures are coded by their low end. Vague words have a number of their own. A running
toll is never added.
"""


def page() -> str:
    """The whole page."""
    book = ontology()
    books = {name: codebook(name) for name in PROFILES}
    lines = [_HEAD, *_types(book), _HIERARCHY, *_hierarchy(book), _PROFILES, *_deaths(books)]
    lines += ["", "### Places", "", *_precisions(books, "place", PLACES)]
    lines += ["", "### Dates", "", *_precisions(books, "date", get_args(DatePrecision))]
    return "\n".join(lines) + "\n"


def _types(book: Ontology) -> Iterator[str]:
    yield from _table("type", "meaning", "ACLED event type", "ACLED sub-event type")
    for name, entry in book.types.items():
        event = {book.event_type(sub): None for sub in entry.sub}
        subs = [f"**{sub}**" if sub == entry.default and len(entry.sub) > 1 else sub for sub in entry.sub]
        yield _row(f"`{name}`", entry.means, "; ".join(event), "; ".join(subs))
    yield "\nIn **bold**: the sub-event type where nothing in the text decides."


def _hierarchy(book: Ontology) -> Iterator[str]:
    for number, (event, subs) in enumerate(book.hierarchy, 1):
        yield f"{number}. {event}: {', '.join(subs)}"


def _deaths(books: dict[str, Codebook]) -> Iterator[str]:
    yield from _table("in the text", "record", *(book.name for book in books.values()))
    yield _row("no word about deaths", "no entry", *(_cell(book.none) for book in books.values()))
    words: dict[int, list[str]] = {}
    for entry in number_words().vague:
        words.setdefault(entry.low, []).append(entry.words[0])
    for low, said in sorted(words.items()):
        numbers = (f"{book.vague.get(low, low):,}" for book in books.values())
        yield _row(", ".join(f"“{word}”" for word in said), f"{low:,} or more", *numbers)
    yield _row("“most of them”", "1 or more", *(str(book.share) for book in books.values()))


def _precisions(books: dict[str, Codebook], field: str, every: tuple[str, ...]) -> Iterator[str]:
    yield from _table("precision", *(book.name for book in books.values()))
    for precision in every:
        yield _row(f"`{precision}`", *(_cell(getattr(book, field)[precision]) for book in books.values()))


def _cell(value: object) -> str:
    return "–" if value is None else str(value)


def _table(*heads: str) -> tuple[str, str]:
    return _row(*heads), "|" + "---|" * len(heads)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> int:
    parser = argparse.ArgumentParser(description="Make docs/codebook.md.")
    parser.add_argument("--write", action="store_true", help="write the page; without it, only compare")
    if parser.parse_args().write:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page())


if __name__ == "__main__":
    sys.exit(main())
