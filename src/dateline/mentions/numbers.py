"""Numbers of one sentence: what each says as a range, what it counts, or why it counts nobody. Purely lexical, linear time."""

from dateline.mentions.ages import OLDEST
from dateline.mentions.counting import has_number, scanned
from dateline.mentions.persons import people
from dateline.mentions.tally import Number, PartDraft

__all__ = ["Number", "PartDraft", "find_ages", "find_numbers", "find_people"]


def find_numbers(text: str, offset: int = 0) -> list[Number]:
    """Every written quantity of a sentence, in order. ``offset`` is where the sentence begins in its article."""
    if not has_number(text):
        return []
    return [f.number for f in scanned(text, offset)[1]]


def find_ages(text: str, offset: int = 0) -> list[tuple[int, int, int]]:
    """Ages of single persons as (start, end, years): "aged 71", "a 12-year-old girl", "Prakash, 34,". Months give 0 years."""
    if not has_number(text):
        return []
    tk, row = scanned(text, offset)
    out: list[tuple[int, int, int]] = []
    for found in row:
        q = found.quantity
        if q is None or found.number.use != "age" or q.ranged or q.decimal or q.value is None or q.value > OLDEST:
            continue
        unit = tk.at(q.bare + 1) if tk.at(q.bare) in ("-", "‑") else tk.at(q.bare)
        years = q.value // 12 if unit.startswith("month") else 0 if unit.startswith(("day", "week")) else q.value
        out.append((tk.start[q.core] + offset, tk.end[q.bare - 1] + offset, years))
    return out


def find_people(text: str, offset: int = 0) -> list[Number]:
    """Everything in a sentence that may count people, in order: see ``persons``."""
    return people(text, offset)
