"""Tells how a table is laid out: which columns hold labels, years and numbers, and what its labels say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from ingest.domain import HEADER_STEP, Period, Table
from ingest.quantity.apart import UnitsApart, unit_apart, units_apart
from ingest.quantity.changes import RATES, Change, changes_of, is_change, is_difference
from ingest.quantity.dates import label_time
from ingest.quantity.excepted import excepted_unit, is_excepted, tells_per_share, without_exception
from ingest.quantity.frame import Frame
from ingest.quantity.groups import Standing, part_name, stack_of, standings
from ingest.quantity.headers import read_headers, units_below
from ingest.quantity.labels import Label, read_label
from ingest.quantity.movements import movements
from ingest.quantity.named_units import NamedUnit, unit_named, whole_unit, without_unit
from ingest.quantity.numeral import Numeral
from ingest.quantity.numerals import has_number, read_cell_number
from ingest.quantity.periods import read_periods
from ingest.quantity.scope import heading_scope
from ingest.quantity.signs import carried_currencies, carried_percents
from ingest.quantity.titles import read_title, titled
from ingest.sentences import sentences

_EMPTY = re.compile(
    r"\s*(?:[-–—.]*|n\.?\s?/?a\.?|nil|nm|x+|\.\.\.?|tbd|not available|not applicable)\s*", re.IGNORECASE
)
_SKIPPED = re.compile(
    r"(?:rank(?:ing)?|n[or]\.?|#|[sr]{1,2}\.?(?:\s?no\.?)?|id|page(?:\s?no\.?)?|code|notes?|ref|founded|established"
    r"|year founded|founding year|chapter|position)",
    re.IGNORECASE,
)
"""Headers of columns whose numbers are no quantities."""
_YEARLY = re.compile(
    r"(?:fiscal|financial|calendar|base)?\s*(?:years?|periods?|quarters?|date|time)(?:\s+ended)?", re.IGNORECASE
)
_YEAR_ENDS = re.compile(r"\bFYE\b|\b(?:FY|year)[- ]?ends?\b|\bclosing (?:month|date)\b", re.IGNORECASE)
"""Heads the months in which the years of companies end."""
_UNIT_COLUMN = re.compile(r"units?(?: of measure(?:ment)?)?|einheit|unité|unidad|unità|eenheid", re.IGNORECASE)
"""Heads a column that holds the units of the rows."""
_PRICED = re.compile(r"\bper unit\b", re.IGNORECASE)
_DETAILS = re.compile(
    r"(?:key\s+|report\s+)?(?:details?|values?|description|information|data|total|particulars|coverage|scope"
    r"|specification|answer|figures?|statistics?|remarks?|parameters?)",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:forecasts?|expected|projected|projections?|anticipated|predicted)\b", re.IGNORECASE)
_COMMA_DECIMALS = re.compile(r"[-−–+]?(?:\d{1,3}(?:[.\s]\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,}))")
_POINT_DECIMALS = re.compile(r"[-−–+]?(?:\d{1,3}(?:[,\s]\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,}))")
_LETTERS = re.compile(r"[^\W\d_]{2,}")

_CHANGES = re.compile(
    r"(?:%|\bper ?cent\w*)[^.]*\b(?:indicat|represent|show|are|is|denot)\w*\b[^.]*"
    r"\b(?:chang\w*|increases?|year[- ]on[- ]year|year[- ]over[- ]year|yoy)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;,]")
_ONWARDS = re.compile(
    r"\b(?:from|after|since)\s+(20\d\d)\b(?!\s*(?:to|[-–—]))|\b(20\d\d)\s+(?:and\s+)?(?:onwards?|later|beyond)\b"
)
_FARTHEST = 50
"""Years a forecast may look ahead."""
_SHORT = 40
"""Characters; a longer cell is a text, not a remark such as "Expected"."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row's labels and period. ``groups`` are the labels of the rows that head it, outermost first; ``total``: it
    sums up the innermost of them, or all."""

    number: int
    cells: tuple[str, ...]
    names: tuple[tuple[int, Label], ...]
    period: Period | None = None
    groups: tuple[Label, ...] = ()
    total: bool = False


_SIGNED = 3
"""Percentages with their sign from which on a table is taken to sign all of them."""


@dataclass(frozen=True)
class Grid:
    """A table with its labels read. ``labels`` are the columns of row names, ``years`` that of periods; ``ahead`` are
    the years its notes call forecasts; ``scope`` is what its heading says when it has no title of its own; ``apart``
    are the units that its title names for each of several things it measures; ``body`` is the first row of figures,
    1 where the units of the columns stand in a row of their own. ``cohorts``: its rows are named by years and its
    columns are times too, as claims of an accident year are told year by year.
    """

    table: Table
    frame: Frame
    title: Label
    headers: tuple[Label, ...]
    years: int | None
    labels: tuple[int, ...]
    ahead: frozenset[int]
    scope: tuple[tuple[str, ...], str | None]
    apart: UnitsApart = ()
    body: int = 0
    cohorts: bool = False

    @property
    def corner(self) -> NamedUnit | None:
        """The unit that the header of the row names or years gives, where it stands for all columns: "GBP m"."""
        heads = self.labels if self.years is None else (*self.labels, self.years)
        said = (self.headers[at] for at in heads)
        named = (each for each in said if not (_UNIT_COLUMN.fullmatch(each.text) or _YEARLY.fullmatch(each.text)))
        return next((header.unit for header in named if header.unit), None)

    def shared_unit(self, labels: Sequence[Label]) -> NamedUnit | None:
        """The unit of the whole table, unless a cell's labels are excepted from it: "except per share data"."""
        if self.apart:
            return unit_apart(self.apart, [label.text for label in labels])
        said = self.table.unit or ""
        whole = without_exception(said)
        unit = unit_named(whole) if whole else None
        if is_excepted(said, labels):
            return excepted_unit(said, labels, (unit.currency if unit else None) or self.currency)
        shared = unit or self.title.unit or self.corner
        return replace(shared, scale=Decimal(1)) if shared and shared.currency and tells_per_share(labels) else shared

    @cached_property
    def priced_in(self) -> str | None:
        """The currency in which figures are prices per what a column of units names: "EUR per unit"."""
        said = next((text for text in (self.table.title, *self.table.notes) if _PRICED.search(text)), "")
        unit = unit_named(said) if said and self._has_unit_column else None
        return unit.currency if unit else None

    @cached_property
    def numbers(self) -> tuple[tuple[Numeral | None, ...], ...]:
        """The number of each cell, row by row; None where it is none."""
        comma = self.frame.decimal_comma
        return tuple(tuple(read_cell_number(cell, comma) for cell in row) for row in self.table.rows)

    def has_number_above(self, column: int, least: int) -> bool:
        """Whether a column has a number or percentage of more than ``least``."""
        numbers = (row[column] for row in self.numbers)
        return any(number and number.kind in ("number", "percent") and abs(number.value) > least for number in numbers)

    @cached_property
    def percents_are_changes(self) -> bool:
        """Whether a note says that the percentages beside amounts are how these changed."""
        return any(_CHANGES.search(note) for note in self.table.notes)

    @cached_property
    def percents(self) -> frozenset[tuple[int, int]]:
        """The rows and columns of the percentages that bear no sign as the first of them does."""
        rows = self.table.rows
        read = [[None if at in self.labels else number for at, number in enumerate(row)] for row in self.numbers]
        names = [row[self.labels[0]] if self.labels else "" for row in rows]
        return carried_percents(read, names, [self.is_bare(at) for at in range(len(rows))])

    @cached_property
    def differences(self) -> frozenset[int]:
        """The columns headed as rates or changes that are what one beside them is more than another, row by row: what
        changed by how much, or what of a total is for growth."""
        values = [[number.value if number else None for number in row] for row in self.numbers]
        bare = [at for at in range(len(self.headers)) if self._is_of_bare_numbers(at)]
        headed = (at for at in bare if self.headers[at].measure in RATES or is_change(self.headers[at]))
        return frozenset(at for at in headed if is_difference(values, at, bare))

    def _is_of_bare_numbers(self, column: int) -> bool:
        found = [row[column] for row in self.numbers if row[column] is not None]
        return (
            bool(found) and column not in self.labels and all(one and one.kind in ("number", "money") for one in found)
        )

    @cached_property
    def signs_percents(self) -> bool:
        """Whether the table writes its percentages with their sign, so that numbers without are none."""
        signed = sum(number is not None and number.kind == "percent" for row in self.numbers for number in row)
        return signed >= _SIGNED

    @cached_property
    def common_unit(self) -> NamedUnit | None:
        """The unit that the headers of all figures name, which is that of the table: a row may have another."""
        units = [
            header.unit
            for at, header in enumerate(self.headers)
            if at not in self.labels and at != self.years and not is_skipped(self.table.header[at])
        ]
        return units[0] if len(units) > 1 and len(set(units)) == 1 else None

    @cached_property
    def currencies(self) -> dict[int, str]:
        """By column the currency whose sign its first figure bears, for those that bear none."""
        read = [[None if at in self.labels else number for at, number in enumerate(row)] for row in self.numbers]
        return carried_currencies(read)

    @cached_property
    def currency(self) -> str | None:
        """The currency whose sign some cells have, as those of the first and last row do in financial statements."""
        signs = {number.currency for row in self.numbers for number in row if number and number.currency}
        return signs.pop() if len(signs) == 1 else None

    @cached_property
    def changes(self) -> dict[int, Change]:
        """By column of changes what they lead to."""
        return changes_of(self.headers, [[number.value if number else None for number in row] for row in self.numbers])

    def movements_in(self, row: int, column: int) -> Period | None:
        """The time between two balances that a row, or a column of amounts, stands between."""
        if row in self._movements:
            return self._movements[row]
        unit = self.headers[column].unit
        return None if unit and unit.kind == "percent" else self._moved_columns.get(column)

    @cached_property
    def _movements(self) -> dict[int, Period]:
        names = [" ".join(row[at] for at in self.labels) for row in self.table.rows]
        return movements(names, self.frame.fiscal_lag)

    @cached_property
    def _moved_columns(self) -> dict[int, Period]:
        return movements([header.replace(HEADER_STEP, " ") for header in self.table.header], self.frame.fiscal_lag)

    def rows(self) -> Iterator[Row]:
        """The rows with numbers, each with its labels; an empty label repeats the one above it."""
        above: tuple[str, ...] = ()
        over: tuple[Label, ...] = ()
        when: tuple[Label, ...] = ()
        unit: tuple[Label, ...] = ()
        placed = list(enumerate(zip(self.table.rows, self.standings, strict=True)))
        for number, (cells, standing) in placed[self.body :]:
            if self.years is not None and self.is_bare(number) and not is_year(cells[self.years]):
                over = (self._label(cells[self.years]),) if cells[self.years].strip() else over
                continue
            names = self._names(cells, above)
            if self.labels and self.is_bare(number):
                when = self._time_over(cells) or when
                unit = self._unit_over(cells) or unit
                continue
            above = names
            labels = tuple((at, self._name(at, name)) for at, name in zip(self.labels, names, strict=True) if name)
            groups = over or tuple(self._group(head) for head in standing.groups) or self._closed(number, labels)
            if number in self._movements:  # the balance above heads none of them
                groups = tuple(group for group in groups if not group.period)
            groups = groups if any(group.period for group in groups) else (*when, *groups)
            if unit and not any(group.unit for group in groups):
                groups = (*unit, *groups)
            total = standing.total or any(label.total for _, label in labels)
            yield Row(number, cells, labels, self._period(cells), groups, total)

    def _time_over(self, cells: Sequence[str]) -> tuple[Label, ...]:
        """What a row that names nothing but a time says of all rows below it, totals and groups among them too."""
        time = label_time(cells[self.labels[0]], self.frame.fiscal_lag)
        return (self._label(cells[self.labels[0]]),) if time and time.period else ()

    def _unit_over(self, cells: Sequence[str]) -> tuple[Label, ...]:
        """What a row that names nothing but a unit says of all rows below it."""
        text = cells[self.labels[0]]
        found = _unit_of_rows(text)
        return (Label(text, unit=found),) if found else ()

    @cached_property
    def standings(self) -> Sequence[Standing]:
        """For each row the rows that head it."""
        if not self.labels or self.years is not None:
            return [Standing()] * len(self.table.rows)
        addable = [at for at, header in enumerate(self.headers) if at not in self.labels and _adds_up(header)]
        comma = self.frame.decimal_comma
        return list(standings(stack_of(self.table, self.labels[0], addable, self._says_no_figure, comma)))

    def is_bare(self, row: int) -> bool:
        """Whether a row has no figure: it only names what follows."""
        cells = self.table.rows[row]
        return all(
            self._says_no_figure(cell) for at, cell in enumerate(cells) if at not in self.labels and at != self.years
        )

    def is_ahead(self, row: Row, period: Period | None, labels: Sequence[Label]) -> bool:
        """Whether a number is a forecast: by a mark in its labels, a note, or a remark in its row."""
        if any(label.projected for label in labels) or (period is not None and period.first in self.ahead):
            return True
        remarks = [cell for at, cell in enumerate(row.cells) if at != self.years and not has_number(cell)]
        return any(_AHEAD.search(text) for text in remarks if len(text) < _SHORT)

    def _names(self, cells: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
        names = [part_name(cells[at]) for at in self.labels]
        if len(names) < 2 or not names[-1] or not above:
            return tuple(names)
        return tuple(name or before for name, before in zip(names, above, strict=True))

    def _says_no_figure(self, cell: str) -> bool:
        """Whether a cell is empty, or only the unit of the rows below it; units in a column of their own are others."""
        return is_empty(cell) or (not self._has_unit_column and _unit_of_rows(cell) is not None)

    @cached_property
    def _has_unit_column(self) -> bool:
        return any(_UNIT_COLUMN.fullmatch(header.strip()) for header in self.table.header)

    def _group(self, row: int) -> Label:
        """The label of a row that names a group; the unit of its rows may stand beside it, over their figures."""
        cells = self.table.rows[row]
        named = self._label(cells[self.labels[0]])
        beside = [unit for at, cell in enumerate(cells) if at not in self.labels and (unit := _unit_of_rows(cell))]
        return replace(named, unit=beside[0]) if len(beside) == 1 and not named.unit else named

    def _closed(self, row: int, labels: Sequence[tuple[int, Label]]) -> tuple[Label, ...]:
        """The group whose indented rows end above a row that is set out as its name is: of a total all of it, of others
        the unit where the table has none: "Revenue (£m)" of "Group revenue"."""
        depths = self.table.depths
        above = (at for at in range(row - 1, -1, -1) if depths and depths[at] <= depths[row])
        head = next(above, None)
        if head is None or head + 1 == row or depths[head] != depths[row] or not self.is_bare(head):
            return ()
        group = self._group(head)
        if group.unit and any(label.total for _, label in labels):
            return (group,)
        return (Label(group.text, unit=group.unit),) if group.unit and not self._says_unit else ()

    @property
    def _says_unit(self) -> bool:
        return bool(self.table.unit or self.title.unit or self.corner)

    def _name(self, column: int, text: str) -> Label:
        """The label of a name; the month in which somebody's year ends says nothing of when figures are."""
        label = self._label(text)
        ends = _YEAR_ENDS.search(self.table.header[column])
        return replace(label, period=None, part=None) if ends else label

    def _label(self, text: str) -> Label:
        if self.cohorts and is_year(text):
            named = f"{self.table.header[0].split(HEADER_STEP)[-1]} {text}".strip()
            return Label(text, subject=(named,))
        return read_label(text, self.frame, "row")

    def _period(self, cells: Sequence[str]) -> Period | None:
        if self.years is None:
            return None
        said = cells[self.years]
        head = self.table.header[self.years].split(HEADER_STEP)[-1]
        for text in (f"{head} {said}", said):
            if (time := label_time(text, self.frame.fiscal_lag)) and time.period:
                return time.period
        found = read_periods(said, self.frame)
        return found[0].value if found else None


def read_grid(table: Table, frame: Frame) -> Grid:
    """How a table is laid out."""
    frame = replace(frame, decimal_comma=_writes_decimal_commas(table, frame.tables_comma))
    units = units_below(table)
    body = replace(table, rows=table.rows[1:], depths=(), pages=()) if units else table
    years = next((at for at in range(len(table.header)) if _is_year_column(body, at)), None)
    scope = heading_scope(frame) if not titled(table) else None
    headers = read_headers(table, frame, units)
    times = {header.period for header in headers[1:] if header.period}
    cohorts = len(times) > 1 and sum(is_year(row[0]) for row in table.rows) > 1
    years = None if cohorts else years
    return Grid(
        table=table,
        frame=frame,
        title=read_title(table, frame),
        headers=headers,
        years=years,
        labels=_label_columns(body, years, frame.decimal_comma),
        ahead=_years_ahead(table),
        scope=(scope.head, scope.place) if scope else ((), None),
        apart=units_apart((table.title, *table.notes), table.header[1:]),
        body=len(table.rows) - len(body.rows),
        cohorts=cohorts,
    )


def _writes_decimal_commas(table: Table, otherwise: bool) -> bool:
    """Whether a table writes 1.234,5: its own cells say so where they can be read in one way only."""
    cells = [cell.strip().strip("()% ") for row in table.rows for cell in row]
    commas = any(_COMMA_DECIMALS.fullmatch(cell) for cell in cells)
    points = any(_POINT_DECIMALS.fullmatch(cell) for cell in cells)
    return commas if commas != points else otherwise


def is_attributes(table: Table) -> bool:
    """Whether a table is a list of labels and values, such as a report's scope."""
    if len(table.header) != 2 or not table.rows or sum(is_year(row[0]) for row in table.rows) * 2 >= len(table.rows):
        return False
    cells = [row[1] for row in table.rows if not is_empty(row[1])]
    numbers = [read_cell_number(cell) for cell in cells if not is_year(cell)]
    sorts = {(number.kind, number.currency) if number else None for number in numbers}
    if numbers and all(number and number.currency for number in (numbers[0], numbers[-1])):
        sorts.discard(("number", None))  # the sign stands beside the first figure and the total only
    if table.unit or is_year(table.header[1]):
        return None in sorts
    return bool(_DETAILS.fullmatch(table.header[1].strip())) or None in sorts or len(sorts) > 1


def is_empty(cell: str) -> bool:
    """Whether a cell says nothing: "", "–", "n.a."."""
    return _EMPTY.fullmatch(cell) is not None


def _unit_of_rows(cell: str) -> NamedUnit | None:
    return None if any(map(str.isdigit, cell)) or not _LETTERS.search(cell) else whole_unit(cell)


def is_skipped(header: str) -> bool:
    """Whether a column's numbers are ranks, codes or years of foundation."""
    return _SKIPPED.fullmatch(header.split(HEADER_STEP)[-1].strip()) is not None


def is_year(cell: str) -> bool:
    """Whether a cell is nothing but a period."""
    found = read_periods(cell)
    return len(found) == 1 and not cell[: found[0].start].strip(" ('*") and not cell[found[0].end :].strip(" )'*EFPA")


def _is_year_column(table: Table, at: int) -> bool:
    """Whether a column holds the times of its rows; rows without figures may name groups of them."""
    rows = [row for row in table.rows if any(not is_empty(cell) for other, cell in enumerate(row) if other != at)]
    cells = [row[at] for row in rows if row[at].strip()]
    if not cells or not all(is_year(cell) for cell in cells):
        return False
    return at == 0 or _YEARLY.fullmatch(without_unit(table.header[at])) is not None


def _label_columns(table: Table, years: int | None, decimal_comma: bool) -> tuple[int, ...]:
    """The columns of row names: those before the first column of numbers, the first one even if it looks like numbers
    ("100 kg") unless its header is a year; without any, the columns of text wherever they stand."""
    lead = next((at for at, header in enumerate(table.header) if not is_skipped(header)), 0)
    columns = [
        at
        for at, header in enumerate(table.header)
        if at != years and not is_skipped(header) and (at == lead or not all(is_empty(row[at]) for row in table.rows))
    ]
    numeric = [
        at for at in columns if (at > lead or is_year(table.header[at])) and _is_numeric(table, at, decimal_comma)
    ]
    before = tuple(at for at in columns if at < min(numeric, default=len(table.header)))
    if before or years is not None:
        return before
    return tuple(at for at in columns if at not in numeric)


def _is_numeric(table: Table, at: int, decimal_comma: bool) -> bool:
    """Whether a column holds figures; the "1,000" of a column of units is none."""
    if _UNIT_COLUMN.fullmatch(table.header[at].strip()):
        return False
    cells = [row[at] for row in table.rows if not is_empty(row[at])]
    return any(read_cell_number(cell, decimal_comma) is not None for cell in cells)


def _adds_up(header: Label) -> bool:
    """Whether a column's figures are levels, of which a whole is the sum of its parts."""
    return header.measure not in {"cagr", "growth", "price"}


def _years_ahead(table: Table) -> frozenset[int]:
    """The years the notes call forecasts: "2024 and 2030 are forecasts", "forecasts from 2025"."""
    clauses = [
        clause for note in table.notes for start, end in sentences(note) for clause in _CLAUSE.split(note[start:end])
    ]
    ahead = [clause for clause in clauses if _AHEAD.search(clause)]
    years = {found.value.first for clause in ahead for found in read_periods(clause) if found.value.kind != "span"}
    openings = [int(match[1] or match[2]) for clause in ahead for match in _ONWARDS.finditer(clause)]
    return frozenset(years.union(*(range(year, year + _FARTHEST) for year in openings)))
