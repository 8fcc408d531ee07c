""" "The capital", "Somalia's capital": a place told without its name."""

import re

import msgspec

from dateline.frames.frame import Frame
from dateline.mentions.places import PlaceMention
from dateline.model.incident import Where
from dateline.resolve.places import Placer
from dateline.resolve.where import resolve

_OF_A_PART = frozenset({"regional", "provincial", "state", "district", "departmental", "county"})
_GOAL = re.compile(
    r"\b(?:march|advanc|head|walk|driv|travel|journey|mov)\w{0,5} (?:on|to|towards?|for)(?: the)? ?$", re.I
)
_CAPITAL = re.compile(r"['’]s capital\b")


def capital_said(placer: Placer, frame: Frame) -> PlaceMention | None:
    """ "the capital", "Somalia's capital"."""
    for p in frame.places:
        if _GOAL.search(placer.text, max(0, p.name_start - 40), p.name_start):
            continue  # "tried to march on the capital"
        if p.qualifier or p.relation not in ("in", "at", None):
            continue
        if p.generic and "capital" in p.name.lower() and _OF_A_PART.isdisjoint(p.text.lower().split()):
            return p
        if p.kind == "country" and p.country and _CAPITAL.match(placer.text, p.name_end):
            return p
    return None


def capital_place(placer: Placer, frame: Frame) -> Where | None:
    """ "In the capital, police used tear gas": that of the country in play."""
    p = capital_said(placer, frame)
    ranked = placer.ranked(frame.reading.sentence.section)
    iso = p.country if p is not None and not p.generic else ranked[0] if ranked else None
    capital = placer.kit.countries.capital(iso) if iso else None
    if p is None or capital is None:
        return None
    named = msgspec.structs.replace(p, name=capital, generic=False, kind=None)
    where = resolve(named, placer.context_plain(), kit=placer.kit)
    return msgspec.structs.replace(
        where, text=placer.text[p.name_start : p.name_end], evidence=(p.name_start, p.name_end)
    )
