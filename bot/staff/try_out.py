"""Asks one version of a report before anybody else can, as if it were the only one there; nothing of it is kept."""

from collections.abc import Collection, Mapping, Sequence

from bot.answer import Answer
from bot.app import retrieval_over
from bot.reader import Reader
from bot.report_bot import ReportBot
from bot.shelf import Shelf
from ingest.domain import Measure, Quantity
from ingest.embed import Encoder
from ingest.errors import UnknownReport
from ingest.index import Index
from ingest.library import Library, Selection
from ingest.versions import Reading, Version

STAFF = Reader(licensed=True, staff=True)


def bot_over(version: Version, library: Library, index: Index, encoder: Encoder) -> ReportBot:
    """A bot that answers from one version, whatever its state."""
    return ReportBot(Shelf(OneVersion(library, version), STAFF), retrieval_over(library, index, encoder))


def tried(bot: ReportBot, question: str, report: str) -> Answer:
    """The answer of such a bot."""
    return bot.ask(question, report)


class OneVersion:
    """A library in which there is nothing but one version of one report."""

    def __init__(self, library: Library, version: Version) -> None:
        self._library = library
        self._version = version

    def seen(self, licensed: bool) -> "OneVersion":
        """The same: staff read all of it."""
        return self

    def reports(self) -> Sequence[Version]:
        """That version."""
        return (self._version,)

    def version(self, report_id: str) -> Version:
        """That version. Raises UnknownReport for another's report."""
        if report_id != self._version.id:
            raise UnknownReport(report_id)
        return self._version

    def reading(self, report_id: str, number: int) -> Reading:
        """What was read out of it."""
        return self._library.reading(report_id, number)

    def stamp(self) -> tuple[int, int]:
        """It does not change."""
        return 1, self._version.number

    def telling(self, query: str, least: float) -> Mapping[str, float] | None:
        """There is nothing to tell it from."""
        return None

    def measured(self, measures: Collection[Measure], places: Collection[str]) -> Mapping[str, tuple[Quantity, ...]]:
        """Its quantities of some measures that are of no place or of one of some places."""
        every = self._library.reading(self._version.id, self._version.number).quantities
        wanted = (q for q in every if q.measure in measures and (q.place is None or q.place in places))
        return {self._version.id: tuple(wanted)}

    def ledger(self, of: Selection, after: tuple[str, int], limit: int) -> list[tuple[str, int, Quantity]]:
        """Nothing: who tries a version out asks it."""
        return []
