"""From a toponym to a place: the candidate that stands out, with the area that the words around it describe.

A point is printed only where one candidate stands out. A name that was not found keeps its words, its parent's division and no
point. Distances are geodesic (WGS84), in km.
"""

import re
from collections.abc import Sequence

from dateline.model.incident import Area, Candidate, PlacePrecision, Where
from dateline.packs.gazetteer import Place, exact_key, loose_key, place_words
from dateline.packs.name_keys import consonants
from dateline.resolve.area import CENTRE_KM, bearing, covering, distance_km, extent, line, near_km, sector, shift, wedge
from dateline.resolve.candidates import (
    INNER,
    LOOSE_KM,
    POINTLESS,
    PRECISION,
    SAME_KM,
    Kit,
    Parent,
    PlaceContext,
    Scored,
    Toponym,
    bare,
    clear,
    doubled,
    in_play,
    nearest,
    plausible,
    rank,
    sole,
)

LONGEST_ROAD = 400.0
AWAY_KM = 25.0  # "20 km from X" is still told by X's point
INNER_KM = 25.0  # a quarter lies as near as this to its town
_RADIUS: dict[str, float] = {"neighbourhood": 8, "landmark": 10, "near": 10, "adm2": 25, "area": 25}


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
    parent = Parent.of(mention, ctx, kit)
    ranked = rank(mention, ctx, parent, kit)
    best = clear(ranked)
    if best is not None and not best.exact and mention.kind in INNER:
        best, ranked = None, []  # a quarter is in no gazetteer of towns: what is spelt like it is something else
    if best is not None and mention.kind in INNER and parent.town is not None:
        town, place = parent.town, best.place
        if place.id != town.id and distance_km(place.lat, place.lon, town.lat, town.lon) > INNER_KM:
            best, ranked = None, []  # "the Shuhada neighbourhood of Ramallah" is not the village of that name
    abroad = best is not None and best.place.country not in ctx.countries[:1]
    if best is not None and abroad and mention.kind in (*POINTLESS, "landmark") and not _bears(mention, best.place):
        best, ranked = None, []  # a hill, or a hotel, is not the town of its name abroad
    if best is not None and doubled(best, ranked, ctx, parent):
        best = None
    if best is not None and not plausible(
        best,
        ctx,
        parent,
        mention.kind != "village" and sole(mention, ranked),
        len(consonants(loose_key(exact_key(bare(mention.name))))),
    ):
        return _unplaced(mention, ctx, parent, [s for s in ranked if s.exact], kit, split=False)
    if best is None:
        return _unplaced(mention, ctx, parent, ranked, kit)
    return _placed(mention, best.place, ctx, parent, ranked)


def _precision(m: Toponym, place: Place | None, parent: Parent) -> PlacePrecision:
    """The gold's scale: what the words say first, then what the gazetteer knows."""
    said = PRECISION.get(m.kind or "")
    near = m.relation in ("near", "outskirts", "around") or m.bearing is not None
    if parent.town is not None and parent.certain and (m.kind == "district" or (m.kind is None and place is None)):
        said = "neighbourhood"
    if m.kind == "region" and place is not None and place.kind == "adm1":
        said = "adm1"
    if said is None and place is not None:
        said = {"adm1": "adm1", "settlement": "settlement"}.get(place.kind) or PRECISION.get(place.kind, "area")  # type: ignore[assignment]
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


