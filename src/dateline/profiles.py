"""Codebook profiles: one incident's ranges as a codebook's own numbers, with the rules that gave them."""

from functools import cache
from typing import get_args

import msgspec

from dateline.model.incident import Casualty, Incident, PlacePrecision, Profiled, Where
from dateline.packs.gazetteer import place_words
from dateline.packs.lexicon import read

PLACES = (*get_args(PlacePrecision), "sector", "far_sector", "sea")
"""What a codebook has a number for: the precisions, and what ``place_class`` tells apart."""

PROFILES = ("acled", "ucdp", "airwars")


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of ``data/codebooks``. ``vague`` maps the low end that a vague word has in the contract to the codebook's number."""

    name: str
    takes: str
    none: int | None
    vague: dict[int, int]
    share: int
    place: dict[str, int | str | None]
    date: dict[str, int | str | None]


@cache
def codebook(profile: str) -> Codebook:
    """The codebook of that name. Raises PackError for an unknown one."""
    return read(f"codebooks/{profile}.yml", Codebook)


def profiled(i: Incident, profile: str) -> Incident:
    """The incident with ``coded`` filled: fatalities, place and date precision as the codebook writes them."""
    book = codebook(profile)
    rules: list[str] = []
    dead = [c for c in i.casualties if c.outcome == "killed" and not c.cumulative]
    total: int | None = book.none
    if dead:
        total = 0
        for c in dead:
            value, rule = _fatalities(c, book)
            total += value
            rules.append(rule)
    else:
        rules.append(f"{profile}.fatalities.none")
    place = place_class(i.where)
    rules.append(f"{profile}.place.{place}")
    rules.append(f"{profile}.date.{i.when.precision}")
    coded = Profiled(
        profile=profile,
        fatalities=total,
        geo_precision=book.place[place],
        date_precision=book.date[i.when.precision],
        rules=tuple(rules),
    )
    return msgspec.structs.replace(i, coded=coded)


def place_class(where: Where) -> str:
    """The class that codebooks are asked for: the precision, with places told by distance and direction alone, and the sea, apart.

    ``sector``: "12 km south of X"; ``far_sector``: the same, more than 25 km away (UCDP's limit of "near").
    """
    if where.geometry is not None and where.geometry.kind == "sector":
        return "far_sector" if (where.geometry.km or 0) > 25 else "sector"
    waters = any(place_words().kinds.get(word) == "sea" for word in (where.text or "").casefold().split())
    if waters and where.country is None and where.precision in ("area", "unknown"):
        return "sea"
    return where.precision


def _fatalities(c: Casualty, book: Codebook) -> tuple[int, str]:
    """One entry's deaths and the rule: the codebook's number for a vague word, else the low end."""
    name = book.name.lower()
    if c.kind == "share":
        return book.share, f"{name}.fatalities.share"
    if c.kind == "vague":
        return book.vague.get(c.low, c.low), f"{name}.fatalities.vague.{c.low}"
    return c.low, f"{name}.fatalities.{'disputed_low' if c.disputed else c.kind}"
