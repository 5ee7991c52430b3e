"""The seam between the chain and its faces: what a bot does, and what a face may show of a report."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol, Self

from bot.answer import Answer, Record
from bot.reader import Reader
from bot.room import Edition, Room, TableView
from ingest.errors import FootnoteError


class NotReady(FootnoteError):  # noqa: N818
    """Questions cannot be answered yet: the library is empty, or the bot is still opening."""


class Step(Record):
    """What the bot is doing: ``name`` is the step (understand, retrieve, draft, verify), ``text`` is for readers."""

    name: str
    text: str


class ReportInfo(Record):
    """A report of the library as a reader sees it; ``examples`` are questions it can answer."""

    id: str
    title: str
    publisher: str | None = None
    published: date | None = None
    edition: str | None = None
    url: str | None = None
    examples: tuple[str, ...] = ()


class PassageView(Record):
    """The source a citation points into.

    ``text`` is the whole text of the section, row or cell; ``start`` and ``end`` are the passage's own offsets in it.
    """

    address: str
    report: str
    title: str
    heading: tuple[str, ...]
    text: str
    start: int
    end: int
    table: TableView | None = None
    url: str | None = None


class Sources(Record):
    """Which edition of a report is there, and what stands in it at some addresses."""

    edition: Edition
    passages: tuple[PassageView, ...]


class Bot(Protocol):
    """Answers questions about the reports of one library. Every method may raise NotReady."""

    def seen_by(self, reader: Reader) -> Self:
        """The same bot for one reader: what they may not read is not there, and their conversations are theirs."""
        ...

    @property
    def room(self) -> Room:
        """Where the same reports are looked up without asking."""
        ...

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        """The verified answer; ``report`` is a report's id, ``conversation`` the one an earlier answer named."""
        ...

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        """Steps as they begin, and last the verified answer."""
        ...

    def resume(self, asked: Sequence[tuple[str, str | None]]) -> str:
        """A new conversation in which these questions were asked, each with the report it was put to, None where it
        named none. For faces whose clients bring the conversation along."""
        ...

    def reports(self) -> list[ReportInfo]:
        """Every report that can be asked."""
        ...

    def passage(self, address: str) -> PassageView | None:
        """The source at an address such as ``report:p3`` or ``report:t0r2c1``; None when there is none."""
        ...

    def sources(self, report: str, addresses: Sequence[str]) -> Sources | None:
        """What stands at some addresses of one report, without those where nothing does, in one look-up; None when
        there is no such report."""
        ...

    def forget(self, conversation: str) -> bool:
        """Forget the reader's conversation, and whatever was kept of it; whether there was one."""
        ...
