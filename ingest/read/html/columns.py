"""Joins the columns of a table that belong to one number: a currency sign, the number, a closing bracket or percent."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.read.tabular import MAX_COLUMNS, RawCell, RawRow

_OPENING = re.compile(r"(?:[A-Z]{0,3}\s?[$€£¥₹₩₽]|USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|Rs\.?|[+~<>≈±])?\s?\(?")
_MARKS = r"(?:\s?(?:[*†‡]+|\([a-z]\)|\[\w\]))"
_CLOSING = re.compile(rf"\)?\s?(?:%|‰|pp|pts?\.?|bps|x|[$€£¥₹])?\s?\)?{_MARKS}*")
"""A number in round brackets is none: it may be a negative one."""

_MARKED = re.compile(rf"{_MARKS}+$")
_NUMBER_BEGINS = re.compile(r"[-−–+(]*\s?[$€£¥₹]?\s?\(?\.?\d")
_NUMBER_ENDS = re.compile(r"\d\)?[A-Za-z]?$")
_COLUMN_STEP = 4
"""Indentation of a name that stands in the second of two columns of names."""


@dataclass(slots=True, eq=False)
class _Placed:
    """A cell and the columns it covers, ``start`` to ``end``."""

    cell: RawCell
    start: int
    end: int


def joined(rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows with each number in one cell, and each column of numbers under its header."""
    placed = _placed(rows)
    width = max((cell.end for row in placed for cell in row), default=0)
    for column in range(width - 2, -1, -1):
        if _belong(placed, column):
            for row in placed:
                _join(row, column)
    return [
        replace(row, cells=tuple(replace(one.cell, columns=one.end - one.start) for one in cells))
        for row, cells in zip(rows, placed, strict=True)
    ]


def _placed(rows: Sequence[RawRow]) -> list[list[_Placed]]:
    """Where each cell stands, cells from above taken into account."""
    covered: dict[int, int] = {}  # the first row in which nothing from above stands in a column
    placed: list[list[_Placed]] = []
    for number, row in enumerate(rows):
        cells: list[_Placed] = []
        column = 0
        for cell in row.cells:
            while covered.get(column, 0) > number:
                column += 1
            end = min(column + cell.columns, MAX_COLUMNS)
            if column >= end:
                break
            if cell.rows > 1:
                covered.update((at, number + cell.rows) for at in range(column, end))
            cells.append(_Placed(cell, column, end))
            column = end
        placed.append(cells)
    return placed


def _at(row: Sequence[_Placed], column: int) -> _Placed | None:
    at = bisect_right(row, column, key=_start) - 1
    return row[at] if at >= 0 and column < row[at].end else None


def _start(cell: _Placed) -> int:
    return cell.start


def _belong(rows: Sequence[Sequence[_Placed]], column: int) -> bool:
    """Whether a column and the next are one: one holds signs, or a text stands over both, and never two texts."""
    found = False
    for row in rows:
        left, right = _at(row, column), _at(row, column + 1)
        if left is right:
            found = found or _covers(row, left)
        elif any(one and one.cell.rows > 1 for one in (left, right)):
            return False
        else:
            before, after = left.cell.text if left else "", right.cell.text if right else ""
            sign = _is_sign(before, after)
            if before and after and not sign:
                return False
            found = found or sign
    return found


def _covers(row: Sequence[_Placed], cell: _Placed | None) -> bool:
    """Whether a text stands over two columns, and does not open its row with nothing behind, as a title does."""
    if cell is None or not cell.cell.text:
        return False
    return cell.start > 0 or sum(1 for one in row if one.cell.text) > 1


def _is_sign(before: str, after: str) -> bool:
    """Whether one of two neighbours is but a sign of the other, or stands beside nothing."""
    opens, closes = before and _OPENING.fullmatch(before), after and _CLOSING.fullmatch(after)
    if before and after:
        return bool(opens or (closes and (_NUMBER_ENDS.search(before) or before in "-–—−")))
    return bool(opens or closes)


def _join(row: list[_Placed], column: int) -> None:
    """Make a column and the next one, in a row."""
    left, right = _at(row, column), _at(row, column + 1)
    if left is right:
        pass
    elif left and right and not left.cell.text and left.start < column:
        left.end = column
        right.start = column + 1  # moved with all that stands behind
    elif left and right and not right.cell.text and right.end > column + 2:
        right.start = column + 2
    elif left and right:
        left.cell = _one(left.cell, right.cell, column)
        left.end = right.end
        row.remove(right)
    for one in row:
        one.start -= one.start > column
        one.end -= one.end > column + 1


def _one(left: RawCell, right: RawCell, column: int) -> RawCell:
    if not left.text:
        step = _COLUMN_STEP if column == 0 else 0
        return replace(right, depth=right.depth + step, rows=1, heads=left.heads or right.heads)
    return replace(left, text=_written(left.text, right.text))


def _written(before: str, after: str) -> str:
    """A number with its signs, footnote marks left out; a sign beside a mark that none is available says nothing."""
    if not after:
        return before
    if _OPENING.fullmatch(before):
        space = " " if before[-1].isalpha() or before.endswith(".") else ""
        return f"{before}{space}{after}" if _NUMBER_BEGINS.match(after) else after
    bare = _MARKED.sub("", after).strip()
    space = " " if bare[:1] in "$€£¥₹" and bare else ""
    return f"{before}{space}{bare}" if any(char.isdigit() for char in before) else before
