"""People counted without a number ("a shepherd", "a couple and their three children"), and what a number says of its parts."""

from collections.abc import Sequence
from functools import cache

import msgspec

from dateline.mentions.ages import listed
from dateline.mentions.counted import Head, head, is_stop, noun_at, nouns, people_words
from dateline.mentions.counting import scanned
from dateline.mentions.items import MOST_ITEMS, counts_people, draft
from dateline.mentions.quantities import quantity
from dateline.mentions.shares import DETERMINERS, shared
from dateline.mentions.spans import spanned
from dateline.mentions.tally import Found, Number, made
from dateline.mentions.tokens import Tokens

_KIN = frozenset({"his", "her", "their"})
_NTH = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh"})
_AFTER_NTH = frozenset(
    {"was", "is", "has", "had", "died", "from", "who", "remains", "succumbed", ",", ".", "in", "at", "and", "were", ""}
)
_AFTER_ANOTHER = frozenset(
    "was is died suffered sustained lost succumbed wounded injured seriously critically killed dead hurt missing".split()
)
_COLLECTIVE = frozenset({"people", "personnel", "persons"})
_FLASH = frozenset({"shot", "among", "killed", "dead", "hurt", "held"})


def people(text: str, offset: int = 0) -> list[Number]:
    """Everything in a sentence that may count people, in order: numbers, single persons, families; shares as ``parts``.

    People in the plural without a number are given as ``bare``. Numbers that stand in the parts of another are left out.
    """
    tk, found = scanned(text, offset)
    numbers = spanned(tk, found)
    return [
        f.number
        for f in shared(tk, _families(tk, _persons(tk, numbers, offset), offset), offset)
        if counts_people(f.number)
    ]


def _persons(tk: Tokens, numbers: Sequence[Found], offset: int) -> list[Found]:
    """The numbers, and between them the persons who stand without one."""
    out: list[Found] = []
    taken = [False] * len(tk)
    for found in numbers:
        if found.number.use not in ("age", "compound", "identifier", "ordinal"):
            taken[found.first : found.end] = [True] * (found.end - found.first)
    rest = iter(numbers)
    following = next(rest, None)
    i = 0
    single, several = nouns()
    while i < len(tk):
        while following is not None and following.first <= i:
            out.append(following)
            i, following = max(i, following.end), next(rest, None)
        if i >= len(tk):
            break
        word = tk.low[i]
        likely = word in DETERMINERS or word in single or word in several or "-" in word
        found_here = _person(tk, i, offset) if likely and not taken[i] else None
        if found_here is None or any(taken[found_here.first : found_here.end]):
            i += 1
            continue
        out.append(found_here)
        i = found_here.end
    if following is not None:
        out.append(following)
    out.extend(rest)
    return [f for f in out if f.number.use in ("count", "share")]


def _person(tk: Tokens, i: int, offset: int) -> Found | None:
    """Someone who begins at token ``i``: with an article or a possessive, or bare."""
    word = tk.at(i)
    if word in DETERMINERS:
        return _together(tk, i, offset) or _nth(tk, i, offset) or _single(tk, i, offset)
    noun = noun_at(tk, i)
    if noun is None or not noun.people:
        return None
    if noun.many:
        return _bare(tk, i, offset)
    return _flash(tk, i, offset) or _kin(tk, i, offset)


def _single(tk: Tokens, i: int, offset: int) -> Found | None:
    """ "a street vendor", "the driver", "her husband"."""
    found = head(tk, _past_age(tk, i + 1), False)
    if found is None or not _one(tk, i, found):
        return None
    group = found.group
    definite = tk.at(i) not in ("a", "an", "another")
    n = made(
        tk,
        offset,
        i,
        found.end,
        found,
        low=1,
        high=1,
        kind="exact",
        numeral=False,
        definite=definite,
        another=tk.at(i) == "another",
    )
    return Found(msgspec.structs.replace(n, group=group), i, found.end)


def _past_age(tk: Tokens, i: int) -> int:
    """The token after "12-year-old" at ``i``, else ``i``."""
    if tk.digits(i) and tk.at(i + 1) in ("-", "‑") and tk.at(i + 2).endswith("old"):
        return i + 3
    if tk.digits(i) and tk.at(i + 1) in ("year", "month", "-") and tk.at(i + 2) == "old":
        return i + 3
    return i