def _placed(m: Toponym, place: Place, ctx: PlaceContext, parent: Parent, ranked: Sequence[Scored]) -> Where:
    precision = _precision(m, place, parent)
    lat: float | None = round(place.lat, 4)
    lon: float | None = round(place.lon, 4)
    reach = place.radius_km or extent(place.population)
    radius: float | None = _RADIUS.get(precision, reach) if place.kind == "settlement" else reach
    if precision == "near":
        radius = near_km(reach)
    if m.bearing is None and m.distance_km is not None and not m.qualifier:
        radius = round(m.distance_km + reach, 1)
        if m.distance_km > AWAY_KM:
            lat = lon = radius = None  # somewhere on a ring
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
    if not _bears(m, place) and (
        m.kind in POINTLESS
        or (precision == "area" and place.kind in ("settlement", "adm1") and m.kind not in ("area", None))
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


def _bears(m: Toponym, place: Place) -> bool:
    """ "the Golan Heights": a division or a region that bears the whole name, its word for a hill with it."""
    return place.kind in ("adm1", "region") and exact_key(place.name) == exact_key(m.name)


_ENDS = re.compile(
    r".{0,60}?\b(?:between|from|linking|connecting|links) (.{2,40}?) (?:and|to|with) (.{2,40})|(?:the )?(.{2,40}?)\s?[-–—]\s?(.{2,40}?) \w+"
)


def _stretch(m: Toponym, ctx: PlaceContext, kit: Kit) -> Where | None:
    """ "the road between X and Y", "the X–Y road": the line from one to the other, if both are found within a day's drive."""
    found = _ENDS.fullmatch(m.name)
    if found is None:
        return None
    ends = [in_play(bare(n), (m.country, *ctx.countries), kit)[:5] for n in found.groups() if n]
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


def _why(m: Toponym, place: Place, ctx: PlaceContext, parent: Parent, ranked: Sequence[Scored]) -> str:
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
    near = nearest(place, ctx, parent)
    if near is not None and 1 <= near < LOOSE_KM:
        said.append(f"{near:.0f} km from another place of the article")
    return "; ".join(said)


def _unplaced(
    m: Toponym, ctx: PlaceContext, parent: Parent, ranked: Sequence[Scored], kit: Kit, *, split: bool = True
) -> Where:
    """A name without a point of its own: its words, its parent's area. ``split``: the candidates are good, but several."""
    precision = _precision(m, None, parent)
    town = parent.town
    country = m.country or parent.country or _only(ctx)
    beside = _beside(m, ctx, kit) if ctx.admin1 is None and not m.country and parent.country is None else None
    if beside is not None:
        country = beside.country
    admin1 = parent.admin1 or (beside.admin1 if beside is not None else None)
    if admin1 is None and country == _only(ctx):
        admin1 = _division(m, ctx, kit)
    if m.kind in ("sea", "continent"):
        return _where(m, precision)
    inside = precision in ("neighbourhood", "landmark") or (precision == "near" and m.kind == "landmark")
    if town is not None and inside and m.kind not in POINTLESS:
        return _where(
            m,
            precision,
            country=town.country,
            admin1=town.admin1,
            lat=round(town.lat, 4),
            lon=round(town.lon, 4),
            radius=_RADIUS[precision],
        )
    if (
        admin1 is None
        and split
        and ranked
        and {(s.place.country, s.place.admin1) for s in ranked} == {(country, ranked[0].place.admin1)}
    ):
        admin1 = ranked[0].place.admin1
    return _where(m, precision, country=country, admin1=admin1, ranked=ranked)


def _division(m: Toponym, ctx: PlaceContext, kit: Kit) -> str | None:
    """The division of a name that was not found: the item's, or that of a provincial dateline.

    A capital's dateline says nothing of where in the country a thing happened.
    """
    if ctx.admin1 is not None:
        return ctx.admin1
    d = ctx.dateline
    if m.kind in POINTLESS - {"road"} or m.kind in ("region", "valley"):
        return None
    if d is None or d.admin1 is None or d.name is None or kit.countries.by_capital(d.name) == d.country:
        return None
    return d.admin1


def _beside(m: Toponym, ctx: PlaceContext, kit: Kit) -> Place | None:
    """The place that a name which was not found lies near or at a distance from."""
    if m.beside is None:
        return None
    name = bare(m.beside)
    found = next(iter(in_play(name, ctx.countries, kit)), None)
    if found is None or found.country in ctx.countries[:1] or exact_key(found.name) == exact_key(name):
        return found
    return None  # "Bethlehem" abroad, by another name of Belém


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
            return _placed(m, town, PlaceContext(), Parent(), ())
    return _where(
        m,
        _precision(m, None, Parent()) if m.kind else "landmark",
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
    ranked: Sequence[Scored] = (),
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
