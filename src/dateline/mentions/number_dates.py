"""Numbers that are dates, years or hours."""

from dateline.mentions.counted import head, is_stop, noun_at
from dateline.mentions.number_units import units
from dateline.mentions.plain_numbers import is_year
from dateline.mentions.quantities import Quantity
from dateline.mentions.tokens import Tokens
from dateline.packs.number_words import number_words


def is_month(tk: Tokens, i: int) -> bool:
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


def is_date(tk: Tokens, q: Quantity) -> bool:
    i, j = q.core, q.bare
    if not q.figure or _model(tk, i):
        return False
    small = q.value is not None and 0 < q.value <= 31 and not q.decimal
    after = j + 1 if tk.at(j) in ("st", "nd", "rd", "th") and tk.glued(j) else j
    after = after + 1 if tk.at(after) == "of" else after
    prior = _before(tk, i)
    if small and (is_month(tk, after) or (tk.at(after) in ("-", "–", "/") and is_month(tk, after + 1))):
        return True
    if is_month(tk, prior) and tk.digits(prior - 1) and len(tk.low[i]) == 2 and not _counts(tk, j):
        return True
    if small and is_month(tk, prior) and not tk.digits(prior - 1):
        return tk.at(prior - 1) not in ("in", "since", "during", "of", "last", "this") or not _counts(tk, j)
    if (
        small
        and tk.at(i - 1) in ("and", "to", "-", "–", ",", "or")
        and tk.digits(i - 2)
        and is_month(tk, _before(tk, i - 2))
    ):
        return tk.at(j) in (",", "", ".", "and", "or") or is_stop(tk, j)
    if (
        small
        and tk.at(after) in ("and", "to", "-", "–", ",", "or", "&")
        and tk.digits(after + 1)
        and is_month(tk, after + 2)
    ):
        return True
    if tk.glued(i) and tk.at(i - 1) in ("-", "/", ".", "–") and tk.digits(i - 2) and tk.glued(i - 1):
        return True
    if (
        tk.at(j) in ("/", "-", "–")
        and tk.glued(j)
        and tk.digits(j + 1)
        and tk.glued(j + 1)
        and (tk.at(j) == "/" or is_year(tk, i) or tk.at(j + 2) == "-")
    ):
        return True
    if tk.low[i].count(".") == 2 and len(tk.low[i]) in range(6, 11):
        return True
    return _year_use(tk, q)


def _year_use(tk: Tokens, q: Quantity) -> bool:
    """A bare year. Before a plural of people it is one only after a word such as "in" or "since"."""
    i, j = q.core, q.bare
    if tk.at(j) == "s" and tk.glued(j):
        return is_year(tk, i) or tk.at(i - 1) in ("'", "’")
    last = j - 1 if q.ranged else i
    if not (is_year(tk, i) and (last == i or tk.digits(last))) or tk.at(i - 1) in number_words().amounts:
        return False
    noun = next((n for k in (j, j + 1) if (n := noun_at(tk, k)) and n.many and not is_stop(tk, k)), None)
    if noun is None or is_month(tk, i - 1):
        return True
    return tk.at(i - 1) in number_words().year_before or (tk.at(i - 1) == "," and tk.digits(i - 2))


def _clock(tk: Tokens, q: Quantity) -> bool:
    """Whether a number can be read off a clock: "0330", "1400"."""
    word = tk.low[q.core]
    return len(word) == 4 and word.isascii() and word.isdigit() and int(word) <= 2400 and int(word[2:]) < 60


def is_time(tk: Tokens, q: Quantity) -> bool:
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
    if _clock(tk, q) and tk.at(i - 1) in number_words().clock_before and is_stop(tk, j):
        return True
    if word in ("hours", "hrs", "h", "gmt", "utc", "local") and _clock(tk, q):
        return word != "local" or tk.at(j + 1) == "time"
    return word in units() and units()[word] == "time" and (word != "local" or tk.at(j + 1) == "time") and not q.another
