"""Where the article plays: the countries it speaks of, ranked, and the city of its dateline."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache

import msgspec

from dateline.frames.reading import Reading
from dateline.mentions.places import PlaceMention, acting_countries, country_cues, find_places, tokens_of
from dateline.model.incident import Where
from dateline.packs.actor_files import ActorEntry
from dateline.packs.gazetteer import exact_key
from dateline.packs.kit import Kit
from dateline.packs.openings import calendar
from dateline.packs.place_words import place_words
from dateline.resolve.candidates import KNOWN, PlaceContext, Toponym, bare, famous
from dateline.resolve.where import resolve
from dateline.sources.dateline import Dateline

_COMPASS = frozenset(
    "north south east west centre center northern southern eastern western central north-east north-west south-east south-west northeast northwest southeast southwest".split()
)
_DWARFS = 10  # times the people of its namesakes: then an old spelling is no doubt
_TOWN = 5_000  # people: what a wire reports from
_EVERYWHERE = 8  # countries; who is at home in more tells nothing of where
_HERE = 1000  # votes of a dateline's country, more than all others can have
_REGIONAL = 20
LEAST_VOTE = 6  # fewer speak for no country
_LOOKED_AT = 60_000  # code points; a country is named early or not at all


def setting(
    text: str, head: Dateline, readings: Sequence[Reading], leads: Sequence[PlaceMention], kit: Kit
) -> tuple[tuple[str, ...], Where | None]:
    """(countries in play, ranked; the dateline's city resolved among them)."""
    words = tokens_of(text[:_LOOKED_AT])
    weight = _weight(text, head)
    cues = [*country_cues(text, words, kit=kit), *_homes(readings, kit)]
    if weight == _HERE:
        cues += _capitals(text, head, kit) * 4
    mentions = [p for p in (*(p for r in readings for p in r.places), *leads) if p.name.casefold() not in _COMPASS]
    acting = acting_countries(words, kit=kit)
    first = country_in_play(mentions, None, kit, cues, acting)
    city = _city(text, head, first, kit)
    return country_in_play(mentions, city, kit, cues, acting, weight), city


def _weight(text: str, head: Dateline) -> int:
    """What a dateline's city says of where the article plays: all, but where desks sit that report on other countries."""
    city = text[head.place.start : head.place.end].casefold() if head.place is not None else ""
    if city in place_words().desks_far:
        return 0
    return _REGIONAL if city in place_words().desks_near else _HERE


def _capitals(text: str, head: Dateline, kit: Kit) -> list[str]:
    """Countries whose capital stands in the masthead or the dateline ("Agence Faso Info - Ouagadougou"), or the only town of
    that name ("Radio Semuliki, Bundibugyo")."""
    top = text[: max(head.masthead_end, head.body_start, 1)]
    words = (w.strip().title() if w.isupper() else w.strip() for w in re.split(r"[,;|()\n.–—:]|\s-\s", top))
    return [iso for w in words if (iso := kit.countries.by_capital(w) or _seat(w, head, kit))]


@cache
def _words_of_time() -> frozenset[str]:
    return frozenset(w for w in (*calendar().months, *calendar().weekdays))


def _seat(name: str, head: Dateline, kit: Kit) -> str | None:
    """The country of a masthead's town, where there is no other town of that name and no dateline speaks."""
    if head.place is not None or not name[:1].isupper() or name.casefold() in _words_of_time():
        return None
    towns = {p.country for p in kit.gazetteer.find(name) if kit.gazetteer.spelt(name, p.id)}
    return next(iter(towns)) if len(towns) == 1 else None


def _homes(readings: Sequence[Reading], kit: Kit) -> list[str]:
    """Home countries of listed actors, as often as an actor at home in one to three is named; all of a roving actor's, once."""
    out = [iso for e in _roving(readings, kit) for iso in e.countries]
    for r in readings:
        for p in r.parties:
            homes = {
                e.countries[0]
                for n in p.names
                if not n.local and (e := kit.actors.by_id[n.actor]).countries and len(e.countries) <= 3
            }
            homes |= {f.country for f in p.forces if f.organ != "regime"}
            if len(homes) == 1:
                out += sorted(homes) * 3
    return out


def _roving(readings: Sequence[Reading], kit: Kit) -> list[ActorEntry]:
    """The actors named that are at home in several countries, and not all over the world."""
    named = {n.actor for r in readings for p in r.parties for n in p.names if not n.local}
    entries = (kit.actors.by_id[actor] for actor in sorted(named))
    return [e for e in entries if 3 < len(e.countries) <= _EVERYWHERE]


def _city(text: str, head: Dateline, countries: tuple[str, ...], kit: Kit) -> Where | None:
    """The dateline's city, a country said beside it first ("EL OBEID, Sudan")."""
    if head.place is None:
        return None
    name = text[head.place.start : head.place.end]
    titled = name.title().replace("'S ", "'s ").replace("’S ", "’s ")  # "COX'S BAZAR"
    low = titled if name.isupper() and len(titled) == len(name) else name  # "TYRE" is no acronym
    found = find_places("in " + low, head.place.start - 3, kit=kit)
    beside = [
        kit.countries.by_name(w.strip(" ,()"))
        for w in re.split(r"[,(]", text[head.place.end : head.place.end + 40])[1:3]
    ]
    said = next((iso for iso in beside if iso), None) or kit.countries.by_capital(titled if name.isupper() else name)
    city = next((p for p in found if p.name_start >= head.place.start), None)
    if city is None:
        return Where(
            text=name, name=name, country=said, precision="unknown", evidence=(head.place.start, head.place.end)
        )
    city = msgspec.structs.replace(city, name=text[city.name_start : city.name_end], text=text[city.start : city.end])
    ranked = (said, *(c for c in countries if c != said)) if said else countries
    where = resolve(city, PlaceContext(countries=tuple(c for c in ranked if c)), kit=kit)
    sure = (
        famous(bare(name.title() if name.isupper() else name), kit, KNOWN) if said is None and where.lat is None else []
    )
    home = sure[0].country if sure else _foremost(name, kit) if said is None and where.lat is None else None
    if home not in (None, where.country):  # "RAMALLAH" is not Israel's Ramla
        return resolve(city, PlaceContext(countries=(home, *countries)), kit=kit)
    return where


def _foremost(name: str, kit: Kit) -> str | None:
    """The country of the one town of that name that dwarfs its namesakes: Mali's Kidal."""
    name = bare(name.title() if name.isupper() else name)
    most: Counter[str] = Counter()
    for p in kit.gazetteer.find(name):
        if p.country and kit.gazetteer.spelt(name, p.id):
            most[p.country] = max(most[p.country], p.population)
    (first, size), *others = most.most_common(2) or [("", 0)]
    return first if size >= _TOWN and all(size >= _DWARFS * n for _, n in others) else None


def country_in_play(
    mentions: Sequence[Toponym],
    dateline: Where | None,
    kit: Kit,
    cues: Iterable[str] = (),
    acting: Collection[str] = (),
    weight: int = _HERE,
) -> tuple[str, ...]:
    """The countries an article speaks of, ranked: its dateline's, those it names, those its places vote for.

    ``cues``: countries of nationality words in the text, each as often as it stands there. ``acting``: those whose forces act.
    ``weight`` of the dateline's country among the votes.
    """
    votes: Counter[str] = Counter()
    if dateline is not None and dateline.country and weight:
        votes[dateline.country] += weight
    seen: set[str] = set()
    named: set[str] = set()
    for m in mentions:
        if m.country:
            votes[m.country] += 30
            named.add(m.country)
        if m.generic:
            continue
        name = bare(m.name)
        home = dateline.country if dateline is not None else None
        capital = kit.countries.by_capital(name.title() if name.isupper() else name)
        if capital is not None and home not in (None, capital) and kit.gazetteer.find(name, home):
            capital = None  # "Tripoli" in a report from Beirut
        if capital is not None:
            votes[capital] += 10
            named.add(capital)
        if (m.kind == "country" and m.country) or name in seen:
            continue
        seen.add(name)
        places = [p for p in kit.gazetteer.find(name) if p.country and kit.gazetteer.spelt(name, p.id)][:40]
        where = list(dict.fromkeys(p.country for p in places if p.country))  # largest first: ties fall alike each time
        namesake = max((p.population for p in places if exact_key(p.name) == exact_key(name)), default=0)
        for iso in where:
            there = [p for p in places if p.country == iso]
            most = max(p.population for p in there)
            vote = 4 + 2 * math.log10(most + 10) + (12 if any(p.kind != "settlement" for p in there) else 0)
            doubt = 2.0 if m.kind == "village" and most > KNOWN else 1.0  # that large it is hardly the village
            doubt *= 2 if m.relation == "from" else 1
            own = any(p.kind != "settlement" or exact_key(p.name) == exact_key(name) for p in there)
            if not own and most < _DWARFS * namesake:
                doubt *= 3  # "Kilo" is an old spelling of Kiel
            votes[iso] += round(vote / doubt / len(where) ** 0.5)
    for iso in cues:
        votes[iso] += 8
        named.add(iso)
    if not votes:
        return ()
    top = max(n for iso, n in votes.items()) % 1000  # what the text adds to the dateline
    if not named and max(votes.values()) < LEAST_VOTE:
        return ()
    ranked = tuple(iso for iso, n in votes.most_common(8) if n >= 1000 or iso in named or n >= 0.4 * top)
    if ranked[0] in acting and (host := _host(mentions, ranked[0], kit)):
        return (host, *(iso for iso in ranked if iso != host))
    return ranked


def _host(mentions: Sequence[Toponym], guest: str, kit: Kit) -> str | None:
    """The country where a force of ``guest`` acts, if nothing is said to lie in its own and a town leaves no doubt: "US air
    strike in Kismayo". The guest's capital is where its officials speak."""
    hosts: Counter[str] = Counter()
    for m in mentions:
        if m.generic or m.relation == "from" or m.country == guest:
            if m.country == guest and not m.generic and m.relation in _THERE:
                return None
            continue
        name = bare(m.name)
        capital = kit.countries.by_capital(name)
        if m.country or capital == guest or m.kind == "village":
            continue
        places = [p for p in kit.gazetteer.find(name) if kit.gazetteer.spelt(name, p.id)]
        if any(p.country == guest for p in places):
            return None
        if m.relation is not None and (sure := famous(name, kit, KNOWN)) and sure[0].country:
            hosts[sure[0].country] += 1
        elif there := [iso for iso in kit.countries.theatres(guest) if kit.gazetteer.find(name, iso)]:
            hosts[there[0]] += 1
    return hosts.most_common(1)[0][0] if hosts else None


_THERE = frozenset({"in", "at", "near", "outskirts", "around", "along", "of"})
