"""Puts the questions of all HTTP faces to the bot: in turn, away from the event loop, and only while they are waited
for."""

from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, ExitStack, nullcontext
from typing import TypeVar

from bot.admission import Admission
from bot.answer import Answer
from bot.api.bodies import Ask
from bot.api.call import call
from bot.api.problems import QuestionTooLong
from bot.api.site_quotas import SiteQuotas
from bot.api.work import Work
from bot.desk import Bot, Step
from bot.reader import Reader
from bot.settings import BotSettings

T = TypeVar("T")


class Asking:
    """Asks the bot for readers. Raises QuestionTooLong, QuestionsUsedUp, Crowded, GivenUp, and what the bot raises:
    NotReady, UnknownReport. Several may share one ``admission``; ``quotas`` count the questions of sites' visitors."""

    def __init__(
        self,
        bot: Bot,
        settings: BotSettings,
        admission: Admission | None = None,
        quotas: SiteQuotas | None = None,
    ) -> None:
        self._bot = bot
        self._settings = settings
        self._admission = admission or Admission(settings.answers_at_once, settings.waiting)
        self._quotas = quotas
        self._threads = ThreadPoolExecutor(settings.answers_at_once, thread_name_prefix="footnote-answer")

    async def answer(self, ask: Ask, reader: Reader) -> Answer:
        """The verified answer."""
        self._refuse_long(ask)
        bot = self._bot.seen_by(reader)
        async with self._counted(reader):
            return await self.done(lambda: bot.ask(ask.question, ask.report, ask.conversation), reader)

    async def done(self, make: Callable[[], T], reader: Reader) -> T:
        """What is made for a reader that takes about as long as an answer: in turn, and while it is waited for."""
        work = self._begun(lambda: [make()], reader)
        try:
            return await work.next()
        finally:
            work.end()

    async def parts(self, ask: Ask, reader: Reader) -> AsyncIterator[Step | Answer]:
        """The steps as they begin, and last the verified answer. What fails at once is raised here, before a status
        line is sent."""
        self._refuse_long(ask)
        bot = self._bot.seen_by(reader)
        async with self._counted(reader):
            work = self._begun(lambda: bot.stream(ask.question, ask.report, ask.conversation), reader)
            with ExitStack() as until_first:
                until_first.callback(work.end)
                first = await work.next()
                until_first.pop_all()
        work.unwatch()  # whoever streams it does
        return _behind(first, work)

    def _begun(self, make: Callable[[], Iterable[T]], reader: Reader) -> Work[T]:
        work = Work(make, self._admission, self._threads, self._settings.answer_seconds)
        now = call.get()
        work.begin(now.caller if now else f"key {reader.name}", now)
        return work

    def _counted(self, reader: Reader) -> AbstractAsyncContextManager[None]:
        return self._quotas.counted(reader) if self._quotas and reader.site else nullcontext()

    def _refuse_long(self, ask: Ask) -> None:
        if len(ask.question) > self._settings.max_question:
            raise QuestionTooLong(f"At most {self._settings.max_question} characters are accepted.")


async def _behind(first: Step | Answer, work: Work[Step | Answer]) -> AsyncIterator[Step | Answer]:
    part = first
    try:
        while True:
            yield part
            if isinstance(part, Answer):
                return
            part = await work.next()
    finally:
        work.end()
