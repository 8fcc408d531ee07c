"""Time expressions in a sentence, as context-free drafts: what the words say, not which day it was.

``find_times`` knows nothing of the article: "on Sunday" is a weekday, "two days later" a distance. ``resolve.when`` turns
drafts into intervals. The phrases are rules in ``data/lang/en/times.yml``; every pattern is bounded, so finding is linear
in the sentence. Offsets are code points into the article's text.
"""

import re
from functools import cache, lru_cache
from typing import Any

import msgspec

from dateline.packs.lexicon import read

Fields = dict[str, Any]
_LEFT, _RIGHT = 40, 24  # code points looked at beside a match
_BLANK = r"\s{1,3}"
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_APPROX = "(?:about|some|around|nearly|almost|more than|less than|over|at least|approximately|roughly|only|just)"
_NUMBERED = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]{1,3}(?:st|nd|rd|th))"
_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|by|during|of|before|after|from|between|through|early|late|mid)[\s-]{1,3}$", re.I
)
_ADJECTIVAL = re.compile(r"(?:\b(?:the|a|its|his|their)|['’]s)\s{1,3}$", re.I)
_GAP = re.compile(r",?\s*(?:(?:on|of|in|into|the|that|at|about|around|day|local|time)\s{1,3}){0,3}", re.I)
_AFTER_DAY = re.compile(r",?\s{1,3}(?:(?:in|the|at)\s{1,3}){0,2}", re.I)
_IDIOMS = {(9, 11, None), (24, 7, None)}  # "9/11", "24/7"
_ROUGHLY = r"(?:(?:about|around|at least|the)\s{1,3})?"

