"""The edition as a workbook: contents, text, tables chapter by chapter or one a sheet, and a hidden sheet."""

import io
import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from evals.specimen.archive import repack
from evals.specimen.cached import with_results
from evals.specimen.edition import MARK, Asked, Block, Bullets, Edition, Heading, Paragraph
from evals.specimen.sheet import BOLD, ITALIC, Sheet
from evals.specimen.table import SpecimenTable

FEW = 80
"""Editions of no more tables give each a sheet, in the layouts that number rows."""


def write_xlsx(edition: Edition, file: Path) -> None:
    """Write the file; its formulas keep their results."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = edition.market.publisher
    book.properties.title = edition.title
    sheets = [_contents(edition, book), _text(edition, book), *_tables(edition, book), _hidden(edition, book)]
    results: dict[tuple[int, str], Decimal] = {}
    for number, sheet in enumerate(sheets, start=1):
        results.update({(number, address): value for address, value in sheet.results.items()})
    packed = io.BytesIO()
    book.save(packed)
    repack(packed.getvalue(), file, edition.published, with_results(results))


def _new(name: str, edition: Edition, book: Workbook) -> Sheet:
    sheet = Sheet(book.create_sheet(name[:31]), edition.layout)
    sheet.cells.oddFooter.center.text = MARK
    sheet.cells.column_dimensions["A"].width = 34
    return sheet


def _contents(edition: Edition, book: Workbook) -> Sheet:
    sheet = _new("Contents", edition, book)
    sheet.line(edition.title, BOLD)
    sheet.line(MARK, ITALIC)
    sheet.cells.cell(sheet.row, 2, date.fromisoformat(edition.published)).number_format = "d mmmm yyyy"
    sheet.line("Published")
    for label, value in edition.contact:
        sheet.cells.cell(sheet.row, 2, value)
        sheet.line(label)
    sheet.row += 1
    sheet.line("List of tables", BOLD)
    for table in edition.tables:
        sheet.line(table.caption)
    return sheet


def _text(edition: Edition, book: Workbook) -> Sheet:
    sheet = _new("Report text", edition, book)
    sheet.line(MARK, ITALIC)
    for block in edition.blocks:
        for text, is_heading in _lines(block):
            sheet.line(text, BOLD if is_heading else None)
    return sheet


def _lines(block: Block) -> Iterator[tuple[str, bool]]:
    match block:
        case Heading():
            yield block.text, True
        case Paragraph():
            yield block.text, False
            if block.footnote:
                yield block.footnote, False
        case Bullets():
            yield block.lead, False
            yield from ((f"• {item.text}", False) for item in block.items)
        case Asked():
            yield block.question, True
            yield block.answer.text, False
        case _:
            pass


def _tables(edition: Edition, book: Workbook) -> Iterator[Sheet]:
    if edition.layout.numbered_rows and len(edition.tables) <= FEW:
        for table in edition.tables:
            yield _filled(f"Table {table.number}", (table,), edition, book)
        return
    for title, blocks in edition.chapters():
        if any(isinstance(block, SpecimenTable) for block in blocks):
            yield _filled(title, blocks, edition, book)


def _filled(name: str, blocks: tuple[Block, ...], edition: Edition, book: Workbook) -> Sheet:
    sheet = _new(name, edition, book)
    sheet.line(MARK, ITALIC)
    for block in blocks:
        if isinstance(block, Heading):
            sheet.line(block.text, BOLD)
        elif isinstance(block, SpecimenTable):
            sheet.table(block)
    return sheet


def _hidden(edition: Edition, book: Workbook) -> Sheet:
    """Numbers that mean nothing, as left over from somebody's work."""
    sheet = _new("Scratch", edition, book)
    chance = random.Random(edition.name)
    sheet.line("do not publish")
    for _ in range(12):
        for column in range(2, 8):
            sheet.cells.cell(sheet.row, column, chance.randrange(1, 99_999))
        sheet.line(f"tmp {chance.randrange(100)}")
    sheet.cells.sheet_state = "hidden"
    return sheet
