"""Names of two lines beside their figures."""

from tests.ingest.read.pdf.drawn import LEFT, STOPS, Drawing


def drawn(above: float, below: float) -> Drawing:
    """Two rows whose names stand so far above and below their figures."""
    drawing = Drawing()
    top = drawing.prose(70)
    for stop, name in zip(STOPS, ("Revenue", "Profit"), strict=False):
        drawing.text(stop, top, name, 9, align="right")
    for year, figures in ((2025, ("274", "31")), (2024, ("267", "29"))):
        top += 26
        drawing.text(LEFT, top - above, "Fiscal year ended", 9)
        drawing.text(LEFT, top + below, f"March 31, {year}", 9)
        for stop, figure in zip(STOPS, figures, strict=False):
            drawing.text(stop, top, figure, 9, align="right")
    return drawing


def test_figures_in_the_middle_of_a_name_s_two_lines_are_its_row() -> None:
    (table,) = drawn(5, 5).read().tables
    assert table.header == ("", "Revenue", "Profit")
    assert table.rows == (
        ("Fiscal year ended March 31, 2025", "274", "31"),
        ("Fiscal year ended March 31, 2024", "267", "29"),
    )


def test_figures_that_are_nearer_to_one_line_are_left_there() -> None:
    rows = [row for table in drawn(10, 2).read().tables for row in table.rows]
    assert ("Fiscal year ended March 31, 2025", "274", "31") not in rows
