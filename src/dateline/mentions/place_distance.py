"""Distances before a name: \"some 40 km west of\"."""

import re

from dateline.mentions.place_names import Finder


def distance_before(f: Finder, i: int) -> tuple[float | None, int]:
    """A distance that ends before token ``i`` ("some 40 km"): km and the token it begins with (``i`` if none)."""
    j = i - 1
    if f.low(j) in ("the", "to", "due"):
        j -= 1
    if f.low(j) == "to":
        j -= 1
    unit = f.words.units.get(f.low(j))
    number = f.low(j - 1)
    if unit is None:
        m = re.fullmatch(r"(\d{1,4})(km|kms|mi|m)", f.low(j))
        if not m:
            return None, i
        return float(m.group(1)) * f.words.units[m.group(2)], j
    begin = j - 1
    value = f.words.numbers.get(number)
    if value is None and number.isdecimal() and len(number) < 6:
        value = float(number)
        written = f.tokens[begin].gap == "" == f.tokens[begin - 1].gap  # "1,200" and no list: "aged 6, 12 km off"
        if written and f.low(begin - 1) in (",", ".") and f.low(begin - 2).isdecimal() and len(f.low(begin - 2)) < 6:
            sign = f.low(begin - 1)
            whole = float(f.low(begin - 2))
            value = whole * 1000 + value if sign == "," and len(number) == 3 else whole + value / 10 ** len(number)
            begin -= 2
    if value is None:
        return None, i
    while f.low(begin - 1) in f.words.loosely:
        begin -= 1
    return value * unit, begin
