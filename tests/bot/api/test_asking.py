"""Every question by HTTP goes through here."""

import asyncio

import pytest

from bot.answer import Answer
from bot.api.asking import Asking
from bot.api.bodies import Ask
from bot.api.problems import QuestionTooLong
from bot.desk import Step
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


def test_a_question_over_the_limit_is_not_asked(bot: FakeBot, settings: BotSettings) -> None:
    ask = Ask(question="x" * (settings.max_question + 1))
    for way in (Asking(bot, settings).answer, Asking(bot, settings).parts):
        with pytest.raises(QuestionTooLong):
            asyncio.run(way(ask, READER))
    assert bot.asked == []
