"""Makes a grid of a table's cells as a format holds them: spans, header rows, captions and notes inside the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.domain import HEADER_STEP
from ingest.read.blocks import Grid
from ingest.read.captions import captions_table, is_note, is_unit_line, states_unit, title_of
from ingest.read.figures import is_figure, is_missing, is_time


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as its format holds it: how many rows and columns it covers, how far its text is indented (0 is not at
    all), and whether the format marks it as a header."""

    text: str
    rows: int = 1
    columns: int = 1
    depth: int = 0
    heads: bool = False


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of cells, each where it begins: what another covers has none. ``line`` and ``page`` say where it stands."""

    cells: tuple[RawCell, ...]
    line: int = 1
    page: int | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands at a row and a column: the cell, and whether it begins there."""

    cell: RawCell
    first_row: bool
    first_column: bool


_NOTHING = _Place(RawCell(""), True, True)
MAX_COLUMNS = 512
"""Columns of a table; more are cut off."""

MAX_SPAN = 1000
"""Rows that a cell may cover."""

_SENTENCE_WORDS = 9
"""Words of a text alone in the last row that make it a remark on the table."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with every column filled by what covers it."""

    places: tuple[_Place, ...]
    line: int
    page: int | None

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(place.cell.text for place in self.places)

    @property
    def own(self) -> tuple[str, ...]:
        """The texts at the columns where their cells begin."""
        return tuple(place.cell.text if place.first_column else "" for place in self.places)

    @property
    def alone(self) -> str | None:
        """The text of a row that has no other: in its first column, or across all."""
        filled = [at for at, text in enumerate(self.own) if text]
        return self.own[0] if filled == [0] else None

    @property
    def aside(self) -> str | None:
        """The text of a row that has no other, where it stands behind the first column: "USD million" at the right."""
        filled = [text for text in self.own if text]
        return filled[0] if len(filled) == 1 and not self.own[0] and len(self.own) > 2 else None

    @property
    def across(self) -> bool:
        """Whether one cell covers the whole row."""
        return len(self.places) > 1 and not any(place.first_column for place in self.places[1:])


def grid_of(rows: Sequence[RawRow]) -> Grid | None:
    """The grid of a table's rows; None where it has no cell with a text, or but one column and no row below its first.

    The header are the rows above the first figure, or those the format marks; a caption and a unit above them and notes
    below the last row are taken out. Header rows that come again, as on the next page, are left out.
    """
    lines = _without_empty(_filled(rows))
    if not lines:
        return None
    caption, opening, lines = _caption(lines)
    closing, lines = _closing_notes(lines)
    if not lines or (len(lines) == 1 and len(lines[0].places) == 1):
        return None
    lines = _with_bracket_closed(lines)
    count = _header_rows(lines)
    header = _header(lines[:count]) if count else ("",) * len(lines[0].places)
    own_header = {line.texts for line in lines[:count]}
    body = [line for line in lines[count:] if line.texts not in own_header]
    pages = tuple(line.page for line in body if line.page is not None)
    depths = _depths(body)
    header, cells = _with_directions_joined(header, [_cells(line) for line in body])
    return Grid(
        header=header,
        rows=_with_names_below(cells),
        line=lines[0].line,
        caption=caption,
        notes=(*opening, *closing),
        depths=depths if any(depths) else (),
        pages=pages if len(pages) == len(body) else (),
    )


