"""What a number is when it counts nobody: a date, an age, a distance, a sum of money, a name."""

from dateline.mentions.ages import age_at
from dateline.mentions.counted import is_stop
from dateline.mentions.number_dates import is_date, is_time
from dateline.mentions.number_units import label_of, labels, unit_of, unit_of_vague, units
from dateline.mentions.quantities import Quantity
from dateline.mentions.tokens import Tokens
from dateline.packs.number_words import number_words


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
    if tk.glued(j) and tk.at(j)[:1].isalpha() and tk.at(j) not in units() and tk.at(j) not in ("k", "bn", "mn"):
        return True
    if i == 0 and tk.at(j) in (".", ")") and j + 1 < len(tk):
        return True
    return tk.named(i - 1) and not tk.caps and i >= 2 and tk.at(i - 1) not in labels() and _name_number(tk, i, j)


def _name_number(tk: Tokens, i: int, j: int) -> bool:
    """ "Delmas 75", "Route 66": a capitalised word in mid-sentence before a number that counts nothing."""
    if tk.at(i - 2) in (".", '"', "“", ":", ";", "-", "–", "—", "?", "!", ")"):
        return False
    if not (is_stop(tk, j) or tk.at(j) in ("'s", "’s")):
        return False
    return tk.at(j) not in ("were", "was", "are", "have", "had", "died", "of", "others", "people", "is")


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
        return unit_of_vague(tk, q)
    if _money(tk, q):
        return "money"
    label = label_of(tk, q)
    if label is not None:
        return label
    if q.figure:
        if is_time(tk, q):
            return "time"
        unit = unit_of(tk, q)
        if unit is not None and unit not in ("ordinal", "vote", "time"):
            return unit
        if is_date(tk, q):
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
    if is_time(tk, q):
        return "time"
    if is_date(tk, q):
        return "date"
    unit = unit_of(tk, q)
    if unit is not None:
        return unit
    return "age" if age_at(tk, q) else None
