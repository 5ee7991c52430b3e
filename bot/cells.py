"""The figures in a report's tables by what their rows, columns and titles name: so that every cell is found by name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from bot.sense import GENERIC
from bot.topics import in_one_word
from ingest.domain import HEADER_STEP, Cell, Measure, Quantity, Report, Table
from ingest.quantity.dates import label_time
from ingest.quantity.labels import names_total
from ingest.quantity.named_units import without_unit
from ingest.words import STOPWORDS, stem

Name = tuple[str, ...]
"""A name as the stems of its tokens, the small words and numbers kept: "Up to 400 °C" is (up, to, 400, c)."""

MOST = 4
"""Names of its own that a cell has at most: of its row, its column, and two of its title."""

LONGEST = 12
"""Tokens; longer labels are sentences, which nobody asks for by name."""

COMMON = (
    frozenset(
        map(
            stem,
            "year years period date quarter month time indicator item metric measure unit units figure country"
            " countries region regions state states area areas place places".split(),
        )
    )
    | GENERIC
    | STOPWORDS
)
"""Stems of labels that name no part of a market: "Year", "Total market"."""

_TOKEN = re.compile(r"\w+|&")
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)")
_BY = re.compile(r"\bby\s+(?P<what>[^,;:(|–—]+)", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:in|for|at|across|within|worldwide|globally)\b", re.IGNORECASE)
"""Behind what a title says a table is divided by: "by buyer in Poland"."""
_ABBREVIATED = re.compile(r"(?<=\w)\s*\((?:[A-Z][A-Za-z&/-]{1,7})\)\s*$")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&/-]{1,7}")


class Token(NamedTuple):
    """A word or number of a text, by its stem."""

    stem: str
    start: int
    end: int


class Named(NamedTuple):
    """A name that a text has, and where."""

    name: Name
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a table. ``names`` all must be asked for: those of its row, its column and its table's title;
    ``above`` are those they stand under, which may be: "Bread" of "Rye", and "Product" of both. ``parents`` are those
    of ``above`` that are no dimensions; ``dimensions`` are what its row and column divide the table by."""

    quantity: Quantity
    cell: Cell
    names: frozenset[Name]
    above: frozenset[Name]
    parents: frozenset[Name]
    dimensions: frozenset[Name]


Key = tuple[frozenset[Name], str | None, Measure]


class Cells:
    """All figures of a report's tables, by names, place and measure."""

    def __init__(self, report: Report, quantities: Sequence[Quantity]) -> None:
        self.report = report
        self._entries: dict[Key, list[Entry]] = {}
        labels = _Labels(report)
        for quantity in quantities:
            if isinstance(quantity.source, Cell):
                entry = labels.entry(quantity, quantity.source)
                self._entries.setdefault((entry.names, quantity.place, quantity.measure), []).append(entry)

    def of(self, names: frozenset[Name], places: Sequence[str | None], measure: Measure) -> list[Entry]:
        """The figures of one thing that a question may name as ``names``: all that its cells need, and no more."""
        found: list[Entry] = []
        for place in places:
            for needed in self._able(names):
                entries = self._entries.get((needed, place, measure), ())
                found += [entry for entry in entries if names <= entry.names | entry.above]
        return found

    def beside(self, names: frozenset[Name], places: Sequence[str | None], measure: Measure) -> list[Entry]:
        """The figures that one more name tells apart: those of the parts of what is named."""
        return [
            entry
            for key in self._keys_by_measure.get(measure, ())
            if key[1] in places and len(key[0] - names) == 1
            for entry in self._entries[key]
            if names <= entry.names | entry.above
        ]

    def in_places(self, names: frozenset[Name], measure: Measure) -> list[Entry]:
        """The figures of one thing in every place there is."""
        return [
            entry
            for key in self._keys_by_measure.get(measure, ())
            if key[0] <= names and key[1] is not None
            for entry in self._entries[key]
            if names <= entry.names | entry.above
        ]

    def named(self, text: str) -> list[Named]:
        """The names of rows, columns, titles and their dimensions that a text has, the longest first at each place."""
        said = tokens(text)
        found: list[Named] = []
        at = 0
        while at < len(said):
            name = next(
                (
                    name
                    for name in self._by_first.get(said[at].stem, ())
                    if tuple(token.stem for token in said[at : at + len(name)]) == name
                ),
                None,
            )
            if name:
                found.append(Named(self._full.get(name, name), said[at].start, said[at + len(name) - 1].end))
            at += len(name) if name else 1
        return found

    @cached_property
    def dimensions(self) -> dict[Name, frozenset[int]]:
        """What tables are divided by ("End use") → the tables that are, by their first header or "by …" in a title."""
        found: dict[Name, set[int]] = {}
        for number, table in enumerate(self.report.tables):
            for name in _dimensions(table):
                found.setdefault(name, set()).add(number)
        return {name: frozenset(tables) for name, tables in found.items()}

    def is_needed(self, name: Name) -> bool:
        """Whether some cell is told by this name, as no mere dimension is."""
        return name in self._own

    @cached_property
    def _own(self) -> frozenset[Name]:
        return frozenset(name for names, _, _ in self._entries for name in names)

    @staticmethod
    def _able(names: frozenset[Name]) -> Iterator[frozenset[Name]]:
        """What a cell may need so that these names name it: some of them."""
        return (frozenset(some) for size in range(MOST + 1) for some in combinations(sorted(names), size))

    @cached_property
    def _keys_by_measure(self) -> dict[Measure, list[Key]]:
        found: dict[Measure, list[Key]] = {}
        for key in self._entries:
            found.setdefault(key[2], []).append(key)
        return found

    @cached_property
    def _full(self) -> dict[Name, Name]:
        """Short forms of names → the names: without what stands in brackets, and an abbreviation in them."""
        shorts: dict[Name, set[Name]] = {}
        for label in self._labels:
            for short in _short_forms(label):
                shorts.setdefault(name_of(short), set()).add(name_of(label))
        return {
            short: next(iter(full))
            for short, full in shorts.items()
            if short and len(full) == 1 and short not in self._names and full <= self._names
        }

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(part for found in self._entries.values() for each in found for part in each.quantity.subject)

    @cached_property
    def _names(self) -> frozenset[Name]:
        """All that stands in subjects of the figures."""
        above = frozenset(name for found in self._entries.values() for each in found for name in each.above)
        return self._own | above

    @cached_property
    def _by_first(self) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in sorted({*self._names, *self._full, *self.dimensions}, key=lambda name: (-len(name), name)):
            if name and len(name) <= LONGEST and not COMMON.issuperset(name):
                found.setdefault(name[0], []).append(name)
        return found


