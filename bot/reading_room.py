"""Looks things up in the library for one reader: reports, tables, quantities and passages."""

import base64
import binascii
from collections.abc import Sequence
from functools import lru_cache

import pycountry

from bot.address import ADDRESS
from bot.answer import Citation
from bot.answerers.lists import best_list
from bot.book import Book
from bot.cite import evidence_of
from bot.compose import citation_of, unit_of
from bot.readings import periods_in, stems_in
from bot.retrieve import Retrieval
from bot.room import (
    BadCursor,
    FindingView,
    FoundPlace,
    PassageFound,
    QuantityPage,
    QuantityView,
    ReportView,
    SectionInfo,
    TableInfo,
    Wanted,
    WholeTable,
)
from bot.routing.router import Router
from bot.sense import GENERIC
from bot.shelf import Shelf
from bot.suggest import openers
from bot.understand import understand
from ingest.audit.audit import audit
from ingest.audit.finding import Finding
from ingest.domain import Cell, Period, Quantity, Span
from ingest.errors import UnknownReport
from ingest.places import place_named
from ingest.quantity.frame import UNFRAMED
from ingest.versions import Version
from ingest.words import STOPWORDS

SEARCHED = 5
"""Reports that a search without a report looks into."""

SCANNED = 5_000
"""Quantities looked at for one page; where few of them have the subject wanted, the page is short."""

AUDITED = 64
"""Audits kept in memory."""

_CONTENTS = "Which chapters does the report have?"


class ReadingRoom:
    """The reports of a shelf, looked up."""

    def __init__(self, shelf: Shelf, retrieval: Retrieval) -> None:
        self._shelf = shelf
        self._retrieval = retrieval
        self._router = Router(shelf)
        self._audits = lru_cache(AUDITED)(self._audited)

    def report(self, report: str) -> ReportView | None:
        """A report and what is in it; None when there is none."""
        book = self._book(report)
        return self._view(book) if book else None

    def table(self, address: str) -> WholeTable | None:
        """The table at an address; None when there is none, or the address is another thing's."""
        match = ADDRESS.fullmatch(address)
        book = self._book(address.partition(":")[0]) if match and match["table"] else None
        if match is None or book is None or int(match["table"]) >= len(book.report.tables):
            return None
        number = int(match["table"])
        if book.hides(Cell(number, -1, -1)):
            return None
        table = book.report.tables[number]
        return WholeTable(
            address=f"{book.report.id}:t{number}", report=book.report.id, heading=table.heading, title=table.title,
            unit=table.unit, header=table.header, rows=table.rows, notes=table.notes, pages=table.pages,
            row=int(match["row"]) if match["row"] else None, column=int(match["column"]) if match["column"] else None,
        )  # fmt: skip

    def quantities(self, wanted: Wanted, limit: int, after: str | None = None) -> QuantityPage:
        """Up to ``limit`` of the quantities wanted. Raises BadCursor, and UnknownReport for one that is not there."""
        told = wanted.model_copy(update={"place": _place(wanted.place)})
        position = _position(after) if after is not None else ("", -1)
        found: list[QuantityView] = []
        scanned = 0
        while scanned < SCANNED:
            rows = self._shelf.ledger(told, position, limit)
            for report, number, quantity in rows:
                position = (report, number)
                if _is_wanted(quantity, wanted, self._own(report)):
                    found.append(self._quantity(report, quantity, len(found) + 1))
                    if len(found) == limit:
                        return QuantityPage(quantities=tuple(found), next=_cursor(position))
            scanned += len(rows)
            if len(rows) < limit:
                return QuantityPage(quantities=tuple(found))
        return QuantityPage(quantities=tuple(found), next=_cursor(position))

    def search(self, query: str, report: str | None = None, limit: int = 10) -> Sequence[PassageFound]:
        """The passages most likely to answer a query, best first. Raises UnknownReport."""
        found = [each for book in self._asked(query, report) for each in self._found(query, book, limit)]
        return sorted(found, key=lambda each: -each.score)[:limit]

    def _asked(self, query: str, report: str | None) -> list[Book]:
        if report is None and not len(self._shelf.catalogue):
            return []
        route = self._router.route("", query, report, ())
        entries = route.entries or tuple(self._shelf.catalogue.newest())
        return [self._shelf.book(entry.id) for entry in entries[:SEARCHED]]

    def _found(self, query: str, book: Book, limit: int) -> list[PassageFound]:
        report = book.report
        found = []
        for hit in self._retrieval.passages(understand(query, book), book, limit):
            source = hit.passage.source
            if isinstance(source, Span):
                section = report.sections[source.section]
                heading, page = section.heading, section.page_at(source.start)
                address = f"{report.id}:p{hit.passage.number}"
            else:
                table = report.tables[source.table]
                heading, page = (*table.heading, table.title), table.page_of(source.row)
                address = f"{report.id}:t{source.table}" + (f"r{source.row}" if source.row >= 0 else "")
            found.append(
                PassageFound(
                    address=address, report=report.id, title=report.title, heading=heading, text=hit.passage.text,
                    score=round(hit.score, 4), page=page, url=report.url,
                )
            )  # fmt: skip
        return found

    def _book(self, report: str) -> Book | None:
        try:
            return self._shelf.book(report)
        except UnknownReport:
            return None

    def _view(self, book: Book) -> ReportView:
        report = book.report
        chapters = best_list(understand(_CONTENTS, book), book)
        return ReportView(
            id=report.id, title=report.title, publisher=report.publisher, published=report.published,
            edition=report.edition, url=report.url, access=report.access, version=book.version.number,
            examples=openers(book), quantities=len(book.quantities), sections=_sections(book), tables=_tables(book),
            contents=tuple(text for text, _ in chapters.items) if chapters else (),
            audit=tuple(map(_finding, self._audits(book.version))),
        )  # fmt: skip

    def _audited(self, version: Version) -> tuple[Finding, ...]:
        book = self._shelf.book(version.id)
        return audit(book.report, book.quantities)

    def _own(self, report: str) -> frozenset[str]:
        """Stems of the market that a report is of, which the subjects of its figures leave out."""
        entry = self._shelf.catalogue.get(report)
        return GENERIC.union(*entry.names) if entry else GENERIC

    def _quantity(self, report: str, quantity: Quantity, number: int) -> QuantityView:
        return quantity_view(quantity, citation_of(evidence_of(self._shelf.book(report), quantity), number))


