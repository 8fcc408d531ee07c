"""What is the same for everybody until the next merge, counted once: a dozen counts over 50,000 rows for each page would be too many."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, func, select

from dateline.store.schema import decisions, docket, log

_MOST = 100
"""Values of a kind."""

T = TypeVar("T")
_all: WeakKeyDictionary[Engine, dict[str, OrderedDict[Any, Any]]] = WeakKeyDictionary()
_lock = threading.Lock()
_VERSION = select(
    select(func.max(docket.c.number)).scalar_subquery(),
    select(func.max(log.c.seq)).where(log.c.action == "merge").scalar_subquery(),
    select(func.max(decisions.c.seq)).scalar_subquery(),
)


def kept(connection: Connection, key: tuple[Any, ...], make: Callable[[], T], *, decided: bool = False) -> T:
    """What ``make`` gives, made anew after a merge, and with ``decided`` after each decision too. ``key`` begins with its kind; of each kind
    what was asked for longest ago is forgotten."""
    rows, merge, decision = connection.execute(_VERSION).one()
    whole = (key, rows, merge, decision if decided else None)
    with _lock:
        found = _all.setdefault(connection.engine, {}).setdefault(key[0], OrderedDict())
        if whole in found:
            found.move_to_end(whole)
            return cast(T, found[whole])
    value = make()
    with _lock:
        found[whole] = value
        while len(found) > _MOST:
            found.popitem(last=False)
    return value
