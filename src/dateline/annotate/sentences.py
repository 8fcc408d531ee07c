"""Text to sentences: blocks, headings, bulletin leads and run-in labels first, then the sentences inside each block.

Nothing here knows what the words mean beyond the layout words in ``data/lang/en/layout.yml``. Every pattern is linear in
the text. Offsets are code points into the article's text.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from dateline.model.text import Block, Sentence, Span
from dateline.packs.lexicon import layout

MAX_SENTENCE = 2_000  # code points; a longer "sentence" is a table or an attack, and is cut at a space

_NEAR = 400  # code points looked at on either side of a mark

_BULLET = re.compile(
    r"[ \t]*(?:[-–—•*▪●·‣>]+|\(?\d{1,3}[.)/]|\(?[a-z]\)|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| GMT)?[:.–-]?(?:[ \t]{1,2}[–—-])?)[ \t]+"
)
_OPENERS = (
    r"The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|There|His|Her|Their|Its|If|As|For|No|Some"
    r"|After|Before|When|While|Since|With|By|From|According|However|Meanwhile|Earlier|Later|Both|One|Two|Three|Several"
)
_GLUED = re.compile(
    r"(?<=[a-z]{3})[.!?]+(?=[A-Z][\w’'-]*[\s,])"  # "and two others.The army": scraped pages lose the breaks of their lines
    r"|(?<=[a-z,] \d\d)[.](?=[A-Z][a-z]+\s)|(?<=[a-z,] \d)[.](?=[A-Z][a-z]+\s)"  # "injured another 15.Twenty insurgents"
    r"|(?<=[a-z\d]{2})[.!?]+[\"”’](?=[\"“‘]?[A-Z])"  # 'called an "attack.""It is not for me'
    r"|(?<=[a-z\d]{2})[.!?]+(?=[“][A-Z])"
)
_HEADED = re.compile(
    r"(?<=[a-z]{4})(?=(?:The|An|He|It|She|They|We|But|And|This|That|These|Those|There|According|However|Meanwhile)\s)"
    r"|(?<=[a-z]{4})(?=(?:A|Police|Officials|Authorities|Prosecutors|Thousands|Hundreds|Dozens|Soldiers|Troops|Gunmen|Militants|Residents|Witnesses)\s[a-z])"
)
"""A title that runs into the words below it: "killed in SyriaThe desert"."""
_END = re.compile(rf"(?:[.!?…]+[\"'”’»)\]]{{0,3}}|;)(?=\s|$)|{_GLUED.pattern}|{_HEADED.pattern}")
_LEAD = re.compile(
    r"(?P<name>[^\W\d_][\w'’./()-]{0,30}(?:[ ,]{1,2}[\w'’./()-]{1,30}){0,8}?)"
    r"(?P<sep>:|[ \t]+[-–—]{1,2}(?=\s)|\.(?=[ \t]))[ \t]*"
)
_DATED = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d{1,2} [A-Z][a-z]+, [A-Z]"
)  # "Thursday 10 March, Bria."
_LOGGED = re.compile(
    r"(?P<name>(?:(?:Night|Evening|Morning|Early hours) (?:of|from) )?"
    r"(?:\d{1,2}(?: (?:to|and) \d{1,2}|[-–/]\d{1,2})?[ .-][A-Za-z]{3,9}\.?(?:,? \d{4})?|[A-Za-z]{3,9}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d\d-\d\d)"
    r"[ \t]{0,2}[-–—|:,][ \t]{1,2}[A-Z][\w'’./() -]{1,60}?):[ \t]"
)
"""A line of a log: "04 JUN - Nzako (Mbomou): ...", "Night of 4 to 5 June - Nzako: ..."."""
_DOTTED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]{2,30}(?:[ -][A-ZÀ-Þ][\w’'-]{1,30}){0,3})\.[ \t]+[A-ZÀ-Þ\d]")
"""A label closed by a full stop ("Timbuktu. A column …", "MONDAY. At about 4 p.m. …"), where several paragraphs open so."""
_PARTICLE = re.compile(r"(?:al|el|a[dnrstz]|ash|e[dslz]|de|bin|ibn|abu|um|ul)[-’'][A-Z]")
_STATE = re.compile(
    r"[A-Z]\.[A-Z]"
)  # "U.S.": mostly an adjective, so that only a word that opens sentences ends one after it
_STARTER = re.compile(rf"[\"'“‘«(\[]{{0,3}}(?:{_OPENERS})\b")
_OPENER = re.compile(r"[\"'“‘«(\[]{0,3}\w")
_INITIALS = re.compile(r"(?:^|[\s(\"“.])(?:[^\W\d_]\.){1,4}$")
_GIVEN = re.compile(r"[A-ZÀ-Þ](?:\.[A-ZÀ-Þ]){1,2}")
_HALVES = re.compile("[\ud800-\udfff]")
_LONG_RUN = re.compile(r"\S{65,}")


class Layout(msgspec.Struct, frozen=True):
    """One block of text: a paragraph, a list item, a heading."""

    start: int
    end: int
    block: Block
    section: str | None
    lead: Span | None
    paragraph: int


def sentences(text: str, body_start: int = 0, masthead_end: int = 0) -> list[Sentence]:
    """Every sentence of ``text``. What lies before ``masthead_end`` is masthead; ``body_start`` is where a wire dateline
    on the first line of reporting ends."""
    out: list[Sentence] = []
    for part in blocks(text, body_start, masthead_end):
        for start, end in _split(text, part.start, part.end):
            out.append(Sentence(start, end, text[start:end], part.block, part.section, part.lead, part.paragraph))
    return out


_LABELS = 3


def blocks(text: str, body_start: int = 0, masthead_end: int = 0) -> Iterator[Layout]:
    """Paragraphs, items and headings in order, with the section heading that governs each."""
    section: str | None = None
    number = 0
    heads_open = True
    turn: Span | None = None
    paragraphs = list(_paragraphs(text))
    dotted = sum(_DOTTED.match(text, *p) is not None for p in paragraphs) >= _LABELS
    for start, end in paragraphs:
        number += 1
        if end <= masthead_end:
            yield Layout(start, end, "masthead", None, None, number)
            continue
        if start < body_start < end:
            start = body_start
        item = _BULLET.match(text, start, end)
        begin = item.end() if item else start
        name, sep, after = _lead(text, begin, end, bool(item))
        if name is None and dotted and (stopped := _DOTTED.match(text, begin, end)):
            name, sep, after = Span(*stopped.span("name")), ".", stopped.end() - 1
        label = " ".join(text[name.start : name.end].lower().split()) if name else ""
        if (
            name
            and sep == ":"
            and heads_open
            and not item
            and label not in layout().sections
            and _heads(text, paragraphs, number)
        ):
            yield Layout(after, end, "headline", section, name, number)
            continue
        if name is None and not item and _is_heading(text[start:end]):
            label = text[start:end].strip(" :.-–—").lower()
            if label in layout().sections or (not heads_open and text[start:end].isupper() and len(label) < 40):
                section = label
                yield Layout(start, end, "header", section, None, number)
            else:
                yield Layout(start, end, "headline" if heads_open else "header", section, None, number)
                if not heads_open:
                    section = None
            continue
        heads_open = False
        if name and label in layout().sections:
            yield Layout(after, end, "item" if label in layout().wires else "body", label, None, number)
            continue
        known = label in layout().turns or label.split(" ")[0] in layout().turns
        if name and (known or (turn is not None and sep == ":" and text[name.start : name.end].isupper())):
            turn = name
            yield Layout(after, end, "body", section, name, number)
            continue
        if name and sep != "," and after < end:
            yield Layout(after, end, "item", section, name, number)
            continue
        summed = layout().sections.get(section or "") == "headlines"
        yield Layout(begin, end, "headline" if summed else "item" if item else "body", section, turn, number)


def _heads(text: str, paragraphs: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether the labelled line of this ``number`` is a headline ("Mozambique: Three beheaded in Ancuabe"): short, without a mark at its end,
    and over prose that has no such label."""
    start, end = paragraphs[number - 1]
    if number == len(paragraphs) or not _is_heading(text[start:end]):
        return False
    below = paragraphs[number]
    labelled = _lead(text, *below, False)[1] == ":" or _BULLET.match(text, *below) is not None
    return not labelled and not _is_heading(text[below[0] : below[1]])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Blocks between hard line breaks; a line that plainly runs on into the next is joined to it."""
    start, at, size = None, 0, len(text)
    while at < size:
        stop = text.find("\n", at)
        stop = size if stop < 0 else stop
        line = text[at:stop]
        if not line.strip():
            if start is not None:
                yield _trim(text, start, at)
            start = None
        else:
            start = at if start is None else start
            if not _runs_on(line, text[stop + 1 : stop + 200]):
                yield _trim(text, start, stop)
                start = None
        at = stop + 1
    if start is not None:
        yield _trim(text, start, size)


def _runs_on(line: str, following: str) -> bool:
    """Whether the newline after ``line`` only wraps it: long, no closing mark, and no bullet or new label below."""
    follow = following.split("\n", 1)[0]
    if not follow.strip() or _BULLET.match(follow):
        return False
    bare = line.rstrip()
    if bare and bare[-1].islower() and follow.lstrip()[:1].islower():
        return True
    if not 55 <= len(bare) <= 110 or len(follow.strip()) < 40:
        return False
    return bare[-1] not in '.!?:"”' or line.isupper()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_heading(line: str) -> bool:
    """A short line without a closing mark."""
    return len(line) <= 110 and line.rstrip()[-1:] not in '.!?"”’;,' and len(line.split()) <= 16


def _lead(text: str, start: int, end: int, item: bool) -> tuple[Span | None, str, int]:
    """The label at the head of a block ("KUNDUZ -", "Marib:", "- Pattani.") -> its span, its mark, where the text goes on."""
    logged = _LOGGED.match(text, start, min(end, start + 110))
    if logged and logged.end() < end and (item or not text[logged.end()].islower()):
        return Span(*logged.span("name")), ":", logged.end()
    found = _LEAD.match(text, start, min(end, start + 90))
    if not found or found.end() >= end:
        return None, "", start
    name, sep = found["name"], found["sep"].strip()
    words = name.split()
    rest = text[found.end() : found.end() + 3].lstrip()
    opens = rest and (rest[0].isupper() or rest[0] in "\"“'‘" or rest[0].isdigit())
    if not opens and not (rest and sep == ":" and name[0].isupper()):
        return None, "", start
    if (
        name.lower() not in layout().sections
        and not name.isupper()
        and any(w[0].islower() and w.lower() not in layout().lead_words and not _PARTICLE.match(w) for w in words)
    ):
        return None, "", start
    if sep == "." and not (item or name.lower() in layout().sections or _DATED.match(name)):
        return None, "", start
    if sep != ":" and not (item or name.isupper() or name.lower() in layout().sections or _DATED.match(name)):
        return None, "", start
    if len(words) > (9 if any(w[0].isdigit() for w in words) else 6) or name.lower() in layout().not_leads:
        return None, "", start
    return Span(*found.span("name")), sep, found.end()


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentence boundaries inside one block."""
    at = start
    for mark in _END.finditer(text, start, end):
        stop = mark.end()
        if stop - at < 2 or not _closes(text, at, mark.start(), stop, end):
            continue
        yield from _cut(text, *_trim(text, at, stop))
        at = stop
    if text[at:end].strip():
        yield from _cut(text, *_trim(text, at, end))


