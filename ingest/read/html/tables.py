"""Reads HTML tables: which hold data, and the cells of those."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.read.blocks import Grid
from ingest.read.captions import is_note, names_no_subject
from ingest.read.figures import is_figure, is_missing, is_time
from ingest.read.html.columns import joined
from ingest.read.html.style import indentation
from ingest.read.html.text import is_sup, lines_of, strings_of, text_of
from ingest.read.html.tree import Element
from ingest.read.tabular import RawCell, RawRow, grid_of
from ingest.sentences import sentences

MAX_CELL = 1000
"""Characters; a longer cell is a column of a page."""

MAX_SPAN = 1000
"""Rows and columns a cell may claim to cover."""

_PIXELS_A_STEP = 4
"""Indents that differ by less are the same."""

_NAME_LINES = 3
"""So many short lines in a cell are a list."""

_LEADING = re.compile(r"[\s\u00a0\u2000-\u200a\u202f]*")
_HARD_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f]")


@dataclass(frozen=True, slots=True)
class HtmlRow:
    """A row and the part of the table it stands in: "thead", "tbody" or "tfoot"."""

    part: str
    element: Element

    @property
    def cells(self) -> list[Element]:
        return [one for one in self.element.elements if one.tag in ("td", "th")]


def rows_of(table: Element) -> list[HtmlRow]:
    """The rows of a table without those of tables in it, its head first and its foot last."""
    rows = [
        HtmlRow(part.tag, row)
        for part in _parts(table)
        for row in ([part] if part.tag == "tr" else part.elements)
        if row.tag == "tr"
    ]
    return sorted(rows, key=lambda row: {"thead": 0, "tfoot": 2}.get(row.part, 1))


def is_layout(table: Element) -> bool:
    """Whether a table only sets text in places: it holds other tables, one column, or what a page is made of."""
    rows = rows_of(table)
    filled = [sum(1 for cell in row.cells if cell.size) for row in rows]
    if max(filled, default=0) < 2 or any(one.tag == "table" and len(rows_of(one)) > 1 for one in table.inside()):
        return True
    if table.holds("th", "caption"):
        return False
    if table.role in ("presentation", "none") and not _counts(table):
        return True
    return len([one for one in filled if one]) < 2 or any(_is_column(cell) for row in rows for cell in row.cells)


def grid_in(table: Element) -> Grid | None:
    """The data of a table; None where there is none."""
    rows = rows_of(table)
    remarks = [row for row in rows if row.part == "tfoot" and len(_texts(row)) == 1]
    grid = grid_of(joined([_raw_row(row) for row in rows if row not in remarks]))
    if grid is None:
        return None
    caption, *said = _caption_lines(table) or [None]
    if caption is not None and grid.caption is not None:
        said.append(grid.caption)
    notes = (*(text for text in said if text), *grid.notes, *(text for row in remarks for text in _texts(row)))
    return replace(grid, caption=caption or grid.caption, notes=notes)


def captioned_table(figure: Element) -> Grid | None:
    """The one table of a figure with the figure's caption, of which what follows its first sentence is a note; None
    where the figure is something else."""
    tables = [one for one in figure.inside() if one.tag == "table"]
    caption = next((one for one in figure.elements if one.tag == "figcaption"), None)
    if len(tables) != 1 or caption is None or is_layout(tables[0]) or marked_lines(tables[0]) is not None:
        return None
    grid = grid_in(tables[0])
    said = text_of(caption.children)
    first = next(iter(sentences(said)), None)
    if grid is None or grid.caption is not None or first is None:
        return grid
    if names_no_subject(said[: first[1]].rstrip(" .")) or is_note(said):
        return replace(grid, notes=(*grid.notes, said))
    title, rest = said[: first[1]].rstrip(" ."), said[first[1] :].strip()
    return replace(grid, caption=title, notes=(*grid.notes, *([rest] if rest else [])))


def marked_lines(table: Element) -> list[str] | None:
    """The lines of a table that only sets marks before texts: bullets, "(1)" before a footnote; None for others."""
    lines = [texts for row in rows_of(table) if (texts := _texts(row))]
    if lines and all(len(texts) == 2 and _LINE_MARK.fullmatch(texts[0]) for texts in lines):
        return [" ".join(texts) for texts in lines]
    return None


_LINE_MARK = re.compile(r"[•●▪■‣◦·–—*†‡§o-]|\(?(?:\d{1,2}|[a-z])[.)]|\[\d+\]|\*{1,3}")


def _parts(table: Element) -> Iterator[Element]:
    """The parts of a table: head, bodies, foot, or rows; of a table by role what its rows are grouped in."""
    for one in table.elements:
        if one.tag in ("thead", "tbody", "tfoot", "tr") or one.role == "rowgroup":
            yield one


def _caption_lines(table: Element) -> list[str | None]:
    caption = next((one for one in table.elements if one.tag == "caption"), None)
    return [line.text for line in lines_of(caption.children, marks=False)] if caption else []


def _texts(row: HtmlRow) -> list[str]:
    return [text for cell in row.cells if (text := text_of(cell.children))]


def _counts(table: Element) -> bool:
    """Whether at least two rows hold a figure."""
    found = (any(is_figure(cell.text) for cell in row.cells[1:]) for row in rows_of(table))
    return sum(found) > 1


def _is_column(cell: Element) -> bool:
    """Whether a cell holds what a page is made of, rather than a value."""
    if cell.size > MAX_CELL:
        return True
    headed = cell.holds("h1", "h2", "h3", "h4", "h5", "h6") and cell.holds("p", "ul", "ol")
    return headed or sum(one.tag == "p" and one.size > 100 for one in cell.inside()) > 2


def _raw_row(row: HtmlRow) -> RawRow:
    shift = indentation(row.element.style, row.element.get("class"))
    return RawRow(tuple(_raw_cell(cell, row.part, shift) for cell in row.cells))


def _raw_cell(cell: Element, part: str, shift: float) -> RawCell:
    names_row = cell.get("scope").lower() in ("row", "rowgroup") or cell.role == "rowheader"
    return RawCell(
        cell_text(cell),
        rows=_span(cell.get("rowspan") or cell.get("aria-rowspan")),
        columns=_span(cell.get("colspan") or cell.get("aria-colspan")),
        depth=max(round((_indent(cell) + shift) / _PIXELS_A_STEP), 0),
        heads=part == "thead" or (cell.tag == "th" and not names_row),
    )


def cell_text(cell: Element) -> str:
    """A cell on one line; footnote marks are kept off figures, and lines of names become a list."""
    if any(is_sup(one) for one in cell.inside()):
        bare = text_of(cell.children, marks=False)
        if is_figure(bare) or is_time(bare) or is_missing(bare):
            return bare
    lines = [line.text for line in lines_of(cell.children)]
    if _are_names(cell, lines):
        return ("; " if any(", " in line for line in lines) else ", ").join(line.rstrip(",;") for line in lines)
    return " ".join(lines)


def _are_names(cell: Element, lines: Sequence[str]) -> bool:
    if cell.tag == "th" or len(lines) < 2 or any(line.endswith((".", ":", "!", "?")) for line in lines):
        return False
    return cell.holds("li") or (len(lines) >= _NAME_LINES and all(len(line.split()) <= 5 for line in lines))


def _span(value: str) -> int:
    """What a rowspan or colspan says; "0" and what is no number are one."""
    digits = value.strip()[:6]
    return min(max(int(digits), 1), MAX_SPAN) if digits.isascii() and digits.isdigit() else 1


def _indent(cell: Element) -> float:
    """How far a cell's text stands from the left, in pixels: by styles, classes and hard spaces before it."""
    pixels = indentation(cell.style, cell.get("class"))
    for element in _way_down(cell):
        pixels += indentation(element.style, element.get("class"))
    leading = _LEADING.match("".join(strings_of(cell.children)))
    return pixels + _PIXELS_A_STEP * len(_HARD_SPACE.findall(leading[0] if leading else ""))


def _way_down(element: Element) -> Iterator[Element]:
    """The elements in which a cell's text begins, from outside in."""
    while True:
        first = next((one for one in element.children if not (isinstance(one, str) and not one.strip())), None)
        if not isinstance(first, Element):
            return
        yield first
        element = first
