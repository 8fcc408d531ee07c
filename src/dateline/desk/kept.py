"""What is the same for everybody until the next merge, counted once: a dozen counts over 50,000 rows for each page would be too many."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, func, select

from dateline.store.decisions import newest
from dateline.store.log import last
from dateline.store.schema import docket

_MOST = 200
T = TypeVar("T")
_all: WeakKeyDictionary[Engine, OrderedDict[Hashable, Any]] = WeakKeyDictionary()
_lock = threading.Lock()


def kept(connection: Connection, key: Hashable, make: Callable[[], T], *, decided: bool = False) -> T:
    """What ``make`` gives, made anew after a merge, and with ``decided`` after each decision too."""
    merge = last(connection, "merge")
    rows = connection.execute(select(func.max(docket.c.number))).scalar()
    whole = (key, rows, merge.seq if merge else 0, newest(connection) if decided else 0)
    with _lock:
        found = _all.setdefault(connection.engine, OrderedDict())
        if whole in found:
            found.move_to_end(whole)
            return cast(T, found[whole])
    value = make()
    with _lock:
        found[whole] = value
        while len(found) > _MOST:
            found.popitem(last=False)
    return value
