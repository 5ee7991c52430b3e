"""How a table sits on paper: the widths of its columns and the marks of its header and rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from evals.specimen.ink import Rule, Shade, Text, width, wrapped
from evals.specimen.layout import Layout
from evals.specimen.table import Row, SpecimenTable

SIZE = 7.0
LEADING = 1.42
"""Height of a row, in font sizes."""
PADDING, INDENT = 3.0, 8.0
COUNTS = 16.0
"""Width of the column of row numbers."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table fitted to a width; ``edges`` are where its columns start, and where the last one ends."""

    table: SpecimenTable
    layout: Layout
    size: float
    edges: tuple[float, ...]
    left: float

    @property
    def row_height(self) -> float:
        """How high each row is."""
        return self.size * LEADING

    @property
    def header_height(self) -> float:
        """How high the header is, all its lines."""
        return self._lines() * self.row_height + (self.row_height if self.table.header_rows > 1 else 0.0)

    def header(self, top: float) -> Iterator[Text | Rule | Shade]:
        """The header's marks, below a height."""
        bottom = top - self.header_height
        if self.layout.rules == "ruled" or self.layout.zebra:
            yield Shade(self.left, bottom, self.edges[-1] - self.left, self.header_height, 0.82)
        leaf_top = top
        if self.table.header_rows > 1:
            yield from self._groups(top)
            leaf_top -= self.row_height
        yield from self._stub(top)
        for number, path in enumerate(self.table.columns):
            right = self.edges[number + 2] - PADDING
            room = self.edges[number + 2] - self.edges[number + 1]
            for line, text in enumerate(wrapped(path[-1], self._bold, self.size, room)):
                yield Text(right, self._baseline(leaf_top, line), text, self._bold, self.size, "right")
        if self.layout.rules != "borderless":
            yield Rule(self.left, top, self.edges[-1], top, 0.8)
            yield Rule(self.left, bottom, self.edges[-1], bottom)
        if self.layout.rules == "ruled":
            yield from self._uprights(top, bottom, leaf_top)

    def row(self, number: int, top: float) -> Iterator[Text | Rule | Shade]:
        """A row's marks, below a height."""
        row = self.table.rows[number]
        bottom = top - self.row_height
        if self.layout.zebra and number % 2:
            yield Shade(self.left, bottom, self.edges[-1] - self.left, self.row_height, 0.94)
        yield from self._values(row, number, top)
        if self.layout.rules == "ruled":
            yield Rule(self.left, bottom, self.edges[-1], bottom, 0.4)
            yield from self._uprights(top, bottom, top)
        elif self.layout.rules == "horizontal" and (number == len(self.table.rows) - 1 or row.role == "total"):
            yield Rule(self.left, bottom, self.edges[-1], bottom, 0.6)

    def _values(self, row: Row, number: int, top: float) -> Iterator[Text]:
        y = self._baseline(top, 0)
        font = self.layout.fonts[0] if row.role == "leaf" else self._bold
        if self.table.row_numbers:
            yield Text(self.edges[0] - PADDING, y, str(number + 1), self.layout.fonts[0], self.size, "right")
        yield Text(self.edges[0] + PADDING + row.depth * INDENT, y, row.label, font, self.size)
        for column, cell in enumerate(row.cells):
            yield Text(self.edges[column + 2] - PADDING, y, cell.text, font, self.size, "right")

    def _groups(self, top: float) -> Iterator[Text | Rule]:
        column = 1
        for name, wide in self.table.header_groups():
            left, right = self.edges[column], self.edges[column + wide]
            yield Text((left + right) / 2, self._baseline(top, 0), name, self._bold, self.size, "center")
            if self.layout.rules != "borderless":
                yield Rule(left + 2, top - self.row_height, right - 2, top - self.row_height, 0.4)
            column += wide

    def _stub(self, top: float) -> Iterator[Text]:
        if self.table.row_numbers:
            yield Text(self.edges[0] - PADDING, self._baseline(top, 0), "No.", self._bold, self.size, "right")
        for line, text in enumerate(self._stub_lines()):
            yield Text(self.edges[0] + PADDING, self._baseline(top, line), text, self._bold, self.size)

    def _uprights(self, top: float, bottom: float, leaf_top: float) -> Iterator[Rule]:
        starts, column = {0, 1}, 1
        for _, wide in self.table.header_groups() if self.table.header_rows > 1 else ():
            column += wide
            starts.add(column)
        for number, edge in enumerate(self.edges):
            yield Rule(edge, top if number in starts else leaf_top, edge, bottom, 0.4)

    def _lines(self) -> int:
        pairs = zip(self.edges[1:], self.edges[2:], self.table.columns, strict=False)
        lines = [len(wrapped(path[-1], self._bold, self.size, right - left)) for left, right, path in pairs]
        return max(*lines, len(self._stub_lines()) - self.table.header_rows + 1)

    def _stub_lines(self) -> list[str]:
        return wrapped(self.table.stub, self._bold, self.size, self.edges[1] - self.edges[0])

    def _baseline(self, top: float, line: int) -> float:
        return top - self.row_height * line - self.size * 1.05

    @property
    def _bold(self) -> str:
        return self.layout.fonts[1]


def fitted(table: SpecimenTable, layout: Layout, left: float, room: float) -> Grid:
    """A table in the room there is; too wide a one is printed smaller."""
    count = COUNTS if table.row_numbers else 0.0
    natural = _widths(table, layout)
    factor = min(1.0, (room - count) / sum(natural))
    spare = max(0.0, (room - count - sum(natural)) / len(natural)) if layout.rules != "borderless" else 0.0
    edges = [left + count]
    for wide in natural:
        edges.append(edges[-1] + wide * factor + min(spare, 22.0))
    return Grid(table, layout, SIZE * factor, tuple(edges), left)


def _widths(table: SpecimenTable, layout: Layout) -> list[float]:
    bold = layout.fonts[1]
    labels = [width(row.label, bold, SIZE) + row.depth * INDENT for row in table.rows]
    widths = [max(*labels, *(width(word, bold, SIZE) for word in table.stub.split(" "))) + 4 * PADDING]
    for number, path in enumerate(table.columns):
        texts = [row.cells[number].text for row in table.rows if row.cells]
        values = max(width(text, bold, SIZE) for text in texts)
        words = max(width(word, bold, SIZE) for word in path[-1].split(" "))
        widths.append(max(values, words) + 2 * PADDING + 1)
    return widths
