"""Makes a sheet's areas into blocks: tables with their captions, texts, lists."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.read.blocks import Block, Bullets, Paragraph
from ingest.read.captions import captions_table, is_numbered, is_unit_line, states_unit, unit_in
from ingest.read.header_rows import bold_rows
from ingest.read.tabular import RawCell, RawRow, grid_of
from ingest.read.workbook.areas import Area, areas, is_data, rows_of
from ingest.read.workbook.sheet import ShownCell

_BULLET = re.compile(r"[•·▪‣◦●○■–—-]\s+(?=\S)")
_CORNER_WORDS = 4
"""Words of a text over the names of a table's rows that may be their header; more are its caption."""

Row = Sequence[ShownCell]


def sheet_blocks(cells: Area) -> Iterator[Block]:
    """The blocks of a sheet in reading order; their lines are the sheet's row numbers."""
    texts: list[Row] = []
    shared: ShownCell | None = None
    first = True
    for area in areas(cells):
        rows = rows_of(area)
        if not any(map(is_data, rows)) and (said := _unit_of_sheet(rows)):
            texts += [[cell] for row in rows for cell in row if cell is not said]
            shared, first = said, True
            continue
        wide = next((at for at, row in enumerate(rows) if len(row) > 1), len(rows))
        above = wide - (1 if _heads_names(rows, wide) else 0)
        texts += rows[:above]
        if above < len(rows):
            yield from _texts(texts, is_before_table=True)
            if shared and _takes_unit(rows[above:], texts, first):
                yield _paragraph(shared, strong=False)
            yield from _table(rows[above:])
            first = False
            texts = []
    yield from _texts(texts)


_OPERATING = re.compile(
    r"\b(?:operating|operational|non-financial|performance)\s+(?:data|figures?|indicators?|statistics|metrics)\b"
    r"|\bKPIs?\b|\bemployees\b|\bheadcount\b|\bmargins?\b|\bratios?\b|\brates?\b|\bARPU\b|\bchurn\b",
    re.IGNORECASE,
)


def _unit_of_sheet(rows: Sequence[Row]) -> ShownCell | None:
    """The cell of texts apart from any table that says what the sheet's figures are in, or opens so: "EUR million;
    capex without leases"."""
    texts = [cell for row in rows if len(row) < _FEW for cell in row]
    opening = (replace(cell, text=cell.text.partition(";")[0]) for cell in texts)
    return next((cell for cell in (*texts, *opening) if is_unit_line(cell.text)), None)


_FEW = 4
"""Cells of a row of texts that stand beside each other, such as the unit and "unaudited"; more head a table."""


def _takes_unit(rows: Sequence[Row], texts: Sequence[Row], first: bool) -> bool:
    """Whether the sheet's unit is said of a table: it has none above it, and its name is not that of counts.

    Below the first table none of the columns may have a unit of its own either.
    """
    head = next((at for at, row in enumerate(rows) if is_data(row)), len(rows))
    named = [row[0].text for row in (*texts, *rows[:1])]
    heads = [] if first else [cell.text for row in rows[:head] for cell in row]
    own = any(is_unit_line(text) or unit_in(text) for text in (*named, *heads))
    return not own and not any(_OPERATING.search(text) for text in named)


def _heads_names(rows: Sequence[Row], wide: int) -> bool:
    """Whether the text alone above a table's first full row belongs to its header.

    It stands over a column of figures, or over names that have no header else.
    """
    if not 0 < wide < len(rows):
        return False
    lone, first = rows[wide - 1][0], min(cell.column for row in rows[wide:] for cell in row)
    if lone.column > first:
        return True
    is_corner = lone.columns == 1 and rows[wide][0].column > first and not is_data(rows[wide])
    return is_corner and len(lone.text.split()) <= _CORNER_WORDS and not _captions(lone.text)


def _captions(text: str) -> bool:
    return captions_table(text) or unit_in(text) is not None or is_unit_line(text) or states_unit(text)


