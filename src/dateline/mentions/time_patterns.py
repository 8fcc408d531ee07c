"""The phrases of time as patterns, and which of them a sentence's words ask for."""

import re
from functools import cache, lru_cache
from typing import Any

from dateline.packs.time_words import time_words

_BLANK = r"\s{1,3}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_APPROX = "(?:about|some|around|nearly|almost|more than|less than|over|at least|approximately|roughly|only|just)"
_NUMBERED = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]{1,3}(?:st|nd|rd|th))"
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_ROUGHLY = r"(?:(?:about|around|at least|the)\s{1,3})?"


@cache
def relation_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<word>{_any(time_words().relations)})\s{{1,3}}{_ROUGHLY}$", re.I)


@cache
def names_behind() -> re.Pattern[str]:
    w = time_words()
    return re.compile(rf"\s{{1,3}}(?:(?-i:{_any(w.names_capital)})|{_any(w.names_any)})\b", re.I)


@cache
def vocabulary() -> frozenset[str]:
    return frozenset().union(*(_needed(i) for i in range(len(time_words().rules))))


@lru_cache(maxsize=4096)
def asked(said: frozenset[str]) -> tuple[int, ...]:
    """The rules that a sentence with these words and marks of ours (see ``marks``) may fulfil, in their order."""
    return tuple(order for order in range(len(time_words().rules)) if not _needed(order).isdisjoint(said))


def marks(text: str) -> frozenset[str]:
    """The word classes that figures make up: "@digit" where there is one, "@year" where four may be a year."""
    if _YEAR.search(text):
        return frozenset({"@digit", "@year"})
    return frozenset({"@digit"} if _DIGIT.search(text) else ())


@cache
def _needed(order: int) -> frozenset[str]:
    w = time_words()
    classes = {
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
    w = time_words()
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
def compiled(order: int) -> tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None]:
    """The rule's pattern, and what may not stand left and right of it; compiled when first needed."""
    rule = time_words().rules[order]
    main = re.compile(rf"(?<![\w$€£#])(?<!\d[.,:/])(?:{_expand(rule.match)})(?!\w)", re.I)
    left = re.compile("(?:" + "|".join(map(_expand, rule.not_left)) + r")\Z", re.I) if rule.not_left else None
    right = re.compile("|".join(map(_expand, rule.not_right)), re.I) if rule.not_right else None
    return main, left, right
