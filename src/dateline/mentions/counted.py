"""The nouns that numbers count: who or what stands at the head of a noun phrase, read left to right without a parse."""

from collections.abc import Container, Iterator
from functools import cache
from typing import Literal

import msgspec

from dateline.mentions.tokens import Tokens
from dateline.model.incident import Group, PartGroup
from dateline.packs.countries import Country
from dateline.packs.lexicon import read
from dateline.packs.number_words import number_words

_REACH = 9
_QUOTES = frozenset("\"“”„«»'‘’`´*")

Sex = Literal["female", "male"]


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of ``people`` in ``people.yml``: nouns of one group with what the word itself tells."""

    id: str
    group: Group
    nouns: tuple[str, ...]
    examples: tuple[str, ...]
    part: PartGroup | None = None
    sex: Sex | None = None
    child: bool = False
    outcome: str | None = None
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``people.yml``."""

    plurals: dict[str, tuple[str, ...]]
    same: frozenset[str]
    person_endings: dict[str, Group]
    nation_endings: tuple[str, ...]
    thing_endings: tuple[str, ...]
    former: frozenset[str]
    telling: dict[str, Group]
    people: tuple[Kind, ...]
    modifying: frozenset[str]
    weak: frozenset[str]
    together: dict[str, int]
    things: dict[str, tuple[str, ...]]


class Noun(msgspec.Struct, frozen=True):
    """A known noun in one of its forms. ``things`` names its class when it is no person; ``many``/``one`` tell its number."""

    lemma: str
    one: bool
    many: bool
    group: Group | None = None
    part: PartGroup | None = None
    sex: Sex | None = None
    child: bool = False
    outcome: str | None = None
    things: str | None = None
    guessed: bool = False
    nation: bool = False

    @property
    def people(self) -> bool:
        """Whether it is a person or a body, a death, a life."""
        return self.things is None


class Head(msgspec.Struct, frozen=True):
    """The head of a noun phrase: its tokens ``first`` to ``end`` (exclusive), what it is, and the group the phrase gives."""

    first: int
    end: int
    noun: Noun
    group: Group | None
    part: PartGroup | None
    others: bool = False


@cache
def people_words() -> PeopleWords:
    """The person and thing nouns of English."""
    return read("lang/en/people.yml", PeopleWords)


def plurals(noun: str) -> tuple[str, ...]:
    """Plural forms of an English noun by rule: "body" gives "bodies". Irregular ones stand in the data."""
    front, _, last = noun.rpartition(" ")
    lead = f"{front} " if front else ""
    known = people_words().plurals.get(last)
    if known is not None:
        return tuple(lead + k for k in known)
    if last.endswith("man"):
        return (f"{lead}{last[:-3]}men",)
    if last.endswith(("s", "x", "ch", "sh", "z")):
        return (f"{noun}es",)
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return (f"{noun[:-1]}ies",)
    return (f"{noun}s",)


class _Lexicon:
    """Every form of every noun; several words under their last, longest first."""

    def __init__(self) -> None:
        words = people_words()
        self.single: dict[str, Noun] = {}
        self.several: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
        for thing, nouns in words.things.items():
            for noun in nouns:
                self._enter(noun, Noun(lemma=noun, one=True, many=False, things=thing))
        for kind in words.people:
            for noun in kind.nouns:
                self._enter(noun, _person(noun, kind))
        for country in read("countries.yml", dict[str, Country]).values():
            for people in country.people:
                form = people.lower()
                both = not form.endswith("s")
                self.single.setdefault(form, Noun(lemma=form, one=False, many=True, group="unknown"))
                if not both:
                    self.single.setdefault(
                        form[:-1], Noun(lemma=form, one=True, many=False, group="unknown", nation=True)
                    )
        for found in self.several.values():
            found.sort(key=lambda e: -len(e[0]))

    def _enter(self, noun: str, entry: Noun) -> None:
        if noun in people_words().same or (noun.split()[-1] in people_words().same and " of " not in noun):
            self._put(noun, msgspec.structs.replace(entry, many=True))
            return
        self._put(noun, entry)
        for form in plurals(noun):
            self._put(form, msgspec.structs.replace(entry, one=form == noun, many=True))

    def _put(self, form: str, entry: Noun) -> None:
        row = tuple(form.split())
        if len(row) == 1:
            self.single[form] = entry
        else:
            self.several.setdefault(row[-1], []).append((row, entry))


