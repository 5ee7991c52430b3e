"""Reads a sheet's visible cells as they are shown, with what merged cells cover."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from ingest.domain import Notice
from ingest.read.figures import is_figure
from ingest.read.workbook.cell import cell_depth, cell_text

MAX_CELLS = 500_000
"""Filled cells of a sheet that are read: more than any report has, and a minute of work."""

MAX_COLUMNS = 512
"""Columns of a sheet that are read, as many as a table may have."""

_LAST_COLUMN = 16_384
"""The last column a sheet can have."""

_NAMED = 12
"""Hidden rows and columns that a notice names; of more it says how many."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A visible cell with a text. ``row`` and ``column`` count visible ones only; ``line`` is the sheet's row number.

    ``rows`` and ``columns`` are those it covers; ``depth`` is how far it is indented; ``heads``: it stands in the
    header of a table that the workbook itself knows.
    """

    text: str
    row: int
    column: int
    line: int
    rows: int = 1
    columns: int = 1
    depth: int = 0
    bold: bool = False
    heads: bool = False

    @property
    def end(self) -> int:
        """The first column behind it."""
        return self.column + self.columns


@dataclass(slots=True)
class ShownSheet:
    """A sheet's cells in reading order and what could not be read."""

    cells: list[ShownCell] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def shown_sheet(sheet: Worksheet, file: str) -> ShownSheet:
    """What a reader of the sheet sees."""
    filled = _filled(sheet)
    view = _View.of(sheet)
    shown = ShownSheet(notices=[*_left_out(sheet, view, filled, file), *_errors(sheet, filled, file)])
    columns = {cell.column for cell in filled}
    last_column = sorted(columns)[MAX_COLUMNS - 1] if len(columns) > MAX_COLUMNS else _LAST_COLUMN
    if last_column < _LAST_COLUMN:
        message = f"has more than {MAX_COLUMNS} columns: those behind {get_column_letter(last_column)} were left out"
        shown.notices.append(Notice(file, 1, f"sheet '{sheet.title}' {message}"))
    if len(filled) > MAX_CELLS:
        row = filled[MAX_CELLS].row
        message = f"has more than {MAX_CELLS:,} cells: those from row {row} on were left out"
        shown.notices.append(Notice(file, row, f"sheet '{sheet.title}' {message}"))
    seen = (view.shown(cell) for cell in filled[:MAX_CELLS] if cell.column <= last_column)
    shown.cells.extend(_without_navigation([cell for cell in seen if cell]))
    return shown


def _without_navigation(cells: Sequence[ShownCell]) -> list[ShownCell]:
    """The cells without the rows that only lead elsewhere in the workbook: "<< back to contents"."""
    leading = {cell.row for cell in cells if _LEADS.fullmatch(cell.text)}
    figures = {cell.row for cell in cells if cell.row in leading and is_figure(cell.text)}
    return [cell for cell in cells if cell.row not in leading - figures]


_LEADS = re.compile(
    r"\W*(?:(?:click (?:here )?to )?(?:go |return )?back(?: to)?(?: the)?|return to(?: the)?|go to(?: the)?)"
    r" (?:table of )?(?:contents?|index|menu|home|top|cover|start|toc|overview|summary|list of tables)"
    r"(?: page| sheet)?\W*",
    re.IGNORECASE,
)
"""What a cell says that only leads to another sheet: "Back to contents"."""


def _filled(sheet: Worksheet) -> Sequence[Cell]:
    """The cells that hold something, row by row."""
    # openpyxl's own walks visit all of a sheet's extent: one stray cell at XFD1048576 makes that 17 billion cells
    cells = sheet._cells
    filled = [cell for cell in cells.values() if isinstance(cell, Cell) and cell.value is not None]
    return sorted(filled, key=lambda cell: (cell.row, cell.column))


@dataclass(frozen=True, slots=True)
class _View:
    """Which rows and columns of a sheet are not seen, what its merged cells cover, and the headers of its tables."""

    hidden_rows: Sequence[int]
    hidden_columns: Sequence[int]
    merged: Mapping[tuple[int, int], tuple[int, int]]
    headers: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, sheet: Worksheet) -> "_View":
        hidden = [column for column in sheet.column_dimensions.values() if column.hidden]
        spans = (range(column.min or 1, min(column.max or 1, _LAST_COLUMN) + 1) for column in hidden)
        return cls(
            hidden_rows=sorted(number for number, row in sheet.row_dimensions.items() if row.hidden),
            hidden_columns=sorted({number for span in spans for number in span}),
            merged={(area.min_row, area.min_col): (area.max_row, area.max_col) for area in sheet.merged_cells.ranges},
            headers=frozenset(_header_places(sheet)),
        )

    def shown(self, cell: Cell) -> ShownCell | None:
        """The cell as it is seen; None where it is hidden or shows nothing.

        A merged cell is seen where any of its rows and columns are.
        """
        last_row, last_column = self.merged.get((cell.row, cell.column), (cell.row, cell.column))
        rows = _seen(self.hidden_rows, cell.row, last_row)
        columns = _seen(self.hidden_columns, cell.column, last_column)
        text = cell_text(cell) if rows and columns else ""
        if not text.strip():
            return None
        return ShownCell(
            text=text.strip(),
            row=cell.row - bisect_left(self.hidden_rows, cell.row),
            column=cell.column - bisect_left(self.hidden_columns, cell.column),
            line=cell.row,
            rows=rows,
            columns=columns,
            depth=cell_depth(cell, text),
            bold=bool(cell.font.bold),
            heads=(cell.row, cell.column) in self.headers,
        )


def _seen(hidden: Sequence[int], first: int, last: int) -> int:
    """How many of the rows or columns from first to last are not hidden."""
    return last - first + 1 - (bisect_right(hidden, last) - bisect_left(hidden, first))


def _header_places(sheet: Worksheet) -> Iterator[tuple[int, int]]:
    for table in sheet.tables.values():
        area = CellRange(table.ref)
        if table.headerRowCount != 0:
            yield from ((area.min_row, column) for column in range(area.min_col, area.max_col + 1))


def _left_out(sheet: Worksheet, view: _View, filled: Sequence[Cell], file: str) -> Iterator[Notice]:
    """A word on hidden rows and columns that hold something."""
    rows = sorted({cell.row for cell in filled} & set(view.hidden_rows))
    columns = sorted({cell.column for cell in filled} & set(view.hidden_columns))
    if rows:
        names = _named("row", [str(row) for row in rows])
        yield Notice(file, rows[0], f"sheet '{sheet.title}': hidden {names} left out")
    if columns:
        names = _named("column", [get_column_letter(column) for column in columns])
        yield Notice(file, 1, f"sheet '{sheet.title}': hidden {names} left out")


def _errors(sheet: Worksheet, filled: Sequence[Cell], file: str) -> Iterator[Notice]:
    """A word on cells that show an error."""
    found = [cell for cell in filled if cell.data_type == "e"]
    if found:
        names = _named("cell", [f"{cell.coordinate} ({cell.value})" for cell in found])
        yield Notice(file, found[0].row, f"sheet '{sheet.title}': {names} left empty because of an error in it")


def _named(noun: str, names: Sequence[str]) -> str:
    """Says "rows 3, 4 were" or "row 3 was": what a notice speaks of, with its verb."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    listed = ", ".join(names[:_NAMED]) + more
    return f"{noun}s {listed} were" if len(names) > 1 else f"{noun} {listed} was"
