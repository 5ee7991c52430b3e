"""Every question by HTTP goes through here."""

import asyncio
import time
from threading import Event

import pytest

from bot.admission import Crowded
from bot.answer import Answer
from bot.api.asking import Asking
from bot.api.bodies import Ask
from bot.api.problems import QuestionTooLong
from bot.desk import Step
from bot.patience import GivenUp
from bot.reader import Reader
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot

READER = Reader(name="k1", licensed=True)


def test_a_question_is_asked_by_its_reader(bot: FakeBot, settings: BotSettings) -> None:
    ask = Ask(question="How big?", report="tidal-energy", conversation="c9")
    answer = asyncio.run(Asking(bot, settings).answer(ask, READER))
    assert answer.status == "answered"
    assert bot.asked == [("How big?", "tidal-energy", "c9")]
    assert bot.readers == [READER]


def test_the_parts_end_with_the_answer(bot: FakeBot, settings: BotSettings) -> None:
    async def parts() -> list[Step | Answer]:
        return [part async for part in await Asking(bot, settings).parts(Ask(question="How big?"), READER)]

    *steps, last = asyncio.run(parts())
    assert isinstance(last, Answer) and all(isinstance(step, Step) for step in steps)
    assert bot.readers == [READER]


def test_what_else_takes_time_waits_for_its_turn_and_fails_as_an_answer_does(bot: FakeBot) -> None:
    asking = Asking(bot, BotSettings(answers_at_once=1, waiting=0))
    hurried, over = BotSettings(answer_seconds=0.2), Event()

    async def both() -> list[object]:
        work = (asking.done(lambda: time.sleep(0.1) or "made", READER) for _ in range(2))
        return await asyncio.gather(*work, return_exceptions=True)

    made, refused = asyncio.run(both())
    assert made == "made" and isinstance(refused, Crowded)
    with pytest.raises(GivenUp):
        asyncio.run(Asking(bot, hurried).done(lambda: over.wait(60), READER))
    over.set()


def test_a_question_over_the_limit_is_not_asked(bot: FakeBot, settings: BotSettings) -> None:
    ask = Ask(question="x" * (settings.max_question + 1))
    for way in (Asking(bot, settings).answer, Asking(bot, settings).parts):
        with pytest.raises(QuestionTooLong):
            asyncio.run(way(ask, READER))
    assert bot.asked == []
