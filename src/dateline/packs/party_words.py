"""Words for parties that are no proper names: ``lang/en/parties.yml``, and its head words by their written form."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read
from dateline.packs.patterns import noun_forms


class ArmedNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A head word of armed men. ``armed``: only with something armed beside it (a rifle, a suspicion, an allied army)."""

    noun: str
    kind: str
    loaded: bool = False
    neutral: str | None = None
    armed: bool = False


class PartyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``parties.yml``."""

    state: dict[str, tuple[str, ...]]
    armed: tuple[ArmedNoun, ...]
    crowd: tuple[ArmedNoun, ...]
    qualifiers: dict[str, frozenset[str]]
    not_parties: frozenset[str]
    backed: frozenset[str]
    sponsored: frozenset[str]
    military_sites: frozenset[str]
    civil: frozenset[str]
    public: frozenset[str]
    days: frozenset[str]
    machines: frozenset[str]
    arms: frozenset[str]
    ground: frozenset[str]
    harms: frozenset[str]
    deeds: frozenset[str]
    part: frozenset[str]
    taken_for: frozenset[str]
    links: frozenset[str]
    called: frozenset[str]
    bodies: frozenset[str]
    irregular: dict[str, str]


class Heads(msgspec.Struct, frozen=True):
    """Head words by their written form: (class, organ or ArmedNoun, words)."""

    table: dict[str, list[tuple[tuple[str, ...], str, str | None, ArmedNoun | None]]]
    qualifiers: dict[str, frozenset[str]]
    refused: frozenset[str]


@cache
def party_words() -> PartyFile:
    """The party words of English."""
    return read("lang/en/parties.yml", PartyFile)


@cache
def heads() -> Heads:
    """The head words of English, keyed by their last word."""
    source = party_words()
    table: dict[str, list[tuple[tuple[str, ...], str, str | None, ArmedNoun | None]]] = {}

    def enter(phrase: str, kind: str, organ: str | None, armed: ArmedNoun | None) -> None:
        *front, last = [w for part in phrase.split() for w in _hyphens(part)]
        forms = noun_forms(last) | ({source.irregular[last]} if last in source.irregular else set())
        for form in forms:
            table.setdefault(form, []).append(((*front, form), kind, organ, armed))

    for organ, nouns in source.state.items():
        for noun in nouns:
            enter(noun, "state", organ, None)
    for entry in source.armed:
        enter(entry.noun, "armed", None, entry)
    for entry in source.crowd:
        enter(entry.noun, "crowd", None, entry)
    enter("group", "anaphor", None, None)
    for forms in table.values():
        forms.sort(key=lambda f: -len(f[0]))
    return Heads(table, source.qualifiers, source.not_parties)


def _hyphens(word: str) -> list[str]:
    out: list[str] = []
    for k, bit in enumerate(word.split("-")):
        out += [bit] if k == 0 else ["-", bit]
    return out


def plural(noun: str) -> str:
    """The plural of a head word, which may be several words."""
    *front, last = noun.split()
    last = party_words().irregular.get(last) or max(noun_forms(last), key=len)
    return " ".join([*front, last])
