import io
import zipfile

from ingest.read.workbook.parts import sheet_facts
from tests.ingest.read.office_files import changed, packed, sheet_of


def test_formulas_without_results_are_counted_by_sheet() -> None:
    sheet = sheet_of([["=1+1", "=2+2", 5]], title="Sums")
    sheet.parent.create_sheet("Plain")["A1"] = 1
    facts = sheet_facts(zipfile.ZipFile(io.BytesIO(packed(sheet.parent))))
    assert {name: sheet.uncalculated for name, sheet in facts.items()} == {"Sums": 2, "Plain": 0}


def test_a_formula_whose_result_is_an_empty_text_has_one() -> None:
    data = packed(sheet_of([["=A2"]]).parent)
    data = changed(data, {"xl/worksheets/sheet1.xml": lambda xml: xml.replace(b'<c r="A1"', b'<c r="A1" t="str"')})
    assert sheet_facts(zipfile.ZipFile(io.BytesIO(data)))["Sheet1"].uncalculated == 0


def test_what_merged_cells_cover_is_counted() -> None:
    sheet = sheet_of([["a"]])
    sheet.merge_cells("A1:D2")
    sheet.merge_cells("A5:B5")
    assert sheet_facts(zipfile.ZipFile(io.BytesIO(packed(sheet.parent))))["Sheet1"].covered == 10
