"""Runs of capitalised words cut into names that may be places, each with what stands around it: for a place, or for a person."""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from dateline.mentions.place_names import Finder, Name
from dateline.packs.gazetteer import exact_key

_NATURAL = frozenset(
    "county parish township province governorate oblast prefecture island islands river lake hills heights mountain mountains valley peninsula camp".split()
)  # words that belong to the name before them: "Rapides Parish", "Elbow Lake"
SETTLED = frozenset(
    "city town village district province state county township region camp neighbourhood island river lake lagoon".split()
)  # kinds that make a place of the name beside them
_IN = frozenset({"in", "near", "around", "inside", "outside", "throughout", "across"})
_DIVISIONS = frozenset("county district province township state region".split())
_BASED = re.compile(r"(\w+(?:[-'’]\w+){0,3}?)-(?:based|area|born|bound|educated|style|led|wide)")
_SHORT = re.compile(r"\s?,\s{1,2}([A-Z]\.\s?[A-Z][a-z]?\.|[A-Z][a-z]{1,5}\.|[A-Z]{2}(?![A-Za-z.]))")
_CAPITAL = re.compile(
    r", the (?:[a-z-]{1,20} ){0,2}capital (?:city )?of ((?:the )?[A-Z]\w{1,30}(?: [A-Z]\w{1,30}){0,3})"
)
_INITIAL = re.compile(r"[A-Z]")


class Spot(msgspec.Struct):
    """One occurrence: tokens ``first``..``last`` of a sentence, with what speaks for it."""

    finder: Finder
    first: int
    last: int
    start: int
    end: int
    name: str
    full: str | None = None
    kind: str | None = None
    parent: str | None = None
    strong: bool = False  # what stands around it is what stands around places
    weak: bool = False  # ... or may stand around anything
    person: bool = False
    inside: bool = False  # part of a longer name
    body: bool = False  # ... which is that of a body, a building or an office
    known: bool = False


