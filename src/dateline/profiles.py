"""Codebook profiles: one incident's ranges as a codebook's own numbers, with the rules that gave them."""

from functools import cache

import msgspec

from dateline.model.incident import Casualty, Incident, Profiled
from dateline.packs.lexicon import read

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
    rules.append(f"{profile}.place.{i.where.precision}")
    rules.append(f"{profile}.date.{i.when.precision}")
    coded = Profiled(
        profile=profile,
        fatalities=total,
        geo_precision=book.place[i.where.precision],
        date_precision=book.date[i.when.precision],
        rules=tuple(rules),
    )
    return msgspec.structs.replace(i, coded=coded)


def _fatalities(c: Casualty, book: Codebook) -> tuple[int, str]:
    """One entry's deaths and the rule: the codebook's number for a vague word, else the low end."""
    name = book.name.lower()
    if c.kind == "share":
        return book.share, f"{name}.fatalities.share"
    if c.kind == "vague":
        return book.vague.get(c.low, c.low), f"{name}.fatalities.vague.{c.low}"
    return c.low, f"{name}.fatalities.{'disputed_low' if c.disputed else c.kind}"
