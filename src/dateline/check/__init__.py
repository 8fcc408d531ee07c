"""The rule and data files checked against themselves: what ``dateline check`` runs.

A rule's examples must come out as written and its near-misses must not; a closed list holds no unknown word; nothing is
listed that can never be found; no file or section that claims to cover something is empty.
"""

from collections.abc import Callable, Iterator
from functools import partial

from dateline.check.form import written
from dateline.check.frames import frame_words
from dateline.check.lists import (
    actors,
    codebooks,
    countries,
    everyday_words,
    layout,
    merge_table,
    ontology_file,
    openings,
    places,
)
from dateline.check.rules import numbers, parties, people, times, triggers, words
from dateline.coder import load_kit
from dateline.packs.errors import PackError

__all__ = ["run"]


def run() -> list[str]:
    """Every problem found, each as ``file: entry: what is wrong``; empty if all is sound."""
    lists = (
        written,
        ontology_file,
        codebooks,
        countries,
        places,
        actors,
        layout,
        openings,
        merge_table,
        everyday_words,
    )
    found = [p for part in lists for p in _safely(part)]
    try:
        kit = load_kit()
    except PackError as error:
        return _once([*found, str(error)])
    for rule in (triggers, words, parties, frame_words):
        found += _safely(partial(rule, kit))
    for part in (times, numbers, people):
        found += _safely(part)
    return _once(found)


def _once(found: list[str]) -> list[str]:
    """Each problem once: a file that cannot be loaded is met by every part that reads it."""
    return list(dict.fromkeys(found))


def _safely(part: Callable[[], Iterator[str]]) -> list[str]:
    """A part's problems; that a file could not be loaded at all is one of them."""
    found: list[str] = []
    try:
        found.extend(part())
    except PackError as error:
        found.append(str(error))
    return found