class Reader:
    """One sentence: its runs of capitalised words cut into names, each with what stands around it."""

    def __init__(self, finder: Finder, people: Counter[str]) -> None:
        self.f = finder
        self.w = finder.words
        self.people = people
        self.last: Spot | None = None

    def spots(self) -> Iterator[Spot]:
        for name in self.f.names():
            for spot in (*self._both(name), *self._pieces(name)):
                if self.last is not None and spot.start < self.last.end:
                    continue
                self._read(spot, name)
                yield spot
                self.last = spot
                short = self._short(spot)
                if short is not None:
                    yield short
                    self.last = short

    # -- cutting

    def _both(self, n: Name) -> list[Spot]:
        """A word that is a country's name and its adjective alike, before a longer name: "U.S. Army"."""
        f = self.f
        if n.adjective and n.first > 0 and f.countries.by_name(f.tokens[n.first - 1].word):
            return [self._spot(n.first - 1, n.first - 1)]
        return []

    def _pieces(self, n: Name) -> list[Spot]:
        f, first, last = self.f, n.first, n.last
        whole = self._based(n) or self._spot(first, last)
        if whole.known or first == last:
            return [] if self._no_name(first, last) else [whole]
        if f.low(first) in self.w.directions or f.low(first) in self.w.modifiers:
            return self._pieces(n._replace(first=first + 1))  # "North Texas", "Historic Dublin"
        given = f.low(first) in self.w.given_names
        for k in range(first + 1, last + 1):
            kind = self.w.kinds.get(f.low(k))
            if f.low(k) in _NATURAL and not self._civic(k - 1) and not self._no_name(first, first):
                spot = self._spot(first, k)
                spot.kind, spot.strong, spot.inside = kind, True, k < last
                return [spot]
        for k in range(last - 1, first - 1, -1):
            spot = self._spot(first, k)
            if spot.known and not self._no_name(first, k) and (self._civic(k + 1) or not given):
                spot.inside, spot.body = True, self._civic(k + 1)
                return [spot]
        if given or not f.gazetteer.known(f.tokens[first].word):
            self._person(first, last, 2 if given else 1)
        return []

    def _based(self, n: Name) -> Spot | None:
        """ "Texas-based", "Gainesville-area"."""
        f = self.f
        m = _BASED.fullmatch(f.tokens[n.last].word)
        if m is None:
            return None
        spot = self._spot(n.first, n.last)
        spot.end = f.tokens[n.last].start + m.end(1)
        spot.name = f.text[spot.start : spot.end]
        spot.known = spot.strong = f.known(spot.name)
        return spot

    def _short(self, s: Spot) -> Spot | None:
        """The "Ky." behind "Paris, Ky.", which is the place's parent and a toponym too."""
        f = self.f
        m = _SHORT.match(f.text, s.end)
        if m is None or s.person:
            return None
        word = m[1].rstrip(".")
        full = self.w.postal.get(word) or (self.w.short_forms.get(word.casefold()) if m[1][-1] == "." else None)
        if full is None:
            return None
        s.parent, s.strong = full, True
        last = max(k for k in range(s.last, min(s.last + 6, len(f.tokens))) if f.tokens[k].start < m.end(1))
        return Spot(f, last, last, m.start(1), m.end(1), m[1], full, strong=True, known=True)

    def _person(self, first: int, last: int, weight: int) -> None:
        if last - first < 4 and not any(self._civic(k) for k in range(first, last + 1)):
            for t in self.f.tokens[first : last + 1]:
                self.people[t.word] += weight

    def _spot(self, first: int, last: int) -> Spot:
        f = self.f
        name = f.words_of(first, last)
        return Spot(f, first, last, f.tokens[first].start, f.tokens[last].end, name, known=f.known(name))

    def _civic(self, k: int) -> bool:
        low = self.f.low(k)
        return low in self.w.organisations or low in self.w.civic or self.w.kinds.get(low) == "landmark"

    def _no_name(self, first: int, last: int) -> bool:
        """Whether a word alone is a common one in capitals, or a nationality's."""
        f, w, low = self.f, self.w, self.f.low(first)
        if first != last:
            return False
        plain = low in w.kinds or low in w.compass or low in w.directions or low in w.modifiers or self._civic(first)
        word = f.tokens[first].word
        people = f.countries.by_adjective(word) or f.countries.by_people(word)
        return plain or (bool(people) and not f.countries.by_name(word))

    # -- context

    def _read(self, s: Spot, n: Name) -> None:
        f = self.f
        if n.titled and s.first == n.first:
            s.person = True
        if f.low(s.first - 1) in self.w.given_names and f.tokens[s.first].gap == " ":
            s.person = True
        before, after = f.low(s.first - 1), f.low(s.last + 1)
        if before == "." and _INITIAL.fullmatch(f.tokens[s.first - 2].word if s.first > 1 else "") and s.first > 2:
            s.person = True
            self.people[s.name] += 2
        joined = s.first > 0 and f.tokens[s.first].gap in (" ", "\n")
        self._parent(s)
        kind = self.w.kinds.get(after) if f.adjoining(s.last + 1) else None
        if kind in SETTLED and not f.tokens[s.last].possessive:
            s.kind = s.kind or kind
            s.strong = s.strong or s.known or kind in _DIVISIONS
        if (
            joined
            and before == "of"
            and self.w.kinds.get(f.low(s.first - 2)) in SETTLED
            and f.low(s.first - 2) != "department"
        ):
            s.kind, s.strong = self.w.kinds[f.low(s.first - 2)], True
        if joined and before in _IN and not f.tokens[s.last].possessive:
            s.strong = s.strong or not s.inside
        elif joined and (before in ("at", "from", "to", "of", "between", "for") or before in self.w.taking):
            s.weak = True
        if (
            f.adjoining(s.last + 1)
            and after in self.w.belonging
            and f.tokens[s.last + 1].word.islower()
            and not s.person
        ):
            s.strong = s.strong or s.known
        if joined and before == "of" and f.low(s.first - 2) == "," and s.known:
            s.strong = True  # "Keith, 51, of Blue Springs"
        if self.last is not None and self._listed(s):
            s.strong = s.strong or (self.last.strong and s.known)
        if f.adjoining(s.last + 1) and after in self.w.speech and not s.strong:
            speaks = f.countries.by_name(s.name) or f.countries.by_capital(s.name)  # "Tbilisi said" is a government
            s.person = not speaks or s.name.casefold() in self.w.given_names

    def _parent(self, s: Spot) -> None:
        """ "X, Kentucky", "X, France", "X, the capital of France"."""
        f = self.f
        told = _CAPITAL.match(f.text, s.end)
        iso = f.countries.by_name(told[1]) if told else None
        if told and iso and exact_key(f.countries.capital(iso) or "") == exact_key(s.name):
            s.parent, s.strong = told[1], True
            return
        if f.low(s.last + 1) != "," or f.at(s.last + 2) is None:
            return
        for k in range(min(s.last + 5, len(f.tokens) - 1), s.last + 1, -1):
            name = f.words_of(s.last + 2, k)
            if not name[0].isupper() or "," in name:
                continue
            if f.countries.by_name(name) or any(p.kind == "adm1" for p in f.gazetteer.find(name)[:5]):
                s.parent, s.strong = name, True
                return

    def _listed(self, s: Spot) -> bool:
        assert self.last is not None
        f = self.f
        if self.last.finder is not f:
            return False
        gap = f.text[f.tokens[self.last.last].end : f.tokens[s.first].start].strip()
        return gap in (",", "and", ", and", "or")
