"""Numbers that are someone's age."""

import re

from dateline.mentions.counted import is_stop, noun_at
from dateline.mentions.number_dates import is_month
from dateline.mentions.number_units import label_of, unit_of
from dateline.mentions.quantities import Quantity
from dateline.mentions.tokens import Tokens
from dateline.packs.number_words import number_words

OLDEST = 115
_IDENT = re.compile(r"[^\W\d_]{1,12}\Z")


def age_at(tk: Tokens, q: Quantity) -> bool:
    """Whether a number is the age of someone: ", 34,", "(34)", "aged 11 and 14", "between 4 and 71 years old"."""
    if q.value is None or q.value > OLDEST or q.decimal or q.another:
        return False
    if label_of(tk, q) == "age" or unit_of(tk, q) == "age":
        return True
    said = next((k for k in range(max(q.first - 6, 0), q.first) if tk.at(k) in ("aged", "ages", "age")), None)
    if said is not None and tk.at(q.first - 1) in ("and", "or", ",", "to", "between", "of"):
        if not q.figure and any(tk.digits(k) for k in range(said, q.first)):
            return False  # "two of them aged under 18, and five were taken to hospital"
        return is_stop(tk, q.end) and not (tk.at(q.first - 1) == "of" and tk.at(q.first - 2) not in ("age", "ages"))
    if tk.at(q.first - 1) == "under" or tk.at(q.first) == "under":
        k = q.first - 1 if tk.at(q.first) == "under" else q.first - 2
        noun = noun_at(tk, k)
        return noun is not None and noun.child and is_stop(tk, q.end)
    return q.figure and q.first == q.core and not q.ranged and _apposed(tk, q)


def listed(tk: Tokens, i: int) -> int:
    """How many ages stand one by one behind token ``i``: two in ", aged 9 and 12"; 0 where they are none or a span of ages."""
    k = i + (tk.at(i) == ",")
    if tk.at(k) not in ("aged", "ages"):
        return 0
    k, count = k + 1, 0
    while tk.digits(k) and k < i + 20:
        count += 1
        after = k + 1 + (tk.at(k + 1) == ",")
        more = tk.at(after) == "and" or (tk.at(k + 1) == "," and tk.digits(after))
        if not more:
            break
        k = after + (tk.at(after) == "and")
    return count if count > 1 and tk.digits(k) else 0


def _apposed(tk: Tokens, q: Quantity) -> bool:
    """A number in apposition: a name or a person before the comma or bracket, nothing counted behind it."""
    i, j = q.first, q.end
    opening = tk.at(i - 1)
    if opening not in (",", "(") or i < 2 or "," in tk.low[i]:
        return False
    closing = tk.at(j)
    if opening == "(" and closing not in (")", ","):
        return False
    if opening == "," and not (
        closing in (",", ".", ")", ";", "")
        or (closing in number_words().beings and closing not in ("were", "are", "both"))
    ):
        return False
    k = i - 2
    if tk.at(k) in ('"', "”", "’", "'"):
        k -= 1
    noun = noun_at(tk, k)
    if noun is not None and noun.people and noun.one and not noun.many:
        return True
    if (
        not tk.named(k)
        or tk.caps
        or is_month(tk, k)
        or tk.at(k) in number_words().weekdays
        or not _IDENT.match(tk.at(k).replace("-", ""))
    ):
        return False
    while k >= 0 and tk.named(k) and i - k < 9:
        k -= 1
    return tk.at(k) not in number_words().within
