"""Fetches GeoNames country dumps, only when it is asked to: from one host, by way of the system's proxy if there is one."""

import os
import ssl
import time
from collections.abc import Callable
from email.message import Message
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener

from dateline.places.added import PlacesError
from dateline.places.opening import ZIP

BASE = "https://download.geonames.org/export/dump"
VARIABLE = "DATELINE_GEONAMES"
MAX_BYTES = 400_000_000
"""Of one dump, packed; the largest country's has a quarter of it."""

WAIT_S, WHOLE_S = 30.0, 900.0
"""Seconds without an answer, and for one dump in all."""

PIECE = 1 << 16
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def base(option: str | None) -> str:
    """Where dumps come from: the option, the environment, or GeoNames itself. Raises ``PlacesError`` where that is unsafe."""
    url = (option or os.environ.get(VARIABLE) or BASE).rstrip("/")
    _check(url)
    return url


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise PlacesError(f"{url}: no address") from None
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)):
        raise PlacesError(f"{url}: only https addresses are fetched from")


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, each within the rules, and none away from GeoNames or the host that was asked."""

    max_redirections = 4

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        asked, sent = urlsplit(req.full_url).hostname or "", urlsplit(newurl).hostname or ""
        fp.close()
        _check(newurl)
        if sent != asked and not (asked.endswith(".geonames.org") and sent.endswith(".geonames.org")):
            raise PlacesError(f"{req.full_url}: sends on to another host, {sent}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(country: str, to: Path, address: str, report: Callable[[int, int], object] | None = None) -> Path:
    """Fetch the dump of one country into the folder ``to``. ``report`` is told bytes come and bytes to come.

    Raises ``PlacesError`` where it does not come whole, or is no archive.
    """
    url, path = f"{address}/{country}.zip", to / f"{country}.zip"
    opener = build_opener(_Redirects, HTTPSHandler(context=ssl.create_default_context()), ProxyHandler())
    request = Request(url, headers={"User-Agent": "dateline", "Accept-Encoding": "identity"})
    try:
        with opener.open(request, timeout=WAIT_S) as answer, path.open("wb") as file:
            _copy(url, answer, file, report)
        with path.open("rb") as file:
            if not file.read(4).startswith(ZIP):
                raise PlacesError(f"{url}: what came is no zip archive")
    except (URLError, HTTPException, OSError, ValueError) as error:
        if isinstance(error, HTTPError):
            error.close()
        raise PlacesError(f"{url}: {getattr(error, 'reason', None) or error or type(error).__name__}") from None
    return path


def _copy(url: str, answer: HTTPResponse, file: IO[bytes], report: Callable[[int, int], object] | None) -> None:
    headers: Message = answer.headers
    said = headers.get("Content-Length", "")
    total, count, end = int(said) if said.isdigit() else 0, 0, time.monotonic() + WHOLE_S
    while total <= MAX_BYTES and (piece := answer.read1(PIECE)):
        count += len(piece)
        if count > MAX_BYTES:
            break
        if time.monotonic() > end:
            raise PlacesError(f"{url}: took more than {WHOLE_S:.0f} seconds")
        file.write(piece)
        if report is not None:
            report(count, max(total, count))
    if max(total, count) > MAX_BYTES:
        raise PlacesError(f"{url}: more than {MAX_BYTES:,} bytes")
    if count < total:
        raise PlacesError(f"{url}: cut short after {count:,} of {total:,} bytes")
