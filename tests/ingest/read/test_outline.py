from dataclasses import replace

import pytest

from ingest.read.blocks import QUESTION_LEVEL, Block, Bullets, Grid, Heading, Paragraph
from ingest.read.outline import is_question, outline, title_of_page


def headings(*blocks: Block) -> list[tuple[str, ...]]:
    return [section.heading for section in outline(blocks, "a.md")[0]]


def test_a_heading_closes_those_of_its_level_and_below() -> None:
    text = Paragraph("text", 9)
    blocks = (
        Heading(1, "Kites", 1), Heading(2, "A", 2), text, Heading(3, "B", 3), text, Heading(2, "C", 4), text,
    )  # fmt: skip
    assert headings(*blocks) == [("Kites", "A"), ("Kites", "A", "B"), ("Kites", "C")]


def test_a_heading_without_text_is_kept_only_where_nothing_is_below() -> None:
    assert headings(Heading(1, "Kites", 1), Heading(2, "A", 2), Heading(2, "B", 3)) == [("Kites", "A"), ("Kites", "B")]


def test_a_caption_is_its_tables_and_not_text_too() -> None:
    grid = Grid(("Region", "2023"), (("Europe", "5"),), 3)
    sections, (table,) = outline([Paragraph("Revenue (EUR bn):", 1), grid, Paragraph("Source: Windy", 5)], "a.md")
    assert (table.title, table.unit, table.notes) == ("Revenue (EUR bn)", "EUR bn", ("Source: Windy",))
    assert [section.text for section in sections] == ["Source: Windy"]


def test_a_list_of_nothing_but_questions_is_headings() -> None:
    assert headings(Bullets(((0, "How big?"), (0, "Who?")), 3)) == [("How big?",), ("Who?",)]


def test_a_question_ends_at_any_heading() -> None:
    blocks = (Heading(QUESTION_LEVEL, "How big?", 1), Paragraph("Big.", 2), Heading(8, "Sources", 3), Paragraph("x", 4))
    assert headings(*blocks) == [("How big?",), ("Sources",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How big is it?", True),
        ("It grew. Why?", False),
        ("How\nbig?", False),
        ("Big.", False),
        ("x" * 300 + "?", False),
    ],
)
def test_a_question_is_one_line_that_asks(text: str, expected: bool) -> None:
    assert is_question(text) is expected


def test_a_pages_title_is_its_first_heading_of_the_highest_level() -> None:
    assert title_of_page([Paragraph("x", 1), Heading(1, "Kites", 2)]) == "Kites"
    assert title_of_page([Heading(2, "Kites", 2), Heading(1, "Tea", 3)]) is None
    assert title_of_page([]) is None


GRID = Grid(("", "2024"), (("Sales", "5"),), 3)


def test_a_line_that_only_says_the_unit_is_no_title_under_a_heading() -> None:
    unit = "(In thousands, except per share data)"
    _, (table,) = outline([Heading(2, "Statements of operations", 1), Paragraph(unit, 2), GRID], "a.md")
    assert (table.title, table.unit) == ("Statements of operations", "thousands, except per share data")


@pytest.mark.parametrize("line", ["(million tonnes of CO2)", "Numbers in thousands; best estimates"])
def test_a_line_under_a_numbered_caption_that_says_more_is_a_note(line: str) -> None:
    _, (table,) = outline([Paragraph("Table 2: Emissions", 1), Paragraph(line, 2), GRID], "a.md")
    assert (table.title, table.notes) == ("Table 2: Emissions", (line,))


def test_a_unit_between_commas_leads_in_to_the_table_below() -> None:
    grid = Grid(("Grade", "2023"), (("Fine", "5"),), 3, caption="Prices at the mill")
    _, (table,) = outline([Paragraph("Monthly means, GBP per m³, without tax.", 1), grid], "a.html")
    assert table.unit == "GBP per m³"


def test_two_units_between_commas_are_said_of_no_table() -> None:
    grid = Grid(("Grade", "2023"), (("Fine", "5"),), 3, caption="Prices at the mill")
    _, (table,) = outline([Paragraph("Prices, GBP per tonne, EUR per tonne, without tax.", 1), grid], "a.html")
    assert table.unit is None


