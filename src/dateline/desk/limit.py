"""How often somebody may fail before they have to wait."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

_KEYS = 10_000


class Limit:
    """At most ``tries`` failures in ``seconds``. It forgets the oldest names when there are too many."""

    def __init__(self, tries: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._tries, self._seconds, self._clock = tries, seconds, clock
        self._failed: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Seconds until the next try is heard; 0: now."""
        with self._lock:
            found = self._fresh(key)
            return found[0] + self._seconds - self._clock() if len(found) >= self._tries else 0.0

    def fail(self, key: str) -> None:
        """One more failure."""
        with self._lock:
            found = self._fresh(key)
            found.append(self._clock())
            self._failed[key] = found
            self._failed.move_to_end(key)
            while len(self._failed) > _KEYS:
                self._failed.popitem(last=False)

    def clear(self, key: str) -> None:
        """It went well: what failed before is forgotten."""
        with self._lock:
            self._failed.pop(key, None)

    def _fresh(self, key: str) -> deque[float]:
        found = self._failed.get(key) or deque()
        while found and found[0] <= self._clock() - self._seconds:
            found.popleft()
        return found
