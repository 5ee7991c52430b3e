"""A table as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
import re

from bot.room import WholeTable

_FORMULA = re.compile(r"\s*[=@\t\r]|\s*[+-](?!\s*[\d.,(])")
"""How a cell begins that a spreadsheet would calculate; a signed number is only a number."""


def csv_of(table: WholeTable) -> bytes:
    """Header and rows in UTF-8, with the mark by which spreadsheets know it."""
    text = io.StringIO()
    csv.writer(text).writerows([_plain(cell) for cell in row] for row in (table.header, *table.rows))
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    """The cell, behind an apostrophe where it would be a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
