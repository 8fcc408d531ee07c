"""RSS and Atom -> drafts: one article an entry.

The feed's XML is read by libxml2 through lxml: broken markup gives what stands before the break, entities are never expanded, nothing is
loaded, depth and sizes are bounded. RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 1.0 differ in names only. An entry's HTML goes through the
same extractor as a page.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urljoin

import msgspec

from dateline.model.incident import Issue
from dateline.sources.draft import Draft, broken
from dateline.sources.html import MissingExtra, extract

_ATOM = "http://www.w3.org/2005/Atom"
_SPACES = {
    "": "",
    _ATOM: "",
    "http://purl.org/rss/1.0/": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
}
_ROOTS = frozenset(("rss", "feed", "RDF"))
_ENTRIES = frozenset(("item", "entry"))
_BODIES = ("content:encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "dc:date", "dc:issued", "dc:created", "issued", "updated")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_HALF = re.compile(
    rb"&#(?:x0{0,8}d[89a-f][0-9a-f]{2}|0{0,8}5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));", re.I
)
"""Half of a surrogate pair: libxml2 takes it in and cannot hand it out."""

_LINK = re.compile(r"https?://[^\s/?#\[\]]{1,253}(?:[/?#][^\s<>\"]{0,2000})?$", re.I)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_NAME, _LONGEST_URL, _LONGEST_DATE = 500, 2_000, 64
MOST_TAGS = 10_000
"""Of one entry."""

Linked = Callable[[str], Draft]
"""Fetches the page that an entry links to."""


class _Page(NamedTuple):
    """What an entry holds: its fields by name, first one wins."""

    fields: dict[str, Any]
    link: str | None
    bad_link: bool


def read_feed(data: bytes, base: str | None = None, linked: Linked | None = None) -> Iterator[Draft]:
    """Every entry in the order of the feed; ``size`` sums to the bytes of the feed. ``base``: the feed's own address. With ``linked``
    the text is that of the page behind an entry, and the entry's own only where that page cannot be had."""
    root, damage = _parse(data)
    if root is None or _local(root) not in _ROOTS:
        yield broken("bad_feed", "what was given is no RSS or Atom feed", id_from=data, size=len(data))
        return
    entries = [node for node in root.iter() if _local(node) in _ENTRIES]
    outlet = _outlet(root)
    if not entries and damage:
        yield broken("bad_feed", f"the feed holds no entry that can be read: {damage}", id_from=data, size=len(data))
    for number, node in enumerate(entries, 1):
        last = number == len(entries)
        size = len(data) // len(entries) + (len(data) % len(entries) if last else 0)
        try:
            draft = _draft(_page(node, base), number, outlet, linked)
        except UnicodeDecodeError:
            draft = broken(
                "not_utf8", f"entry {number} of the feed holds what is no character", id_from=b"%d" % number + data
            )
        issues = draft.issues
        if last and damage:
            issues = (
                *issues,
                Issue(code="broken_feed", message=f"the feed is no sound XML: {damage}; the rest is lost"),
            )
        yield msgspec.structs.replace(draft, issues=issues, size=size)


def _parse(data: bytes) -> tuple[Any, str | None]:
    """The root, null where there is none, and where the feed breaks off."""
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtra("reading feeds needs one more library: pip install 'dateline[html]'") from error
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_HALF.sub(b"&#xFFFD;", data), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, "it is no XML"
    kinds = etree.ErrorTypes
    ends = {kinds.ERR_TAG_NOT_FINISHED, kinds.ERR_RESOURCE_LIMIT, kinds.ERR_INVALID_ENCODING, kinds.ERR_GT_REQUIRED}
    ends |= {kinds.ERR_DOCUMENT_END, kinds.ERR_CDATA_NOT_FINISHED, kinds.ERR_UNSUPPORTED_ENCODING}
    found = next((e for e in parser.error_log if e.type in ends), None)
    return root, f"it breaks off in line {found.line:,}" if found else None


def _local(node: Any) -> str:
    """ "content:encoded" for that element under whatever prefix; "" for what is of no vocabulary of feeds."""
    if not isinstance(node.tag, str):
        return ""
    space, _, name = node.tag.rpartition("}")
    if not space:
        return str(name)  # a prefix that was never declared stays in the name
    if name == "RDF":
        return str(name)
    prefix = _SPACES.get(space[1:])
    return f"{prefix}{name}" if prefix is not None else ""


