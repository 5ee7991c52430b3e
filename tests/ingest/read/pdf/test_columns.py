from itertools import pairwise

import pytest

from ingest.read.document import Document
from ingest.read.pdf.columns import in_reading_order
from ingest.read.pdf.rows import rows_of
from ingest.read.pdf.words import Box, Word
from tests.ingest.read.pdf.drawn import LEFT, PROSE, Drawing, wrapped

RIGHT = 310.0


def about(*names: str) -> str:
    return " ".join(PROSE.replace("Drones", name) for name in names)


def beside(drawing: Drawing, y: float, left: str, right: str) -> None:
    """Two texts set in columns."""
    for x, text in ((LEFT, left), (RIGHT, right)):
        drawing.lines(y, *wrapped(text, 220), x=x)


def paragraphs(read: Document) -> list[str]:
    return [text for section in read.sections for text in section.text.split("\n\n")]


def test_the_left_column_is_read_before_the_right_one() -> None:
    drawing = Drawing()
    beside(drawing, 70, about("Drones", "Kites"), about("Ships", "Boats"))
    assert paragraphs(drawing.read()) == [about("Drones", "Kites"), about("Ships", "Boats")]


def test_what_stands_across_the_page_parts_the_columns_above_from_those_below() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 60, "A heading that stands across both of the columns of the whole page", 14, bold=True)
    beside(drawing, 90, about("Drones", "Kites"), about("Ships", "Boats"))
    drawing.text(LEFT, 210, "Another heading that stands across both of the columns of the page", 14, bold=True)
    beside(drawing, 240, about("Cars", "Trucks"), about("Planes", "Jets"))
    read = drawing.read()
    assert [section.text for section in read.sections] == [
        f"{about('Drones', 'Kites')}\n\n{about('Ships', 'Boats')}",
        f"{about('Cars', 'Trucks')}\n\n{about('Planes', 'Jets')}",
    ]


def test_one_column_may_be_longer_than_the_other() -> None:
    drawing = Drawing()
    beside(drawing, 70, about("Drones", "Kites", "Cars"), about("Ships"))
    assert paragraphs(drawing.read()) == [about("Drones", "Kites", "Cars"), about("Ships")]


def test_the_columns_of_a_table_are_no_columns_of_text() -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    names = ("Europe", "Asia", "Africa", "America", "Oceania")
    drawing.rows(below, "Region | 2024 | 2025\n" + "\n".join(f"{name} | 8.0 | 9.0" for name in names))
    (table,) = drawing.read().tables
    assert [row[0] for row in table.rows] == list(names)


def test_rows_across_the_page_are_one_stretch() -> None:
    words = [Word(text, Box(left, 90, left + 30, 100), 100, 10) for left, text in ((60, "Drones"), (95, "fly"))]
    below = [Word("High", Box(60, 104, 90, 114), 114, 10)]
    rows = rows_of([*words, *below])
    assert in_reading_order(rows) == [rows]
    assert in_reading_order([]) == []


def test_no_word_is_lost_or_read_twice() -> None:
    words = [
        Word(text, Box(x + 40 * at, y, x + 40 * at + 36, y + 10), y + 10, 10)
        for x in (LEFT, RIGHT)
        for y in range(70, 190, 12)
        for at, text in enumerate(["Drones", "fly", "over", "the", "wide"])
    ]
    left, right = in_reading_order(rows_of(words))
    assert len(left) == len(right) == 10
    assert sum(len(row.words) for row in (*left, *right)) == len(words)
    assert all(above.base < below.base for run in (left, right) for above, below in pairwise(run))


FIGURES = "Sales rose to EUR 1 775 372 thousand from 1 253 060 in 2024, ahead of EUR 763 696 thousand and 48.8 % in it."


@pytest.mark.parametrize("lower", [0.0, 3.0, 6.0, 30.0, -30.0])
def test_columns_whose_lines_stand_at_other_heights(lower: float) -> None:
    drawing = Drawing()
    drawing.lines(100, *wrapped(about("Drones", "Kites"), 220), x=LEFT)
    drawing.lines(100 + lower, *wrapped(about("Ships", "Boats"), 220), x=RIGHT)
    assert paragraphs(drawing.read()) == [about("Drones", "Kites"), about("Ships", "Boats")]


def test_text_with_many_figures_is_text() -> None:
    drawing = Drawing()
    beside(drawing, 70, f"{PROSE} {FIGURES}", f"{FIGURES} {FIGURES}")
    assert paragraphs(drawing.read()) == [f"{PROSE} {FIGURES}", f"{FIGURES} {FIGURES}"]


def test_the_last_line_of_a_text_across_the_page_is_not_one_of_the_column_below() -> None:
    drawing = Drawing()
    across = f"{PROSE} All of it is new."
    below = drawing.lines(70, *wrapped(across))
    beside(drawing, below, about("Kites"), about("Ships"))
    assert paragraphs(drawing.read()) == [across, about("Kites"), about("Ships")]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    drawing = Drawing()
    first, second = (
        "In that year the drones were sold at a price of EUR",
        "763 696 each, and the ships at a price of more.",
    )
    beside(drawing, 70, f"{PROSE} {first}", f"{second} {PROSE}")
    assert paragraphs(drawing.read()) == [f"{PROSE} {first} {second} {PROSE}"]


