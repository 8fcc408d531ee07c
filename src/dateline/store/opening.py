"""CASE on the command line -> an open casefile: a SQLite file, or a PostgreSQL database by its URL."""

from pathlib import Path

from dateline.store.case import Case
from dateline.store.file import open_file
from dateline.store.naming import is_url
from dateline.store.server import open_server

WAIT = 30.0
"""Seconds that a writer waits for another."""


def open_case(name: str, *, create: bool = False, write: bool = True, wait: float = WAIT) -> Case:
    """Open CASE. ``create``: make it where there is none. Without ``write`` nothing in it can be changed, its schema neither.

    Raises ``CaseError`` where there is none, where it is something else, newer than this program, or cannot be read.
    """
    if is_url(name):
        return open_server(name, create, write, wait)
    return open_file(Path(name), create, write, wait)
