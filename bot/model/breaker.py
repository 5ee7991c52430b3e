"""Leaves a model alone that failed several times in a row, and tries it again after a while with one call."""

from collections.abc import Callable
from threading import Lock

FAILURES = 3
"""Failures in a row after which it is left alone."""

REST = 60.0
"""Seconds it is left alone; after as many more where the one call that tries it fails."""


class Breaker:
    """Closed while calls succeed, open after failures in a row; half open, it lets a single call through."""

    def __init__(self, clock: Callable[[], float], failures: int = FAILURES, rest: float = REST) -> None:
        self._clock = clock
        self._most = failures
        self._rest = rest
        self._lock = Lock()
        self._failed = 0
        self._opened: float | None = None
        self._probed: float | None = None

    def admits(self) -> bool:
        """Whether a call may be made; of an open breaker that has rested, the one that tries."""
        with self._lock:
            if self._opened is None:
                return True
            now = self._clock()
            since = self._opened if self._probed is None else self._probed
            if now - since < self._rest:
                return False
            self._probed = now  # should its end never be told, another may try after as long again
            return True

    def succeeded(self) -> None:
        """A call ended well: closed."""
        with self._lock:
            self._failed, self._opened, self._probed = 0, None, None

    def failed(self) -> None:
        """A call failed: open after several in a row, or at once where it was the one that tries."""
        with self._lock:
            self._failed += 1
            if self._opened is not None or self._failed >= self._most:
                self._opened, self._probed = self._clock(), None
