"""What a number is when it counts nobody: a date, an age, a distance, a sum of money, a name."""

import re
from functools import cache

from dateline.mentions.counted import head, is_stop, noun_at
from dateline.mentions.quantities import Quantity, number_words
from dateline.mentions.tokens import Tokens

_CENTURY = range(1900, 2100)
OLDEST = 115
_IDENT = re.compile(r"[^\W\d_]{1,12}\Z")
_BRACKETS = {"(": ")", ",": ",", "-": "-", "–": "–", "—": "—"}
_BEINGS = frozenset("was is has had who and of from remains died whose said told were are both or".split())
_AT = frozenset({"at", "about", "around", "before", "after", "until", "by"})
_WITHIN = frozenset({"in", "at", "near", "around", "outside", "on", "to", "into", "inside"})


@cache
def _units() -> dict[str, str]:
    return {word: use for use, words in number_words().units.items() for word in words}


@cache
def _labels() -> dict[str, str]:
    return {word: use for use, words in number_words().labels.items() for word in words}


def year(tk: Tokens, i: int) -> bool:
    """Whether token ``i`` is four bare digits between 1900 and 2099."""
    word = tk.at(i)
    return len(word) == 4 and word.isascii() and word.isdigit() and int(word) in _CENTURY


def _month(tk: Tokens, i: int) -> bool:
    return tk.at(i) in number_words().months and (tk.named(i) or tk.at(i) not in ("may", "march", "mar", "sun", "jun"))


def _before(tk: Tokens, i: int) -> int:
    """The token before ``i``, past a full stop of an abbreviation and "the"."""
    k = i - 1
    while k >= 0 and i - k < 4 and tk.at(k) in (".", "the", "/") and k > 0:
        k -= 1
    return k


def _model(tk: Tokens, i: int) -> bool:
    """Whether the number at ``i`` hangs on letters: "AK-47", "S-300"."""
    return tk.glued(i) and tk.at(i - 1) in ("-", "‑") and tk.glued(i - 1) and tk.at(i - 2)[-1:].isalpha()


def _counts(tk: Tokens, j: int) -> bool:
    """Whether people in the plural stand right behind a number."""
    found = head(tk, j)
    return found is not None and found.noun.people


def _date(tk: Tokens, q: Quantity) -> bool:
    i, j = q.core, q.bare
    if not q.figure or _model(tk, i):
        return False
    small = q.value is not None and 0 < q.value <= 31 and not q.decimal
    after = j + 1 if tk.at(j) in ("st", "nd", "rd", "th") and tk.glued(j) else j
    after = after + 1 if tk.at(after) == "of" else after
    prior = _before(tk, i)
    if small and (_month(tk, after) or (tk.at(after) in ("-", "–", "/") and _month(tk, after + 1))):
        return True
    if _month(tk, prior) and tk.digits(prior - 1) and len(tk.low[i]) == 2 and not _counts(tk, j):
        return True
    if small and _month(tk, prior) and not tk.digits(prior - 1):
        return tk.at(prior - 1) not in ("in", "since", "during", "of", "last", "this") or not _counts(tk, j)
    if (
        small
        and tk.at(i - 1) in ("and", "to", "-", "–", ",", "or")
        and tk.digits(i - 2)
        and _month(tk, _before(tk, i - 2))
    ):
        return tk.at(j) in (",", "", ".", "and", "or") or is_stop(tk, j)
    if (
        small
        and tk.at(after) in ("and", "to", "-", "–", ",", "or", "&")
        and tk.digits(after + 1)
        and _month(tk, after + 2)
    ):
        return True
    if tk.glued(i) and tk.at(i - 1) in ("-", "/", ".", "–") and tk.digits(i - 2) and tk.glued(i - 1):
        return True
    if (
        tk.at(j) in ("/", "-", "–")
        and tk.glued(j)
        and tk.digits(j + 1)
        and tk.glued(j + 1)
        and (tk.at(j) == "/" or year(tk, i) or tk.at(j + 2) == "-")
    ):
        return True
    if tk.low[i].count(".") == 2 and len(tk.low[i]) in range(6, 11):
        return True
    return _year_use(tk, q)


