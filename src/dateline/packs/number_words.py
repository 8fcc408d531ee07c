"""How quantities are written: ``lang/en/numbers.yml``."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Vague words and the least they mean; with ``of`` they count only before "of"."""

    low: int
    words: tuple[str, ...]
    of: bool = False


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for a share of a whole: ``most``, ``all``, or numerator and denominator."""

    words: tuple[str, ...]
    share: str | tuple[int, int]


class Zero(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say that nobody was harmed."""

    nobody: tuple[str, ...]
    verbs: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    sparing: dict[str, tuple[str, ...]]
    lead: tuple[str, ...]
    examples: tuple[dict[str, str], ...]
    not_: tuple[str, ...] = msgspec.field(name="not")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and what must come out of it."""

    text: str
    value: tuple[int, int | None, str] | None = None
    use: str | None = None
    at: str | None = None


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``numbers.yml``."""

    words: dict[str, int]
    scales: dict[str, int]
    in_millions: frozenset[str]
    batches: dict[str, int]
    vague: tuple[Vague, ...]
    vague_examples: tuple[Example, ...]
    doubling: tuple[str, ...]
    before: dict[str, tuple[str, ...]]
    before_examples: tuple[Example, ...]
    after: dict[str, tuple[str, ...]]
    rising: frozenset[str]
    ranging: frozenset[str]
    shares: tuple[Share, ...]
    mostly: tuple[str, ...]
    zero: Zero
    units: dict[str, tuple[str, ...]]
    unit_examples: tuple[Example, ...]
    money_before: frozenset[str]
    compass: frozenset[str]
    labels: dict[str, tuple[str, ...]]
    label_examples: tuple[Example, ...]
    months: frozenset[str]
    weekdays: frozenset[str]
    year_before: frozenset[str]
    stops: frozenset[str]
    between: frozenset[str]
    outcomes: dict[str, tuple[str, ...]]
    manner: frozenset[str]
    scoring: frozenset[str]
    sport_after: frozenset[str]
    amounts: frozenset[str]
    clock_before: frozenset[str]
    unit_adjectives: frozenset[str]
    not_for_one: frozenset[str]
    beings: frozenset[str]
    within: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The number words of English."""
    return read("lang/en/numbers.yml", NumberWords)
