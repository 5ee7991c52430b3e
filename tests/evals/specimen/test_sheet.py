from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import Workbook

from evals.specimen.alter import with_value
from evals.specimen.edition import Edition
from evals.specimen.layout import LAYOUTS
from evals.specimen.sheet import Sheet, is_summed, number_format, runs_of_leaves
from evals.specimen.table import Meaning, Printed, SpecimenTable


def money(value: str, currency: str = "USD") -> Printed:
    return Printed("", Decimal(value), Decimal(value), Meaning("size", "money", 10**6, "2025", None, (), currency))


def percent(value: str) -> Printed:
    return Printed("", Decimal(value), Decimal(value), Meaning("growth", "percent", 1, "2025", None, ()))


@pytest.mark.parametrize(
    ("layout", "printed", "format_code"),
    [
        (0, money("1234.5"), "#,##0.0;(#,##0.0)"),
        (0, percent("3.1"), "0.0;(0.0)"),
        (1, money("1234"), "#,##0"),
        (2, percent("3.1"), '0.0%;"−"0.0%'),
        (3, money("1.234"), '"$"#,##0.000'),
        (3, money("1.234", "EUR"), "#,##0.000"),
    ],
)
def test_the_format_shows_what_is_printed(layout: int, printed: Printed, format_code: str) -> None:
    assert number_format(printed, LAYOUTS[layout]) == format_code


@pytest.fixture
def summed(edition: Edition) -> SpecimenTable:
    return replace(next(table for table in edition.tables if table.kind == "history"), number=4)


def test_totals_are_formulas_over_the_leaves_with_their_results(edition: Edition, summed: SpecimenTable) -> None:
    assert is_summed(summed)
    sheet = Sheet(Workbook().active, edition.layout)
    sheet.table(summed)
    address, result = next(iter(sheet.results.items()))
    assert sheet.cells[address].value == "=SUM(B3:B7)"
    assert abs(sum(sheet.cells.cell(row, 2).value for row in range(3, 8)) - float(result)) < 0.001


def test_totals_that_do_not_add_up_are_no_formulas(edition: Edition, summed: SpecimenTable) -> None:
    assert not is_summed(with_value(summed, 0, 0, Decimal("99999.9"), edition.layout))


def test_leaves_between_subtotals_are_runs(edition: Edition) -> None:
    table = next(one for one in edition.tables if one.rows[0].role == "subtotal")
    first, last = next(runs_of_leaves(table))
    assert (first, table.rows[last + 1].role) == (1, "subtotal")


def test_children_are_indented_and_headers_merged(edition: Edition) -> None:
    table = next(one for one in edition.tables if one.kind == "two measures" and one.rows[1].depth)
    sheet = Sheet(Workbook().active, edition.layout)
    sheet.table(table)
    top = 3 if table.unit_line else 2
    assert f"B{top}:E{top}" in {str(merged) for merged in sheet.cells.merged_cells.ranges}
    labels = {row[0].value: row[0].alignment.indent for row in sheet.cells.iter_rows()}
    assert labels[table.rows[1].label] == 1
