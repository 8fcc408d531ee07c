"""The words that frames are built with: each is one that a sentence can hold."""

from collections.abc import Iterator

import msgspec

from dateline.check.rules import unheard
from dateline.packs.kit import Kit
from dateline.packs.lexicon import read
from dateline.packs.proofs import ProofFile
from dateline.packs.roles import RoleFile
from dateline.packs.stretches import StretchFile
from dateline.packs.tolls import TollFile

FILES: dict[str, type[msgspec.Struct]] = {
    "proofs": ProofFile,
    "roles": RoleFile,
    "stretches": StretchFile,
    "tolls": TollFile,
}


def frame_words(kit: Kit) -> Iterator[str]:
    """``tolls.yml``, ``roles.yml``, ``proofs.yml``, ``stretches.yml``: words in lower case, each one token where it is looked up as one."""
    for file, kind in FILES.items():
        source = read(f"lang/en/{file}.yml", kind)
        for section in source.__struct_fields__:
            lists = getattr(source, section)
            for key in lists.__struct_fields__:
                yield from _listed(kit, f"lang/en/{file}.yml: {section}: {key}", getattr(lists, key))


def _listed(kit: Kit, where: str, words: frozenset[str | tuple[str, str]] | tuple[str, ...]) -> Iterator[str]:
    """Problems of one list; those that are kept in order are beginnings or phrases, found in the text itself."""
    single = isinstance(words, frozenset)
    for word in sorted(w for entry in words for w in ((entry,) if isinstance(entry, str) else entry)):
        if word != word.lower():
            yield f"{where}: {word!r} is only looked for as {word.lower()!r}"
        elif single:
            yield from unheard(kit, where, word, {word})
