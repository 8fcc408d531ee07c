"""Every written quantity of a sentence with the noun it counts, or the reason why it counts nobody."""

import re
from functools import cache, lru_cache

import msgspec

from dateline.mentions.counted import Head, head, is_stop, noun_at
from dateline.mentions.nobody import nobody, zero_firsts
from dateline.mentions.plain_numbers import plain, tables
from dateline.mentions.quantities import Quantity, quantity
from dateline.mentions.tally import Found, made
from dateline.mentions.tokens import Tokens
from dateline.mentions.uses import use_of
from dateline.packs.number_words import number_words

_DIGIT = re.compile(r"[0-9]")
_LETTERS = re.compile(r"[^\W\d_]+")
_PRONOUNS = frozenset({"them", "whom", "us", "which", "these", "those", "you"})
_DETERMINERS = frozenset("the its his her their our my your these those this that all said a an".split())
_ONE_BEFORE = frozenset(
    "no the this that each any every which another not only a such some day as by than at like".split()
)
_ONE_AFTER = frozenset(
    {
        "of",
        "was",
        "died",
        "sustained",
        "suffered",
        "received",
        "succumbed",
        "is",
        "has",
        "had",
        "dead",
        "later",
        ",",
        ".",
        "and",
        "in",
        "seriously",
        "critically",
        "badly",
        "remains",
        "",
        ";",
        ")",
        "more",
        "other",
        "from",
        "at",
        "on",
    }
)
_LATER_VERBS = frozenset(
    {"were", "was", "are", "is", "have", "had", "has", "died", "later", "reportedly", "being", "said"}
)


@cache
def _triggers() -> frozenset[str]:
    t = tables()
    loose = {"a", "an", "from", "as", "between", "other", "over", "the", "of", "about", "and", "up"}
    words = set(t.unit) | set(t.scales) | set(t.batches) | {"couple", "pair", "trio", "half", "both", "some", "few"}
    for vague in number_words().vague:
        words |= {w for phrase in vague.words for w in phrase.split()}
    for share in number_words().shares:
        words |= {w for phrase in share.words for w in phrase.replace("-", " ").split()}
    words |= {w for phrase in (*number_words().zero.nobody, *number_words().zero.lead) for w in phrase.split()}
    return frozenset(
        words
        - loose
        - {"or", "any", "part", "every", "person", "very", "suffering", "good", "great", "large", "high", "not"}
    )


def has_number(text: str) -> bool:
    """Whether a sentence may hold a number at all: one quick look at its words."""
    return _DIGIT.search(text) is not None or not _triggers().isdisjoint(_LETTERS.findall(text.lower()))


@lru_cache(maxsize=2)
def scanned(text: str, offset: int) -> tuple[Tokens, tuple[Found, ...]]:
    """The tokens of a sentence and every written quantity in it. The last answers are kept: several finders ask for them."""
    tk = Tokens(text)
    return tk, tuple(scan(tk, offset))


@cache
def _openers() -> frozenset[str]:
    """Every word that may begin a quantity."""
    return tables().starts | zero_firsts() | {"some"}


def scan(tk: Tokens, offset: int) -> list[Found]:
    """Every written quantity with its tokens."""
    out: list[Found] = []
    openers, low = _openers(), tk.low
    i = 0
    while i < len(tk):
        if low[i] not in openers and not "0" <= low[i][0] <= "9":
            i += 1
            continue
        found = nobody(tk, i, offset) or _number(tk, i, offset)
        if found is None:
            i += 1
            continue
        out.append(_whole(tk, out, _carry(tk, out, found)))
        i = max(i + 1, found.quantity.end if found.quantity is not None else found.end)
    return out


def _number(tk: Tokens, i: int, offset: int) -> Found | None:
    q = quantity(tk, i) or _some(tk, i)
    if q is None or (q.core == q.first and tk.at(i) in ("many", "few") and tk.at(i - 1) in ("how", "so", "too", "as")):
        return None
    use = "former" if _replaced(tk, q) else use_of(tk, q)
    fields: dict[str, object] = {
        "low": q.low,
        "high": q.high,
        "kind": q.kind,
        "another": q.another,
        "all": q.all,
        "as_many": q.as_many,
    }
    if use is not None:
        return Found(made(tk, offset, q.first, q.end, None, use=use, **fields), q.first, q.end, q)
    return _counting(tk, q, fields, offset)


