"""What a toponym may mean: places of the gazetteer weighed by the article's countries, its other places and the text.

A candidate counts only where it stands out: see ``clear``, ``plausible`` and ``doubled``. Distances are geodesic (WGS84), in km.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import msgspec

from dateline.model.incident import PlacePrecision, Where
from dateline.packs.countries import Countries
from dateline.packs.gazetteer import Gazetteer, Place, exact_key, place_words
from dateline.resolve.area import agrees, bearing, distance_km, nearest_km

MAIN = 4.0  # for its own name, against one that it also goes by
MARGIN = 8.0  # how far the best candidate must lead
SAME_KM = 25.0  # candidates nearer to each other than this are one place
LOOSE_KM = 200.0  # a name spelt otherwise must lie as near as this to something already placed
ABROAD_KM = 500.0  # a small place outside the first country must lie as near as this to something already placed
FAR_KM = 1000.0  # no town that is not big lies farther from all that is already placed
BIG = 100_000  # people: a place outside the countries in play must have as many
MOST_ANCHORS = 12
DWARFED = 40  # how many times more people a town must have than a place of its name in another division
LEAST_SOUNDS = 4  # consonants: a shorter name spelt otherwise is taken beside a place that is known only
VILLAGE = 50_000  # inhabitants: nobody calls a larger town a village
KNOWN = 10_000  # inhabitants; a town so big, spelt so in one country in play alone, is that town
PRECISION: dict[str, PlacePrecision] = {
    **dict.fromkeys(("district", "county", "township"), "adm2"),
    **dict.fromkeys(("province", "state"), "adm1"),
    **dict.fromkeys(
        (
            "region",
            "area",
            "road",
            "river",
            "lagoon",
            "lake",
            "hills",
            "mountain",
            "island",
            "border",
            "valley",
            "sea",
            "continent",
        ),
        "area",
    ),
    **dict.fromkeys(("camp", "neighbourhood"), "neighbourhood"),
    **dict.fromkeys(("base", "airport", "checkpoint", "landmark"), "landmark"),
    **dict.fromkeys(("city", "town", "village"), "settlement"),
    "country": "country",
}
POINTLESS = frozenset({"road", "river", "border", "sea", "continent", "lake", "lagoon", "hills", "mountain", "country"})
INNER = frozenset({"neighbourhood", "camp", "landmark"})  # kinds that lie in a town


class Kit(Protocol):
    """What resolving needs of the packs."""

    @property
    def countries(self) -> Countries: ...
    @property
    def gazetteer(self) -> Gazetteer: ...


class Toponym(Protocol):
    """What resolving reads of a mention (see ``mentions.places.PlaceMention``)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str | None: ...
    @property
    def relation(self) -> str | None: ...
    @property
    def distance_km(self) -> float | None: ...
    @property
    def bearing(self) -> int | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def beside(self) -> str | None: ...
    @property
    def beside_km(self) -> float | None: ...
    @property
    def beside_bearing(self) -> int | None: ...
    @property
    def generic(self) -> bool: ...
    @property
    def qualifier(self) -> bool: ...


class PlaceContext(msgspec.Struct, frozen=True, kw_only=True):
    """What the article says beyond the name: countries in play (ranked), places already found, the division in force (a bulletin
    item's lead), the town in force ("Taiz city:"), the dateline."""

    countries: tuple[str, ...] = ()
    others: tuple[Place, ...] = ()
    admin1: str | None = None
    town: Place | None = None
    dateline: Where | None = None
    anchors: tuple[Place, ...] = ()  # places named anywhere in the article that leave no doubt


class Scored(NamedTuple):
    score: float
    place: Place
    exact: bool
    checked: bool = False  # the distance said from another place agrees


@lru_cache(maxsize=8192)
def bare(name: str) -> str:
    """The name without article and kind words: "Hays district" is Hays, "centre of Qaysar district" is Qaysar."""
    w = place_words()
    words = name.split()
    if " of " in name and words[0].casefold() in w.insides | w.kinds.keys():
        words = words[words.index("of") + 1 :]
    while len(words) > 1 and words[0].casefold() in ("the", "a", "an"):
        words = words[1:]
    while len(words) > 1 and words[-1].casefold() in w.kinds.keys() | w.inner:
        words = words[:-1]
    return " ".join(words)


class Parent(NamedTuple):
    """The enclosing place said in the text: its division, its country, and its point where it is a town."""

    admin1: str | None = None
    country: str | None = None
    town: Place | None = None
    certain: bool = True  # the parent is a town and no division of the same name

    @classmethod
    def of(cls, m: Toponym, ctx: PlaceContext, kit: Kit) -> "Parent":
        if m.parent is None:
            inner = m.kind in INNER and ctx.town is not None
            return cls(ctx.town.admin1, ctx.town.country, ctx.town) if inner and ctx.town else cls(country=m.country)
        iso = kit.countries.by_name(m.parent)
        if iso and kit.countries.is_whole(m.parent):
            return cls(country=iso)
        places = in_play(bare(m.parent), (m.country, *ctx.countries), kit)
        if not places:
            return cls(country=m.country)
        division = next((p for p in places if p.kind == "adm1"), None)
        town = next((p for p in places if p.kind == "settlement"), None)
        said = m.parent.split()[-1].casefold()
        if division is not None and place_words().kinds.get(said) in (
            None,
            "province",
            "state",
            "region",
            "area",
            "district",
        ):
            town = town if place_words().kinds.get(said) is None else None
            return cls(division.name, division.country, town, (division.radius_km or 99) <= 30)
        return cls(places[0].admin1, places[0].country, town)