def _with_directions_joined(
    header: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """A header and rows, the words that say which way a figure went put to the figures beside them: "down 23.7%"."""
    joined = [header, *rows]
    for at in range(len(header) - 2, 0, -1):
        said = [row[at] for row in joined[1:] if row[at]]
        if said and not joined[0][at] and all(map(_WENT.fullmatch, said)):
            joined = [(*row[:at], f"{row[at]} {row[at + 1]}".strip(), *row[at + 2 :]) for row in joined]
    return joined[0], joined[1:]


_WENT = re.compile(r"up|down|increased?(?: by)?|decreased?(?: by)?|rose|fell|higher|lower", re.IGNORECASE)


def _with_names_below(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The rows, each with the name printed for the first of several only, where a second column names them apart:
    "2024 | Q1" over "| Q2". A row whose second name closes the others ("Total") is of all."""
    named = [row for row in rows if len(row) > 2 and any(row[2:])]
    second = [row[1] for row in named if not row[0]]
    if not second or not _parts_names(named):
        return tuple(rows)
    filled: list[tuple[str, ...]] = []
    above = ""
    for row in rows:
        above = row[0] or above
        filled.append((above, *row[1:]) if not row[0] and row in named and not _CLOSES.match(row[1]) else row)
    return tuple(filled)


def _parts_names(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether the first column names some rows, and the second, in which are no figures, all that it leaves unnamed."""
    first = [row[0] for row in rows]
    texts = [row[1] for row in rows if row[1]]
    if not first[0] or any(not row[0] and not row[1] for row in rows):
        return False
    figures = any(is_figure(text) and not is_time(text) for text in texts)
    return (
        not figures and len(set(texts)) > 1 and all(_NAME.search(text) or is_time(text) for text in filter(None, first))
    )


_CLOSES = re.compile(r"(?:grand |sub-?)?totals?\b", re.IGNORECASE)


def _filled(rows: Sequence[RawRow]) -> list[_Line]:
    """The rows as a rectangle: at each place the cell that covers it."""
    taken: dict[tuple[int, int], _Place] = {}
    width = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            if column >= MAX_COLUMNS:
                break
            _cover(taken, cell, number, column, len(rows))
            column += max(cell.columns, 1)
            width = max(width, min(column, MAX_COLUMNS))
    width = max([width, *(column + 1 for _, column in taken)], default=0)
    return [
        _Line(tuple(taken.get((number, column), _NOTHING) for column in range(width)), row.line, row.page)
        for number, row in enumerate(rows)
    ]


def _cover(taken: dict[tuple[int, int], _Place], cell: RawCell, row: int, column: int, height: int) -> None:
    last_row = min(row + min(max(cell.rows, 1), MAX_SPAN), height)
    last_column = min(column + max(cell.columns, 1), MAX_COLUMNS)
    for below in range(row, last_row):
        for beside in range(column, last_column):
            taken.setdefault((below, beside), _Place(cell, below == row, beside == column))


def _without_empty(lines: Sequence[_Line]) -> list[_Line]:
    """The lines without rows and columns that have no text of their own."""
    kept = [line for line in lines if any(line.texts)]
    columns = [at for at in range(len(kept[0].places)) if any(line.own[at] for line in kept)] if kept else []
    return [replace(line, places=tuple(line.places[at] for at in columns)) for line in kept]


def _caption(lines: list[_Line]) -> tuple[str | None, list[str], list[_Line]]:
    """The title in a table's first row, what the rows below it say of the whole table, and the rest."""
    caption: str | None = None
    said: list[str] = []
    while len(lines) > 1:
        if (aside := lines[0].aside) and _only_unit(aside):
            said.append(aside)
        elif not (text := lines[0].alone) or not _is_above(lines, caption is not None):
            break
        elif caption is None and not _only_unit(text):
            caption = title_of(text)
        else:
            said.append(text)
        lines = lines[1:]
    return caption, said, lines


def _is_above(lines: Sequence[_Line], captioned: bool) -> bool:
    """Whether the text alone in the first row stands over the table, and is not the first of its header or names."""
    first, second = lines[0], lines[1]
    if len(first.places) < 2:
        return bool(captions_table(first.texts[0]))
    covers = first.across or not second.own[0] or bool(second.alone) or not _is_data(second)
    continues = not second.own[0] and not first.across and not captions_table(first.texts[0])
    return (
        covers
        and not continues
        and (not captioned or first.across or _only_unit(first.texts[0]) or bool(is_note(first.texts[0])))
    )


def _only_unit(text: str) -> bool:
    return states_unit(text) or is_unit_line(text)


def _closing_notes(lines: list[_Line]) -> tuple[list[str], list[_Line]]:
    """The remarks in a table's last rows, and the rest."""
    notes: list[str] = []
    while len(lines) > 1 and (text := lines[-1].alone) and _is_remark(text, lines[-1]):
        notes.insert(0, text)
        lines = lines[:-1]
    return notes, lines


def _is_remark(text: str, line: _Line) -> bool:
    if len(line.places) < 2:
        return is_note(text)
    return is_note(text) or states_unit(text) or (len(text.split()) >= _SENTENCE_WORDS and text.endswith("."))


def _with_bracket_closed(lines: list[_Line]) -> list[_Line]:
    """The lines, the first joined by a second that only closes its bracket: "Modality (thousand" over "procedures)"."""
    while len(lines) > 1:
        first, second = lines[0], lines[1]
        filled = [at for at, text in enumerate(second.own) if text]
        if len(filled) != 1 or not (_open(first.own[filled[0]]) > 0 > _open(second.own[filled[0]])):
            break
        at = filled[0]
        whole = replace(first.places[at].cell, text=f"{first.own[at]} {second.own[at]}")
        places = (*first.places[:at], replace(first.places[at], cell=whole), *first.places[at + 1 :])
        lines = [replace(first, places=places), *lines[2:]]
    return lines


def _open(text: str) -> int:
    """How many brackets a text opens and does not close; below 0 where it closes more than it opens."""
    return text.count("(") - text.count(")")


def _header_rows(lines: Sequence[_Line]) -> int:
    """How many rows head the columns."""
    marked = 0
    while marked < len(lines) and all(place.cell.heads for place in lines[marked].places if place.cell.text):
        marked += 1
    figures = any(_is_mostly_data(line) and not _covers_down(lines, at) for at, line in enumerate(lines[:marked]))
    if 0 < marked < len(lines) and not figures:
        while marked > 1 and lines[marked - 1].alone and not _covers_down(lines, marked - 1):
            marked -= 1  # the first group's name, printed bold as the header is
        return marked
    count = 0
    while count < len(lines) and not _is_data(lines[count]) and _heads_on(lines, count):
        count += 1
    if count == len(lines) or _all_named(lines, count):
        return 1  # a table of texts
    return count


def _covers_down(lines: Sequence[_Line], row: int) -> bool:
    """Whether the row holds only what continues from above: a cell over two rows."""
    return not lines[row].places[0].first_row


def _all_named(lines: Sequence[_Line], count: int) -> bool:
    """Whether rows taken for a header are a table of texts: no figure below them either, and each row full."""
    return count > 1 and not any(_is_data(line) for line in lines[count:])


def _heads_on(lines: Sequence[_Line], row: int) -> bool:
    """Whether a row without figures still belongs to the header: the name of a group of rows does not."""
    return row == 0 or not lines[row].alone


def _is_data(line: _Line) -> bool:
    """Whether a row holds figures: numbers that are no years, or marks that one is missing, behind its first column."""
    cells = [text for text in line.own[1:] if text]
    if any(is_figure(text) for text in cells):
        return True
    missing = [text for text in cells if is_missing(text)]
    return bool(missing) and len(missing) == len(cells) and bool(line.own[0])


def _is_mostly_data(line: _Line) -> bool:
    """Whether most of a row behind its first column are figures: a header may have one, "12 months"."""
    cells = [text for text in line.own[1:] if text]
    return _is_data(line) and sum(map(is_figure, cells)) * 2 >= len(cells)


def _header(lines: Sequence[_Line]) -> tuple[str, ...]:
    """Each column's path through the header rows."""
    levels = [_spread(lines, row) for row in range(len(lines))]
    return tuple(HEADER_STEP.join(_steps(column)) for column in zip(*levels, strict=True))


def _steps(column: Sequence[str]) -> Iterator[str]:
    before = ""
    for text in column:
        if text and text != before:
            yield text
        before = text or before


def _spread(lines: Sequence[_Line], row: int) -> list[str]:
    """A header row with each text over the columns it stands for.

    A text over several columns that its format does not join, "Revenue" over "2024" and "2025", goes on to the next
    text of its row, where the row below names each column apart.
    """
    texts = list(lines[row].texts)
    if row + 1 == len(lines):
        return texts
    below = lines[row + 1].own
    for at in range(2, len(texts)):
        joined = bool(below[at] and below[at - 1] and texts[at - 1])
        if not texts[at] and joined and lines[row].places[at].first_column and not is_time(texts[at - 1]):
            texts[at] = texts[at - 1]
    return texts


def _depths(lines: Sequence[_Line]) -> tuple[int, ...]:
    """How far each row is indented below the least indented one, in steps."""
    found = [next((place.cell.depth for place in line.places if _NAME.search(place.cell.text)), 0) for line in lines]
    steps = sorted(set(found))
    return tuple(steps.index(depth) for depth in found)


_NAME = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"\s+")


def _cells(line: _Line) -> tuple[str, ...]:
    """A row's texts: a name that covers several rows stands in each, a text over several columns in the first."""
    return tuple(
        _SPACE.sub(" ", text).strip() if place.first_column else ""
        for text, place in zip(line.texts, line.places, strict=True)
    )
