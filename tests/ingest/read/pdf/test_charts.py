import pytest

from ingest.read.pdf.charts import without_charts
from ingest.read.pdf.rows import Row, rows_of
from ingest.read.pdf.words import Box, Word
from tests.ingest.read.pdf.drawn import LEFT, Drawing

YEARS = ("2022", "2023", "2024")
BARS = ((2, 37), (1, 22), (0, 9))


def upright(drawing: Drawing, top: float, step: float = 25) -> float:
    """A chart of upright bars with its axis, legend and labels; where its years stand."""
    drawing.text(200, top - 14, "Lithium Nickel", 7)
    for at, value in enumerate(("400", "300", "200", "100", "0")):
        drawing.text(100, top + step * at, value, 8, align="right")
    for column, bar in BARS:
        drawing.text(160 + 90 * column, top + 4 * (40 - bar) * step / 40 - 3, f"{bar}0", 7, align="middle")
    for column, year in enumerate(YEARS):
        drawing.text(160 + 90 * column, top + 4 * step + 9, year, 8, align="middle")
    return top + 4 * step + 9


def rows(*texts: tuple[str, ...]) -> list[Row]:
    """Rows 14 points apart whose texts end at every hundredth point."""
    return rows_of(
        [
            Word(text, Box(100 * at + 100 - 5 * len(text), 14 * y, 100 * at + 100, 14 * y + 9), 14 * y + 9, 9)
            for y, row in enumerate(texts)
            for at, text in enumerate(row)
        ]
    )


def test_what_is_written_inside_a_chart_is_left_out() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(LEFT, top, "Figure 2: Demand, thousand tonnes", 10, bold=True)
    below = upright(drawing, top + 40)
    drawing.text(LEFT, below + 20, "Source: Mines", 8)
    read = drawing.read()
    assert read.tables == ()
    assert read.sections[0].text.split("\n\n")[1:] == ["Figure 2: Demand, thousand tonnes", "Source: Mines"]


def test_a_table_under_a_chart_keeps_its_header_and_the_caption_above_both() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(LEFT, top, "Figure 2: Demand, thousand tonnes", 10, bold=True)
    below = upright(drawing, top + 40)
    for row, cells in enumerate((("Lithium", "90", "220", "370"), ("Nickel", "60", "70", "80"))):
        drawing.text(LEFT, below + 14 * (row + 1), cells[0], 8)
        for column, cell in enumerate(cells[1:]):
            drawing.text(160 + 90 * column, below + 14 * (row + 1), cell, 8, align="middle")
    (table,) = drawing.read().tables
    assert table.title == "Figure 2: Demand, thousand tonnes"
    assert table.header == ("", *YEARS)
    assert table.rows == (("Lithium", "90", "220", "370"), ("Nickel", "60", "70", "80"))


def test_lying_bars_are_no_table() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(LEFT, top, "Figure 2: Mines by country, %", 10, bold=True)
    for at, (name, value) in enumerate((("Chile", 18), ("Peru", 30), ("China", 37))):
        drawing.text(110, top + 30 + 24 * at, name, 8, align="right")
        drawing.text(120 + 8 * value, top + 30 + 24 * at, f"{value}%", 8)
    for value in range(0, 50, 10):
        drawing.text(115 + 8 * value, top + 100, str(value), 8, align="middle")
    assert drawing.read().tables == ()


@pytest.mark.parametrize(
    "table",
    [
        [("1",), ("2",), ("3",), ("4",)],
        [("2024",), ("2023",), ("2022",), ("2021",)],
        [("40", "x"), ("30", "y"), ("20", "z"), ("10", "w")],
        [("Oslo", "40"), ("Rome", "30"), ("Bern", "20"), ("Kyiv", "10")],
        [("40",), ("30",), ("25",), ("10",)],
        [("30",), ("20",), ("10",)],
    ],
)
def test_columns_of_tables_are_no_axes(table: list[tuple[str, ...]]) -> None:
    own = rows(*table)
    assert without_charts(own) == own


@pytest.mark.parametrize("axis", [("3", "2", "1", "0"), ("1 500", "1 000", "500", "0"), ("20%", "10%", "0%", "-10%")])
def test_numbers_that_fall_evenly_are_an_axis(axis: tuple[str, ...]) -> None:
    assert without_charts(rows(*((number,) for number in axis))) == []