def quantity_view(quantity: Quantity, citation: Citation) -> QuantityView:
    """A quantity as the API gives it."""
    return QuantityView(
        report=citation.report, text=quantity.text, value=str(quantity.value),
        upper=None if quantity.upper is None else str(quantity.upper),
        unit=unit_of(quantity.kind, quantity.scale, quantity.currency, quantity.unit), kind=quantity.kind,
        bound=quantity.bound, measure=quantity.measure, label=quantity.label, subject=quantity.subject,
        place=quantity.place, period=str(quantity.period) if quantity.period else None, forecast=quantity.forecast,
        citation=citation,
    )  # fmt: skip


def _sections(book: Book) -> tuple[SectionInfo, ...]:
    return tuple(
        SectionInfo(
            address=f"{book.report.id}:s{number}", heading=section.heading, characters=len(section.text),
            page=section.page_at(0), access=section.access or book.report.access,
        )
        for number, section in enumerate(book.report.sections)
    )  # fmt: skip


def _tables(book: Book) -> tuple[TableInfo, ...]:
    return tuple(
        TableInfo(
            address=f"{book.report.id}:t{number}", title=table.title, heading=table.heading, unit=table.unit,
            header=table.header, rows=len(table.rows), page=table.page_of(-1),
            access=table.access or book.report.access,
        )
        for number, table in enumerate(book.report.tables)
    )  # fmt: skip


def _finding(finding: Finding) -> FindingView:
    places = tuple(FoundPlace(where=place.where, quote=place.quote, page=place.page) for place in finding.places)
    return FindingView(
        kind=finding.kind, contradiction=finding.is_contradiction, said=finding.said, arithmetic=finding.arithmetic,
        off=float(finding.off), places=places,
    )  # fmt: skip


def _is_wanted(quantity: Quantity, wanted: Wanted, own: frozenset[str]) -> bool:
    """Whether a quantity is of the time and subject wanted; of the market's own name, if it is of no part of it."""
    if wanted.period is not None and not _is_of(wanted.period, quantity.period):
        return False
    if wanted.subject is None:
        return True
    part = stems_in(wanted.subject) - own - STOPWORDS
    said = stems_in(" ".join((*quantity.subject, quantity.label, quantity.unit)))
    return part <= said if part else not quantity.subject


def _is_of(written: str, period: Period | None) -> bool:
    """Whether a period is the one written; a year alone is the fiscal year of that number too."""
    if period is None:
        return False
    read = periods_in(written, UNFRAMED)
    year = {each.first for each in read if each.kind == "year"}
    return written == str(period) or period in read or (period.kind == "fiscal year" and period.first in year)


def _place(written: str | None) -> str | None:
    """A place's canonical name, by any name or by its country's ISO 3166 code."""
    if written is None:
        return None
    code = written.strip().upper()
    country = pycountry.countries.get(alpha_2=code) or pycountry.countries.get(alpha_3=code)
    spelled = getattr(country, "common_name", country.name).split(",")[0] if country else written
    place = place_named(written) or place_named(spelled)
    return place.name if place else written


def _cursor(position: tuple[str, int]) -> str:
    report, number = position
    return base64.urlsafe_b64encode(f"{number} {report}".encode()).decode().rstrip("=")


def _position(cursor: str) -> tuple[str, int]:
    try:
        number, _, report = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().partition(" ")
        return report, int(number)
    except (binascii.Error, ValueError) as error:
        raise BadCursor from error
