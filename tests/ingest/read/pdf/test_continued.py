import pytest

from ingest.read.document import Document
from ingest.read.pdf.continued import is_continuation
from tests.ingest.read.pdf.drawn import LEFT, PROSE, Drawing

CAPTION = "Table 1: Drone revenue (USD billion)"
HEADER = "Region | 2024 | 2025\n"
FIRST = (("Europe", "8.0", "8.8"), ("Asia", "10.0", "11.2"), ("Africa", "1.0", "1.2"))
SECOND = (("Oceania", "2.0", "2.1"), ("Total", "21.0", "23.3"))


def text(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join(" | ".join(row) for row in rows)


def two_pages(
    caption: str | None, header: str, numbered: bool = False, stops: tuple[float, ...] = (300, 380)
) -> Document:
    """A table at the end of a page, and rows at the top of the next one."""
    drawing = Drawing()
    drawing.prose(70)
    drawing.text(LEFT, 640, CAPTION, 9, bold=True)
    drawing.rows(660, HEADER + text(FIRST), (300, 380))
    if numbered:
        drawing.text(540, 815, "1", 8, align="right")
    drawing.next_page()
    if caption:
        drawing.text(LEFT, 70, caption, 9, bold=True)
    below = drawing.rows(90, header + text(SECOND), stops)
    drawing.prose(below)
    if numbered:
        drawing.text(540, 815, "2", 8, align="right")
    return drawing.read()


@pytest.mark.parametrize("header", ["", HEADER])
@pytest.mark.parametrize(
    "caption",
    [None, "Table 1 (continued)", "Table 1, cont'd", "Table 1: Drone revenue (USD billion) – continued", CAPTION],
)
@pytest.mark.parametrize("numbered", [False, True])
def test_a_table_goes_on_over_the_page(caption: str | None, header: str, numbered: bool) -> None:
    read = two_pages(caption, header, numbered)
    (table,) = read.tables
    assert (table.title, table.unit) == (CAPTION, "USD billion")
    assert (table.header, table.rows) == (("Region", "2024", "2025"), (*FIRST, *SECOND))
    assert table.pages == (1, 1, 1, 2, 2)
    assert [one for section in read.sections for one in section.text.split("\n\n")] == [PROSE, PROSE]


@pytest.mark.parametrize(
    ("caption", "header"),
    [
        ("Table 2: Drone exports (USD billion)", HEADER),
        (None, "Region | 2026 | 2027\n"),
        (None, "Country | 2024 | 2025\n"),
    ],
)
def test_another_caption_or_header_begins_another_table(caption: str | None, header: str) -> None:
    first, second = two_pages(caption, header).tables
    assert (first.rows, first.pages) == (FIRST, (1, 1, 1))
    assert (second.rows, second.pages) == (SECOND, (2, 2))


def test_text_between_parts_two_tables() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 640, CAPTION, 9, bold=True)
    drawing.rows(660, HEADER + text(FIRST))
    drawing.next_page()
    drawing.rows(drawing.prose(70), HEADER + text(SECOND))
    assert [table.rows for table in drawing.read().tables] == [FIRST, SECOND]


@pytest.mark.parametrize("stops", [(300, 380), (420, 500)])
def test_one_row_alone_at_the_top_of_a_page_is_the_last_of_the_table_before(stops: tuple[float, ...]) -> None:
    drawing = Drawing()
    drawing.prose(70)
    drawing.text(LEFT, 640, CAPTION, 9, bold=True)
    drawing.rows(660, HEADER + text(FIRST), (300, 380))
    drawing.next_page()
    drawing.prose(drawing.rows(70, "Total | 21.0 | 23.3", stops))
    read = drawing.read()
    (table,) = read.tables
    goes_on = stops == (300, 380)
    assert table.rows == ((*FIRST, ("Total", "21.0", "23.3")) if goes_on else FIRST)
    said = [one for section in read.sections for one in section.text.split("\n\n")]
    assert said == ([PROSE, PROSE] if goes_on else [PROSE, "Total 21.0 23.3", PROSE])


def test_a_table_may_go_on_over_three_pages() -> None:
    drawing = Drawing()
    for page, names in enumerate(("ABC", "DEF", "GHI")):
        rows = tuple((f"Land {name}", f"{page}.5", f"{page}.6") for name in names)
        drawing.rows(70, HEADER + text(rows))
        if page < 2:
            drawing.next_page()
    (table,) = drawing.read().tables
    assert [row[0][-1] for row in table.rows] == list("ABCDEFGHI")
    assert table.pages == (1, 1, 1, 2, 2, 2, 3, 3, 3)


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("Table 1 (continued)", True),
        ("Table 1: Drone revenue (continued)", True),
        ("(continued)", True),
        ("continued from the page before", True),
        ("in USD million", True),
        ("Table 1: Drone revenue", True),
        ("Table 2 (continued)", False),
        ("Table 2: Drone exports", False),
        ("Drones fly.", False),
    ],
)
def test_a_line_above_rows_may_say_that_a_table_goes_on(line: str, goes_on: bool) -> None:
    assert is_continuation(line, "Table 1: Drone revenue") is goes_on
