"""Reads the quantities of a table: each numeric cell with what header, row, title and notes say of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.domain import Cell, Kind, Measure, Period, Quantity, Span, Table
from ingest.quantity.antecedents import in_frame
from ingest.quantity.cell_units import unit_of
from ingest.quantity.changes import is_change
from ingest.quantity.dates import WITHIN_YEAR, label_time, of_year
from ingest.quantity.frame import Frame
from ingest.quantity.grids import Grid, Row, is_attributes, is_empty, is_skipped, is_year, read_grid
from ingest.quantity.headers import period_of
from ingest.quantity.labels import Label, is_plain_header
from ingest.quantity.measures import volume_or_count
from ingest.quantity.named_units import NamedUnit, unit_named, whole_unit, without_unit
from ingest.quantity.numeral import Numeral
from ingest.quantity.numerals import has_number
from ingest.quantity.prose import read_prose
from ingest.quantity.rates import consistent_span

_NAMES_YEARS = re.compile(
    r"\b(?:years?|periods?|histor\w+|founded|established|since|forecast|published|date)\b", re.IGNORECASE
)
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
    named, _, behind = label.strip().rstrip(":").rpartition(", ")
    unit = whole_unit(behind) if named else None
    lead = f"{named if unit else label.strip().rstrip(':')}: "
    for quantity in read_prose(lead + value, replace(frame, heading=())):
        if isinstance(quantity.source, Span) and quantity.source.start >= len(lead):
            told = _in_unit(quantity, unit) if unit else quantity
            yield replace(told, source=Cell(number, at, 1), quote=Cell(number, at, -1))


def _in_unit(quantity: Quantity, unit: NamedUnit) -> Quantity:
    """A bare number in the unit that its label closes with: "Market size in 2024, USD million"."""
    if quantity.kind != "number" or quantity.unit or quantity.scale != 1:
        return quantity
    measure: Measure = "size" if unit.kind == "money" and quantity.measure in ("other", "count") else quantity.measure
    return replace(quantity, kind=unit.kind, scale=unit.scale, currency=unit.currency, unit=unit.unit, measure=measure)


def _row(grid: Grid, row: Row) -> Iterator[Quantity]:
    for column, cell in enumerate(row.cells):
        header = grid.table.header[column]
        if column in grid.labels or column == grid.years or is_skipped(header) or not has_number(cell):
            continue
        if is_empty(cell) or (is_year(cell) and _names_years(header, row)):
            continue
        numeral = grid.numbers[row.number][column]
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
    header_text = grid.table.header[column]
    unit = unit_of(grid, row.number, column, numeral, [*labels, *reversed(row.groups)])
    measure, label = _measure(grid.title, [*labels, *reversed(row.groups)], unit)
    is_moved = is_change(grid.headers[column]) or column in grid.changes
    if is_moved and unit.kind in {"money", "number"}:
        measure = "increase"
    if is_moved and unit.kind == "percent" and measure == "other":
        measure = "growth"
    if (
        measure == "other"
        and unit.kind == "percent"
        and grid.percents_are_changes
        and _PERCENT_ONLY.search(header_text)
    ):
        measure = "growth"
    if measure == "growth" and _A_YEAR.search(header_text) and (period := grid.headers[column].period):
        measure = "cagr" if period.kind == "span" and period.last > period.first + 1 else measure
    around = [*labels, *reversed(row.groups)]
    when = _when(measure, [*around, Label("", row.period)], grid.title)
    if column in grid.changes and not any(label.period for label in [*around, Label("", row.period)]):
        when = grid.changes[column].period
    when = _within_year(when, grid.title) or grid.movements_in(row.number, column)
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


_A_YEAR = re.compile(r"\bp\.\s?a\b|\bp\.?a\.?(?!\w)|\bper (?:annum|year)\b|\ba year\b|\bannual", re.IGNORECASE)
_PERCENT_ONLY = re.compile(r"(?:^|> )%$")
"""A header that names nothing but the unit of its percentages."""


def _measure(title: Label, labels: Sequence[Label], unit: NamedUnit) -> tuple[Measure, str]:
    """What a cell measures by the first label that names a measure its unit can have, else by its unit."""
    per = f" per {unit.per}" if unit.per else ""
    of_shares = unit.per == "share"  # earnings and dividends, which nobody pays
    if unit.kind == "money" and per and not of_shares:
        return "price", next((label.measured for label in (*labels, title) if label.measured), "") + per
    for label in (*labels, title):
        if label.measure and unit.kind in _KINDS.get(label.measure, frozenset()):
            return label.measure, label.measured + per
    header = labels[0]
    unnamed = header.period or header.place or header.total
    plain = title.text if unnamed and not header.subject else header.text
    words = next((label.measured for label in (*labels, title) if label.measured), plain) + per
    if unit.kind == "money":
        return ("other" if of_shares else "size"), words
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
    if labels[0].period and label_time(labels[0].text) and not any(label_time(label.text) for label in labels[1:]):
        return labels[0].period  # a name may tell of another time: "Dividend paid for 2023"
    if found:
        return found[0] if len(set(found)) == 1 else None
    if title.period is None or title.period.kind == "span":
        return None
    return of_year(title.part, title.period) if title.part else title.period


def _within_year(period: Period | None, title: Label) -> Period | None:
    """A year, as the months of it that the table is of by its title."""
    told = title.part if title.period is None or title.period.kind in WITHIN_YEAR else None
    return of_year(told, period) if told and period and period.kind in _WHOLE_YEARS else period


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
    own = [name.place for at, name in reversed(row.names) if not _SEATS.search(grid.table.header[at])]
    places = [*own, header.place, *above, grid.title.place, around]
    return tuple(dict.fromkeys(path)), next((place for place in places if place), None)


_SEATS = re.compile(r"\b(?:headquarter\w*|hq|head office|based in|base|domicile|seat|registered in)\b", re.IGNORECASE)
"""Heads where companies are, which is not where they sell."""


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
