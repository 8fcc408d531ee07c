"""The lists of places a user added, kept in the user's data folder: one file a list, JSON Lines, its name with its hash."""

import hashlib
import os
import re
from collections.abc import Sequence
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
        if _name(_slug_of(path), held) != path.name:
            raise PackError(f"{path} is damaged: remove it, and add its places again")
        return msgspec.json.Decoder(Added).decode_lines(held)
    except (OSError, msgspec.MsgspecError) as error:
        raise PackError(f"{path}: {error}") from None


def keep(lists: Sequence[tuple[str, Sequence[Added]]], report: Report | None = None) -> None:
    """Keep lists of places, each under its name and in place of what was kept under it, and build the gazetteer.

    Where anything fails, what was kept before and the gazetteer stay as they were.
    """
    before, new, old = cache_path(), [], []
    for source, rows in lists:
        if len(rows) > MAX_PLACES:
            raise PlacesError(f"{source}: more than {MAX_PLACES:,} places")
        held = b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
        path = added_folder() / _name(slug(source), held)
        old += [p for p in added_files() if _slug_of(p) == slug(source) and p != path]
        if not path.exists():
            new.append((path, held))
    written: list[Path] = []
    try:
        for path, held in new:
            _write(path, held)
            written.append(path)
        _replace(old, before, report)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise PlacesError(f"{added_folder()}: {error.strerror or error}") from None
        raise


def slug(source: str) -> str:
    """The name a list is kept under: small letters and digits of ASCII, with hyphens."""
    return re.sub("[^a-z0-9]+", "-", source.lower()).strip("-")[:60] or "list"


def _slug_of(path: Path) -> str:
    return path.stem.rpartition("-")[0]


def _write(path: Path, held: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(held)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def drop(source: str, report: Report | None = None) -> None:
    """Forget the list called ``source`` and build the gazetteer without it."""
    old = [p for p in added_files() if source in (p.stem, _slug_of(p))]
    if not old:
        raise PlacesError(f"no list called {source} was added; dateline gazetteer info names them")
    try:
        _replace(old, cache_path(), report)
    except OSError as error:
        raise PlacesError(f"{added_folder()}: {error.strerror or error}") from None


def _replace(old: list[Path], before: Path, report: Report | None) -> None:
    """Put old lists aside, build, and either let them go with the file built from them, or bring them back."""
    aside = [(p, p.with_suffix(".old")) for p in old]
    try:
        for path, hidden in aside:
            os.replace(path, hidden)
        after = ready(report)
    except BaseException:
        for path, hidden in aside:
            if hidden.exists():
                os.replace(hidden, path)
        raise
    for _, hidden in aside:
        hidden.unlink(missing_ok=True)
    if after != before:
        with suppress(OSError):
            before.unlink(missing_ok=True)


def _name(slug: str, held: bytes) -> str:
    return f"{slug}-{hashlib.sha256(held).hexdigest()[:16]}.jsonl"
