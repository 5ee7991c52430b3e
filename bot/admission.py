"""Who is let in to the bot: so many answers are worked on at once, so many questions wait, and callers take turns."""

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import TypeVar

from bot.patience import GivenUp, Patience, patiently
from ingest.errors import FootnoteError

T = TypeVar("T")

USUAL = 0.1
"""Seconds that an answer takes, before any was measured; each new one counts for a tenth."""


class Crowded(FootnoteError):  # noqa: N818 - named for what happened
    """No more questions may wait. ``seconds``: after that many it is worth asking again."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__("More is asked at the moment than can be answered. Please ask again in a moment.")


@dataclass(eq=False, slots=True)
class Place:
    """A question's place. ``begin`` is called once, when its turn has come; ``refuse`` if it is taken away before.

    Both may be called by any thread, and must be quick.
    """

    caller: str
    begin: Callable[[], None]
    refuse: Callable[[Crowded], None]
    began: float | None = field(default=None, init=False)


class Admission:
    """Callers take turns: whoever waits with many questions gets one answered for each of the others'.

    When no more may wait, the last place of whoever has most goes to one who has fewer. Safe in threads.
    """

    def __init__(self, at_once: int, waiting: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._at_once = at_once
        self._most = waiting
        self._clock = clock
        self._lock = Lock()
        self._waiting: OrderedDict[str, deque[Place]] = OrderedDict()
        self._count = 0
        self._working = 0
        self._usual = USUAL

    def enter(self, place: Place) -> None:
        """Begin at once, or wait. Raises Crowded."""
        refused: Place | None = None
        with self._lock:
            begins = self._working < self._at_once
            if begins:
                self._working += 1
                place.began = self._clock()
            else:
                refused = self._make_room(place.caller)
                self._waiting.setdefault(place.caller, deque()).append(place)
                self._count += 1
            seconds = self._seconds()
        if refused:
            refused.refuse(Crowded(seconds))
        if begins:
            place.begin()

    def leave(self, place: Place) -> None:
        """A place that had begun is done with: whoever is next begins."""
        with self._lock:
            now = self._clock()
            self._usual += 0.1 * (now - (place.began or now) - self._usual)
            following = self._next()
            if following:
                following.began = now
            else:
                self._working -= 1
        if following:
            following.begin()

    def withdraw(self, place: Place) -> None:
        """Nobody waits on a place any more; one that has begun is left when it is done."""
        with self._lock:
            places = self._waiting.get(place.caller)
            if places is None or place not in places:
                return
            places.remove(place)
            self._count -= 1
            if not places:
                del self._waiting[place.caller]

    @property
    def seconds(self) -> int:
        """After how many seconds it is worth asking again, by how long answers took and how many wait."""
        with self._lock:
            return self._seconds()

    @property
    def waiting(self) -> int:
        """Questions that wait."""
        return self._count

    @property
    def working(self) -> int:
        """Answers that are worked on."""
        return self._working

    def _seconds(self) -> int:
        return max(1, math.ceil(self._usual * (self._count + 1) / self._at_once))

    def _make_room(self, caller: str) -> Place | None:
        """The place that a caller's goes in stead of, where no more may wait. Raises Crowded."""
        if self._count < self._most:
            return None
        greediest = max(self._waiting, key=lambda each: len(self._waiting[each]), default=caller)
        if len(self._waiting.get(greediest, ())) <= len(self._waiting.get(caller, ())) + 1:
            raise Crowded(self._seconds())
        last = self._waiting[greediest].pop()
        self._count -= 1
        return last

    def _next(self) -> Place | None:
        if not self._waiting:
            return None
        caller, places = self._waiting.popitem(last=False)
        place = places.popleft()
        if places:
            self._waiting[caller] = places
        self._count -= 1
        return place


def in_turn(make: Callable[[], Iterator[T]], admission: Admission, caller: str, patience: Patience) -> Iterator[T]:
    """What ``make`` gives, once it is the caller's turn; whoever asks for the parts waits in their own thread.

    Raises Crowded and GivenUp.
    """
    come, refused = Event(), list[Crowded]()

    def refuse(error: Crowded) -> None:
        refused.append(error)
        come.set()

    place = Place(caller, come.set, refuse)
    admission.enter(place)
    try:
        if not come.wait(patience.left):
            raise GivenUp
        if refused:
            raise refused[0]
        yield from patiently(make(), patience)
    finally:
        patience.give_up()
        admission.withdraw(place)
        if place.began is not None:
            admission.leave(place)
