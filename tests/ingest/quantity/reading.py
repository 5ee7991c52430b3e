"""Reads tables written as lines of cells parted by bars."""

from ingest.domain import Quantity, Table
from ingest.quantity.cells import read_table
from tests.ingest.quantity.cases import frame_for


def table(text: str, title: str = "", unit: str | None = None, notes: tuple[str, ...] = ()) -> Table:
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]
    return Table(title, rows[0], tuple(rows[1:]), "t.csv", unit, notes)


def read(text: str, title: str = "", unit: str | None = None, notes: tuple[str, ...] = ()) -> tuple[Quantity, ...]:
    return read_table(table(text, title, unit, notes), 3, frame_for("drone"))
