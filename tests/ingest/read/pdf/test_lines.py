import pytest

from tests.ingest.read.pdf.drawn import LEFT, Drawing
from tests.ingest.read.pdf.headed import HEADER, ROWS, only


def test_rules_part_figures_that_stand_near() -> None:
    drawing = Drawing()
    drawing.ruled(drawing.prose(70), [("Region", "2024", "2025"), *ROWS], (LEFT, 120, 146, 172))
    assert only(drawing).rows == ROWS


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        ([(250, "$"), (300, "8.0"), (340, "$"), (380, "8.8")], ("$ 8.0", "$ 8.8")),
        ([(300, "8.0"), (312, "%"), (380, "8.8"), (392, "%")], ("8.0 %", "8.8 %")),
        ([(300, "(8.0"), (303.5, ")"), (380, "8.8")], ("(8.0)", "8.8")),
    ],
)
def test_signs_in_columns_of_their_own_belong_to_their_figures(
    cells: list[tuple[float, str]], row: tuple[str, str]
) -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    drawing.rows(below, HEADER)
    for at, name in enumerate(("Europe", "Asia", "Africa"), start=1):
        drawing.text(LEFT, below + 14 * at, name, 9)
        for stop, text in cells:
            drawing.text(stop, below + 14 * at, text, 9, align="right")
    table = only(drawing)
    assert table.header == ("Region", "2024", "2025")
    assert table.rows == tuple((name, *row) for name in ("Europe", "Asia", "Africa"))


def test_an_x_in_a_column_of_its_own_is_a_figure_kept_secret() -> None:
    drawing = Drawing()
    drawing.rows(
        drawing.prose(70), "Region | Change | Share\nEurope | 2.4 | x\nAsia | 1.6 | 100.0\nAfrica | 3.0 | 16.1"
    )
    (table,) = drawing.read().tables
    assert table.rows[0] == ("Europe", "2.4", "x")


def test_a_sign_far_from_a_text_is_none_of_it() -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    for x, text in ((300, "$"), (380, "% change")):
        drawing.text(x, below, text, 9, align="right")
    drawing.rows(below + 14, "Europe | 8.0 | 4.4\nAsia | 10.0 | 5.6", (300, 380))
    assert only(drawing).header == ("", "$", "% change")
