"""From a toponym to a place: candidates of the gazetteer weighed by the article's countries, its other places and the text.

A point is printed only where one candidate stands out. A name that was not found keeps its words, its parent's division and no
point. Distances are geodesic (WGS84), in km.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import msgspec

from dateline.model.incident import Area, Candidate, PlacePrecision, Where
from dateline.packs.countries import Countries
from dateline.packs.gazetteer import Gazetteer, Place, exact_key, place_words
from dateline.resolve.area import CENTRE_KM, agrees, bearing, covering, distance_km, extent, line, near_km, sector, shift, wedge

MARGIN = 8.0  # how far the best candidate must lead
SAME_KM = 25.0  # candidates nearer to each other than this are one place
LOOSE_KM = 200.0  # a name spelt otherwise must lie as near as this to something already placed
ABROAD_KM = 500.0  # a small place outside the first country must lie as near as this to something already placed
BIG = 100_000  # people: a place outside the countries in play must have as many
MOST_ANCHORS = 12
DWARFED = 40  # how many times more people a town must have than a place of its name in another division
LONGEST_ROAD = 400.0
KNOWN = 10_000  # inhabitants; a town so big, spelt so in one country in play alone, is that town

_PRECISION: dict[str, PlacePrecision] = {
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
_POINTLESS = frozenset(
    {"road", "river", "border", "sea", "continent", "lake", "lagoon", "hills", "mountain", "country"}
)
_INNER = frozenset({"neighbourhood", "camp", "landmark"})  # kinds that lie in a town
_RADIUS: dict[str, float] = {"neighbourhood": 8, "landmark": 10, "near": 10, "adm2": 25, "area": 25}


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


class _Scored(NamedTuple):
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


def resolve(mention: Toponym, ctx: PlaceContext, *, kit: Kit) -> Where:
    """The place a mention speaks of."""
    if mention.kind == "country" and mention.country:
        vague = any(w in place_words().compass for w in mention.text.casefold().split()) or mention.relation == "near"
        centre = kit.countries.centre(mention.country)
        part = _part(mention, centre) if centre and vague else None
        return _where(mention, "area" if vague else "country", country=mention.country, geometry=part)
    if mention.generic:
        return _nameless(mention, ctx, kit)
    if mention.kind == "road" and (stretch := _stretch(mention, ctx, kit)) is not None:
        return stretch
    parent = _Parent.of(mention, ctx, kit)
    ranked = _rank(mention, ctx, parent, kit)
    best = _clear(ranked)
    if best is not None and not best.exact and mention.kind in _INNER:
        best, ranked = None, []  # a quarter is in no gazetteer of towns: what is spelt like it is something else
    if best is not None and mention.kind in _POINTLESS and best.place.country not in ctx.countries[:1]:
        best, ranked = None, []  # a hill is not the town of its name abroad
    if best is not None and _doubled(best, ranked, ctx, parent):
        best = None
    if best is not None and not _plausible(best, ctx, parent, _sole(mention, ranked)):
        return _unplaced(mention, ctx, parent, [s for s in ranked if s.exact], kit, split=False)
    if best is None:
        return _unplaced(mention, ctx, parent, ranked, kit)
    return _placed(mention, best.place, ctx, parent, ranked)


class _Parent(NamedTuple):
    """The enclosing place said in the text: its division, its country, and its point where it is a town."""

    admin1: str | None = None
    country: str | None = None
    town: Place | None = None
    certain: bool = True  # the parent is a town and no division of the same name

    @classmethod
    def of(cls, m: Toponym, ctx: PlaceContext, kit: Kit) -> "_Parent":
        if m.parent is None:
            inner = m.kind in _INNER and ctx.town is not None
            return cls(ctx.town.admin1, ctx.town.country, ctx.town) if inner and ctx.town else cls(country=m.country)
        iso = kit.countries.by_name(m.parent)
        if iso and kit.countries.is_whole(m.parent):
            return cls(country=iso)
        places = _in_play(bare(m.parent), (m.country, *ctx.countries), kit)
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


def _in_play(name: str, countries: Iterable[str | None], kit: Kit) -> list[Place]:
    """The places so called in the first of the countries that has one."""
    for iso in dict.fromkeys(c for c in countries if c):
        if found := kit.gazetteer.find(name, iso):
            return found
    return []


def _rank(m: Toponym, ctx: PlaceContext, parent: _Parent, kit: Kit) -> list[_Scored]:
    names = list(dict.fromkeys((m.name, bare(m.name))))
    part = _whole_of(m.name, kit)
    if part is not None:
        names.append(part)
    said = _checked(m, ctx, kit)
    countries = [m.country] if m.country else [parent.country] if parent.country else list(ctx.countries)
    out: dict[str, _Scored] = {}
    for rank, iso in enumerate(c for c in countries if c):
        for name in names:
            key = exact_key(name)
            for place in kit.gazetteer.find(name, iso)[:30]:
                exact = key in (exact_key(place.name),) or kit.gazetteer.spelt(name, place.id)
                score = max(10.0, 40 - 10 * rank) + (20 if exact else 0) + _weigh(m, place, ctx, parent)
                checked = said is not None and _confirms(place, said, m)
                score += 0 if said is None else 25 if checked else -25
                if place.id not in out or out[place.id].score < score:
                    out[place.id] = _Scored(score, place, exact, checked)
    seas = [p for p in kit.gazetteer.find(m.name) if p.country is None]
    if not out and seas:
        return [_Scored(100, seas[0], True)]
    if not out and not m.country and m.kind in (None, "city", "province", "state", "region"):
        out = {p.id: _Scored(30 + _weigh(m, p, ctx, parent), p, True) for p in _famous(bare(m.name), kit)}
    return sorted(out.values(), key=lambda s: -s.score)


def _whole_of(name: str, kit: Kit) -> str | None:
    """ "North Mitrovica" is looked up as Mitrovica where nothing is called so."""
    first, _, rest = name.partition(" ")
    if rest and first.casefold() in place_words().directions and not kit.gazetteer.known(name):
        return rest if kit.gazetteer.known(rest) else None
    return None


def _checked(m: Toponym, ctx: PlaceContext, kit: Kit) -> Place | None:
    """The place that a distance is said from ("al-Bab, some 40 km northeast of Aleppo"), where there is no doubt which."""
    if m.beside is None or m.beside_bearing is None:
        return None
    found = _in_play(bare(m.beside), (m.country, *ctx.countries), kit)
    towns = [p for p in found if p.kind == "settlement"]
    return towns[0] if towns and (len(towns) == 1 or towns[0].population >= DWARFED * towns[1].population) else None


def _confirms(place: Place, said: Place, m: Toponym) -> bool:
    """Whether a candidate lies as far from that place, and in that direction, as the text says."""
    if m.beside_bearing is None:
        return False
    km = distance_km(said.lat, said.lon, place.lat, place.lon)
    return agrees(km, bearing(said.lat, said.lon, place.lat, place.lon), m.beside_km, m.beside_bearing)


def _famous(name: str, kit: Kit) -> list[Place]:
    """A place of another country, if it is big and there is no doubt which."""
    places = [p for p in kit.gazetteer.find(name) if kit.gazetteer.spelt(name, p.id)]
    if not places or places[0].population < BIG:
        return []
    rivals = [p for p in places[1:] if p.country != places[0].country and p.population * 10 > places[0].population]
    return [] if rivals else places[:2]


def _weigh(m: Toponym, place: Place, ctx: PlaceContext, parent: _Parent) -> float:
    """What speaks for a candidate besides its country and its spelling."""
    score = 3 * math.log10(place.population + 10)
    if parent.admin1 is not None:
        score += 30 if place.admin1 == parent.admin1 else -40
    elif ctx.admin1 is not None:
        score += 20 if place.admin1 == ctx.admin1 else -5
    near = _nearest(place, ctx, parent) if place.kind != "adm1" else None
    if any(p.id == place.id for p in ctx.others):
        score += 30
    elif near is not None:
        score += 30 * math.exp(-near / 120)
    wants = _PRECISION.get(m.kind or "")
    if wants == "adm1" or m.kind == "region":
        score += 30 if place.kind == "adm1" else -10
    elif wants == "adm2":
        score += 12 if place.kind == "district" else -15 if place.kind == "adm1" else 0
    elif place.kind == "adm1" or place.kind not in ("settlement", "district", m.kind):
        score -= 12
    return score


def _nearest(place: Place, ctx: PlaceContext, parent: _Parent) -> float | None:
    """Kilometres to the nearest place already known."""
    known = (*ctx.others[-12:], *ctx.anchors)
    points = [(p.lat, p.lon) for p in known if p.kind == "settlement" and p.id != place.id and p.name != place.name]
    if parent.town is not None:
        points.append((parent.town.lat, parent.town.lon))
    if not points and ctx.dateline is not None and ctx.dateline.lat is not None and ctx.dateline.lon is not None:
        points.append((ctx.dateline.lat, ctx.dateline.lon))
    return min((distance_km(place.lat, place.lon, *p) for p in points), default=None)


def _clear(ranked: Sequence[_Scored]) -> _Scored | None:
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


def _doubled(best: _Scored, ranked: Sequence[_Scored], ctx: PlaceContext, parent: _Parent) -> bool:
    """Whether a place of the same name in the same division, its people uncounted, lies nearer to the article's other places."""
    near = _nearest(best.place, ctx, parent)
    for s in ranked:
        p = s.place
        twin = s.exact and p.population == 0 and p.kind == best.place.kind and p.admin1 == best.place.admin1
        if twin and p.id != best.place.id and distance_km(p.lat, p.lon, best.place.lat, best.place.lon) > SAME_KM:
            other = _nearest(p, ctx, parent)
            if near is None or other is None or other < near:
                return True
    return False