def _one(tk: Tokens, i: int, found: Head) -> bool:
    """Whether a singular noun is one person: not a death, not a body of men, not an adjective."""
    noun = found.noun
    if not noun.people or not noun.one or noun.guessed:
        return False
    if noun.many and tk.at(i) not in ("a", "an", "another"):
        return False
    if noun.outcome is not None:
        return noun.lemma.split()[-1] in ("body", "corpse", "cadaver")
    if noun.lemma in ("casualty", "personnel", "other", "military", "police", "infantry", "human"):
        return False
    word = tk.at(found.end - 1)
    return not (noun.nation or word in people_words().weak) or (
        (is_stop(tk, found.end) or tk.at(found.end).endswith("ing")) and tk.at(found.end) not in ("'s", "’s")
    )


def _together(tk: Tokens, i: int, offset: int) -> Found | None:
    """ "an elderly couple", "the pair": persons counted by one word."""
    for k in range(i + 1, min(i + 4, len(tk))):
        size = people_words().together.get(tk.at(k))
        if size is None:
            if is_stop(tk, k):
                return None
            continue
        if not is_stop(tk, k + 1) or tk.at(k + 1) == "of" or (tk.at(k + 1) in ("'s", "’s") and tk.glued(k + 1)):
            return None
        n = made(
            tk,
            offset,
            i,
            k + 1,
            None,
            low=size,
            high=size,
            kind="exact",
            numeral=False,
            people=True,
            definite=tk.at(i) not in ("a", "an", "another"),
        )
        a, b = tk.start[k], tk.end[k]
        group = "civilians" if tk.at(k) == "couple" else None
        return Found(
            msgspec.structs.replace(n, group=group, noun=tk.text[a:b], noun_start=a + offset, noun_end=b + offset),
            i,
            k + 1,
        )
    return None


def _nth(tk: Tokens, i: int, offset: int) -> Found | None:
    """ "picked up a third", "another is critical": one more of the people told before."""
    if tk.at(i) == "the":
        return _other(tk, i, offset)
    end = i + 1 if tk.at(i) == "another" else i + 2
    if end == i + 2 and (tk.at(i) != "a" or tk.at(i + 1) not in _NTH):
        return None
    if tk.at(end) not in (_AFTER_NTH if end == i + 2 else _AFTER_ANOTHER):
        return None
    return Found(
        made(tk, offset, i, end, None, low=1, high=1, kind="exact", numeral=False, another=True, people=True), i, end
    )


def _other(tk: Tokens, i: int, offset: int) -> Found | None:
    """ "One died, the other was seriously hurt"; not "the other wounded nine people"."""
    told = tk.at(i + 1) == "other" and tk.at(i + 2) in _AFTER_ANOTHER and not tk.digits(i + 3)
    if not told or quantity(tk, i + 3) is not None or "one" not in tk.low[max(0, i - 14) : i]:
        return None
    return Found(
        made(tk, offset, i, i + 2, None, low=1, high=1, kind="exact", numeral=False, another=True, people=True),
        i,
        i + 2,
    )


def _bare(tk: Tokens, i: int, offset: int) -> Found | None:
    """ "residents", "civilians": people in the plural without a number."""
    found = head(tk, i, True)
    if (
        found is None
        or found.first != i
        or not found.noun.people
        or found.noun.guessed
        or found.noun.outcome is not None
    ):
        return None
    if (
        (found.noun.one and found.noun.lemma not in _COLLECTIVE)
        or tk.at(i) in people_words().weak
        or tk.at(i) in ("others", "members", "lives")
    ):
        return None
    definite = any(tk.at(k) in DETERMINERS or tk.at(k) in ("these", "those") for k in (i - 1, i - 2))
    told = listed(tk, found.end)  # "the boys, aged 9 and 12"
    n = made(
        tk,
        offset,
        i,
        found.end,
        found,
        low=told or 2,
        high=told or None,
        kind="exact" if told else "vague",
        numeral=False,
        bare=not told,
        definite=definite,
    )
    return Found(n, i, found.end)