@pytest.mark.parametrize(("table", "text"), [(LEFT, RIGHT), (RIGHT, LEFT)])
def test_a_table_beside_a_text(table: float, text: float) -> None:
    drawing = Drawing()
    for at, cells in enumerate(
        (("Land", "2023", "2024"), *((name, "1.5", "2.5") for name in ("Mali", "Togo", "Peru")))
    ):
        for x, cell in zip((0, 90, 150), cells, strict=True):
            drawing.text(table + x, 100 + 16 * at, cell, 9)
    drawing.lines(95, *wrapped(about("Drones", "Kites"), 220), x=text)
    read = drawing.read()
    (own,) = read.tables
    assert [row[0] for row in own.rows] == ["Mali", "Togo", "Peru"]
    assert paragraphs(read) == [about("Drones", "Kites")]


def test_figures_far_behind_their_names_are_no_column_of_their_own() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    names = ["Sales", "Costs of sales", "Profit", "Wages", "Rents paid", "Fuel", "Tax", "Interest", "Cash", "Stocks"]
    for at, name in enumerate(names):
        drawing.text(LEFT, top + 15 * at, name, 8)
        for stop, figure in ((480, 1000 + 37 * at), (540, 900 + 31 * at)):
            drawing.text(stop, top + 15 * at + 0.8, f"{figure:,}", 8, align="right")
    (table,) = drawing.read().tables
    assert [row[0] for row in table.rows] == names


FACTS = """Founded in 1998, Seat in Bergen, Staff of 210, Ships: 14, Owned by a fund, No debts left, Listed in Oslo,
Two yards, Five tugs, One dock, No unions"""


@pytest.mark.parametrize("step", [11, 13])
def test_a_bar_of_facts_beside_a_table_is_none_of_its_columns(step: float) -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    facts = [fact.strip() for fact in FACTS.split(",")]
    for at, fact in enumerate(facts):
        drawing.text(420, top + 3 + step * at, fact, 9)
    names = ["Sales", "Costs", "Wages", "Rents", "Fuel", "Tax", "Interest", "Cash", "Debt", "Stocks"]
    rows = "\n".join(f"{name} | {at}.5 | {at}.8" for at, name in enumerate(names, start=1))
    drawing.rows(top, f"Item | 2024 | 2025\n{rows}", (240, 300), leading=16)
    read = drawing.read()
    (table,) = read.tables
    assert (table.header, [row[0] for row in table.rows]) == (("Item", "2024", "2025"), names)
    assert paragraphs(read)[-1] == " ".join(facts)


def test_the_last_row_of_a_table_over_two_columns_of_text_is_none_of_them() -> None:
    drawing = Drawing()
    below = drawing.rows(70, "Region | 2024 | 2025\nEurope | 8.0 | 9.0\nAsia | 3.0 | 4.0", (180, 240))
    beside(drawing, below, about("Drones", "Kites"), about("Ships", "Boats"))
    read = drawing.read()
    assert [row[0] for row in read.tables[0].rows] == ["Europe", "Asia"]
    assert paragraphs(read) == [about("Drones", "Kites"), about("Ships", "Boats")]


def test_points_beside_a_table_are_none_of_its_columns() -> None:
    drawing = Drawing()
    top = drawing.prose(70) + 30
    points = [wrapped(about(name), 170) for name in ("Drones", "Ships", "Cars")]
    y = top + 3
    for lines in points:
        y = drawing.lines(y, *lines, x=390) - 4
    names = ["Sales", "Costs", "Wages", "Rents", "Fuel", "Tax", "Interest", "Cash", "Debt", "Stocks"]
    rows = "\n".join(f"{name} | {at}.5 | {at}.8" for at, name in enumerate(names, start=1))
    drawing.rows(top, f"Item | 2024 | 2025\n{rows}", (240, 300), leading=17)
    read = drawing.read()
    (table,) = read.tables
    assert (table.header, [row[0] for row in table.rows]) == (("Item", "2024", "2025"), names)
    assert about("Ships") in "\n\n".join(paragraphs(read))


def test_a_few_lines_beside_each_other_above_a_table_are_columns() -> None:
    drawing = Drawing()
    one = "The market of kites was worth a little more than last year, and kites of silk sold best of all."
    two = "The market of boats was worth a little less than last year, and boats of wood sold best of all."
    for x, text in ((LEFT, one), (RIGHT, two)):
        drawing.lines(70, *wrapped(text, 230), x=x)
    drawing.text(LEFT, 130, "Overview", 14, bold=True)
    drawing.lines(150, "Region     2024     2025", x=LEFT)
    assert paragraphs(drawing.read())[:2] == [one, two]
