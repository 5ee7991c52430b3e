import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ingest.read.workbook import sheet as reading
from ingest.read.workbook.sheet import ShownCell, shown_sheet
from tests.ingest.read.office_files import packed, sheet_of


def shown(sheet: Worksheet) -> list[ShownCell]:
    stored = openpyxl.load_workbook(io.BytesIO(packed(sheet.parent))).worksheets[0]
    return shown_sheet(stored, "report.xlsx").cells


def test_places_count_visible_rows_and_columns_only() -> None:
    sheet = sheet_of([["a", "b", "c"], ["d"], ["e", "f", "g"]])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    places = [(cell.text, cell.row, cell.column, cell.line) for cell in shown(sheet)]
    assert places == [("a", 1, 1, 1), ("c", 1, 2, 1), ("e", 2, 1, 3), ("g", 2, 2, 3)]


def test_a_merged_cell_covers_what_is_visible_of_it() -> None:
    sheet = sheet_of([["a", None, None, "b"]])
    sheet.merge_cells("A1:C2")
    sheet.column_dimensions["A"].hidden = True
    merged, other = shown(sheet)
    assert (merged.columns, merged.rows, merged.column) == (2, 2, 1)
    assert other.column == 3


def test_cells_beyond_the_most_that_are_read_are_left_out_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_CELLS", 3)
    found = shown_sheet(sheet_of([["a", "b"], ["c", "d"]]), "report.xlsx")
    assert [cell.text for cell in found.cells] == ["a", "b", "c"]
    assert "more than 3 cells: those from row 2 on were left out" in found.notices[0].message


def test_columns_beyond_the_most_that_are_read_are_left_out_with_a_word() -> None:
    found = shown_sheet(sheet_of([range(1, 600)]), "report.xlsx")
    assert len(found.cells) == reading.MAX_COLUMNS
    assert "those behind SR were left out" in found.notices[0].message


@pytest.mark.parametrize(
    "text", ["<< back to contents", "Back to Index", "← Return to the contents page", "Go to cover"]
)
def test_a_row_that_leads_elsewhere_in_the_workbook_is_left_out(text: str) -> None:
    assert [cell.text for cell in shown(sheet_of([[text, "Edition 3"], ["Sales", 5]]))] == ["Sales", "5"]


def test_a_row_with_a_figure_is_kept_whatever_it_is_called() -> None:
    assert [cell.text for cell in shown(sheet_of([["Back to top", 7], ["Sales", 5]]))] == [
        "Back to top",
        "7",
        "Sales",
        "5",
    ]
