"""Reads PDF: running text in reading order, headings by size, tables with rules or without, over several pages.

PDFium gives each character and drawn line with its place (pypdfium2: liberal licence, a page in 20 ms). The tables are
found by our own code: general table finders lose tables without rules, and where a header stands over several columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium

from ingest.domain import Notice
from ingest.errors import UnreadableFile
from ingest.read.blocks import Block, Bullets, Grid, Heading, Paragraph
from ingest.read.captions import is_numbered, is_remark
from ingest.read.document import Document, Metadata
from ingest.read.outline import outline, title_of_page
from ingest.read.pdf.beside import caption_of, pair_of
from ingest.read.pdf.cells import Laid, laid_out
from ingest.read.pdf.charts import without_charts
from ingest.read.pdf.columns import in_reading_order, sides_of
from ingest.read.pdf.continued import continued, is_continuation, says_continued
from ingest.read.pdf.furniture import without_contents, without_furniture
from ingest.read.pdf.header_lines import is_caption_with_aside
from ingest.read.pdf.lines import Line, line_of, without_column_numbers
from ingest.read.pdf.names import with_names
from ingest.read.pdf.rows import Row, Stretch, rows_of
from ingest.read.pdf.stops import is_scattered
from ingest.read.pdf.tables import Span, spans_of
from ingest.read.pdf.text import Type, bulleted_together, text_blocks, text_joined, type_of
from ingest.read.pdf.texts import text_laid, text_tables
from ingest.read.pdf.words import Box, Sheet, sheet_of
from ingest.read.tabular import grid_of

MAX_PAGES = 5_000
"""Pages of a file; more are refused."""

_FEW = 25
"""Characters; a page with pictures and fewer is a scan."""

_PICTURE = 0.3
"""Share of a page that a scan's picture covers."""

_UNREADABLE = 0.2
"""Share of characters without meaning that makes a text unreadable."""


@dataclass(frozen=True, slots=True)
class PagedTable:
    """A table as it stands on one page, before those that go on over pages are put together; ``text`` is what it is
    where it is none by itself."""

    lines: Sequence[Line]
    span: Span
    sheet: Sheet
    text: Sequence[Block] = ()

    def laid_out(self, columns: Sequence[Box] = ()) -> Laid:
        """Its cells, by its own columns or those of the page before."""
        return laid_out(self.lines, self.span, self.sheet, columns)


Piece = Block | PagedTable


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF. Raises UnreadableFile: for a damaged file, one under a password, and pages that are pictures."""
    document = _opened(data, name)
    try:
        sheets = _sheets(document, name)
        title = _stated_title(document)
    finally:
        document.close()
    notices = _scanned(sheets, name)
    blocks = _blocks(sheets)
    sections, tables = outline(blocks, name)
    first = title_of_page(blocks)
    return Document(sections, tables, Metadata(title=None if first else title), first, notices)


_ANEW = "Save it anew as PDF, or get it again"


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            problem, remedy = "it is protected by a password", "Save it without the password"
        else:
            problem, remedy = "it cannot be opened as a PDF: it is damaged, cut short or without pages", _ANEW
        raise UnreadableFile(name, problem, remedy) from error


def _sheets(document: pdfium.PdfDocument, name: str) -> list[Sheet]:
    count = len(document)
    if count > MAX_PAGES:
        raise UnreadableFile(name, f"it has {count:,} pages, more than {MAX_PAGES:,}", "Split it into several files")
    if not count:
        raise UnreadableFile(name, "it has no pages", "Save it anew as PDF and check that it opens")
    sheets = []
    for number in range(count):
        try:
            page = document[number]
        except pdfium.PdfiumError as error:
            raise UnreadableFile(name, f"page {number + 1} is damaged", _ANEW) from error
        sheets.append(sheet_of(page, number + 1))
        page.close()
    return sheets


_UNTITLED = ("microsoft word -", "untitled", "powerpoint", ".doc", ".indd", ".xls", ".pdf", ".qxd")


def _stated_title(document: pdfium.PdfDocument) -> str | None:
    """The title in the file's properties, unless a program put its own there."""
    title = " ".join((document.get_metadata_dict().get("Title") or "").split())
    return title if len(title) > 5 and not any(mark in title.lower() for mark in _UNTITLED) else None