def _some(tk: Tokens, i: int) -> Quantity | None:
    """ "some residents": at least two, when people follow."""
    if tk.at(i) != "some":
        return None
    j = i + 1
    while tk.at(j) in ("of", "the", "other", "its", "his", "their") and j < i + 4:
        j += 1
    found = head(tk, j)
    if found is None or not found.noun.people or found.noun.guessed:
        return None
    return Quantity(first=i, end=i + 1, core=i, bare=i + 1, low=2, high=None, kind="vague")


def _replaced(tk: Tokens, q: Quantity) -> bool:
    """A figure that another replaces: "up from 9", "to 14 from nine"."""
    words = number_words()
    return (
        tk.at(q.first - 1) == "from"
        and tk.at(q.first) != "from"
        and not q.ranged
        and any(tk.at(k) in words.rising for k in range(max(q.first - 9, 0), q.first - 1))
    )


def _counting(tk: Tokens, q: Quantity, fields: dict[str, object], offset: int) -> Found | None:
    """Read the noun behind a quantity that is no date, age or measure."""
    j, many = q.end, not (q.value == 1 and not q.ranged and q.low <= 1 and q.high == 1)
    use, of_them, noun = "count", False, None
    while tk.at(j) in number_words().between and noun_at(tk, j + 1) is not None and j < q.end + 2:
        j += 1
    if tk.at(j) in number_words().between:
        fields["another"] = True
    if j > q.end:
        fields["another"] = True
    if tk.at(q.end) == "of" and q.kind != "exact":
        j = q.end + 1
    out_of = 1 if tk.at(q.end) == "out" and tk.at(q.end + 1) == "of" else 0
    if out_of:
        noun, of_them, use, j = _partitive(tk, q.end + 2, many)
    elif tk.at(q.end) == "of" or (tk.at(j) == "of" and j > q.end):
        noun, of_them, use, j = _partitive(tk, (q.end if tk.at(q.end) == "of" else j) + 1, many)
    elif q.as_many and is_stop(tk, j):
        noun = None
    else:
        noun = head(tk, j, many) or (head(tk, j, False) if many and q.value == 1 and not q.ranged else None)
        j = noun.end if noun is not None else q.end
    if noun is not None and not noun.noun.people and use == "count":
        use = str(noun.noun.things)
    if not many and noun is not None and noun.noun.outcome is not None and _acts(tk, q, noun.end):
        return None
    if use == "count" and noun is None:
        use = _bare_use(tk, q, j, of_them, many)
    if q.core == q.first and tk.at(q.core) == "both" and noun is not None and tk.at(noun.end) == "and":
        return None
    number = made(tk, offset, q.first, q.end, noun, use=use, of_them=of_them, definite=_definite(tk, q), **fields)
    if (aboard := _aboard(tk, q)) is not None:
        on = made(tk, offset, q.first, aboard, None, people=True, **fields)
        return Found(on, q.first, aboard, q)
    if noun is None and tk.at(q.first - 1) == "of" and tk.at(q.first - 2) == "family":
        number = msgspec.structs.replace(number, people=True, group="civilians")
    return Found(number, q.first, max(j, q.end), q)


def _acts(tk: Tokens, q: Quantity, end: int) -> bool:
    """ "One killed four people": one of two bombs, no one dead."""
    other = plain(tk, end)
    whom = head(tk, other.end) if other is not None and not q.figure else None
    return whom is not None and whom.noun.people and whom.noun.outcome is None


def _aboard(tk: Tokens, q: Quantity) -> int | None:
    """The token after "of those aboard", "of the people on board": they were told of no number before."""
    if tk.at(q.end) != "of" or tk.at(q.end + 1) not in ("those", "the"):
        return None
    k = q.end + 2 + (tk.at(q.end + 2) in ("people", "persons"))
    if tk.at(q.end + 1) == "the" and k == q.end + 2:
        return None
    return k + 1 if tk.at(k) in ("aboard", "inside") else k + 2 if (tk.at(k), tk.at(k + 1)) == ("on", "board") else None


def _definite(tk: Tokens, q: Quantity) -> bool:
    return tk.at(q.first - 1) in ("the", "these", "those") or q.all


def _bare_use(tk: Tokens, q: Quantity, j: int, of_them: bool, many: bool) -> str:
    """The use of a number without a counted noun: a name ("the 5 Segond gang"), a pronoun ("one by one"), or a count."""
    if many and q.figure and j == q.end and not of_them:
        named = head(tk, j, False)
        if named is not None and (not named.noun.people or tk.named(q.core - 1)):
            return "name"
    if q.share is not None and not of_them and not q.all:
        return "share"
    if _ratio(tk, q):
        return "ratio"
    if (
        tk.at(q.end) in number_words().manner
        and tk.at(q.end).endswith("ly")
        and tk.at(q.first - 1) in (",", ";", "(", "and")
        and not tk.at(q.end + 1)[:1].isalpha()
    ):
        return "share"
    return "pronoun" if _idle(tk, q, of_them) else "count"