def _year_use(tk: Tokens, q: Quantity) -> bool:
    """A bare year. Before a plural of people it is one only after a word such as "in" or "since"."""
    i, j = q.core, q.bare
    if tk.at(j) == "s" and tk.glued(j):
        return year(tk, i) or tk.at(i - 1) in ("'", "’")
    last = j - 1 if q.ranged else i
    if not (year(tk, i) and (last == i or tk.digits(last))) or tk.at(i - 1) in (
        "than",
        "least",
        "about",
        "some",
        "around",
        "nearly",
        "almost",
        "over",
    ):
        return False
    noun = next((n for k in (j, j + 1) if (n := noun_at(tk, k)) and n.many and not is_stop(tk, k)), None)
    if noun is None or _month(tk, i - 1):
        return True
    return tk.at(i - 1) in number_words().year_before or (tk.at(i - 1) == "," and tk.digits(i - 2))


def _clock(tk: Tokens, q: Quantity) -> bool:
    """Whether a number can be read off a clock: "0330", "1400"."""
    word = tk.low[q.core]
    return len(word) == 4 and word.isascii() and word.isdigit() and int(word) <= 2400 and int(word[2:]) < 60


def _time(tk: Tokens, q: Quantity) -> bool:
    i, j = q.core, q.bare
    if not q.figure and tk.at(j) not in ("am", "pm", "o'clock", "o", "a", "p"):
        return False
    if (tk.at(j) == ":" and tk.glued(j) and tk.digits(j + 1) and tk.glued(j + 1)) or (
        tk.at(i - 1) == ":" and tk.glued(i) and tk.digits(i - 2)
    ):
        return True
    if tk.at(j) in ("a", "p") and tk.at(j + 1) == "." and tk.at(j + 2) == "m":
        return True
    if tk.at(j) == "o" and tk.at(j + 1) in ("'", "’") and tk.at(j + 2) == "clock":
        return True
    word = tk.at(j)
    if _clock(tk, q) and tk.at(i - 1) in _AT and is_stop(tk, j):
        return True
    if word in ("hours", "hrs", "h", "gmt", "utc", "local") and _clock(tk, q):
        return word != "local" or tk.at(j + 1) == "time"
    return (
        word in _units() and _units()[word] == "time" and (word != "local" or tk.at(j + 1) == "time") and not q.another
    )


def _money(tk: Tokens, q: Quantity) -> bool:
    i = q.core
    marks = number_words().money_before
    if (
        tk.at(i - 1) in marks
        and tk.at(i - 1) not in ("us", "a", "c", "n", "hk", "birr")
        and (tk.glued(i) or tk.at(i - 1).isalpha())
    ):
        return True
    if (
        tk.glued(i)
        and tk.at(i - 1) in ("n",)
        and tk.raw(i - 1) == "N"
        and (len(tk.low[i]) > 2 or tk.at(i + 1) in ("million", "billion", "m", "bn"))
    ):
        return True
    return tk.at(i - 1) == "." and tk.at(i - 2) in ("rs", "tk", "ksh", "rp", "fr")


