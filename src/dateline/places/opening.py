"""Opens a file of places that may be hostile: bounded bytes, bounded ratio, no name of an archive's member ever used as a path."""

import codecs
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dateline.places.added import PlacesError

MAX_BYTES = 1_500_000_000
"""Bytes of one list once unpacked: GeoNames' largest country is a quarter of it."""

MAX_RATIO = 100
"""Bytes unpacked for a packed one; lists of places give about five. Small files may pass it."""

SMALL = 1_000_000
MAX_MEMBERS = 1000
MAX_LINE = 1_000_000
"""Bytes of one line."""

SQLITE, ZIP, GZIP = b"SQLite format 3\0", b"PK\x03\x04", b"\x1f\x8b"
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)


class Member(io.RawIOBase):
    """A packed stream, read no further than a list of places may go."""

    def __init__(self, name: str, stream: IO[bytes], packed: int) -> None:
        self.name, self.stream, self.limit = name, stream, min(MAX_BYTES, max(SMALL, packed * MAX_RATIO))
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            piece = self.stream.read(len(view))
        except _BROKEN as error:
            raise PlacesError(f"{self.name}: damaged or cut short ({error})") from None
        self.count += len(piece)
        if self.count > self.limit:
            raise PlacesError(f"{self.name}: unpacks to more than a list of places can be")
        view[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The list's bytes, unpacked. Raises ``PlacesError`` where there is no such file or it cannot be one."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            file.seek(0)
            if head.startswith(SQLITE):
                raise PlacesError(f"{path}: a database, and no list of places")
            if head.startswith(ZIP):
                with zipfile.ZipFile(file) as archive, archive.open(_list(path, archive)) as inner:
                    yield io.BufferedReader(Member(str(path), inner, path.stat().st_size), 1 << 16)
            elif head.startswith(GZIP):
                with gzip.open(file) as inner:
                    yield io.BufferedReader(Member(str(path), inner, path.stat().st_size), 1 << 16)  # type: ignore[arg-type]
            elif not head:
                raise PlacesError(f"{path}: empty")
            else:
                yield file
    except _BROKEN as error:
        raise PlacesError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def is_workbook(path: Path) -> bool:
    """Whether a file is an XLSX workbook."""
    try:
        with path.open("rb") as file:
            if not file.read(4).startswith(ZIP):
                return False
            file.seek(0)
            with zipfile.ZipFile(file) as archive:
                return "xl/workbook.xml" in archive.namelist()
    except _BROKEN as error:
        raise PlacesError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def check_archive(path: Path, most: int) -> None:
    """Refuse an archive that unpacks to more than ``most`` bytes, or out of all proportion. (``zipfile`` never unpacks more of a
    member than its entry says.)"""
    try:
        with zipfile.ZipFile(path) as archive:
            total = sum(member.file_size for member in _members(path, archive))
    except _BROKEN as error:
        raise PlacesError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    if total > min(most, max(10 * SMALL, path.stat().st_size * MAX_RATIO)):
        raise PlacesError(f"{path}: unpacks to more than a list of places can be")


def _members(path: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise PlacesError(f"{path}: {len(members):,} files in one archive")
    return members


def _list(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one member that is the list: not the readme that GeoNames puts beside it."""
    found = [m for m in _members(path, archive) if not m.is_dir() and not m.filename.lower().endswith("readme.txt")]
    if len(found) != 1:
        raise PlacesError(f"{path}: an archive of {len(found)} files; one list of places was expected")
    return found[0]


def lines(path: Path, file: IO[bytes]) -> Iterator[str]:
    """The lines of a list, decoded, without their ends. Raises ``PlacesError`` at a line too long, a NUL or what is not UTF-8."""
    count = 0
    while raw := file.readline(MAX_LINE + 1):
        count += 1
        if len(raw) > MAX_LINE:
            raise PlacesError(f"{path}: line {count:,} is longer than {MAX_LINE:,} bytes")
        if b"\0" in raw:
            raise PlacesError(f"{path}: line {count:,} holds a NUL byte; this is no text")
        try:
            text = raw.removeprefix(codecs.BOM_UTF8 if count == 1 else b"").decode("utf-8")
        except UnicodeDecodeError:
            raise PlacesError(f"{path}: line {count:,} is not UTF-8") from None
        yield text.rstrip("\r\n")
