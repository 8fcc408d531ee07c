"""The lists of places a user added, kept in the user's data folder: one file a list, JSON Lines, its name with its hash."""

import hashlib
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from dateline.packs.errors import PackError
from dateline.packs.gazetteer import Report, added_files, added_folder, cache_path, ready
from dateline.places.added import Added, PlacesError

MAX_PLACES = 1_000_000
"""Of one list."""


def read_list(path: Path) -> list[Added]:
    """The places of one kept list. Raises ``PackError`` where the file is not what was written."""
    try:
        held = path.read_bytes()
        if _name(path.stem.rpartition("-")[0], held) != path.name:
            raise PackError(f"{path} is damaged: remove it, and add its places again")
        return msgspec.json.Decoder(Added).decode_lines(held)
    except (OSError, msgspec.MsgspecError) as error:
        raise PackError(f"{path}: {error}") from None


def keep(source: str, rows: Iterable[Added], report: Report | None = None) -> Path:
    """Keep the places of one list under the name ``source``, in place of what was kept under it, and build the gazetteer.

    Where anything fails, what was kept before and the gazetteer stay as they were.
    """
    lines = bytearray()
    for count, row in enumerate(rows, start=1):
        if count > MAX_PLACES:
            raise PlacesError(f"{source}: more than {MAX_PLACES:,} places")
        lines += msgspec.json.encode(row) + b"\n"
    slug = re.sub("[^a-z0-9]+", "-", source.lower()).strip("-")[:60] or "list"
    path = added_folder() / _name(slug, bytes(lines))
    before = cache_path()
    old = [p for p in added_files() if p.stem.rpartition("-")[0] == slug and p != path]
    if path.exists():
        ready(report)
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        draft.write_bytes(lines)
        os.replace(draft, path)
    except OSError as error:
        raise PlacesError(f"{path}: {error.strerror or error}") from None
    _replace(old, [path], before, report)
    return path


def drop(source: str, report: Report | None = None) -> None:
    """Forget the list called ``source`` and build the gazetteer without it."""
    old = [p for p in added_files() if source in (p.stem, p.stem.rpartition("-")[0])]
    if not old:
        raise PlacesError(f"no list called {source} was added; dateline gazetteer info names them")
    _replace(old, [], cache_path(), report)


def _replace(old: list[Path], new: list[Path], before: Path, report: Report | None) -> None:
    """Put old lists aside, build, and either let them go with the file built from them, or bring them back."""
    aside = [(p, p.with_suffix(".old")) for p in old]
    for path, hidden in aside:
        os.replace(path, hidden)
    try:
        after = ready(report)
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        for path, hidden in aside:
            os.replace(hidden, path)
        raise
    for _, hidden in aside:
        hidden.unlink(missing_ok=True)
    if after != before:
        with suppress(OSError):
            before.unlink(missing_ok=True)


def _name(slug: str, held: bytes) -> str:
    return f"{slug}-{hashlib.sha256(held).hexdigest()[:16]}.jsonl"
