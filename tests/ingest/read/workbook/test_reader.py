import contextlib
import io
import warnings
from datetime import date

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.worksheet import Worksheet

from ingest.domain import Table
from ingest.errors import UnreadableFile
from ingest.read.document import Document
from ingest.read.workbook.reader import read_workbook
from tests.ingest.read.office_files import changed, packed, sheet_of

SALES = [["Region", "2024", "2025"], ["Europe", 1.5, 2.5], ["Asia", 3, 4]]
BOLD = Font(bold=True)


def read(sheet: Worksheet) -> Document:
    return read_workbook(packed(sheet.parent), "report.xlsx")


def only(sheet: Worksheet) -> Table:
    (table,) = read(sheet).tables
    return table


def texts(document: Document) -> str:
    return "\n\n".join(section.text for section in document.sections)


def test_a_sheet_is_read_as_a_table_with_the_rows_numbers() -> None:
    table = only(sheet_of([["Table 1: Sales (USD million)"], *SALES]))
    assert (table.title, table.unit, table.line) == ("Table 1: Sales (USD million)", "USD million", 2)
    assert table.header == ("Region", "2024", "2025")
    assert table.rows == (("Europe", "1.5", "2.5"), ("Asia", "3", "4"))


def test_a_percent_cell_is_read_as_it_is_shown() -> None:
    sheet = sheet_of([["Region", "Share"], ["Europe", 0.125], ["Asia", 0.3333]])
    for cell in sheet["B"]:
        cell.number_format = "0.0%"
    assert [row[1] for row in only(sheet).rows] == ["12.5%", "33.3%"]


def test_dates_years_and_noise_are_read_as_they_are_shown() -> None:
    sheet = sheet_of([["Region", "Day", "Year", "Value"], ["Europe", date(2025, 3, 31), 2025, 0.1 + 0.2]])
    assert only(sheet).rows == (("Europe", "2025-03-31", "2025", "0.3"),)


def test_a_year_as_a_number_heads_its_column() -> None:
    assert only(sheet_of([["Region", 2024, 2025], ["Europe", 1, 2]])).header == ("Region", "2024", "2025")


def test_each_sheet_is_a_heading_with_its_name() -> None:
    sheet = sheet_of(SALES, title="Sales")
    other = sheet.parent.create_sheet("Players")
    other.append(["Acme leads the market."])
    document = read(sheet)
    assert document.tables[0].heading == ("Sales",)
    assert [(section.heading, section.text) for section in document.sections] == [
        (("Players",), "Acme leads the market.")
    ]


def test_a_lone_sheet_of_a_default_name_is_no_heading() -> None:
    assert only(sheet_of(SALES)).heading == ()
    assert only(sheet_of(SALES, title="Tabelle1")).heading == ()
    assert only(sheet_of(SALES, title="Sales")).heading == ("Sales",)


def test_the_title_somebody_gave_the_workbook_is_the_reports() -> None:
    sheet = sheet_of(SALES)
    assert read(sheet).metadata.title is None
    sheet.parent.properties.title = "Tea Market 2025"
    assert read(sheet).metadata.title == "Tea Market 2025"


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_left_out_with_a_word(state: str) -> None:
    sheet = sheet_of(SALES)
    scratch = sheet.parent.create_sheet("Scratch")
    scratch["A1"], scratch.sheet_state = "secret", state
    document = read(sheet)
    assert "secret" not in texts(document)
    assert [notice.message for notice in document.notices] == ["a hidden sheet was left out: 'Scratch'"]


def test_hidden_rows_and_columns_are_left_out_with_a_word() -> None:
    sheet = sheet_of([["Region", "Raw", "2025"], ["Europe", 99, 2.5], ["Draft", 98, 1], ["Asia", 97, 4]])
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    document = read(sheet)
    assert document.tables[0].rows == (("Europe", "2.5"), ("Asia", "4"))
    assert [(notice.line, notice.message) for notice in document.notices] == [
        (3, "sheet 'Sheet1': hidden row 3 was left out"),
        (1, "sheet 'Sheet1': hidden column B was left out"),
    ]


def test_merged_headers_go_over_their_columns() -> None:
    sheet = sheet_of([["Region", "Revenue", None, "Volume"], [None, 2024, 2025, 2025], ["Europe", 1, 2, 3]])
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    table = only(sheet)
    assert table.header == ("Region", "Revenue > 2024", "Revenue > 2025", "Volume > 2025")
    assert table.rows == (("Europe", "1", "2", "3"),)


