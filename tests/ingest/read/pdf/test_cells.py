import pytest

from ingest.domain import Table
from tests.ingest.read.pdf.drawn import LEFT, Drawing

STOPS = (300.0, 380.0)


def read(text: str) -> Table:
    drawing = Drawing()
    drawing.rows(drawing.prose(70), text, STOPS)
    (table,) = drawing.read().tables
    return table


def names(table: Table) -> list[str]:
    return [row[0] for row in table.rows]


def test_indented_names_are_deeper() -> None:
    table = read(
        "Region | 2024 | 2025\nEurope | 8.0 | 8.8\n  France | 5.0 | 5.5\n    Paris | 1.0 | 1.1\n  Italy | 3.0 | 3.3\n"
        "Asia | 10.0 | 11.2"
    )
    assert names(table) == ["Europe", "France", "Paris", "Italy", "Asia"]
    assert table.depths == (0, 1, 2, 1, 0)


def test_names_of_groups_are_rows_without_figures() -> None:
    table = read(
        "Region | 2024 | 2025\nEurope\n  France | 5.0 | 5.5\n  Italy | 3.0 | 3.3\nAsia\n  Japan | 10.0 | 11.2\n"
        "  China | 10.0 | 11.2"
    )
    assert table.header == ("Region", "2024", "2025")
    assert table.rows[0] == ("Europe", "", "")
    assert (names(table)[3], table.depths) == ("Asia", (0, 1, 1, 0, 1, 1))


def test_names_at_one_edge_have_no_depths() -> None:
    assert read("Region | 2024 | 2025\nEurope | 8.0 | 8.8\nAsia | 10.0 | 11.2").depths == ()


@pytest.mark.parametrize("figures", [0, 1])
def test_a_name_that_runs_over_lines_is_one_row(figures: int) -> None:
    drawing = Drawing()
    below = drawing.rows(drawing.prose(70), "Region | 2024 | 2025\nEurope | 8.0 | 8.8", STOPS, leading=16) - 16
    for at, line in enumerate(("Middle East, North Africa and", "the islands off the coast")):
        drawing.rows(below + 10 * at, f"{line} | 1.0 | 1.2" if at == figures else line, STOPS)
    drawing.rows(below + 26, "Asia | 10.0 | 11.2\nOther | 2.0 | 2.1", STOPS, leading=16)
    (table,) = drawing.read().tables
    assert table.rows == (
        ("Europe", "8.0", "8.8"),
        ("Middle East, North Africa and the islands off the coast", "1.0", "1.2"),
        ("Asia", "10.0", "11.2"),
        ("Other", "2.0", "2.1"),
    )


def test_within_two_rules_all_lines_are_one_row() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.rows(top, "Region | 2024 | 2025", STOPS)
    for text in (
        "Asia | 4.0 | 4.1",
        "Middle East and | 1.0 | 1.2\nNorth Africa",
        "World | 9.0 | 9.1",
        "Other | 2.0 | 2.1",
    ):
        drawing.rule(top + 5, right=STOPS[-1])
        drawing.rows(top + 16, text, STOPS)
        top += 16 + 14 * text.count("\n")
    (table,) = drawing.read().tables
    assert names(table) == ["Asia", "Middle East and North Africa", "World", "Other"]
    assert table.rows[1] == ("Middle East and North Africa", "1.0", "1.2")


def test_a_long_name_that_reaches_under_the_figures_above_is_whole() -> None:
    name = "Agricultural drones of all the sizes and makes that"
    table = read(f"Region | 2024 | 2025\nEurope | 8.0 | 8.8\n{name} | | 1.2\nAsia | 10.0 | 11.2")
    assert table.rows[1] == (name, "", "1.2")


def test_a_row_knows_its_page() -> None:
    drawing = Drawing()
    drawing.prose(70)
    drawing.next_page()
    drawing.rows(drawing.prose(70), "Region | 2024 | 2025\nEurope | 8.0 | 8.8\nAsia | 10.0 | 11.2", STOPS)
    (table,) = drawing.read().tables
    assert table.pages == (2, 2)


