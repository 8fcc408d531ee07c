"""Decisions are on record at once; the incidents are folded anew behind them, in a process of its own, so that no page has to wait for it."""

import logging
import threading
from collections.abc import Callable

from dateline.casefile.live import merge_and_settle
from dateline.desk.child import Child
from dateline.store.opening import open_case

_PAUSE = 0.3
"""Seconds for which more decisions are waited for."""

log = logging.getLogger(__name__)


def fold(name: str) -> None:
    """Merge the casefile of a name."""
    with open_case(name) as case:
        merge_and_settle(case)


class Folding:
    """Folds when it is asked to, and once for all who ask while it is at work. ``work`` runs in another process unless it is given."""

    def __init__(self, name: str, work: Callable[[], None] | None = None) -> None:
        self.then: Callable[[], None] = lambda: None
        """What is done each time when everything is folded."""
        self._child = None if work else Child(nice=10)  # pages go first
        self._work = work or (lambda: self._apart(name))
        self._wake = threading.Condition()
        self._asked = self._done = 0
        self._over = False
        self.failed: str | None = None
        """What went wrong the last time, if something did."""
        self._thread = threading.Thread(target=self._run, name="folding", daemon=True)
        self._thread.start()

    def ask(self) -> int:
        """Have everything folded that is on record by now. The number to wait for."""
        with self._wake:
            self._asked += 1
            self._wake.notify_all()
            return self._asked

    def wait(self, number: int, seconds: float) -> bool:
        """Wait until it is done, but no longer than this. Whether it is."""
        with self._wake:
            return self._wake.wait_for(lambda: self._done >= number or self._over, seconds) and not self.failed

    @property
    def behind(self) -> bool:
        """Whether something is on record that the incidents do not show yet."""
        return self._done < self._asked

    def close(self) -> None:
        """Stop; what is being folded is finished or given up, and nothing is lost by it."""
        with self._wake:
            self._over = True
            self._wake.notify_all()
        if self._child is not None:
            self._child.close()
        else:
            self._thread.join()

    def _apart(self, name: str) -> None:
        assert self._child is not None
        self._child.run(fold, name)

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._asked > self._done or self._over)
                if not self._over:
                    self._wake.wait_for(lambda: self._over, _PAUSE)
                if self._over:
                    return
                upto = self._asked
            try:
                self._work()
                self.failed = None
            except Exception as error:  # whatever it was, the desk goes on and says so
                if self._over:
                    return
                log.warning("folding failed: %s", error)
                self.failed = str(error)
            with self._wake:
                self._done = upto
                self._wake.notify_all()
            self._follow()

    def _follow(self) -> None:
        try:
            self.then()
        except Exception as error:  # it only makes the next page quicker
            log.warning("after folding: %s", error)