def _person(noun: str, kind: Kind) -> Noun:
    return Noun(
        lemma=noun,
        one=True,
        many=False,
        group=kind.group,
        part=kind.part,
        sex=kind.sex,
        child=kind.child,
        outcome=kind.outcome,
    )


@cache
def _lexicon() -> _Lexicon:
    return _Lexicon()


def nouns() -> tuple[Container[str], Container[str]]:
    """The known nouns in all their forms, and the last words of those that are several words."""
    return _lexicon().single, _lexicon().several


def noun(word: str) -> Noun | None:
    """The known noun of one word, in lower case."""
    return _lexicon().single.get(word)


def noun_at(tk: Tokens, i: int) -> Noun | None:
    """The known noun whose last word is token ``i``."""
    word = tk.at(i)
    lexicon = _lexicon()
    for row, entry in lexicon.several.get(word, ()):
        if i + 1 >= len(row) and tuple(tk.low[i + 1 - len(row) : i + 1]) == row:
            return entry
    if word == "head" and _leads(tk, i):
        return lexicon.single["leader"]
    found = lexicon.single.get(word)
    if found is not None or "-" not in word:
        return found
    return lexicon.single.get(word.replace("-", "")) or lexicon.single.get(word.rpartition("-")[2])


def _leads(tk: Tokens, i: int) -> bool:
    """ "the head of the village council", and not "250 head of cattle", "at the head of the column"."""
    if tk.at(i + 1) != "of" or tk.at(i - 2) == "at" or tk.at(i - 1)[:1].isdigit():
        return False
    return tk.at(i + 2) in ("the", "a", "an", "its", "their", "his", "her") or tk.named(i + 2)


def is_stop(tk: Tokens, i: int) -> bool:
    """Whether a noun phrase that is read rightwards ends before token ``i``."""
    word = tk.at(i)
    if word == "us" and tk.raw(i) == "US" and not tk.caps:
        return False  # the country
    if not word or word in number_words().stops or word in number_words().words:
        return True
    if "0" <= word[0] <= "9":
        return not (tk.glued(i) and tk.at(i - 1) in ("-", "‑"))
    return not (
        word[0].isalpha() or word in _QUOTES or (word == "-" and tk.glued(i) and tk.glued(i + 1)) or word == "/"
    )


def _owner(tk: Tokens, i: int) -> bool:
    """Whether token ``i`` owns what follows: "driver's", "guests'"."""
    mark = tk.at(i + 1)
    if not tk.glued(i + 1):
        return False
    if mark in ("'s", "’s"):
        return True
    return (
        mark in ("'", "’")
        and tk.at(i).endswith("s")
        and not is_stop(tk, i + 2)
        and not any(tk.at(k) in ("'", "‘") for k in (i - 1, i - 2, i - 3))
    )


def guess(tk: Tokens, i: int) -> Noun | None:
    """What an unknown plural noun at token ``i`` may be, by its ending: "drillers" are people, "amendments" are things."""
    word = tk.at(i)
    if len(word) < 4 or word.endswith(("ss", "us", "'s", "as", "os")):
        return None
    words = people_words()
    for ending, group in words.person_endings.items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return Noun(lemma=word, one=False, many=True, group=group, guessed=True)
    if tk.named(i) and not tk.caps and word.endswith(words.nation_endings):
        return Noun(lemma=word, one=False, many=True, group="unknown", guessed=True)
    if word.endswith("s") and not (tk.named(i) and not tk.caps):
        return Noun(lemma=word, one=False, many=True, things="things", guessed=True)
    return None


def _fits(noun: Noun, many: bool) -> bool:
    return noun.many if many else noun.one


def _candidates(tk: Tokens, i: int, many: bool) -> Iterator[tuple[int, Noun, bool]]:
    """Tokens of the phrase from ``i`` that could be its head: token, noun, and whether another noun may still follow."""
    for k in range(i, min(i + _REACH, len(tk))):
        if tk.at(k) in _QUOTES or (tk.at(k) in ("'s", "’s") and tk.glued(k)):
            continue
        if is_stop(tk, k):
            return
        if _owner(tk, k):
            continue
        noun = noun_at(tk, k) or (guess(tk, k) if many else None)
        if noun is not None:
            yield k, noun, _fits(noun, many)


