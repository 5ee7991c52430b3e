"""A bot that is watched."""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar

import pytest

from bot.answer import Answer
from bot.desk import NotReady
from bot.reader import Reader
from bot.watch import REQUEST, Watch
from bot.watched import WatchedBot
from ingest.errors import FootnoteError, UnknownReport
from ingest.index import DamagedIndex
from tests.bot.fakes import REPORT, FakeBot

HELD: ContextVar[str] = ContextVar("held", default="")


FAULTS = {
    "nowhere": UnknownReport("nowhere"),
    "opening": NotReady("Still opening."),
    "damaged": DamagedIndex("A collection is gone."),
}


class Holding(Watch):
    """Holds a context variable while an answer is made, and counts."""

    def __init__(self) -> None:
        self.answers: list[tuple[str, str, str]] = []
        self.failures = self.ended = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        token = HELD.set(name)
        try:
            yield
        finally:
            HELD.reset(token)  # fails in another context than it was set in
            self.ended += 1

    def answered(self, question: str, answer: Answer) -> None:
        self.answers.append((question, answer.id, HELD.get()))

    def failed(self) -> None:
        self.failures += 1


class Observant(FakeBot):
    """Notes what is held while it answers."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, str]] = []

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        self.seen.append((HELD.get(), REQUEST.get()))
        if question in FAULTS:
            raise FAULTS[question]
        return super().ask(question, report, conversation)


def test_an_answer_is_made_while_it_is_held() -> None:
    watch, bot = Holding(), Observant()
    answer = WatchedBot(bot, watch).ask("How big?", REPORT.id, "c1")
    assert watch.answers == [("How big?", answer.id, "answer")]
    assert bot.seen[0][0] == "answer"
    assert bot.asked == [("How big?", REPORT.id, "c1")]
    assert HELD.get() == ""


def test_a_stream_is_one_answer_whichever_threads_take_it() -> None:
    watch, bot = Holding(), Observant()
    parts = WatchedBot(bot, watch).stream("How big?")
    taken = []
    while True:
        with ThreadPoolExecutor(1) as thread:  # another thread each time
            if (part := thread.submit(next, parts, None).result()) is None:
                break
        taken.append(part)
    assert [isinstance(part, Answer) for part in taken] == [False, False, False, True]
    assert len(watch.answers) == watch.ended == 1


def test_a_stream_that_is_left_is_let_go_of() -> None:
    watch = Holding()
    parts = WatchedBot(FakeBot(), watch).stream("How big?")
    next(parts)
    with ThreadPoolExecutor(1) as thread:
        thread.submit(parts.close).result()
    assert (watch.ended, watch.answers, watch.failures) == (1, [], 0)


def test_the_request_is_known_while_it_is_answered_and_outside_of_one_there_is_an_id_too() -> None:
    bot = Observant()
    watched = WatchedBot(bot, Watch())
    token = REQUEST.set("r1")
    watched.ask("How big?")
    REQUEST.reset(token)
    watched.ask("How big?")
    (_, within), (_, without) = bot.seen
    assert within == "r1"
    assert without not in ("", "r1")
    assert REQUEST.get() == ""


def test_a_defect_is_counted_and_what_a_client_can_mend_is_not() -> None:
    watch = Holding()
    watched = WatchedBot(Observant(), watch)
    for question, failures in (("please fail", 1), ("damaged", 2), ("nowhere", 2), ("opening", 2)):
        with pytest.raises((RuntimeError, FootnoteError)):
            watched.ask(question)
        assert watch.failures == failures


def test_a_defect_outside_of_a_request_is_logged_with_its_stack(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(RuntimeError), caplog.at_level(logging.ERROR):
        WatchedBot(FakeBot(), Watch()).ask("please fail")
    (record,) = caplog.records
    assert record.exc_info


def test_the_rest_is_the_bots_own() -> None:
    bot = FakeBot()
    watched = WatchedBot(bot, Watch()).seen_by(Reader(name="ines"))
    assert bot.readers == [Reader(name="ines")]
    assert watched.reports() == [REPORT]
    assert watched.passage("tidal-energy:p0") is not None
    assert watched.room.report(REPORT.id) is not None
