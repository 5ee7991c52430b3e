"""Finds tables without figures, such as lists of companies with their seats: texts that begin below each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from ingest.read.captions import is_note, is_numbered
from ingest.read.pdf.cells import Laid
from ingest.read.pdf.lines import Line
from ingest.read.pdf.rows import around
from ingest.read.tabular import RawCell, RawRow

FEWEST = 3
"""Rows of such a table, its header among them."""

_BELOW = 3.0
"""Points by which texts of one column may begin aside."""

_STEP = 3.4
"""Sizes of the font that rows are apart at most."""

_WORDS = 7
"""Words of a cell, on the whole, at most: longer ones are columns of prose."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """Lines ``first`` up to before ``end`` of a page, and where their columns begin."""

    first: int
    end: int
    lefts: tuple[float, ...]


def text_tables(lines: Sequence[Line]) -> Iterator[TextTable]:
    """The tables of texts among lines that belong to no other table, from top to bottom."""
    at = 0
    while at < len(lines):
        lefts = _lefts(lines[at])
        end = _end(lines, at, lefts)
        rows = [line for line in lines[at:end] if len(line.pieces) > 1]
        if len(lefts) > 1 and len(rows) >= FEWEST and _is_table(rows, lefts):
            yield TextTable(at, end, lefts)
            at = end
        else:
            at += 1


def text_laid(lines: Sequence[Line], table: TextTable, page: int) -> Laid:
    """The cells of such a table; its first row heads it where that is printed bold, or is not a pair of two."""
    own = lines[table.first : table.end]
    rows: list[list[str]] = []
    for line in own:
        cells = [""] * len(table.lefts)
        for piece in line.pieces:
            cells[_column(piece.box.left, table.lefts)] += f" {piece.text}"
        texts = [cell.strip() for cell in cells]
        if rows and not texts[0]:
            rows[-1] = [f"{above} {text}".strip() for above, text in zip(rows[-1], texts, strict=True)]
        else:
            rows.append(texts)
    heads = (own[0].row.bold and not own[1].row.bold) or len(table.lefts) > 2
    raw = [
        RawRow(tuple(RawCell(text, heads=heads and number == 0) for text in texts), page=page)
        for number, texts in enumerate(rows)
    ]
    edges = [*table.lefts[1:], max(line.row.box.right for line in own)]
    whole = around([line.row.box for line in own])
    columns = [
        type(whole)(left, whole.top, right - 1, whole.bottom) for left, right in zip(table.lefts, edges, strict=True)
    ]
    return Laid(tuple(raw), tuple(columns))


def _lefts(line: Line) -> tuple[float, ...]:
    return tuple(piece.box.left for piece in line.pieces)


def _column(left: float, lefts: Sequence[float]) -> int:
    return max((at for at, edge in enumerate(lefts) if left >= edge - _BELOW), default=0)


def _end(lines: Sequence[Line], start: int, lefts: Sequence[float]) -> int:
    """One behind the last line whose texts begin where those of the first do."""
    end = start + 1
    while end < len(lines):
        line, above = lines[end], lines[end - 1]
        aligned = all(any(abs(piece.box.left - left) <= _BELOW for left in lefts) for piece in line.pieces)
        near = line.row.base - above.row.base <= _STEP * line.row.size
        if not aligned or not near or is_note(line.row.text) or is_numbered(line.row.text):
            break
        if line.is_alone and abs(line.row.box.left - lefts[0]) <= _BELOW:
            break
        end += 1
    return end


def _is_table(rows: Sequence[Line], lefts: Sequence[float]) -> bool:
    """Whether texts are short and stand clear of the next column, in most rows in all columns."""
    words = mean(len(piece.text.split()) for row in rows for piece in row.pieces)
    full = sum(len(row.pieces) == len(lefts) for row in rows)
    clear = all(right.box.left - left.box.right > row.row.size for row in rows for left, right in pairwise(row.pieces))
    lettered = sum(any(map(str.isalpha, piece.text)) for row in rows for piece in row.pieces)
    pieces = sum(len(row.pieces) for row in rows)
    return words <= _WORDS and clear and full * 3 >= 2 * len(rows) and lettered * 2 > pieces
