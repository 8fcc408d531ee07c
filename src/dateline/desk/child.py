"""A process beside the desk, for work in which no page would be answered. It ends at once when the desk does, however the desk ended; what it was
writing to the casefile is then undone by the store, as after any crash."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


class Child:
    """One process, which begins with its first work. ``nice``: how far it stands back behind others."""

    def __init__(self, nice: int = 0) -> None:
        spawn = get_context("spawn")
        # Nobody writes to it: it is closed by the desk, or with the desk.
        self._theirs, self._ours = spawn.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=_begin, initargs=(nice, self._theirs))

    def run(self, work: Callable[..., T], *given: object) -> T:
        """Have something done there. Raises ``BrokenProcessPool`` where the process is killed."""
        return self._pool.submit(work, *given).result()

    def close(self) -> None:
        """End it, whatever it is at."""
        self._ours.close()
        self._theirs.close()
        self._pool.shutdown(wait=False, cancel_futures=True)


def _begin(nice: int, desk: Connection) -> None:
    with suppress(OSError, AttributeError):  # not every system knows of it
        os.nice(nice)
    threading.Thread(target=_follow, args=(desk,), daemon=True).start()


def _follow(desk: Connection) -> None:
    with suppress(EOFError, OSError):
        desk.recv_bytes()
    os._exit(0)
