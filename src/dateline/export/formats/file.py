"""Files that are there whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class ExportError(Exception):
    """A file that cannot be written; the message is one line."""


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of ``path`` when the block ends, with what was written; until then, and if the block fails, ``path``
    stays as it was. Raises ``ExportError``."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise ExportError(f"{path}: not a file")
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fchmod(handle, mode)
            os.fsync(handle)
        os.replace(name, target)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}") from error
    finally:
        Path(name).unlink(missing_ok=True)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _umask() -> int:
    held = os.umask(0o077)
    os.umask(held)
    return held