def _sole(m: Toponym, ranked: Sequence[_Scored]) -> bool:
    """Whether only one country in play has a place so called, spelt so or in a long name."""
    exact = [s for s in ranked if s.exact]
    if exact:
        return len({s.place.country for s in exact}) == 1
    return len(bare(m.name)) >= 8 and len({s.place.country for s in ranked}) == 1


def _plausible(best: _Scored, ctx: PlaceContext, parent: _Parent, sole: bool = False) -> bool:
    """Whether the best candidate may be printed: in the division the text names, and near enough if it is spelt otherwise."""
    place = best.place
    if parent.admin1 is not None and place.admin1 != parent.admin1:
        return False
    if place.population >= KNOWN and place.country in ctx.countries[:4] and sole:
        return True
    near = _nearest(place, ctx, parent)
    if place.population < BIG and place.kind not in ("adm1", "sea"):
        if parent.admin1 is None and ctx.admin1 is not None and place.admin1 not in (None, ctx.admin1):
            return False
        first = ctx.countries[0] if ctx.countries else None
        if place.country not in (first, parent.country) and (near is None or near > ABROAD_KM):
            return False
    if best.exact:
        return True
    if (ctx.admin1 or parent.admin1) is not None:
        return place.admin1 == (parent.admin1 or ctx.admin1) or (near is not None and near < LOOSE_KM / 2)
    return near is None or near < LOOSE_KM