def _flash(tk: Tokens, i: int, offset: int) -> Found | None:
    """Headline style without articles: "DRIVER DEAD", "Soldier shot"."""
    if i and tk.at(i - 1)[:1].isalnum() and not tk.caps:
        return None
    found = head(tk, i, False)
    if (
        found is None
        or not _one(tk, i - 1 if i == 0 else i, found)
        or tk.at(found.end) not in _FLASH
        or tk.at(found.end - 1) in people_words().weak
    ):
        return None
    return Found(made(tk, offset, i, found.end, found, low=1, high=1, kind="exact", numeral=False), i, found.end)


def _kin(tk: Tokens, i: int, offset: int) -> Found | None:
    """The second of two who share an article: "a mother and child"."""
    if tk.at(i - 1) not in ("and", ",") or tk.at(i - 2) not in _relatives() or not is_stop(tk, i + 1):
        return None
    found = head(tk, i, False)
    if found is None or tk.at(i) not in _relatives() or tk.at(found.end) == "of":
        return None  # "a man and father of six", "a girl, daughter of the chief"
    return Found(made(tk, offset, i, found.end, found, low=1, high=1, kind="exact", numeral=False), i, found.end)


@cache
def _relatives() -> frozenset[str]:
    return frozenset(
        n
        for k in people_words().people
        if k.id in ("family", "women", "children", "girls", "boys", "men")
        for n in k.nouns
    )


def _families(tk: Tokens, row: list[Found], offset: int) -> list[Found]:
    """Join persons of one household: "a couple and their three children" is five people, three of them children."""
    out: list[Found] = []
    k = 0
    while k < len(row):
        chain = [row[k]]
        of = k > 0 and tk.at(row[k].first - 1) == "of" and row[k - 1].end == row[k].first - 1
        alone = of and counts_people(row[k - 1].number)  # "a cousin of the mayor and his driver"
        while (
            not alone
            and k + len(chain) < len(row)
            and len(chain) < MOST_ITEMS
            and _kindred(tk, chain, row[k + len(chain)])
        ):
            chain.append(row[k + len(chain)])
        out.append(chain[0] if len(chain) == 1 else _family(tk, chain, offset))
        k += len(chain)
    return out


def _kindred(tk: Tokens, chain: list[Found], other: Found) -> bool:
    """Whether ``other`` belongs to the household of ``chain``: nothing between them but "and" or a comma, and "his" or "their"."""
    last, first = chain[-1].number, chain[0].number
    for n in (last, other.number):
        if not (counts_people(n) and n.people and n.high is not None and n.low == n.high and n.zero is None):
            return False
    between = [
        t
        for t in tk.low[chain[-1].end : other.first]
        if t not in (",", "and", "&", "aged", "(", ")") and not t.isdigit()
    ]
    if other.first - chain[-1].end > 6 or (other.first == chain[-1].end and tk.at(other.first) not in _KIN):
        return False
    owned = between[:1] == [tk.at(other.first - 1)] and between[0] in _KIN and len(between) == 1
    kin = owned or (not between and tk.at(other.first) in _KIN)
    bare_kin = not between and tk.at(other.first) in _relatives() and tk.at(chain[-1].end - 1) in _relatives()
    later = (
        not between
        and len(chain) > 1
        and other.number.noun is not None
        and (other.number.child or other.number.group == "civilians")
        and other.number.numeral
    )
    if not (kin or later or bare_kin) or (first.numeral and first.low > 1 and not kin):
        return False
    groups = {c.number.group for c in chain} | {other.number.group}
    return "combatants" not in groups


def _family(tk: Tokens, chain: list[Found], offset: int) -> Found:
    first, end = chain[0].first, chain[-1].end
    total = sum(c.number.low for c in chain)
    parts = tuple(
        draft(tk, offset, _own(tk, c), c.end, c.number.part, c.number.low, c.number.high)
        for c in chain
        if c.number.child and c.number.part is not None
    )
    n = made(
        tk,
        offset,
        first,
        end,
        None,
        low=total,
        high=total,
        kind="exact",
        numeral=chain[0].number.numeral,
        people=True,
        group="civilians",
    )
    lead = chain[0].number
    n = msgspec.structs.replace(
        n, parts=parts, noun=lead.noun, noun_start=lead.noun_start, noun_end=lead.noun_end, definite=lead.definite
    )
    return Found(n, first, end)


def _own(tk: Tokens, found: Found) -> int:
    return found.first - 1 if tk.at(found.first - 1) in _KIN else found.first
