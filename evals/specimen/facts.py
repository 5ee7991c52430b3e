"""What may be asked: the tables of an edition nothing contradicts, and their figures by meaning."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from evals.specimen.contradiction import Planted
from evals.specimen.edition import Edition
from evals.specimen.layout import TableKind
from evals.specimen.table import Meaning, Printed, Row, SpecimenTable


class NothingToAsk(LookupError):  # noqa: N818 - named for what happened
    """A small edition has no table left of the kinds a question needs."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A printed figure with the name of its row."""

    name: str
    text: str
    value: Decimal
    meaning: Meaning

    @property
    def quotes(self) -> list[str]:
        """What a citation of it may hold: as printed, and in plain digits as a spreadsheet keeps it."""
        return list(dict.fromkeys((self.text, str(abs(self.value)))))


@dataclass(frozen=True)
class Facts:
    """The figures of an edition that all its tables agree on."""

    printed: Planted

    @property
    def edition(self) -> Edition:
        """The edition asked about."""
        return self.printed.edition

    @cached_property
    def tables(self) -> tuple[SpecimenTable, ...]:
        """Tables without a doubtful figure."""
        return tuple(table for table in self.edition.tables if not self._is_doubtful(table))

    @cached_property
    def kinds(self) -> tuple[TableKind, ...]:
        """The kinds of those tables."""
        return tuple(dict.fromkeys(table.kind for table in self.tables))

    @cached_property
    def known(self) -> dict[Meaning, Fact]:
        """Every figure of those tables."""
        found: dict[Meaning, Fact] = {}
        for table in self.tables:
            for row, _, cell in table.printed():
                if (fact := fact_of(table.rows[row], cell)) is not None:
                    found.setdefault(fact.meaning, fact)
        return found

    def pick(self, chance: random.Random, *kinds: TableKind) -> SpecimenTable:
        """One table of these kinds. Raises NothingToAsk."""
        found = [table for table in self.tables if table.kind in kinds]
        if not found:
            raise NothingToAsk(f"Every table of the kinds {', '.join(kinds)} is doubtful.")
        return chance.choice(found)

    def _is_doubtful(self, table: SpecimenTable) -> bool:
        return any(cell.meaning in self.printed.doubtful for _, _, cell in table.printed())


def fact_of(row: Row, cell: Printed) -> Fact | None:
    """The fact of a cell; None where a figure is missing."""
    if cell.value is None or cell.meaning is None:
        return None
    return Fact(row.label, cell.text, cell.value, cell.meaning)


def column_facts(table: SpecimenTable, column: int) -> list[Fact]:
    """The figures of a column's leaves."""
    leaves = [row for row in table.rows if row.role == "leaf"]
    return [fact for row in leaves if (fact := fact_of(row, row.cells[column])) is not None]


def row_facts(row: Row) -> list[Fact]:
    """The figures of a row."""
    return [fact for cell in row.cells if (fact := fact_of(row, cell)) is not None]


def place_of(table: SpecimenTable) -> str | None:
    """The place a table is of; that of its last row, which is a total or lies in no other place."""
    meanings = (cell.meaning for cell in table.rows[-1].cells if cell.meaning is not None)
    return next(meanings).place


def is_flat(table: SpecimenTable) -> bool:
    """Whether its rows are of one level."""
    return all(row.depth == 0 for row in table.rows)


def ranked(facts: Sequence[Fact]) -> list[Fact]:
    """Largest first."""
    return sorted(facts, key=lambda fact: -fact.value)
