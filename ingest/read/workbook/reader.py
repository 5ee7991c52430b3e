"""Reads Excel workbooks.

With openpyxl: calamine is faster but knows neither number formats, so 12.5 % would be read as 0.125, nor indents.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping

import openpyxl
from lxml import etree
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.domain import Notice
from ingest.errors import UnreadableFile
from ingest.read.blocks import SECTION_LEVEL, Block, Heading
from ingest.read.document import Document, Metadata
from ingest.read.office import WORKBOOK, damaged, open_package, own_title
from ingest.read.outline import outline, title_of_page
from ingest.read.workbook.blocks import sheet_blocks
from ingest.read.workbook.parts import SheetFacts, sheet_facts
from ingest.read.workbook.sheet import ShownSheet, shown_sheet


def read_workbook(data: bytes, name: str) -> Document:
    """Read a workbook's visible sheets, each below a heading of its name. Raises UnreadableFile."""
    package = open_package(data, name, WORKBOOK)
    try:
        facts = sheet_facts(package)
        _check(facts, name)
        book = _load(data)
        sheets = [
            (sheet.title, _shown(sheet, facts.get(sheet.title, SheetFacts()), name))
            for sheet in book.worksheets
            if _is_visible(sheet)
        ]
    except _BROKEN as error:
        raise damaged(name, WORKBOOK) from error
    blocks = list(_blocks(sheets))
    sections, tables = outline(blocks, name)
    if not any(shown.cells for _, shown in sheets):
        raise _nothing(name, any(sheet.uncalculated for sheet in facts.values()))
    notices = (*_hidden(book, name), *(notice for _, shown in sheets for notice in shown.notices))
    return Document(
        sections, tables, Metadata(title=own_title(book.properties.title)), title_of_page(blocks), tuple(notices)
    )


MAX_COVERED = 1_000_000
"""Cells that a sheet's merged cells and links may cover: more take minutes and gigabytes to open."""


def _check(facts: Mapping[str, SheetFacts], name: str) -> None:
    for title, sheet in facts.items():
        if sheet.covered > MAX_COVERED:
            what = f"merged cells and links of sheet '{title}' cover {sheet.covered:,} cells"
            raise UnreadableFile(name, what, "Undo those that reach over whole columns or the whole sheet, and save it")


_BROKEN = (
    zipfile.BadZipFile,
    InvalidFileException,
    etree.LxmlError,
    SyntaxError,  # the root of Python's own XML errors
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    OSError,
)
"""What openpyxl was seen to raise over parts whose XML is not as it should be."""


def _load(data: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of all that it would lose in saving
        return openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=True, keep_links=False)


def _is_visible(sheet: Worksheet) -> bool:
    return bool(sheet.sheet_state == "visible")


def _shown(sheet: Worksheet, facts: SheetFacts, name: str) -> ShownSheet:
    shown = shown_sheet(sheet, name)
    if count := facts.uncalculated:
        what = f"{count} formulas have no result" if count > 1 else "1 formula has no result"
        remedy = "left empty: open the workbook in Excel and save it, then the results are in the file"
        shown.notices.append(Notice(name, 1, f"sheet '{sheet.title}': {what} in the file, {remedy}"))
    return shown


def _blocks(sheets: list[tuple[str, ShownSheet]]) -> Iterator[Block]:
    filled = [(title, shown) for title, shown in sheets if shown.cells]
    for title, shown in filled:
        if len(filled) > 1 or not _is_default(title):
            yield Heading(SECTION_LEVEL, title.strip(), shown.cells[0].line)
        yield from sheet_blocks(shown.cells)


_DEFAULT_NAME = re.compile(
    r"(?:sheet|tabelle|feuil|feuille|hoja|foglio|blad|planilha|ark|arkusz|лист|sayfa|シート)\s*\d*", re.IGNORECASE
)


def _is_default(title: str) -> bool:
    """Whether a sheet still has the name its program gave it."""
    return _DEFAULT_NAME.fullmatch(title.strip()) is not None


def _hidden(book: Workbook, name: str) -> Iterator[Notice]:
    if titles := [f"'{sheet.title}'" for sheet in book.worksheets if not _is_visible(sheet)]:
        what = "hidden sheets were left out" if len(titles) > 1 else "a hidden sheet was left out"
        yield Notice(name, 1, f"{what}: {', '.join(titles)}")


def _nothing(name: str, uncalculated: bool) -> UnreadableFile:
    if uncalculated:
        what = "its formulas have no results in the file, and there is nothing else"
        return UnreadableFile(name, what, "Open it in Excel, save it and put it in again")
    return UnreadableFile(name, "no visible sheet has a text or a table", "Put in a workbook that has, or remove it")
