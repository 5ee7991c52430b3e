"""Finds years that lie outside the span of their table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.audit.facts import Ledger
from ingest.audit.finding import Finding, place_at
from ingest.domain import HEADER_STEP, Cell, Report
from ingest.quantity.grids import Grid
from ingest.read.figures import is_time

FEWEST = 4
"""Years of a table at least, before one of them can be told to be out of order."""


def year_findings(ledger: Ledger) -> Iterator[Finding]:
    """Years over columns or beside rows that lie outside the span of the others, which stand in order."""
    for number, grid in enumerate(ledger.grids):
        for run in _runs(grid, number):
            yield from _strays(ledger.report, grid, run)


def _runs(grid: Grid, number: int) -> Iterator[list[tuple[int, Cell]]]:
    """The years of a table in the order they stand in: over its columns, each title's apart, or beside its rows."""
    runs: dict[str, list[tuple[int, Cell]]] = {}
    for at, header in enumerate(grid.headers):
        said = grid.table.header[at].rpartition(HEADER_STEP)[2]
        if header.period and header.period.kind in ("year", "fiscal year") and is_time(said):
            above = grid.table.header[at].rpartition(HEADER_STEP)[0]
            runs.setdefault(above, []).append((header.period.first, Cell(number, -1, at)))
    yield from runs.values()
    if grid.years is not None:
        rows = [(row.period.first, row.number) for row in grid.rows() if row.period and row.period.kind == "year"]
        yield [(year, Cell(number, row, grid.years)) for year, row in rows]


def _strays(report: Report, grid: Grid, run: Sequence[tuple[int, Cell]]) -> Iterator[Finding]:
    years = [year for year, _ in run]
    if len(years) < FEWEST or _is_ordered(years):
        return
    for at, (year, cell) in enumerate(run):
        rest = [*years[:at], *years[at + 1 :]]
        low, high = min(rest), max(rest)
        if not _is_ordered(rest) or low <= year <= high:
            continue
        said = f"{grid.table.title or 'A table'} has the year {year} among {low} to {high}"
        beside = ", ".join(map(str, years[max(at - 1, 0) : at + 2]))
        off = Decimal(max(year - high, low - year))
        yield Finding("year", said, f"in the order printed: {beside}", off, (place_at(report, cell),))
        return


def _is_ordered(years: Sequence[int]) -> bool:
    """Whether years only rise, or only fall."""
    steps = [after - before for before, after in pairwise(years)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)
