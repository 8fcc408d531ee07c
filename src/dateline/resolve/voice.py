"""Whose word a bulletin is: that of the body that publishes it, or of the one whose statement it passes on."""

import re
from collections.abc import Iterator

from dateline.model.text import Span
from dateline.packs.stance import stance
from dateline.sources.dateline import Dateline
from dateline.sources.opening.lines import read_lines
from dateline.sources.opening.signature import is_body

_PAPER = r"(?:report|statement|communiqu[eé]|press release|declaration|announcement|bulletin)"
_TITLE = re.compile(
    rf"(?:text of )?(?:the )?(?:(?:military|official|daily|urgent|joint) )?{_PAPER}(?: no\.? ?\d{{1,4}})? (?:of|by|from|issued by) (?-i:[Tt][Hh][Ee] )?",
    re.I,
)
_AS_RECEIVED = re.compile(
    rf"\b(?:as received|received by the|in full|reproduced|translated|(?:the|this) following {_PAPER})\b", re.I
)
_FROM_PAGE = re.compile(
    r"\bfrom (?P<who>the [\w '’-]{3,40})['’]s (?:(?:telegram|official) )?(?:channel|page|account|office|feed)\Z", re.I
)
_FOLLOWING = re.compile(
    r"(?P<who>[A-Z][^.:;,\n]{2,80}?) (?:has |have )?(?:announced|said|reported|stated|issued|published|released|sent)"
    r"(?: [^.:\n]{1,60})? (?:the following|this|as follows)\b[^.:\n]{0,60}:\Z"
)
_IN_ITS_NEXT = re.compile(
    r"(?P<who>[A-Z][^.:;,\n]{2,80}?) (?:announced|said|declared|stated)\b[^.:\n]{0,40}? in its "
    r"(?:first|second|third|[a-z-]{3,14}th|[a-z-]{5,14}(?:first|second|third)|\d{1,4}(?:st|nd|rd|th)) (?:statement|communiqu[eé]|bulletin)\b"
)


_OFFICE = re.compile(r"(?:Spokes(?:person|man|woman)|Commander|Press Officer|For)(?:, | (?:of|for) )(?:[Tt]he )?")


def bulletin_voice(text: str, head: Dateline) -> Span | None:
    """The body whose word the unsourced sentences of a bulletin are; null for the press. It is the one whose statement is passed
    on ("We publish the communiqué as received", "The ministry announced the following:"), or else the organisation that
    publishes (a summary, a brief, a statement)."""
    voice = _passed_on(text, head) or _publisher(text, head)
    if voice is None or (m := _OFFICE.match(text, voice.start, voice.end)) is None:
        return voice
    return Span(m.end(), voice.end)  # "Spokesperson, Northern Command"


def _passed_on(text: str, head: Dateline) -> Span | None:
    received = False
    for line in read_lines(text):
        said = text[line.start : line.end]
        if (m := _TITLE.match(said)) is not None and is_body(said[m.end() :]):
            return Span(line.start + m.end(), line.end)
        if received and is_body(said):
            return line
        if (m := _FROM_PAGE.search(said)) is not None and _speaks(m["who"]):
            return Span(line.start + m.start("who"), line.start + m.end("who"))
        received = _AS_RECEIVED.search(said) is not None or (received and not line.start >= head.body_start)
    return next(_announced(text, head), None)


def _announced(text: str, head: Dateline) -> Iterator[Span]:
    """Who announced all that follows, in the report's first line."""
    for line in read_lines(text, head.body_start, 1):
        for pattern in (_FOLLOWING, _IN_ITS_NEXT):
            m = pattern.match(text, line.start, line.end)
            if m is not None and _speaks(m["who"]):
                yield Span(m.start("who"), m.end("who"))


def _speaks(name: str) -> bool:
    return not stance().source.speakers.heads.isdisjoint(name.casefold().split())


def _publisher(text: str, head: Dateline) -> Span | None:
    """The organisation that speaks in a bulletin of its own (a summary, a brief, a situation report)."""
    if head.outlet is None:
        return None
    name = text[head.outlet.start : head.outlet.end].lower()
    top = text[: max(head.masthead_end, head.body_start, 200)].lower().replace(name, " ")
    if _PRESS.search(name) or any(w in top for w in _OWN_PAGES):
        return None
    if head.wire and "flash" not in top and "state agency" not in name:
        return None
    return head.outlet if any(w in top for w in _BULLETINS) or _BODIES.search(name) else None


_OWN_PAGES = ("situation report", "sitrep", "snapshot", " live,", " live ")
"""In the outlet's own voice."""
_BULLETINS = (
    "bulletin", "brief", "summary", "communiqu", "situation", "sitrep", "flash", "snapshot", "press release", "news release", "statement", "daily note",
)  # fmt: skip
_BODIES = re.compile(
    r"\b(?:ministry|command|alerts?|desk|network|cell|mission|observatory|directorate|office|committee|council|state agency|general staff"
    r"|operational group|coordination|monitoring|headquarters|secretariat|brigades?|movement|front|forum|rights|incident monitor"
    r"|conflict monitor|violence monitor|ceasefire monitor|security monitor|response|initiative|campaign|coalition|alliance"
    r"|consortium|relief|civil defen[cs]e|battalion|(?:regional|military|district|provincial) administration)\b"
)
_PRESS = re.compile(
    r"times|post|star|news agency|herald|gazette|tribune|daily|radio|tv|télé|voice|review|ledger|quarterly|observer|press|dispatch|wire"
    r"|telegraph|national agency"
)
