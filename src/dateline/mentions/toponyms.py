"""Every toponym of an article, whether or not anything is said to have happened there.

Lexical, in one pass over the words and one over the names found: what stands around each occurrence speaks for a place or for
a person, and the occurrences of one name in one article are judged together ("Jackson said" after "Alan Jackson" is no town).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dateline.mentions.capitals import SETTLED, Reader, Spot
from dateline.mentions.place_names import Finder, Kit
from dateline.mentions.places import find_places, windows
from dateline.packs.gazetteer import exact_key, place_words

__all__ = ["Toponym", "find_toponyms", "nationalities"]

BIG = 100_000  # people
_AT = frozenset({"in", "near", "outskirts", "around"})
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?\b")


class Toponym(msgspec.Struct, frozen=True, kw_only=True):
    """A bare name at ``start``..``end`` (absolute code points).

    ``full``: the name it is short for ("Ky."), else ``name``; ``parent``: the one said right behind a comma ("X, Ky." gives "Kentucky");
    ``kind``: what a kind word beside it calls it; ``country``: of a country's own name.
    """

    start: int
    end: int
    name: str
    full: str
    kind: str | None = None
    parent: str | None = None
    country: str | None = None


class _Tally(msgspec.Struct):
    """What the occurrences of one name say together."""

    strong: int = 0
    person: int = 0


def find_toponyms(sentences: Iterable[tuple[str, int]], *, kit: Kit) -> list[Toponym]:
    """The toponyms of an article given as (sentence, its offset), in order of the text."""
    spots: list[Spot] = []
    people: Counter[str] = Counter()
    for text, offset in sentences:
        for begin, end in windows(text):
            finder = Finder(text[begin:end], offset + begin, kit.countries, kit.gazetteer)
            plain = [] if finder.caps or finder.lower else list(Reader(finder, people).spots())
            spots += sorted((*plain, *_told(finder, plain, kit)), key=lambda s: s.start)
    tallies: dict[str, _Tally] = {}
    for s in spots:
        tally = tallies.setdefault(exact_key(s.name), _Tally())
        tally.strong += s.strong
        tally.person += 2 * s.person
    for word, times in people.items():
        if (known := tallies.get(exact_key(word))) is not None:
            known.person += times
    return [_made(s) for s in spots if _is_place(s, tallies[exact_key(s.name)], kit)]


def nationalities(text: str, *, kit: Kit) -> list[str]:
    """The countries whose adjective or people ("Syrian", "Turks") the text has, each time anew."""
    out = []
    for m in _CAPITALISED.finditer(text):
        words = m[0].split()
        iso = next(
            filter(
                None,
                (find(w) for w in (m[0], *words) for find in (kit.countries.by_adjective, kit.countries.by_people)),
            ),
            None,
        )
        if iso:
            out.append(iso)
    return out


def _told(f: Finder, plain: Sequence[Spot], kit: Kit) -> Iterator[Spot]:
    """What the sentence says of a place and the runs of words did not give: "in Ta Hlaing", "the village of Um Sidra"."""
    taken = {at for s in plain if s.strong or s.known for at in range(s.start, s.end)}
    w = f.words
    bodily = w.organisations | w.civic | w.given_names | w.kinds.keys() | w.directions.keys() | w.compass
    for m in find_places(f.text, f.offset, kit=kit):
        start, end = m.name_start - f.offset, m.name_end - f.offset
        while (tail := f.text[start:end].rpartition(" "))[0] and tail[2].islower() and tail[2] in f.words.kinds:
            end = start + len(tail[0])
        name = f.text[start:end]
        if m.generic or m.kind in ("road", "border") or taken.intersection((start, end - 1)):
            continue
        parts = name.casefold().split()
        sure = (m.relation in _AT and m.kind != "landmark") or m.kind in SETTLED
        sure = sure and (bodily.isdisjoint(parts) or (f.known(name) and len(parts) > 1))
        if sure or f.caps or f.lower:
            known = f.known(name)
            yield Spot(f, 0, 0, start, end, name, kind=m.kind, strong=known or not (f.caps or f.lower), known=known)


def _made(s: Spot) -> Toponym:
    f = s.finder
    return Toponym(
        start=s.start + f.offset,
        end=s.end + f.offset,
        name=s.name,
        full=s.full or s.name,
        kind=s.kind,
        parent=s.parent,
        country=f.countries.by_name(s.full or s.name),
    )


def _is_place(s: Spot, tally: _Tally, kit: Kit) -> bool:
    """Whether an occurrence is a place: for its own context first, then for what the article makes of the name."""
    if s.person:
        return False
    if s.strong:
        return True
    if not s.known:
        return False
    weight, given = _weight(s, kit), s.name.casefold() in place_words().given_names
    doubt = 3.0 if tally.person > 2 * tally.strong else 2.0 if given and not tally.strong else 0.0
    if weight == 3 and not given:
        doubt = min(doubt, 1.5 if tally.person > 1 else 0)
    score = weight + 2 * min(tally.strong, 2) + 1.5 * s.weak + 1.5 * s.body - s.inside - doubt
    return score >= 2


def _weight(s: Spot, kit: Kit) -> float:
    """How much a name is a place's without any context."""
    if kit.countries.by_name(s.name):
        return 3
    places = kit.gazetteer.find(s.name)
    if any(p.kind != "settlement" for p in places[:5]):
        return 3
    if not places or exact_key(places[0].name) != exact_key(s.name):
        return 0
    if places[0].population < BIG:
        return 0.5 if places[0].population > 15_000 else 0
    return 3 if len(places) == 1 or places[0].population > 10 * places[1].population else 1.5
