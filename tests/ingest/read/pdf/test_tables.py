import pytest

from ingest.domain import Table
from ingest.read.document import Document
from tests.ingest.read.pdf.drawn import HEIGHT, LEFT, PROSE, Drawing
from tests.ingest.read.pdf.headed import BODY, HEADER, ROWS, only


def plain(text: str) -> Table:
    drawing = Drawing()
    drawing.rows(drawing.prose(70), text)
    return only(drawing)


def texts(read: Document) -> list[str]:
    return [one for section in read.sections for one in section.text.split("\n\n")]


def test_a_table_without_rules_is_found_by_its_columns() -> None:
    table = plain(f"{HEADER}\n{BODY}")
    assert (table.header, table.rows, table.pages) == (("Region", "2024", "2025"), ROWS, (1, 1, 1))


def test_a_table_with_rules_around_its_cells_is_the_same() -> None:
    drawing = Drawing()
    drawing.ruled(drawing.prose(70), [("Region", "2024", "2025"), *ROWS], (LEFT, 200, 300, 400))
    table = only(drawing)
    assert (table.header, table.rows) == (("Region", "2024", "2025"), ROWS)


def test_shaded_rows_change_nothing() -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    for at in (0, 2):
        drawing.canvas.setFillGray(0.9)
        drawing.canvas.rect(LEFT - 4, HEIGHT - below - 14 * at - 4, 490, 14, stroke=0, fill=1)
    drawing.canvas.setFillGray(0)
    drawing.rows(below, f"{HEADER}\n{BODY}")
    assert only(drawing).rows == ROWS


def test_the_text_around_a_table_is_neither_lost_nor_in_it() -> None:
    drawing = Drawing()
    below = drawing.rows(drawing.prose(70), f"{HEADER}\n{BODY}")
    drawing.prose(below)
    read = drawing.read()
    assert texts(read) == [PROSE, PROSE]
    assert read.tables[0].rows == ROWS


def test_caption_unit_and_notes_belong_to_the_table() -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    drawing.text(LEFT, below, "Table 1: Drone revenue by region", 9, bold=True)
    drawing.text(LEFT, below + 12, "(USD million)", 8)
    below = drawing.rows(below + 28, f"{HEADER}\n{BODY}") - 10
    drawing.text(LEFT, below, "Note: 2025 is a forecast.", 8)
    drawing.text(LEFT, below + 10, "Source: Windy Research", 8)
    drawing.prose(below + 40)
    table = only(drawing)
    assert (table.title, table.unit) == ("Table 1: Drone revenue by region", "USD million")
    assert table.notes[-2:] == ("Note: 2025 is a forecast.", "Source: Windy Research")
    assert table.rows == ROWS


def test_a_caption_between_two_tables_parts_them() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 70, "Table 1: Drone revenue", 9, bold=True)
    below = drawing.rows(86, f"{HEADER}\n{BODY}")
    drawing.text(LEFT, below, "Table 2: Drones sold", 9, bold=True)
    drawing.rows(below + 16, f"{HEADER}\nEurope | 3.0 | 3.8\nAsia | 4.0 | 4.9")
    read = drawing.read()
    assert [(table.title, len(table.rows)) for table in read.tables] == [
        ("Table 1: Drone revenue", 3),
        ("Table 2: Drones sold", 2),
    ]


def test_a_table_of_a_single_row_is_one() -> None:
    assert plain(f"{HEADER}\nEurope | 8.0 | 8.8").rows == (("Europe", "8.0", "8.8"),)


def test_missing_figures_and_empty_cells_keep_their_columns() -> None:
    found = plain(
        f"{HEADER} | 2030\nEurope | 8.0 | n.a. | 9.0\nAsia | – | | 12.0\nAfrica | | – |\nTotal | 18.0 | 20.0 | 21.0"
    )
    assert found.rows == (
        ("Europe", "8.0", "n.a.", "9.0"),
        ("Asia", "–", "", "12.0"),
        ("Africa", "", "–", ""),
        ("Total", "18.0", "20.0", "21.0"),
    )


