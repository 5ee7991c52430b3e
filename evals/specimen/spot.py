"""Where figures stand in an edition: cells of tables, and sentences under their headings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.specimen.edition import Edition
from evals.specimen.table import Meaning, Printed, SpecimenTable


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell by table number and the numbers of its row and column; -1 is the header, or the whole of it."""

    table: SpecimenTable
    row: int = -1
    column: int = -1

    @property
    def cell(self) -> Printed:
        """What is printed there."""
        return self.table.rows[self.row].cells[self.column]

    def record(self) -> dict[str, object]:
        """As a place of a contradiction."""
        row = self.table.rows[self.row].label if self.row >= 0 else ""
        column = " > ".join(self.table.columns[self.column]) if self.column >= 0 else ""
        return {"table": self.table.number, "row": row, "column": column}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the heading it stands under."""

    section: str
    sentence: str

    def record(self) -> dict[str, object]:
        """As a place of a contradiction."""
        return {"section": self.section, "sentence": self.sentence}


Place = Spot | Said

Spots = Mapping[Meaning, Sequence[Spot]]
"""Every cell that prints a figure, by what it means."""


def spots(edition: Edition) -> Spots:
    """Where each figure of an edition is printed in tables."""
    found: dict[Meaning, list[Spot]] = defaultdict(list)
    for table in edition.tables:
        for row, column, cell in table.printed():
            if cell.meaning is not None:
                found[cell.meaning].append(Spot(table, row, column))
    return found
