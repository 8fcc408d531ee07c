"""The words that frames and stories are built with: each is one that a sentence can hold."""

from collections.abc import Iterator

import msgspec

from dateline.check.rules import unheard
from dateline.packs.kit import Kit
from dateline.packs.lexicon import read
from dateline.packs.proofs import ProofFile
from dateline.packs.roles import RoleFile
from dateline.packs.speech_words import SpeechWords
from dateline.packs.story_words import StoryWords
from dateline.packs.stretches import StretchFile
from dateline.packs.tolls import TollFile

FILES: dict[str, type[msgspec.Struct]] = {
    "proofs": ProofFile,
    "roles": RoleFile,
    "speech": SpeechWords,
    "story": StoryWords,
    "stretches": StretchFile,
    "tolls": TollFile,
}


def frame_words(kit: Kit) -> Iterator[str]:
    """Each of ``FILES``: words in lower case, each one token where it is looked up as one."""
    for file, kind in FILES.items():
        yield from _lists(kit, f"lang/en/{file}.yml", read(f"lang/en/{file}.yml", kind))


def _lists(kit: Kit, where: str, lists: msgspec.Struct) -> Iterator[str]:
    for key in lists.__struct_fields__:
        held = getattr(lists, key)
        yield from (_lists if isinstance(held, msgspec.Struct) else _listed)(kit, f"{where}: {key}", held)


def _listed(kit: Kit, where: str, words: frozenset[str | tuple[str, str]] | tuple[str, ...]) -> Iterator[str]:
    """Problems of one list; those that are kept in order are beginnings or phrases, found in the text itself."""
    single = isinstance(words, frozenset)
    for word in sorted(w for entry in words for w in ((entry,) if isinstance(entry, str) else entry)):
        if word != word.lower():
            yield f"{where}: {word!r} is only looked for as {word.lower()!r}"
        elif single:
            yield from unheard(kit, where, word, {word})
