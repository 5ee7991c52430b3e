import pytest

from ingest.read.document import Document
from tests.ingest.read.pdf.drawn import HEIGHT, LEFT, PROSE, Drawing

COLOURS = ("Red", "Blue", "Green", "Black")
ENTRIES = (("1 Summary", 3), ("2 Market size", 5), ("2.1 Regions", 8), ("2.2 Countries", 9), ("3 Players", 13))


def text(colour: str) -> str:
    return PROSE.replace("Drones", f"{colour} drones")


def pages(head: str = "", foot: str = "", number: str = "") -> Document:
    """Four pages of a text each, with lines at their edges; "#" is the page's number."""
    drawing = Drawing()
    for at, colour in enumerate(COLOURS, start=1):
        drawing.text(LEFT, 30, head.replace("#", str(at)), 8)
        drawing.text(540, 815, foot.replace("#", str(at)), 8, align="right")
        drawing.text(300, 820, number.replace("#", str(at)), 8, align="middle")
        drawing.lines(90, text(colour))
        if at < len(COLOURS):
            drawing.next_page()
    return drawing.read()


def paragraphs(read: Document) -> list[str]:
    return [one for section in read.sections for one in section.text.split("\n\n")]


@pytest.mark.parametrize(
    "edges",
    [
        {},
        {"head": "Drone Market Report 2025"},
        {"head": "Drone Market Report 2025", "foot": "Page # of 4"},
        {"foot": "© Windy Research | #"},
        {"number": "#"},
        {"number": "– # –"},
        {"number": "# / 4"},
    ],
)
def test_running_heads_and_page_numbers_are_left_out(edges: dict[str, str]) -> None:
    assert paragraphs(pages(**edges)) == [text(colour) for colour in COLOURS]


def test_a_line_at_the_edge_of_one_page_stays() -> None:
    drawing = Drawing()
    drawing.lines(30, "This text begins at the very top of the page and is part of the report.")
    drawing.prose(80)
    drawing.next_page()
    drawing.prose(80)
    assert paragraphs(drawing.read())[0].startswith("This text begins at the very top")


def test_a_number_in_the_middle_of_a_page_is_no_page_number() -> None:
    drawing = Drawing()
    drawing.prose(80)
    drawing.lines(HEIGHT / 2, "2024")
    assert "2024" in drawing.read().sections[0].text


def test_the_units_under_many_a_caption_stay() -> None:
    drawing = Drawing()
    for at in range(1, 5):
        drawing.text(LEFT, 70, f"Table {at}: Drone revenue of the {COLOURS[at - 1].lower()} ones", 9, bold=True)
        drawing.text(LEFT, 84, "in EUR million", 9)
        below = drawing.rows(104, f"Region | 2024 | 2025\nEurope | {at}.0 | 8.8\nAsia | 10.0 | 11.2")
        drawing.lines(below, text(COLOURS[at - 1]))
        if at < 4:
            drawing.next_page()
    tables = drawing.read().tables
    assert [table.unit for table in tables] == ["EUR million"] * 4
    assert [table.title[:8] for table in tables] == ["Table 1:", "Table 2:", "Table 3:", "Table 4:"]


def contents(leaders: bool) -> Document:
    drawing = Drawing()
    drawing.text(LEFT, 60, "Drone Market", 24, bold=True)
    drawing.prose(100)
    drawing.next_page()
    drawing.text(LEFT, 70, "Table of contents", 16, bold=True)
    for at, (name, page) in enumerate(ENTRIES):
        if leaders:
            drawing.text(LEFT, 100 + 14 * at, f"{name} {'.' * 60} {page}", 9)
        else:
            drawing.text(LEFT, 100 + 14 * at, name, 9)
            drawing.text(540, 100 + 14 * at, str(page), 9, align="right")
    drawing.next_page()
    drawing.text(LEFT, 70, "Summary", 16, bold=True)
    drawing.prose(100)
    return drawing.read()


@pytest.mark.parametrize("leaders", [True, False])
def test_a_table_of_contents_is_neither_text_nor_table(leaders: bool) -> None:
    read = contents(leaders)
    assert read.tables == ()
    said = " ".join(section.text for section in read.sections)
    assert not [name for name, _ in ENTRIES if name in said]
    assert read.sections[-1].heading == ("Drone Market", "Summary")


def test_a_table_whose_figures_run_up_is_no_table_of_contents() -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    drawing.rows(below, "Year | Plants\nFarm A | 3\nFarm B | 5\nFarm C | 8\nFarm D | 9\nFarm E | 13")
    (table,) = drawing.read().tables
    assert len(table.rows) == 5


def test_a_row_of_figures_that_stands_on_one_height_of_every_page_is_no_furniture() -> None:
    """A page for each country, laid out alike."""
    drawing = Drawing()
    for at, colour in enumerate(COLOURS, start=1):
        drawing.text(LEFT, 60, f"Table {at}: Drone revenue of the {colour.lower()} ones", 9, bold=True)
        drawing.rows(80, f"Region | 2024 | 2025\nEurope | {at}.0 | 8.8\nTotal | {at}.5 | 2{at}.0")
        if at < len(COLOURS):
            drawing.next_page()
    assert [table.rows[-1] for table in drawing.read().tables] == [
        ("Total", f"{at}.5", f"2{at}.0") for at in range(1, len(COLOURS) + 1)
    ]


def test_the_unit_below_tables_that_end_at_one_height_stays() -> None:
    drawing = Drawing()
    for at in range(1, 5):
        drawing.text(LEFT, 720, f"Table {at}: Drone revenue of the {COLOURS[at - 1].lower()} ones", 9, bold=True)
        drawing.rows(740, f"Region | 2024 | 2025\nEurope | {at}.0 | 8.8\nAsia | 10.0 | {at}.2")
        drawing.text(LEFT, 782, "All values in EUR million.", 9)
        drawing.text(540, 815, str(at), 8, align="right")
        if at < 4:
            drawing.next_page()
    assert [table.unit for table in drawing.read().tables] == ["EUR million"] * 4


def test_a_total_that_is_the_same_at_the_foot_of_many_pages_stays() -> None:
    drawing = Drawing()
    for at, colour in enumerate(COLOURS, start=1):
        drawing.lines(90, text(colour))
        drawing.rows(
            730, f"Share | 2023 | 2024 | 2025\n{colour} | {at}4.0 | {at}5.0 | {at}6.0\nTotal | 100.0 | 100.0 | 100.0"
        )
        if at < len(COLOURS):
            drawing.next_page()
    assert [table.rows[-1] for table in drawing.read().tables] == [("Total", "100.0", "100.0", "100.0")] * 4
