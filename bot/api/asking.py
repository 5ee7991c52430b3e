"""Puts the questions of all HTTP faces to the bot, away from the event loop."""

from collections.abc import AsyncIterator, Iterator

from starlette.concurrency import iterate_in_threadpool, run_in_threadpool

from bot.answer import Answer
from bot.api.bodies import Ask
from bot.api.problems import QuestionTooLong
from bot.desk import Bot, Step
from bot.reader import Reader
from bot.settings import BotSettings


class Asking:
    """Asks the bot for readers. Raises QuestionTooLong, and what the bot raises: NotReady, UnknownReport."""

    def __init__(self, bot: Bot, settings: BotSettings) -> None:
        self._bot = bot
        self._settings = settings

    async def answer(self, ask: Ask, reader: Reader) -> Answer:
        """The verified answer."""
        self._refuse_long(ask)
        bot = self._bot.seen_by(reader)
        return await run_in_threadpool(bot.ask, ask.question, ask.report, ask.conversation)

    async def parts(self, ask: Ask, reader: Reader) -> AsyncIterator[Step | Answer]:
        """The steps as they begin, and last the verified answer. What fails at once is raised here, before a status
        line is sent."""
        self._refuse_long(ask)
        parts = self._bot.seen_by(reader).stream(ask.question, ask.report, ask.conversation)
        first = await run_in_threadpool(next, parts)
        return _behind(first, parts)

    def _refuse_long(self, ask: Ask) -> None:
        if len(ask.question) > self._settings.max_question:
            raise QuestionTooLong(f"At most {self._settings.max_question} characters are accepted.")


async def _behind(first: Step | Answer, parts: Iterator[Step | Answer]) -> AsyncIterator[Step | Answer]:
    yield first
    async for part in iterate_in_threadpool(parts):
        yield part
