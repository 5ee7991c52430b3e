"""A printed table: its caption, headers, rows and what each of its numbers means."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from evals.specimen.layout import TableKind
from evals.specimen.market import Names
from ingest.domain import Kind, Measure

Role = Literal["leaf", "subtotal", "total", "heading"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that says what a number is the number of; ``period`` is "2029" or "2025-2033".

    ``whole`` is the place a share is a share of.
    """

    measure: Measure
    kind: Kind
    scale: int
    period: str
    place: str | None
    subject: Names
    currency: str | None = None
    unit: str = ""
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell: its text, and unless it is missing the printed value, the unrounded one and its meaning."""

    text: str
    value: Decimal | None = None
    exact: Decimal | None = None
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row; a heading has no cells. ``depth`` is its indentation."""

    label: str
    path: Names
    depth: int
    role: Role
    cells: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class SpecimenTable:
    """A table as every format shows it; ``columns`` are header paths, all of the same length."""

    number: int
    kind: TableKind
    caption: str
    stub: str
    columns: tuple[Names, ...]
    rows: tuple[Row, ...]
    unit_line: str = ""
    notes: tuple[str, ...] = ()
    row_numbers: bool = False

    @property
    def header_rows(self) -> int:
        """How many rows its header has."""
        return len(self.columns[0])

    def printed(self) -> Iterator[tuple[int, int, Printed]]:
        """Every cell that has a number, with its row and column."""
        for row_number, row in enumerate(self.rows):
            for column_number, cell in enumerate(row.cells):
                if cell.value is not None:
                    yield row_number, column_number, cell

    def header_groups(self) -> tuple[tuple[str, int], ...]:
        """The names of the first header row and how many columns each spans."""
        spans: list[tuple[str, int]] = []
        for name, *_ in self.columns:
            if spans and spans[-1][0] == name:
                spans[-1] = (name, spans[-1][1] + 1)
            else:
                spans.append((name, 1))
        return tuple(spans)
