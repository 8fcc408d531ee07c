"""Which sentences are folded until somebody asks for them: ``data/graphic.yml``."""

import re
from functools import cache

import msgspec

from dateline.annotate.sentences import sentences
from dateline.packs.lexicon import read


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``graphic.yml``."""

    words: tuple[str, ...]


@cache
def _pattern() -> re.Pattern[str]:
    found = read("graphic.yml", Words).words
    parts = [
        re.escape(word.rstrip("*")).replace("\\ ", r"\s") + ("" if word.endswith("*") else r"\b") for word in found
    ]
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.I)


def graphic_spans(text: str) -> list[tuple[int, int]]:
    """Sentences, as code points of the text, that speak of bodies, injuries or cruelty; those that follow each other as one."""
    out: list[tuple[int, int]] = []
    if not _pattern().search(text):
        return out
    for one in sentences(text):
        if _pattern().search(text, one.start, one.end):
            if out and not text[out[-1][1] : one.start].strip():
                out[-1] = (out[-1][0], one.end)
            else:
                out.append((one.start, one.end))
    return out
