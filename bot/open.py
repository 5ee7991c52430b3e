"""The front door for Python: ``from bot import open_bot``."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from langchain_core.runnables import Runnable, RunnableLambda

from bot.answer import Answer
from bot.app import open_owners_bot
from bot.desk import Bot, PassageView, ReportInfo, Step
from bot.retriever import ReportRetriever
from bot.room import Room
from bot.settings import BotSettings
from ingest.embed import Encoder
from ingest.settings import IngestSettings

Asked = str | Mapping[str, str]
"""A question, or a mapping with ``question`` and, where wanted, ``report`` and ``conversation``."""


class OpenBot:
    """A bot over the library, with its chain and its retriever as LangChain runnables."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        """The verified answer; ``report`` is a report's id, ``conversation`` the one an earlier answer named.

        Raises NotReady without reports, UnknownReport for a wrong id.
        """
        return self._bot.ask(question, report, conversation)

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        """The steps as they begin, and last the verified answer."""
        return self._bot.stream(question, report, conversation)

    def reports(self) -> list[ReportInfo]:
        """Every report that can be asked."""
        return self._bot.reports()

    def passage(self, address: str) -> PassageView | None:
        """The source at the address that a citation names; None when there is none."""
        return self._bot.passage(address)

    @property
    def room(self) -> Room:
        """Reports, tables, quantities and passages, looked up without asking."""
        return self._bot.room

    def chain(self, report: str | None = None) -> Runnable[Asked, Answer]:
        """From a question to its verified answer, to be composed with ``|``; of one report or of all."""

        def answer(asked: Asked) -> Answer:
            told = {"question": asked} if isinstance(asked, str) else asked
            return self.ask(told["question"], told.get("report", report), told.get("conversation"))

        return RunnableLambda(answer, name="footnote")

    def retriever(self, report: str | None = None, limit: int = 5) -> ReportRetriever:
        """From a question to the passages most likely to answer it: of one report, or of those it is about."""
        return ReportRetriever(room=self.room, report=report, limit=limit)


@contextmanager
def open_bot(settings: BotSettings | None = None, ingest: IngestSettings | None = None) -> Iterator[OpenBot]:
    """The bot over the library of the settings, those of the environment where none are given.

    Who asks from Python reads what ``BOT_LICENSED`` says. Raises Misconfigured.
    """
    settings, ingest = settings or BotSettings.read(), ingest or IngestSettings.read()
    with open_owners_bot(settings, ingest, Encoder(ingest.embedding_model)) as bot:
        yield OpenBot(bot)
