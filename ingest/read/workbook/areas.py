"""Finds what stands apart on a sheet: tables and texts below each other and side by side."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ingest.read.captions import captions_table, is_note, is_numbered, states_unit
from ingest.read.figures import is_figure, is_missing
from ingest.read.workbook.sheet import ShownCell

Area = Sequence[ShownCell]
"""Cells that belong together, row by row."""

MAX_GAP = 2
"""Empty rows within a table, between its groups."""

MAX_COLUMN = 16_385
"""Behind the last column a sheet can have."""

_NAME_WORDS = 8
"""Words of a group's name that stands alone between empty rows."""


def areas(cells: Area) -> Iterator[Area]:
    """The areas of a sheet in reading order: from the top down, and from left to right what stands side by side."""
    beside = _side_by_side(cells)
    parts = beside if len(beside) > 1 else [part.cells for part in _joined(_below_each_other(cells))]
    if len(parts) < 2:
        yield from parts
        return
    for part in parts:
        yield from areas(part)


def rows_of(area: Area) -> list[list[ShownCell]]:
    """The cells row by row."""
    return [list(row) for _, row in groupby(area, key=lambda cell: cell.row)]


def is_data(row: Sequence[ShownCell]) -> bool:
    """Whether a row holds figures, or marks that they are missing, behind a name."""
    behind = [cell.text for cell in row[1:]]
    return any(map(is_figure, behind)) or (bool(behind) and all(map(is_missing, behind)))


@dataclass(slots=True)
class _Part:
    """Rows that nothing parts, the columns they take, and the first row below them."""

    rows: list[list[ShownCell]] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)
    end: int = 0

    def add(self, *rows: list[ShownCell]) -> None:
        for row in rows:
            self.rows.append(row)
            self.columns.update(column for cell in row for column in range(cell.column, min(cell.end, MAX_COLUMN)))
            self.end = max([self.end, *(cell.row + cell.rows for cell in row)])

    @property
    def cells(self) -> list[ShownCell]:
        return [cell for row in self.rows for cell in row]


def _below_each_other(cells: Area) -> list[_Part]:
    """The parts between empty rows, or above a numbered caption."""
    parts: list[_Part] = []
    for row in rows_of(cells):
        is_caption = len(row) == 1 and is_numbered(row[0].text)
        if not parts or row[0].row > parts[-1].end or is_caption:
            parts.append(_Part())
        parts[-1].add(row)
    return parts


def _joined(parts: Sequence[_Part]) -> list[_Part]:
    """The parts, those that only empty rows between groups set apart put together again."""
    joined: list[_Part] = []
    rest = deque(parts)
    while rest:
        part = rest.popleft()
        if joined and rest and _is_name(part) and _continues(joined[-1], part, rest[0]):
            part.add(*rest.popleft().rows)
        if joined and _continues(joined[-1], part):
            joined[-1].add(*part.rows)
        else:
            joined.append(part)
    return joined


def _is_name(part: _Part) -> bool:
    """Whether a part is a group's name alone."""
    if len(part.rows) > 1 or len(part.rows[0]) > 1:
        return False
    text = part.rows[0][0].text
    return len(text.split()) <= _NAME_WORDS and not _speaks_of_table(text)


def _continues(above: _Part, *below: _Part) -> bool:
    """Whether a table goes on below empty rows: in its own columns, with no new header or caption."""
    rows = [row for part in below for row in part.rows[:2]]
    first = rows[0]
    is_near = first[0].row - above.end <= MAX_GAP
    if not is_near or len(above.rows[-1]) < 2 or first[0].column != min(above.columns):
        return False
    if not all(part.columns <= above.columns for part in below):
        return False
    if len(first) > 1:
        return is_data(first)
    return len(rows) > 1 and is_data(rows[1]) and not _speaks_of_table(first[0].text)


def _speaks_of_table(text: str) -> bool:
    """Whether a text alone in its row is a caption or a remark, no name of a group."""
    return captions_table(text) or is_note(text) or states_unit(text)


def _side_by_side(cells: Area) -> list[list[ShownCell]]:
    """The parts between empty columns; what stands above them all, and is as wide, comes first."""
    above, body = _lone_rows_above(cells)
    groups: list[list[ShownCell]] = []
    for group in _between_empty_columns(body):
        if groups and not _stands_apart(groups[-1], group):
            groups[-1] = sorted(groups[-1] + group, key=lambda cell: (cell.row, cell.column))
        else:
            groups.append(group)
    if len(groups) < 2:
        return [list(cells)]
    across = [cell for cell in above if not any(_is_within(cell, group) for group in groups)]
    parts = [[cell for cell in above if cell not in across and _is_within(cell, group)] + group for group in groups]
    return [across, *parts] if across else parts


def _lone_rows_above(cells: Area) -> tuple[list[ShownCell], list[ShownCell]]:
    """The first rows that hold one cell, and the rest."""
    rows = rows_of(cells)
    count = next((at for at, row in enumerate(rows) if len(row) > 1), len(rows))
    return [row[0] for row in rows[:count]], [cell for row in rows[count:] for cell in row]


def _between_empty_columns(cells: Area) -> list[list[ShownCell]]:
    groups: list[list[ShownCell]] = []
    end = 0
    for cell in sorted(cells, key=lambda cell: (cell.column, cell.row)):
        if not groups or cell.column > end:
            groups.append([])
        groups[-1].append(cell)
        end = max(end, cell.end)
    return [sorted(group, key=lambda cell: (cell.row, cell.column)) for group in groups]


def _is_within(cell: ShownCell, group: Area) -> bool:
    return min(other.column for other in group) <= cell.column and cell.end <= max(other.end for other in group)


def _stands_apart(left: Area, right: Area) -> bool:
    """Whether two parts are tables of their own, and the empty column no mere spacer: the right one has its names."""
    if len({cell.column for cell in left}) < 2:
        return False
    if len({cell.column for cell in right}) < 2:
        return not _has_figures(right) and not any(cell.row == left[0].row for cell in right)
    if _has_figures(left) and not _has_figures(right) and {c.row for c in right} <= {c.row for c in left}:
        return False  # columns of remarks
    first = min(cell.column for cell in right)
    wide = Counter(cell.row for cell in right)
    names = [cell.text for cell in right if cell.column == first and wide[cell.row] > 1]
    return bool(names) and sum(map(is_figure, names)) * 2 < len(names)


def _has_figures(cells: Area) -> bool:
    return any(is_figure(cell.text) for cell in cells)