DAY_FORMS = frozenset(f"{kind}day" for kind in ("", "week", "yester", "to", "same_", "next_", "previous_"))
DAY_FORMS |= {"day_of_month", "tomorrow", "days_ago", "days_after", "days_before"}
_WITH_PART = DAY_FORMS | {"range", "weekday_range", "tonight", "last_night"}
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


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase of ``times.yml``; the keys are explained there."""

    id: str
    form: str
    match: str
    needs: tuple[str, ...]
    examples: tuple[tuple[str, str, dict[str, Any]], ...]
    rejects: tuple[str, ...] = msgspec.field(name="not")
    set: dict[str, Any] = {}
    not_left: tuple[str, ...] = ()
    not_right: tuple[str, ...] = ()
    case: str | None = None
    capital: bool = False
    capital_month: bool = False
    names: bool = False
    loose: bool = False


class TimeWords(msgspec.Struct, frozen=True):
    """Everything in ``times.yml`` that finding needs."""

    months: dict[str, int]
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    numbers: dict[str, int]
    vague_numbers: tuple[str, ...]
    units: dict[str, str]
    seasons: dict[str, str]
    parts: dict[str, str]
    vagues: dict[str, str]
    relations: dict[str, str]
    counted: tuple[str, ...]
    names_capital: tuple[str, ...]
    names_any: tuple[str, ...]
    century_turn: int
    rules: tuple[Rule, ...]


class Piece(msgspec.Struct):
    """A match under way: where, which rule, which fields. ``rule`` null: a name that only looks like a time."""

    start: int
    end: int
    fields: Fields
    rule: Rule | None
    order: int


@cache
def words() -> TimeWords:
    """The time words of English."""
    return read("lang/en/times.yml", TimeWords)


def find_times(text: str, offset: int = 0) -> list[TimeMention]:
    """Every time expression of ``text``, in order, none inside another; ``offset`` is where ``text`` lies in the article."""
    said = _vocabulary().intersection(_WORD.findall(text.lower()))
    digits = _DIGIT.search(text) is not None
    if not digits and not said:
        return []
    rules = words().rules
    found: list[Piece] = []
    for order in _asked(frozenset(said), digits):
        found.extend(_matches(text, rules[order], order))
    out: list[TimeMention] = []
    free = 0  # a "since" may not be taken from the mention before
    for piece in _join(text, _longest(found)):
        if piece.rule is not None and not piece.rule.loose:
            out.append(_mention(text, offset, piece, free))
        free = piece.end
    return out


def rule_finds(rule_id: str, text: str) -> list[str]:
    """The pieces of ``text`` that one rule alone finds: for checking its near misses."""
    order = next(i for i, rule in enumerate(words().rules) if rule.id == rule_id)
    return [text[p.start : p.end] for p in _matches(text, words().rules[order], order) if p.rule is not None]


def _matches(text: str, rule: Rule, order: int) -> list[Piece]:
    pattern, left, right = _compiled(order)
    flat = text.isupper() or text.islower()
    out = []
    for m in pattern.finditer(text):
        start, end = m.span("core") if "core" in pattern.groupindex and m["core"] else m.span()
        before, after = text[max(0, start - _LEFT) : start], text[m.end() : m.end() + _RIGHT]
        if (left and left.search(before)) or (right and right.match(after)):
            continue
        if not _spelled(m, rule, flat, before, after) or (fields := _fields(m, rule)) is None:
            continue
        named = rule.names and bool(_names().match(after))
        out.append(Piece(start, end, fields, None if named else rule, order))
    return out


def _spelled(m: re.Match[str], rule: Rule, flat: bool, before: str, after: str) -> bool:
    """Whether upper and lower case allow this reading: "may" and "march" are words of every day."""
    groups = m.groupdict()
    spoken = [w for k in ("month", "month_to") if (w := groups.get(k))]
    if rule.capital_month:
        return bool(spoken) and spoken[0].rstrip(".").isupper() and len(spoken[0].rstrip(".")) <= 4
    if rule.capital:
        return m[0][m.start("core") - m.start()].isupper()
    if rule.case and not flat and any(w[0].islower() for w in spoken):
        return False
    if rule.case != "bare":
        return True
    word = spoken[0].casefold()
    told = any(groups.get(k) for k in ("vague", "which", "which_year"))
    if word in ("may", "march"):
        if flat:
            return bool(_PREPOSITION.search(before)) or (told and (groups.get("which") or "").casefold() != "this")
        return (
            told
            or bool(_PREPOSITION.search(before))
            or bool(_ADJECTIVAL.search(before) and re.match(r"\s[a-z]", after))
        )
    if word.endswith("."):
        return told or bool(_PREPOSITION.search(before))
    return flat or told or bool(_PREPOSITION.search(before)) or not re.match(r"\s[A-Z][a-z]", after)


def _fields(m: re.Match[str], rule: Rule) -> Fields | None:
    """The values of the match's groups; null where they make no time (year range that runs backwards, hour 25)."""
    raw = {k.rstrip("2"): v for k, v in m.groupdict().items() if v is not None and k not in ("core", "sep")}
    w = words()
    f: Fields = {"form": rule.form, **rule.set}
    for name, table in (("month", w.months), ("weekday", w.weekdays)):
        for key in (name, name + "_to"):
            if key in raw:
                f[key] = table[raw[key].casefold().rstrip(".")]
    for key in ("day", "day_to", "year", "year_to"):
        if key in raw:
            f[key] = int(raw[key])
    if "weekday_word" in raw:
        f["weekday"] = w.weekdays_short[raw["weekday_word"].casefold()]
    if "n" in raw:
        said = " ".join(raw["n"].casefold().split())
        f["n"] = int(said) if said.isdecimal() else w.numbers.get(said)
    if "season" in raw:
        f["season"] = w.seasons[raw["season"].casefold()]
    if "vague" in raw:
        f["vague"] = w.vagues[" ".join(raw["vague"].casefold().split())]
    if "anchored" in raw or ("anchored" in m.re.groupindex and m["anchored"] is not None):
        f["relation"] = "before" if rule.id in ("the_day_before", "counted_before") else "after"
    _units(f, raw, w)
    _told(f, raw)
    return f if _numbers(f, raw, w) else None


def _units(f: Fields, raw: dict[str, str], w: TimeWords) -> None:
    if "unit" in raw:
        f["unit"] = w.units[raw["unit"].casefold()]
    if "part" in raw:
        f["part"] = w.parts[" ".join(raw["part"].casefold().split())]
    if "shift" in raw:  # "the next morning" is the next day, in the morning
        said = raw["shift"].casefold()
        f["unit"] = w.units.get(said, "day") if said != "night" else "day"
        if said in w.parts:
            f["part"] = w.parts[said]


def _told(f: Fields, raw: dict[str, str]) -> None:
    which = " ".join((raw.get("which_week") or raw.get("which_year") or raw.get("which") or "").casefold().split())
    if which.startswith("of "):
        which = which[3:]
    which = {"this past": "last", "past": "last", "this coming": "next", "coming": "next", "preceding": "previous"}.get(
        which, which.removeprefix("the ").replace(" ", "_")
    )
    if which:
        f["which"] = which
        f["future"] = which.startswith("next")
    if early := raw.get("earlier", "").casefold():
        f["vague"] = {"earlier": "early", "later": None}.get(early, early)
    f["form"] = str(f["form"]).format(unit=f.get("unit"), which=which)


