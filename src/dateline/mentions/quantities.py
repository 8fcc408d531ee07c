"""Written quantities in a row of tokens: "at least 14", "between 20 and 30", "more than three dozen". No noun is read here.

Everything looks only a bounded number of tokens ahead or back, so a scan is linear in the text.
"""

import msgspec

from dateline.mentions.plain_numbers import Plain, plain, tables
from dateline.mentions.tokens import Tokens
from dateline.model.incident import CountKind
from dateline.packs.number_words import number_words


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


class _Core(msgspec.Struct, frozen=True):
    """A number, range or vague word before its modifiers are read."""

    low: int
    high: int | None
    kind: CountKind
    end: int
    first: Plain | None = None
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
