"""How often somebody may fail to come in before they have to wait: five times by one name, so that it cannot be tried from many addresses, and thirty
times from one address, so that many names cannot be tried from it."""

from typing import NamedTuple

from sqlalchemy import Connection

from dateline.store.case import Case
from dateline.store.tries import count_try, forget, take_back, waiting

_MOST = {"name": 5, "place": 30}


class Wait(Exception):
    """Too many tries failed. ``seconds`` until the next one is heard."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many tries; the next one is heard in {int(seconds) + 1} seconds")
        self.seconds = seconds


class Try(NamedTuple):
    """A try that is heard. It counts as one that failed until it went well, so that many at once are no more than many in a row."""

    keys: dict[str, str]
    ids: tuple[str, ...]


def begin(case: Case, *, name: str | None = None, place: str | None = None) -> Try:
    """Hear a try by a name, from a place. Raises ``Wait`` where it has to wait."""
    keys = {kind: f"{kind} {one}" for kind, one in (("name", name), ("place", place)) if one is not None}
    with case.reading() as connection:  # who has to wait keeps nobody from writing
        _check(connection, keys)
    with case.writing(lazily=True) as writer:
        _check(writer.connection, keys)
        return Try(keys, tuple(count_try(writer, key) for key in keys.values()))


def succeed(case: Case, one: Try) -> None:
    """It went well: what failed before by this name is forgotten, and of the place this try only."""
    with case.writing(lazily=True) as writer:
        take_back(writer, one.ids)
        if "name" in one.keys:
            forget(writer, one.keys["name"])


def _check(connection: Connection, keys: dict[str, str]) -> None:
    seconds = max(waiting(connection, key, _MOST[kind]) for kind, key in keys.items())
    if seconds > 0:
        raise Wait(seconds)
