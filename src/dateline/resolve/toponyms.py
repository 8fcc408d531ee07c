"""Where an article's toponyms lie: one reading a name and article, weighed by what is said beside it and by the other names.

Names that leave no doubt come first (countries, divisions, "X, Ky.", a city without a rival); they say which countries and
divisions are in play and near what the others may lie. Population decides last, and only by a wide lead. Distances in km.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from dateline.annotate.sentences import sentences
from dateline.mentions.toponyms import Toponym, find_toponyms, nationalities
from dateline.model.incident import Candidate, PlacePrecision
from dateline.model.text import Article
from dateline.packs.gazetteer import Gazetteer, Place, exact_key
from dateline.resolve.area import distance_km, extent
from dateline.resolve.candidates import Kit

MARGIN = 1.0
REACH = 80.0  # km over which nearness to a place already known fades
ALIKE = 40.0  # a place spelt otherwise, or a village for a district, must lie as near as this to one that is known, and alone
BESIDE = 200  # code points: a place named so near in the text says more of where another lies than the others do
LOOSE_LENGTH = 6  # letters: shorter names are spelt alike by chance
MOST = 40  # candidates looked at
NEIGHBOURS = 50  # known places that nearness is measured to
COUNTRY = 5_000_000  # people: what a country weighs against a town or a division of its name
RIVAL = 5_000  # people: a smaller town is no rival of a country or a division
BIG = 100_000  # people: so big a place may be meant in an article about another country
TOWN = 10_000  # people: so big a place may be meant where the article names no country
CERTAIN = 10.0  # the score of a place that was taken without weighing
WIDE = 700.0  # half-extent: a region wider than this has no point worth printing
_INNER = frozenset({"district", "neighbourhood", "camp"})
_WIDER = frozenset({"province", "state", "region"})
_PRECISION: dict[str, PlacePrecision] = {
    "country": "country",
    "adm1": "adm1",
    "settlement": "settlement",
    "village": "settlement",
    "district": "adm2",
    "camp": "neighbourhood",
    "neighbourhood": "neighbourhood",
}


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A toponym with its place. ``lat``/``lon`` null where unsure; ``radius_km`` the rough half-extent of what is meant."""

    start: int
    end: int
    text: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision = "unknown"
    gazetteer_id: str | None = None
    country: str | None = None
    candidates: tuple[Candidate, ...] = ()


class PlacedText(msgspec.Struct, frozen=True):
    """An article's id and its toponyms in order of the text."""

    id: str
    places: tuple[Placed, ...] = ()


class _Sense(msgspec.Struct):
    """One name (with one parent) in one article."""

    name: str
    parent: str | None
    wide: bool  # called a province, a state or a region
    places: list[Place]
    times: int
    inner: bool = False  # called a district, a quarter or a camp
    loose: bool = False  # no place is spelt so; these are spelt alike
    spots: list[int] = []  # where it stands in the text
    chosen: Place | None = None
    ranked: list[tuple[float, Place]] = []


def read_places(article: Article, *, kit: Kit) -> PlacedText:
    """Every toponym of the article, placed where that is sure. Never raises for what the text holds."""
    parts = [(s.text, s.start) for s in sentences(article.text)]
    found = find_toponyms(parts, kit=kit)
    return PlacedText(article.id, tuple(place_toponyms(found, nationalities(article.text, kit=kit), kit=kit)))


def place_toponyms(toponyms: Sequence[Toponym], cues: Iterable[str] = (), *, kit: Kit) -> list[Placed]:
    """The place of each toponym, in order. ``cues``: countries of nationality words in the text, each as often as it stands there."""
    parents: dict[str, str] = {}  # of a name without one of its own: the first that the article says
    for t in toponyms:
        if t.parent is not None:
            parents.setdefault(exact_key(t.full), t.parent)
    senses: dict[tuple[str, str | None, bool], _Sense] = {}
    sense_of = []
    for t in toponyms:
        name = exact_key(t.full)
        parent = t.parent or parents.get(name)
        key = (name, parent, t.kind in _WIDER)
        sense = senses.get(key)
        if sense is None:
            found = _places(t, kit)
            alike = [] if found or len(t.full) < LOOSE_LENGTH else kit.gazetteer.find(t.full)[:MOST]
            sense = senses[key] = _Sense(
                t.full, parent, t.kind in _WIDER, found or alike, 0, t.kind in _INNER, bool(alike)
            )
        sense.times += 1
        sense.spots.append(t.start)
        sense_of.append(sense)
    _Article(list(senses.values()), cues, kit).settle()
    return [_made(t, s) for t, s in zip(toponyms, sense_of, strict=True)]


