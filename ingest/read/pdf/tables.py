"""Finds the tables among the rows of a PDF page: rows of figures that stand in columns, and the header above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.read.captions import is_note, is_numbered
from ingest.read.pdf.header_lines import BETWEEN, SAME_SIZE, header_start, is_in_header, names_end, value_sides
from ingest.read.pdf.lines import LEADING, Line, is_whole

_SENTENCE = 8
"""Words of a sentence between two tables, at least."""

_SPREAD = 2.4
"""Times the usual distance of a table's rows that a row may be away."""

_NEARER = 0.8
"""Times the usual distance of rows that the last line of a row's name is away at most."""


@dataclass(frozen=True, slots=True)
class Span:
    """Rows ``first`` up to before ``end`` of a page are a table, of which those before ``body`` head it."""

    first: int
    body: int
    end: int

    @property
    def is_last_row(self) -> bool:
        """Whether it is but a row without a header: at the top of a page the last of the table on the page before."""
        return self.body == 0 and self.end == 1


def spans_of(lines: Sequence[Line]) -> Iterator[Span]:
    """The tables on a page, from top to bottom."""
    at = done = 0
    while at < len(lines):
        if not lines[at].has_figures or is_in_header(lines, at):
            at += 1
            continue
        end = _body_end(lines, at)
        first = header_start(lines, at, done)
        end = _with_name_end(lines, at, _with_open_group(lines, at, end))
        figures = sum(line.has_figures for line in lines[at:end])
        headed = any(len(line.pieces) > 1 for line in lines[first:at])
        if figures > 1 or headed or (at, end) == (0, 1):
            yield Span(first, at, end)
            done = end
        at = end


def _body_end(lines: Sequence[Line], start: int) -> int:
    """One behind the last row of figures that follow each other."""
    end = start + 1
    steps: list[float] = []
    size = lines[start].row.size
    left, _ = value_sides(lines, start)
    names = names_end(lines, start, left)
    while end < len(lines):
        ahead = next((at for at in range(end, min(end + BETWEEN + 1, len(lines))) if lines[at].has_figures), None)
        if ahead is None or any(_parts(each, size) or _opens_another(each, left, names) for each in lines[end:ahead]):
            break
        if is_in_header(lines, ahead):
            break
        distances = [lines[at].row.base - lines[at - 1].row.base for at in range(end, ahead + 1)]
        usual = median(steps) if steps else 1.6 * size
        if max(distances) > max(_SPREAD * usual, 3.2 * size):
            break
        steps += distances
        end = ahead + 1
    return end


def _with_open_group(lines: Sequence[Line], body: int, end: int) -> int:
    """One behind the name of a group that ends a page: its rows are on the next one."""
    left, _ = value_sides(lines, body)
    if end + 1 != len(lines):
        return end
    last = lines[end]
    steps = [below.row.base - above.row.base for above, below in pairwise(lines[body:end])]
    near = last.row.base - lines[end - 1].row.base <= 1.2 * median(steps) if steps else False
    named = last.is_alone and last.row.box.right < left and not _parts(last, lines[body].row.size)
    return end + 1 if near and named else end


def _with_name_end(lines: Sequence[Line], body: int, end: int) -> int:
    """One behind the lines in which the last row's name goes on: with a small letter, or nearer than rows are."""
    left, _ = value_sides(lines, body)
    steps = [below.row.base - above.row.base for above, below in pairwise(lines[body:end]) if below.has_figures]
    usual = median(steps) if steps else 0.0
    while end < len(lines):
        line, above = lines[end], lines[end - 1]
        step = line.row.base - above.row.base
        begins = line.row.text[:1]
        goes_on = (
            (begins.islower() or _DAY_AND_YEAR.match(line.row.text))
            and step <= usual + 0.5
            and not line.row.text.endswith((".", ":"))
        )
        below = line.is_alone and line.row.box.right < left and abs(line.row.size - above.row.size) < SAME_SIZE
        if not below or step > LEADING * line.row.size or _parts(line, above.row.size):
            break
        if not goes_on and not (step < _NEARER * usual and begins not in "*•" and not _goes_on_below(lines, end)):
            break
        end += 1
    return end


_DAY_AND_YEAR = re.compile(r"\d{1,2},\s(?:19|20)\d\d")
"""The end of a date that is broken behind its month."""


def _goes_on_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first of a text, whose next line is as near."""
    if at + 1 == len(lines):
        return False
    below = lines[at + 1].row.base - lines[at].row.base
    return below < _NEARER * 2 * lines[at].row.size and lines[at + 1].is_alone


def _parts(line: Line, size: float) -> bool:
    """Whether a row without figures ends the table above it: a caption, a header, a note, a heading, prose."""
    text = line.row.text
    if is_numbered(text) or line.is_header or is_note(text) or line.row.size > 1.15 * size:
        return True
    return line.is_alone and len(text.split()) > 14


def _opens_another(line: Line, left: float, names: float) -> bool:
    """Whether a line between rows opens another table: a sentence across the figures, or texts side by side over them
    and none over ``names``."""
    if line.is_alone:
        across = line.row.box.left < left < line.row.box.right
        return across and line.row.text.endswith((".", ":")) and len(line.row.words) >= _SENTENCE
    return line.row.box.left > names and not any(is_whole(text) for text in line.texts)