def _unit(tk: Tokens, q: Quantity) -> str | None:
    """The use that a word right behind the number (or behind a hyphen) gives it."""
    j = q.end if tk.at(q.end) else q.bare
    glued = tk.glued(j)
    word = tk.at(j)
    if word in ("-", "‑") and glued and not tk.digits(j + 1):
        return _compound(tk, j + 1)
    if word in (
        "more",
        "further",
        "additional",
        "full",
        "straight",
        "consecutive",
        "whole",
        "long",
        "other",
        "nautical",
        "square",
        "cubic",
        "metric",
        "short",
        "working",
        "calendar",
        "successive",
        "us",
        "u",
    ):
        nxt = j + 3 if word == "u" else j + 1
        unit = _units().get(tk.at(nxt))
        return (
            unit
            if unit in ("duration", "distance", "measure", "money", "frequency")
            and tk.at(nxt) not in ("m", "second", "block", "blocks", "points")
            else None
        )
    if word == "local" and tk.at(j + 1) != "time":
        return None
    if word in ("m", "k", "bn", "b") and glued:
        return (
            "distance"
            if word == "m" and tk.at(j + 1) in number_words().compass
            else "measure"
            if noun_at(tk, j + 1) is None
            else None
        )
    use = _units().get(word)
    if use == "duration" and tk.at(j + 1) in ("old", "of") and tk.at(j + 1 + (tk.at(j + 1) == "of")) in ("old", "age"):
        return "age"
    if use == "ordinal":
        return use if glued else None
    if use is None and glued and "-" in word and "0" <= tk.low[j - 1][0] <= "9":
        return None
    if (
        word
        in (
            "second",
            "point",
            "points",
            "pound",
            "block",
            "blocks",
            "foot",
            "square",
            "won",
            "som",
            "min",
            "time",
            "counts",
            "rounds",
            "bags",
            "sacks",
            "match",
            "matches",
            "per",
            "pc",
        )
        and not q.figure
        and q.value == 1
    ):
        return "frequency" if word == "time" else None
    return use


def _compound(tk: Tokens, j: int) -> str:
    """The use in "12-year-old", "155-mm", "two-day", "three-man", "40-strong"."""
    word = tk.at(j)
    unit, _, rest = word.partition("-")
    if unit in ("year", "yr", "month", "day", "week") and (rest.startswith("old") or tk.at(j + 1) == "old"):
        return "age"
    use = _units().get(unit)
    return use if use in ("distance", "measure", "calibre", "duration", "percent", "money", "frequency") else "compound"


def _identifier(tk: Tokens, q: Quantity) -> bool:
    i, j = q.core, q.bare
    if not q.figure or q.first != i:
        return False
    prior = tk.at(i - 1)
    if len(tk.low[i].replace(",", "")) >= 7 and "," not in tk.low[i] and not tk.low[i].endswith("000"):
        return True
    if len(tk.low[i]) > 1 and tk.low[i][0] == "0" and not q.decimal:
        return True
    if (
        tk.glued(i)
        and (prior in ("-", "‑", "+", "#", "_", "/") or prior[:1].isalpha())
        and not (prior == "-" and not tk.glued(i - 1))
    ):
        return not (prior == "-" and tk.digits(i - 2))
    if tk.glued(j) and tk.at(j)[:1].isalpha() and tk.at(j) not in _units() and tk.at(j) not in ("k", "bn", "mn"):
        return True
    if i == 0 and tk.at(j) in (".", ")") and j + 1 < len(tk):
        return True
    return tk.named(i - 1) and not tk.caps and i >= 2 and tk.at(i - 1) not in _labels() and _name_number(tk, i, j)


def _name_number(tk: Tokens, i: int, j: int) -> bool:
    """ "Delmas 75", "Route 66": a capitalised word in mid-sentence before a number that counts nothing."""
    if tk.at(i - 2) in (".", '"', "“", ":", ";", "-", "–", "—", "?", "!", ")"):
        return False
    if not (is_stop(tk, j) or tk.at(j) in ("'s", "’s")):
        return False
    return tk.at(j) not in ("were", "was", "are", "have", "had", "died", "of", "others", "people", "is")


def _label(tk: Tokens, q: Quantity) -> str | None:
    """ "No. 38", "resolution 2139", "caliber 5.56", "aged 71"."""
    i = q.first
    k = i - 2 if tk.at(i - 1) == "." and tk.glued(i - 1) else i - 1
    use = _labels().get(tk.at(k))
    if use is None or k < 0:
        return None
    if tk.at(i - 1) == "." and tk.at(k) not in ("no", "nos", "art", "tel", "ref", "vol", "cal", "mk"):
        return None
    if use == "age":
        return None if noun_at(tk, q.end) and not is_stop(tk, q.end) else "age"
    if use == "date":
        return "date" if year(tk, q.core) else None
    if tk.at(k) in ("no", "number", "nos") or use == "calibre":
        return use if q.figure or use == "calibre" else None
    cased = tk.named(k) and not tk.caps
    ends = is_stop(tk, q.end) and tk.at(q.end) not in ("were", "are", "have", "died", "of")
    return use if ends and (q.figure or cased) else None


