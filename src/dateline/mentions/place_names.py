"""The words of a sentence and the names among them: which runs of words may name a place, before any context is read."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple, Protocol

from dateline.mentions.place_mention import PlaceMention
from dateline.mentions.place_tokens import Token, tokens_of
from dateline.packs.countries import Countries
from dateline.packs.gazetteer import ARTICLES, Gazetteer, exact_key, place_words

BIG_CITY = 100_000  # people: a name without any place context counts from here on
MAX_NAME = 6  # words in a name
_ABBREVIATIONS = frozenset({"st", "ste", "mt", "ft"})
HELD_BY = (
    "-annexed",
    "-occupied",
    "-controlled",
    "-held",
    "-administered",
    "-ruled",
    "-run",
    "-governed",
    "-besieged",
    "-majority",
)
_ARTICLE_JOIN = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|ed|er|es|en|esh|eth|ez|d|l)[-'’]\w", re.IGNORECASE)


class Kit(Protocol):
    """What finding needs of the packs."""

    @property
    def countries(self) -> Countries: ...
    @property
    def gazetteer(self) -> Gazetteer: ...


class Name(NamedTuple):
    """A candidate: the tokens ``first``..``last`` (inclusive) and what was said about them."""

    first: int
    last: int
    adjective: str | None  # the country of a nationality word that opened it
    titled: bool
    possessed: bool  # "X's" before it


class Finder:
    """One sentence at work."""

    def __init__(
        self, text: str, offset: int, countries: Countries, gazetteer: Gazetteer, said: Collection[str] = ()
    ) -> None:
        self.text = text
        self.offset = offset
        self.countries = countries
        self.gazetteer = gazetteer
        self.said = said
        self.words = place_words()
        self.tokens = tokens_of(text)
        head = text[:400]
        letters, upper = sum(map(str.isalpha, head)), sum(map(str.isupper, head))
        self.caps = letters > 12 and upper > 0.8 * letters
        self.lower = letters > 12 and upper == 0
        self.found: list[PlaceMention] = []
        self.floor = 0  # the first token after the last mention found

    # ---- words

    def at(self, i: int) -> Token | None:
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def low(self, i: int) -> str:
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def words_of(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def capital(self, i: int) -> bool:
        token = self.tokens[i]
        if not token.word[0].isupper():
            return False
        if token.low not in self.words.function:
            return True
        return (
            len(token.word) > 1
            and token.word.isupper()
            and not self.caps
            and self.countries.by_name(token.word) is not None
        )

    def adjoining(self, i: int) -> bool:
        """Whether token ``i`` follows the one before it after one space."""
        return i < len(self.tokens) and self.tokens[i].gap == " "

    def government_area(self, i: int) -> int:
        """How many words from ``i`` on say that the name before them is an area of local government ("LGA")."""
        if self.low(i) in ("lga", "lgas"):
            return 1
        if (self.low(i), self.low(i + 1)) != ("local", "government"):
            return 0
        return 3 if self.low(i + 2) in ("area", "areas") else 2

    # ---- candidate names

    def starts_article(self, i: int) -> bool:
        """ "al-Bab" in one word, or "al- Hamidiyah", "al -Bab" broken in two."""
        token = self.tokens[i]
        if token.low not in ARTICLES:
            joined = _ARTICLE_JOIN.match(token.word) is not None and any(ch.isupper() for ch in token.word[2:])
            return joined and token.low not in self.words.not_places
        if i > 0 and token.word.istitle() and self.spelt(i):
            return True  # "As Sarj", "At Tall"
        after, name = self.at(i + 1), self.at(i + 2)
        return bool(
            after
            and name
            and after.word == "-"
            and len(after.gap) + len(name.gap) <= 1
            and name.word[0].isupper()
            and not token.word.isupper()
        )

    def spelt(self, i: int) -> bool:
        """Whether token ``i`` and the one or two after it are a known name."""
        for last in (i + 2, i + 1):
            if (
                last < len(self.tokens)
                and all(self.tokens[k].gap == " " and self.tokens[k].word[0].isupper() for k in range(i + 1, last + 1))
                and self.gazetteer.known(self.words_of(i, last))
            ):
                return True
        return False

    def breaks(self, i: int) -> bool:
        """Words that end a name and begin none: weekdays, titles, actors, nationalities."""
        token = self.tokens[i]
        low = token.low
        if low in self.words.not_places or low in self.words.titles:
            before = self.low(i - 1)
            placed = i > 0 and (before == "of" or before in self.words.prepositions or self.tokens[i - 1].possessive)
            return not (placed and (self.spelt(i) or self.placing(i)))
        if token.word.isupper() and 1 < len(token.word) <= 6 and not self.caps:
            return self.countries.by_name(token.word) is None and not self.shouted(i)
        return False

    def placing(self, i: int) -> bool:
        """ "in Sheikh Zuweid", "south of Sheikh Zuweid", "the town of Sheikh Zuweid": a title that opens a place's name."""
        if (
            self.low(i) not in self.words.placing
            or not self.adjoining(i + 1)
            or not self.tokens[i + 1].word[0].isupper()
        ):
            return False
        before = self.low(i - 1)
        if i and self.tokens[i - 1].possessive:
            return any(self.low(k) in self.words.kinds for k in range(i + 2, i + 4))  # "Aden's Sheikh Othman district"
        if before == "of":
            return self.low(i - 2) in self.words.directions or self.low(i - 2) in self.words.kinds
        return self.words.prepositions.get(before) in ("in", "near", "outskirts") and before not in ("on", "by", "over")

    def shouted(self, i: int) -> bool:
        """A whole lead or headline name in capitals ("EL OBEID, Sudan", "KUNDUZ -"), unlike an acronym inside a sentence."""
        if self.tokens[0].start == self.tokens[i].start or (
            i < 12 and all(t.word.isupper() or not t.word.isalpha() for t in self.tokens[:i])
        ):
            return self.gazetteer.known(self.tokens[i].word) or any(
                t.word.isupper() and len(t.word) > 2
                for t in self.tokens[max(0, i - 1) : i + 2]
                if t is not self.tokens[i]
            )
        return False

    def names(self) -> Iterator[Name]:
        i, n = 0, len(self.tokens)
        titled = possessed = False
        while i < n:
            if not (self.capital(i) or self.starts_article(i)):
                titled = self.low(i) in self.words.titles
                possessed = self.tokens[i].possessive
                i += 1
                continue
            if self.breaks(i) and not self.joined_country(i, 4):
                titled = self.low(i) in self.words.titles and not self.tokens[i].possessive
                possessed = self.tokens[i].possessive
                i += 1
                continue
            last = self.name_end(i)
            first, adjective = self.without_adjective(i, last)
            if first <= last:
                yield Name(first, last, adjective, titled, possessed)
            possessed = self.tokens[last].possessive
            titled = False
            i = last + 1

    def joined_country(self, i: int, most: int) -> int:
        """How many tokens from ``i`` on spell a country's name (0: none); the longest."""
        best = 0
        if not self.countries.may_open(self.tokens[i].low):
            return best
        for last in range(i, min(i + most + 2, len(self.tokens))):
            if last > i and (self.tokens[last].gap not in (" ", "") or self.tokens[last - 1].possessive):
                break
            if self.countries.by_name(self.words_of(i, last)):
                best = last - i + 1
        return best

    def name_end(self, i: int) -> int:
        """The last token of the name that begins at ``i``."""
        country = self.joined_country(i, 4)
        last = i
        if self.tokens[i].low in ARTICLES and self.low(i + 1) == "-":
            last = i + 2
        if country:
            last = max(last, i + country - 1)
        while last - i < MAX_NAME and not self.tokens[last].possessive:
            step = self.next_part(i, last)
            if not step:
                break
            last = step
        return last

    def next_part(self, first: int, last: int) -> int:
        """The token up to which the name goes on after ``last``, or 0."""
        n = last + 1
        if n >= len(self.tokens):
            return 0
        token = self.tokens[n]
        if (
            token.word == "."
            and token.gap == ""
            and self.low(last) in _ABBREVIATIONS
            and self.adjoining(n + 1)
            and self.capital(n + 1)
        ):
            return n + 1
        if token.word in ("'", "’") and token.gap == "" and self.low(last)[-1] == "s" and self.adjoining(n + 1):
            whose = self.tokens[n + 1].word[0].isupper() and self.words.kinds.get(self.low(n + 1)) == "landmark"
            return n + 1 if whose else 0  # "Martyrs' Square"
        if token.gap != " ":
            return 0
        if self.capital(n) or self.starts_article(n):
            if self.breaks(n) or self.government_area(n):
                return 0
            if last > first - 1 and self.countries.by_adjective(token.word):
                whole = self.adjoining(n + 1) and self.capital(n + 1) and self.words_of(first, n + 1)
                return n + 1 if whole and self.gazetteer.known(whole) else 0  # "Datu Saudi Ampatuan"
            broken = token.low in ARTICLES and self.low(n + 1) == "-" and self.tokens[n + 1].gap == ""
            return n + 2 if broken and n + 2 < len(self.tokens) else n
        if token.word.isdigit() and len(token.word) <= 3:
            after = self.at(n + 1)
            ends = after is None or not after.word[0].isalnum() or after.low in self.words.function
            return n if ends or (after is not None and after.low in self.words.kinds) else 0
        if token.low in self.words.particles:
            for far in (n + 1, n + 2):
                if self.adjoining(far) and (self.capital(far) or self.starts_article(far)) and not self.breaks(far):
                    return far
                if self.low(far) not in self.words.particles:
                    break
            return 0
        if token.low in ARTICLES and self.adjoining(n + 1) and self.tokens[n + 1].word[0].isupper():
            return n + 1 if self.gazetteer.known(self.words_of(first, n + 1)) else 0  # "Maarrat an Numan"
        if token.low == "of" and self.low(last) in self.words.of_heads:
            far = n + 2 if self.low(n + 1) == "the" else n + 1
            whole = far < len(self.tokens) and self.tokens[far].word[0].isupper() and self.words_of(first, far)
            if whole and (self.countries.by_name(whole) or self.gazetteer.known(whole)):
                return far
        return 0

    def without_adjective(self, first: int, last: int) -> tuple[int, str | None]:
        """Drop a nationality that opens the name ("Syrian Aleppo"), unless the whole is a name ("Central African Republic")."""
        if self.countries.by_name(self.words_of(first, last)):
            return first, None
        if first < last and self.low(first).endswith(HELD_BY):
            first += 1  # "Russian-occupied Donetsk"
        for size in (2, 1):
            if first + size - 1 <= last:
                iso = self.countries.by_adjective(self.words_of(first, first + size - 1))
                iso = iso or self.countries.by_people(self.words_of(first, first + size - 1))
                if iso and not (size <= last - first and self.gazetteer.known(self.words_of(first, last))):
                    return first + size, iso
        return first, None

    # ---- what stands around a name

    def known(self, name: str) -> bool:
        """Whether a name is a country's or in the gazetteer, or was said before in this article."""
        return bool(self.countries.by_name(name)) or name in self.said or self.gazetteer.known(name)

    def big(self, name: str) -> bool:
        """A name that needs no context: a country, a division, or a city there is no doubt about."""
        if self.countries.by_name(name) or name in self.said:
            return True
        if not self.gazetteer.known(name):
            return False
        places = self.gazetteer.find(name)
        key = exact_key(name)
        if any(p.kind != "settlement" for p in places[:5]):
            return True
        if places[0].population < BIG_CITY or exact_key(places[0].name) != key:
            return False
        return len(places) == 1 or places[0].population > 10 * places[1].population
