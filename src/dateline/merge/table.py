"""The table of features, weights, families and words by which reports are matched: ``merge.yml``."""

from functools import cache

import msgspec

from dateline.packs.lexicon import read


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``merge.yml``. ``features``: feature -> outcome -> (weight in log-odds, the reason in words)."""

    bias: float
    same: float
    unsure: float
    features: dict[str, dict[str, tuple[float, str]]]
    families: dict[str, tuple[str, ...]]
    close: tuple[tuple[str, str], ...]
    far: tuple[tuple[str, str], ...]
    parts: dict[str, frozenset[str]]
    sites: dict[str, tuple[str, ...]]
    wires: dict[str, tuple[str, ...]]
    nameless: frozenset[str]
    offices: frozenset[str]
    armed: frozenset[str]
    unarmed: frozenset[str]
    questions: dict[str, str]


@cache
def table() -> Table:
    """The table. Raises PackError where the file is not what ``Table`` says."""
    return read("merge.yml", Table)


@cache
def families() -> dict[str, tuple[str, ...]]:
    """Type -> the families it is compared in; a type of none is compared with its own kind."""
    out: dict[str, tuple[str, ...]] = {}
    for name, types in table().families.items():
        for one in types:
            out[one] = (*out.get(one, ()), name)
    return out


@cache
def kinship() -> dict[tuple[str, str], str]:
    """(type, type) -> "close" or "far", both ways round; pairs of one family not in it are "loose"."""
    book = table()
    pairs = [(pair, "close") for pair in book.close] + [(pair, "far") for pair in book.far]
    return {two: name for (a, b), name in pairs for two in ((a, b), (b, a))}


@cache
def sites() -> dict[str, str]:
    """Word -> kind of site."""
    return {word: kind for kind, words in table().sites.items() for word in words}


@cache
def wires() -> dict[str, str]:
    """How a news agency is credited, lower case -> its name."""
    return {alias: name for name, aliases in table().wires.items() for alias in aliases}
