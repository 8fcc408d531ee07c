"""What is slow to make and depends only on its source, kept between runs: YAML as data, name lists as tables.

One file a thing, in the user's cache. It bears a digest of its source and of the code that made it; where either has
changed, or the file is missing, cut short or not to be read, the thing is made anew. A cache that cannot be written is no
error: coding is only slower to start.
"""

import hashlib
import os
import platform
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


def folder() -> Path | None:
    """The user's cache, or null where the user has no home."""
    home = os.environ.get("XDG_CACHE_HOME")
    try:
        return Path(home or Path.home() / ".cache") / "dateline"
    except RuntimeError:
        return None


def kept(name: str, kind: type[T], sources: Iterable[bytes], makers: Iterable[str], make: Callable[[], T]) -> T:
    """The thing called ``name``, from the cache if what lies there was made from these ``sources`` by the same code.

    ``makers`` are the files of the code that makes it. ``make`` may raise; then nothing is kept. What does not come back
    from the cache exactly as it went in is not kept either.
    """
    where = folder()
    if where is None:
        return make()
    digest = _digest(sources, tuple(makers))
    path = where / f"{name}.msgpack"
    found = _read(path, digest, kind)
    if found is not None:
        return found
    made = make()
    _write(path, digest, kind, made)
    return made


def _digest(sources: Iterable[bytes], makers: tuple[str, ...]) -> bytes:
    total = hashlib.sha256(_code(makers))
    for source in sources:
        total.update(hashlib.sha256(source).digest())
    return total.digest()


@cache
def _code(makers: tuple[str, ...]) -> bytes:
    total = hashlib.sha256(f"{platform.python_version()} {msgspec.__version__}".encode())
    for maker in (__file__, *makers):
        total.update(Path(maker).read_bytes())
    return total.digest()


def _read(path: Path, digest: bytes, kind: type[T]) -> T | None:
    try:
        held = path.read_bytes()
        if held[: len(digest)] != digest:
            return None
        return msgspec.msgpack.decode(memoryview(held)[len(digest) :], type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _write(path: Path, digest: bytes, kind: type[T], made: T) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        body = msgspec.msgpack.encode(made)
        if msgspec.msgpack.decode(body, type=kind) != made:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(digest + body)
        os.replace(draft, path)
    except (OSError, TypeError, ValueError, msgspec.MsgspecError, RecursionError):
        with suppress(OSError):
            draft.unlink(missing_ok=True)
