"""Questions on their way: let in by turns, stopped when nobody waits, and read as slowly as anybody likes."""

import asyncio
import json
import socket
import struct
import threading
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from bot.admission import Admission, Crowded
from bot.answer import Answer
from bot.api.app import api
from bot.api.asking import Asking
from bot.api.bodies import Ask
from bot.api.work import Work
from bot.desk import Step
from bot.patience import GivenUp, check
from bot.reader import ANYBODY
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.beehives import asked as understood
from tests.bot.beehives import beehives, retrieval
from tests.bot.fakes import FakeBot
from tests.bot.serving import asked, becomes_true, serving

HOW_BIG = Ask(question="How big?")


class Searching(FakeBot):
    """Searches a report again and again before it answers, and counts how often."""

    def __init__(self, times: int = 200) -> None:
        super().__init__()
        self.times = times
        self.searched = 0
        self.began = 0
        self.ended = 0

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        self.began += 1
        try:
            search, book = retrieval(), beehives()
            for _ in range(self.times):
                search(understood("Why is the market growing?"), book)
                self.searched += 1
                time.sleep(0.01)
            return super().ask(question, report, conversation)
        finally:
            self.ended += 1


class Held(FakeBot):
    """Answers when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = Event()
        self.stopped = 0

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        try:
            while not self.go.wait(0.005):
                check()
        except GivenUp:
            self.stopped += 1
            raise
        return super().ask(question, report, conversation)


def test_work_stops_when_who_asked_has_left(records: Records) -> None:
    bot = Searching()
    with serving(api(bot, BotSettings(), records)) as address:
        for accept in ("application/json", "text/event-stream"):
            before, ended = bot.searched, bot.ended
            connection = asked(address, "Why?", f"Accept: {accept}")
            assert becomes_true(lambda before=before: bot.searched > before + 2)  # type: ignore[misc]
            connection.close()
            assert becomes_true(lambda ended=ended: bot.ended == ended + 1)  # type: ignore[misc]
            assert bot.searched - before < 100
        after = bot.searched
        time.sleep(0.1)
        assert bot.searched == after
        assert bot.asked == []


def test_who_leaves_while_waiting_is_never_begun(records: Records) -> None:
    bot = Searching(20)
    with serving(api(bot, BotSettings(answers_at_once=1), records)) as address:
        first = asked(address, "Why?")
        assert becomes_true(lambda: bot.began == 1)
        asked(address, "Why?").close()
        third = asked(address, "Why?", "Connection: close")
        assert b"200 OK" in third.recv(100)
        assert bot.began == 2
        first.close()
        third.close()


def test_an_answer_that_takes_too_long_is_a_problem_and_stops(records: Records) -> None:
    bot = Searching()
    with (
        serving(api(bot, BotSettings(answer_seconds=0.2), records)) as address,
        asked(address, "Why?", "Connection: close") as connection,
    ):
        received = b"".join(iter(lambda: connection.recv(4096), b""))
        head, _, body = received.partition(b"\r\n\r\n")
        assert b"503" in head.splitlines()[0]
        assert b"retry-after: 5" in head.lower()
        assert json.loads(body)["type"] == "took-too-long"
        assert becomes_true(lambda: bot.ended == 1)


def test_a_stream_that_takes_too_long_ends_with_an_error(records: Records) -> None:
    settings = BotSettings(answer_seconds=0.2)
    with (
        serving(api(Searching(), settings, records)) as address,
        asked(address, "Why?", "Connection: close", "Accept: text/event-stream") as connection,
    ):
        received = b"".join(iter(lambda: connection.recv(4096), b""))
        assert b"event: error" in received
        assert b"took-too-long" in received


def test_more_than_may_wait_are_told_when_to_ask_again(records: Records) -> None:
    bot = Held()
    admission = Admission(1, 1)
    with serving(api(bot, BotSettings(), records, admission)) as address:
        connections = [asked(address, "Why?", "Connection: close")]
        assert becomes_true(lambda: admission.working == 1)
        connections.append(asked(address, "Why?", "Connection: close"))
        assert becomes_true(lambda: admission.waiting == 1)
        connections.append(asked(address, "Why?", "Connection: close"))
        refused = connections[2].recv(4096)
        assert b"503" in refused.splitlines()[0]
        assert b"retry-after: " in refused.lower()
        assert b"too-many-questions" in refused
        bot.go.set()
        assert all(b"200 OK" in connection.recv(100) for connection in connections[:2])
        for connection in connections:
            connection.close()


def test_slow_readers_keep_nobody_from_being_answered(bot: FakeBot) -> None:
    async def run() -> None:
        asking = Asking(bot, BotSettings(answers_at_once=1))
        streams: list[AsyncIterator[Step | Answer]] = []
        for _ in range(20):
            streams.append(await asking.parts(HOW_BIG, ANYBODY))  # none of them is read any further
        assert (await asking.answer(HOW_BIG, ANYBODY)).status == "answered"
        for stream in streams:
            parts = [part async for part in stream]
            assert isinstance(parts[-1], Answer)

    asyncio.run(run())


def test_a_stream_that_nobody_reads_to_its_end_holds_no_place(bot: FakeBot) -> None:
    admission = Admission(2, 0)

    async def run() -> None:
        asking = Asking(bot, BotSettings(), admission)
        stream = await asking.parts(HOW_BIG, ANYBODY)
        await asyncio.to_thread(becomes_true, lambda: admission.working == 0)
        del stream

    asyncio.run(run())
    assert admission.working == 0


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells")
def test_readers_that_vanish_leave_nothing_behind(records: Records, bot: FakeBot) -> None:
    bot.pause = 0.002

    def held() -> tuple[int, int]:
        return len(list(Path("/proc/self/fd").iterdir())), threading.active_count()

    with serving(api(bot, BotSettings(waiting=1_000, streams=1_000), records)) as address:
        with asked(address, "Why?") as first:
            first.recv(100)
        before = held()
        for number in range(300):
            connection = asked(address, "Why?", "Accept: text/event-stream")
            if number % 3:
                connection.recv(64)
            if number % 2:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()
        assert becomes_true(lambda: held() <= (before[0], before[1] + 4), 10)  # as many threads as answers at once


def test_at_the_end_of_the_server_work_stops(records: Records) -> None:
    bot = Held()
    admission = Admission(1, 1)
    with serving(api(bot, BotSettings(), records, admission)) as address:
        connection = asked(address, "Why?")
        assert becomes_true(lambda: admission.working == 1)
    connection.close()
    assert becomes_true(lambda: bot.stopped == 1)


def test_what_fails_is_raised_where_it_is_awaited(bot: FakeBot) -> None:
    async def run() -> None:
        for _ in range(3):
            parts = await Asking(bot, BotSettings()).parts(Ask(question="please fail"), ANYBODY)
            with pytest.raises(RuntimeError, match="asked to fail"):
                _ = [part async for part in parts]

    asyncio.run(run())


def test_parts_come_as_they_are_made_and_end() -> None:
    admission, go = Admission(1, 0), Event()

    def made() -> Iterator[int]:
        yield 1
        go.wait(5)
        yield 2

    async def run() -> None:
        with ThreadPoolExecutor(1) as threads:
            work = Work(made, admission, threads, 5)
            work.begin("a", None)
            assert await work.next() == 1
            with pytest.raises(Crowded):
                Work(made, admission, threads, 5).begin("b", None)
            go.set()
            assert await work.next() == 2
            with pytest.raises(StopAsyncIteration):
                await work.next()
            work.end()

    asyncio.run(run())


def test_what_takes_too_long_is_given_up_though_its_thread_goes_on() -> None:
    admission, go = Admission(1, 1), Event()

    async def run() -> None:
        with ThreadPoolExecutor(1) as threads:
            stuck = Work(lambda: [go.wait(5)], admission, threads, 0.05)
            stuck.begin("a", None)
            behind = Work(lambda: [1], admission, threads, 0.1)
            behind.begin("b", None)
            for work in (stuck, behind):
                with pytest.raises(GivenUp):
                    await work.next()
                work.end()
            assert (admission.working, admission.waiting) == (1, 0)  # the thread is still busy
            go.set()

    asyncio.run(run())
    assert admission.working == 0
