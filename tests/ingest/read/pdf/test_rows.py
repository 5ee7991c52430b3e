import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.read.pdf.rows import joined, rows_of
from ingest.read.pdf.words import Box, Word
from tests.ingest.read.pdf.drawn import LEFT, PROSE, Drawing

END = "of all the fields in the whole wide land."


def word(
    text: str, left: float, base: float = 100, size: float = 10, raised: bool = False, spaced: bool = False
) -> Word:
    return Word(text, Box(left, base - size, left + 5 * len(text), base), base, size, raised=raised, spaced=spaced)


def text_of(*marked: tuple[str, str]) -> str:
    """What is read of words, each with a raised mark behind it."""
    drawing = Drawing()
    below = drawing.prose(70)
    x = LEFT
    for before, mark in marked:
        x = drawing.marked(x, below, before, mark, size=10) + 4
    drawing.text(x, below, END)
    (section,) = drawing.read().sections
    return section.text.removeprefix(f"{PROSE}\n\n").removesuffix(f" {END}")


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ([("The market grew", "1")], "The market grew"),
        ([("The market grew", "(a)"), ("by 8 %", "*")], "The market grew by 8 %"),
        ([("Sales of 2024", "3")], "Sales of 2024"),
        ([("5 km", "2")], "5 km²"),
        ([("EUR 5/m", "2")], "EUR 5/m²"),
        ([("10", "-6"), ("m", "3")], "10⁻⁶ m³"),
        ([("the 3", "rd"), ("and the 21", "st")], "the 3rd and the 21st"),
    ],
)
def test_marks_of_footnotes_are_dropped_and_powers_and_ordinals_kept(marked: list[tuple[str, str]], text: str) -> None:
    assert text_of(*marked) == text


def test_a_mark_behind_a_figure_of_a_table_is_dropped() -> None:
    drawing = Drawing()
    drawing.prose(70)
    for at, (name, first, second) in enumerate(
        [("Region", "2024", "2025"), ("Europe", "8.0", "8.8"), ("Asia", "9.0", "9.9")]
    ):
        drawing.marked(LEFT, 130 + 14 * at, name, "1")
        drawing.marked(290, 130 + 14 * at, first, "2")
        drawing.marked(390, 130 + 14 * at, second, "3")
    (table,) = drawing.read().tables
    assert (table.header, table.rows) == (
        ("Region", "2024", "2025"),
        (("Europe", "8.0", "8.8"), ("Asia", "9.0", "9.9")),
    )


def test_words_of_one_line_are_a_row_from_left_to_right() -> None:
    rows = rows_of([word("b", 100), word("low", 60, 114), word("a", 60), word("c", 140, 101)])
    assert [row.text for row in rows] == ["a b c", "low"]


def test_a_row_is_as_large_as_most_of_its_characters() -> None:
    (row,) = rows_of([word("Drones", 60, size=12), word("i", 100, size=8)])
    assert row.size == 12


@pytest.mark.parametrize(
    ("second", "text"),
    [
        (word("%", 70.5), "12%"),
        (word("%", 70.5, spaced=True), "12 %"),
        (word("%", 75), "12 %"),
    ],
)
def test_words_are_joined_by_a_blank_where_there_is_one(second: Word, text: str) -> None:
    assert joined([word("12", 60), second]) == text


def test_stretches_stand_apart() -> None:
    (row,) = rows_of([word("North", 60), word("America", 88), word("8.0", 200)])
    assert [stretch.text for stretch in row.stretches] == ["North America", "8.0"]


def test_single_digits_side_by_side_are_figures_and_no_word() -> None:
    drawing = Drawing()
    figures = ("4", "3", "3", "4", "2", "4")
    stops = tuple(200.0 + 54 * at for at in range(len(figures)))
    drawing.rows(100, "Place | " + " | ".join(str(2019 + at) for at in range(6)), stops)
    for at, name in enumerate(("A", "B")):
        drawing.text(LEFT, 114 + 14 * at, name, 9)
        for stop, figure in zip(stops, figures, strict=True):
            drawing.text(stop, 114 + 14 * at, figure, 9, align="right")
    (table,) = drawing.read().tables
    assert [row[1:] for row in table.rows] == [figures, figures]


def test_a_lowered_letter_belongs_to_what_it_stands_behind() -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    drawing.text(LEFT, below, "Specific CO", 10)
    x = LEFT + stringWidth("Specific CO", "Helvetica", 10)
    drawing.text(x, below + 4, "2", 6)
    drawing.text(x + 6.5, below, "emissions fell in all of the countries of the wide North.", 10)
    (section,) = drawing.read().sections
    assert "Specific CO2 emissions fell" in section.text


def test_the_first_dot_of_leaders_is_no_part_of_the_name_it_touches() -> None:
    drawing = Drawing()
    y = drawing.prose(70)
    drawing.rows(y, "Item | 2025", (460,))
    for at, (name, figure) in enumerate((("Options.", "0.8"), ("Awards.", "0.7"))):
        drawing.text(LEFT, y + 14 + 14 * at, f"{name} . . . . . . . . . .", 9)
        drawing.text(460, y + 14 + 14 * at, figure, 9, align="right")
    (table,) = drawing.read().tables
    assert [row[0] for row in table.rows] == ["Options", "Awards"]