def test_a_name_merged_over_rows_stands_in_each() -> None:
    sheet = sheet_of([["Region", "Country", 2025], ["Europe", "France", 1], [None, "Spain", 2], ["Asia", "Japan", 3]])
    sheet.merge_cells("A2:A3")
    assert only(sheet).rows == (("Europe", "France", "1"), ("Europe", "Spain", "2"), ("Asia", "Japan", "3"))


def test_indents_and_spaces_are_depths() -> None:
    sheet = sheet_of([["Region", 2025], ["World", 9], ["Europe", 5], ["   France", 3], ["Asia", 4]])
    for address, indent in (("A3", 1), ("A4", 1), ("A5", 1)):
        sheet[address].alignment = Alignment(indent=indent)
    table = only(sheet)
    assert table.depths == (0, 1, 2, 1)
    assert table.rows[2] == ("France", "3")


def test_a_formula_is_read_by_its_result_and_counted_where_it_has_none() -> None:
    data = packed(sheet_of([*SALES, ["Total", "=SUM(B2:B3)", "=SUM(C2:C3)"]]).parent)
    without = read_workbook(data, "report.xlsx")
    assert without.tables[0].rows[-1] == ("Total", "", "")
    (notice,) = without.notices
    assert "2 formulas have no result" in notice.message
    assert "open the workbook in Excel and save it" in notice.message
    saved = changed(
        data,
        {
            "xl/worksheets/sheet1.xml": lambda xml: (
                xml.replace(b"<v></v>", b"<v>4.5</v>").replace(b"<v />", b"<v>4.5</v>").replace(b"<v/>", b"<v>4.5</v>")
            )
        },
    )
    assert read_workbook(saved, "report.xlsx").tables[0].rows[-1] == ("Total", "4.5", "4.5")
    assert read_workbook(saved, "report.xlsx").notices == ()


def test_errors_are_empty_cells_with_a_word() -> None:
    document = read(sheet_of([*SALES, ["Africa", "#DIV/0!", 5], ["America", 6, "#REF!"]]))
    assert document.tables[0].rows[-2:] == (("Africa", "", "5"), ("America", "6", ""))
    (notice,) = document.notices
    assert notice.line == 4
    assert "B4 (#DIV/0!), C5 (#REF!)" in notice.message


def test_an_excel_tables_header_row_is_its_header() -> None:
    sheet = sheet_of([["Company", "Founded", "Seat"], ["Acme", "1,950", "Rome"], ["Beta", "1,960", "Oslo"]])
    sheet.add_table(ExcelTable(displayName="Players", ref="A1:C3"))
    assert only(sheet).header == ("Company", "Founded", "Seat")


def test_bold_rows_above_plain_ones_are_the_header() -> None:
    sheet = sheet_of([["Player", "Seat"], ["name", "town"], ["Acme", "Rome"], ["Beta", "Oslo"]])
    for row in sheet["A1:B2"]:
        for cell in row:
            cell.font = BOLD
    assert only(sheet).header == ("Player > name", "Seat > town")


def test_tables_below_each_other_are_read_apart() -> None:
    rows = [["Table 1: Sales"], *SALES, [], ["Table 2: Volume"], ["Region", 2025], ["Europe", 7], ["Note: estimated"]]
    first, second = read(sheet_of(rows)).tables
    assert (first.title, second.title) == ("Table 1: Sales", "Table 2: Volume")
    assert (len(first.rows), second.rows, second.notes) == (2, (("Europe", "7"),), ("Note: estimated",))
    assert second.line == 7


def test_tables_side_by_side_are_read_apart() -> None:
    rows = [
        ["Table 1: Sales", None, None, "Table 2: Volume"],
        ["Region", 2025, None, "Player", 2025],
        ["Europe", 5, None, "Acme", 8],
        ["Asia", 6, None, "Beta", 9],
        ["Africa", 7],
    ]
    first, second = read(sheet_of(rows)).tables
    assert (first.title, first.rows) == ("Table 1: Sales", (("Europe", "5"), ("Asia", "6"), ("Africa", "7")))
    assert (second.title, second.rows) == ("Table 2: Volume", (("Acme", "8"), ("Beta", "9")))


