"""Reads the quantities of a table: each numeric cell with what header, row, title and notes say of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.domain import HEADER_STEP, Cell, Kind, Measure, Period, Quantity, Span, Table
from ingest.quantity.antecedents import in_frame
from ingest.quantity.changes import is_change
from ingest.quantity.dates import of_year
from ingest.quantity.frame import Frame
from ingest.quantity.grids import Grid, Row, is_attributes, is_empty, is_skipped, is_year, read_grid
from ingest.quantity.headers import period_of
from ingest.quantity.labels import Label, is_plain_header
from ingest.quantity.measures import volume_or_count
from ingest.quantity.named_units import NamedUnit, unit_named, without_unit
from ingest.quantity.numeral import Numeral
from ingest.quantity.numerals import has_number, read_cell_number
from ingest.quantity.prose import read_prose
from ingest.quantity.rates import consistent_span
from ingest.quantity.units import currency_of

_NAMES_YEARS = re.compile(
    r"\b(?:years?|periods?|histor\w+|founded|established|since|forecast|published|date)\b", re.IGNORECASE
)
_COUNTS = re.compile(
    r"\b(?:shipments?|units?|volumes?|number|no\.|count|employees|companies|plants|sites|beds|patents|installations?"
    r"|deliveries|customers|users|countries|capacity|procedures|tonnes|tons)\b",
    re.IGNORECASE,
)
_SUMS = re.compile(
    r"\b(?:sales|revenues?|costs?|expens\w+|income|profits?|earnings|turnover|spend\w*|payments?|assets|liabilities)\b",
    re.IGNORECASE,
)
"""What makes a count's word that of money: "Net sales to external customers"."""
_COUNTED_ROWS = re.compile(
    r"\b(?:number of|no\. of|headcount|employees|staff|fte|subscribers|persons|people)\b",
    re.IGNORECASE,
)
"""What a row's name counts whatever the table's unit; names of things may hold the words of headers: "Mobile unit"."""

_COUNTED_SHARES = re.compile(
    r"\bshares outstanding\b|\bweighted[- ]average\b.*\bshares\b|\bshares used\b", re.IGNORECASE
)
"""What counts shares, in the table's scale."""

_PERCENT: frozenset[Kind] = frozenset({"percent"})
_MONEY: frozenset[Kind] = frozenset({"money"})
_PLAIN: frozenset[Kind] = frozenset({"number"})
_KINDS: dict[Measure, frozenset[Kind]] = {
    "size": _MONEY,
    "price": _MONEY,
    "increase": _MONEY | _PLAIN,
    "cagr": _PERCENT,
    "growth": _PERCENT,
    "share": _PERCENT,
    "volume": _PLAIN,
    "count": _PLAIN,
}
"""The kinds of number a measure may have: a share is no money."""


def read_table(table: Table, number: int, frame: Frame) -> tuple[Quantity, ...]:
    """The quantities of table ``number`` of a report, row by row; an empty cell, a dash or "n.a." gives none."""
    if is_attributes(table):
        return tuple(quantity for at in range(len(table.rows)) for quantity in _attribute(table, number, at, frame))
    grid = read_grid(table, frame)
    read = [_addressed(found, number) for row in grid.rows() for found in _row(grid, row)]
    return tuple(_with_span(quantity, read) for quantity in read)


def _addressed(quantity: Quantity, number: int) -> Quantity:
    if not isinstance(quantity.source, Cell) or not isinstance(quantity.quote, Cell):
        raise TypeError("a quantity of a table stands in a cell")
    return replace(quantity, source=replace(quantity.source, table=number), quote=replace(quantity.quote, table=number))


def _attribute(table: Table, number: int, at: int, frame: Frame) -> Iterator[Quantity]:
    """The quantities of a "label | value" row, read as the line "label: value"."""
    label, value = table.rows[at]
    if not has_number(value) or is_year(value):
        return
    lead = f"{label.strip().rstrip(':')}: "
    for quantity in read_prose(lead + value, replace(frame, heading=())):
        if isinstance(quantity.source, Span) and quantity.source.start >= len(lead):
            yield replace(quantity, source=Cell(number, at, 1), quote=Cell(number, at, -1))


