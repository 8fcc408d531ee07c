"""An HTML page -> a draft: the article's text without menus and captions, and what the page says of itself."""

import codecs
import logging
import re
from functools import cache
from typing import Any

from dateline.sources.draft import Draft, broken

_CHARSET = re.compile(rb"<meta\s[^>]{0,200}?charset\s{0,8}=\s{0,8}[\"']?([A-Za-z0-9_:.-]{1,40})", re.I)
_HEAD = 4096
"""Bytes in which a page has to declare its character set (HTML allows the first 1,024)."""

_NO_CHARSETS = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7"))
"""Python decodes these too; none is a page's, and some take long."""

_MOST_TAGS = 100_000
"""Of one page: the extractor's time grows with the square of their number."""


class MissingExtra(Exception):
    """Reading HTML needs a library that is not installed."""


def read_html(data: bytes, charset: str | None = None) -> Draft:
    """The page's article. ``text`` is what was extracted: offsets and hashes are those of the extracted text. ``charset``: what
    the server says that the page is written in.

    The language that the page declares is that of its frame as often as of its article, so it is left to be read.
    """
    markup = decode_html(data, charset)
    if markup is None:
        message = "the page is not UTF-8 and declares no character set that fits"
        return broken("not_utf8", message, text=data.decode("utf-8", "replace"), size=len(data))
    if markup.count("<") > _MOST_TAGS:
        message = f"the page has more than {_MOST_TAGS:,} tags, which no article has"
        return broken("too_long", message, id_from=data, size=len(data))
    found = extract(markup)
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


def decode_html(data: bytes, charset: str | None = None) -> str | None:
    """UTF-8 first; only where that fails, the character set that the server, then the page itself declares."""
    declared = _CHARSET.search(data[:_HEAD])
    for name in ("utf-8", charset, declared[1].decode("ascii") if declared else None):
        try:
            if name and codecs.lookup(name).name not in _NO_CHARSETS:
                return data.decode(name).removeprefix("\ufeff")
        except (LookupError, UnicodeError):
            continue
    return None


def extract(markup: str, *, whole: bool = False) -> Any:
    """What trafilatura takes for the article, with ``text``, ``title``, ``date``, ``sitename`` and ``url``; null where it finds none.
    ``whole``: the markup is an article and nothing else, so that a short text is no reason to look for another."""
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
            with_metadata=not whole,
            # The page's own statement of its date; a guess from any date in the text would be an invented value.
            date_extraction_params={"extensive_search": False, "original_date": True},
            config=_settings(whole),
        )
    except Exception:
        # A page that the extractor chokes on holds no text for us: the caller says so, the run goes on.
        return None


@cache
def _settings(whole: bool) -> Any:
    from trafilatura.settings import use_config

    settings = use_config()
    if whole:
        settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    return settings


def _said(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return value if isinstance(value, str) and value.strip() else None
