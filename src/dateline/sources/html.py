"""An HTML page -> a draft: the article's text without menus and captions, and what the page says of itself."""

import logging
import re
from typing import Any

from dateline.sources.draft import Draft, broken

_CHARSET = re.compile(rb"<meta\s[^>]{0,200}?charset\s{0,8}=\s{0,8}[\"']?([A-Za-z0-9_:.-]{1,40})", re.I)
_HEAD = 4096
"""Bytes in which a page has to declare its character set (HTML allows the first 1,024)."""


class MissingExtra(Exception):
    """Reading HTML needs a library that is not installed."""


def read_html(data: bytes) -> Draft:
    """The page's article. ``text`` is what was extracted: offsets and hashes are those of the extracted text.

    The language that the page declares is that of its frame as often as of its article, so it is left to be read.
    """
    markup = decode_html(data)
    if markup is None:
        message = "the page is not UTF-8 and declares no character set that fits"
        return broken("not_utf8", message, text=data.decode("utf-8", "replace"), size=len(data))
    found = _extract(markup)
    text = (getattr(found, "text", None) or "").strip("\n")
    if not text.strip():
        return broken("no_text", "the page holds no article text", id_from=data, size=len(data))
    return Draft(
        text=text,
        title=_said(found, "title"),
        published=_said(found, "date"),
        publisher=_said(found, "sitename"),
        url=_said(found, "url"),
        size=len(data),
    )


def decode_html(data: bytes) -> str | None:
    """UTF-8 first; only where that fails, the character set that the page declares for itself."""
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:_HEAD])
    if declared is None:
        return None
    try:
        return data.decode(declared[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _extract(markup: str) -> Any:
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtra("reading HTML needs one more library: pip install 'dateline[html]'") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            markup,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            # The page's own statement of its date; a guess from any date in the text would be an invented value.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:
        # A page that the extractor chokes on holds no text for us: the caller says so, the run goes on.
        return None


def _said(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return value if isinstance(value, str) and value.strip() else None