def _row(grid: Grid, row: Row) -> Iterator[Quantity]:
    for column, cell in enumerate(row.cells):
        header = grid.table.header[column]
        if column in grid.labels or column == grid.years or is_skipped(header) or not has_number(cell):
            continue
        if is_empty(cell) or (is_year(cell) and _names_years(header, row)):
            continue
        numeral = read_cell_number(cell, grid.frame.decimal_comma)
        if numeral is None:
            yield from _said(grid, row, column)
        else:
            yield _quantity(grid, row, column, numeral)


def _names_years(header: str, row: Row) -> bool:
    return any(_NAMES_YEARS.search(text) for text in (header, *(name.text for _, name in row.names)))


def _said(grid: Grid, row: Row, column: int) -> Iterator[Quantity]:
    """The quantities of a cell that is a text."""
    around = tuple(name.text for _, name in row.names if not name.total)
    for quantity in read_prose(row.cells[column], replace(grid.frame, heading=())):
        subject = tuple(dict.fromkeys((*around, *quantity.subject)))
        yield replace(quantity, subject=subject, source=Cell(0, row.number, column), quote=Cell(0, row.number, -1))


def _quantity(grid: Grid, row: Row, column: int, numeral: Numeral) -> Quantity:
    labels = [grid.headers[column], *(name for _, name in reversed(row.names))]
    unit = _unit(grid, row.number, column, numeral, [*labels, *reversed(row.groups)])
    measure, label = _measure(grid.title, labels, unit)
    if is_change(grid.headers[column]) and unit.kind in {"money", "number"}:
        measure = "increase"
    around = [*labels, *reversed(row.groups)]
    when = _when(measure, [*around, Label("", row.period)], grid.title)
    if column in grid.changes and not any(label.period for label in [*around, Label("", row.period)]):
        when = grid.changes[column].period
    subject, place = _about(grid, row, grid.headers[column])
    return Quantity(
        text=numeral.text,
        value=numeral.value,
        scale=numeral.scale * unit.scale,
        kind=unit.kind,
        source=Cell(0, row.number, column),
        quote=Cell(0, row.number, -1),
        unit=unit.unit,
        currency=unit.currency,
        upper=numeral.upper,
        bound=numeral.bound,
        period=when,
        measure=measure,
        label=label,
        subject=subject,
        place=in_frame(place, grid.frame.place),
        forecast=grid.is_ahead(row, when, labels),
        tags=(f"per {unit.per}",) if unit.per else (),
    )


def _unit(grid: Grid, row: int, column: int, numeral: Numeral, labels: Sequence[Label]) -> NamedUnit:
    """The cell's own unit, else the header's, the row's, the table's; a plain number when none can be told."""
    shared = grid.shared_unit(labels)
    own = next((label.unit for label in labels if label.unit), None)
    if own and shared and _is_bare_sign(grid.table.header[column], own):
        own = replace(own, scale=shared.scale)
    if own and shared and own.unit.lower() in _SECURITIES and shared.unit == "shares":
        own = replace(own, scale=shared.scale)
    if own and own.kind == "number" and own.unit and grid.is_priced:
        return NamedUnit("money", currency=grid.currency_named, per=_priced(own))
    if own and own == grid.common_unit:
        own = next((label.unit for label in labels[1:] if label.unit), own)
    if numeral.kind != "number" or numeral.unit:
        named = next((unit for unit in (own, shared) if unit and _scales_money(unit)), None)
        scaled = named and numeral.kind == "money" and numeral.scale == 1 and _scales_money(named)
        scale = named.scale if named and scaled else Decimal(1)
        return NamedUnit(numeral.kind, scale, numeral.currency, numeral.unit)
    change = grid.changes.get(column)
    if own:
        return own
    if change and change.kind:
        return (shared or NamedUnit("number")) if change.kind == "amount" else NamedUnit("percent")
    if (row, column) in grid.percents and not any(_COUNTED_ROWS.search(label.text) for label in labels):
        return NamedUnit("percent")
    if any(_COUNTED_SHARES.search(label.text) for label in labels) or _counts_shares(grid, column, labels[0]):
        return shared if shared and shared.kind == "number" else NamedUnit("number")
    if any(_COUNTED_ROWS.search(label.text) and not _SUMS.search(label.text) for label in labels):
        return shared if shared and shared.kind == "number" and shared.unit else NamedUnit("number")
    if any(_is_rate(label, shared, at) for at, label in enumerate(labels)) and not _has_large(grid, column, shared):
        return NamedUnit("percent" if _is_percent(grid, column) else "number")
    if shared is None:
        return NamedUnit("number")
    if shared.kind == "money" and not labels[0].total and _heads_counts(labels[0]):
        return NamedUnit("number")
    if shared.kind == "number" and not shared.unit and grid.currency:
        return NamedUnit("money", shared.scale, grid.currency)
    return shared