def _precision(m: Toponym, place: Place | None, parent: _Parent) -> PlacePrecision:
    """The gold's scale: what the words say first, then what the gazetteer knows."""
    said = _PRECISION.get(m.kind or "")
    near = m.relation in ("near", "outskirts", "around") or m.bearing is not None
    if parent.town is not None and parent.certain and (m.kind == "district" or (m.kind is None and place is None)):
        said = "neighbourhood"
    if m.kind == "region" and place is not None and place.kind == "adm1":
        said = "adm1"
    if said is None and place is not None:
        said = {"adm1": "adm1", "settlement": "settlement"}.get(place.kind) or _PRECISION.get(place.kind, "area")  # type: ignore[assignment]
    if (
        not {"part", "parts", "half", "side"}.isdisjoint(m.text.casefold().split()[1:4])
        and place is not None
        and place.kind != "settlement"
    ):
        return "area"
    if (
        any(w in place_words().compass for w in m.text.casefold().split()[:3])
        and said in ("adm1", "area", None)
        and m.relation != "of"
    ):
        return "area" if said != "adm1" or m.kind not in ("province", "state") else "adm1"
    if near and m.kind in ("region", "area") and said == "area":
        return "near"
    if near and said in ("settlement", "neighbourhood", "landmark", "adm2", None):
        return "near"
    return said or "settlement"


