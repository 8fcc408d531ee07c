"""The words of stance: who speaks, how sure, and what sets an event aside. ``stance.yml`` compiled."""

from functools import cache

import msgspec

from dateline.model.incident import Modality
from dateline.packs.lexicon import read
from dateline.packs.patterns import Patterns, noun_forms, verb_forms
from dateline.packs.triggers import trigger_file


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: tuple[str, ...]
    phrases: tuple[str, ...] = ()


class Speakers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heads: frozenset[str]


class Governors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs, nouns and bare words that take the act below them out of the real world."""

    words: frozenset[str]
    verbs: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()


class History(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phrases: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: frozenset[str]


class StanceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``stance.yml``."""

    speech: dict[Modality, Speech]
    adverbs: dict[Modality, tuple[str, ...]]
    speakers: Speakers
    not_speakers: frozenset[str]
    disowning: frozenset[str]
    plan: Governors
    hypothetical: Governors
    denial: Governors
    history: History
    drill: Words
    fiction: Words
    sport: Words
    business: Words
    politics: Words
    abstract: Words
    natural: Words
    remark: Governors
    aside: Governors


class Stance:
    """Tables by written form."""

    def __init__(self, source: StanceFile, irregular: dict[str, tuple[str, ...]]) -> None:
        self.source = source
        self.speech: dict[str, Modality] = {}
        phrases: list[tuple[int, str]] = []
        self.modalities = tuple(source.speech)
        for k, (modality, entry) in enumerate(source.speech.items()):
            for verb in entry.verbs:
                self.speech.update(dict.fromkeys(verb_forms(verb, irregular), modality))
            phrases += [(k, p) for p in entry.phrases]
        self.speech_phrases = Patterns(phrases, irregular)
        self.adverbs = {w: m for m, words in source.adverbs.items() for w in words}
        self.plan = frozenset(f for v in source.plan.verbs for f in verb_forms(v, irregular))
        self.hypothesis = frozenset(f for v in source.hypothetical.verbs for f in verb_forms(v, irregular))
        self.disowning = source.disowning
        self.denial = frozenset(w for w, m in self.speech.items() if m == "denied")
        self.history = Patterns([(0, p) for p in source.history.phrases], irregular)
        self.remarks = Patterns([(0, p) for p in source.remark.phrases], irregular)
        self.conflict = frozenset(f for n in source.aside.nouns for f in noun_forms(n)) | source.aside.words
        self.planned = frozenset(f for v in source.aside.verbs for f in verb_forms(v, irregular))
        self.domains = {
            name: getattr(source, name).words for name in ("sport", "fiction", "business", "politics", "drill")
        }


@cache
def stance() -> Stance:
    """The stance words of English."""
    return Stance(read("lang/en/stance.yml", StanceFile), trigger_file().irregular)
