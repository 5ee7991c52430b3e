"""Runs calls that may hang, so that each can be given up at its time."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from threading import BoundedSemaphore, Lock, Thread
from typing import Any, TypeVar

from bot.model.faults import Busy, TooLate

T = TypeVar("T")

AT_ONCE = 8
"""Calls that run at once; one more is not made, so that those that hang cannot pile up."""

GRACE = 0.1
"""Seconds that the end of a cancelled call is waited for."""

NAME = "footnote-model"
"""Of its threads."""


class Calls:
    """One thread with an event loop, on which calls are cancelled when their time is up: none needs its own thread.

    Only a model that cannot be called asynchronously gets threads, as many as calls at once, which end when it does.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._free = BoundedSemaphore(at_once)
        self._threads = BoundedSemaphore(at_once)
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None

    def run(self, call: Callable[[], Coroutine[Any, Any, T]], seconds: float) -> T:
        """What the call gives within its time. Raises TooLate, Busy, or what the call raises."""
        if seconds <= 0:
            raise TooLate("No time is left for the model.")
        if not self._free.acquire(blocking=False):
            raise Busy("As many calls of the model run as may at once.")
        future = asyncio.run_coroutine_threadsafe(self._timed(call, seconds), self._running())
        try:
            return future.result(seconds + GRACE)
        except TimeoutError as error:
            future.cancel()
            raise TooLate(f"The model took longer than {seconds:.1f} seconds.") from error

    async def in_thread(self, function: Callable[[], T]) -> T:
        """What a function gives that cannot be cancelled; when it is given up, its thread goes on and is counted."""
        if not self._threads.acquire(blocking=False):
            raise Busy("As many calls of the model hang as may at once.")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()

        def tell(outcome: Callable[[], None]) -> None:
            if not future.done():
                outcome()

        def work() -> None:
            try:
                outcome = partial(future.set_result, function())
            except BaseException as error:
                outcome = partial(future.set_exception, error)
            self._threads.release()
            with suppress(RuntimeError):  # the loop was closed meanwhile: nobody waits
                loop.call_soon_threadsafe(tell, outcome)

        Thread(target=work, name=NAME, daemon=True).start()
        return await future

    def close(self) -> None:
        """Cancel what runs and end the thread."""
        with self._lock:
            loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        if loop is None or thread is None:
            return
        loop.call_soon_threadsafe(loop.stop)
        thread.join(1)

    async def _timed(self, call: Callable[[], Coroutine[Any, Any, T]], seconds: float) -> T:
        try:
            async with asyncio.timeout(seconds):
                return await call()
        finally:
            self._free.release()

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = Thread(target=_serve, args=(self._loop,), name=NAME, daemon=True)
                self._thread.start()
            return self._loop


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    """Runs a loop until it is stopped, then cancels what is left on it."""
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
