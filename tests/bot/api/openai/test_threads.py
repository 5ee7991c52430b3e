"""The conversation that a request goes on with."""

import pytest

from bot.api.openai.problems import PreviousResponseNotFound
from bot.api.openai.threads import Thread, Threads
from bot.reader import ANYBODY, Reader
from bot.recorded import RecordedBot
from bot.records import Records
from tests.bot.fakes import FakeBot

MINE, OTHERS = Reader(name="mine"), Reader(name="others")


@pytest.fixture
def threads(bot: FakeBot, records: Records) -> Threads:
    return Threads(bot, records, longest_question=20)


def test_two_who_ask_alike_share_no_conversation(threads: Threads) -> None:
    assert threads.brought((), None, ANYBODY) != threads.brought((), None, ANYBODY)
    assert threads.brought(("How big?",), None, ANYBODY) != threads.brought(("How big?",), None, ANYBODY)


def test_what_was_too_long_to_be_asked_was_not_asked(threads: Threads, bot: FakeBot) -> None:
    threads.brought(("How big?", "x" * 21), "tides", ANYBODY)
    assert bot.resumed == [(("How big?", "tides"),)]


def test_the_questions_before_a_response_come_first(threads: Threads, bot: FakeBot, records: Records) -> None:
    mine = RecordedBot(bot, records, MINE)
    for question in ("How big?", "And in 2026?"):
        mine.ask(question, "tides", "c1")
    assert threads.behind("resp_1_c1", (), None, MINE) == Thread("c1", 2)
    assert threads.within("c1", (), None, MINE).response == "resp_2_c1"
    threads.behind("resp_0_c1", ("Why?",), None, MINE)
    assert bot.resumed == [(("How big?", "tides"), ("Why?", None))]


def test_nobody_goes_on_in_the_conversation_of_another(threads: Threads, bot: FakeBot, records: Records) -> None:
    RecordedBot(bot, records, MINE).ask("How big?", None, "c1")
    with pytest.raises(PreviousResponseNotFound):
        threads.behind("resp_0_c1", (), None, OTHERS)
    assert threads.within("c1", ("Why?",), None, OTHERS) == Thread("r1")
    assert bot.resumed == [(("Why?", None),)]
