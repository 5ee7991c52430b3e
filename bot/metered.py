"""A bot that quotes no more licensed text to a reader than the day's allowance, whichever face asks."""

from collections.abc import Iterable, Iterator, Sequence

from bot.allowance import Allowance
from bot.answer import Answer, CitedText, HandoffBlock, ParagraphBlock
from bot.around import Around
from bot.desk import Bot, PassageView, Step
from bot.portions import Portion, of_answer, of_found, of_passage, of_quantities, of_report, of_table
from bot.reader import ANYBODY, Reader
from bot.room import PassageFound, QuantityPage, ReportView, Room, Wanted, WholeTable
from bot.used_up import QuotesUsedUp
from bot.visitors import VISITOR

ANSWERER = "allowance"
"""Who gives the answer in place of one that would quote too much."""


class MeteredBot(Around):
    """Answers and shows what ``bot`` does, until the allowance is used up: then answers say so, and what is looked up
    raises QuotesUsedUp."""

    def __init__(self, bot: Bot, allowance: Allowance, reader: Reader = ANYBODY, visitor: str = "") -> None:
        super().__init__(bot)
        self._allowance = allowance
        self._reader = reader
        self._visitor = visitor

    def seen_by(self, reader: Reader) -> "MeteredBot":
        """The same for one reader, whose allowance it is."""
        return MeteredBot(self._bot.seen_by(reader), self._allowance, reader, VISITOR.get())

    @property
    def room(self) -> Room:
        """The bot's reading room, metered too."""
        return MeteredRoom(self)

    @property
    def unmetered(self) -> Room:
        """The bot's reading room."""
        return self._bot.room

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        """The bot's answer, or that it cannot be shown today."""
        return self._told(self._bot.ask(question, report, conversation))

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        """The bot's steps and answer."""
        for part in self._bot.stream(question, report, conversation):
            yield self._told(part) if isinstance(part, Answer) else part

    def passage(self, address: str) -> PassageView | None:
        """The bot's passage. Raises QuotesUsedUp."""
        found = self._bot.passage(address)
        if found is not None:
            self.charge(of_passage(found))
        return found

    def charge(self, portions: Iterable[Portion]) -> None:
        """Count what is about to be told. Raises QuotesUsedUp."""
        self._allowance.charge(portions, self._bot, self._reader, self._visitor)

    def _told(self, answer: Answer) -> Answer:
        try:
            self.charge(of_answer(answer))
        except QuotesUsedUp as error:
            return refusal(answer, error)
        return answer


class MeteredRoom:
    """The reading room of a metered bot. Every method may raise QuotesUsedUp."""

    def __init__(self, bot: MeteredBot) -> None:
        self._bot = bot

    def report(self, report: str) -> ReportView | None:
        """A report and what is in it."""
        found = self._bot.unmetered.report(report)
        if found is not None:
            self._bot.charge(of_report(found))
        return found

    def table(self, address: str) -> WholeTable | None:
        """A table."""
        found = self._bot.unmetered.table(address)
        if found is not None:
            self._bot.charge(of_table(found))
        return found

    def quantities(self, wanted: Wanted, limit: int, after: str | None = None) -> QuantityPage:
        """Some of the quantities wanted."""
        found = self._bot.unmetered.quantities(wanted, limit, after)
        self._bot.charge(of_quantities(found))
        return found

    def search(self, query: str, report: str | None = None, limit: int = 10) -> Sequence[PassageFound]:
        """The passages most likely to answer a query."""
        found = self._bot.unmetered.search(query, report, limit)
        self._bot.charge(of_found(found))
        return found


def refusal(answer: Answer, error: QuotesUsedUp) -> Answer:
    """What stands in place of an answer that would quote too much; a person it named is still there to ask."""
    said = f"The reports may say something on this, but no more of them can be quoted to you today. {error}"
    people = tuple(block for block in answer.blocks if isinstance(block, HandoffBlock))
    return answer.model_copy(
        update={
            "status": "declined", "reason": None, "text": said, "citations": (), "calculations": (), "suggestions": (),
            "blocks": (ParagraphBlock(sentences=(CitedText(text=said),)), *people), "answerer": ANSWERER,
        }
    )  # fmt: skip