def test_the_last_line_over_a_table_with_its_unit_in_the_corner_is_its_title() -> None:
    grid = Grid(("(In thousands, except per share data)", "2024"), (("Sales", "5"),), 3)
    _, (table,) = outline([Paragraph("KITE TRUCKING, INC.\nSTATEMENTS OF INCOME", 1, strong=True), grid], "a.html")
    assert table.title == "STATEMENTS OF INCOME"


def test_the_lines_of_a_title_over_a_table_are_parted() -> None:
    text = "KITE TRUCKING, INC.\nSales by region\n(in thousands)"
    sections, (table,) = outline([Heading(1, "Report", 1), Paragraph(text, 2), GRID], "a.html")
    assert (table.title, table.unit, table.notes) == ("Sales by region", "thousands", ("(in thousands)",))
    assert [section.text for section in sections] == ["KITE TRUCKING, INC."]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Wales, 2020 to 2024", "Table 3: Rents, Wales, 2020 to 2024"),
        ("Rents rose. They fell in Wales", "Table 3: Rents"),
    ],
)
def test_a_numbered_heading_is_the_title_of_the_table_below_it(line: str, title: str) -> None:
    _, (table,) = outline([Heading(2, "Table 3: Rents", 1), Paragraph(line, 2), GRID], "a.html")
    assert table.title == title
    assert (line in table.notes) is (title == "Table 3: Rents")


def test_a_table_with_its_own_number_is_not_that_of_the_heading() -> None:
    grid = replace(GRID, caption="Table 4: Wages")
    _, (table,) = outline([Heading(2, "Table 3: Rents", 1), grid], "a.html")
    assert table.title == "Table 4: Wages"


def test_a_heading_s_table_has_the_time_that_leads_in_to_it() -> None:
    before = "The group has two segments, and its board goes by what they earn. " * 3
    lead = Paragraph(f"{before}Their results for the three months ended June 30, 2025 were:", 2)
    grid = replace(GRID, header=("Segment", "Revenue"))
    _, (table,) = outline([Heading(2, "Segments", 1), lead, grid], "a.html")
    assert table.title == "Segments, three months ended June 30, 2025"


@pytest.mark.parametrize(
    ("heading", "line", "title"),
    [
        ("Production by country", "In units, 2023", "Production by country, In units, 2023"),
        ("New registrations", "Buses over 3.5 tonnes, in units", "New registrations, Buses over 3.5 tonnes, in units"),
        ("3.2 Regions", "Buses over 3.5 tonnes, in units", "Buses over 3.5 tonnes, in units"),
        ("Production", "Table 3: Buses, in units", "Table 3: Buses, in units"),
    ],
)
def test_a_plain_line_below_a_heading_says_more_of_its_table(heading: str, line: str, title: str) -> None:
    grid = Grid(("Region", "2023"), (("Europe", "5"),), 3)
    _, (table,) = outline([Heading(2, heading, 1), Paragraph(line, 2), grid], "a.md")
    assert table.title == title


@pytest.mark.parametrize(
    ("line", "strong"), [("Segment information (Millions of yen)", False), ("3. Consolidated forecasts", True)]
)
def test_a_line_that_only_says_when_goes_with_the_title_above_it(line: str, strong: bool) -> None:
    blocks = [Paragraph(line, 2, strong=strong), Paragraph("(April 1, 2025 to March 31, 2026)", 3), GRID]
    _, (table,) = outline([Heading(2, "Notes", 1), Paragraph("We report.", 1), *blocks], "a.pdf")
    assert line in table.title
    assert "April 1, 2025 to March 31, 2026" in table.title


def test_what_says_the_unit_of_a_table_says_none_of_the_next() -> None:
    upper = Grid(("Year", "Price"), (("2024", "5"),), 1)
    lower = Grid(("No.", "Process", "2024"), (("1", "Casting", "7"),), 4)
    said = Paragraph("All values in EUR thousand.", 2)
    _, (first, second) = outline([upper, said, Paragraph("Table 2 | Demand", 3, strong=True), lower], "a.pdf")
    assert (first.unit, second.unit) == ("EUR thousand", None)


def test_the_last_sentence_over_a_table_may_say_its_unit() -> None:
    grid = Grid(("Item", "2023"), (("Sales", "5"),), 3, caption="Selected data")
    text = "This table should be read with the notes, which tell how the figures were made. " * 3
    _, (table,) = outline([Paragraph(f"{text}Amounts are in thousands.", 1), grid], "a.html")
    assert table.unit == "thousands"
