"""A process beside the desk, for work in which no page would be answered. It ends at once when the desk does, however the desk ended; what it was
writing to the casefile is then undone by the store, as after any crash."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


class Child:
    """One process, which begins with its first work. ``nice``: how far it stands back behind others."""

    def __init__(self, nice: int = 0) -> None:
        self._nice, self._lock, self._over = nice, threading.Lock(), False
        # Nobody writes to it: it is closed by the desk, or with the desk.
        self._theirs, self._ours = get_context("spawn").Pipe(duplex=False)
        self._pool = self._begun()

    def run(self, work: Callable[..., T], *given: object) -> T:
        """Have something done there. Raises ``BrokenProcessPool`` where the process is killed; another one takes its place."""
        pool = self._pool
        try:
            return pool.submit(work, *given).result()
        except BrokenProcessPool:
            with self._lock:
                if pool is self._pool and not self._over:
                    self._pool = self._begun()
            raise

    def close(self) -> None:
        """End it, whatever it is at."""
        with self._lock:
            self._over = True
            self._ours.close()
            self._theirs.close()
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _begun(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            1, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._nice, self._theirs)
        )


def _begin(nice: int, desk: Connection) -> None:
    with suppress(OSError, AttributeError):  # not every system knows of it
        os.nice(nice)
    threading.Thread(target=_follow, args=(desk,), daemon=True).start()


def _follow(desk: Connection) -> None:
    with suppress(EOFError, OSError):
        desk.recv_bytes()
    os._exit(0)