def _ratio(tk: Tokens, q: Quantity) -> bool:
    """ "one in five children"."""
    if q.value != 1 or tk.at(q.end) != "in":
        return False
    other = plain(tk, q.end + 1)
    if other is None or other.value < 2:
        return False
    noun = head(tk, other.end)
    return noun is not None and noun.noun.people


def _idle(tk: Tokens, q: Quantity, of_them: bool) -> bool:
    """A pronoun "one", "in two", "many" before nothing, "the number two": no count."""
    if tk.at(q.first - 1) == "number" and tk.at(q.end) in ("of", "in", "leader", "man"):
        return True
    if q.value == 1 and not q.figure and not of_them and q.kind == "exact" and q.high == 1:
        return tk.at(q.core - 1) in _ONE_BEFORE or (tk.at(q.end) not in _ONE_AFTER and tk.at(q.end) not in _outcomes())
    return tk.at(q.first - 1) in ("in", "into") and (q.value is not None and q.value <= 4) and not q.figure


@cache
def _outcomes() -> dict[str, str]:
    return {w: o for o, ws in number_words().outcomes.items() for w in ws}


def _partitive(tk: Tokens, j: int, many: bool) -> tuple[Head | None, bool, str, int]:
    """What stands after "of": the head, whether it is a share of people told before, the use, the token after the phrase."""
    if tk.at(j) in _PRONOUNS and (tk.at(j) not in ("these", "those") or is_stop(tk, j + 1)):
        k = j + 1
        word = tk.at(k)
        if tk.at(j) == "which":
            return None, True, "things", k
        if word in ("fatally", "mortally"):
            return None, True, "count", k
        manner = word in number_words().manner or (word.endswith("ly") and tk.at(k + 1) not in _LATER_VERBS)
        return None, True, "share" if manner else "count", k
    k = j
    while tk.at(k) in _DETERMINERS and k < j + 3:
        k += 1
    inner = plain(tk, k)
    if inner is not None and not is_stop(tk, inner.end):
        k = inner.end
    known = k > j
    k += tk.at(k) in ("burnt", "burned")  # "dozens of burnt huts"
    noun = head(tk, k, True) or (head(tk, k, False) if not known else None)
    if noun is None:
        return None, False, "count", j
    told = (
        known
        and noun.noun.people
        and (noun.noun.outcome is not None or noun.noun.lemma in ("victim", "casualty", "captive", "hostage"))
    )
    return noun, told, "count", noun.end


def _whole(tk: Tokens, before: list[Found], found: Found) -> Found:
    """The larger number in "12 of the 20 passengers", "one in five children" counts nobody harmed."""
    if not before or before[-1].quantity is None or found.number.use != "count":
        return found
    between = tk.low[before[-1].quantity.end : found.first] if found.first - before[-1].quantity.end <= 3 else []
    if before[-1].number.use == "ratio" and between == ["in"]:
        return msgspec.structs.replace(found, number=msgspec.structs.replace(found.number, use="ratio"))
    if (
        before[-1].number.use == "count"
        and between
        and (between[0] == "of" or between[:2] == ["out", "of"])
        and all(b in _DETERMINERS or b in ("of", "out") for b in between)
    ):
        return msgspec.structs.replace(found, number=msgspec.structs.replace(found.number, use="whole"))
    return found


def _carry(tk: Tokens, before: list[Found], found: Found) -> Found:
    """ "At least 14 people were killed and 32 wounded": the modifier holds for both."""
    n, q = found.number, found.quantity
    if q is None or n.use != "count" or n.kind != "exact" or q.first != q.core or not before:
        return found
    last = before[-1].number
    k = q.first - 1
    if not (tk.at(k) == "and" and last.use == "count" and last.kind == "at_least" and k - before[-1].end <= 4):
        return found
    ends = tk.at(k - 1) in _outcomes() and not any(
        tk.at(m) in (",", ";", ":") or tk.at(m).endswith("ing") for m in range(before[-1].end, k)
    )
    behind = any(tk.at(m) in _outcomes() for m in range(q.end, min(q.end + 4, len(tk))))
    if not (ends and behind):
        return found
    return msgspec.structs.replace(found, number=msgspec.structs.replace(n, high=None, kind="at_least", carried=True))
