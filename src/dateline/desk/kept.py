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
_making: dict[Any, threading.Lock] = {}
_lock = threading.Lock()
_VERSION = select(
    select(func.max(docket.c.number)).scalar_subquery(),
    select(func.max(log.c.seq)).where(log.c.action == "merge").scalar_subquery(),
    select(func.max(decisions.c.seq)).scalar_subquery(),
)


def kept(connection: Connection, key: tuple[Any, ...], make: Callable[[], T], *, decided: bool = False) -> T:
    """What ``make`` gives, made anew after a merge, and with ``decided`` after each decision too. ``key`` begins with its kind; of each kind
    what was asked for longest ago is forgotten, and what was made before the merge."""
    rows, merge, decision = connection.execute(_VERSION).one()
    version = (rows, merge, decision if decided else None)
    whole = (key, version)
    with _lock:
        found = _all.setdefault(connection.engine, {}).setdefault(key[0], OrderedDict())
        making = _making.setdefault(whole, threading.Lock())
    try:
        with making:  # what many ask for at once is made for the first of them
            with _lock:
                of, value = found.get(key, (None, None))
            if of != version:
                value = make()
            with _lock:
                found[key] = (version, value)
                found.move_to_end(key)
                if len(found) > _MOST:
                    found.popitem(last=False)
    finally:
        _making.pop(whole, None)
    return cast(T, value)
