"""A table on a sheet: merged headers, real numbers with their formats, indents, and totals that are formulas."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from evals.specimen.layout import Layout
from evals.specimen.numerals import rounded
from evals.specimen.table import Printed, Row, SpecimenTable

BOLD, ITALIC = Font(bold=True), Font(italic=True, size=9)
HEADER = PatternFill("solid", fgColor="D9D9D9")
CENTER, INDENTED = Alignment(horizontal="center"), Alignment(indent=1)

SUMMED = 4
"""Every so many tables have formulas for their totals, and unrounded numbers."""


@dataclass(slots=True)
class Sheet:
    """A sheet being filled from the top; ``results`` are what its formulas give, by address."""

    cells: Worksheet
    layout: Layout
    row: int = 1
    results: dict[str, Decimal] = field(default_factory=dict)

    def line(self, text: object, font: Font | None = None) -> None:
        """One cell in the first column, and on to the next row."""
        self._put(1, text, font)
        self.row += 1

    def table(self, table: SpecimenTable) -> None:
        """Caption, unit, header, rows and notes, and an empty row."""
        self.line(table.caption, BOLD)
        if table.unit_line:
            self.line(table.unit_line, ITALIC)
        self._header(table)
        summed = is_summed(table)
        first = self.row
        for number, row in enumerate(table.rows):
            self._row(table, row, number, summed)
        if summed:
            self._sum(table, first)
        for note in table.notes:
            self.line(note, ITALIC)
        self.row += 1

    def _header(self, table: SpecimenTable) -> None:
        start = 2 if table.row_numbers else 1
        names = ["No.", table.stub] if table.row_numbers else [table.stub]
        below = self.row + table.header_rows - 1
        for column, name in enumerate(names, start=1):
            self._head(column, name)
            if below > self.row:
                self.cells.merge_cells(start_row=self.row, end_row=below, start_column=column, end_column=column)
        if below > self.row:
            column = start + 1
            for name, wide in table.header_groups():
                self._head(column, name).alignment = CENTER
                end = column + wide - 1
                self.cells.merge_cells(start_row=self.row, end_row=self.row, start_column=column, end_column=end)
                column += wide
            self.row += 1
        for column, path in enumerate(table.columns, start=start + 1):
            self._head(column, int(path[-1]) if path[-1].isdigit() else path[-1])
        self.row += 1

    def _head(self, column: int, value: object) -> Cell:
        cell = self._put(column, value, BOLD)
        cell.fill = HEADER
        return cell

    def _row(self, table: SpecimenTable, row: Row, number: int, unrounded: bool) -> None:
        start = 2 if table.row_numbers else 1
        font = None if row.role == "leaf" else BOLD
        if table.row_numbers:
            self._put(1, number + 1)
        label = self._put(start, row.label, font)
        if row.depth:
            label.alignment = INDENTED
        for column, printed in enumerate(row.cells, start=start + 1):
            self._number(column, printed, font, unrounded)
        self.row += 1

    def _number(self, column: int, printed: Printed, font: Font | None, unrounded: bool) -> None:
        if printed.value is None or printed.exact is None or printed.meaning is None:
            self._put(column, printed.text, font)
            return
        value = printed.exact if unrounded else printed.value
        signed = printed.meaning.kind == "percent" and self.layout.percent_sign
        cell = self._put(column, float(value / 100 if signed else value), font)
        cell.number_format = number_format(printed, self.layout)

    def _sum(self, table: SpecimenTable, first: int) -> None:
        """Formulas in place of the numbers of the total row, the last one."""
        start = 2 if table.row_numbers else 1
        last = first + len(table.rows) - 1
        for column, printed in enumerate(table.rows[-1].cells):
            if printed.exact is not None and printed.meaning is not None and printed.meaning.kind != "percent":
                letter = get_column_letter(start + 1 + column)
                ranges = ",".join(f"{letter}{first + a}:{letter}{first + b}" for a, b in runs_of_leaves(table))
                self.cells[f"{letter}{last}"].value = f"=SUM({ranges})"
                self.results[f"{letter}{last}"] = printed.exact

    def _put(self, column: int, value: object, font: Font | None = None) -> Cell:
        cell = self.cells.cell(self.row, column, value)
        if font is not None:
            cell.font = font
        return cell


def is_summed(table: SpecimenTable) -> bool:
    """Whether its totals are formulas: now and then, and only where the leaves do add up to what is printed."""
    if table.number % SUMMED or table.kind not in ("history", "forecast", "volume") or table.rows[-1].role != "total":
        return False
    leaves = [row for row in table.rows if row.role == "leaf"]
    for column, total in enumerate(table.rows[-1].cells):
        parts = [row.cells[column].exact for row in leaves]
        exact = [part for part in parts if part is not None]
        if total.value is None or total.meaning is None or len(exact) < len(parts):
            return False
        digits = -int(total.value.as_tuple().exponent)
        if total.meaning.kind != "percent" and rounded(sum(exact, Decimal()), digits) != total.value:
            return False
    return True


def runs_of_leaves(table: SpecimenTable) -> Iterator[tuple[int, int]]:
    """First and last row numbers of leaves that follow each other."""
    for is_leaf, run in groupby(enumerate(table.rows), key=lambda pair: pair[1].role == "leaf"):
        numbers = [number for number, _ in run]
        if is_leaf:
            yield numbers[0], numbers[-1]


def number_format(printed: Printed, layout: Layout) -> str:
    """The format that shows a number as it is printed elsewhere, in the reader's own separators."""
    if printed.value is None or printed.meaning is None:
        return "General"
    digits = -int(printed.value.as_tuple().exponent)
    percent = printed.meaning.kind == "percent"
    shown = ("0" if percent else "#,##0") + ("." + "0" * digits if digits else "")
    if percent and layout.percent_sign:
        shown += "%"
    if layout.dollar_format and printed.meaning.currency == "USD":
        shown = f'"$"{shown}'
    if layout.minus == "brackets":
        return f"{shown};({shown})"
    return f'{shown};"{layout.minus}"{shown}' if layout.minus != "-" else shown