@pytest.mark.parametrize("left", [90, 72])
def test_the_numbers_of_rows_are_a_column_of_their_own(left: float) -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    for at, (number, name, *figures) in enumerate(
        (("No.", "Region", "2024", "2025"), *((str(n), *row) for n, row in enumerate(ROWS, start=1)))
    ):
        drawing.text(LEFT, below + 14 * at, number, 9)
        drawing.text(left if at else max(left, 80), below + 14 * at, name, 9)
        for stop, figure in zip((300, 380), figures, strict=True):
            drawing.text(stop, below + 14 * at, figure, 9, align="right")
    assert only(drawing).rows == tuple((str(number), *row) for number, row in enumerate(ROWS, start=1))


def test_names_that_begin_with_a_number_are_whole() -> None:
    assert [
        row[0]
        for row in plain("Payload | 2024 | 2025\n5 kg | 8.0 | 8.8\n10 kg | 9.0 | 9.9\n25 kg and more | 1.0 | 1.1").rows
    ] == [
        "5 kg",
        "10 kg",
        "25 kg and more",
    ]


def with_name_end(name: str, *below: str, step: float) -> Table:
    """A table of rows 16 points apart, with lines below the name of its last row."""
    drawing = Drawing()
    top = drawing.rows(drawing.prose(70), f"{HEADER}\nEurope | 8.0 | 8.8\nAsia | 3.0 | 3.3", leading=16) - 16
    drawing.rows(top, f"{name} | 1.0 | 1.2")
    for at, line in enumerate(below, start=1):
        drawing.text(LEFT, top + step * at, line, 9)
    drawing.text(LEFT, 600, "The end.")
    return only(drawing)


@pytest.mark.parametrize(
    ("name", "below", "step"),
    [
        ("Deposits held by banks and other", "places of the south", 13),
        ("Deposits held by banks", "Post offices", 10),
        ("Deposits at December", "31, 2024", 13),
    ],
)
def test_the_name_of_the_last_row_may_go_on_below_it(name: str, below: str, step: float) -> None:
    assert with_name_end(name, below, step=step).rows[-1] == (f"{name} {below}", "1.0", "1.2")


@pytest.mark.parametrize(
    ("below", "step"),
    [
        (("* estimated",), 10),
        (("All figures of the two years", "Were rounded"), 10),
        (("as was said in the text before.",), 13),
        (("Post offices",), 24),
    ],
)
def test_a_note_or_a_text_below_is_not_the_end_of_a_name(below: tuple[str, ...], step: float) -> None:
    assert with_name_end("Deposits held by banks", *below, step=step).rows[-1] == (
        "Deposits held by banks",
        "1.0",
        "1.2",
    )


def test_a_rule_typed_between_rows_is_no_row() -> None:
    table = plain(f"{HEADER}\n | ------ | ------\nEurope | 8.0 | 8.8\nAsia | 3.0 | 3.3\n | ====== | ======")
    assert (table.header, [row[0] for row in table.rows]) == (("Region", "2024", "2025"), ["Europe", "Asia"])


def test_a_header_between_rows_heads_another_table() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 60, "The following tables present drones by colour (USD million):", 10)
    y = 80.0
    for year in ("2025", "2024"):
        drawing.text(332, y, f"Year Ended December 31, {year}", 9, align="middle")
        y = drawing.rows(y + 13, "| Red | Blue\nEurope | 8.0 | 8.8\nAsia | 10.0 | 11.2", leading=13)
    tables = drawing.read().tables
    assert [table.header[1] for table in tables] == [
        f"Year Ended December 31, {year} > Red" for year in ("2025", "2024")
    ]
    assert [(table.title, table.unit, len(table.rows)) for table in tables] == [
        ("The following tables present drones by colour (USD million)", "USD million", 2)
    ] * 2


def test_a_sentence_across_the_columns_parts_two_tables() -> None:
    drawing = Drawing()
    below = drawing.rows(70, "Deposits | 2025 | 2024\nDemand | 8.0 | 8.8\nSavings | 10.0 | 11.2", leading=14)
    drawing.lines(below - 12, "The maturities of uninsured time deposits at the end of the year follow.", size=9)
    drawing.rows(below + 4, "Term | 2025\nThree months | 118.2\nOne year | 97.6", leading=14)
    assert [len(table.rows) for table in drawing.read().tables] == [2, 2]