def _places(t: Toponym, kit: Kit) -> list[Place]:
    """What is so called: the country, divisions, towns."""
    gazetteer: Gazetteer = kit.gazetteer
    found = [p for p in gazetteer.find(t.full)[:MOST] if gazetteer.spelt(t.full, p.id)]
    centre = kit.countries.centre(t.country) if t.country else None
    if centre is None or t.country is None:
        return found
    lat, lon, radius = centre
    country = Place(
        f"country:{t.country}",
        kit.countries.name(t.country) or t.full,
        lat,
        lon,
        t.country,
        None,
        COUNTRY,
        "country",
        radius,
    )
    rivals = [p for p in found if p.country != t.country and (p.kind == "adm1" or p.population > RIVAL)]
    return [country, *rivals]


class _Article:
    """The countries, divisions and points in play, and the senses still open."""

    def __init__(self, senses: list[_Sense], cues: Iterable[str], kit: Kit) -> None:
        self.senses, self.kit = senses, kit
        self.countries: Counter[str] = Counter(cues)
        self.divisions: dict[tuple[str | None, str | None], float] = {}
        self.points: list[Place] = []
        self.spots: dict[str, list[int]] = {}  # of the points, in the text

    def settle(self) -> None:
        for s in self.senses:
            if not s.wide:
                s.places = [p for p in s.places if not self._town_meant(p, s)]
            elif any(p.kind == "adm1" for p in s.places):
                s.places = [p for p in s.places if p.kind != "settlement"]
        for s in self.senses:
            self._said(s)
        for s in self.senses:
            self._spelt_alike(s)
        for _ in range(2):
            open_ = [s for s in self.senses if s.chosen is None and s.places]
            total, divided = sum(self.countries.values()), sum(self.divisions.values())
            for s in open_:
                s.ranked = sorted(((self._score(p, total, divided), p) for p in s.places), key=lambda x: -x[0])
            for s in sorted(open_, key=lambda s: s.loose or s.inner):  # those last that lie beside others
                self._choose(s)

    def _said(self, s: _Sense) -> None:
        """Towns whose parent is said, countries and divisions without a rival."""
        if s.loose:
            return
        if s.parent is not None:
            inside = [p for p in s.places if self._within(p, s.parent)]
            s.places = inside or [p for p in s.places if p.kind == "country"]
            if s.places:
                self._take(s, s.places[0], 3)
            return
        wide = [p for p in s.places if p.kind != "settlement"]
        rivals = [p for p in s.places if p.kind != "settlement" or p.population > RIVAL]
        if wide and len({p.country for p in rivals}) == 1:
            self._take(s, wide[0], s.times)

    def _town_meant(self, p: Place, s: _Sense) -> bool:
        """Whether a division's name is that of a city in it, or a district's that of a town in it, which is then meant: "Aleppo"."""
        if p.kind == "adm1":
            return any(self._inside(q, p) and q.population >= BIG for q in s.places)
        return p.kind == "district" and not s.inner and any(self._inside(q, p) for q in s.places)

    def _inside(self, town: Place, division: Place) -> bool:
        return town.kind == "settlement" and (town.country, town.admin1) == (division.country, division.admin1)

    def _spelt_alike(self, s: _Sense) -> None:
        """Where no place so spelt may be meant, those spelt alike in the countries that are named most."""
        if s.chosen or s.parent or s.loose or not s.places or len(s.name) < LOOSE_LENGTH:
            return
        if any(self.countries[p.country or ""] or p.population >= BIG or p.kind == "country" for p in s.places):
            return
        for iso, _ in self.countries.most_common(3):
            if alike := self.kit.gazetteer.find(s.name, iso)[:MOST]:
                s.places, s.loose = alike, True
                return

    def _within(self, place: Place, parent: str) -> bool:
        iso = self.kit.countries.by_name(parent)
        if iso is not None and place.country == iso:
            return True
        return any(
            p.kind == "adm1" and (p.country, p.name) == (place.country, place.admin1)
            for p in self.kit.gazetteer.find(parent)[:5]
        )

    def _take(self, s: _Sense, place: Place, weight: float) -> None:
        s.chosen = place
        s.ranked = s.ranked or [(CERTAIN, place)]
        if place.country:
            self.countries[place.country] += 1 if place.kind != "country" else s.times
        if place.admin1 is not None:
            spot = (place.country, place.admin1)
            self.divisions[spot] = self.divisions.get(spot, 0) + weight
        if place.kind == "settlement":
            self.points = [*self.points, place][-NEIGHBOURS:]
            self.spots[place.id] = s.spots

    def _score(self, p: Place, total: int, divided: float) -> float:
        """What speaks for a candidate. ``total``, ``divided``: how often any country, any division was named."""
        score = math.log10(p.population + 100)
        if total:
            score += 2.0 * self.countries[p.country or ""] / total
        n = self.divisions.get((p.country, p.admin1), 0.0) if p.admin1 is not None else 0.0
        if n:
            score += 2.0 + n / divided
        near = min((distance_km(p.lat, p.lon, q.lat, q.lon) for q in self.points if q.id != p.id), default=None)
        return score if near is None else score + 1.5 * math.exp(-near / REACH)

    def _choose(self, s: _Sense) -> None:
        """The candidate that leads the next one by the margin, wherever it is not the same spot."""
        small = [p for p in s.places if p.kind == "settlement" and p.population < TOWN]
        mine = [p for p in s.places if p not in small and self._plausible(p)]
        if s.loose or (s.inner and not mine):
            beside = self._beside(small, self._named_near(s) or self.points)
            if len(beside) == 1:
                self._take(s, beside[0], 1)
            return
        best = s.ranked[0]
        rival = next((x for x in s.ranked[1:] if distance_km(x[1].lat, x[1].lon, best[1].lat, best[1].lon) > 50), None)
        if (rival is None or best[0] - rival[0] >= MARGIN) and self._plausible(best[1]):
            self._take(s, best[1], 1)

    def _beside(self, places: Iterable[Place], points: Sequence[Place]) -> list[Place]:
        return [p for p in places if any(distance_km(p.lat, p.lon, q.lat, q.lon) <= ALIKE for q in points)]

    def _named_near(self, s: _Sense) -> list[Place]:
        """The known places that stand near the name in the text."""
        return [q for q in self.points if any(abs(a - b) <= BESIDE for a in s.spots for b in self.spots[q.id])]

    def _plausible(self, p: Place) -> bool:
        """Whether a place may be meant at all: a small one only in a country in play, or beside a place that is known."""
        if p.population >= BIG or self.countries[p.country or ""]:
            return True
        if any(distance_km(p.lat, p.lon, q.lat, q.lon) < REACH for q in self.points if q.id != p.id):
            return True
        return not self.countries and p.population >= TOWN


def _made(t: Toponym, s: _Sense) -> Placed:
    place = s.chosen
    candidates = tuple(
        Candidate(name=p.name, lat=p.lat, lon=p.lon, gazetteer_id=p.id, score=round(score, 1))
        for score, p in s.ranked[:5]
    )
    if place is None:
        return Placed(start=t.start, end=t.end, text=t.name, candidates=candidates)
    precision: PlacePrecision = _PRECISION.get(place.kind, "area")
    pointed = place.kind == "country" or (place.radius_km or 0) <= WIDE
    return Placed(
        start=t.start, end=t.end, text=t.name, lat=place.lat if pointed else None, lon=place.lon if pointed else None,
        radius_km=place.radius_km or extent(place.population), precision=precision, gazetteer_id=place.id if place.kind != "country" else None, country=place.country,
        candidates=candidates,
    )  # fmt: skip
