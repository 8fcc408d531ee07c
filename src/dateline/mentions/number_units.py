"""What the word beside a number makes of it: a unit ("40 km", "155-mm"), a label ("No. 38")."""

from functools import cache

from dateline.mentions.counted import is_stop, noun_at
from dateline.mentions.plain_numbers import is_year
from dateline.mentions.quantities import Quantity
from dateline.mentions.tokens import Tokens
from dateline.packs.number_words import number_words


@cache
def units() -> dict[str, str]:
    return {word: use for use, words in number_words().units.items() for word in words}


@cache
def labels() -> dict[str, str]:
    return {word: use for use, words in number_words().labels.items() for word in words}


def unit_of(tk: Tokens, q: Quantity) -> str | None:
    """The use that a word right behind the number (or behind a hyphen) gives it."""
    j = q.end if tk.at(q.end) else q.bare
    glued = tk.glued(j)
    word = tk.at(j)
    if word in ("-", "‑") and glued and not tk.digits(j + 1):
        return _compound(tk, j + 1)
    if word in number_words().unit_adjectives:
        nxt = j + 3 if word == "u" else j + 1
        unit = units().get(tk.at(nxt))
        return (
            unit
            if unit in ("duration", "distance", "measure", "money", "frequency")
            and tk.at(nxt) not in ("m", "second", "block", "blocks", "points")
            else None
        )
    if word == "local" and tk.at(j + 1) != "time":
        return None
    if word == "head":  # "eleven head of cattle", and not "two head teachers"
        return "measure" if tk.at(j + 1) == "of" or is_stop(tk, j + 1) else None
    if word in ("m", "k", "bn", "b") and glued:
        return (
            "distance"
            if word == "m" and tk.at(j + 1) in number_words().compass
            else "measure"
            if noun_at(tk, j + 1) is None
            else None
        )
    use = units().get(word)
    if use == "duration" and tk.at(j + 1) in ("old", "of") and tk.at(j + 1 + (tk.at(j + 1) == "of")) in ("old", "age"):
        return "age"
    if use == "ordinal":
        return use if glued else None
    if use is None and glued and "-" in word and "0" <= tk.low[j - 1][0] <= "9":
        return None
    if word in number_words().not_for_one and not q.figure and q.value == 1:
        return "frequency" if word == "time" else None
    return use


def _compound(tk: Tokens, j: int) -> str:
    """The use in "12-year-old", "155-mm", "two-day", "three-man", "40-strong"."""
    word = tk.at(j)
    unit, _, rest = word.partition("-")
    if unit in ("year", "yr", "month", "day", "week") and (rest.startswith("old") or tk.at(j + 1) == "old"):
        return "age"
    use = units().get(unit)
    return use if use in ("distance", "measure", "calibre", "duration", "percent", "money", "frequency") else "compound"


def unit_of_vague(tk: Tokens, q: Quantity) -> str | None:
    """ "several hours", "dozens of kilometres", "many years"."""
    j = q.end + 1 if tk.at(q.end) == "of" else q.end
    use = units().get(tk.at(j))
    if use is None and tk.at(j) in ("more", "of", "us", "square", "nautical", "long"):
        use = units().get(tk.at(j + 1))
    return use if use in ("duration", "distance", "measure", "money", "frequency", "percent") else None


def label_of(tk: Tokens, q: Quantity) -> str | None:
    """ "No. 38", "resolution 2139", "caliber 5.56", "aged 71"."""
    i = q.first
    k = i - 2 if tk.at(i - 1) == "." and tk.glued(i - 1) else i - 1
    use = labels().get(tk.at(k))
    if use is None or k < 0:
        return None
    if tk.at(i - 1) == "." and tk.at(k) not in ("no", "nos", "art", "tel", "ref", "vol", "cal", "mk"):
        return None
    if use == "age":
        return None if noun_at(tk, q.end) and not is_stop(tk, q.end) else "age"
    if use == "date":
        return "date" if is_year(tk, q.core) else None
    if tk.at(k) in ("no", "number", "nos") or use == "calibre":
        return use if q.figure or use == "calibre" else None
    cased = tk.named(k) and not tk.caps
    ends = is_stop(tk, q.end) and tk.at(q.end) not in ("were", "are", "have", "died", "of")
    return use if ends and (q.figure or cased) else None
