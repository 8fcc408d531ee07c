"""Which of the places in a sentence is the place of the event, and whether two places can be the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from dateline.frames.frame import Frame
from dateline.mentions.places import PlaceMention, find_places
from dateline.model.incident import Where
from dateline.model.text import Sentence, Span
from dateline.packs.gazetteer import Place, loose_key
from dateline.packs.kit import Kit
from dateline.resolve.area import distance_km
from dateline.resolve.candidates import PlaceContext, anchors
from dateline.resolve.where import resolve

_SETTLED = frozenset(
    {"city", "town", "village", "district", "neighbourhood", "camp", "area", "township", "settlement", "suburb"}
)
_ORIGIN = frozenset({"from", "to", "towards"})
_WIDE = frozenset({"country", "adm1", "area", "unknown"})
_RANK = {
    "exact": 0,
    "landmark": 1,
    "neighbourhood": 1,
    "settlement": 2,
    "near": 2,
    "adm2": 3,
    "area": 4,
    "adm1": 5,
    "country": 7,
    "unknown": 6,
}
_WHOLE = frozenset({"province", "state", "region"})
_COARSE_KINDS = {"country": 6, "continent": 7, "region": 4, "province": 4, "state": 4, "governorate": 4}


class Told(Protocol):
    """What a neighbour event offers."""

    where: Where


_TENDED = re.compile(
    r"\b(?:taken|rushed|brought|moved|shifted|transferred|evacuated|airlifted|referred|admitted|flown) to (?:\w+ ){0,3}(?:hospitals?|clinics?|facility|morgue) (?:(?:in|at|of) )?(?:the )?$|"
    r"\bheard (?:\w+ ){0,3}(?:in|across|over) $|"
    r"\b(?:treated|treatment|admitted|died of (?:his|her|their) wounds|buried) (?:\w+,? ){0,6}$"
)
_TELLING = re.compile(
    r"\b(?:told|said|says|announced|reporters|journalists|statement|briefing|conference|interview|speaking|telephone|phone) (?:\w+ ){0,2}$"
)
_THEY = re.compile(r" (?:say|said) (?:that )?they (?:have |had )?\w+")
_ANY_TOWN = frozenset(
    "juma'at jumu'ah jumaat friday central main grand great weekly monday tuesday wednesday thursday saturday sunday baptist catholic methodist anglican primary secondary government livestock cattle".split()
)
_REACHED = re.compile(
    r"\bwho (?:had |have )?(?:\w+ ){0,2}(?:reached|fled to|arrived in|made it to|escaped to) (?:the )?$"
)
_CAPITAL = re.compile(r"['’]s capital\b")
_LIMITS = re.compile(r"\b(?:under|limits of|jurisdiction of) (?:the )?(?:limits of )?(?:the )?$")
_WARDS = ("hospital", "clinic", "morgue", "medical centre", "medical center", "medical complex")


@dataclass
class Placer:
    """Chooses and resolves places for one article. ``leads`` are bulletin labels by span; ``dateline`` the wire's city."""

    kit: Kit
    text: str
    countries: tuple[str, ...]
    dateline: Where | None = None
    leads: dict[Span, PlaceMention | None] = field(default_factory=dict)
    stages: dict[int, PlaceMention] = field(default_factory=dict)
    mentions: list[tuple[PlaceMention, int]] = field(default_factory=list)
    parts: Sequence[Sentence] = ()
    known: list[Where] = field(default_factory=list)
    _anchors: tuple[Place, ...] | None = None
    _paragraphs: dict[int, list[PlaceMention]] = field(default_factory=dict)

    def choose(self, frame: Frame) -> PlaceMention | None:
        """The place of the event: a named one in the stretch that is no origin and no mere locator, the finest, then the nearest."""
        spots = [
            p for p in frame.places if not p.qualifier and not self._speakers(frame, p) and not self._other_name(p)
        ]
        named = [p for p in spots if not p.generic and p.relation not in _ORIGIN]
        if all(self._grain(p) >= 6 for p in named):
            named += [p for p in frame.places if not p.generic and self._residents(frame, p)]
        if not named and frame.has("arrest"):
            named = [p for p in frame.places if p.relation == "in" and not p.generic and self._detained(p)]
        if not named and frame.has("abduct", "arrest"):
            named = [p for p in frame.places if not p.generic and p.relation == "from"]
        named += [p for p in spots if not p.generic and p.relation == "to" and self._entered(frame, p)]
        if len(named) > 1 and any(not self._plain(p) for p in named):
            named = [p for p in named if not self._plain(p)]
        aimed = [p for p in named if self._aimed(frame, p) or self._aside(frame, p)]
        if len(aimed) < len(named):
            named = [p for p in named if p not in aimed]
        if not named and frame.solid:
            reach = ("to", "towards", "from") if frame.has("take", "overrun", "protest") else ("to", "towards")
            named = [p for p in spots if not p.generic and p.relation in reach and not frame.has("abduct", "arrest")]
        if not named and frame.has("shell", "air", "strike", "shoot"):
            named = [p for p in frame.places if not p.generic and p.relation == "towards" and self._grain(p) < 6]
        if not named:
            named = [
                p
                for p in frame.places
                if p.relation == "of" and not p.generic and p.kind != "country" and not self._speakers(frame, p)
            ]
        if not named:
            return None
        if all(self._grain(p) >= 6 for p in named) and self._capital_said(frame):
            return None  # "in Somalia's capital"
        at = min((t.first for t in frame.acts), default=frame.first)
        anchor = frame.reading.span(at, at)[0]
        return min(
            named,
            key=lambda p: (
                self._grain(p) + self._holds(p, frame, named),
                p.name_start < anchor and abs(p.name_start - anchor) > 60,
                abs(p.name_start - anchor),
            ),
        )

    def _holds(self, p: PlaceMention, frame: Frame, named: Sequence[PlaceMention]) -> bool:
        """A district beside a town is the wider of the two, unless the sentence opens with the town: "In Bhola, … at Char
        Fasson upazila"."""
        towns = [q for q in named if q.bearing is None and q.kind not in ("district", "county") and self._grain(q) == 1]
        opening = frame.reading.sentence.start + 4
        return p.kind in ("district", "county") and bool(towns) and all(q.name_start > opening for q in towns)

    def _plain(self, p: PlaceMention) -> bool:
        """ "the Juma'at mosque", "Wednesday Market": every town has one."""
        first, _, rest = p.name.lower().replace("’", "'").partition(" ")
        return p.kind in ("landmark", "neighbourhood") and first in _ANY_TOWN and len(rest.split()) == 1

    def _entered(self, frame: Frame, p: PlaceMention) -> bool:
        """ "rammed a car into the Masaid checkpoint": where the blow fell."""
        into = self.text[max(0, p.name_start - 12) : p.name_start].lower()
        return "into " in into and frame.has("suicide", "bomb", "attack") and p.kind is not None and self._grain(p) == 0

    def _residents(self, frame: Frame, p: PlaceMention) -> bool:
        """ "residents of Khartoum reported shelling": those who speak are where it happened."""
        at = p.name_start - frame.reading.offset
        return any(
            s.speaker
            and s.start <= at < s.end
            and any(w in s.speaker.lower() for w in ("resident", "witness", "local"))
            for s in frame.said
        )

    def _detained(self, p: PlaceMention) -> bool:
        """ "officials in X say they have detained a teacher"."""
        return _THEY.match(self.text, p.name_end) is not None

    def _other_name(self, p: PlaceMention) -> bool:
        """A brand ("a Rapid van"), an operation in quotation marks, a person ("a nurse called Zahra")."""
        before = self.text[max(0, p.name_start - 10) : p.name_start].lower()
        if before.endswith(("“", '"', "‘", "called ", "named ")):
            return True
        return (
            before.endswith((" a ", " an "))
            and p.kind is None
            and self.text[p.name_end : p.name_end + 2].strip().islower()
        )

    def _aimed(self, frame: Frame, p: PlaceMention) -> bool:
        """ "a mortar round aimed at the airport": where it was meant to fall."""
        where = frame.reading.tokens(p.start, p.end)
        low = frame.reading.view.low[max(0, where[0] - 4) : where[0]] if where else []
        return any(w in ("aimed", "meant", "intended", "destined", "bound") for w in low)

    def _aside(self, frame: Frame, p: PlaceMention) -> bool:
        """Where it was told of, tended or written down: "told reporters in X that", "taken to hospital in X", "under X police
        station"."""
        start = frame.reading.offset
        before, after = self.text[max(start, p.start - 40) : p.start].lower(), self.text[p.end : p.end + 12].lower()
        station = p.kind == "landmark" and p.name.lower().endswith("police station")
        if station and _LIMITS.search(before + self.text[p.start : p.name_start].lower()):
            return True
        if _REACHED.search(before):
            return True
        if p.relation not in ("in", "at", "of"):
            return False
        if _TENDED.search(before) and not frame.has("abduct", "arrest"):
            return True
        return after.lstrip(" ,").startswith("that ") and _TELLING.search(before) is not None

    def _speakers(self, frame: Frame, p: PlaceMention) -> bool:
        """The place names a speaker or a party ("Burundi's army"), not a spot."""
        at = p.name_start - frame.reading.offset
        if not frame.solid and p.name.casefold().endswith(_WARDS):
            return True  # "a doctor at the Central Hospital gave a toll …"
        if any(s.speaker and s.start <= at < s.end for s in frame.said):
            return True
        return any(
            x.start <= at < x.end
            and (p.relation is None or (p.relation == "of" and (p.kind == "country" or bool(x.names or x.forces))))
            for x in frame.reading.parties
        )

    def _grain(self, p: PlaceMention) -> int:
        if p.kind in ("neighbourhood", "camp", "landmark", "village", "quarter", "checkpoint", "base"):
            return 0
        if p.kind == "road" and " to " in p.name:
            return 2
        if (
            p.kind == "area" and p.relation is not None
        ):  # "in the Las Palmas sector" is fine, "in the countryside of Aleppo" is not
            if p.text.lower().endswith((" area", " locality")) and len(p.name.split()) <= 2:
                return 1  # "in the Tump area"
            return 0 if p.name.lower().endswith(("sector", "front", "axis", "quarter")) else 4
        if p.kind in _COARSE_KINDS:
            return _COARSE_KINDS[p.kind]
        if self.kit.countries.by_name(p.name):
            return 6
        return 1 if p.relation not in (None, "of") else 3

    def resolve(self, frame: Frame, p: PlaceMention) -> Where:
        """The place with its point where that is sure, its parent from the words or from the bulletin's label."""
        lead = self.lead(frame)
        admin1 = lead.admin1 if lead is not None else self._same_division(frame, p)
        others = tuple(w for w in self.known if w.lat is not None)
        ctx = self.context(admin1, others, lead, frame.reading.sentence.section)
        if p.kind in ("neighbourhood", "camp"):
            ctx = msgspec.structs.replace(ctx, town=self._town(frame, p, lead))
        where = resolve(p, ctx, kit=self.kit)
        if lead is not None and lead.name and where.country is None:
            where = msgspec.structs.replace(where, country=lead.country)
        if lead is not None and where.admin1 is None and lead.country == where.country:
            where = msgspec.structs.replace(where, admin1=lead.admin1)
        if where.lat is not None:
            self.known.append(where)
        return where

    def _same_division(self, frame: Frame, p: PlaceMention) -> str | None:
        """The division named last before "X in the same province"."""
        behind = next((q for q in frame.reading.places if q.generic and 0 < q.name_start - p.name_end <= 30), None)
        if behind is None or behind.kind not in _WHOLE or "same " not in behind.text.lower():
            return None
        before = (q for q, _ in reversed(self.mentions) if q.end <= frame.reading.sentence.start and not q.generic)
        found = (resolve(q, self.context_plain(), kit=self.kit) for q in before)
        return next((w.admin1 for w in found if w.admin1 is not None), None)

    def context(
        self, admin1: str | None, others: tuple[Where, ...], lead: Where | None, section: str | None
    ) -> PlaceContext:
        countries = self._ranked(section)
        if lead is not None and lead.country:
            countries = (lead.country, *(c for c in countries if c != lead.country))
        return PlaceContext(
            countries=countries,
            admin1=admin1,
            dateline=self._wire(countries),
            others=_as_places(others),
            anchors=self._sure(),
        )

    def _wire(self, countries: tuple[str, ...]) -> Where | None:
        """The dateline, unless a heading or a label has gone to another country."""
        city = self.dateline
        return city if city is None or city.country in (None, *countries[:1]) else None

    def _town(self, frame: Frame, p: PlaceMention, lead: Where | None) -> Place | None:
        """The town that a quarter or a camp lies in: the one its sentence has put the scene in, else the item's label."""
        scene = [
            q for q in frame.reading.places
            if q.end <= p.start and q.relation == "in" and q.kind in (None, "city", "town") and not (q.qualifier or q.generic)
        ]  # fmt: skip
        known = resolve(scene[-1], self.context_plain(), kit=self.kit) if scene else lead
        towns = _as_places((known,)) if known is not None and known.precision == "settlement" else ()
        return towns[0] if towns else None

    def _sure(self) -> tuple[Place, ...]:
        """The towns of the article that are found without the others' help."""
        if self._anchors is None:
            self._anchors = anchors((m for m, _ in self.mentions), self.context_plain(), self.kit)
        return self._anchors

    def _ranked(self, section: str | None) -> tuple[str, ...]:
        """Countries in play, that of the heading above first ("CAMEROON")."""
        iso = self.kit.countries.by_name(section.title()) if section else None
        return (iso, *(c for c in self.countries if c != iso)) if iso else self.countries

    def lead(self, frame: Frame) -> Where | None:
        """The bulletin label's place, if the sentence stands under one."""
        span = frame.reading.sentence.lead
        if span is None:
            return None
        p = self.leads.get(span)
        if p is None:
            return None
        countries = self._ranked(frame.reading.sentence.section)
        ctx = PlaceContext(countries=countries, dateline=self._wire(countries))
        return self._spelt(resolve(p, ctx, kit=self.kit), p)

    def _spelt(self, where: Where, p: PlaceMention) -> Where:
        """With the article's own letters: a bulletin's label in capitals is looked up in small ones."""
        if where.evidence is None:
            return where
        start, end = where.evidence
        name = self.text[p.name_start : p.name_end] if where.name == p.name else where.name
        return msgspec.structs.replace(where, text=self.text[start:end], name=name)

    def _stage(self, frame: Frame) -> Where | None:
        """The scene that a short sentence just before has set."""
        here = frame.reading.index
        k = next((k for k in range(here, max(here - 4, -1), -1) if k in self.stages), None)
        return resolve(self.stages[k], self.context_plain(), kit=self.kit) if k is not None else None

    def _only(self, frame: Frame) -> Where | None:
        """The one town that the article is about: its dateline's, if that is no capital, else the only one it names."""
        city = self.dateline
        if (
            city is not None
            and city.name
            and not city.country
            and self.countries
            and frame.reading.sentence.paragraph <= self._opening()
        ):
            return msgspec.structs.replace(city, country=self.countries[0])  # a village that no gazetteer has
        if city is not None and city.name and city.country and self.kit.countries.by_capital(city.name) is None:
            return city if frame.reading.sentence.paragraph <= self._opening() or len(self._towns()) <= 1 else None
        towns = self._towns()
        if len(towns) != 1:
            return None
        where = self.resolve(frame, towns[0])
        return (
            where
            if where.gazetteer_id is not None
            and where.precision == "settlement"
            and where.country in self.countries[:1]
            else None
        )

    def _opening(self) -> int:
        """The last paragraph of the report's opening."""
        return next((s.paragraph for s in self.parts if s.block == "body"), 0) + 1

    def _towns(self) -> list[PlaceMention]:
        """Named settlements that the article's read sentences place something in, one mention each."""
        seen: dict[str, PlaceMention] = {}
        for q, _ in self.mentions:
            if (
                not q.generic
                and not q.qualifier
                and q.relation in ("in", "at", "near", "outskirts", None)
                and q.kind not in _COARSE_KINDS
                and not self.kit.countries.by_name(q.name)
            ):
                seen.setdefault(loose_key(q.name.casefold()), q)
        return list(seen.values())

    def _meant(self, frame: Frame) -> Where | None:
        """ "the town", "the village": the place named last before it in the same paragraph."""
        start, sentence = frame.start, frame.reading.sentence
        points = any(p.generic and p.kind in _SETTLED for p in frame.places) or "there" in frame.reading.view.low[:3]
        if "there" in frame.reading.view.low[:4] and (last := self._left(frame)) is not None:
            return self.resolve(frame, last)
        here = [q for q in self._in_paragraph(sentence.paragraph) if q.end <= start]
        if here:
            return self.resolve(frame, here[-1])
        if lead := self.lead(frame):
            return lead
        if not points:
            return None
        back = [
            q
            for n in range(sentence.paragraph - 1, max(0, sentence.paragraph - 3), -1)
            for q in reversed(self._in_paragraph(n))
        ]
        return self.resolve(frame, back[0]) if back else None

    def _left(self, frame: Frame) -> PlaceMention | None:
        """The one place of the sentence before, if it is where news comes from: "Word came from X. Soldiers there …"."""
        before = next((s for s in reversed(self.parts) if s.end <= frame.reading.sentence.start), None)
        if before is None or before.paragraph != frame.reading.sentence.paragraph:
            return None
        found = [p for p in find_places(before.text, before.start, kit=self.kit) if not p.generic]
        return found[0] if len(found) == 1 and found[0].relation == "from" else None

    def _in_paragraph(self, number: int) -> list[PlaceMention]:
        """Named places of a paragraph that something may happen at, in sentences that were not parsed too."""
        if number not in self._paragraphs:
            found = [p for s in self.parts if s.paragraph == number for p in find_places(s.text, s.start, kit=self.kit)]
            self._paragraphs[number] = [
                p for p in found
                if not p.generic and not p.qualifier and p.relation in ("in", "at", "near", "outskirts", "of", "around", "outside", "inside") and p.kind not in _COARSE_KINDS
                and not self.kit.countries.by_name(p.name) and not self._other_name(p)
            ]  # fmt: skip
        return self._paragraphs[number]

    def context_plain(self) -> PlaceContext:
        return PlaceContext(countries=self.countries, admin1=None, dateline=self.dateline, others=())

    def _capital_said(self, frame: Frame) -> PlaceMention | None:
        """ "the capital", "Somalia's capital"."""
        for p in frame.places:
            if p.qualifier or p.relation not in ("in", "at", None):
                continue
            if p.generic and "capital" in p.name.lower():
                return p
            if p.kind == "country" and p.country and _CAPITAL.match(self.text, p.name_end):
                return p
        return None

    def _capital(self, frame: Frame) -> Where | None:
        """ "In the capital, police used tear gas": that of the country in play."""
        p = self._capital_said(frame)
        ranked = self._ranked(frame.reading.sentence.section)
        iso = p.country if p is not None and not p.generic else ranked[0] if ranked else None
        capital = self.kit.countries.capital(iso) if iso else None
        if p is None or capital is None:
            return None
        named = msgspec.structs.replace(p, name=capital, generic=False, kind=None)
        where = resolve(named, self.context_plain(), kit=self.kit)
        return msgspec.structs.replace(
            where, text=self.text[p.name_start : p.name_end], evidence=(p.name_start, p.name_end)
        )

    def inherited(self, frame: Frame, neighbour: Told | None) -> Where:
        """No place of its own: the bulletin's label, else the place it goes on from, else the wire's city, else the country."""
        if capital := self._capital(frame):
            return capital
        stage = self._stage(frame)
        if stage is not None:
            return stage
        if neighbour is not None and neighbour.where.name:
            return self._in_words(frame, neighbour.where)
        if meant := self._meant(frame):
            return meant
        lead = self.lead(frame)
        if lead is not None:
            return lead
        if only := self._only(frame):
            return only
        ranked = self._ranked(frame.reading.sentence.section)
        country = ranked[0] if ranked else None
        return Where(country=country, precision="country" if country else "unknown")

    def _in_words(self, frame: Frame, where: Where) -> Where:
        """A place carried on, told by the sentence's own words where it points back ("in the same district")."""
        same = next((p for p in frame.places if p.generic and "same " in self.text[p.start : p.end].lower()), None)
        if same is None:
            return where
        span = (same.name_start, same.name_end)
        return msgspec.structs.replace(where, text=self.text[span[0] : span[1]], evidence=span)

    # -- comparing
    def same(self, one: Where, two: Where) -> bool:
        """Whether the names are one place's."""
        if one.name is None or two.name is None:
            return False
        if one.gazetteer_id and one.gazetteer_id == two.gazetteer_id:
            return True
        a, b = loose_key(one.name.casefold()), loose_key(two.name.casefold())
        return a == b or (len(a) > 4 and len(b) > 4 and (a in b or b in a))

    def compatible(self, one: Where, two: Where) -> bool:
        """Whether an event at one may be the event at the other: the same place, or one holds the other as far as is known."""
        if self.same(one, two):
            return True
        if one.country and two.country and one.country != two.country:
            return False
        wide = one if _RANK[one.precision] > _RANK[two.precision] else two
        fine = two if wide is one else one
        if wide.precision == "country":
            return True
        if wide.precision == "adm1":
            return fine.admin1 is None or wide.admin1 is None or fine.admin1 == wide.admin1
        if (
            wide.precision in ("area", "unknown")
            and wide.admin1 is not None
            and wide.admin1 == fine.admin1
            and wide.gazetteer_id is not None
        ):
            return True
        if (
            wide.precision in ("area", "unknown", "adm2")
            and fine.precision in ("neighbourhood", "landmark", "settlement", "near")
            and wide is not fine
        ):
            return self._parent_said(fine, wide)
        return bool(fine.precision in ("neighbourhood", "landmark") and wide.precision in ("settlement", "near"))

    def _parent_said(self, fine: Where, wide: Where) -> bool:
        return bool(fine.text and wide.name and wide.name in fine.text)

    def may_lie(self, fine: Where, wide: Where) -> bool:
        """Whether a town may lie in a district, as far as points tell."""
        if wide.precision != "adm2" or fine.country != wide.country:
            return False
        if fine.lat is None or fine.lon is None or wide.lat is None or wide.lon is None:
            return True
        return distance_km(fine.lat, fine.lon, wide.lat, wide.lon) <= 2 * max(wide.radius_km or 0, 25)

    def finer(self, one: Where, two: Where) -> bool:
        """Whether ``one`` says more exactly where."""
        if two.name is None:
            return True
        if (
            one.precision == two.precision == "area" and two.name.isupper() and not one.name.isupper()
            if one.name
            else False
        ):
            return True
        return _RANK[one.precision] < _RANK[two.precision] and two.precision in _WIDE


def _as_places(known: tuple[Where, ...]) -> tuple[Place, ...]:
    out = []
    for w in known[-8:]:
        if w.lat is not None and w.lon is not None and w.country:
            out.append(
                Place(
                    id=w.gazetteer_id or "",
                    name=w.name or "",
                    lat=w.lat,
                    lon=w.lon,
                    country=w.country,
                    admin1=w.admin1,
                    population=0,
                    kind="settlement" if w.precision in ("settlement", "near") else "city",
                )
            )
    return tuple(out)
