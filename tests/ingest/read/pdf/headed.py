"""Tables for the tests of what reads them: one of years, one whose upper header rows are drawn by the test."""

from ingest.domain import Table
from tests.ingest.read.pdf.drawn import STOPS, Drawing

HEADER = "Region | 2024 | 2025"
ROWS = (("Europe", "8.0", "8.8"), ("Asia", "10.0", "11.2"), ("Total", "18.0", "20.0"))
BODY = "\n".join(" | ".join(row) for row in ROWS)
FOUR = "Europe | 8.0 | 8.8 | 3.0 | 3.3\nAsia | 10.0 | 11.2 | 4.0 | 4.4"
YEARS = "Region | 2024 | 2025 | 2024 | 2025\n"
TITLED = ("Region", "Revenue > 2024", "Revenue > 2025", "Units > 2024", "Units > 2025")


def only(drawing: Drawing) -> Table:
    """The one table of a drawing."""
    (table,) = drawing.read().tables
    return table


class Head:
    """A table whose upper header row is drawn by the test."""

    def __init__(self) -> None:
        self.drawing = Drawing()
        self.top = self.drawing.prose(70)

    def under(self, text: str, stops: tuple[float, ...] = STOPS) -> Table:
        self.drawing.rows(self.top + 14, text, stops)
        (table,) = self.drawing.read().tables
        return table
