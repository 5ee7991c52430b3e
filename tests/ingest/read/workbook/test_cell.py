import pytest
from openpyxl.styles import Alignment

from ingest.read.workbook.cell import cell_depth, cell_text
from tests.ingest.read.office_files import sheet_of


@pytest.mark.parametrize(
    ("value", "shown"), [(True, "TRUE"), ("Tea_x000D_", "Tea\r"), (float("inf"), ""), ("#N/A", ""), (7.0, "7")]
)
def test_each_kind_of_value_is_shown(value: object, shown: str) -> None:
    cell = sheet_of([[1]])["A1"]
    cell.value = value
    assert cell_text(cell) == shown


@pytest.mark.parametrize(
    ("value", "alignment", "depth"),
    [
        ("Tea", Alignment(indent=2), 6),
        ("  Tea", Alignment(), 2),
        ("Tea", Alignment(indent=2, horizontal="right"), 0),
        (5, Alignment(indent=2), 0),
    ],
)
def test_only_a_text_at_the_left_is_indented(value: object, alignment: Alignment, depth: int) -> None:
    cell = sheet_of([[value]])["A1"]
    cell.alignment = alignment
    assert cell_depth(cell, str(value)) == depth
