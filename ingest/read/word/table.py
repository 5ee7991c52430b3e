"""Reads a Word table's rows: cells over several columns and rows, header rows, indents, tables within cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from ingest.read.header_rows import bold_rows
from ingest.read.tabular import MAX_COLUMNS, RawCell, RawRow
from ingest.read.word.marks import W, inside, is_on, number, value
from ingest.read.word.styles import Styles, paragraph_style
from ingest.read.word.text import ParagraphText, paragraph_text

_STEP = 100
"""Twentieths of a point that count as one step of indent; less is how exactly somebody drew."""

_SPACE = 50
_TAB = 720
"""How wide a space and a tab are in twentieths of a point."""


@dataclass(slots=True)
class WordTable:
    """A table's rows, its cells' elements row by row, and the notes its texts refer to."""

    rows: list[RawRow]
    cells: list[list[Element]]
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_frame(self) -> bool:
        """Whether it is no table but a frame around texts: one row or one column."""
        return len(self.rows) < 2 or max(len(row.cells) for row in self.rows) < 2


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as it is written; ``above`` says that it only continues the cell over it."""

    text: str
    column: int
    columns: int
    depth: int
    bold: bool
    above: bool


def word_table(table: Element, styles: Styles, line: int) -> WordTable:
    """Read a table; ``line`` is the number of its block."""
    rows = [row for row in inside(table) if row.tag == f"{W}tr" and not _is_deleted(row)]
    read = WordTable([], [[cell for cell in inside(row) if cell.tag == f"{W}tc"] for row in rows])
    written = [list(_written(row, cells, read, styles)) for row, cells in zip(rows, read.cells, strict=True)]
    bold = bold_rows([all(cell.bold for cell in row if cell.text) for row in written])
    marked = [bool(is_on(row.find(f"{W}trPr"), "tblHeader")) for row in rows]
    heads = marked.index(False) if False in marked else 0
    for at, row in enumerate(written):
        cells = (_raw(cell, written[at + 1 :], at < (heads or bold)) for cell in row if not cell.above)
        read.rows.append(RawRow(tuple(cells), line))
    return read


def _is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _written(row: Element, cells: Sequence[Element], read: WordTable, styles: Styles) -> Iterator[_Cell]:
    properties = row.find(f"{W}trPr")
    column = 0 if properties is None else number(value(properties, "gridBefore")) or 0
    column = min(max(column, 0), MAX_COLUMNS)
    if column:
        yield _Cell("", 0, column, 0, False, False)
    for cell in cells:
        found = _cell(cell, column, read, styles)
        column += found.columns
        yield found


def _cell(cell: Element, column: int, read: WordTable, styles: Styles) -> _Cell:
    properties = cell.find(f"{W}tcPr")
    columns = 1 if properties is None else number(value(properties, "gridSpan")) or 1
    merge = None if properties is None else properties.find(f"{W}vMerge")
    above = merge is not None and merge.get(f"{W}val", "continue") != "restart"
    texts = list(_texts(cell, styles))
    read.notes.extend(note for _, text in texts for note in text.notes)
    full = [(paragraph, text) for paragraph, text in texts if text.line]
    return _Cell(
        text=" ".join(text.line for _, text in full),
        column=column,
        columns=min(max(columns, 1), MAX_COLUMNS),
        depth=_depth(*full[0], styles) if full else 0,
        bold=all(text.strong for _, text in full),
        above=above,
    )


def _texts(parent: Element, styles: Styles) -> Iterator[tuple[Element, ParagraphText]]:
    """The paragraphs of a cell, those of text boxes and of tables within it too."""
    for child in inside(parent):
        if child.tag == f"{W}p":
            text = paragraph_text(child, paragraph_style(child, styles), styles)
            yield child, text
            for box in text.boxes:
                yield from _texts(box, styles)
        elif child.tag in _PARTS:
            yield from _texts(child, styles)


_PARTS = (f"{W}tbl", f"{W}tr", f"{W}tc")


def _depth(paragraph: Element, text: ParagraphText, styles: Styles) -> int:
    """Steps of indent of a cell's first paragraph: by its margin, the spaces before it, its place in a list."""
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and value(properties, "jc") in ("center", "right", "end"):
        return 0
    style = paragraph_style(paragraph, styles)
    before = text.text[: len(text.text) - len(text.text.lstrip())]
    width = style.indent + _TAB * before.count("\t") + _SPACE * (len(before) - before.count("\t"))
    return max((width + _STEP // 2) // _STEP, 0) + _TAB // _STEP * (style.item or 0)


def _raw(cell: _Cell, below: Sequence[Sequence[_Cell]], heads: bool) -> RawCell:
    rows = 1
    for row in below:
        if not any(other.above and other.column == cell.column for other in row):
            break
        rows += 1
    return RawCell(cell.text, rows, cell.columns, cell.depth, heads)
