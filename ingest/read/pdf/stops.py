"""Finds where the columns of a PDF table stand, by its rows of figures."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.read.captions import is_unit_line
from ingest.read.pdf.lines import Line, is_whole
from ingest.read.pdf.rows import Stretch
from ingest.read.pdf.words import Box

_SCATTERED = 0.5
"""Share of the places of a table that are filled, at least; labels in a drawing fill fewer."""

_FEW = 3
"""Columns of a table that may have gaps."""


def is_scattered(lines: Sequence[Line]) -> bool:
    """Whether figures stand about without names as labels in a drawing do, and not below each other."""
    rows = [line for line in lines if line.has_figures]
    if sum(any(map(str.isalpha, line.texts[0])) for line in rows) * 2 > len(rows):
        return False
    columns = len(columns_of(rows))
    return columns > _FEW and sum(len(line.pieces) for line in rows) < _SCATTERED * columns * len(rows)


def columns_of(lines: Sequence[Line]) -> list[Box]:
    """The columns of a table by its rows of figures, from left to right."""
    rows = [line for line in lines if line.has_figures]
    figures = _clusters([piece.box for line in rows for piece in line.pieces if is_whole(piece.text)])
    names: list[Box] = []
    for line in rows:
        for number, piece in enumerate(line.pieces):
            if is_whole(piece.text):
                continue
            over = [box for box in figures if box.left <= piece.box.middle <= box.right]
            if not over or number == 0:
                edge = min((box.left for box in figures if box.left > piece.box.left), default=piece.box.right)
                names.append(
                    Box(
                        piece.box.left,
                        piece.box.top,
                        max(min(piece.box.right, edge - 1), piece.box.left + 1),
                        piece.box.bottom,
                    )
                )
    return _clusters([*figures, *names])


def numbers_apart(lines: Sequence[Line]) -> list[Line]:
    """The rows of a table with the numbers of its rows cut off their names: "3 Europe" stands in two columns."""
    counted = [number for line in lines if (number := _row_number(line)) is not None]
    unnumbered = sum(line.has_figures and _row_number(line) is None for line in lines)
    if len(counted) < 2 or unnumbered > 1 or any(after != before + 1 for before, after in pairwise(counted)):
        return list(lines)
    edge = max(line.pieces[0].words[0].box.right for line in lines if _row_number(line) is not None)
    return [_cut_at(line, edge) for line in lines]


def units_apart(lines: Sequence[Line]) -> list[Line]:
    """The rows of a table that has a column of units, with the signs in it cut off the figures they were put to."""
    units = [piece.box for line in lines if line.has_figures for piece in line.pieces[1:] if is_unit_line(piece.text)]
    signs = [piece for line in lines if line.has_figures for piece in line.pieces[1:] if _led_by_sign(piece)]
    if not signs:
        return list(lines)
    sides = _clusters([*units, *(piece.words[0].box for piece in signs)])
    column = next((box for box in sides if sum(box.left <= unit.middle <= box.right for unit in units) >= _UNITS), None)
    if column is None:
        return list(lines)
    return [Line(line.row, tuple(part for piece in line.pieces for part in _cut_sign(piece, column))) for line in lines]


_UNITS = 2
"""Units below each other that make a column of units."""


def _led_by_sign(piece: Stretch) -> bool:
    sign, *rest = piece.words
    amount = bool(rest) and is_whole(Stretch(tuple(rest)).text)
    return amount and not any(map(str.isdigit, sign.text)) and is_unit_line(sign.text)


def _cut_sign(piece: Stretch, column: Box) -> list[Stretch]:
    if not _led_by_sign(piece) or not column.left <= piece.words[0].box.middle <= column.right:
        return [piece]
    return [Stretch(piece.words[:1]), Stretch(piece.words[1:])]


def _row_number(line: Line) -> int | None:
    """The number a row begins with, before its name."""
    first = line.pieces[0]
    number = first.words[0].text.removesuffix(".")
    named = len(first.words) > 1 or (len(line.pieces) > 1 and not is_whole(line.pieces[1].text))
    return int(number) if named and number.isdecimal() and len(number) < 4 else None


def _cut_at(line: Line, edge: float) -> Line:
    first, *rest = line.pieces
    before = tuple(word for word in first.words if word.box.middle <= edge)
    behind = tuple(word for word in first.words if word.box.middle > edge)
    if not before or not behind:
        return line
    return Line(line.row, (Stretch(before), Stretch(behind), *rest))


def _clusters(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that overlap sideways, as one."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.left):
        if found and box.left <= found[-1].right + 0.5:
            last = found[-1]
            found[-1] = Box(last.left, min(last.top, box.top), max(last.right, box.right), max(last.bottom, box.bottom))
        else:
            found.append(box)
    return found


def walls_between(columns: Sequence[Box]) -> list[float]:
    """The middles between columns."""
    return [(one.right + other.left) / 2 for one, other in pairwise(columns)]


def column_at(x: float, walls: Sequence[float]) -> int:
    """The number of the column that a place is in."""
    return sum(x > wall for wall in walls)
