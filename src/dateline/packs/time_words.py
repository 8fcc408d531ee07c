"""Months, weekdays and phrases of time: ``lang/en/times.yml``."""

from functools import cache
from typing import Any

import msgspec

from dateline.packs.lexicon import read


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase of ``times.yml``; the keys are explained there."""

    id: str
    form: str
    match: str
    needs: tuple[str, ...]
    examples: tuple[tuple[str, str, dict[str, Any]], ...]
    rejects: tuple[str, ...] = msgspec.field(name="not")
    set: dict[str, Any] = {}
    not_left: tuple[str, ...] = ()
    not_right: tuple[str, ...] = ()
    case: str | None = None
    capital: bool = False
    capital_month: bool = False
    names: bool = False
    loose: bool = False


class TimeWords(msgspec.Struct, frozen=True):
    """Everything in ``times.yml`` that finding needs."""

    months: dict[str, int]
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    numbers: dict[str, int]
    vague_numbers: tuple[str, ...]
    units: dict[str, str]
    seasons: dict[str, str]
    parts: dict[str, str]
    vagues: dict[str, str]
    relations: dict[str, str]
    counted: tuple[str, ...]
    names_capital: tuple[str, ...]
    names_any: tuple[str, ...]
    century_turn: int
    rules: tuple[Rule, ...]


@cache
def time_words() -> TimeWords:
    """The time words of English."""
    return read("lang/en/times.yml", TimeWords)
