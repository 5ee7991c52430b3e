"""How long an answer is waited for, and whether anybody still waits: looked at between the steps of the work."""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from ingest.errors import FootnoteError

T = TypeVar("T")


class GivenUp(FootnoteError):  # noqa: N818 - named for what happened
    """Nobody waits for the answer any more: who asked has left, or its time is up."""

    def __init__(self) -> None:
        super().__init__("This took too long and was given up. Please ask again in a moment.")


class Gone(GivenUp):
    """Who asked has left."""


class Patience:
    """The time an answer may take, in seconds from now on, and whether it was given up before. Safe in threads."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds
        self._given_up = False

    def give_up(self) -> None:
        """Whoever works on the answer stops at their next look."""
        self._given_up = True

    @property
    def left(self) -> float:
        """Seconds left, none where it was given up."""
        return 0.0 if self._given_up else max(0.0, self._end - self._clock())

    def check(self) -> None:
        """Raises GivenUp when no time is left."""
        if self._given_up or self._clock() >= self._end:
            raise GivenUp


_patience: ContextVar[Patience | None] = ContextVar("patience", default=None)


@contextmanager
def patient(patience: Patience) -> Iterator[None]:
    """What is done inside looks at this patience."""
    token = _patience.set(patience)
    try:
        yield
    finally:
        _patience.reset(token)


def patiently(parts: Iterator[T], patience: Patience) -> Iterator[T]:
    """The parts, each made under this patience; whichever thread asks for it."""
    while True:
        with patient(patience):
            patience.check()
            try:
                part = next(parts)
            except StopIteration:
                return
        yield part


def check() -> None:
    """Raises GivenUp when nobody waits for what is being done. Takes 0.1 µs."""
    patience = _patience.get()
    if patience is not None:
        patience.check()


def seconds_left() -> float:
    """Seconds that what is being done may still take; infinite where nobody set a time."""
    patience = _patience.get()
    return math.inf if patience is None else patience.left
