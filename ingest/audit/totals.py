"""Checks parts against their total, down the columns and along the rows of tables, and shares against a hundred."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.audit.facts import Ledger
from ingest.audit.finding import Finding, Kind, place_at
from ingest.domain import Cell, Quantity, Report
from ingest.quantity.grids import Grid
from ingest.quantity.groups import Standing
from ingest.quantity.labels import names_total

_HUNDRED = Decimal(100)
_NEAR = Decimal("0.25")
"""How far off a sum may be, where only one column or row could be checked, to be taken for one meant to hold."""

_MOST_HOLD = Decimal("0.5")
"""Share of the columns (or rows) in which parts add up before the others are held to it."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A whole and its parts in one column or row; a whole of None is a hundred percent."""

    whole: Quantity | None
    parts: tuple[Quantity, ...]

    @property
    def expected(self) -> Decimal:
        return sum((part.amount for part in self.parts), Decimal(0))

    @property
    def stated(self) -> Decimal:
        return self.whole.amount if self.whole else _HUNDRED

    @property
    def tolerance(self) -> Decimal:
        """What rounding hides: half of the last digit of every figure."""
        figures = (*self.parts, *([self.whole] if self.whole else []))
        return sum((figure.quantum / 2 for figure in figures), Decimal(0))

    @property
    def holds(self) -> bool:
        return abs(self.stated - self.expected) <= self.tolerance

    @property
    def off(self) -> Decimal:
        return abs(self.stated - self.expected) / abs(self.expected) if self.expected else Decimal(1)


def total_findings(ledger: Ledger) -> Iterator[Finding]:
    """Totals that are not the sum of their parts in tables where such sums hold elsewhere."""
    tables: dict[int, dict[tuple[int, int], Quantity]] = {}
    for quantity in ledger.quantities:
        if isinstance(quantity.source, Cell):
            tables.setdefault(quantity.source.table, {})[quantity.source.row, quantity.source.column] = quantity
    for number, cells in tables.items():
        grid = ledger.grids[number]
        for sums in (*_down(grid, cells), list(_along(grid, cells))):
            yield from _violated(ledger.report, sums)


def _violated(report: Report, sums: Sequence[_Sum]) -> Iterator[Finding]:
    """The sums that do not hold, where most of the same kind in the table do."""
    broken = [one for one in sums if not one.holds]
    held = len(sums) - len(broken)
    most = held > 0 and held >= _MOST_HOLD * len(sums)
    if most or (len(sums) == 1 and broken and broken[0].off <= _NEAR):
        yield from (_finding(report, one) for one in broken)


def _down(grid: Grid, cells: dict[tuple[int, int], Quantity]) -> Iterator[list[_Sum]]:
    """For each whole of a table its sums, column by column."""
    columns = sorted({column for _, column in cells})
    additive = [at for at in columns if grid.headers[at].measure not in {"cagr", "growth", "price"}]
    wholes = list(_wholes(grid))
    for whole, parts in wholes:
        yield [one for at in additive if (one := _sum(cells, [(whole, at)], [(part, at) for part in parts]))]
    if not any(grid.table.rows[whole] and _is_top(grid, whole) for whole, _ in wholes):
        yield list(_hundreds(grid, cells, additive))


def _hundreds(grid: Grid, cells: dict[tuple[int, int], Quantity], columns: Sequence[int]) -> Iterator[_Sum]:
    """The columns of shares without a total."""
    rows = [row for row, standing in enumerate(grid.standings) if not standing.groups]
    for column in columns:
        parts = tuple(cells[row, column] for row in rows if (row, column) in cells)
        if len(parts) > 2 and all(part.kind == "percent" and part.measure == "share" for part in parts):
            yield _Sum(None, parts)


def _wholes(grid: Grid) -> Iterator[tuple[int, list[int]]]:
    """Each row that is a whole with the rows that are its parts."""
    standings = grid.standings
    for row, standing in enumerate(standings):
        if standing.total or names_total(_name(grid, row)):
            yield row, _parts_of(grid, standings, standing.groups, row)
        elif children := _children(grid, standings, row):
            yield row, children


