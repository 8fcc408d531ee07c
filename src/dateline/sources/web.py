"""One address of the web, fetched through a guard: http(s) only, public hosts only, every redirect checked again, and bounded in
bytes, unpacked as well as packed, and in seconds. Nothing is fetched that nobody named, and no proxy is asked."""

import re
import time
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.sources.html import MissingExtra

if TYPE_CHECKING:
    import httpcore
    import httpx

MAX_BYTES = 16 * 1024 * 1024
"""Of one answer, after it is unpacked."""

SECONDS = 60.0
"""For one address, its redirects included."""

MOST_REDIRECTS = 5
_SILENCE = 20.0
"""Seconds without a byte."""

_HOST = re.compile(rb"[A-Za-z0-9._:-]{1,253}")
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r";\s{0,8}charset\s{0,8}=\s{0,8}[\"']?([A-Za-z0-9_:.-]{1,40})", re.I)
_KIND = re.compile(r"\s{0,8}([a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,60})\s{0,8}(?:;|$)", re.I)
_HEADERS = (("User-Agent", "dateline"), ("Accept", "*/*"), ("Accept-Encoding", "gzip"), ("Connection", "close"))


class FetchError(Exception):
    """An address that gave nothing; the message is one line and begins with the address."""


class Answer(msgspec.Struct, frozen=True):
    """What came. ``url``: where it came from in the end; ``kind``: its media type in lower case, "" if none was told."""

    url: str
    kind: str
    charset: str | None
    body: bytes


def is_address(name: str) -> bool:
    """Whether an input is an address of the web rather than a file."""
    return name[:8].lower().startswith(("http://", "https://"))


def check_address(name: str) -> None:
    """Raises ``FetchError`` where ``name`` can be no address, ``MissingExtra`` where nothing could be fetched."""
    _url(name)


def fetch(name: str, *, private: bool = False) -> Answer:
    """Fetch one address. ``private``: machines of this network may be asked too. Raises ``FetchError``."""
    url, end = _url(name), time.monotonic() + SECONDS
    import httpcore
    import httpx

    from dateline.sources.address import Guard, Refused

    try:
        with httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=Guard(end, private=private)
        ) as pool:
            for _ in range(MOST_REDIRECTS + 1):
                found = _ask(pool, url)
                if isinstance(found, Answer):
                    return found
                url = found
    except httpcore.TimeoutException:
        raise FetchError(f"{name}: took too long") from None
    except (Refused, _Bad) as error:
        raise FetchError(f"{name}: {error}") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        raise FetchError(f"{name}: {_reason(error)}") from None
    raise FetchError(f"{name}: redirects without end")


class _Bad(Exception):
    """What is wrong with an answer."""


def _url(name: str) -> "httpx.URL":
    try:
        import httpx
    except ImportError as error:
        raise MissingExtra("fetching from the web needs more libraries: pip install 'dateline[web]'") from error
    try:
        url = httpx.URL(name)
        _checked(url)
    except (httpx.InvalidURL, ValueError, _Bad) as error:
        raise FetchError(f"{name[:200]!r}: {error if isinstance(error, _Bad) else 'no address'}") from None
    return url.copy_with(fragment=None)


def _checked(url: "httpx.URL") -> None:
    if url.scheme not in ("http", "https"):
        raise _Bad("only http and https addresses are fetched")
    if not _HOST.fullmatch(url.raw_host):
        raise _Bad("no address")
    if url.userinfo:
        raise _Bad("an address with a user's name in it is not fetched")


def _ask(pool: "httpcore.ConnectionPool", url: "httpx.URL") -> "Answer | httpx.URL":
    """The answer, or where it sends on to."""
    silence = dict.fromkeys(("connect", "read", "write", "pool"), _SILENCE)
    with pool.stream("GET", str(url), headers=_HEADERS, extensions={"timeout": silence}) as answer:
        told = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in answer.headers}
        if answer.status in _MOVED and "location" in told:
            return _next(url, told["location"])
        if answer.status != 200:
            raise _Bad(f"the server answered {answer.status}")
        kind, charset = _KIND.match(told.get("content-type", "")), _CHARSET.search(told.get("content-type", "")[:400])
        body = b"".join(_bounded(answer.iter_stream(), told))
        return Answer(str(url), kind[1].lower() if kind else "", charset[1] if charset else None, body)


def _next(url: "httpx.URL", location: str) -> "httpx.URL":
    import httpx

    try:
        found = url.join(location).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError):
        raise _Bad("sends on to what is no address") from None
    _checked(found)
    return found


def _bounded(pieces: Iterable[bytes], told: dict[str, str]) -> Iterator[bytes]:
    """The body, unpacked. Raises ``_Bad`` beyond ``MAX_BYTES``, without unpacking more than that."""
    length, packing = told.get("content-length", ""), told.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip"):
        raise _Bad("what came is packed in a way that was not asked for")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in packing else None
    room = MAX_BYTES
    if length.isdigit() and len(length) < 20 and int(length) > room:
        raise _Bad(f"more than {MAX_BYTES:,} bytes")
    for piece in pieces:
        found = _unpacked(unpack, piece, room) if unpack else piece
        room -= len(found)
        if room < 0:
            raise _Bad(f"more than {MAX_BYTES:,} bytes")
        yield found
    if unpack and not unpack.eof:
        raise _Bad("what came is cut short")


def _unpacked(unpack: Any, piece: bytes, room: int) -> bytes:
    try:
        found: bytes = unpack.decompress(piece, room + 1)
    except zlib.error:
        raise _Bad("what came cannot be unpacked") from None
    return found


def _reason(error: Exception) -> str:
    """An error of the connection in one line of plain letters."""
    words = " ".join(str(error).split()) or type(error).__name__
    return "".join(c if c.isprintable() else "?" for c in words)[:200]
