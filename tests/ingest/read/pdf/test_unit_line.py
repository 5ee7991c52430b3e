"""Units below the titles of columns."""

import pytest

from tests.ingest.read.pdf.drawn import Drawing
from tests.ingest.read.pdf.headed import Head


@pytest.mark.parametrize(("unit", "middle"), [("$ millions", 270), ("index (2020=100)", 262)])
def test_units_below_several_columns_are_those_of_each(unit: str, middle: float) -> None:
    drawing = Drawing()
    top, stops = drawing.prose(70), (220.0, 300.0, 380.0, 460.0, 540.0)
    for stop, name in zip(stops, ("June 2024", "May 2025", "June 2025", "On May", "On 2024"), strict=True):
        drawing.text(stop, top, name, 8, align="right")
    drawing.text(middle, top + 11, unit, 8, align="middle")
    drawing.text(480, top + 11, "% change", 8, align="middle")
    drawing.rows(top + 22, "Food | 11,994 | 12,412 | 12,486 | 0.6 | 1.1\nToys | 530 | 500 | 512 | 2.4 | 0.8", stops)
    (table,) = drawing.read().tables
    assert [header.split(" > ")[-1] for header in table.header[1:]] == [unit] * 3 + ["% change"] * 2


def test_units_set_to_their_columns_are_those_of_these_only() -> None:
    head = Head()
    head.drawing.rows(
        head.top, " | Revenue | Staff | Growth\n | USD million | | %\nFood | 8.0 | 120 | 3.0\nToys | 9.0 | 95 | 2.5"
    )
    (table,) = head.drawing.read().tables
    assert table.header == ("", "Revenue > USD million", "Staff", "Growth > %")


def test_a_unit_alone_below_times_is_that_of_all_of_them() -> None:
    drawing = Drawing()
    top, stops = drawing.prose(70), (300.0, 380.0, 460.0, 540.0)
    for stop, name in zip(stops, ("2022/23", "2023/24", "2024/25", "Change (%)"), strict=True):
        drawing.text(stop, top, name, 8, align="right")
    drawing.text(364, top + 11, "million tonnes", 8, align="middle")
    drawing.rows(top + 22, "Spain | 95.5 | 104.2 | 108.3 | 3.9\nItaly | 54.2 | 46.1 | 50.1 | 8.7", stops)
    (table,) = drawing.read().tables
    assert table.header[1:] == (
        *(f"{year} > million tonnes" for year in ("2022/23", "2023/24", "2024/25")),
        "Change (%)",
    )