def test_units_in_the_middle_of_the_figures_are_rows_below_the_header() -> None:
    drawing = Drawing()
    top = drawing.rows(drawing.prose(70), "Item | 2022/23 | 2023/24 | 2024/25", STOPS3) - 14
    drawing.text(370, top, "Million acres", 9, align="middle")
    drawing.rows(top + 14, "Area sown | 7.1 | 7.4 | 7.2\nArea cut | 6.8 | 7.0 | 6.9", STOPS3)
    drawing.text(370, top + 42, "Million bushels", 9, align="middle")
    drawing.rows(top + 56, "Imports 2/ | 14 | 24 | 19\nMEAL\nOutput | 640 | 655 | 660", STOPS3)
    (table,) = drawing.read().tables
    assert table.header == ("Item", "2022/23", "2023/24", "2024/25")
    assert names(table) == [
        "Million acres", "Area sown", "Area cut", "Million bushels", "Imports 2/", "MEAL", "Output",
    ]  # fmt: skip


def test_a_unit_below_the_name_of_one_column_is_of_that_column() -> None:
    drawing = Drawing()
    top = drawing.rows(drawing.prose(70), "Region | Shops | Sales | Staff", STOPS3) - 14
    drawing.text(380, top - 3, "£m", 9, align="right")
    drawing.rows(top + 12, "Wales | 41 | 21.6 | 190\nKent | 37 | 18.3 | 165", STOPS3)
    (table,) = drawing.read().tables
    assert table.header == ("Region", "Shops", "Sales £m", "Staff")


STOPS3 = (300.0, 380.0, 460.0)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Costs of goods and", "Services"),
        ("Rents (paid", "Abroad)"),
        ("Costs of goods", "and services"),
        ("Goods/", "Services"),
        ("Cash at December", "31, 2024"),
    ],
)
def test_a_name_goes_on_in_the_next_line_by_its_words(first: str, second: str) -> None:
    table = read(f"Item | 2024 | 2025\nTax | 8.0 | 8.8\n{first} | 3.0 | 3.3\n{second}\nFuel | 2.0 | 2.1")
    assert names(table) == ["Tax", f"{first} {second}", "Fuel"]


def test_a_date_may_be_broken_behind_its_month() -> None:
    table = read("Item | 2024 | 2025\nTax | 8.0 | 8.8\nCash at December\n31, 2024 | 3.0 | 3.3\nFuel | 2.0 | 2.1")
    assert names(table) == ["Tax", "Cash at December 31, 2024", "Fuel"]


def test_the_mark_of_a_note_opens_no_name() -> None:
    table = read("Item | 2024 | 2025\nTax | 8.0 | 8.8\nImports 2/\nWheat | 3.0 | 3.3\nBarley | 2.0 | 2.1")
    assert names(table) == ["Tax", "Imports 2/", "Wheat", "Barley"]


def test_a_part_of_the_row_above_is_a_row_of_its_own() -> None:
    table = read("Item | 2024 | 2025\nSales | 8.0 | 8.8\nof which at sea\n  Norway | 3.0 | 3.3\n  Peru | 2.0 | 2.1")
    assert names(table) == ["Sales", "of which at sea", "Norway", "Peru"]


def over_two_lines(first: str, figures: int) -> Table:
    """A table of rows 14 points apart, with lines 12 points apart whose figures stand beside one of them."""
    drawing = Drawing()
    top = drawing.rows(drawing.prose(70), "Item | 2024 | 2025\nTax | 8.0 | 8.8", STOPS) - 14
    for at, line in enumerate((first, "Northern countries")):
        drawing.rows(top + 12 * at, f"{line} | 1.0 | 1.2" if at == figures else line, STOPS)
    drawing.rows(top + 26, "Fuel | 2.0 | 2.1\nWages | 3.0 | 3.1", STOPS)
    (table,) = drawing.read().tables
    return table


@pytest.mark.parametrize("figures", [0, 1])
def test_a_name_goes_on_where_its_line_was_full(figures: int) -> None:
    first = "Deposits held by all the banks"
    assert names(over_two_lines(first, figures)) == ["Tax", f"{first} Northern countries", "Fuel", "Wages"]


def test_a_short_name_over_the_first_of_its_group_is_a_row() -> None:
    assert names(over_two_lines("Deposits", 1)) == ["Tax", "Deposits", "Northern countries", "Fuel", "Wages"]


def test_dots_that_lead_to_the_figures_are_no_part_of_a_name() -> None:
    assert names(read("Item | 2024 | 2025\nTax… | 8.0 | 8.8\nFuel.. | 3.0 | 3.3")) == ["Tax", "Fuel"]


