"""A bot that is watched as it answers, whichever face asked."""

import logging
from collections.abc import Generator, Iterator, Sequence
from contextvars import copy_context
from uuid import uuid4

from bot.answer import Answer
from bot.desk import Bot, NotReady, PassageView, ReportInfo, Sources, Step
from bot.reader import Reader
from bot.room import Room
from bot.watch import REQUEST, Watch
from ingest.errors import UnknownReport

_log = logging.getLogger(__name__)


class WatchedBot:
    """Answers as ``bot`` does, seen by ``watch``."""

    def __init__(self, bot: Bot, watch: Watch) -> None:
        self._bot = bot
        self._watch = watch

    def seen_by(self, reader: Reader) -> "WatchedBot":
        """The same for one reader."""
        return WatchedBot(self._bot.seen_by(reader), self._watch)

    @property
    def room(self) -> Room:
        """The bot's reading room."""
        return self._bot.room

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        """The bot's answer."""
        parts = self.stream(question, report, conversation)
        answer = next(part for part in parts if isinstance(part, Answer))
        next(parts, None)
        return answer

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        """The bot's steps and answer, all made in one context, whichever threads take them out."""
        context = copy_context()
        parts = self._parts(question, report, conversation)
        try:
            while (part := context.run(next, parts, None)) is not None:
                yield part
        finally:
            context.run(parts.close)

    def _parts(
        self, question: str, report: str | None, conversation: str | None
    ) -> Generator[Step | Answer, None, None]:
        within = REQUEST.get()
        if not within:  # the page's questions are answered apart from its requests
            REQUEST.set(uuid4().hex)
        answers: list[Answer] = []
        with self._watch.step("answer"):
            try:
                for part in self._bot.stream(question, report, conversation):
                    if isinstance(part, Answer):
                        self._watch.answered(question, part)
                        answers.append(part)
                    else:
                        yield part
            except (NotReady, UnknownReport):  # no fault of this server
                raise
            except Exception:
                self._watch.failed()
                if not within:  # else the server logs it with the request
                    _log.exception("An answer failed")
                raise
        yield from answers  # however slowly they are taken

    def resume(self, asked: Sequence[tuple[str, str | None]]) -> str:
        """The bot's."""
        return self._bot.resume(asked)

    def reports(self) -> list[ReportInfo]:
        """The bot's reports."""
        return self._bot.reports()

    def passage(self, address: str) -> PassageView | None:
        """The bot's passage."""
        return self._bot.passage(address)

    def sources(self, report: str, addresses: Sequence[str]) -> Sources | None:
        """The bot's sources."""
        return self._bot.sources(report, addresses)

    def forget(self, conversation: str) -> bool:
        """The bot forgets a conversation."""
        return self._bot.forget(conversation)