def _parts_of(grid: Grid, standings: Sequence[Standing], groups: tuple[int, ...], total: int) -> list[int]:
    """The rows a total sums up: those beside it in its group, a group's own row for its rows."""
    beside = [row for row, standing in enumerate(standings) if standing.groups == groups and row != total]
    rows = [row for row in beside if not (standings[row].total or names_total(_name(grid, row)))]
    parts: list[int] = []
    for row in rows:
        own = _subtotal(standings, groups, row) if grid.is_bare(row) else row
        parts += [own] if own is not None else _children(grid, standings, row)
    return parts


def _subtotal(standings: Sequence[Standing], groups: tuple[int, ...], head: int) -> int | None:
    return next((row for row, one in enumerate(standings) if one.total and one.groups == (*groups, head)), None)


def _children(grid: Grid, standings: Sequence[Standing], head: int) -> list[int]:
    groups = (*standings[head].groups, head)
    return [row for row, one in enumerate(standings) if one.groups == groups and not one.total]


def _is_top(grid: Grid, row: int) -> bool:
    return not grid.standings[row].groups and names_total(_name(grid, row))


def _name(grid: Grid, row: int) -> str:
    return grid.table.rows[row][grid.labels[0]] if grid.labels else ""


def _along(grid: Grid, cells: dict[tuple[int, int], Quantity]) -> Iterator[_Sum]:
    """The sums along the rows: a column of totals against the columns that name parts."""
    columns = sorted({column for _, column in cells})
    totals = [at for at in columns if grid.headers[at].total]
    parts = [at for at in columns if at not in totals and (grid.headers[at].subject or grid.headers[at].place)]
    if len(totals) != 1 or len(parts) + 1 < len(columns) or len(parts) < 2:
        return
    for row in range(len(grid.table.rows)):
        if one := _sum(cells, [(row, totals[0])], [(row, at) for at in parts]):
            yield one


def _sum(
    cells: dict[tuple[int, int], Quantity], whole: Sequence[tuple[int, int]], parts: Sequence[tuple[int, int]]
) -> _Sum | None:
    """A whole and its parts where all of them are printed in one unit."""
    found = [cells[at] for at in parts if at in cells]
    total = cells.get(whole[0])
    if total is None or len(found) < 2 or len(found) < len(parts):
        return None
    if any(part.measure in {"cagr", "growth", "price"} for part in (total, *found)):
        return None
    if any(part.kind == "percent" and part.measure != "share" for part in (total, *found)):
        return None
    units = {(part.kind, part.currency, part.unit) for part in (total, *found)}
    return _Sum(total, tuple(found)) if len(units) == 1 else None


def _finding(report: Report, one: _Sum) -> Finding:
    shares = all(part.measure == "share" for part in one.parts)
    kind: Kind = "share" if shares else "total"
    shown = one.whole or one.parts[0]
    scale = shown.scale or Decimal(1)
    sum_said = f"{one.expected / scale:,}"
    whole = f"{one.whole.value:,}" if one.whole else "100"
    what = _what(report, one)
    said = (
        f"{what}: the parts add up to {sum_said}, and {whole} is printed"
        if one.whole
        else (f"{what}: the shares add up to {sum_said} %, not to 100 %")
    )
    printed = " + ".join(f"{part.value:,}" for part in one.parts)
    sources = [part.source for part in ((one.whole,) if one.whole else ())] + [part.source for part in one.parts]
    return Finding(
        kind, said, f"{printed} = {sum_said}", one.off, tuple(place_at(report, source) for source in sources)
    )


def _what(report: Report, one: _Sum) -> str:
    source = (one.whole or one.parts[0]).source
    assert isinstance(source, Cell)
    table = report.tables[source.table]
    row = next((text for text in table.rows[source.row] if any(map(str.isalpha, text))), table.rows[source.row][0])
    column = table.header[source.column]
    named = f"{row}, {column}" if one.whole else column
    return f"{table.title}, {named}" if table.title else named