def _placed(m: Toponym, place: Place, ctx: PlaceContext, parent: _Parent, ranked: Sequence[_Scored]) -> Where:
    precision = _precision(m, place, parent)
    lat: float | None = round(place.lat, 4)
    lon: float | None = round(place.lon, 4)
    reach = place.radius_km or extent(place.population)
    radius: float | None = _RADIUS.get(precision, reach) if place.kind == "settlement" else reach
    if precision == "near":
        radius = near_km(reach)
    geometry: Area | None = None
    if m.bearing is not None and not m.qualifier:
        if m.distance_km is None:
            lat = lon = radius = None
            geometry = wedge(place.lat, place.lon, m.bearing, near_km(reach))
        else:
            geometry = sector(place.lat, place.lon, m.bearing, m.distance_km, about=_about(m))
            lat, lon = shift(place.lat, place.lon, m.bearing, m.distance_km)
            radius = covering(geometry, lat, lon)
    elif precision == "area" and place.radius_km:
        geometry = _part(m, (place.lat, place.lon, place.radius_km))
    if m.kind in _POINTLESS or (
        precision == "area" and place.kind in ("settlement", "adm1") and m.kind not in ("area", None)
    ):
        lat = lon = radius = None
    return _where(
        m,
        precision,
        country=place.country,
        admin1=place.admin1,
        lat=lat,
        lon=lon,
        radius=radius,
        place=place,
        ranked=ranked,
        geometry=geometry,
        why=_why(m, place, ctx, parent, ranked),
    )


_ENDS = re.compile(
    r".{0,60}?\b(?:between|from|linking|connecting|links) (.{2,40}?) (?:and|to|with) (.{2,40})|(?:the )?(.{2,40}?)\s?[-–—]\s?(.{2,40}?) \w+"
)


def _stretch(m: Toponym, ctx: PlaceContext, kit: Kit) -> Where | None:
    """ "the road between X and Y", "the X–Y road": the line from one to the other, if both are found within a day's drive."""
    found = _ENDS.fullmatch(m.name)
    if found is None:
        return None
    ends = [_in_play(bare(n), (m.country, *ctx.countries), kit)[:5] for n in found.groups() if n]
    pairs = [
        (distance_km(a.lat, a.lon, b.lat, b.lon), a, b)
        for a in ends[0]
        for b in ends[1]
        if a.kind == b.kind == "settlement" and kit.gazetteer.spelt(bare(found[1] or found[3]), a.id)
    ]
    km, a, b = min(pairs, key=lambda x: x[0], default=(0.0, None, None))
    if a is None or b is None or not 0 < km <= LONGEST_ROAD:
        return None
    lat, lon = shift(a.lat, a.lon, bearing(a.lat, a.lon, b.lat, b.lon), km / 2)
    short = km <= 2 * SAME_KM / 2.5
    return _where(
        m,
        "area",
        country=a.country,
        admin1=a.admin1 if a.admin1 == b.admin1 else None,
        lat=lat if short else None,
        lon=lon if short else None,
        radius=round(km / 2 + CENTRE_KM, 1) if short else None,
        geometry=line(a.lat, a.lon, b.lat, b.lon),
        why=f"a stretch of {km:.0f} km between {a.name} and {b.name}",
    )


