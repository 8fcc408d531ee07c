"""One range told in two numbers with words between them: "range from at least 281 people to 1,729", "between 150 by the government
and 2,000 by local officials".
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from dateline.mentions.tally import Found
from dateline.mentions.tokens import Tokens
from dateline.packs.number_words import number_words

_REACH = 8  # tokens between the two numbers


def spanned(tk: Tokens, row: Sequence[Found]) -> list[Found]:
    """The numbers, the two ends of a range as the first of them with both; the second is left out."""
    out = list(row)
    for one, two in pairwise(row):
        if two in out and one in out and _ends_of_one(tk, one, two):
            out[out.index(one)] = _joined(one, two)
            out.remove(two)
    return out


def _ends_of_one(tk: Tokens, one: Found, two: Found) -> bool:
    a, b = one.number, two.number
    if a.use != "count" or b.use != "count" or a.of_them or b.of_them or two.first - one.end > _REACH:
        return False
    if one.quantity is None or two.quantity is None or b.high is None or a.low >= b.high:
        return False
    if one.quantity.ranged or two.quantity.ranged or (b.noun is not None and a.noun is not None and b.noun != a.noun):
        return False
    opens, joint = tk.at(one.first - 1), tk.at(two.first - 1)
    between = tk.low[one.end : two.first - 1]
    if (opens, joint) == ("from", "to"):
        return any(tk.at(k) in number_words().ranging for k in range(max(one.first - 4, 0), one.first - 1)) and (
            not between or between[0] in _VOICES
        )
    return (opens, joint) == ("between", "and") and bool(between) and between[0] in _VOICES


_VOICES = frozenset({"by", "according", "from", "given", "("})


def _joined(one: Found, two: Found) -> Found:
    """The first number with the upper end of the second, and the noun of whichever has one."""
    a, b = one.number, two.number
    number = msgspec.structs.replace(a, high=b.high, kind="exact")
    if a.noun is None and b.noun is not None:
        names = ("noun", "noun_start", "noun_end", "group", "part", "sex", "child", "outcome", "people", "things")
        number = msgspec.structs.replace(number, **{n: getattr(b, n) for n in names})
    return msgspec.structs.replace(one, number=number)