def age_at(tk: Tokens, q: Quantity) -> bool:
    """Whether a number is the age of someone: ", 34,", "(34)", "aged 11 and 14", "between 4 and 71 years old"."""
    if q.value is None or q.value > OLDEST or q.decimal or q.another:
        return False
    if _label(tk, q) == "age" or _unit(tk, q) == "age":
        return True
    if tk.at(q.first - 1) in ("and", "or", ",", "to", "between", "of") and any(
        tk.at(k) in ("aged", "ages", "age") for k in range(max(q.first - 6, 0), q.first)
    ):
        return is_stop(tk, q.end) and not (tk.at(q.first - 1) == "of" and tk.at(q.first - 2) != "age")
    if tk.at(q.first - 1) == "under" or tk.at(q.first) == "under":
        k = q.first - 1 if tk.at(q.first) == "under" else q.first - 2
        noun = noun_at(tk, k)
        return noun is not None and noun.child and is_stop(tk, q.end)
    return q.figure and q.first == q.core and not q.ranged and _apposed(tk, q)


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
        closing in (",", ".", ")", ";", "") or (closing in _BEINGS and closing not in ("were", "are", "both"))
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
        or _month(tk, k)
        or tk.at(k) in number_words().weekdays
        or not _IDENT.match(tk.at(k).replace("-", ""))
    ):
        return False
    while k >= 0 and tk.named(k) and i - k < 9:
        k -= 1
    return tk.at(k) not in _WITHIN


def score(tk: Tokens, q: Quantity) -> bool:
    """Whether two numbers with a dash are the result of a game or a vote."""
    i, j = q.core, q.bare
    pair = (tk.at(j) in ("-", "–") and tk.digits(j + 1)) or (tk.at(i - 1) in ("-", "–") and tk.digits(i - 2))
    if not pair and not (q.ranged and tk.at(i + 1) in ("-", "–")):
        return False
    end = j + 2 if tk.at(j) in ("-", "–") and tk.digits(j + 1) else j
    words = number_words()
    if tk.at(end) in words.sport_after or any(tk.at(k) in words.scoring for k in range(max(i - 8, 0), i)):
        return True
    return (
        not q.ranged and tk.glued(j) and tk.glued(j + 1)
        if tk.at(j) in ("-", "–")
        else not q.ranged and tk.glued(i) and tk.glued(i - 1)
    )


def use_of(tk: Tokens, q: Quantity) -> str | None:
    """Why the quantity counts nothing, or null where it may count. The noun is not asked here."""
    if q.value is None:
        return _units_of_vague(tk, q)
    if _money(tk, q):
        return "money"
    label = _label(tk, q)
    if label is not None:
        return label
    if q.figure:
        if _time(tk, q):
            return "time"
        unit = _unit(tk, q)
        if unit is not None and unit not in ("ordinal", "vote", "time"):
            return unit
        if _date(tk, q):
            return "date"
        if score(tk, q):
            return "score"
        if age_at(tk, q):
            return "age"
        if unit is not None:
            return unit
        if q.decimal:
            return "decimal"
        return "identifier" if _identifier(tk, q) else None
    if _time(tk, q):
        return "time"
    if _date(tk, q):
        return "date"
    unit = _unit(tk, q)
    if unit is not None:
        return unit
    return "age" if age_at(tk, q) else None


def _units_of_vague(tk: Tokens, q: Quantity) -> str | None:
    """ "several hours", "dozens of kilometres", "many years"."""
    j = q.end + 1 if tk.at(q.end) == "of" else q.end
    use = _units().get(tk.at(j))
    if use is None and tk.at(j) in ("more", "of", "us", "square", "nautical", "long"):
        use = _units().get(tk.at(j + 1))
    return use if use in ("duration", "distance", "measure", "money", "frequency", "percent") else None
