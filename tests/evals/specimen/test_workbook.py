from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from evals.specimen.edition import MARK, Edition
from evals.specimen.numerals import rounded
from evals.specimen.table import SpecimenTable
from evals.specimen.workbook import write_xlsx


def opened(edition: Edition, folder: Path, results: bool = True) -> Workbook:
    write_xlsx(edition, folder / "a.xlsx")
    return load_workbook(folder / "a.xlsx", data_only=results)


def numbers_below(book: Workbook, table: SpecimenTable) -> list[list[object]]:
    """The rows of a table as its sheet has them."""
    for sheet in book.worksheets[2:]:
        for row in range(1, sheet.max_row + 1):
            if sheet.cell(row, 1).value == table.caption:
                start = row + 1 + bool(table.unit_line) + table.header_rows
                column = 3 if table.row_numbers else 2
                return [
                    [sheet.cell(start + number, column + one).value for one in range(len(line.cells))]
                    for number, line in enumerate(table.rows)
                ]
    raise AssertionError(f"{table.caption} is on no sheet")


@pytest.mark.parametrize("layout", range(4))
def test_every_number_rounds_to_the_one_printed(editions: tuple[Edition, ...], tmp_path: Path, layout: int) -> None:
    edition = editions[layout]
    book = opened(edition, tmp_path)
    for table in edition.tables:
        for row, shown in zip(table.rows, numbers_below(book, table), strict=True):
            for cell, value in zip(row.cells, shown, strict=True):
                if cell.value is None or cell.meaning is None:
                    assert value == cell.text
                    continue
                signed = cell.meaning.kind == "percent" and edition.layout.percent_sign
                exact = Decimal(str(value)) * (100 if signed else 1)
                assert rounded(exact, -int(cell.value.as_tuple().exponent)) == cell.value


def test_formulas_have_results(edition: Edition, tmp_path: Path) -> None:
    formulas, results = opened(edition, tmp_path, results=False), opened(edition, tmp_path)
    found = [
        results[sheet.title][cell.coordinate].value
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    ]
    assert found
    assert None not in found


def test_small_editions_may_give_each_table_a_sheet(editions: tuple[Edition, ...], tmp_path: Path) -> None:
    assert "Table 7" in opened(editions[2], tmp_path).sheetnames
    assert "3 World market" in opened(editions[0], tmp_path).sheetnames


def test_one_sheet_is_hidden_and_each_other_says_that_it_is_a_specimen(edition: Edition, tmp_path: Path) -> None:
    book = opened(edition, tmp_path)
    shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert [sheet.title for sheet in book if sheet not in shown] == ["Scratch"]
    assert all(MARK in (sheet["A1"].value, sheet["A2"].value) for sheet in shown)


def test_the_day_of_publication_is_a_date(edition: Edition, tmp_path: Path) -> None:
    assert opened(edition, tmp_path)["Contents"]["B3"].value == datetime(2025, 11, 14)


def test_text_stands_on_a_sheet_of_its_own(edition: Edition, tmp_path: Path) -> None:
    lines = {row[0].value for row in opened(edition, tmp_path)["Report text"].iter_rows(max_col=1)}
    assert "Is this a real report?" in lines