def _numbers(f: Fields, raw: dict[str, str], w: TimeWords) -> bool:
    """Settle numeric dates, short years and clocks in place; false where they are none."""
    if "month_number" in raw:
        f["month"] = int(raw["month_number"])
        if f["month"] > 12:  # 08/24/2016
            f["day"], f["month"] = f["month"], f["day"]
        if f["month"] > 12 or (f["day"], f["month"], f.get("year")) in _IDIOMS:
            return False
    if "short_year" in raw:
        two = int(raw["short_year"])
        f["year"] = two + (2000 if two < w.century_turn else 1900)
    if (to := f.get("year_to")) is not None and "year" in f:
        f["year_to"] = to = to if to > 99 else f["year"] // 100 * 100 + to
        if not f["year"] <= to <= f["year"] + 150:
            return False
    if "hour" in raw:
        hour, minute = int(raw["hour"]), int(raw.get("minute", 0))
        if half := raw.get("half"):
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
        f["part"] = f"{hour:02d}:{minute:02d}"
    return True


def _longest(found: list[Piece]) -> list[Piece]:
    """Leftmost, then longest, then first rule; nothing overlaps."""
    out: list[Piece] = []
    end = -1
    for piece in sorted(found, key=lambda p: (p.start, -p.end, p.order)):
        if piece.start >= end:
            out.append(piece)
            end = piece.end
    return out


def _join(text: str, pieces: list[Piece]) -> list[Piece]:
    """Put the part of the day to its day: "late" + "Friday", "Tuesday" + "before dawn", "at 23:40" + "17 October"."""
    out: list[Piece] = []
    for piece in pieces:  # a part before its day
        last = out[-1] if out else None
        if last and _is_part(last) and _is_day(piece) and _leads(last, gap := text[last.end : piece.start]):
            piece.fields["part"] = _finer(_part(last, gap), piece.fields.get("part"))
            if "into" in gap:
                piece.fields["vague"] = "into"
            piece.start = last.start
            out[-1] = piece
        else:
            out.append(piece)
    done: list[Piece] = []
    for piece in out:  # a part after its day
        last = done[-1] if done else None
        if last and _is_part(piece) and _is_day(last) and _trails(piece, text[last.end : piece.start]):
            last.fields["part"] = _finer(_part(piece, ""), last.fields.get("part"))
            last.end = piece.end
        else:
            done.append(piece)
    return done


def _leads(part: Piece, gap: str) -> bool:
    loose = part.rule is not None and part.rule.loose
    return bool(_GAP.fullmatch(gap)) and not (loose and "," in gap)


def _trails(part: Piece, gap: str) -> bool:
    loose = part.rule is not None and part.rule.loose
    return bool(_AFTER_DAY.fullmatch(gap)) and not (loose and ("," in gap or part.fields["part"] in ("early", "late")))


def _is_part(p: Piece) -> bool:
    return p.rule is not None and p.fields["form"] in ("part", "overnight")


def _is_day(p: Piece) -> bool:
    return p.rule is not None and p.fields["form"] in _WITH_PART


def _part(p: Piece, gap: str) -> str:
    if p.fields["form"] == "overnight":
        return "night" if "of" in gap.casefold().split() else "overnight"
    return str(p.fields["part"])


def _finer(new: str, old: str | None) -> str:
    """The more exact of two parts: a clock, then dawn or noon, then the morning, then early or late."""
    ranks = ("early", "late", "night", "morning", "afternoon", "evening")
    if old is None:
        return new
    rank = [ranks.index(p) if p in ranks else 99 for p in (new, old)]
    return new if rank[0] > rank[1] else old


def _mention(text: str, offset: int, p: Piece, free: int) -> TimeMention:
    start, fields = p.start, p.fields
    said = fields["form"] in _RELATED_FORMS and "relation" not in fields
    possessive = text[p.end - 2 : p.end].casefold() in ("'s", "’s") or text[p.end : p.end + 1] in ("'", "’")
    m = _relation().search(text[max(free, start - _LEFT) : start]) if said else None
    if m and possessive and m["word"].casefold() == "from":
        m = None  # "the toll from Friday's attack": the day of the attack
    if m:
        start -= len(m[0])
        fields["relation"] = words().relations[" ".join(m["word"].casefold().split())]
        if fields["relation"] == "before" and fields["form"] == "weekday" and not possessive:
            fields["future"] = True
    return TimeMention(offset + start, offset + p.end, text[start : p.end], **fields)


@cache
def _relation() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<word>{_any(words().relations)})\s{{1,3}}{_ROUGHLY}$", re.I)