def _texts(rows: Sequence[Row], is_before_table: bool = False) -> Iterator[Block]:
    """Paragraphs and bullet lists out of rows of one cell each; those just before a table are its caption and unit."""
    caption = _caption(rows) if is_before_table else len(rows)
    for is_list, run in groupby(enumerate(rows), key=lambda numbered: bool(_BULLET.match(numbered[1][0].text))):
        lines = list(run)
        if is_list:
            items = tuple(_item(row[0], lines[0][1][0].depth) for _, row in lines)
            yield Bullets(items, lines[0][1][0].line)
        else:
            yield from (_paragraph(row[0], strong=row[0].bold and at < caption) for at, row in lines)


def _caption(rows: Sequence[Row]) -> int:
    """Where the caption of a table stands among the rows above it: numbered, or above the lines that name its unit."""
    texts = [row[0].text for row in rows]
    numbered = [at for at, text in enumerate(texts) if is_numbered(text)]
    others = [at for at, text in enumerate(texts) if not (is_unit_line(text) or states_unit(text))]
    return max(numbered or others, default=0)


def _paragraph(cell: ShownCell, strong: bool) -> Paragraph:
    lines = (" ".join(line.split()) for line in cell.text.splitlines())
    return Paragraph("\n".join(line for line in lines if line), cell.line, strong)


def _item(cell: ShownCell, outermost: int) -> tuple[int, str]:
    return int(cell.depth > outermost), _BULLET.sub("", _one_line(cell), count=1)


def _table(rows: Sequence[Row]) -> Iterator[Block]:
    if not rows:
        return
    if _is_labelled(rows):
        lines = (f"{_one_line(row[0]).removesuffix(':')}: {_one_line(row[1])}" for row in rows)
        yield Paragraph("\n".join(lines), rows[0][0].line)
        return
    grid = grid_of(raw_rows(rows)) if len(rows) > 1 or is_data(rows[0]) else None
    if grid is not None:
        yield grid
        return
    for row in rows:
        yield Paragraph(" ".join(map(_one_line, row)), row[0].line)


def _one_line(cell: ShownCell) -> str:
    return " ".join(cell.text.split())


_IMPRINT = frozenset(
    "author authors contact copyright currency date edition email e-mail isbn phone published publisher telephone title"
    " version web website".split()
)


def _is_labelled(rows: Sequence[Row]) -> bool:
    """Whether the rows are labels and what they say, as in an imprint: "Published: | March 2025"."""
    if any(len(row) != 2 for row in rows):
        return False
    labels = [_one_line(row[0]) for row in rows]
    known = sum(label.removesuffix(":").casefold() in _IMPRINT for label in labels)
    return all(label.endswith(":") for label in labels) or known * 2 > len(labels)


def raw_rows(rows: Sequence[Row]) -> list[RawRow]:
    """The rows of a table; columns in which no cell begins are left out."""
    columns = sorted({cell.column for row in rows for cell in row})
    numbers = [row[0].row for row in rows]
    bold = bold_rows([all(cell.bold for cell in row) and not is_data(row) for row in rows])
    covered: set[tuple[int, int]] = set()
    raw: list[RawRow] = []
    for at, row in enumerate(rows):
        begun: dict[int, RawCell] = {}
        for cell in row:
            column = bisect_left(columns, cell.column)
            below = bisect_left(numbers, cell.row + cell.rows) - at
            begun[column] = _raw(cell, below, bisect_left(columns, cell.end) - column, at < bold)
        raw.append(RawRow(tuple(_in_places(begun, at, covered)), row[0].line))
    return raw


def _in_places(begun: Mapping[int, RawCell], row: int, covered: set[tuple[int, int]]) -> Iterator[RawCell]:
    """The cells of a row with empty ones where none begins and none covers the place; marks what they cover."""
    for column in range(max(begun) + 1):
        cell = begun.get(column, RawCell(""))
        if column in begun or (row, column) not in covered:
            yield cell
        covered.update(
            (row + down, column + right)
            for down in range(cell.rows)
            for right in range(cell.columns)
            if column in begun
        )


def _raw(cell: ShownCell, rows: int, columns: int, bold: bool) -> RawCell:
    return RawCell(_one_line(cell), rows, columns, cell.depth, cell.heads or bold)
