"""JSON Lines -> drafts: one article a line. A line that is no article is still a draft, so that it is not lost."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from dateline.model.incident import Coded, Issue
from dateline.model.merged import MergedIncident
from dateline.sources.draft import Draft, broken

MAX_LINE = 128 * 1024 * 1024
"""Bytes. Twelve bytes of JSON can stand for one code point, so an article at the limit of characters still fits."""

_PIECE = 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_CONTEXT = ("title", "published", "publisher", "url", "lang")


def read_jsonl(stream: BinaryIO) -> Iterator[Draft]:
    """Every line that is not blank, in order, one at a time; ``size`` sums to the bytes of the stream."""
    number = skipped = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            yield _endless(stream, line, number)
            continue
        if number == 1:
            line = line.removeprefix(_BOM)
        if not line.strip():
            skipped += len(line)
            continue
        yield _draft(line, number, len(line) + skipped)
        skipped = 0


def _endless(stream: BinaryIO, start: bytes, number: int) -> Draft:
    """A line too long to hold in memory: read past it, keep only its hash."""
    digest, size = hashlib.sha256(start), len(start)
    while piece := stream.readline(_PIECE):
        digest.update(piece)
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    message = f"line {number} is {size:,} bytes long; a line may have {MAX_LINE:,}"
    return broken("too_long", message, id_from=digest.digest(), size=size)


def _draft(line: bytes, number: int, size: int) -> Draft:
    stripped = line.strip()
    try:
        record = json.loads(stripped.decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"line {number} is not UTF-8 (byte {error.start + 1} of the line)"
        return broken("not_utf8", message, id_from=stripped, size=size)
    except (ValueError, RecursionError) as error:
        return broken("bad_json", f"line {number} is not JSON: {error}", id_from=stripped, size=size)
    if not isinstance(record, dict):
        return broken("bad_json", f"line {number} is not a JSON object", id_from=stripped, size=size)
    return _from_record(record, number, stripped, size)


def _from_record(record: dict[str, object], number: int, line: bytes, size: int) -> Draft:
    text, name = record.get("text"), record.get("id")
    issues = []
    if "incidents" in record and "article" in record:
        return _coded(number, line, size)
    if "incident_id" in record and "reports" in record:
        return _merged(number, line, size)
    if not isinstance(text, str):
        issues.append(Issue(code="bad_record", message=f'line {number} has no "text" that is a string'))
    context: dict[str, Any] = {}
    for key in _CONTEXT:
        value = record.get(key)
        context[key] = value if isinstance(value, str) and value else None
        if value is not None and not isinstance(value, str):
            issues.append(Issue(code="bad_field", message=f'"{key}" of line {number} is not a string and is not used'))
    return Draft(
        text=text if isinstance(text, str) else "",
        id=str(name) if isinstance(name, str | int) and not isinstance(name, bool) and name != "" else None,
        id_from=None if isinstance(text, str) else line,
        issues=tuple(issues),
        codable=isinstance(text, str),
        size=size,
        **context,
    )


def _coded(number: int, line: bytes, size: int) -> Draft:
    """A line that ``code`` printed: no text to be coded, but the record of one."""
    try:
        coded = msgspec.json.decode(line, type=Coded)
        issue = Issue(code="bad_record", message=f'line {number} is a coded article, not one with a "text"')
    except msgspec.DecodeError as error:  # of the wrong shape, or half a surrogate pair
        coded = None
        issue = Issue(code="bad_record", message=f"line {number} is no coded article: {error}")
    name = coded.article.id if coded else None
    return Draft(text="", id=name, id_from=line, issues=(issue,), codable=False, size=size, coded=coded)


def _merged(number: int, line: bytes, size: int) -> Draft:
    """A line that ``merge`` printed."""
    try:
        merged = msgspec.json.decode(line, type=MergedIncident)
        issue = Issue(code="bad_record", message=f'line {number} is a merged incident, not an article with a "text"')
    except msgspec.DecodeError as error:
        merged = None
        issue = Issue(code="bad_record", message=f"line {number} is no merged incident: {error}")
    name = merged.incident_id if merged else None
    return Draft(text="", id=name, id_from=line, issues=(issue,), codable=False, size=size, merged=merged)
