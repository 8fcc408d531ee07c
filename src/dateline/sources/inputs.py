"""What an input's name stands for: a file, a folder of files, standard input, or an address of the web; and its drafts, one at a time.

A file's kind is told by its name, that of what comes without a name by how it begins.
"""

import hashlib
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from dateline.sources.draft import Draft, broken
from dateline.sources.feed import read_feed
from dateline.sources.html import decode_html, read_html
from dateline.sources.jsonl import read_jsonl
from dateline.sources.web import Answer, FetchError, check_address, fetch, is_address

MAX_BYTES = 128 * 1024 * 1024
"""Bytes of one text or HTML file or feed that are read into memory."""

STDIN = "-"
Kind = Literal["text", "html", "jsonl", "feed"]
_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
"""By the end of a file's name. In a folder all others are passed over; one named by itself is text."""

_SENT: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
}
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!--|<\?xml|<!doctype\s+html|<html)", re.I)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_RECORD = re.compile(rb"\s{0,200}\{\s{0,20}[\"}]")
_HEAD = 4096


class InputError(Exception):
    """An input that cannot be opened, or is of no kind that can be read: the run does not start."""


class Reach(msgspec.Struct, frozen=True):
    """How far reading goes beyond what was named. ``linked``: to the page behind each entry of a feed, in place of the entry's own
    text. ``private``: to machines of this network."""

    linked: bool = False
    private: bool = False


NEAR = Reach()


def check_inputs(names: Iterable[str]) -> int | None:
    """Look at each input once; bytes of all of them, null if that cannot be known. Raises ``InputError``."""
    sizes = [_size(name) for name in names]
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def _size(name: str) -> int | None:
    if name == STDIN:
        return None
    if is_address(name):
        try:
            check_address(name)
        except FetchError as error:
            raise InputError(str(error)) from None
        return None
    path = Path(name)
    if path.suffix.lower() == ".json":
        raise InputError(f"{name}: not a kind of input; articles come as .jsonl, one JSON object a line")
    try:
        if path.is_dir():
            held = list(_files(path))
            if not held:
                raise InputError(f"{name}: holds no file of a kind that is read ({', '.join(_KINDS)})")
            return sum(file.stat().st_size for file in held)
        with path.open("rb"):
            return path.stat().st_size
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {getattr(error, 'strerror', None) or error}") from error


def drafts(name: str, stdin: BinaryIO | None = None, reach: Reach = NEAR) -> Iterator[Draft]:
    """Every article of one input, in order: a folder's files by name, folder by folder. Raises ``InputError``."""
    if name != STDIN and not is_address(name) and Path(name).is_dir():
        for path in _files(Path(name)):
            yield from _named(str(path), _held(path, reach))
        return
    yield from _named(name, _alone(name, stdin, reach))


def _named(source: str, found: Iterator[Draft]) -> Iterator[Draft]:
    return (msgspec.structs.replace(draft, source=source) for draft in found)


def _alone(name: str, stdin: BinaryIO | None, reach: Reach) -> Iterator[Draft]:
    if name == STDIN:
        buffered = io.BufferedReader(_Raw(stdin or sys.stdin.buffer), buffer_size=1 << 16)
        yield from _by_kind(buffered, _sniff(buffered.peek(_HEAD)), reach)
    elif is_address(name):
        yield from _sent(name, reach)
    else:
        try:
            yield from _file(Path(name), reach)
        except OSError as error:
            raise InputError(f"{name}: {error.strerror or error}") from error


def _held(path: Path, reach: Reach) -> Iterator[Draft]:
    """The drafts of a file in a folder; one that cannot be opened stops no other."""
    try:
        yield from _file(path, reach)
    except OSError as error:
        yield broken("unreadable", f"{path}: {error.strerror or error}", id_from=os.fsencode(path))


def _files(folder: Path) -> Iterator[Path]:
    """The files of known kinds under a folder, sorted by name. Hidden ones are passed over, links to folders not followed."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(at, name)
            if not name.startswith(".") and path.suffix.lower() in _KINDS and path.is_file():
                yield path


def _file(path: Path, reach: Reach) -> Iterator[Draft]:
    with path.open("rb") as stream:
        yield from _by_kind(stream, _KINDS.get(path.suffix.lower(), "text"), reach)


def _sniff(head: bytes) -> Kind:
    """What comes without a name; files tell by their names."""
    head = head[:_HEAD]
    if _MARKUP.match(head) and _FEED.search(head):
        return "feed"
    return "jsonl" if _RECORD.match(head) else "html" if _PAGE.match(head) else "text"


def _by_kind(stream: BinaryIO, kind: Kind, reach: Reach) -> Iterator[Draft]:
    if kind == "jsonl":
        yield from read_jsonl(stream)
        return
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield _too_big(stream, data)
    elif kind == "feed":
        yield from read_feed(data, None, _linked(reach))
    else:
        yield read_html(data) if kind == "html" else read_text(data)


def _sent(name: str, reach: Reach) -> Iterator[Draft]:
    """What an address gives: a page, a feed, lines of JSON or plain text."""
    try:
        answer = fetch(name, private=reach.private)
    except FetchError as error:
        yield msgspec.structs.replace(broken("not_fetched", str(error), id_from=name.encode()), url=name)
        return
    kind = _sniff(answer.body)
    if kind == "text":
        kind = _SENT.get(answer.kind, "text")
    if kind == "feed":
        yield from read_feed(answer.body, answer.url, _linked(reach))
    elif kind == "jsonl":
        yield from read_jsonl(io.BytesIO(answer.body))
    elif kind == "html":
        yield _page(answer)
    elif answer.kind and not answer.kind.startswith("text/"):
        message = f"{name}: what came is {answer.kind}, neither a page nor a feed nor text"
        yield msgspec.structs.replace(broken("not_fetched", message, id_from=name.encode()), url=name)
    else:
        text = decode_html(answer.body, answer.charset)
        draft = Draft(text=text, size=len(answer.body)) if text is not None else read_text(answer.body)
        yield msgspec.structs.replace(draft, url=answer.url)


def _page(answer: Answer) -> Draft:
    """A page's article. Its address is where it came from, whatever the page says."""
    return msgspec.structs.replace(read_html(answer.body, answer.charset), url=answer.url)


def _linked(reach: Reach) -> "partial[Draft] | None":
    return partial(_behind, reach=reach) if reach.linked else None


def _behind(url: str, reach: Reach) -> Draft:
    """The page that a feed's entry links to."""
    try:
        answer = fetch(url, private=reach.private)
    except FetchError as error:
        return broken("not_fetched", str(error))
    return _page(answer)


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
