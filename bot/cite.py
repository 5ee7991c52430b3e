"""Turns a place in a report into evidence that can be cited and opened."""

from bisect import bisect_right
from dataclasses import dataclass

from bot.book import Book
from bot.cells import names_at
from bot.evidence import Evidence
from ingest.domain import HEADER_STEP, Cell, Passage, Quantity, Source, Span


def evidence_at(book: Book, source: Source, score: float = 0.0) -> Evidence:
    """Evidence whose quote is exactly the text at ``source``, with the ledger's quantities that stand inside it."""
    inside = tuple(q for q in quantities_near(book, source) if within(q.source, source))
    return (
        cell_evidence(book, source, inside, score)
        if isinstance(source, Cell)
        else span_evidence(book, source, inside, score)
    )


def evidence_of(book: Book, quantity: Quantity) -> Evidence:
    """Evidence for one quantity: its cell, or the sentence it stands in."""
    if isinstance(quantity.source, Cell):
        return cell_evidence(book, quantity.source, (quantity,), 1.0)
    return evidence_at(book, quantity.quote, 1.0)


def quantities_near(book: Book, source: Source) -> tuple[Quantity, ...]:
    """The quantities of the section or table that ``source`` is in."""
    return book.ledger_by_room.get(room(source), ())


def room(source: Source) -> tuple[str, int]:
    """The section or table a source is in."""
    return ("section", source.section) if isinstance(source, Span) else ("table", source.table)


def within(inner: Source, outer: Source) -> bool:
    """Whether one place lies inside another; a row (column -1) holds its cells."""
    if isinstance(inner, Span) and isinstance(outer, Span):
        return inner.section == outer.section and outer.start <= inner.start and inner.end <= outer.end
    if isinstance(inner, Cell) and isinstance(outer, Cell):
        return inner.table == outer.table and inner.row == outer.row and outer.column in (-1, inner.column)
    return False


def span_evidence(book: Book, span: Span, inside: tuple[Quantity, ...], score: float) -> Evidence:
    """Evidence in the text of a section."""
    report, section = book.report, book.report.sections[span.section]
    return Evidence(
        report=report.id, title=report.title, passage=f"{report.id}:p{passage_at(book, span)}", heading=section.heading,
        text=section.text, start=span.start, end=span.end, quantities=inside, url=report.url,
        page=section.page_at(span.start), score=score,
    )  # fmt: skip


def cell_evidence(book: Book, cell: Cell, inside: tuple[Quantity, ...], score: float) -> Evidence:
    """Evidence in a table: one cell, a row (column -1) or the header (row -1)."""
    report, table = book.report, book.report.tables[cell.table]
    text = book.text_at(cell)
    return Evidence(
        report=report.id, title=report.title, passage=address(book, cell), heading=table.heading, text=text, start=0,
        end=len(text), quantities=inside, url=report.url, page=table.page_of(cell.row), table=table.title,
        row=row_label(book, cell) if cell.row >= 0 else None,
        column=table.header[cell.column] if cell.column >= 0 else None, score=score,
    )  # fmt: skip


def address(book: Book, source: Source) -> str:
    """The address that ``GET /v1/passages/{address}`` answers to."""
    if isinstance(source, Span):
        return f"{book.report.id}:s{source.section}"
    row = f"r{source.row}" if source.row >= 0 else ""
    column = f"c{source.column}" if source.column >= 0 else ""
    return f"{book.report.id}:t{source.table}{row}{column}"


def row_label(book: Book, cell: Cell) -> str:
    """A row's name, else its first cell other than the cell itself that is no mere number, else the first filled one;
    where other rows of the table are named so too, behind what heads it: "Average check > Taco Verano"."""
    table = book.report.tables[cell.table]
    row, at = table.rows[cell.row], names_at(table)
    if cell.column != at and any(map(str.isalpha, row[at])):
        alike = sum(other[at] == row[at] for other in table.rows)
        head = book.items.head_of(cell.table, cell.row).rstrip(": ") if alike > 1 else ""
        head = row[0] if at and any(map(str.isalpha, row[0])) else head
        return HEADER_STEP.join((head, row[at])) if head else row[at]
    filled = [text for column, text in enumerate(row) if text and column != cell.column]
    named = (text for text in filled if any(map(str.isalpha, text)))
    return next(named, filled[0] if filled else "")


def passage_at(book: Book, span: Span) -> int:
    """The number of the passage that holds the start of the span."""
    starts = book.passage_starts.get(span.section, ())
    at = bisect_right([start for start, _ in starts], span.start) - 1
    return starts[max(at, 0)][1] if starts else 0


def passage_of(book: Book, source: Source) -> int | None:
    """The number of the passage that a place is in: of a cell that of its row, of a column that of the header; None of
    an empty row or header."""
    return passage_at(book, source) if isinstance(source, Span) else book.row_passages.get((source.table, source.row))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found by search, with its fused score."""

    passage: Passage
    score: float
