"""Numbers without modifiers: "1,234", "1.5 million", "two hundred and five", "half a dozen"."""

import re
from functools import cache

import msgspec

from dateline.mentions.tokens import Phrases, Tokens
from dateline.packs.number_words import NumberWords, number_words

_DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}\Z")
_MOST_DIGITS = 13
_CENTURY = range(1900, 2100)


class _Tables:
    """The phrase tables, made once."""

    def __init__(self, w: NumberWords) -> None:
        self.before = Phrases((p, kind) for kind, ps in w.before.items() for p in ps)
        self.after = Phrases((p, kind) for kind, ps in w.after.items() for p in ps)
        self.vague = Phrases((p, f"{v.low}{'of' if v.of else ''}") for v in w.vague for p in v.words)
        self.doubling = Phrases((p, "") for p in w.doubling)
        self.shares = Phrases((p, str(k)) for k, s in enumerate(w.shares) for p in s.words)
        self.unit = dict(w.words)
        tens = [t for t in w.words if w.words[t] >= 20]
        ones = [o for o in w.words if 0 < w.words[o] < 10]
        self.unit.update({f"{t}-{o}": w.words[t] + w.words[o] for t in tens for o in ones})
        self.scales = w.scales | {f"{s}s": v for s, v in w.scales.items() if s in ("hundred", "thousand", "million")}
        self.batches = w.batches
        self.starts = (
            frozenset(self.unit)
            | frozenset(w.batches)
            | frozenset(self.scales)
            | self.vague.firsts
            | self.before.firsts
            | self.shares.firsts
            | {"a", "an", "between", "from", "as", "same", "half", "couple"}
        )


@cache
def tables() -> _Tables:
    """The compiled tables of English number words."""
    return _Tables(number_words())


class Plain(msgspec.Struct, frozen=True):
    """A number without modifiers."""

    value: int
    end: int
    figure: bool = False
    decimal: bool = False
    scale: int = 1


def _figure(tk: Tokens, i: int) -> Plain:
    """A number in digits at token ``i``, with a scale word after it ("1.5 million") or groups set off by spaces ("1 234")."""
    raw = tk.low[i]
    j = i + 1
    if "." in raw and not _DOTTED.match(raw):
        scale = _scale(tk, j)
        if raw.count(".") == 1 and scale > 1 and len(raw) < _MOST_DIGITS:
            whole, part = raw.split(".")
            return Plain(int(whole) * scale + int(part) * scale // 10 ** len(part), j + 1, True, False, scale)
        return Plain(int(raw.split(".")[0][:_MOST_DIGITS]), j, True, True)
    bare = raw.replace(",", "").replace(".", "")
    if len(bare) > _MOST_DIGITS:
        return Plain(int(bare[:_MOST_DIGITS]), j, True)
    if len(raw) <= 3 and raw[0] != "0" and tk.at(i - 1).rstrip(".") not in number_words().months:
        while j < len(tk) and j < i + 4 and _spaced_group(tk, j):
            bare += tk.low[j]
            j += 1
    value = int(bare)
    scale = _scale(tk, j)
    if scale > 1:
        return Plain(value * scale, j + 1, True, False, scale)
    if tk.at(j) in tables().batches and not tk.at(j).endswith("e"):
        return Plain(value * tables().batches[tk.low[j]], j + 1, True)
    return Plain(value, j, True)


def _scale(tk: Tokens, j: int) -> int:
    """What the token after a number in digits multiplies it by: "million", a glued "k", a glued "m" before people."""
    word = tk.at(j)
    if tk.glued(j) and word in ("k", "m"):
        return 1000 if word == "k" else 1_000_000 if tk.at(j + 1) in number_words().in_millions else 1
    return tables().scales.get(word, 1)


def _spaced_group(tk: Tokens, j: int) -> bool:
    return (
        len(tk.low[j]) == 3
        and tk.low[j].isascii()
        and tk.low[j].isdigit()
        and tk.start[j] == tk.end[j - 1] + 1
        and not (tk.at(j + 1) in (".", ",") and tk.glued(j + 1) and tk.digits(j + 2) and tk.glued(j + 2))
    )


def _words(tk: Tokens, i: int) -> Plain | None:
    """A number in words at token ``i``: "two hundred and five", "three dozen", "a hundred", "half a dozen"."""
    t = tables()
    total, current, scale, j = 0, -1, 1, i
    opener, second = tk.at(i), tk.at(i + 1)
    if opener in ("a", "an") and (second in t.scales or second in t.batches):
        current, j = 1, i + 1
    elif opener == "half" and second == "a" and tk.at(i + 2) in ("dozen", "million"):
        return Plain(6 if tk.at(i + 2) == "dozen" else 500_000, i + 3)
    elif opener == "a" and second == "half" and tk.at(i + 2) == "dozen":
        return Plain(6, i + 3)
    elif opener == "a" and second in ("couple", "pair") and tk.at(i + 2) == "of":
        return Plain(2, i + 2)
    elif opener == "a" and second == "trio":
        return Plain(3, i + 2)
    while j < len(tk) and j < i + 12:
        word = tk.low[j]
        if word in t.unit:
            value = t.unit[word]
            room = (
                current < 0
                or (current % 100 == 0 and value < 100)
                or (current % 10 == 0 and current % 100 >= 20 and value < 10)
            )
            if not room or (current == 0):
                break
            current = max(current, 0) + value
        elif word in t.scales and (current >= 0 or total):
            value = t.scales[word]
            if value == 100:
                current = max(current, 1) * 100
            else:
                total, scale = total + max(current, 1) * value, value
                if not (tk.at(j + 1) in t.unit or (tk.at(j + 1) == "and" and tk.at(j + 2) in t.unit)):
                    return Plain(total, j + 1, scale=scale)
                current = -1
            scale = value
        elif word in t.batches and current >= 0:
            return Plain((total + current) * t.batches[word], j + 1, scale=t.batches[word])
        elif word == "and" and scale > 1 and tk.at(j + 1) in t.unit and tk.at(j - 1) in t.scales:
            pass
        else:
            break
        j += 1
    if current < 0 and not total:
        return None
    while tk.at(j - 1) == "and":
        j -= 1
    return Plain(total + max(current, 0), j, scale=scale)


def plain(tk: Tokens, i: int) -> Plain | None:
    """The unmodified number at token ``i``, if one stands there."""
    if not 0 <= i < len(tk):
        return None
    return _figure(tk, i) if tk.digits(i) else _words(tk, i)


def is_year(tk: Tokens, i: int) -> bool:
    """Whether token ``i`` is four bare digits between 1900 and 2099."""
    word = tk.at(i)
    return len(word) == 4 and word.isascii() and word.isdigit() and int(word) in _CENTURY