@cache
def _names() -> re.Pattern[str]:
    w = words()
    return re.compile(rf"\s{{1,3}}(?:(?-i:{_any(w.names_capital)})|{_any(w.names_any)})\b", re.I)


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset().union(*(_needed(i) for i in range(len(words().rules))))


@lru_cache(maxsize=4096)
def _asked(said: frozenset[str], digits: bool) -> tuple[int, ...]:
    """The rules that a sentence with these words of ours, and with digits or without, may fulfil, in their order."""
    rules = words().rules
    return tuple(
        order
        for order, rule in enumerate(rules)
        if not _needed(order).isdisjoint(said) or (digits and "@digit" in rule.needs)
    )


@cache
def _needed(order: int) -> frozenset[str]:
    w = words()
    classes = {
        "@digit": (),
        "@month": w.months,
        "@weekday": (*w.weekdays, *w.weekdays_short),
        "@unit": w.units,
        "@part": {x for part in w.parts for x in part.split()},
        "@season": w.seasons,
    }
    return frozenset(x for need in w.rules[order].needs for x in classes.get(need, (need,)))


def _any(options: Any) -> str:
    """An alternation, longest first; a blank in a word is any white space."""
    return "|".join(re.escape(w).replace(r"\ ", _BLANK) for w in sorted(options, key=len, reverse=True))


@cache
def _macros() -> dict[str, str]:
    w = words()
    full = [m for m in w.months if len(m) > 4 or m in ("may", "june", "july")]
    short = [m for m in w.months if m not in full]
    month = rf"(?:(?:{_any(full)})(?![^\W\d_])|(?:{_any(short)})\.?(?![^\W\d_]))"
    bare = rf"(?:(?:{_any(full)})(?!\w)|(?:{_any(short)})\.)"
    year = r"(?:1[6-9]\d\d|20\d\d)(?!\d)(?![.,]\d)"
    day_group = rf"(?P<{{}}>{_DAY})(?:st|nd|rd|th)?(?!\d)(?![.,:/]\d)"
    shift = "day|morning|afternoon|evening|night|dawn|noon|week|weekend|month|year"
    out = {k: f"(?P<{k}>{month})" for k in ("month", "month_to")}
    out |= {k: f"(?P<{k.removeprefix('bare_')}>{bare})" for k in ("bare_month", "bare_month_to")}
    out |= {k: f"(?P<{k}>{year})" for k in ("year", "year_to")}
    out |= {k: day_group.format(k) for k in ("day", "day_to", "day_to2")}
    out |= {k: f"(?P<{k}>{_any(w.weekdays)})" for k in ("weekday", "weekday_to")}
    out |= {
        "n": rf"(?P<n>\d{{1,4}}|{_any(w.numbers)})(?!\w)",
        "vague_n": f"(?:{_any(w.vague_numbers)})",
        "approx": _APPROX.replace(" ", _BLANK),
        "anniversary_number": _NUMBERED,
        "unit": f"(?P<unit>{_any(w.units)})(?!\\w)",
        "whole_unit": "(?P<unit>week|month|year|weekend)(?!\\w)",
        "shift_unit": f"(?P<shift>{shift})(?!\\w)",
        "season": f"(?P<season>{_any(w.seasons)})",
        "vague": f"(?P<vague>{_any(w.vagues)})",
        "which_year": _expand(r"(?:,? (?:of )?(?P<which_year>this year|last year|that year|the same year|next year))?"),
        "part": f"(?P<part>{_any(w.parts)})(?!\\w)",
        "counted": f"(?:{_any(w.counted)})(?!\\w)",
    }
    return out


def _expand(pattern: str) -> str:
    spaced = re.sub(r"(?<!\[) (\??)(?!\])", lambda m: r"\s{0,3}" if m[1] else _BLANK, pattern)
    return re.sub(r"(?<!\?P)<([a-z_0-9]+)>", lambda m: _macros()[m[1]], spaced)


@cache
def _compiled(order: int) -> tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None]:
    """The rule's pattern, and what may not stand left and right of it; compiled when first needed."""
    rule = words().rules[order]
    main = re.compile(rf"(?<![\w$€£#])(?<!\d[.,:/])(?:{_expand(rule.match)})(?!\w)", re.I)
    left = re.compile("(?:" + "|".join(map(_expand, rule.not_left)) + r")\Z", re.I) if rule.not_left else None
    right = re.compile("|".join(map(_expand, rule.not_right)), re.I) if rule.not_right else None
    return main, left, right