def _outlet(root: Any) -> str | None:
    """The feed's own title: that of the channel, not of its picture or an entry."""
    top = next((node for node in root if _local(node) == "channel"), root)
    try:
        return next((_plain(node) for node in top if _local(node) in ("title", "dc:publisher")), None)
    except UnicodeDecodeError:
        return None


def _page(entry: Any, base: str | None) -> _Page:
    fields: dict[str, Any] = {}
    links: list[str] = []
    guids: list[str] = []
    for node in entry:
        name = _local(node)
        if name == "link":
            if (node.get("rel") or "alternate") == "alternate":
                links.append(node.get("href") or _text(node))
        elif name == "guid" and node.get("isPermaLink", "true") != "false" and _address(_text(node), None):
            guids.append(_text(node))
        elif name and (name not in fields or not _text(fields[name]).strip()):
            fields[name] = node
    good = [url for link in (*links, *guids) if (url := _address(link, base))]
    return _Page(fields, good[0] if good else None, bool(links) and not good)


def _address(link: str, base: str | None) -> str | None:
    """The link as an address of the web; null for anything else (``javascript:``)."""
    try:
        url = urljoin(base or "", link.strip()[:_LONGEST_URL])
    except ValueError:
        return None
    return url if _LINK.match(url) and url.isprintable() else None


def _draft(page: _Page, number: int, outlet: str | None, linked: Linked | None) -> Draft:
    fields, issues = page.fields, []
    if page.bad_link:
        message = f"the link of entry {number} of the feed is no address of the web and is not used"
        issues.append(Issue(code="bad_field", message=message))
    draft = _own(fields, number)
    if linked is not None and page.link:
        behind = linked(page.link)
        if behind.codable:
            draft = behind
        else:
            why = behind.issues[0].message
            issues.append(Issue(code="linked_page", message=f"the entry's own text stands in for its page: {why}"))
    title = _plain(fields["title"]) if "title" in fields else None
    return msgspec.structs.replace(
        draft,
        id_from=None if draft.codable else f"{number}\n{page.link}\n{title}".encode("utf-8", "replace"),
        title=title or draft.title,
        published=next((_day(_text(fields[name])) for name in _DAYS if name in fields), draft.published),
        publisher=_source(fields) or outlet or draft.publisher,
        url=page.link,
        issues=(*draft.issues, *issues),
    )


def _source(fields: dict[str, Any]) -> str | None:
    """The outlet that an entry was taken from, where it says so."""
    source = fields.get("source")
    if source is None:
        return None
    return _plain(next((node for node in source if _local(node) == "title"), source))


def _own(fields: dict[str, Any], number: int) -> Draft:
    """The entry's own text."""
    body = next((fields[name] for name in _BODIES if name in fields and _inner(fields[name]).strip()), None)
    held = _inner(body) if body is not None else ""
    if body is not None and body.get("type") not in ("text", "text/plain") and _MARKUP.search(held):
        if held.count("<") > MOST_TAGS:
            return broken(
                "too_long", f"entry {number} of the feed has more than {MOST_TAGS:,} tags, which no article has"
            )
        found = extract(f"<html><body><article>{held}</article></body></html>", whole=True)
        held = getattr(found, "text", None) or ""
    if not (held := held.strip()):
        return broken("no_text", f"entry {number} of the feed holds no text")
    return Draft(text=held)


def _inner(node: Any) -> str:
    """What an element holds: its text, or the markup inside it (Atom's xhtml)."""
    if not any(isinstance(child.tag, str) for child in node):
        return _text(node)
    from lxml import etree

    return "".join(etree.tostring(c, encoding="unicode", method="html") for c in node if isinstance(c.tag, str))


def _text(node: Any) -> str:
    """All text of an element; named characters of HTML as what they stand for."""
    parts = [node.text or ""]
    for child in node.iterdescendants():
        if not isinstance(child.tag, str):
            parts.append(unescape(child.text or ""))
        elif child.text:
            parts.append(child.text)
        parts.append(child.tail or "")
    return "".join(parts)


def _plain(node: Any) -> str | None:
    """A name or a title: one line, without markup."""
    held = _text(node)[: 4 * _LONGEST_NAME]
    if _MARKUP.search(held):
        held = unescape(_TAG.sub(" ", held))
    return " ".join(held.split())[:_LONGEST_NAME] or None


def _day(said: str) -> str:
    """An RFC 822 date as an ISO day, in the zone it is given in; anything else as it stands."""
    said = said.strip()[:_LONGEST_DATE]
    if _ISO_DAY.match(said):
        return said
    try:
        found: datetime = parsedate_to_datetime(said)
        return found.date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return said
