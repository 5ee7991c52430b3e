"""What verification took out of answers, from when they are given until they are kept."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from bot.verify import Rejection

HELD = 1_000
"""Answers whose rejections are held; those that nobody keeps are forgotten, oldest first."""


class Rejected:
    """Rejections by the id of their answer, handed over once. Safe to use from several threads."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[Rejection, ...]] = OrderedDict()
        self._turn = Lock()

    def note(self, answer: str, rejections: Sequence[Rejection]) -> None:
        """Hold what was taken out of an answer."""
        if not rejections:
            return
        with self._turn:
            self._held[answer] = tuple(rejections)
            while len(self._held) > HELD:
                self._held.popitem(last=False)

    def take(self, answer: str) -> tuple[Rejection, ...]:
        """Hand over what was taken out of an answer."""
        with self._turn:
            return self._held.pop(answer, ())