def test_an_empty_column_within_a_table_is_no_gap() -> None:
    rows = [["Region", None, 2024, 2025, None, "CAGR"], ["Europe", None, 1, 2, None, 3], ["Asia", None, 4, 5, None, 6]]
    assert only(sheet_of(rows)).header == ("Region", "2024", "2025", "CAGR")


def test_empty_rows_between_groups_do_not_part_a_table() -> None:
    rows = [["Region", 2025], ["Europe"], ["France", 1], [], ["Asia"], ["Japan", 2], [], ["Total", 3]]
    table = only(sheet_of(rows))
    assert [row[0] for row in table.rows] == ["Europe", "France", "Asia", "Japan", "Total"]


def test_caption_and_unit_may_stand_above_an_empty_row() -> None:
    sheet = sheet_of([["Table 3: Sales by region"], [], ["USD million"], [], *SALES])
    sheet["A1"].font = BOLD
    table = only(sheet)
    assert (table.title, table.unit) == ("Table 3: Sales by region", "USD million")


def test_texts_are_paragraphs_and_marked_lines_a_list() -> None:
    rows = [["The market grew."], ["It will grow on."], [], ["• Tea"], ["• Coffee"], [], *SALES]
    document = read(sheet_of(rows))
    assert texts(document) == "The market grew.\n\nIt will grow on.\n\n- Tea\n- Coffee"
    assert len(document.tables) == 1


def test_a_bold_line_above_text_is_a_heading() -> None:
    sheet = sheet_of([["Overview"], ["The market grew by a third."]], title="Text")
    sheet["A1"].font = BOLD
    assert read(sheet).sections[0].heading == ("Text", "Overview")


def test_an_imprint_is_read_as_lines() -> None:
    rows = [["Published", date(2025, 3, 31)], ["Publisher", "Acme Research"], ["Contact", "sales@acme.example"]]
    assert texts(read(sheet_of(rows))) == "Published: 2025-03-31\nPublisher: Acme Research\nContact: sales@acme.example"


def test_a_raised_note_number_is_not_of_the_number() -> None:
    sheet = sheet_of(SALES)
    sheet["B3"] = CellRichText("4,213", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    assert only(sheet).rows[1][1] == "4,213¹"


def test_a_stray_cell_at_the_end_of_the_sheet_costs_nothing() -> None:
    sheet = sheet_of(SALES)
    sheet["XFD1048576"] = "x"
    document = read(sheet)
    assert document.tables[0].rows[0] == ("Europe", "1.5", "2.5")
    assert texts(document) == "x"


def test_merged_cells_over_the_whole_sheet_are_refused() -> None:
    sheet = sheet_of(SALES)
    sheet.merge_cells("F1:G2")
    data = changed(
        packed(sheet.parent), {"xl/worksheets/sheet1.xml": lambda xml: xml.replace(b"F1:G2", b"A9:XFD1048576")}
    )
    with pytest.raises(UnreadableFile, match="merged cells and links of sheet 'Sheet1' cover 17,"):
        read_workbook(data, "report.xlsx")


def test_a_workbook_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no visible sheet has a text or a table"):
        read_workbook(packed(Workbook()), "report.xlsx")


def test_a_workbook_of_formulas_without_results_says_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match="Open it in Excel, save it"):
        read(sheet_of([["=A2+1"]]))


def test_a_damaged_part_is_refused() -> None:
    data = changed(packed(sheet_of(SALES).parent), {"xl/styles.xml": lambda xml: xml[:300]})
    with pytest.raises(UnreadableFile, match="damaged"):
        read_workbook(data, "report.xlsx")


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_workbook_cut_anywhere_is_refused(at: int) -> None:
    data = packed(sheet_of(SALES).parent)
    with pytest.raises(UnreadableFile):
        read_workbook(data[: len(data) * at // 100], "report.xlsx")


def test_reading_warns_of_nothing() -> None:
    data = packed(sheet_of(SALES).parent)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read_workbook(data, "report.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["Sheet1"]


def test_wrong_bytes_anywhere_are_refused_or_do_no_harm() -> None:
    data = packed(sheet_of(SALES).parent)
    for at in range(0, len(data), len(data) // 60):
        wrong = bytearray(data)
        wrong[at] ^= 0x15
        with contextlib.suppress(UnreadableFile):
            assert read_workbook(bytes(wrong), "report.xlsx").tables