def _about(m: Toponym) -> bool:
    return not place_words().roughly.isdisjoint(m.text.casefold().split())


def _part(m: Toponym, centre: tuple[float, float, float]) -> Area | None:
    """ "the eastern part of X", "northern X": which part, if a compass word stands in the phrase."""
    w = place_words()
    words = [x.removesuffix("ern") for x in m.text.casefold().split()[:3]]
    toward = next((w.directions[x] for x in words if x in w.directions), None)
    return None if toward is None else wedge(centre[0], centre[1], toward, centre[2])


def _why(m: Toponym, place: Place, ctx: PlaceContext, parent: _Parent, ranked: Sequence[_Scored]) -> str:
    """What spoke for the place, in words."""
    best = next((s for s in ranked if s.place.id == place.id), None)
    said = ["spelt so" if best is None or best.exact else f"spelt {place.name}"]
    if len(ranked) <= 1:
        said.append("the only place so called in the countries in play")
    if parent.admin1 is not None and place.admin1 == parent.admin1:
        said.append(f"in {m.parent or parent.admin1}, as the text says")
    elif ctx.admin1 is not None and place.admin1 == ctx.admin1:
        said.append(f"in {ctx.admin1}, which the item is about")
    elif ctx.countries and place.country == ctx.countries[0]:
        said.append("in the article's first country")
    if best is not None and best.checked:
        said.append("the direction" if m.beside_km is None else f"the {m.beside_km:g} km")
        said[-1] += f" from {m.beside} agrees"
    near = _nearest(place, ctx, parent)
    if near is not None and near < LOOSE_KM:
        said.append(f"{near:.0f} km from another place of the article")
    return "; ".join(said)


def _unplaced(
    m: Toponym, ctx: PlaceContext, parent: _Parent, ranked: Sequence[_Scored], kit: Kit, *, split: bool = True
) -> Where:
    """A name without a point of its own: its words, its parent's area. ``split``: the candidates are good, but several."""
    precision = _precision(m, None, parent)
    town = parent.town
    country = m.country or parent.country or _only(ctx)
    admin1 = parent.admin1 or (_division(m, ctx, kit) if country == _only(ctx) else None)
    if m.kind in ("sea", "continent"):
        return _where(m, precision)
    if town is not None and precision in ("neighbourhood", "landmark") and m.kind not in _POINTLESS:
        return _where(
            m,
            precision,
            country=town.country,
            admin1=town.admin1,
            lat=round(town.lat, 4),
            lon=round(town.lon, 4),
            radius=_RADIUS[precision],
        )
    if admin1 is None and split and ranked and len({(s.place.country, s.place.admin1) for s in ranked}) == 1:
        admin1 = ranked[0].place.admin1
    return _where(m, precision, country=country, admin1=admin1, ranked=ranked)


def _division(m: Toponym, ctx: PlaceContext, kit: Kit) -> str | None:
    """The division of a name that was not found: the item's, that of the place beside it, or that of a provincial dateline.

    A capital's dateline says nothing of where in the country a thing happened.
    """
    if ctx.admin1 is not None:
        return ctx.admin1
    if m.beside is not None:
        return next((p.admin1 for p in _in_play(bare(m.beside), (m.country, *ctx.countries), kit)), None)
    d = ctx.dateline
    if m.kind in _POINTLESS - {"road"} or m.kind in ("region", "valley"):
        return None
    if d is None or d.admin1 is None or d.name is None or kit.countries.by_capital(d.name) == d.country:
        return None
    return d.admin1