def _closes(text: str, at: int, dot: int, stop: int, end: int) -> bool:
    """Whether the mark at ``dot`` ends a sentence: no abbreviation or initial before it, a possible opener after it."""
    ahead = stop
    while ahead < end and text[ahead].isspace():
        ahead += 1
    if ahead >= end:
        return True
    if text[dot] == ";":
        left, right = text[max(at, dot - _NEAR) : dot], text[ahead : min(end, ahead + _NEAR)]
        return len(left.split()) >= 4 and len(right.split(None, 4)) > 3
    if dot == stop:
        return True  # a title that runs on
    opener = _OPENER.match(text, ahead, end)
    head = text[ahead : ahead + 4].lstrip("\"'“‘«([")
    if text[dot] == ".":
        back = max(at, dot - 12)
        before = text[back : dot + 1]
        word = re.split(r"[\s(\"“/-]", text[back:dot])[-1]
        if word.lower() in layout().abbreviations:
            shouted = word.isupper() and text[max(at, dot - _NEAR) : dot].isupper()
            if shouted or word.lower() not in layout().closers or not (opener and head[:1].isupper()):
                return False
            return not _STATE.fullmatch(word) or bool(_STARTER.match(text, ahead, end))
        if _INITIALS.search(before) and (
            len(word) == 1 or not head[:1].isupper() or _of_a_name(text, word, ahead, end)
        ):
            return False
        if dot + 1 < end and text[dot + 1].isalnum() and not _GLUED.match(text, dot):
            return False
    if not opener:
        return text[ahead] not in ",;:)"
    return not head[:1].islower()


def _of_a_name(text: str, word: str, ahead: int, end: int) -> bool:
    """ "Superintendent J.K. | Sharma": initials, and no word behind them that opens sentences."""
    return _GIVEN.fullmatch(word) is not None and not _STARTER.match(text, ahead, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most ``MAX_SENTENCE`` code points, broken at a space where there is one."""
    while end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        stop = space if space > start else start + MAX_SENTENCE
        yield _trim(text, start, stop)
        start, _ = _trim(text, stop, end)
    if end > start:
        yield start, end


def readable(sentence: str) -> str:
    """The same length of text, made safe for the parser: shouted text in lower case, endless words and halves of
    surrogate pairs blanked."""
    out = _HALVES.sub("\ufffd", sentence)
    out = _LONG_RUN.sub(lambda m: "x" + " " * (len(m[0]) - 1), out)
    letters = sum(map(str.isalpha, out))
    if letters > 12 and sum(map(str.isupper, out)) > 0.7 * letters:
        low = out.lower()
        out = low if len(low) == len(out) else out
    return out
