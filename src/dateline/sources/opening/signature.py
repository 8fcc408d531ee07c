"""The signature below a report: the organisation that speaks ("General Command of the Northern Front")."""

import re

from dateline.model.text import Span
from dateline.packs.openings import openings
from dateline.sources.opening.days import find_days
from dateline.sources.opening.lines import EDGES, WORD, fold, last_lines, strip, words
from dateline.sources.opening.outlet import is_desk, rank

_LONGEST, _WORDS = 100, 14  # of the name
_NAME_WORDS = 8  # of one that stands above its desk's
_SHOUTED = 400  # code points before it that are all capitals in a text of capitals
_SIGNED = re.compile(
    r"(?:[-–—•*][ \t]{0,2})?(?:(?:signed|issued)(?:[ \t](?:by|for))?(?:[ \t]?:)?[ \t]{1,3})?"
    r"(?:(?:for|on behalf of)[ \t])?(?:spokes(?:man|woman|person)(?:,| of| for)[ \t]{1,3})?(?-i:the )?",
    re.I,
)
_CONTACT = re.compile(r"@\w|https?:|www\.|t\.me/|\btel\b|\bphone\b", re.I)


def find_signature(text: str, body: int) -> Span | None:
    """The organisation that signs below the report, which begins at ``body``: on the last line but for notes of the desk, a
    date and addresses."""
    for line in last_lines(text):
        if line.start <= body:
            return None
        if not _comes_after(text, line):
            return _of_desk(text, line, body) or _signer(text, line)
    return None


def _of_desk(text: str, desk: Span, body: int) -> Span | None:
    """The name of the body on the line above that of its "Information Office", right above it."""
    if not is_desk(text, desk):
        return None
    end = desk.start - 1
    start = text.rfind("\n", 0, end) + 1
    line = strip(text, Span(start, end))
    names = words(text, line)
    if line.start <= body or not 0 < len(names) <= _NAME_WORDS or text[line.end - 1] in ".!?:":
        return None
    listed = openings().signature.links
    return line if all(w[0].isupper() or "-" in w or fold(w) in listed for w in names) else None


def _comes_after(text: str, line: Span) -> bool:
    """Whether a line may stand below a signature."""
    said = text[line.start : line.end]
    if (said[0], said[-1]) in (("[", "]"), ("(", ")")):
        return True
    if said.strip("-*#=_–—. ").casefold() in openings().signature.ends:
        return True
    if len(said) > _LONGEST:
        return False
    return _CONTACT.search(said) is not None or (bool(find_days(text, line)) and rank(text, line) == 0)


def _signer(text: str, line: Span) -> Span | None:
    """The line as a name of an organisation, without a day behind it: capitals, and no sentence."""
    m = _SIGNED.match(text, line.start, line.end)
    start = m.end() if m else line.start
    end = min([line.end, *(d.span.start for d in find_days(text, line) if d.span.start > start)])
    name = text[start:end].rstrip(EDGES.replace(")", ""))
    if len(name) > _LONGEST or name.endswith(tuple('.!?"”')) or ":" in name:
        return None
    if name.isupper() and text[max(0, start - _SHOUTED) : start].isupper():
        return None  # a text all in capitals: the line may be a sentence
    return Span(start, start + len(name)) if is_body(name) else None


def is_body(name: str) -> bool:
    """Whether ``name`` is one of an organisation: a word such as "Command" heads the name, and none is more than a name holds."""
    listed, shouted, words = openings().signature, name.isupper(), list(WORD.finditer(name))
    if not 2 <= len(words) <= _WORDS:
        return False
    no_name = openings().masthead.links - listed.links
    headed = False
    for m, after in zip(words, [*words[1:], None], strict=True):
        word = fold(m[0])
        if m[0].islower() and word not in listed.links and not (headed and word in listed.behind):
            return False
        if not headed and not shouted and not m[0].islower() and word in no_name:
            return False  # "Two Die In Attack On Army": a headline
        headed = headed or (word in listed.heads and _heads(name, m.end(), after))
    return headed


def _heads(name: str, end: int, after: re.Match[str] | None) -> bool:
    """Whether a word such as "Command" ends its name: last, before a comma, "of", or the short name of the body."""
    if after is None or name[end : after.start()].strip():
        return True
    return fold(after[0]) in openings().signature.behind or (after[0].isupper() and not name.isupper())
