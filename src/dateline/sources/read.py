"""Inputs -> articles: text, HTML, JSON Lines and feeds, from files, folders, standard input or the web, one at a time and in order.

Everything that can be said of an article before it is coded is said here: it has no text, too much text, a date that
cannot be, an id that came before. The text itself is never altered, but for what UTF-8 cannot hold.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import BinaryIO

import msgspec

from dateline.model.incident import ArticleInfo, Coded, Issue
from dateline.model.merged import MergedIncident
from dateline.model.text import Article
from dateline.sources.dateline import Dateline, read_dateline
from dateline.sources.draft import Draft
from dateline.sources.inputs import NEAR, Reach, drafts
from dateline.sources.seen import Seen

MAX_CHARS = 5_000_000
"""Code points. A longer text is not an article; it is named and passed over."""

FAILED = frozenset(
    """not_utf8 empty too_long no_text bad_json bad_record bad_feed not_fetched unreadable not_english failed""".split()
)
"""Codes of the issues that mean: this article was not coded."""

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 1, 1)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """An article, and what has to be said of it before it is coded. ``size``: bytes of input that it took. ``coded``,
    ``merged``: the record, where the input was a line that ``code`` or ``merge`` printed. ``source``: the file or address it came from."""

    article: Article
    issues: tuple[Issue, ...] = ()
    codable: bool = True
    size: int = 0
    coded: Coded | None = None
    merged: MergedIncident | None = None
    source: str | None = None


def read_inputs(
    names: Iterable[str],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    today: date | None = None,
    reach: Reach = NEAR,
) -> Iterator[Read]:
    """Every article of every input, in order. ``published`` counts where neither the record nor its date line tells. Raises
    ``InputError``."""
    seen, now = Seen(), today or date.today()
    for name in names:
        for draft in drafts(name, stdin, reach):
            read = finish(draft, published=published, today=now)
            if not seen.add(read.article.id):
                issue = Issue(
                    code="repeated_id", message=f"an article with the id {read.article.id} came before this one"
                )
                read = msgspec.structs.replace(read, issues=(*read.issues, issue))
            yield read


def article_info(article: Article, *, with_text: bool = False) -> ArticleInfo:
    """What is printed of an article. The hash is of the text's UTF-8 bytes."""
    return ArticleInfo(
        id=article.id,
        published=article.published,
        publisher=article.publisher,
        title=article.title,
        lang=article.lang,
        sha256=hashlib.sha256(article.text.encode("utf-8")).hexdigest(),
        chars=len(article.text),
        text=article.text if with_text else None,
    )


def finish(draft: Draft, *, published: date | None, today: date) -> Read:
    """The draft as an article: text looked at, date settled, id made where there is none."""
    issues = list(draft.issues)
    text = _valid(draft.text)
    if text is not draft.text:
        found = _SURROGATE.search(draft.text)
        at = found.start() if found else 0
        message = "the text held half of a surrogate pair, which UTF-8 cannot hold; U+FFFD stands for it"
        issues.append(Issue(code="lone_surrogate", message=message, start=at, end=at + 1))
    codable = draft.codable and not any(_unfit(text, issues))
    opening = read_dateline(text, _parse(draft.published) or published) if codable else Dateline()
    day = _day(draft, opening, published, today, issues)
    outlet = " ".join(text[opening.outlet.start : opening.outlet.end].split()) if opening.outlet else None
    source = draft.id_from if draft.id_from is not None else text.encode("utf-8")
    article = Article(
        id=_valid(draft.id) if draft.id else hashlib.sha256(source).hexdigest()[:12],
        text=text,
        title=_valid(draft.title) if draft.title else None,
        published=day,
        publisher=_valid(draft.publisher) if draft.publisher else outlet,
        url=_valid(draft.url) if draft.url else None,
        lang=_language(draft.lang) if draft.lang else None,
    )
    return Read(
        article=article,
        issues=tuple(issues),
        codable=codable,
        size=draft.size,
        coded=draft.coded,
        merged=draft.merged,
        source=draft.source,
    )


def _unfit(text: str, issues: list[Issue]) -> Iterator[bool]:
    """Name what is wrong with a text; yields true where it cannot be coded."""
    if len(text) > MAX_CHARS:
        message = f"the text has {len(text):,} characters; {MAX_CHARS:,} is the most that is read as one article"
        issues.append(Issue(code="too_long", message=message))
        yield True
    elif not text.strip("\0\ufeff \t\r\n\v\f"):
        if not any(issue.code in FAILED for issue in issues):
            issues.append(Issue(code="empty", message="the article has no text"))
        yield True
    elif "\0" in text:
        at = text.index("\0")
        message = f"the text holds NUL characters ({text.count(chr(0)):,} of them); they were left where they are"
        issues.append(Issue(code="nul", message=message, start=at, end=at + 1))


def _day(draft: Draft, opening: Dateline, default: date | None, today: date, issues: list[Issue]) -> date | None:
    """The record's date, else the date line's, else the one that the user gave."""
    day = _parse(draft.published)
    if draft.published and day is None:
        shown = _valid(draft.published)[:40]
        issues.append(
            Issue(code="bad_published", message=f"“{shown}” is not a date that an article can have; not used")
        )
    day = day or opening.published or default
    if day and day > today + timedelta(days=1):  # one day: somewhere it is tomorrow already
        message = f"the publication date {day} lies in the future; days were reckoned from it all the same"
        issues.append(Issue(code="future_date", message=message))
    return day


def _parse(value: str | None) -> date | None:
    """The day of an ISO date or date-time, if it is one that an article can have."""
    try:
        day = date.fromisoformat(value.strip()[:10]) if value else None
    except ValueError:
        return None
    return day if day and _EARLIEST <= day < _LATEST else None


def _language(tag: str) -> str:
    """The language of a tag without its country or script: "en" of "en-GB"."""
    name = re.split(r"[-_]", _valid(tag).strip().lower(), maxsplit=1)[0]
    return {"eng": "en", "english": "en"}.get(name, name)


def _valid(text: str) -> str:
    """The same text if it is valid; else U+FFFD for each lone surrogate, so that no offset moves."""
    return _SURROGATE.sub("\ufffd", text) if _SURROGATE.search(text) else text