def _only(ctx: PlaceContext) -> str | None:
    """The one country in play, or the dateline's."""
    if ctx.dateline is not None and ctx.dateline.country:
        return ctx.dateline.country
    return ctx.countries[0] if ctx.countries else None


def _nameless(m: Toponym, ctx: PlaceContext, kit: Kit) -> Where:
    country = m.country or _only(ctx)
    if m.name.casefold().split()[-1] == "capital" and m.country:
        found = kit.gazetteer.find(kit.countries.capital(m.country) or "", m.country)
        if town := next((p for p in found if p.kind == "settlement"), None):
            return _placed(m, town, PlaceContext(), _Parent(), ())
    return _where(
        m,
        _precision(m, None, _Parent()) if m.kind else "landmark",
        country=country,
        admin1=ctx.admin1 if country == _only(ctx) else None,
    )


def _where(
    m: Toponym,
    precision: PlacePrecision,
    *,
    country: str | None = None,
    admin1: str | None = None,
    lat: float | None = None,
    lon: float | None = None,
    radius: float | None = None,
    place: Place | None = None,
    ranked: Sequence[_Scored] = (),
    geometry: Area | None = None,
    why: str | None = None,
) -> Where:
    return Where(
        text=m.text,
        name=m.name,
        lat=lat,
        lon=lon,
        radius_km=radius,
        precision=precision,
        country=country,
        admin1=admin1,
        gazetteer_id=place.id if place is not None else None,
        candidates=tuple(
            Candidate(
                name=s.place.name, lat=s.place.lat, lon=s.place.lon, gazetteer_id=s.place.id, score=round(s.score, 1)
            )
            for s in ranked[:5]
        ),
        evidence=(m.start, m.end),
        geometry=geometry,
        why=why,
    )


def anchors(mentions: Iterable[Toponym], ctx: PlaceContext, kit: Kit) -> tuple[Place, ...]:
    """The towns named in the article that need no neighbours to be found, at most a dozen; the others are weighed by them."""
    out: dict[str, Place] = {}
    for m in mentions:
        if m.generic or m.kind in ("country", "road", "border") or len(out) >= MOST_ANCHORS:
            continue
        ranked = _rank(m, ctx, parent := _Parent.of(m, ctx, kit), kit)
        best = _clear(ranked)
        if best is not None and best.exact and best.place.kind == "settlement" and _plausible(best, ctx, parent):
            out.setdefault(best.place.id, best.place)
    return tuple(out.values())


def country_in_play(
    mentions: Iterable[Toponym], dateline: Where | None, kit: Kit, cues: Iterable[str] = ()
) -> tuple[str, ...]:
    """The countries an article speaks of, ranked: its dateline's, those it names, those its places vote for.

    ``cues``: countries of nationality words in the text, each as often as it stands there.
    """
    votes: Counter[str] = Counter()
    if dateline is not None and dateline.country:
        votes[dateline.country] += 1000
    seen: set[str] = set()
    named: set[str] = set()
    for m in mentions:
        if m.country:
            votes[m.country] += 30
            named.add(m.country)
        if m.generic:
            continue
        name = bare(m.name)
        if (m.kind == "country" and m.country) or name in seen:
            continue
        seen.add(name)
        places = [p for p in kit.gazetteer.find(name) if p.country and kit.gazetteer.spelt(name, p.id)][:40]
        where = {p.country for p in places if p.country}
        for iso in where:
            there = [p for p in places if p.country == iso]
            most = max(p.population for p in there)
            weight = 4 + 2 * math.log10(most + 10) + (12 if any(p.kind != "settlement" for p in there) else 0)
            votes[iso] += round(weight / len(where) ** 0.5)
    for iso in cues:
        votes[iso] += 8
        named.add(iso)
    if not votes:
        return ()
    top = max(n for iso, n in votes.items()) % 1000  # what the text adds to the dateline
    return tuple(iso for iso, n in votes.most_common(8) if n >= 1000 or iso in named or n >= 0.4 * top)
