"""Parts tables that stand side by side on a page, each with its own names and often its own caption."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.read.blocks import Paragraph
from ingest.read.captions import is_note, is_numbered, is_unit_line
from ingest.read.pdf.lines import Line, is_whole
from ingest.read.pdf.rows import Row
from ingest.read.pdf.stops import columns_of
from ingest.read.pdf.tables import Span
from ingest.read.pdf.words import Box

_NAMED = 0.7
"""Share of a column's cells that are texts where it holds the names of a table's rows."""

_FEWEST = 2
"""Names of such a column, and heights at which rules leave a gap, at least."""

_ASIDE = 6.0
"""Points by which a rule or a caption may miss the edge of the table it belongs to."""

_LARGER = 1.1
"""Times the size of a table's rows: what is larger is no header of theirs."""

_NEAR = 2.5
"""Sizes of the font that what belongs to tables is away from them at most."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Rows ``first`` up to before ``end`` of a page hold two tables, parted by a gutter at ``gutter``."""

    first: int
    end: int
    gutter: float


def pair_of(lines: Sequence[Line], span: Span, rules: Sequence[Box]) -> Pair | None:
    """The two tables that rows taken for one are; None where they are one.

    A second column of names is no proof: rules must leave a gap before it, or its header or caption begin anew there.
    """
    own = lines[span.first : span.end]
    columns = columns_of(lines[span.body : span.end])
    for before, names in pairwise(range(1, len(columns) - 1)):
        gutter = (columns[before].right + columns[names].left) / 2
        if not _names_rows(own, columns, names) or any(_crosses(line.row, gutter) for line in own):
            continue
        first, end = _reach(lines, span, gutter)
        head = lines[first : span.body]
        if (
            _parted_by_rules(own, rules, gutter)
            or _headed_again(head, gutter)
            or _captioned_apart(head, (columns[0].left, columns[names].left), lines[span.body])
        ):
            return Pair(first, end, gutter)
    return None


def caption_of(above: Sequence[object]) -> Iterator[Paragraph]:
    """The numbered caption at the end of the blocks above two tables, which is that of both, and their unit."""
    own: list[Paragraph] = []
    for block in reversed(above):
        if not isinstance(block, Paragraph) or not (is_numbered(block.text) or is_unit_line(block.text)):
            break
        own.insert(0, block)
        if is_numbered(block.text):
            yield from own
            return


def _names_rows(lines: Sequence[Line], columns: Sequence[Box], at: int) -> bool:
    """Whether a column holds names that figures stand behind, as the first one does."""
    left, right = columns[at].left - 0.5, columns[at].right + 0.5
    rows = [line for line in lines if line.has_figures]
    cells = [piece.text for line in rows for piece in line.pieces if left <= piece.box.left <= right]
    named = [text for text in cells if not is_whole(text) and any(map(str.isalpha, text))]
    return len(named) >= _FEWEST and len(named) >= _NAMED * len(cells)


def _crosses(row: Row, gutter: float) -> bool:
    return any(word.box.left < gutter < word.box.right for word in row.words) or any(
        stretch.box.left < gutter < stretch.box.right for stretch in row.stretches
    )


def _on_both_sides(row: Row, gutter: float) -> bool:
    return row.box.left < gutter < row.box.right and not _crosses(row, gutter)


def _reach(lines: Sequence[Line], span: Span, gutter: float) -> tuple[int, int]:
    """The first row and one behind the last of what belongs to both tables: captions above them and notes below."""
    first, end = span.first, span.end
    while first and _on_both_sides(lines[first - 1].row, gutter) and _is_near(lines, first):
        first -= 1
    while end < len(lines) and _is_near(lines, end) and _closes(lines[end].row, gutter):
        end += 1
    return first, end


def _is_near(lines: Sequence[Line], at: int) -> bool:
    above, row = lines[at - 1].row, lines[at].row
    return row.base - above.base <= _NEAR * max(row.size, above.size)


def _closes(row: Row, gutter: float) -> bool:
    return not _crosses(row, gutter) and (_on_both_sides(row, gutter) or is_note(row.text))


def _parted_by_rules(lines: Sequence[Line], rules: Sequence[Box], gutter: float) -> bool:
    """Whether rules under rows end before the gutter and begin anew behind it, and none crosses it."""
    top, bottom = lines[0].row.box.top, lines[-1].row.box.bottom + _ASIDE
    left, right = min(line.row.box.left for line in lines), max(line.row.box.right for line in lines)
    inside = [rule for rule in rules if top <= rule.top <= bottom]
    if any(rule.left < gutter < rule.right for rule in inside):
        return False
    before = {round(rule.top) for rule in inside if rule.left <= left + _ASIDE and rule.right < gutter}
    behind = {round(rule.top) for rule in inside if rule.left > gutter and rule.right >= right - _ASIDE}
    return len(before & behind) >= _FEWEST


def _headed_again(head: Sequence[Line], gutter: float) -> bool:
    """Whether the header right of the gutter goes on as that left of it does: "Country 2024 Country 2024", "Assets 2024
    2023 Equity and liabilities 2024 2023"."""
    for line in head:
        left = [piece.text for piece in line.pieces if piece.box.middle < gutter]
        right = [piece.text for piece in line.pieces if piece.box.middle > gutter]
        if len(left) > 1 and right[1 : len(left)] == left[1:] and not any(map(is_whole, (left[0], right[0]))):
            return True
    return False


def _captioned_apart(head: Sequence[Line], lefts: tuple[float, float], body: Line) -> bool:
    """Whether a row above the tables holds a caption for each, at the left edges of both."""
    for line, below in pairwise([*head, body]):
        set_so = [piece for piece in line.row.stretches if any(abs(piece.box.left - left) <= _ASIDE for left in lefts)]
        stands_out = line.row.size > _LARGER * body.row.size or (line.row.bold and not below.row.bold)
        if len(set_so) == len(lefts) and (all(is_numbered(piece.text) for piece in set_so) or stands_out):
            return True
    return False
