"""Maps are drawn in a process of their own, which goes when the desk goes; what many ask for at once is made once."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest
from opened import Open

from dateline.desk.child import Child
from dateline.desk.kept import kept
from dateline.desk.pages.map import MapItem, MapPage
from dateline.desk.pages.page import Filter
from dateline.desk.painter import Painter

ITEM = MapItem(
    count=1, lat=14.0, lon=24.6, radius_km=60.0, precision="settlement", incident="x", title="Shelling, Kutum", href="/incidents/x"
)  # fmt: skip
PAGE = MapPage(
    profile="internal", filter=Filter(), total=1, view=(24.6, 14.0, 24.6, 14.0), near=False, items=(ITEM,), bins=(), ticks=(), undated=0,
    unplaced=0, unplaced_items=(), choices={},
)  # fmt: skip


def test_a_process_that_was_killed_is_replaced() -> None:
    painter = Painter()
    try:
        first = painter.paint(PAGE)
        assert "Shelling, Kutum" in first
        (child,) = painter._maps._pool._processes
        assert child != os.getpid()
        os.kill(child, signal.SIGKILL)
        assert painter.paint(PAGE) == first
        assert painter.paint(PAGE) == first
        (another,) = painter._maps._pool._processes
        assert another not in (child, os.getpid())
    finally:
        painter.close()


def test_what_it_is_at_keeps_nobody_waiting() -> None:
    child = Child()
    child.run(os.getpid)
    begun = child._pool.submit(time.sleep, 60)
    child.close()
    with pytest.raises((BrokenProcessPool, CancelledError)):
        begun.result(30)


_DESK = """
import os, time
from dateline.desk.child import Child
if __name__ == "__main__":
    child = Child()
    print(child.run(os.getpid), flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="processes are looked for in /proc")
def test_it_goes_when_the_desk_is_killed(tmp_path: object) -> None:
    with open(f"{tmp_path}/desk_.py", "w") as script:
        script.write(_DESK)
    desk = subprocess.Popen([sys.executable, script.name], stdout=subprocess.PIPE, text=True)
    assert desk.stdout is not None
    child = int(desk.stdout.readline())
    assert os.path.isdir(f"/proc/{child}")
    desk.kill()
    desk.wait()
    desk.stdout.close()
    end = time.monotonic() + 30
    while _runs(child) and time.monotonic() < end:
        time.sleep(0.02)
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_many_ask_for_at_once_is_made_once(local: Open) -> None:
    made, gate = [], threading.Barrier(6)

    def make() -> int:
        made.append(1)
        time.sleep(0.05)
        return len(made)

    def ask(_: int) -> int:
        with local.case.reading() as connection:
            gate.wait()
            return kept(connection, ("test", 1), make)

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(ask, range(6))) == {1}
    with local.case.reading() as connection:
        assert kept(connection, ("test", 2), make) == 2
        assert kept(connection, ("test", 1), make) == 1
        with pytest.raises(ZeroDivisionError):
            kept(connection, ("test", 3), lambda: 1 // 0)
        assert kept(connection, ("test", 3), make) == 3
