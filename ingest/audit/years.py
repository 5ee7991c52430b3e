"""Finds years that lie outside the span of their table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.audit.facts import Ledger
from ingest.audit.finding import Finding, place_at
from ingest.domain import Cell, Report
from ingest.quantity.grids import Grid

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
        if header.period and header.period.kind in ("year", "fiscal year") and header.measure != "cagr":
            above = grid.table.header[at].rpartition(" > ")[0]
            runs.setdefault(above, []).append((header.period.first, Cell(number, -1, at)))
    yield from runs.values()
    if grid.years is not None:
        rows = [(row.period.first, row.number) for row in grid.rows() if row.period and row.period.kind == "year"]
        yield [(year, Cell(number, row, grid.years)) for year, row in rows]


def _strays(report: Report, grid: Grid, run: Sequence[tuple[int, Cell]]) -> Iterator[Finding]:
    years = [year for year, _ in run]
    if len(years) < FEWEST:
        return
    ordered = _longest_ordered(years)
    if len(years) - len(ordered) != 1:  # none is out of order, or there is no order to be out of
        return
    (stray,) = set(range(len(years))) - ordered
    rest = [years[at] for at in sorted(ordered)]
    low, high = min(rest), max(rest)
    if low <= years[stray] <= high and years.count(years[stray]) == 1:
        return
    year, cell = run[stray]
    name = grid.table.title or "a table"
    said = f"{name} has the year {year} among {low} to {high}"
    beside = ", ".join(map(str, years[max(stray - 1, 0) : stray + 2]))
    off = Decimal(max(year - high, low - year, 1))
    yield Finding("year", said, f"in the order printed: {beside}", off, (place_at(report, cell),))


def _longest_ordered(years: Sequence[int]) -> set[int]:
    """The places of the longest run of years that only rises, or only falls."""
    rising, falling = _longest(years), _longest([-year for year in years])
    return rising if len(rising) >= len(falling) else falling


def _longest(years: Sequence[int]) -> set[int]:
    best: list[list[int]] = []
    for at, year in enumerate(years):
        before: list[int] = max((run for run in best if years[run[-1]] < year), key=len, default=[])
        best.append([*before, at])
    longest: list[int] = max(best, key=len)
    return set(longest)