def test_a_unit_below_the_name_of_the_first_group_leaves_the_table_its_header() -> None:
    drawing = Drawing()
    top = drawing.rows(drawing.prose(70), "Item | 2022/23 | 2023/24 | 2024/25\nBARLEY", STOPS3) - 14
    drawing.text(370, top, "Million acres", 9, align="middle")
    drawing.rows(top + 14, "Sown | 7.1 | 7.4 | 7.2\nCut | 6.8 | 7.0 | 6.9", STOPS3)
    (table,) = drawing.read().tables
    assert table.header == ("Item", "2022/23", "2023/24", "2024/25")
    assert names(table) == ["BARLEY", "Million acres", "Sown", "Cut"]


@pytest.mark.parametrize(
    ("first", "second"), [("Temperature", "grade (tonnes)"), ("Modality (thousand", "procedures)")]
)
@pytest.mark.parametrize("number", ["", "No."])
def test_the_header_of_the_names_may_go_on_below(first: str, second: str, number: str) -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    left = LEFT + 30 if number else LEFT
    drawing.text(LEFT, top, number or first, 9)
    if number:
        drawing.text(left, top, first, 9)
    for stop, year in zip(STOPS, ("2024", "2025"), strict=True):
        drawing.text(stop, top, year, 9, align="right")
    drawing.text(left, top + 11, second, 9)
    for at, (name, *figures) in enumerate((("Low", "8.0", "8.8"), ("Middle", "3.0", "3.3"), ("High", "2.0", "2.2"))):
        y = top + 25 + 14 * at
        drawing.text(LEFT, y, str(at + 1) if number else name, 9)
        if number:
            drawing.text(left, y, name, 9)
        for stop, figure in zip(STOPS, figures, strict=True):
            drawing.text(stop, y, figure, 9, align="right")
    (table,) = drawing.read().tables
    assert table.header[-3:] == (f"{first} {second}", "2024", "2025")
    assert [row[-3] for row in table.rows] == ["Low", "Middle", "High"]


def test_a_group_that_ends_a_page_is_not_the_end_of_the_name_above_it() -> None:
    drawing = Drawing()
    drawing.rows(
        790, "Process | 2024 | 2025\nPultrusion | 8.0 | 8.8\nFilament winding | 3.0 | 3.3\nLay-up", STOPS, 9, 11
    )
    drawing.next_page()
    drawing.prose(
        drawing.rows(70, "Process | 2024 | 2025\n  Hand lay-up | 2.0 | 2.2\n  Prepreg | 1.0 | 1.1", STOPS, 9, 11)
    )
    assert names(drawing.read().tables[0]) == ["Pultrusion", "Filament winding", "Lay-up", "Hand lay-up", "Prepreg"]


def test_a_bold_name_over_a_ruled_row_is_that_of_a_group() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.rows(top, "Market | 2024 | 2025")
    drawing.text(LEFT, top + 14, "Western Europe", 9, bold=True)
    drawing.rows(top + 28, "  Austria | 8.0 | 8.8\n  Germany | 3.0 | 3.3\n  France | 2.0 | 2.2")
    for at in range(3):
        drawing.rule(top + 31 + 14 * at, LEFT, 380)
    (table,) = drawing.read().tables
    assert names(table) == ["Western Europe", "Austria", "Germany", "France"]


def test_dots_set_apart_lead_to_the_figures_too() -> None:
    drawing = Drawing()
    drawing.rows(
        drawing.prose(70), "Item | 2024 | 2025\nSales . . . . . . . . | 8.0 | 8.8\nCosts . . . . . . | 3.0 | 3.3"
    )
    assert names(drawing.read().tables[0]) == ["Sales", "Costs"]


def test_the_end_of_one_column_s_name_is_no_group_of_rows() -> None:
    drawing = Drawing()
    y = drawing.prose(70)
    drawing.text(300, y, "Conveyance", 9, align="middle")
    for stop, name in ((180, "Tools"), (420, "Other"), (540, "Total")):
        drawing.text(stop, y + 5, name, 9, align="middle")
    drawing.text(300, y + 10, "Systems", 9, align="middle")
    drawing.rows(y + 26, "Sales | 78 | 36 | 8 | 122\nProfit | 6 | 3 | 1 | 10", (190, 310, 430, 550))
    (table,) = drawing.read().tables
    assert table.header == ("", "Tools", "Conveyance Systems", "Other", "Total")