def _scanned(sheets: Sequence[Sheet], name: str) -> tuple[Notice, ...]:
    """Notices of pages that are pictures. Raises UnreadableFile where most are, or where the text has no meaning."""
    scans = [sheet.number for sheet in sheets if _length(sheet) < _FEW and sheet.pictured > _PICTURE]
    written = sum(_length(sheet) for sheet in sheets)
    if not written or len(scans) * 2 > len(sheets):
        problem = "its pages are pictures of text (a scan)" if scans else "there is no text on its pages"
        raise UnreadableFile(name, problem, "Export it as PDF with text, or run text recognition (OCR) on it first")
    broken = sum(_is_broken(char) for sheet in sheets for word in sheet.words for char in word.text)
    if broken > _UNREADABLE * written:
        problem = "its fonts do not say which letters they show, so its text cannot be read"
        raise UnreadableFile(name, problem, "Export it anew as PDF, or run text recognition (OCR) on it first")
    if not scans:
        return ()
    pages = ", ".join(map(str, scans[:20]))
    return (Notice(name, scans[0], f"{len(scans)} of {len(sheets)} pages are pictures and were left out: {pages}"),)


def _length(sheet: Sheet) -> int:
    return sum(len(word.text) for word in sheet.words)


def _is_broken(char: str) -> bool:
    return char == "\ufffd" or ("\ue000" <= char <= "\uf8ff" and char not in "\uf0b7\uf0a7") or ord(char) < 0x20


def _blocks(sheets: Sequence[Sheet]) -> list[Block]:
    pages = without_furniture(sheets, [rows_of(sheet.words) for sheet in sheets])
    pages = [without_contents(rows) for rows in pages]
    how = type_of(pages)
    flow = _Flow()
    for sheet, rows in zip(sheets, pages, strict=True):
        flow.add_page(list(_page(sheet, rows, how)))
    return flow.blocks


def _page(sheet: Sheet, rows: Sequence[Row], how: Type) -> Iterator[Piece]:
    """The pieces of a page in reading order; a paragraph may go on in the next column."""
    held: Piece | None = None
    for run in in_reading_order(with_names(rows)):
        for number, piece in enumerate(_run(sheet, run, how)):
            joined = text_joined(held, piece) if number == 0 else None
            if held is not None and joined is None:
                yield held
            held = joined or piece
    if held is not None:
        yield held


def _run(sheet: Sheet, rows: Sequence[Row], how: Type) -> Iterator[Piece]:
    """The pieces of rows that are read one after the other."""
    lines = without_column_numbers([line_of(row, sheet.down) for row in without_charts(rows)])
    at = 0
    for span in spans_of(lines):
        if span.first < at or (span.first == span.body and is_scattered(lines[span.body : span.end])):
            continue
        pair = pair_of(lines, span, sheet.across)
        above = list(_between(lines[at : pair.first if pair else span.first], how, sheet.number, at + 1))
        yield from above
        at = pair.end if pair else span.end
        if pair is None:
            text = _between(lines[:1], how, sheet.number, 1) if span.is_last_row else ()
            yield PagedTable(lines, span, sheet, tuple(text))
            continue
        left, right = sides_of([line.row for line in lines[pair.first : at]], pair.gutter)
        yield from _run(sheet, left, how)
        beside = list(_run(sheet, right, how))
        if beside and isinstance(beside[0], PagedTable):
            yield from caption_of(above)
        yield from beside
    yield from _between(lines[at:], how, sheet.number, at + 1)


def _between(lines: Sequence[Line], how: Type, page: int, first: int) -> Iterator[Block]:
    """The pieces of the lines between tables of figures: text, and tables of texts."""
    at = 0
    for table in text_tables(lines):
        yield from _texts(lines[at : table.first], how, page, first + at)
        grid = grid_of(text_laid(lines, table, page).rows)
        if grid is not None:
            yield grid
        at = table.end
    yield from _texts(lines[at:], how, page, first + at)


