"""A question on its way: waiting to be let in, then in a thread; what comes of it is awaited on the event loop."""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextlib import suppress
from contextvars import copy_context
from typing import Generic, TypeVar

from bot.admission import Admission, Place
from bot.api.call import Call
from bot.patience import GivenUp, Gone, Patience, patient

T = TypeVar("T")

UNWATCHED = 0.05
"""Seconds before who called is watched: most answers are there by then, and do without a task more."""


class Work(Generic[T]):
    """What is made of a question, part by part.

    A thread makes all parts in one go: who reads them slowly holds no thread, and nobody up. When the time is up or who
    called has left, what is awaited fails at once, and the thread stops at its next look.
    """

    def __init__(
        self, make: Callable[[], Iterable[T]], admission: Admission, threads: Executor, seconds: float
    ) -> None:
        self._make = make
        self._admission = admission
        self._threads = threads
        self._patience = Patience(seconds)
        self._loop = asyncio.get_running_loop()
        self._made: asyncio.Queue[T | BaseException | None] = asyncio.Queue()
        self._seconds = seconds
        self._watch: asyncio.TimerHandle | asyncio.Task[None] | None = None

    def begin(self, caller: str, call: Call | None) -> None:
        """Wait to be let in; ``call`` is watched for who called to leave. Raises Crowded."""
        context = copy_context()
        self._place = Place(caller, lambda: self._submit(lambda: context.run(self._work)), self._tell)
        self._admission.enter(self._place)
        self._late = self._loop.call_later(self._seconds, self._fail, GivenUp())
        if call:
            self._watch = self._loop.call_later(UNWATCHED, self._begin_watching, call)

    async def next(self) -> T:
        """The next part. Raises Crowded, GivenUp, Gone, what making it raised, and StopAsyncIteration at the end."""
        part = await self._made.get()
        if part is None:
            raise StopAsyncIteration
        if isinstance(part, BaseException):
            raise part
        return part

    def unwatch(self) -> None:
        """Somebody else looks after who called from now on."""
        if self._watch:
            self._watch.cancel()

    def end(self) -> None:
        """Nothing more is awaited."""
        self._late.cancel()
        self.unwatch()
        self._patience.give_up()
        self._admission.withdraw(self._place)

    def _begin_watching(self, call: Call) -> None:
        self._watch = self._loop.create_task(self._watched(call))

    async def _watched(self, call: Call) -> None:
        await call.left()
        self._fail(Gone())

    def _fail(self, error: GivenUp) -> None:
        self._patience.give_up()
        self._admission.withdraw(self._place)
        self._made.put_nowait(error)

    def _submit(self, work: Callable[[], None]) -> None:
        try:
            self._threads.submit(work)
        except RuntimeError:  # the server is ending
            self._admission.leave(self._place)
            self._tell(GivenUp())

    def _work(self) -> None:
        try:
            with patient(self._patience):
                self._patience.check()
                for part in self._make():
                    self._tell(part)
            self._tell(None)
        except BaseException as error:
            self._tell(error)
        finally:
            self._admission.leave(self._place)

    def _tell(self, part: T | BaseException | None) -> None:
        with suppress(RuntimeError):  # the loop was closed: nobody waits
            self._loop.call_soon_threadsafe(self._made.put_nowait, part)
