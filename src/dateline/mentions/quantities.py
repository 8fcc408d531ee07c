"""Written quantities in a row of tokens: "at least 14", "between 20 and 30", "more than three dozen". No noun is read here.

Everything looks only a bounded number of tokens ahead or back, so a scan is linear in the text.

"""

import re
from functools import cache

import msgspec

from dateline.mentions.tokens import Phrases, Tokens
from dateline.model.incident import CountKind
from dateline.packs.lexicon import read

_DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}\Z")
_MOST_DIGITS = 13


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Vague words and the least they mean; with ``of`` they count only before "of"."""

    low: int
    words: tuple[str, ...]
    of: bool = False


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for a share of a whole: ``most``, ``all``, or numerator and denominator."""

    words: tuple[str, ...]
    share: str | tuple[int, int]


class Zero(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say that nobody was harmed."""

    nobody: tuple[str, ...]
    verbs: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    lead: tuple[str, ...]
    examples: tuple[dict[str, str], ...]
    not_: tuple[str, ...] = msgspec.field(name="not")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and what must come out of it."""

    text: str
    value: tuple[int, int | None, str] | None = None
    use: str | None = None
    at: str | None = None


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``numbers.yml``."""

    words: dict[str, int]
    scales: dict[str, int]
    in_millions: frozenset[str]
    batches: dict[str, int]
    vague: tuple[Vague, ...]
    vague_examples: tuple[Example, ...]
    doubling: tuple[str, ...]
    before: dict[str, tuple[str, ...]]
    before_examples: tuple[Example, ...]
    after: dict[str, tuple[str, ...]]
    rising: frozenset[str]
    shares: tuple[Share, ...]
    mostly: tuple[str, ...]
    zero: Zero
    units: dict[str, tuple[str, ...]]
    unit_examples: tuple[Example, ...]
    money_before: frozenset[str]
    compass: frozenset[str]
    labels: dict[str, tuple[str, ...]]
    label_examples: tuple[Example, ...]
    months: frozenset[str]
    weekdays: frozenset[str]
    year_before: frozenset[str]
    stops: frozenset[str]
    between: frozenset[str]
    outcomes: dict[str, tuple[str, ...]]
    manner: frozenset[str]
    scoring: frozenset[str]
    sport_after: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The number words of English."""
    return read("lang/en/numbers.yml", NumberWords)


class Quantity(msgspec.Struct, frozen=True):
    """A written quantity: tokens ``first`` to ``end`` (exclusive) with its modifiers, the bare number at ``core`` up to ``bare``.

    ``value`` is the number itself, or null where only words such as "dozens" stand; ``figure`` says that it is in digits.
    """

    first: int
    end: int
    core: int
    bare: int
    low: int
    high: int | None
    kind: CountKind
    value: int | None = None
    figure: bool = False
    decimal: bool = False
    ranged: bool = False
    another: bool = False
    all: bool = False
    as_many: bool = False
    needs_of: bool = False
    share: str | tuple[int, int] | None = None


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


class _Plain(msgspec.Struct, frozen=True):
    """A number without modifiers."""

    value: int
    end: int
    figure: bool = False
    decimal: bool = False
    scale: int = 1


def _figure(tk: Tokens, i: int) -> _Plain:
    """A number in digits at token ``i``, with a scale word after it ("1.5 million") or groups set off by spaces ("1 234")."""
    raw = tk.low[i]
    j = i + 1
    if "." in raw and not _DOTTED.match(raw):
        scale = _scale(tk, j)
        if raw.count(".") == 1 and scale > 1 and len(raw) < _MOST_DIGITS:
            whole, part = raw.split(".")
            return _Plain(int(whole) * scale + int(part) * scale // 10 ** len(part), j + 1, True, False, scale)
        return _Plain(int(raw.split(".")[0][:_MOST_DIGITS]), j, True, True)
    bare = raw.replace(",", "").replace(".", "")
    if len(bare) > _MOST_DIGITS:
        return _Plain(int(bare[:_MOST_DIGITS]), j, True)
    if len(raw) <= 3 and raw[0] != "0" and tk.at(i - 1).rstrip(".") not in number_words().months:
        while j < len(tk) and j < i + 4 and _spaced_group(tk, j):
            bare += tk.low[j]
            j += 1
    value = int(bare)
    scale = _scale(tk, j)
    if scale > 1:
        return _Plain(value * scale, j + 1, True, False, scale)
    if tk.at(j) in tables().batches and not tk.at(j).endswith("e"):
        return _Plain(value * tables().batches[tk.low[j]], j + 1, True)
    return _Plain(value, j, True)


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


def _words(tk: Tokens, i: int) -> _Plain | None:
    """A number in words at token ``i``: "two hundred and five", "three dozen", "a hundred", "half a dozen"."""
    t = tables()
    total, current, scale, j = 0, -1, 1, i
    if tk.at(j) in ("a", "an") and (tk.at(j + 1) in t.scales or tk.at(j + 1) in t.batches):
        current, j = 1, j + 1
    elif tk.at(j) == "half" and tk.at(j + 1) == "a" and tk.at(j + 2) in ("dozen", "million"):
        return _Plain(6 if tk.at(j + 2) == "dozen" else 500_000, j + 3)
    elif tk.at(j) == "a" and tk.at(j + 1) == "half" and tk.at(j + 2) == "dozen":
        return _Plain(6, j + 3)
    elif tk.at(j) == "a" and tk.at(j + 1) in ("couple", "pair") and tk.at(j + 2) == "of":
        return _Plain(2, j + 2)
    elif tk.at(j) == "a" and tk.at(j + 1) in ("trio",):
        return _Plain(3, j + 2)
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
                    return _Plain(total, j + 1, scale=scale)
                current = -1
            scale = value
        elif word in t.batches and current >= 0:
            return _Plain((total + current) * t.batches[word], j + 1, scale=t.batches[word])
        elif word == "and" and scale > 1 and tk.at(j + 1) in t.unit and tk.at(j - 1) in t.scales:
            pass
        else:
            break
        j += 1
    if current < 0 and not total:
        return None
    while tk.at(j - 1) == "and":
        j -= 1
    return _Plain(total + max(current, 0), j, scale=scale)


def plain(tk: Tokens, i: int) -> _Plain | None:
    """The unmodified number at token ``i``, if one stands there."""
    if not 0 <= i < len(tk):
        return None
    return _figure(tk, i) if tk.digits(i) else _words(tk, i)


class _Core(msgspec.Struct, frozen=True):
    """A number, range or vague word before its modifiers are read."""

    low: int
    high: int | None
    kind: CountKind
    end: int
    first: _Plain | None = None
    ranged: bool = False
    needs_of: bool = False
    figure: bool = False
    decimal: bool = False
    value: int | None = None


def _vague(tk: Tokens, i: int) -> _Core | None:
    """ "dozens", "several", "a number of", "several hundred" at token ``i``."""
    t = tables()
    doubled = t.doubling.match(tk, i)
    if doubled is not None:
        word = tk.at(doubled[1]).removesuffix("s")
        times = t.batches.get(word) or t.scales.get(word)
        if times is not None:
            return _Core(low=2 * times, high=None, kind="vague", end=doubled[1] + 1)
    found = t.vague.match(tk, i)
    if found is None:
        return None
    value, end = found
    needs_of = value.endswith("of")
    if needs_of and (tk.at(end) != "of" or plain(tk, end + 1) is not None):
        return None
    return _Core(low=int(value.removesuffix("of")), high=None, kind="vague", end=end, needs_of=needs_of)


def _single(tk: Tokens, i: int) -> _Core | None:
    found = plain(tk, i)
    if found is None:
        return _vague(tk, i)
    if (
        found.value in (10, 100, 1000)
        and tk.at(found.end) == "s"
        and tk.glued(found.end)
        and tk.at(found.end + 1) == "of"
    ):
        return _Core(low=2 * found.value, high=None, kind="vague", end=found.end + 1)
    return _Core(
        low=found.value,
        high=found.value,
        kind="exact",
        end=found.end,
        first=found,
        figure=found.figure,
        decimal=found.decimal,
        value=found.value,
    )


def _range(tk: Tokens, i: int, left: _Core) -> _Core | None:
    """ "N to M", "N-M", "N or M" after ``left``."""
    j = left.end
    sign = tk.at(j)
    dash = sign in ("-", "–", "—") and tk.glued(j) and tk.glued(j + 1)
    if left.first is None or not (sign in ("to", "or") or dash):
        return None
    right = plain(tk, j + 1)
    if right is None or (dash and not right.figure):
        return None
    low = left.low
    if left.first.scale == 1 and right.scale > 1 and low * right.scale < right.value:
        low *= right.scale
    if low >= right.value and not dash:
        return None
    return _Core(
        low=low,
        high=right.value,
        kind="exact",
        end=right.end,
        first=left.first,
        ranged=True,
        figure=left.figure,
        decimal=left.decimal or right.decimal,
        value=low,
    )


def _rises(tk: Tokens, i: int) -> bool:
    """Whether "from" at token ``i`` follows "rose", "up" and the like, so that the number after it is replaced by another."""
    return any(tk.at(k) in number_words().rising for k in range(i - 1, max(i - 9, -1), -1))


def _spanned(tk: Tokens, i: int) -> tuple[_Core, int] | None:
    """ "between N and M", "from N to M" at token ``i``: the reading and the token where the first number stands."""
    word = tk.at(i)
    if word not in ("between", "from"):
        return None
    left = plain(tk, i + 1)
    if left is None:
        return None
    joint = "and" if word == "between" else "to"
    right = plain(tk, left.end + 1) if tk.at(left.end) == joint else None
    if right is None:
        return None
    low = (
        left.value * right.scale
        if left.scale == 1 and right.scale > 1 and left.value * right.scale < right.value
        else left.value
    )
    core = _Core(
        low=low,
        high=right.value,
        kind="exact",
        end=right.end,
        first=left,
        ranged=True,
        figure=left.figure,
        decimal=left.decimal or right.decimal,
        value=low,
    )
    if word == "from" and _rises(tk, i):
        return msgspec.structs.replace(
            core, low=right.value, value=right.value, first=right, figure=right.figure, ranged=False
        ), i + 1
    return (core, i + 1) if low < right.value else None


def _after(tk: Tokens, end: int) -> tuple[str | None, int]:
    """A modifier behind the number: "or more", "-plus", "+", "or so"."""
    found = tables().after.match(tk, end)
    if found is not None:
        return found
    if tk.glued(end) and tk.at(end) == "+":
        return "at_least", end + 1
    hyphen = 1 if tk.at(end) in ("-", "‑") and tk.glued(end) else 0
    if hyphen and tk.at(end + 1) in ("plus", "odd"):
        return ("at_least" if tk.low[end + 1] == "plus" else "about"), end + 2
    return None, end


def _bounded(core: _Core, kind: str | None) -> tuple[int, int | None, CountKind]:
    """Low, high and kind of ``core`` under a modifier. A range under "at least" keeps its lower end, under "up to" its upper."""
    low, high = core.low, core.high
    if kind == "at_least":
        return low, None, "at_least"
    if kind == "above":
        return (low + 1 if core.kind != "vague" else low), None, "at_least"
    if kind == "at_most":
        return (low, None, core.kind) if high is None else (0, high, "at_most")
    if kind == "below":
        return (low, None, core.kind) if high is None else (0, max(high - 1, 0), "at_most")
    return low, high, "about" if kind == "about" and core.kind == "exact" else core.kind


def quantity(tk: Tokens, i: int) -> Quantity | None:
    """The quantity that begins at token ``i``, with all its modifiers, or null."""
    t = tables()
    if not (tk.digits(i) or tk.at(i) in t.starts):
        return None
    if tk.at(i) == "as" and tk.at(i + 1) == "many" and tk.at(i + 2) != "as":
        return Quantity(first=i, end=i + 2, core=i + 1, bare=i + 2, low=0, high=None, kind="vague", as_many=True)
    if tk.at(i) == "same" and tk.at(i + 1) == "number" and tk.at(i - 1) in ("the", "a"):
        return Quantity(first=i, end=i + 2, core=i + 1, bare=i + 2, low=0, high=None, kind="vague", as_many=True)
    j, kind, another, whole = i, None, False, False
    for _ in range(5):
        found = t.before.match(tk, j)
        if found is None or (found[0] == "another" and tk.at(found[1]) == "of"):
            break
        if found[0] == "another":
            another = True
        elif found[0] == "all":
            whole = True
        elif found[0] != "plain":
            kind = kind or found[0]
        j = found[1]
    span = _spanned(tk, j)
    if span is not None:
        core, number = span
    else:
        found_core = _single(tk, j)
        if found_core is None:
            return _share(tk, i)
        core, number = _range(tk, j, found_core) or found_core, j
    behind, end = _after(tk, core.end)
    low, high, made = _bounded(core, kind or behind)
    return Quantity(
        first=i, end=end, core=number, bare=core.end, low=low, high=high, kind=made, value=core.value, figure=core.figure, decimal=core.decimal,
        ranged=core.ranged, another=another, all=whole, needs_of=core.needs_of,
    )  # fmt: skip


def _share(tk: Tokens, i: int) -> Quantity | None:
    """ "most of", "half of", "a third of", "all of", "both" at token ``i``; they say 1 or more, "both" says 2."""
    if tk.at(i) == "both" and tk.at(i + 1) != "sides":
        return Quantity(first=i, end=i + 1, core=i, bare=i + 1, low=2, high=2, kind="exact", all=True)
    found = tables().shares.match(tk, i)
    if found is None or tk.at(found[1]) != "of":
        return None
    share = number_words().shares[int(found[0])].share
    return Quantity(
        first=i, end=found[1], core=i, bare=found[1], low=1, high=None, kind="share", share=share, all=share == "all"
    )