def _counts_shares(grid: Grid, column: int, header: Label) -> bool:
    """Whether a column headed "Shares" has figures that no part of a whole can be."""
    if header.measure != "share" or not _SHARES.search(header.text):
        return False
    numbers = [read_cell_number(row[column], grid.frame.decimal_comma) for row in grid.table.rows]
    return any(number and number.kind == "number" and abs(number.value) > 100 for number in numbers)


_SHARES = re.compile(r"\bshares$", re.IGNORECASE)


def _heads_counts(header: Label) -> bool:
    """Whether a header counts something, and no money: "Customers"; of "Sales to customers" money is."""
    named = _COUNTS.search(header.text)
    sums = _SUMS.search(header.text)
    return named is not None and (sums is None or (named.start() < sums.start() and header.measure == "volume"))


def _is_rate(label: Label, shared: NamedUnit | None, at: int) -> bool:
    """Whether a label says that a figure is a share or a rate. Among amounts, a row's name with other words in it is
    that of an item: "Current portion of debt", "Share of results of joint ventures", "Growth hormones"."""
    if label.measure not in {"cagr", "share", "growth"}:
        return False
    amounts = shared is not None and _are_amounts(shared)
    return at == 0 or label.measure == "cagr" or not label.subject or not amounts


def _are_amounts(shared: NamedUnit) -> bool:
    return shared.kind == "money" or (shared.kind == "number" and shared.scale > 1)


def _has_large(grid: Grid, column: int, shared: NamedUnit | None) -> bool:
    """Whether a column among amounts has figures too large for percentages: what a change of rates came to."""
    if shared is None or not _are_amounts(shared):
        return False
    numbers = (read_cell_number(row[column], grid.frame.decimal_comma) for row in grid.table.rows)
    return any(number is not None and number.kind == "number" and abs(number.value) >= _LARGE for number in numbers)


_LARGE = 1000


def _is_bare_sign(header: str, unit: NamedUnit) -> bool:
    """Whether a column is headed by a currency's sign alone, as "Change > $" is beside "Change > %"."""
    bare = _CHANGE.sub("", header.split(HEADER_STEP)[-1]).strip("() ")
    return unit_named(bare) == unit and unit.kind == "money" and unit.scale == 1 and currency_of(bare) is not None


_CHANGE = re.compile(r"\b(?:change|variance|increase|decrease)\b|[()/]", re.IGNORECASE)


_SECURITIES = frozenset({"shares", "options", "rsus", "psus", "units", "awards", "warrants"})
"""What a table with "shares in thousands" counts."""


def _priced(unit: NamedUnit) -> str:
    return unit.unit if unit.scale == 1 else f"{unit.scale:,f} {unit.unit}"


def _scales_money(unit: NamedUnit) -> bool:
    """Whether a unit says how large money is: "USD million", or "in thousands" over amounts with their own sign."""
    return unit.kind == "money" or (unit.kind == "number" and not unit.unit)


def _is_percent(grid: Grid, column: int) -> bool:
    """Whether a column of shares or growth is in percent rather than in fractions of one."""
    numbers = [read_cell_number(row[column], grid.frame.decimal_comma) for row in grid.table.rows]
    return any(number and abs(number.value) > 1 for number in numbers)