def head(tk: Tokens, i: int, many: bool = True) -> Head | None:
    """The head of the noun phrase that begins at token ``i``; ``many`` asks for a plural.

    The first noun that fits the number is the head, unless a fitting noun follows it at once ("women soldiers").
    """
    best: tuple[int, Noun] | None = None
    last = i
    for k, noun, fits in _candidates(tk, i, many):
        if best is not None and k != last + 1 and not (_modifies(tk, best[0], k) or _of_trade(tk, best, k, noun)):
            break
        if fits:
            if best is not None and ((noun.guessed and not best[1].guessed) or tk.at(k) in _participles()):
                break
            best = (k, noun)
        elif best is not None and not many:
            best = None if noun.many and k == last + 1 else best
            break
        last = k
    if best is None or (not many and _adjectival(tk, best[0])):
        return None
    return _made(tk, i, best[0], best[1])


def _modifies(tk: Tokens, k: int, other: int) -> bool:
    """Whether the noun at ``k`` may be an adjective of a noun at ``other`` with unknown words between ("army supply truck")."""
    return tk.at(k) in people_words().modifying and other - k <= 3


def _of_trade(tk: Tokens, thing: tuple[int, Noun], k: int, noun: Noun) -> bool:
    """ "a motorcycle taxi driver", "a bomb disposal expert": a person by a thing and what is done with it."""
    between = tk.at(thing[0] + 1)
    plain = between.isalpha() and between not in _participles() and not between.endswith(("s", "ed", "ing"))
    return thing[1].things is not None and noun.people and noun.one and k - thing[0] == 2 and plain


def _adjectival(tk: Tokens, k: int) -> bool:
    """Whether the noun at ``k`` is only an adjective of an unknown noun after it: "a police inquiry", "a general amnesty"."""
    if tk.at(k) not in people_words().modifying:
        return False
    nxt = k + 1
    if tk.at(nxt) in _QUOTES:
        nxt += 1
    if (
        is_stop(tk, nxt)
        or tk.at(nxt).endswith(("ed", "ly", "ing"))
        or tk.at(nxt) == "born"
        or tk.at(nxt) in _participles()
    ):
        return False
    return not tk.named(nxt) or tk.caps


@cache
def _participles() -> frozenset[str]:
    return frozenset(w for ws in number_words().outcomes.values() for w in ws)


def _made(tk: Tokens, i: int, k: int, noun: Noun) -> Head:
    """The head at token ``k`` of the phrase from ``i``, with a second noun joined to it ("women and girls")."""
    group = _group(tk, i, k, noun)
    first = k - (len(noun.lemma.split()) - 1)
    joined = _joined(tk, k) if noun.people and noun.many else None
    if joined is not None and joined[0].outcome is not None and noun.outcome is None:
        joined = None  # "killed seven people and abducted four others": a second verb
    if joined is None:
        return Head(first=max(first, i), end=k + 1, noun=noun, group=group, part=noun.part)
    other, end = joined
    parts = {noun.part, other.part}
    part: PartGroup | None = None
    if None not in parts:
        part = noun.part if len(parts) == 1 else "women and children"
    both = group if group == other.group else "unknown"
    return Head(first=max(first, i), end=end, noun=noun, group=both, part=part, others=True)


def _joined(tk: Tokens, k: int) -> tuple[Noun, int] | None:
    """A second plural person right after "and" or "or": no number, no article, no verb of saying of its own."""
    if tk.at(k + 1) not in ("and", "or", "/", "&"):
        return None
    for j in (k + 2, k + 3):
        noun = noun_at(tk, j)
        if noun is None:
            return None
        if (
            noun.people
            and noun.many
            and tk.at(j + 1) not in ("said", "say", "told", "fled")
            and tk.at(j) not in people_words().weak
        ):
            return None if (nxt := noun_at(tk, j + 1)) is not None and not nxt.people and nxt.many else (noun, j + 1)
        if not (noun.people and noun.one):
            return None
    return None


def _group(tk: Tokens, i: int, k: int, noun: Noun) -> Group | None:
    """The group of the phrase: the noun's own, or what an adjective before it tells ("former soldiers", "civilian deaths")."""
    words = people_words()
    group = noun.group
    if not noun.people:
        return None
    for j in range(max(i, k - 4), k):
        if tk.low[j] in words.former or tk.low[j].startswith("ex-"):
            return "civilians" if group == "combatants" else group
        if group == "unknown" and tk.low[j] in words.telling:
            group = words.telling[tk.low[j]]
    if tk.low[k].startswith("ex-") and group == "combatants":
        return "civilians"
    return group
