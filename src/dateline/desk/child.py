"""A process beside the desk, for work in which no page would be answered. It ends when the desk does, however the desk ended."""

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context, parent_process


def open_child(nice: int = 0) -> ProcessPoolExecutor:
    """One process, which begins with its first work. ``nice``: how far it stands back behind others."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin, initargs=(nice,))


def _begin(nice: int) -> None:
    with suppress(OSError, AttributeError):  # not every system knows of it
        os.nice(nice)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    desk = parent_process()
    assert desk is not None
    desk.join()
    os._exit(0)