def _measure(title: Label, labels: Sequence[Label], unit: NamedUnit) -> tuple[Measure, str]:
    """What a cell measures by the first label that names a measure its unit can have, else by its unit."""
    per = f" per {unit.per}" if unit.per else ""
    if unit.kind == "money" and per:
        return "price", next((label.measured for label in (*labels, title) if label.measured), "") + per
    for label in (*labels, title):
        if label.measure and unit.kind in _KINDS.get(label.measure, frozenset()):
            return label.measure, label.measured + per
    header = labels[0]
    unnamed = header.period or header.place or header.total
    plain = title.text if unnamed and not header.subject else header.text
    words = next((label.measured for label in (*labels, title) if label.measured), plain) + per
    if unit.kind == "money":
        return ("price" if per else "size"), words
    if unit.kind == "number":
        return volume_or_count(unit.unit, f"{header.text} {title.text}"), words
    return "other", words


def _when(measure: Measure, labels: Sequence[Label], title: Label) -> Period | None:
    """The period of a cell; none when its labels disagree. Growth from one year to the next is that of the next."""
    if any(label.untold for label in labels):
        return None
    found = [label.period for label in labels if label.period]
    if measure == "cagr":
        return next((period for period in (*found, title.period) if period and period.kind == "span"), None)
    if measure == "growth" and found and found[0].kind == "span" and found[0].last == found[0].first + 1:
        return Period(found[0].last, found[0].last)
    if any(label.part for label in labels) and all(period.kind in _WHOLE_YEARS for period in found):
        dated = of_year(title.part, title.period) if title.part and title.period else title.period
        return period_of([*labels, replace(title, period=dated)])
    if found:
        return found[0] if len(set(found)) == 1 else None
    if title.period is None or title.period.kind == "span":
        return None
    return of_year(title.part, title.period) if title.part else title.period


_WHOLE_YEARS = frozenset({"year", "fiscal year"})


def _about(grid: Grid, row: Row, header: Label) -> tuple[tuple[str, ...], str | None]:
    """The subject path and place of a cell."""
    scope, around = grid.scope
    path: list[str] = [*(grid.title.subject or scope)]
    groups = [name for group in row.groups for name in group.subject]
    for at, name in row.names:
        named = () if row.total and row.groups else name.subject
        if groups or named:
            path += [*_dimension(grid, at), *groups, *named]
        groups = []
    path += () if header.total else header.subject
    if not row.names and grid.years is None and len(grid.table.rows) > 1:
        path.append(f"row {row.number + 1}")  # nothing says what the row is about, so it is not the whole market
    above = [group.place for group in reversed(row.groups)]
    places = [*(name.place for _, name in reversed(row.names)), header.place, *above, grid.title.place, around]
    return tuple(dict.fromkeys(path)), next((place for place in places if place), None)


def _dimension(grid: Grid, column: int) -> list[str]:
    """What a column of row names breaks the market down by, where its header says so: "Application"."""
    header = grid.table.header[column].strip()
    said = without_unit(header)
    only_unit = said == header and (named := unit_named(said)) is not None and named.kind != "number"
    return [] if is_plain_header(header) or only_unit or header == grid.table.title.strip() else [said]


def _stand_in_a_row(one: Quantity, other: Quantity) -> bool:
    return isinstance(one.source, Cell) and isinstance(other.source, Cell) and one.source.row == other.source.row


_LEVELS = frozenset({"size", "volume", "count", "other"})
"""Measures of what a compound rate is the growth of."""


def _with_span(quantity: Quantity, read: Sequence[Quantity]) -> Quantity:
    """A compound rate without its span gets the one the row's levels give it."""
    if quantity.measure != "cagr" or quantity.period is not None:
        return quantity
    key = (quantity.subject, quantity.place)
    alike = [other for other in read if other.measure in _LEVELS and (other.subject, other.place) == key]
    alike = alike or [other for other in read if other.measure in _LEVELS and _stand_in_a_row(other, quantity)]
    return replace(quantity, period=consistent_span(quantity, alike))
