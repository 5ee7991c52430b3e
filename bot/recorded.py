"""A bot that keeps every answer it gives, whichever face asked."""

from collections.abc import Iterator, Sequence

from bot.answer import Answer
from bot.desk import Bot, PassageView, ReportInfo, Sources, Step
from bot.provenance import provenance_of
from bot.reader import ANYBODY, Reader
from bot.records import Records
from bot.room import Room


class RecordedBot:
    """Answers as ``bot`` does and keeps question, answer and what that was given from in ``records``."""

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
        self._keep(question, answer, report)
        return answer

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        """The bot's steps and answer; the answer is kept before it is shown."""
        for part in self._bot.stream(question, report, conversation):
            if isinstance(part, Answer):
                self._keep(question, part, report)
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

    def sources(self, report: str, addresses: Sequence[str]) -> Sources | None:
        """The bot's sources."""
        return self._bot.sources(report, addresses)

    def forget(self, conversation: str) -> bool:
        """Forget the reader's conversation, in memory and in the records; whether there was one."""
        remembered = self._bot.forget(conversation)
        return self._records.forget(conversation, self._reader.name) or remembered

    def _keep(self, question: str, answer: Answer, report: str | None) -> None:
        self._records.keep(question, answer, report, self._reader.name, provenance_of(answer, self._bot))
