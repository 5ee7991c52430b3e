"""Tells how a table is laid out: which columns hold labels, years and numbers, and what its labels say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.domain import Period, Table
from ingest.quantity.frame import Frame
from ingest.quantity.labels import Label, read_label
from ingest.quantity.named_units import NamedUnit
from ingest.quantity.numerals import has_number, read_cell_number
from ingest.quantity.periods import read_periods
from ingest.quantity.scope import heading_scope
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
_DETAILS = re.compile(
    r"(?:key\s+|report\s+)?(?:details?|values?|description|information|data|total|particulars|coverage|scope"
    r"|specification|answer|figures?|statistics?|remarks?|parameters?)",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:forecasts?|expected|projected|projections?|anticipated|predicted)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:table|exhibit|figure|chart)\s*[\d.IVX-]+\s*[:.–-]?\s*", re.IGNORECASE)
_BREAKDOWN = re.compile(r",?\s*\bby\b\s.*?(?=,|\(|$)", re.IGNORECASE)
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
    """A row's labels and period. ``group`` is the label of the row that heads it."""

    number: int
    cells: tuple[str, ...]
    names: tuple[tuple[int, Label], ...]
    period: Period | None = None
    group: Label | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its labels read. ``labels`` are the columns of row names, ``years`` that of periods; ``ahead`` are
    the years its notes call forecasts; ``scope`` is what its heading says when it has no title of its own."""

    table: Table
    frame: Frame
    title: Label
    headers: tuple[Label, ...]
    years: int | None
    labels: tuple[int, ...]
    ahead: frozenset[int]
    scope: tuple[tuple[str, ...], str | None]

    @property
    def corner(self) -> NamedUnit | None:
        """The unit that the header of the row names gives, where it stands for all columns: "GBP m"."""
        return next((self.headers[at].unit for at in self.labels if self.headers[at].unit), None)

    def rows(self) -> Iterator[Row]:
        """The rows with numbers, each with its labels; an empty label repeats the one above it."""
        group: Label | None = None
        above: tuple[str, ...] = ()
        for number, cells in enumerate(self.table.rows):
            names = self._names(cells, above)
            values = [cell for at, cell in enumerate(cells) if at not in self.labels and at != self.years]
            if self.labels and all(is_empty(cell) for cell in values):
                group = self._label(cells[self.labels[0]])
                continue
            above = names
            labels = tuple((at, self._label(name)) for at, name in zip(self.labels, names, strict=True) if name)
            yield Row(number, cells, labels, self._period(cells), group)

    def is_ahead(self, row: Row, period: Period | None, labels: Sequence[Label]) -> bool:
        """Whether a number is a forecast: by a mark in its labels, a note, or a remark in its row."""
        if any(label.projected for label in labels) or (period is not None and period.first in self.ahead):
            return True
        remarks = [cell for at, cell in enumerate(row.cells) if at != self.years and not has_number(cell)]
        return any(_AHEAD.search(text) for text in remarks if len(text) < _SHORT)

    def _names(self, cells: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
        names = [cells[at].strip() for at in self.labels]
        if len(names) < 2 or not names[-1] or not above:
            return tuple(names)
        return tuple(name or before for name, before in zip(names, above, strict=True))

    def _label(self, text: str) -> Label:
        return read_label(text, self.frame, "row")

    def _period(self, cells: Sequence[str]) -> Period | None:
        found = read_periods(cells[self.years]) if self.years is not None else []
        return found[0].value if found else None


def read_grid(table: Table, frame: Frame) -> Grid:
    """How a table is laid out."""
    columns = range(len(table.header))
    years = next((at for at in columns if _is_year_column(table, at)), None)
    title = _titled(table)
    scope = heading_scope(frame) if not title else None
    return Grid(
        table=table,
        frame=frame,
        title=read_label(title, frame, "title"),
        headers=tuple(read_label(header, frame, "header") for header in table.header),
        years=years,
        labels=_label_columns(table, years, frame.decimal_comma),
        ahead=_years_ahead(table),
        scope=(scope.head, scope.place) if scope else ((), None),
    )


def is_attributes(table: Table) -> bool:
    """Whether a table is a list of labels and values, such as a report's scope."""
    if len(table.header) != 2 or not table.rows or all(is_year(row[0]) for row in table.rows):
        return False
    cells = [row[1] for row in table.rows if not is_empty(row[1])]
    numbers = [read_cell_number(cell) for cell in cells if not is_year(cell)]
    sorts = {(number.kind, number.currency) if number else None for number in numbers}
    return bool(_DETAILS.fullmatch(table.header[1].strip())) or None in sorts or len(sorts) > 1


def is_empty(cell: str) -> bool:
    """Whether a cell says nothing: "", "–", "n.a."."""
    return _EMPTY.fullmatch(cell) is not None


def is_skipped(header: str) -> bool:
    """Whether a column's numbers are ranks, codes or years of foundation."""
    return _SKIPPED.fullmatch(header.strip()) is not None


def is_year(cell: str) -> bool:
    """Whether a cell is nothing but a period."""
    found = read_periods(cell)
    return len(found) == 1 and not cell[: found[0].start].strip(" ('*") and not cell[found[0].end :].strip(" )'*EFPA")


def _titled(table: Table) -> str:
    """The title without its number and breakdown: "Cloud revenue" of "Table 3: Cloud revenue by region"."""
    if table.heading and table.title.strip() == table.heading[-1].strip():
        return ""
    return _BREAKDOWN.sub("", _NUMBERED.sub("", table.title))


def _is_year_column(table: Table, at: int) -> bool:
    cells = [row[at] for row in table.rows if row[at].strip()]
    if not cells or not all(is_year(cell) for cell in cells):
        return False
    return at == 0 or _YEARLY.fullmatch(table.header[at].strip()) is not None


def _label_columns(table: Table, years: int | None, decimal_comma: bool) -> tuple[int, ...]:
    """The columns of row names: those before the first column of numbers, the first one even if it looks like numbers
    ("100 kg") unless its header is a year; without any, the columns of text wherever they stand."""
    columns = [at for at in range(len(table.header)) if at != years and not is_skipped(table.header[at])]
    numeric = [at for at in columns if (at > 0 or is_year(table.header[0])) and _is_numeric(table, at, decimal_comma)]
    before = tuple(at for at in columns if at < min(numeric, default=len(table.header)))
    if before or years is not None:
        return before
    return tuple(at for at in columns if at not in numeric)


def _is_numeric(table: Table, at: int, decimal_comma: bool) -> bool:
    cells = [row[at] for row in table.rows if not is_empty(row[at])]
    return any(read_cell_number(cell, decimal_comma) is not None for cell in cells)


def _years_ahead(table: Table) -> frozenset[int]:
    """The years the notes call forecasts: "2024 and 2030 are forecasts", "forecasts from 2025"."""
    clauses = [
        clause for note in table.notes for start, end in sentences(note) for clause in _CLAUSE.split(note[start:end])
    ]
    ahead = [clause for clause in clauses if _AHEAD.search(clause)]
    years = {found.value.first for clause in ahead for found in read_periods(clause) if found.value.kind != "span"}
    openings = [int(match[1] or match[2]) for clause in ahead for match in _ONWARDS.finditer(clause)]
    return frozenset(years.union(*(range(year, year + _FARTHEST) for year in openings)))
