"""Inputs -> articles: text, HTML and JSON Lines, from files or standard input, one at a time and in order.

Everything that can be said of an article before it is coded is said here: it has no text, too much text, a date that
cannot be, an id that came before. The text itself is never altered, but for what UTF-8 cannot hold.
"""

import hashlib
import io
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from dateline.model.incident import ArticleInfo, Coded, Issue
from dateline.model.text import Article
from dateline.sources.dateline import Dateline, read_dateline
from dateline.sources.draft import Draft, broken
from dateline.sources.html import read_html
from dateline.sources.jsonl import read_jsonl
from dateline.sources.seen import Seen

MAX_CHARS = 5_000_000
"""Code points. A longer text is not an article; it is named and passed over."""

MAX_BYTES = 128 * 1024 * 1024
"""Bytes of one text or HTML file that are read into memory."""

STDIN = "-"
FAILED = frozenset({"not_utf8", "empty", "too_long", "no_text", "bad_json", "bad_record", "not_english", "failed"})
"""Codes of the issues that mean: this article was not coded."""

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 1, 1)
_SURROGATE = re.compile("[\ud800-\udfff]")
_PAGE = re.compile(rb"\s{0,200}(?:<!--|<\?xml|<!doctype\s+html|<html)", re.I)
_RECORD = re.compile(rb"\s{0,200}\{\s{0,20}[\"}]")
Kind = Literal["text", "html", "jsonl"]


class InputError(Exception):
    """An input that cannot be opened, or is of no kind that can be read: the run does not start."""


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """An article, and what has to be said of it before it is coded. ``size``: bytes of input that it took. ``coded``: the record,
    where the input was a line that ``code`` printed. ``source``: the input it came from."""

    article: Article
    issues: tuple[Issue, ...] = ()
    codable: bool = True
    size: int = 0
    coded: Coded | None = None
    source: str | None = None


def read_inputs(
    names: Iterable[str], *, published: date | None = None, stdin: BinaryIO | None = None, today: date | None = None
) -> Iterator[Read]:
    """Every article of every input, in order. ``published`` counts where neither the record nor its date line tells."""
    seen, now = Seen(), today or date.today()
    for name in names:
        for draft in _drafts(name, stdin):
            read = msgspec.structs.replace(finish(draft, published=published, today=now), source=name)
            if not seen.add(read.article.id):
                issue = Issue(
                    code="repeated_id", message=f"an article with the id {read.article.id} came before this one"
                )
                read = msgspec.structs.replace(read, issues=(*read.issues, issue))
            yield read


def check_inputs(names: Iterable[str]) -> int | None:
    """Open each input once; bytes of all of them, null if that cannot be known. Raises ``InputError``."""
    total: int | None = 0
    for name in names:
        if name == STDIN:
            total = None
            continue
        path = Path(name)
        if path.suffix.lower() == ".json":
            raise InputError(f"{name}: not a kind of input; articles come as .jsonl, one JSON object a line")
        try:
            with path.open("rb"):
                size = path.stat().st_size
        except (OSError, ValueError) as error:
            raise InputError(f"{name}: {getattr(error, 'strerror', None) or error}") from error
        total = None if total is None else total + size
    return total


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
    opening = read_dateline(text) if codable else Dateline()
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
    return Read(article=article, issues=tuple(issues), codable=codable, size=draft.size, coded=draft.coded)


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


def _drafts(name: str, stdin: BinaryIO | None) -> Iterator[Draft]:
    if name == STDIN:
        buffered = io.BufferedReader(_Raw(stdin or sys.stdin.buffer), buffer_size=1 << 16)
        yield from _by_kind(buffered, _sniff(buffered.peek(4096)))
        return
    suffix = Path(name).suffix.lower()
    kind: Kind = (
        "jsonl" if suffix in (".jsonl", ".ndjson") else "html" if suffix in (".html", ".htm", ".xhtml") else "text"
    )
    try:
        with open(name, "rb") as stream:
            yield from _by_kind(stream, kind)
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from error


def _sniff(head: bytes) -> Kind:
    """What standard input holds; files tell by their names."""
    return "jsonl" if _RECORD.match(head) else "html" if _PAGE.match(head) else "text"


def _by_kind(stream: BinaryIO, kind: Kind) -> Iterator[Draft]:
    if kind == "jsonl":
        yield from read_jsonl(stream)
        return
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield _too_big(stream, data)
    else:
        yield read_html(data) if kind == "html" else read_text(data)


def read_text(data: bytes) -> Draft:
    """A plain text file: UTF-8, a byte-order mark removed, nothing else altered."""
    try:
        return Draft(text=data.decode("utf-8").removeprefix("\ufeff"), size=len(data))
    except UnicodeDecodeError as error:
        message = f"the text is not UTF-8 (byte {error.start + 1:,} of {len(data):,})"
        return broken("not_utf8", message, text=data.decode("utf-8", "replace"), size=len(data))


def _too_big(stream: BinaryIO, data: bytes) -> Draft:
    digest, size = hashlib.sha256(data), len(data)
    while piece := stream.read(1 << 20):
        digest.update(piece)
        size += len(piece)
    message = f"the input has {size:,} bytes; {MAX_BYTES:,} is the most that is read as one article"
    return broken("too_long", message, id_from=digest.digest(), size=size)


class _Raw(io.RawIOBase):
    """Any binary stream as a raw one, so that a buffer with ``peek`` can lie over it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        read = getattr(self._stream, "read1", self._stream.read)
        data: bytes = read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