def _texts(lines: Sequence[Line], how: Type, page: int, first: int) -> Iterator[Block]:
    at = 0
    for number, line in enumerate(lines):
        if not is_caption_with_aside(line):
            continue
        yield from _text(lines[at:number], how, page, first + at)
        at = number + 1
        parts = line.pieces if is_remark(line.texts[-1]) else (Stretch(line.row.words),)
        bold = Row(line.pieces[0].words).bold
        yield from (Paragraph(part.text, first + number, strong=bold, page=page) for part in parts)
    yield from _text(lines[at:], how, page, first + at)


def _text(lines: Sequence[Line], how: Type, page: int, first: int) -> Iterator[Block]:
    rows = [line.row for line in lines]
    yield from (_as_caption(block) for block in bulleted_together(list(text_blocks(rows, how, page, first))))


def _as_caption(block: Heading | Paragraph | Bullets) -> Block:
    """A numbered caption is none of a section's, however large it is set."""
    if isinstance(block, Heading) and is_numbered(block.text):
        return Paragraph(block.text, block.line, strong=True, page=block.page)
    return block


@dataclass(slots=True)
class _Flow:
    """The report as far as it was read; a table or a paragraph may go on from the page before."""

    blocks: list[Block] = field(default_factory=list)
    open_table: Laid | None = None

    def add_page(self, pieces: Sequence[Piece]) -> None:
        ahead = list(pieces)
        if self.open_table is not None:
            ahead = self._continue_table(ahead, self.open_table)
        elif ahead:
            ahead = self._continue_paragraph(ahead)
        if ahead:
            self.open_table = None
        for number, piece in enumerate(ahead):
            if isinstance(piece, PagedTable) and piece.text:
                self.blocks.extend(piece.text)
            elif isinstance(piece, PagedTable):
                laid = piece.laid_out()
                self._add_grid(laid)
                behind = ahead[number + 1 :]
                goes_on = all(isinstance(other, Paragraph) and says_continued(other.text) for other in behind)
                self.open_table = laid if goes_on else None
                if goes_on:
                    return
            else:
                self.blocks.append(piece)

    def _add_grid(self, laid: Laid) -> None:
        grid = grid_of(laid.rows)
        if grid is not None:
            self.blocks.append(grid)

    def _continue_table(self, pieces: list[Piece], before: Laid) -> list[Piece]:
        """The pieces of a page without the table at its top that goes on from the page before, which is put to it."""
        at = next((number for number, piece in enumerate(pieces) if isinstance(piece, PagedTable)), None)
        if at is None or not isinstance(self.blocks[-1], Grid):
            return pieces
        table = pieces[at]
        above = pieces[:at]
        said = all(
            is_continuation(piece.text, self._caption()) for piece in above if not isinstance(piece, PagedTable | Grid)
        )
        joined = self._joined(before, table, bool(above)) if said and isinstance(table, PagedTable) else None
        if joined is None:
            return pieces
        self.blocks.pop()
        self._add_grid(joined)
        self.open_table = joined if at + 1 == len(pieces) else None
        return pieces[at + 1 :]

    def _joined(self, before: Laid, table: PagedTable, captioned: bool) -> Laid | None:
        joined = continued(before, table.laid_out(), captioned)
        if joined or table.text or not before.columns:
            return joined
        return continued(before, table.laid_out(before.columns), captioned)

    def _caption(self) -> str:
        """The caption of the table the page before ends with."""
        grid = self.blocks[-1]
        if isinstance(grid, Grid) and grid.caption:
            return grid.caption
        for block in reversed(self.blocks[-4:-1]):
            if isinstance(block, Paragraph) and is_numbered(block.text):
                return block.text
        above = self.blocks[-2] if len(self.blocks) > 1 else None
        return above.text if isinstance(above, Paragraph | Heading) else ""

    def _continue_paragraph(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces of a page; a paragraph at its top that goes on with the last one is put to that."""
        joined = text_joined(self.blocks[-1], pieces[0]) if self.blocks else None
        if joined is None:
            return pieces
        self.blocks[-1] = joined
        return pieces[1:]
