"""A bot that is watched as it answers, whichever face asked."""

import logging
from collections.abc import Generator, Iterator
from contextvars import copy_context
from uuid import uuid4

from bot.answer import Answer
from bot.around import Around
from bot.desk import Bot, NotReady, Step
from bot.reader import Reader
from bot.watch import REQUEST, Watch
from ingest.errors import UnknownReport

_log = logging.getLogger(__name__)


class WatchedBot(Around):
    """Answers as ``bot`` does, seen by ``watch``."""

    def __init__(self, bot: Bot, watch: Watch) -> None:
        super().__init__(bot)
        self._watch = watch

    def seen_by(self, reader: Reader) -> "WatchedBot":
        """The same for one reader."""
        return WatchedBot(self._bot.seen_by(reader), self._watch)

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
