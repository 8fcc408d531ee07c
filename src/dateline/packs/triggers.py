"""``triggers.yml`` as typed records: the words that tell of an event, and those that carry an outcome for people."""

from functools import cache

import msgspec

from dateline.model.incident import Outcome
from dateline.packs.lexicon import read


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of ``triggers.yml``."""

    id: str
    act: str
    examples: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    weak: bool = False
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


class OutcomeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs and other words that carry one outcome for people."""

    verbs: tuple[str, ...]
    words: tuple[str, ...]


class TriggerFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``triggers.yml``."""

    irregular: dict[str, tuple[str, ...]]
    rules: tuple[Rule, ...]
    outcomes: dict[Outcome, OutcomeWords]
    outcome_phrases: dict[Outcome, tuple[str, ...]]


@cache
def trigger_file() -> TriggerFile:
    """The trigger rules of English as written."""
    return read("lang/en/triggers.yml", TriggerFile)
