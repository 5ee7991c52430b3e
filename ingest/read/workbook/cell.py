"""Reads one cell of a sheet as it is shown: its text by its number format, its indent."""

import math
from datetime import date, datetime, time, timedelta

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.escape import unescape

from ingest.read.superscript import raised
from ingest.read.workbook.date_formats import show_time
from ingest.read.workbook.number_formats import show_number, show_text

_SPACES_PER_INDENT = 3
"""A step of indent is about as wide as three spaces."""


def cell_text(cell: Cell) -> str:
    """What a cell shows, with the spaces before it; nothing for an error."""
    code = cell.number_format or "General"
    match cell.value:
        case _ if cell.data_type == "e":
            return ""
        case bool() as value:
            return str(value).upper()
        case int() | float() as value:
            return show_number(value, code) if math.isfinite(value) else ""
        case datetime() | date() | time() | timedelta() as value:
            return show_time(value, code)
        case CellRichText() as value:
            return show_text(unescape("".join(map(_piece, value))), code)
        case str() as value:
            return show_text(unescape(value), code)
        case _:
            return ""


def cell_depth(cell: Cell, text: str) -> int:
    """Steps of indent and spaces before a text at the left of its cell; before a number they say nothing."""
    alignment = cell.alignment
    if not isinstance(cell.value, str | CellRichText) or alignment.horizontal not in (None, "general", "left"):
        return 0
    return int(alignment.indent or 0) * _SPACES_PER_INDENT + len(text) - len(text.lstrip())


def _piece(part: str | TextBlock) -> str:
    if isinstance(part, str):
        return part
    return raised(part.text) if part.font.vertAlign == "superscript" else part.text
