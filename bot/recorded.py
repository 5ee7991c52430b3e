"""A bot that keeps every answer it gives, whichever face asked."""

from collections.abc import Iterator, Sequence

from bot.answer import Answer
from bot.desk import Bot, PassageView, ReportInfo, Step
from bot.reader import ANYBODY, Reader
from bot.records import Records
from bot.room import Room


class RecordedBot:
    """Answers as ``bot`` does and keeps question and answer in ``records``."""

    def __init__(self, bot: Bot, records: Records, reader: Reader = ANYBODY) -> None:
        self._bot = bot
        self._records = records
        self._reader = reader

    def seen_by(self, reader: Reader) -> "RecordedBot":
        """The same for one reader, whose conversations are kept as theirs."""
        return RecordedBot(self._bot.seen_by(reader), self._records, reader)

    @property
    def room(self) -> Room:
        """The bot's reading room."""
        return self._bot.room

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        """The bot's answer, kept."""
        answer = self._bot.ask(question, report, conversation)
        self._records.keep(question, answer, report, self._reader.name)
        return answer

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        """The bot's steps and answer; the answer is kept before it is shown."""
        for part in self._bot.stream(question, report, conversation):
            if isinstance(part, Answer):
                self._records.keep(question, part, report, self._reader.name)
            yield part

    def resume(self, asked: Sequence[tuple[str, str | None]]) -> str:
        """The bot's; the questions are not kept again."""
        return self._bot.resume(asked)

    def reports(self) -> list[ReportInfo]:
        """The bot's reports."""
        return self._bot.reports()

    def passage(self, address: str) -> PassageView | None:
        """The bot's passage."""
        return self._bot.passage(address)