class _Labels:
    """What each table's rows, columns and title name, each read once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._stubs: dict[int, int] = {}
        self._rows: dict[tuple[int, int], frozenset[Name]] = {}
        self._columns: dict[tuple[int, int], tuple[Name, ...]] = {}
        self._all_rows: dict[int, frozenset[Name]] = {}
        self._dimensions: dict[int, frozenset[Name]] = {}

    def entry(self, quantity: Quantity, cell: Cell) -> Entry:
        """The names a cell's figure has of its own, and those above it."""
        parts = [name for part in quantity.subject if (name := name_of(part))]
        row, column = self._row(cell), self._column(cell)
        in_row = [name for name in parts if name in row][-1:]
        in_column = [name for name in parts if name in column][-1:]
        own = {*in_row, *in_column}
        over = set(column) | self._rows_of(cell.table) | self._dimensions_of(cell.table)
        titled = {name for name in parts if name not in over and name not in row}
        names = frozenset(own | titled) or frozenset(parts[-1:])
        dimensions = self._dimensions_of(cell.table)
        above = frozenset(parts) - names
        divided = self._divided(cell.table, bool(in_row), bool(in_column))
        return Entry(quantity, cell, names, above | dimensions, above - dimensions, divided)

    def _divided(self, number: int, by_row: bool, by_column: bool) -> frozenset[Name]:
        """What rows, columns or both divide a table by: the rows by its first header where the title says so too."""
        table = self._report.tables[number]
        first, titled = _first_header(table), frozenset(_titled(table))
        rows = frozenset([first]) if first in titled or not titled else titled | {first}
        columns = titled - rows or titled
        return (rows if by_row else frozenset()) | (columns if by_column else frozenset())

    def _names_at(self, number: int) -> int:
        if number not in self._stubs:
            self._stubs[number] = names_at(self._report.tables[number])
        return self._stubs[number]

    def _row(self, cell: Cell) -> frozenset[Name]:
        key = (cell.table, cell.row)
        if key not in self._rows:
            row = self._report.tables[cell.table].rows[cell.row]
            self._rows[key] = frozenset(name_of(text) for text in row if text and not text[0].isdigit())
            self._rows[key] |= {name_of(name_at(self._report.tables[cell.table], cell.row))}
        return self._rows[key]

    def _column(self, cell: Cell) -> tuple[Name, ...]:
        key = (cell.table, cell.column)
        if key not in self._columns:
            header = self._report.tables[cell.table].header[cell.column]
            self._columns[key] = tuple(name_of(step) for step in header.split(HEADER_STEP))
        return self._columns[key]

    def _rows_of(self, number: int) -> frozenset[Name]:
        if number not in self._all_rows:
            table = self._report.tables[number]
            at = self._names_at(number)
            self._all_rows[number] = frozenset(name_of(row[at]) for row in table.rows if row[at])
        return self._all_rows[number]

    def _dimensions_of(self, number: int) -> frozenset[Name]:
        if number not in self._dimensions:
            self._dimensions[number] = frozenset(_dimensions(self._report.tables[number]))
        return self._dimensions[number]


