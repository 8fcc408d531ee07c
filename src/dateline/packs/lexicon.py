"""Word lists of one language as typed, frozen values. One loader for every file; unknown keys are an error."""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

from dateline.packs.errors import PackError

T = TypeVar("T")


def read(name: str, kind: type[T]) -> T:
    """Read ``data/<name>`` as ``kind``. Raises PackError when the file is not what ``kind`` says."""
    path = files("dateline") / "data" / name
    try:
        raw = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return msgspec.convert(raw, kind)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as x:
        raise PackError(f"{name}: {x}") from x


class LayoutWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings, turns and abbreviations: see ``layout.yml``."""

    sections: dict[str, str]
    turns: frozenset[str]
    lead_words: frozenset[str]
    not_leads: frozenset[str]
    abbreviations: frozenset[str]
    closers: frozenset[str]


@cache
def layout() -> LayoutWords:
    """The layout words of English."""
    return read("lang/en/layout.yml", LayoutWords)
