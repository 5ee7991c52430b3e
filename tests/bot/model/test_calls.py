"""Calls that hang are given up, and leave no thread behind."""

import asyncio
import time
from collections.abc import Iterator
from threading import Event
from threading import enumerate as threads

import pytest

from bot.model.calls import NAME, Calls
from bot.model.faults import Busy, TooLate


@pytest.fixture
def calls() -> Iterator[Calls]:
    calls = Calls(at_once=2)
    yield calls
    calls.close()
    assert own_threads() == 0


def own_threads() -> int:
    return sum(thread.name == NAME for thread in threads())


async def given() -> str:
    return "given"


async def hanging() -> str:
    await asyncio.sleep(60)
    return "too late"


def test_a_call_gives_what_it_gives_or_raises(calls: Calls) -> None:
    async def failing() -> str:
        raise ValueError("wrong")

    assert calls.run(given, 20) == "given"
    with pytest.raises(ValueError, match="wrong"):
        calls.run(failing, 20)


def test_a_call_that_hangs_is_given_up_in_time_and_needs_no_thread(calls: Calls) -> None:
    started = time.perf_counter()
    for _ in range(6):
        with pytest.raises(TooLate):
            calls.run(hanging, 0.03)
    assert time.perf_counter() - started < 30  # each would take a minute
    assert own_threads() == 1
    assert calls.run(given, 20) == "given"


def test_without_time_nothing_is_called(calls: Calls) -> None:
    with pytest.raises(TooLate):
        calls.run(given, 0)
    assert own_threads() == 0


def test_threads_that_hang_do_not_pile_up(calls: Calls) -> None:
    end = Event()
    for _ in range(2):
        with pytest.raises(TooLate):
            calls.run(lambda: calls.in_thread(end.wait), 0.03)
    with pytest.raises(Busy):
        calls.run(lambda: calls.in_thread(end.wait), 0.03)
    assert own_threads() == 3
    end.set()
    wait_for(lambda: own_threads() == 1)
    assert calls.run(lambda: calls.in_thread(lambda: "given"), 20) == "given"


def test_no_more_calls_run_than_may_at_once(calls: Calls) -> None:
    go = Event()

    async def nested() -> None:
        while not go.is_set():
            await asyncio.sleep(0.01)

    futures = [asyncio.run_coroutine_threadsafe(_timed(calls, nested), calls._running()) for _ in range(2)]
    wait_for(lambda: not calls._free.acquire(blocking=False) or bool(calls._free.release()))
    with pytest.raises(Busy):
        calls.run(given, 20)
    go.set()
    for future in futures:
        future.result(20)


async def _timed(calls: Calls, call: object) -> None:
    assert calls._free.acquire(blocking=False)
    await calls._timed(call, 60)  # type: ignore[arg-type]


def test_a_loop_that_is_blocked_holds_nobody_up(calls: Calls) -> None:
    go = Event()

    async def blocking() -> None:
        go.wait(60)  # as a library does that computes where it should wait

    started = time.perf_counter()
    with pytest.raises(TooLate):
        calls.run(blocking, 0.05)
    assert time.perf_counter() - started < 30
    go.set()


def wait_for(is_so: object, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.01)