def _dimensions(table: Table) -> Iterator[Name]:
    """What a table's rows and columns are divided by, as its first header and its title say."""
    yield _first_header(table)
    yield from _titled(table)


def _first_header(table: Table) -> Name:
    return name_of(without_unit(table.header[names_at(table)].split(HEADER_STEP)[0]))


def _titled(table: Table) -> Iterator[Name]:
    for match in _BY.finditer(table.title):
        for part in re.split(r"\s+and\s+|\s*&\s*", match["what"]):
            yield name_of(_WHERE.split(part)[0])


def names_at(table: Table) -> int:
    """The column that names the rows: the first with words where the first only counts them ("1", "a)"), the second
    where the first names groups of them ("Europe | Spain"), else the first."""
    if _is_grouped(table):
        return 1
    counted = [text for row in table.rows if (text := row[0].strip(" .)("))]
    numbers = [text for text in counted if text.isdecimal()]
    if not counted or not all(map(_LISTS.fullmatch, counted)):
        return 0
    if numbers != [str(number) for number in range(1, len(numbers) + 1)] or (not numbers and len(counted) < 2):
        return 0
    named = (at for at in range(1, len(table.header)) if any(any(map(str.isalpha, row[at])) for row in table.rows))
    return next(named, 0)


def _is_grouped(table: Table) -> bool:
    """Whether the first column names groups, over several rows each, and the second what is in them."""
    if len(table.header) < 3 or len(table.rows) < _FEWEST_GROUPED:
        return False
    seconds, firsts = [row[1].strip() for row in table.rows], [row[0].strip() for row in table.rows]
    if not all(map(_is_name, (*seconds, *firsts))) or len(set(zip(firsts, seconds, strict=True))) < len(firsts):
        return False
    runs = 1 + sum(one != other for one, other in pairwise(firsts))
    return len(set(firsts)) == runs and 2 * runs <= len(firsts) and runs > 1


@lru_cache(maxsize=65536)
def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and not text[0].isdigit() and label_time(text) is None


_FEWEST_GROUPED = 4
"""Rows of a table that has groups of them."""


def name_at(table: Table, row: int) -> str:
    """What a row is called; the total of a group as that is: "Europe" of "Europe | Total"."""
    at, cells = names_at(table), table.rows[row]
    return cells[0] if at and names_total(cells[at]) and _is_grouped(table) else cells[at]


_LISTS = re.compile(r"\d{1,2}|[a-z]|[A-H]|[ivx]{1,4}|[IVX]{1,4}")
"""What counts the rows of a list."""


def _short_forms(label: str) -> Iterator[str]:
    """ "Electric vehicles" and "EV" of "Electric vehicles (EV)"."""
    for match in _IN_BRACKETS.finditer(label):
        if match.start() > 0:
            if not _ABBREVIATED.search(label):
                yield label[: match.start()] + label[match.end() :]
            if _ABBREVIATION.fullmatch(match[1]):
                yield match[1]


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text, "&" as "and"; "end use" is one word, as in questions."""
    return [Token(_stem(match[0].casefold()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=65536)
def name_of(text: str) -> Name:
    """A label as a name, without its abbreviation: "Electric vehicles (EV)" is called as it is elsewhere."""
    match = _ABBREVIATED.search(text)
    return tuple(token.stem for token in tokens(in_one_word(text[: match.start()] if match else text)))


@lru_cache(maxsize=65536)
def _stem(token: str) -> str:
    return "and" if token == "&" else stem(token)


def labels_at(quantity: Quantity, report: Report) -> tuple[str, str]:
    """The name of a cell's row and the header of its column; empty for what no table prints."""
    if not isinstance(quantity.source, Cell):
        return "", ""
    table = report.tables[quantity.source.table]
    return name_at(table, quantity.source.row), table.header[quantity.source.column]


def is_crossed(quantity: Quantity, report: Report) -> bool:
    """Whether a cell's figure is of what its row and its column name together: milling machines in rail."""
    named, header = labels_at(quantity, report)
    parts = {name_of(part) for part in quantity.subject}
    row = {name_of(named)}
    column = {name_of(step) for step in header.split(HEADER_STEP)}
    return bool(parts & row) and bool(parts & column) and not row & column
