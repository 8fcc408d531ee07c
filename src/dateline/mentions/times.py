"""Time expressions in a sentence, as context-free drafts: what the words say, not which day it was.

``find_times`` knows nothing of the article: "on Sunday" is a weekday, "two days later" a distance. ``resolve.when`` turns
drafts into intervals. The phrases are rules in ``data/lang/en/times.yml``; every pattern is bounded, so finding is linear
in the sentence. Offsets are code points into the article's text.
"""

import re

import msgspec

from dateline.mentions.time_fields import fields_of, spelled
from dateline.mentions.time_parts import DAY_FORMS, Piece, join_parts
from dateline.mentions.time_patterns import asked, compiled, marks, names_behind, relation_before, vocabulary
from dateline.packs.time_words import Rule, time_words

_LEFT, _RIGHT = 40, 24  # code points looked at beside a match
_WORD = re.compile(r"[^\W\d_]+")
_TOLD_FORMS = {f"{which}_{unit}" for which in ("last", "this", "next") for unit in ("week", "weekend", "month", "year")}
_RELATED_FORMS = (
    {f for f in DAY_FORMS if not f.endswith(("_day", "_after", "_before"))}
    | {"month", "year", "season", "decade", "last_night", "tonight", "weekend", "weeks_ago", "months_ago", "years_ago"}
    | _TOLD_FORMS
)


class TimeMention(msgspec.Struct, frozen=True):
    """One time expression. ``form`` says how to read the numbers: "day", "weekday", "days_after", "past_hours" …

    ``weekday`` counts from Monday = 0. ``n`` is null where the words give no number ("hours later"). ``which`` is "last",
    "this", "next", "same", "following", "previous", "period", "last_week", "last_year" … as said beside the word. ``part``
    is "morning", "dawn", "early" … or a clock "HH:MM". ``relation`` is "since", "until", "by", "from", "before" or
    "after": for a distance ("two days before the attack") it is set when the event it is counted from follows.
    ``vague`` narrows a month or a year ("early", "mid", "late", "start", "end"). ``duration``: a length, not a date.
    """

    start: int
    end: int
    text: str
    form: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    day_to: int | None = None
    month_to: int | None = None
    year_to: int | None = None
    weekday: int | None = None
    weekday_to: int | None = None
    n: int | None = None
    unit: str | None = None
    season: str | None = None
    which: str | None = None
    part: str | None = None
    relation: str | None = None
    vague: str | None = None
    future: bool = False
    duration: bool = False


def find_times(text: str, offset: int = 0) -> list[TimeMention]:
    """Every time expression of ``text``, in order, none inside another; ``offset`` is where ``text`` lies in the article."""
    said = vocabulary().intersection(_WORD.findall(text.lower())) | marks(text)
    if not said:
        return []
    rules = time_words().rules
    found: list[Piece] = []
    for order in asked(said):
        found.extend(_matches(text, rules[order], order))
    out: list[TimeMention] = []
    free = 0  # a "since" may not be taken from the mention before
    for piece in join_parts(text, _longest(found)):
        if piece.rule is not None and not piece.rule.loose:
            out.append(_mention(text, offset, piece, free))
        free = piece.end
    return out


def rule_finds(rule_id: str, text: str) -> list[str]:
    """The pieces of ``text`` that one rule alone finds: for checking its near misses."""
    order = next(i for i, rule in enumerate(time_words().rules) if rule.id == rule_id)
    return [text[p.start : p.end] for p in _matches(text, time_words().rules[order], order) if p.rule is not None]


def _matches(text: str, rule: Rule, order: int) -> list[Piece]:
    pattern, left, right = compiled(order)
    flat = text.isupper() or text.islower()
    out = []
    for m in pattern.finditer(text):
        start, end = m.span("core") if "core" in pattern.groupindex and m["core"] else m.span()
        before, after = text[max(0, start - _LEFT) : start], text[m.end() : m.end() + _RIGHT]
        if (left and left.search(before)) or (right and right.match(after)):
            continue
        if not spelled(m, rule, flat, before, after) or (fields := fields_of(m, rule)) is None:
            continue
        named = rule.names and bool(names_behind().match(after))
        out.append(Piece(start, end, fields, None if named else rule, order))
    return out


def _longest(found: list[Piece]) -> list[Piece]:
    """Leftmost, then longest, then first rule; nothing overlaps."""
    out: list[Piece] = []
    end = -1
    for piece in sorted(found, key=lambda p: (p.start, -p.end, p.order)):
        if piece.start >= end:
            out.append(piece)
            end = piece.end
    return out


def _mention(text: str, offset: int, p: Piece, free: int) -> TimeMention:
    start, fields = p.start, p.fields
    said = fields["form"] in _RELATED_FORMS and "relation" not in fields
    possessive = text[p.end - 2 : p.end].casefold() in ("'s", "’s") or text[p.end : p.end + 1] in ("'", "’")
    m = relation_before().search(text[max(free, start - _LEFT) : start]) if said else None
    if m and possessive and m["word"].casefold() == "from":
        m = None  # "the toll from Friday's attack": the day of the attack
    if m:
        start -= len(m[0])
        fields["relation"] = time_words().relations[" ".join(m["word"].casefold().split())]
        if fields["relation"] == "before" and fields["form"] == "weekday" and not possessive:
            fields["future"] = True
    return TimeMention(offset + start, offset + p.end, text[start : p.end], **fields)
