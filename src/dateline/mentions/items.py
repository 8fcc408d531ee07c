"""The items of a list of people: "five soldiers and seven civilians"."""

import msgspec

from dateline.mentions.tally import Found, Number, PartDraft
from dateline.mentions.tokens import Tokens
from dateline.model.incident import PartGroup

MOST_ITEMS = 6


def counts_people(n: Number) -> bool:
    return n.use == "count" and not n.things and not n.part_of


def draft(tk: Tokens, offset: int, first: int, end: int, group: PartGroup, low: int, high: int | None) -> PartDraft:
    a, b = tk.start[first], tk.end[end - 1]
    return PartDraft(group=group, low=low, high=high, start=a + offset, end=b + offset, text=tk.text[a:b])


def hidden(found: Found) -> Found:
    return msgspec.structs.replace(found, number=msgspec.structs.replace(found.number, part_of=True))


def in_row(tk: Tokens, end: int, first: int) -> bool:
    between = tk.low[end:first] if first - end <= 3 else ["…"]
    return bool(between) and all(t in (",", "and", "&", "as", "well") for t in between)


def break_down(tk: Tokens, row: list[Found], k: int, offset: int) -> None:
    """ "12 people - five soldiers and seven civilians - were killed": a list that sums up to the number before it."""
    total = row[k].number
    if (
        tk.at(row[k].end) not in ("-", "–", "—", ":", "(", ",")
        or total.kind != "exact"
        or not (counts_people(total) and total.people)
        or total.low < 2
    ):
        return
    items: list[Found] = []
    for found in row[k + 1 : k + 1 + MOST_ITEMS]:
        first = found.first == row[k].end + 1 if not items else in_row(tk, items[-1].end, found.first)
        n = found.number
        if not first or not (counts_people(n) and n.people and n.low == n.high):
            break
        items.append(found)
        if len(items) > 1 and tk.at(found.end) == "," and sum(f.number.low for f in items) == total.low:
            break  # "two dead, a cook and a pupil, and nine people hurt"
    if len(items) < 2 or sum(f.number.low for f in items) != total.low:
        return
    mixed = {total.group, *(f.number.group for f in items)} >= {"civilians", "combatants"}
    open_ended = total.part is not None and tk.at(items[-1].end) not in (",", ")", "-", "–", ".")
    if tk.at(row[k].end) == "," and (mixed or open_ended):
        return  # "Two women, a child and an old man were killed", "two policemen, a trader and a pupil": four people
    parts = [
        draft(tk, offset, f.first, f.end, f.number.part or f.number.group or "unknown", f.number.low, f.number.high)
        for f in items
    ]
    row[k] = msgspec.structs.replace(row[k], number=msgspec.structs.replace(total, parts=(*total.parts, *parts)))
    for m, f in enumerate(items):
        row[k + 1 + m] = hidden(f)
