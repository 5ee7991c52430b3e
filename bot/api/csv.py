"""Tables as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from bot.room import WholeTable

_FORMULA = re.compile(r"""\s*[=@＝＠\t\r]|\s*[+＋－-](?!\s*\(?[\d.,][^=+*/^|!&<>"'@(-]*$)""")
"""A cell that a spreadsheet would calculate; a signed number is only a number, as long as nothing is done with it."""

_LIVELY = re.compile(r"\s*[=＝@＠+＋\-－|\t\r]")
"""How a text begins that a spreadsheet may calculate; of people's words no sign is left to it."""

_CHUNK = 64 * 1024
"""Characters that are given at a time."""


def csv_of(table: WholeTable) -> bytes:
    """Header and rows in UTF-8, with the mark by which spreadsheets know it."""
    return _written([_plain(cell) for cell in row] for row in (table.header, *table.rows))


def csv_of_words(rows: Iterable[Sequence[str]]) -> bytes:
    """The same of rows that hold what people wrote."""
    return _written([f"'{cell}" if _LIVELY.match(cell) else cell for cell in row] for row in rows)


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """The same of rows that are too many to hold at once, some at a time."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    yield b"\xef\xbb\xbf"
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
        if text.tell() > _CHUNK:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _plain(cell: str) -> str:
    """The cell, behind an apostrophe where it would be a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
