"""What a number says of its parts: "including two children", "most of them civilians", "two of the dead were its fighters"."""

from functools import cache

import msgspec

from dateline.mentions.counted import Head, head
from dateline.mentions.items import MOST_ITEMS, break_down, counts_people, draft, hidden, in_row
from dateline.mentions.tally import Found, Number
from dateline.mentions.tokens import Tokens
from dateline.model.incident import PartGroup
from dateline.packs.number_words import number_words

DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "our", "my", "one's", "another", "this"})
_LEADS = (
    ("including", 1),
    ("include", 1),
    ("includes", 1),
    ("included", 1),
    ("incl", 1),
    ("among", 2),
    ("of", 2),
    ("inclusive", 2),
    ("counting", 1),
    ("comprising", 1),
    ("namely", 1),
)
_REACH = 40


def shared(tk: Tokens, row: list[Found], offset: int) -> list[Found]:
    """Give each number the shares told behind it, and mark those numbers as parts."""
    row = list(row)
    starts = {f.first: k for k, f in enumerate(row)}
    for k, found in enumerate(row):
        if not found.number.part_of:
            _of_them(tk, row, k, offset)
    for k in range(len(row)):
        break_down(tk, row, k, offset)
    for i in range(len(tk)):
        if tk.low[i] in _openers():
            _including(tk, row, starts, i, offset)
    return [msgspec.structs.replace(f, number=_settled(f.number)) if f.number.parts else f for f in row]


@cache
def _openers() -> frozenset[str]:
    return frozenset(w for w, _ in _LEADS) | frozenset(number_words().mostly)


def _whole(row: list[Found], k: int, first: int) -> int | None:
    """The number before place ``k`` of the row whose share is told at token ``first``."""
    for m in range(k - 1, max(k - 6, -1), -1):
        n = row[m].number
        if (
            counts_people(n)
            and not n.bare
            and n.zero is None
            and not n.of_them
            and not (n.all and n.noun is None)
            and (n.high is None or n.high > 1)
            and (n.people or n.noun is None)
        ):
            return m if first - row[m].end <= _REACH else None
    return None


def _of_them(tk: Tokens, row: list[Found], k: int, offset: int) -> None:
    """ "two of them soldiers", "most of whom were civilians", "all of them customers", "two of the dead were its fighters"."""
    found = row[k]
    n = found.number
    if n.use != "count" or not (
        n.of_them or _of_those(tk, row, k) or (tk.at(found.first) == "both" and n.noun is not None)
    ):
        return
    who = _who(tk, found)
    if who is None:
        return
    group: PartGroup = who.part or who.group or "unknown"
    if n.noun is not None and tk.at(found.first) != "both":
        part = draft(tk, offset, found.first, who.end, group, n.low, n.high)
        row[k] = msgspec.structs.replace(found, number=msgspec.structs.replace(n, parts=(part,)))
        return
    m = _whole(row, k, found.first)
    if m is None:
        return
    total = row[m].number
    for other in range(k + 1, len(row)):
        if row[other].first >= who.end:
            break
        row[other] = hidden(row[other])
    if n.all and tk.at(found.first) in ("all", "both", "every"):
        row[m] = msgspec.structs.replace(row[m], number=_all_of(tk, offset, total, found.first, who))
        row[k] = hidden(found)
        return
    low, high = _share_of(n, found, total)
    part = draft(tk, offset, found.first, who.end, group, low, high)
    row[m] = msgspec.structs.replace(row[m], number=msgspec.structs.replace(total, parts=(*total.parts, part)))
    row[k] = hidden(found)


def _of_those(tk: Tokens, row: list[Found], k: int) -> bool:
    """ "Of the 12 dead, seven were civilians": whether the number at ``k`` is a share of the one before it."""
    if (
        k == 0
        or row[k].number.noun is not None
        or not row[k].number.numeral
        or tk.at(row[k].end) not in ("was", "were")
    ):
        return False
    whole = row[k - 1].first
    return tk.at(whole - 1) == "of" or (tk.at(whole - 1) in ("the", "those", "these") and tk.at(whole - 2) == "of")


def _all_of(tk: Tokens, offset: int, total: Number, first: int, who: Head) -> Number:
    """The whole takes the group that all of it has."""
    group = who.group if total.group in (None, "unknown") else total.group
    parts = total.parts
    if who.part is not None and total.part != who.part:
        parts = (*parts, draft(tk, offset, first, who.end, who.part, total.low, total.high))
    return msgspec.structs.replace(total, group=group, parts=parts)


def _who(tk: Tokens, found: Found) -> Head | None:
    """The noun that tells who the share is: after "of them", past "were" and articles."""
    if tk.at(found.first) == "both":
        return head(tk, found.first + 1) if tk.at(found.first - 1) == "," else None
    k = found.end
    was = tk.at(k) in ("was", "were", "is", "are")
    while k < found.end + 4 and (
        tk.at(k) in ("was", "were", "is", "are", "believed", "to", "be", "reportedly", "said", "also")
        or tk.at(k) in DETERMINERS
    ):
        k += 1
    one = found.number.high == 1
    who = head(tk, k, not one) or (head(tk, k, False) if tk.at(k - 1) in ("a", "an") else None)
    if who is None or not who.noun.people or who.noun.outcome is not None or who.noun.guessed:
        return None
    if found.number.noun is not None and not was:
        return None
    return who


