"""Word lists of one language as typed, frozen values. One loader for every file; unknown keys are an error."""

from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from dateline.packs.cache import kept
from dateline.packs.errors import PackError

T = TypeVar("T")


def read(name: str, kind: type[T]) -> T:
    """Read ``data/<name>`` as ``kind``. Raises PackError when the file is not what ``kind`` says."""
    try:
        source = (files("dateline") / "data" / name).read_bytes()
    except OSError as x:
        raise PackError(f"{name}: {x}") from x
    slug = name.removesuffix(".yml").replace("/", "-")
    raw = kept(slug, Any, [source], [__file__], lambda: load_yaml(name, source))
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as x:
        raise PackError(f"{name}: {x}") from x


def load_yaml(name: str, source: bytes) -> Any:
    """The data of one YAML file. Raises PackError where it is none."""
    import yaml  # slow to import, and not needed while the cache holds

    try:
        return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError) as x:
        raise PackError(f"{name}: {x}") from x


class LayoutWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings, turns and abbreviations: see ``layout.yml``."""

    sections: dict[str, str]
    turns: frozenset[str]
    presenters: frozenset[str]
    wires: frozenset[str]
    lead_words: frozenset[str]
    not_leads: frozenset[str]
    abbreviations: frozenset[str]
    closers: frozenset[str]


@cache
def layout() -> LayoutWords:
    """The layout words of English."""
    return read("lang/en/layout.yml", LayoutWords)
