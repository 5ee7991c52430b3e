"""What the audit finds: two places of a report that cannot both be right."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ingest.domain import Cell, Report, Source

Kind = Literal[
    "rate",  # a compound growth rate that its own end points do not give
    "total",  # parts that do not add up to their total
    "share",  # shares that do not add up to a hundred
    "text",  # a figure of the text against a table
    "faq",  # a figure of an answered question against the rest
    "reprint",  # the same figure printed differently in two tables
    "year",  # a year outside the span of its table
    "unit",  # two tables whose figures are alike and whose units are not
    "step",  # growth of the first year that differs from the rate said beside it: worth a look, no contradiction
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands, in a reader's words. ``quote`` is verbatim; ``page`` is None where there are none."""

    where: str
    quote: str
    source: Source
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction. ``said`` is what is printed and what it should be by the other place, ``arithmetic`` how that is
    known, ``off`` how far apart they are as a share of the expected figure."""

    kind: Kind
    said: str
    arithmetic: str
    off: Decimal
    places: tuple[Place, ...]

    @property
    def is_contradiction(self) -> bool:
        """Whether the report cannot be right in both places."""
        return self.kind != "step"


MAX_QUOTE = 240
"""Characters of a sentence that are quoted."""


def place_at(report: Report, source: Source) -> Place:
    """The place of a figure: its table with row and column, or its section and sentence."""
    if isinstance(source, Cell):
        return _in_table(report, source)
    section = report.sections[source.section]
    quote = section.text[source.start : source.end]
    shown = quote if len(quote) <= MAX_QUOTE else f"{quote[: MAX_QUOTE - 1]}…"
    where = " > ".join(section.heading) or report.title
    return Place(where, shown, source, section.page_at(source.start))


def _in_table(report: Report, cell: Cell) -> Place:
    table = report.tables[cell.table]
    title = table.title or f"table {cell.table + 1}"
    row = "" if cell.row < 0 else next((text for text in table.rows[cell.row] if any(map(str.isalpha, text))), "")
    row = row or ("" if cell.row < 0 else table.rows[cell.row][0])
    column = table.header[cell.column] if cell.column >= 0 else ""
    named = " / ".join(part for part in (row, column) if part)
    quote = table.rows[cell.row][cell.column] if cell.row >= 0 and cell.column >= 0 else column or title
    return Place(f"{title}, {named}" if named else title, quote, cell, table.page_of(cell.row))