def _share_of(n: Number, found: Found, total: Number) -> tuple[int, int | None]:
    """The range of a share: its own number within the whole, or what "most", "half", "a third" of the whole come to."""
    q = found.quantity
    share = q.share if q is not None else None
    if share is None:
        high = n.high if n.high is not None else total.high
        return n.low, high if total.high is None or high is None else min(high, total.high)
    if share == "all":
        return total.low, total.high
    if share == "most":
        return total.low // 2 + 1, total.high
    num, den = (int(share[0]), int(share[1])) if isinstance(share, tuple) else (1, 2)
    return total.low * num // den, None if total.high is None else -(-total.high * num // den)


def _including(tk: Tokens, row: list[Found], starts: dict[int, int], i: int, offset: int) -> None:
    """ "including four children and a woman", "among them two soldiers", "mostly civilians" at token ``i``."""
    j = i + dict(_LEADS).get(tk.low[i], 1)
    if tk.low[i] == "among" and tk.at(i + 1) not in ("them", "whom"):
        return
    if tk.low[i] == "of" and tk.at(i + 1) != "whom":
        return
    if tk.low[i] == "inclusive" and tk.at(i + 1) != "of":
        return
    if tk.low[i] in number_words().mostly:
        _mostly(tk, row, i, offset)
        return
    if (tk.at(j)[:1].isalpha() or (tk.at(j) == "." and tk.low[i] == "incl")) and j not in starts and j + 1 in starts:
        j += 1
    k = starts.get(j)
    if k is None:
        _reversed(tk, row, i, offset)
        return
    m = _whole(row, k, i)
    if m is None or row[m].number.part_of:
        return
    first, total, parts = i, row[m].number, list(row[m].number.parts)
    for item in range(k, min(k + MOST_ITEMS, len(row))):
        found = row[item]
        n = found.number
        if item > k and not in_row(tk, row[item - 1].end, found.first):
            break
        if (
            not (counts_people(n) and n.people)
            or (
                n.outcome in ("killed", "injured")
                and total.noun is not None
                and total.noun.lower().endswith("casualties")
            )
            or (item > k and (n.bare or tk.at(found.end) in ("was", "were")))
            or (item > k and n.definite and tk.at(found.end) in ("said", "says", "told", "confirmed", "announced"))
        ):
            break
        high = n.high if total.high is None or n.high is None else min(n.high, total.high)
        if high is not None and n.low > high:
            break
        parts.append(draft(tk, offset, first, found.end, n.part or n.group or "unknown", n.low, high))
        row[item] = hidden(found)
        first = row[item + 1].first if item + 1 < len(row) else i
    row[m] = msgspec.structs.replace(row[m], number=msgspec.structs.replace(total, parts=tuple(parts)))


def _reversed(tk: Tokens, row: list[Found], i: int, offset: int) -> None:
    """ "two children among them": the share stands before the words that make it one."""
    k = next((m for m, f in enumerate(row) if f.end == i), None) if tk.low[i] == "among" else None
    if k is None or not counts_people(row[k].number) or not row[k].number.people or row[k].number.bare:
        return
    m = _whole(row, k, row[k].first)
    if m is None:
        return
    n, total = row[k].number, row[m].number
    group: PartGroup = n.part or n.group or "unknown"
    row[k] = hidden(row[k])
    if group != total.group:
        part = draft(tk, offset, row[k].first, i + 2, group, n.low, n.high)
        row[m] = msgspec.structs.replace(row[m], number=msgspec.structs.replace(total, parts=(*total.parts, part)))


def _mostly(tk: Tokens, row: list[Found], i: int, offset: int) -> None:
    """ "12 people, mostly civilians"."""
    who = head(tk, i + 1)
    k = next((m for m, f in enumerate(row) if f.first > i), len(row))
    m = next((p for p in range(k - 1, max(k - 3, -1), -1) if row[p].end <= i), None)
    if who is None or not who.noun.people or m is None or i - row[m].end > 8:
        return
    total = row[m].number
    if not counts_people(total) or total.bare or total.low < 2 or total.zero is not None:
        return
    group: PartGroup = who.part or who.group or "unknown"
    part = draft(tk, offset, i, who.end, group, total.low // 2 + 1, total.high)
    row[m] = msgspec.structs.replace(row[m], number=msgspec.structs.replace(total, parts=(*total.parts, part)))
    for p in range(k - 1, len(row)):
        if i < row[p].first < who.end or row[p].first == who.first:
            row[p] = hidden(row[p])


def _settled(n: Number) -> Number:
    """A whole whose parts belong to another side is of no one group: worshippers, most of them policemen."""
    soft = {p.group for p in n.parts}
    other = (
        "combatants" in soft
        if n.group == "civilians"
        else bool(soft & {"civilians", "children", "women", "women and children"})
    )
    return (
        msgspec.structs.replace(n, group="unknown")
        if n.group is not None and other and n.group != "unknown" and (n.group == "combatants" or "combatants" in soft)
        else n
    )
