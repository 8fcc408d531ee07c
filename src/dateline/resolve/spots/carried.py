"""The place of an event whose sentence names none: of the scene, the incident before, the label, the dateline."""

import re
from typing import Protocol

import msgspec

from dateline.frames.frame import Frame
from dateline.mentions.places import PlaceMention, find_places
from dateline.model.incident import Where
from dateline.packs.gazetteer import loose_key
from dateline.resolve.places import COARSE_KINDS, Placer
from dateline.resolve.spots.capital import capital_place
from dateline.resolve.where import resolve

_SETTLED = frozenset(
    {"city", "town", "village", "district", "neighbourhood", "camp", "area", "township", "settlement", "suburb"}
)


class Told(Protocol):
    """What a neighbour event offers."""

    where: Where


def inherited_place(placer: Placer, frame: Frame, neighbour: Told | None) -> Where:
    """No place of its own: the bulletin's label, else the place it goes on from, else the wire's city, else the country."""
    if capital := capital_place(placer, frame):
        return capital
    stage = _stage(placer, frame)
    if stage is not None:
        return stage
    if _elsewhere(frame):
        return _country(placer, frame)
    if neighbour is not None and neighbour.where.name:
        return _in_words(placer, frame, neighbour.where)
    if meant := _meant(placer, frame):
        return meant
    lead = placer.lead(frame)
    if lead is not None:
        return lead
    if only := _only_town(placer, frame):
        return only
    return _country(placer, frame)


def _country(placer: Placer, frame: Frame) -> Where:
    ranked = placer.ranked(frame.reading.sentence.section)
    country = ranked[0] if ranked else None
    return Where(country=country, precision="country" if country else "unknown")


_COMPASS = (
    r"(?:far |remote |restive |troubled )?(?:north|south|east|west|centre|center)(?:[- ]?(?:east|west|centre|center))?"
)
_PART = re.compile(
    rf"\b(?:in the {_COMPASS} of the country|in the country['’]s {_COMPASS}|in the (?:far |remote |restive )(?:north|south|east|west)(?:east|west)?(?= on | late | early |[,.;]))"
)


def _elsewhere(frame: Frame) -> bool:
    """ "killed in an attack in the north of the country": not where the report was filed."""
    r = frame.reading
    low = r.view.low[frame.first : frame.last + 1]
    return "in" in low and _PART.search(r.sentence.text.lower()) is not None


def _stage(placer: Placer, frame: Frame) -> Where | None:
    """The scene that a short sentence just before has set."""
    here = frame.reading.index
    k = next((k for k in range(here, max(here - 4, -1), -1) if k in placer.stages), None)
    return resolve(placer.stages[k], placer.context_plain(), kit=placer.kit) if k is not None else None


def _only_town(placer: Placer, frame: Frame) -> Where | None:
    """The one town that the article is about: its dateline's, if that is no capital, else the only one it names."""
    city = placer.dateline
    if (
        city is not None
        and city.name
        and not city.country
        and placer.countries
        and frame.reading.sentence.paragraph <= _opening(placer)
    ):
        return msgspec.structs.replace(city, country=placer.countries[0])  # a village that no gazetteer has
    if city is not None and city.name and city.country and placer.kit.countries.by_capital(city.name) is None:
        return city if frame.reading.sentence.paragraph <= _opening(placer) or len(_towns(placer)) <= 1 else None
    towns = _towns(placer)
    if len(towns) != 1 or _opens_another(placer, frame, towns[0]):
        return None
    where = placer.resolve(frame, towns[0])
    return (
        where
        if where.gazetteer_id is not None and where.precision == "settlement" and where.country in placer.countries[:1]
        else None
    )


def _opens_another(placer: Placer, frame: Frame, town: PlaceMention) -> bool:
    """ "All were shot down. In Kharkiv, a bomb killed a boy.": a town that a later sentence opens with is of what that one tells."""
    if town.start <= frame.reading.sentence.end:
        return False
    its = next((s for s in placer.parts if s.start <= town.start < s.end), None)
    return its is not None and town.name_start - its.start <= 4


def _opening(placer: Placer) -> int:
    """The last paragraph of the report's opening."""
    return next((s.paragraph for s in placer.parts if s.block == "body"), 0) + 1


def _towns(placer: Placer) -> list[PlaceMention]:
    """Named settlements that the article's read sentences place something in, one mention each."""
    seen: dict[str, PlaceMention] = {}
    for q, _ in placer.mentions:
        if (
            not q.generic
            and not q.qualifier
            and q.relation in ("in", "at", "near", "outskirts", None)
            and q.kind not in COARSE_KINDS
            and not placer.kit.countries.by_name(q.name)
        ):
            seen.setdefault(loose_key(q.name.casefold()), q)
    return list(seen.values())


def _meant(placer: Placer, frame: Frame) -> Where | None:
    """ "the town", "the village": the place named last before it in the same paragraph."""
    start, sentence = frame.start, frame.reading.sentence
    points = any(p.generic and p.kind in _SETTLED for p in frame.places) or "there" in frame.reading.view.low[:3]
    if "there" in frame.reading.view.low[:4] and (last := _came_from(placer, frame)) is not None:
        return placer.resolve(frame, last)
    here = [q for q in placer.in_paragraph(sentence.paragraph) if q.end <= start]
    if here:
        return placer.resolve(frame, here[-1])
    if lead := placer.lead(frame):
        return lead
    if not points:
        return None
    if subject := _subject(placer, frame):
        return placer.resolve(frame, subject)
    back = [
        q
        for n in range(sentence.paragraph - 1, max(0, sentence.paragraph - 3), -1)
        for q in reversed(placer.in_paragraph(n))
    ]
    kinds = {p.kind for p in frame.places if p.generic}
    meant = next((q for q in back if q.kind is not None and q.kind in kinds), back[0] if back else None)
    return placer.resolve(frame, meant) if meant is not None else None


def _subject(placer: Placer, frame: Frame) -> PlaceMention | None:
    """ "Zawia saw the worst of it. Two groups fought in the east of the city.": the place that a sentence before opens with."""
    here = frame.reading.sentence
    before = (s for s in placer.parts if s.paragraph == here.paragraph and s.end <= here.start)
    opening = (p for s in before for p in find_places(s.text, s.start, kit=placer.kit)[:1] if p.name_start == s.start)
    return next((p for p in opening if p.relation is p.kind is None and not p.qualifier and not p.generic), None)


def _came_from(placer: Placer, frame: Frame) -> PlaceMention | None:
    """The one place of the sentence before, if it is where news comes from: "Word came from X. Soldiers there …"."""
    before = next((s for s in reversed(placer.parts) if s.end <= frame.reading.sentence.start), None)
    if before is None or before.paragraph != frame.reading.sentence.paragraph:
        return None
    found = [p for p in find_places(before.text, before.start, kit=placer.kit) if not p.generic]
    return found[0] if len(found) == 1 and found[0].relation == "from" else None


def _in_words(placer: Placer, frame: Frame, where: Where) -> Where:
    """A place carried on, told by the sentence's own words where it points back ("in the same district")."""
    same = next((p for p in frame.places if p.generic and "same " in placer.text[p.start : p.end].lower()), None)
    if same is None:
        return where
    span = (same.name_start, same.name_end)
    return msgspec.structs.replace(where, text=placer.text[span[0] : span[1]], evidence=span)
