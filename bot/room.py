"""The reading room: what a face may look up in the library without asking a question."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from pydantic import Field

from bot.answer import Citation, Record
from ingest.domain import Access, Bound, Kind, Measure


class SectionInfo(Record):
    """A section of a report; ``GET /v1/passages/{address}`` gives its text to those who may read it. It begins on the
    printed ``page``. Of a licensed one others see the heading alone."""

    address: str
    heading: tuple[str, ...]
    characters: int
    page: int | None = None
    access: Access = "public"


class TableInfo(Record):
    """A table of a report; ``GET /v1/tables/{address}`` gives its cells to those who may read it. Of a licensed one
    others see the title alone."""

    address: str
    title: str
    heading: tuple[str, ...]
    unit: str | None
    header: tuple[str, ...]
    rows: int
    page: int | None = None
    access: Access = "public"


class FoundPlace(Record):
    """Where a figure of a finding stands, in a reader's words, with the quote."""

    where: str
    quote: str
    page: int | None = None


class FindingView(Record):
    """Two places of a report that do not agree. ``off`` is how far apart they are as a share of the expected figure."""

    kind: str
    contradiction: bool
    said: str
    arithmetic: str
    off: float
    places: tuple[FoundPlace, ...]


class Edition(Record):
    """Which edition of a report: ``version`` is a number that no other version in the library has or had, ``digest``
    that of the files it was read from."""

    id: str
    title: str
    publisher: str | None = None
    published: date | None = None
    edition: str | None = None
    url: str | None = None
    access: Access = "public"
    version: int
    digest: str


class ReportView(Record):
    """A report with what is in it. ``contents`` are the chapters it says it has; ``audit`` is what it says against
    itself; ``version`` is a number that changes whenever the report is replaced."""

    id: str
    title: str
    publisher: str | None
    published: date | None
    edition: str | None
    url: str | None
    access: Access
    version: int
    examples: tuple[str, ...]
    quantities: int
    sections: tuple[SectionInfo, ...]
    tables: tuple[TableInfo, ...]
    contents: tuple[str, ...]
    audit: tuple[FindingView, ...]


class TableView(Record):
    """A whole table; ``row`` and ``column`` are the cited cell's numbers, 0-based, ``column`` None for a whole row."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row: int | None = None
    column: int | None = None


class WholeTable(TableView):
    """A table with where it stands. ``notes`` are its footnotes, ``pages`` the printed page of each row."""

    address: str
    report: str
    heading: tuple[str, ...]
    unit: str | None = None
    notes: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


class QuantityView(Record):
    """A figure of the ledger: ``text`` as printed; ``value`` and ``upper`` (of a range) its decimals as printed, in
    ``unit`` ("USD billion", "%", "beds"). Empty ``subject`` and no ``place``: of the whole market."""

    report: str
    text: str
    value: str
    upper: str | None = None
    unit: str
    kind: Kind
    bound: Bound
    measure: Measure
    label: str
    subject: tuple[str, ...]
    place: str | None
    period: str | None
    forecast: bool
    citation: Citation


class Wanted(Record):
    """Which quantities are wanted; what is None is not asked for.

    ``subject`` has the words of a part of the market or of the report's label, ``place`` is a place by any of its
    names, ``period`` a time as it is written ("2026", "2025–2032", "Q1 2025").
    """

    measure: Measure | None = None
    subject: str | None = None
    place: str | None = None
    period: str | None = None
    report: str | None = None


class QuantityPage(Record):
    """Some of the quantities wanted, in the order of the reports' ids and of reading; ``next`` is the cursor of those
    behind them, None at the end. A page may be shorter than asked for, and even empty, though there are more."""

    quantities: tuple[QuantityView, ...]
    next: str | None = Field(default=None, examples=["NCBjb2xkLWNoYWluLTIwMjU"])


class PassageFound(Record):
    """A passage found for a query, with its score: comparable within one search only."""

    address: str
    report: str
    title: str
    heading: tuple[str, ...]
    text: str
    score: float
    page: int | None = None
    url: str | None = None


class BadCursor(ValueError):  # noqa: N818 - named for what happened
    """The cursor was not made here."""


class Room(Protocol):
    """Looks things up in the reports of one library that one reader may read."""

    def report(self, report: str) -> ReportView | None:
        """A report and what is in it; None when there is none."""
        ...

    def table(self, address: str) -> WholeTable | None:
        """The table at an address such as ``report:t0``; None when there is none."""
        ...

    def quantities(self, wanted: Wanted, limit: int, after: str | None = None) -> QuantityPage:
        """Up to ``limit`` of the quantities wanted, those behind the cursor ``after``. Raises BadCursor and, for a
        report that is not there, UnknownReport."""
        ...

    def search(self, query: str, report: str | None = None, limit: int = 10) -> Sequence[PassageFound]:
        """The passages most likely to answer a query, best first: of one report, or of those that the query is about.
        Raises UnknownReport."""
        ...
