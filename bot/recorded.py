"""A bot that keeps every answer it gives, whichever face asked."""

from collections.abc import Callable, Iterator, Sequence

from bot.answer import Answer
from bot.around import Around
from bot.desk import Bot, Step
from bot.provenance import provenance_of
from bot.reader import ANYBODY, Reader
from bot.records import Records
from bot.shelf import InUse, one_edition
from bot.verify import Rejection
from bot.visitors import VISITOR

RejectedOf = Callable[[str], Sequence[Rejection]]
"""What verification took out of an answer, by its id."""


class RecordedBot(Around):
    """Answers as ``bot`` does and keeps question, answer and what that was given from in ``records``, with what was
    ``rejected`` of it.

    Answer and what is kept are of the same version of each report, also where another goes live meanwhile.
    """

    def __init__(
        self,
        bot: Bot,
        records: Records,
        reader: Reader = ANYBODY,
        visitor: str = "",
        rejected: RejectedOf = lambda answer: (),
    ) -> None:
        super().__init__(bot)
        self._records = records
        self._reader = reader
        self._visitor = visitor
        self._rejected = rejected

    def seen_by(self, reader: Reader) -> "RecordedBot":
        """The same for one reader, whose conversations are kept as theirs."""
        return RecordedBot(self._bot.seen_by(reader), self._records, reader, VISITOR.get(), self._rejected)

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        """The bot's answer, kept."""
        with one_edition({}):
            answer = self._bot.ask(question, report, conversation)
            self._keep(question, answer, report)
        return answer

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        """The bot's steps and answer; the answer is kept before it is shown."""
        books: InUse = {}
        parts = iter(self._bot.stream(question, report, conversation))
        while True:
            with one_edition(books):  # not around the yield: each part may be asked for by another thread
                part = next(parts, None)
                if isinstance(part, Answer):
                    self._keep(question, part, report)
            if part is None:
                return
            yield part

    def forget(self, conversation: str) -> bool:
        """Forget the reader's conversation, in memory and in the records; whether there was one."""
        remembered = self._bot.forget(conversation)
        return self._records.forget(conversation, self._reader.name) or remembered

    def _keep(self, question: str, answer: Answer, report: str | None) -> None:
        reader, provenance, rejected = self._reader, provenance_of(answer, self._bot), self._rejected(answer.id)
        self._records.keep(question, answer, report, reader.name, provenance, rejected, reader.site, self._visitor)