def in_play(name: str, countries: Iterable[str | None], kit: Kit) -> list[Place]:
    """The places so called in the first of the countries that has one."""
    for iso in dict.fromkeys(c for c in countries if c):
        if found := kit.gazetteer.find(name, iso):
            return found
    return []


def rank(m: Toponym, ctx: PlaceContext, parent: Parent, kit: Kit) -> list[Scored]:
    names = list(dict.fromkeys((m.name, bare(m.name))))
    part = _whole_of(m.name, kit)
    if part is not None:
        names.append(part)
    said = _checked(m, ctx, kit)
    countries = [m.country] if m.country else [parent.country] if parent.country else list(ctx.countries)
    out: dict[str, Scored] = {}
    for order, iso in enumerate(c for c in countries if c):
        for name in names:
            key = exact_key(name)
            for place in kit.gazetteer.find(name, iso)[:30]:
                if m.kind == "village" and place.population > VILLAGE:
                    continue
                exact = key in (exact_key(place.name),) or kit.gazetteer.spelt(name, place.id)
                score = max(10.0, 40 - 10 * order) + (20 if exact else 0) + _weigh(m, place, ctx, parent)
                score += MAIN if key == exact_key(place.name) else 0
                checked = said is not None and _confirms(place, said, m)
                score += 0 if said is None else 25 if checked else -25
                if place.id not in out or out[place.id].score < score:
                    out[place.id] = Scored(score, place, exact, checked)
    seas = [p for p in kit.gazetteer.find(m.name) if p.country is None]
    if not out and seas:
        return [Scored(100, seas[0], True)]
    if not out and not m.country and m.kind in (None, "city", "province", "state", "region"):
        out = {p.id: Scored(30 + _weigh(m, p, ctx, parent), p, True) for p in famous(bare(m.name), kit)}
    return sorted(out.values(), key=lambda s: -s.score)


def _whole_of(name: str, kit: Kit) -> str | None:
    """ "North Mitrovica", "Kapoeta East" are looked up as Mitrovica, Kapoeta where nothing is called so."""
    first, _, rest = name.partition(" ")
    front, _, last = name.rpartition(" ")
    for side, whole in ((first, rest), (last, front)):
        if whole and side.casefold() in place_words().directions and not kit.gazetteer.known(name):
            return whole if kit.gazetteer.known(whole) else None
    return None


def _checked(m: Toponym, ctx: PlaceContext, kit: Kit) -> Place | None:
    """The place that a distance is said from ("al-Bab, some 40 km northeast of Aleppo"), where there is no doubt which."""
    if m.beside is None or m.beside_bearing is None:
        return None
    found = in_play(bare(m.beside), (m.country, *ctx.countries), kit)
    towns = [p for p in found if p.kind == "settlement"]
    return towns[0] if towns and (len(towns) == 1 or towns[0].population >= DWARFED * towns[1].population) else None


def _confirms(place: Place, said: Place, m: Toponym) -> bool:
    """Whether a candidate lies as far from that place, and in that direction, as the text says."""
    if m.beside_bearing is None:
        return False
    km = distance_km(said.lat, said.lon, place.lat, place.lon)
    return agrees(km, bearing(said.lat, said.lon, place.lat, place.lon), m.beside_km, m.beside_bearing)


def famous(name: str, kit: Kit, alone: int = BIG) -> list[Place]:
    """A place of another country, if there is no doubt which: big and without a rival, or the only one in the world so called,
    with ``alone`` people at least. A place that bears the name only beside its own is a rival where it is as large."""
    places = [p for p in kit.gazetteer.find(name) if kit.gazetteer.spelt(name, p.id)]
    towns = [p for p in places if exact_key(p.name) == exact_key(name)] or places
    if not towns or not (one := towns[0]).population:
        return []
    abroad = [p for p in places if p.country != one.country]
    if one.population < (alone if not abroad else BIG):
        return []
    rivals = [p for p in abroad if p.population * (10 if p in towns else 1) > one.population]
    return [] if rivals else towns[:2]


