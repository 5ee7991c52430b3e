from dataclasses import replace

from ingest.read.blocks import Block, Bullets, Grid, Paragraph
from ingest.read.workbook.blocks import raw_rows, sheet_blocks
from ingest.read.workbook.sheet import ShownCell
from tests.ingest.read.workbook.test_areas import cells


def blocks(*rows: str, bold: tuple[str, ...] = ()) -> list[Block]:
    return list(sheet_blocks([replace(cell, bold=cell.text in bold) for cell in cells(*rows)]))


def test_lines_above_a_table_are_paragraphs_directly_before_it() -> None:
    title, unit, grid = blocks("Table 1: Sales", "USD million", "Region | 2024", "Europe | 5", bold=("Table 1: Sales",))
    assert title == Paragraph("Table 1: Sales", 1)
    assert unit == Paragraph("USD million", 2)
    assert isinstance(grid, Grid)
    assert grid.line == 3


def test_a_bold_line_above_a_caption_stays_bold() -> None:
    bold = ("Demand", "Table 1: Sales")
    heading, caption, _ = blocks("Demand", "Table 1: Sales", "Region | 2024", "Europe | 5", bold=bold)
    assert heading == Paragraph("Demand", 1, strong=True)
    assert caption == Paragraph("Table 1: Sales", 2)


def test_a_short_text_over_the_names_is_of_the_header() -> None:
    (grid,) = blocks("Region", "| 2024 | 2025", "Europe | 5 | 6")
    assert isinstance(grid, Grid)
    assert grid.header == ("Region", "2024", "2025")


def test_a_text_with_a_unit_over_the_names_is_the_caption() -> None:
    caption, grid = blocks("P&L (EUR thousand)", "| 2024 | 2025", "Revenue | 5 | 6")
    assert caption == Paragraph("P&L (EUR thousand)", 1)
    assert isinstance(grid, Grid)
    assert grid.header == ("", "2024", "2025")


def test_a_text_over_the_figures_is_of_the_header() -> None:
    (grid,) = blocks("| Revenue", "Region | 2024 | 2025", "Europe | 5 | 6")
    assert isinstance(grid, Grid)
    assert grid.header == ("Region", "Revenue > 2024", "Revenue > 2025")


def test_items_deeper_than_the_first_are_below_it() -> None:
    lines = [ShownCell("• Tea", 1, 1, 1), ShownCell("• Green", 2, 1, 2, depth=3)]
    assert list(sheet_blocks(lines)) == [Bullets(((0, "Tea"), (1, "Green")), 1)]


def test_one_row_of_texts_is_a_paragraph_and_one_of_figures_a_table() -> None:
    assert blocks("Acme | Rome") == [Paragraph("Acme Rome", 1)]
    (grid,) = blocks("Total market | 4,213")
    assert isinstance(grid, Grid)
    assert grid.rows == (("Total market", "4,213"),)


def test_labels_with_colons_are_lines() -> None:
    assert blocks("Base year: | 2024", "Scope: | World") == [Paragraph("Base year: 2024\nScope: World", 1)]


def test_columns_in_which_no_cell_begins_are_left_out() -> None:
    (row,) = raw_rows([[ShownCell("a", 1, 1, 1, columns=3), ShownCell("b", 1, 4000, 1)]])
    assert [(cell.text, cell.columns) for cell in row.cells] == [("a", 1), ("b", 1)]


def test_what_a_cell_above_covers_has_no_cell() -> None:
    rows = [[ShownCell("a", 1, 1, 1, rows=2), ShownCell("b", 1, 2, 1)], [ShownCell("c", 2, 2, 2)]]
    first, second = raw_rows(rows)
    assert [(cell.text, cell.rows) for cell in first.cells] == [("a", 2), ("b", 1)]
    assert [cell.text for cell in second.cells] == ["c"]


def test_a_sheet_s_unit_is_said_of_each_of_its_tables_but_those_of_counts() -> None:
    found = blocks(
        "EUR thousand | | | unaudited", "Kites plc", "", "Income", "| 1Q23 | 2Q23 | 3Q23", "Sales | 5 | 6 | 7", "", "",
        "", "Balance", "| 1Q23 | 2Q23 | 3Q23", "Cash | 1 | 2 | 3", "", "", "", "Operating data",
        "| 1Q23 | 2Q23 | 3Q23", "Shops | 11 | 12 | 13",
    )  # fmt: skip
    before = [found[at - 1] for at, block in enumerate(found) if isinstance(block, Grid)]
    assert [isinstance(block, Paragraph) and block.text == "EUR thousand" for block in before] == [True, True, False]


def test_a_sheet_s_unit_is_not_said_of_a_lower_table_with_its_own() -> None:
    found = blocks(
        "EUR thousand | | | unaudited", "", "Sales | 2023 | 2024", "Kites | 5 | 6", "", "", "",
        "Prices (EUR) | 2023 | 2024", "Kites | 1.5 | 1.6",
    )  # fmt: skip
    assert [block.text for block in found if isinstance(block, Paragraph)].count("EUR thousand") == 1


def test_a_sheet_may_open_with_its_unit_and_say_more() -> None:
    rows = (
        "Segments",
        "NOK million; capex without leases",
        "",
        "Sales | 2024",
        "Mobile | 5",
        "",
        "EBITDA | 2024",
        "TV | 3",
    )
    found = [block.text for block in blocks(*rows) if isinstance(block, Paragraph)]
    assert found.count("NOK million") == 2
