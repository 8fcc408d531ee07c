"""The places of one article: what each name in it is, by the countries and labels around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from dateline.frames.frame import Frame
from dateline.mentions.places import PlaceMention, find_places
from dateline.model.incident import Where
from dateline.model.text import Sentence, Span
from dateline.packs.gazetteer import Place, loose_key
from dateline.packs.kit import Kit
from dateline.resolve.candidates import PlaceContext, anchors
from dateline.resolve.where import resolve

_WHOLE = frozenset({"province", "state", "region"})
COARSE_KINDS = {"country": 6, "continent": 7, "region": 4, "province": 4, "state": 4, "governorate": 4}


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

    def other_name(self, p: PlaceMention) -> bool:
        """A brand ("a Rapid van"), an operation in quotation marks, a person ("a nurse called Zahra")."""
        before = self.text[max(0, p.name_start - 10) : p.name_start].lower()
        if before.endswith(("“", '"', "‘", "called ", "named ")):
            return True
        return (
            before.endswith((" a ", " an "))
            and p.kind is None
            and self.text[p.name_end : p.name_end + 2].strip().islower()
        )

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
        if lead is not None and _labelled(where, lead):
            return lead
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
        countries = self.ranked(section)
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

    def ranked(self, section: str | None) -> tuple[str, ...]:
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
        countries = self.ranked(frame.reading.sentence.section)
        ctx = PlaceContext(countries=countries, dateline=self._wire(countries))
        return self._spelt(resolve(p, ctx, kit=self.kit), p)

    def _spelt(self, where: Where, p: PlaceMention) -> Where:
        """With the article's own letters: a bulletin's label in capitals is looked up in small ones."""
        if where.evidence is None:
            return where
        start, end = where.evidence
        name = self.text[p.name_start : p.name_end] if where.name == p.name else where.name
        return msgspec.structs.replace(where, text=self.text[start:end], name=name)

    def in_paragraph(self, number: int) -> list[PlaceMention]:
        """Named places of a paragraph that something may happen at, in sentences that were not parsed too."""
        if number not in self._paragraphs:
            found = [p for s in self.parts if s.paragraph == number for p in find_places(s.text, s.start, kit=self.kit)]
            self._paragraphs[number] = [
                p for p in found
                if not p.generic and not p.qualifier and p.relation in ("in", "at", "near", "outskirts", "of", "around", "outside", "inside") and p.kind not in COARSE_KINDS
                and not self.kit.countries.by_name(p.name) and not self.other_name(p)
            ]  # fmt: skip
        return self._paragraphs[number]

    def context_plain(self) -> PlaceContext:
        return PlaceContext(countries=self.countries, admin1=None, dateline=self.dateline, others=())


def _labelled(where: Where, lead: Where) -> bool:
    """ "ZARUMA. Soldiers dismantled a mine in El Oro province": the label says where in the province."""
    if where.precision not in ("adm1", "country") or lead.precision not in ("settlement", "landmark", "neighbourhood"):
        return False
    if loose_key((where.name or "").casefold()) == loose_key((lead.name or "").casefold()):
        return False  # "KURSK: … in the Kursk region"
    inside = lead.admin1 is not None and lead.admin1 == where.admin1
    return lead.country == where.country and (inside or where.precision == "country")


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