def _weigh(m: Toponym, place: Place, ctx: PlaceContext, parent: Parent) -> float:
    """What speaks for a candidate besides its country and its spelling."""
    score = 3 * math.log10(place.population + 10)
    if parent.admin1 is not None:
        score += 30 if place.admin1 == parent.admin1 else -40
    elif ctx.admin1 is not None:
        score += 20 if place.admin1 == ctx.admin1 else -5
    if any(p.id == place.id for p in ctx.others):
        score += 30
    elif place.kind != "adm1" and (near := nearest(place, ctx, parent)) is not None:
        score += 30 * math.exp(-near / 120)
    wants = PRECISION.get(m.kind or "")
    if wants == "adm1" or m.kind == "region":
        score += 30 if place.kind == "adm1" else -10
    elif wants == "adm2":
        score += 12 if place.kind == "district" else -15 if place.kind == "adm1" else 0
    elif place.kind == "adm1" or place.kind not in ("settlement", "district", m.kind):
        score -= 12
    return score


def nearest(place: Place, ctx: PlaceContext, parent: Parent) -> float | None:
    """Kilometres to the nearest place already known."""
    known = (*ctx.others[-12:], *ctx.anchors)
    points = [(p.lat, p.lon) for p in known if p.kind == "settlement" and p.id != place.id and p.name != place.name]
    if parent.town is not None:
        points.append((parent.town.lat, parent.town.lon))
    if not points and ctx.dateline is not None and ctx.dateline.lat is not None and ctx.dateline.lon is not None:
        points.append((ctx.dateline.lat, ctx.dateline.lon))
    return nearest_km(place.lat, place.lon, points)


def clear(ranked: Sequence[Scored]) -> Scored | None:
    """The candidate that stands out, if one does."""
    if not ranked:
        return None
    best = ranked[0]
    for other in ranked[1:]:
        if best.score - other.score >= MARGIN:
            break
        a, b = best.place, other.place
        if best.exact and a.population >= max(KNOWN, DWARFED * b.population) and a.admin1 != b.admin1:
            continue  # population last: a town against a hamlet of its name in another division
        if distance_km(a.lat, a.lon, b.lat, b.lon) > max(SAME_KM, a.radius_km or 0, b.radius_km or 0):
            return None
    return best


def doubled(best: Scored, ranked: Sequence[Scored], ctx: PlaceContext, parent: Parent) -> bool:
    """Whether a place of the same name in the same division, its people uncounted, lies nearer to the article's other places."""
    near = nearest(best.place, ctx, parent)
    for s in ranked:
        p = s.place
        twin = s.exact and p.population == 0 and p.kind == best.place.kind and p.admin1 == best.place.admin1
        if twin and p.id != best.place.id and distance_km(p.lat, p.lon, best.place.lat, best.place.lon) > SAME_KM:
            other = nearest(p, ctx, parent)
            if near is None or other is None or other < near:
                return True
    return False


def sole(m: Toponym, ranked: Sequence[Scored]) -> bool:
    """Whether only one country in play has a place so called, spelt so or in a long name."""
    exact = [s for s in ranked if s.exact]
    if exact:
        return len({s.place.country for s in exact}) == 1
    return len(bare(m.name)) >= 8 and len({s.place.country for s in ranked}) == 1


def plausible(best: Scored, ctx: PlaceContext, parent: Parent, sole: bool = False, sounds: int = LEAST_SOUNDS) -> bool:
    """Whether the best candidate may be printed: in the division the text names, and near enough if it is spelt otherwise.

    ``sounds``: how many consonants the name has. Short names are spelt alike by chance.
    """
    place = best.place
    if parent.admin1 is not None and place.admin1 != parent.admin1:
        return False
    near = nearest(place, ctx, parent)
    if place.population >= KNOWN and place.country in ctx.countries[:4] and sole:
        return place.population >= BIG or near is None or near <= FAR_KM
    if place.population < BIG and place.kind not in ("adm1", "sea"):
        if parent.admin1 is None and ctx.admin1 is not None and place.admin1 not in (None, ctx.admin1):
            return False
        first = ctx.countries[0] if ctx.countries else None
        if place.country not in (first, parent.country) and (near is None or near > ABROAD_KM):
            return False
    if best.exact:
        return True
    if place.country not in (None, *ctx.countries[:1], parent.country):
        return False  # no namesake abroad by a like spelling
    if (ctx.admin1 or parent.admin1) is not None:
        return place.admin1 == (parent.admin1 or ctx.admin1) or (near is not None and near < LOOSE_KM / 2)
    return near < LOOSE_KM if near is not None else sounds >= LEAST_SOUNDS


def anchors(mentions: Iterable[Toponym], ctx: PlaceContext, kit: Kit) -> tuple[Place, ...]:
    """The towns named in the article that need no neighbours to be found, at most a dozen; the others are weighed by them."""
    out: dict[str, Place] = {}
    for m in mentions:
        if m.generic or m.kind in ("country", "road", "border") or len(out) >= MOST_ANCHORS:
            continue
        ranked = rank(m, ctx, parent := Parent.of(m, ctx, kit), kit)
        best = clear(ranked)
        if best is not None and best.exact and best.place.kind == "settlement" and plausible(best, ctx, parent):
            out.setdefault(best.place.id, best.place)
    return tuple(out.values())
