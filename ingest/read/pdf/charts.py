"""Leaves out what is written inside a chart: the numbers of its axis, the legend, labels at bars and lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.read.captions import is_numbered
from ingest.read.figures import is_time
from ingest.read.pdf.lines import line_of
from ingest.read.pdf.rows import Row, Stretch

FEWEST = 4
"""Numbers of an axis, at least."""

_ASIDE = 1.5
"""Points by which the numbers of an axis may stand aside from each other."""

_UNEVEN = 0.03
"""Share of their distance by which they may be nearer to each other or further away."""

_LEVEL = 0.3
"""Points by which the words of a table's row stand higher or lower at most; labels in a chart stand anyhow."""

_ABOVE = 40.0
"""Points above an axis in which a chart has its legend."""

_BELOW = 2.2
"""Sizes of the font below an axis in which a chart has the names of its other one."""

_BAR = 2
"""Texts in a row of a chart of lying bars: what it is of, and how much."""

_PROSE = 8
"""Words of a stretch that is no label."""

_NUMBER = re.compile(r"([-−–]?)\s?[$€£¥₹]?\s?(\d{1,3}(?:[.,' ]\d{3})+|\d+(?:[.,]\d+)?)\s?(?:%|[kKmMbB]n?|pp)?")

_GROUPS = re.compile(r"[.,' ](?=\d{3})")


@dataclass(frozen=True, slots=True)
class _Tick:
    """A number that may be one of an axis, and the row it stands in."""

    value: float
    piece: Stretch
    row: Row

    @property
    def base(self) -> float:
        return self.piece.words[0].base


def without_charts(rows: Sequence[Row]) -> list[Row]:
    """The rows without those inside charts. What heads a table that stands under a chart is kept."""
    inside: set[int] = set()
    for first, end in (*(_extent(rows, axis) for axis in _axes(rows)), *_bars(rows)):
        inside |= {id(row) for row in rows[first:end] if not _is_prose(row)}
    return [row for row in rows if id(row) not in inside]


def _is_prose(row: Row) -> bool:
    return is_numbered(row.text) or any(len(stretch.text.split()) > _PROSE for stretch in row.stretches)


def _axes(rows: Sequence[Row]) -> Iterator[list[_Tick]]:
    """The numbers of each axis from top to bottom: set to one edge, evenly far apart, and falling evenly."""
    ticks = [tick for row in rows for tick in _ticks(row)]
    for right in sorted({round(tick.piece.box.right) for tick in ticks}):
        run: list[_Tick] = []
        for tick in (tick for tick in ticks if abs(tick.piece.box.right - right) <= _ASIDE):
            if len(run) > 1 and not _goes_on(run, tick):
                if _is_axis(run):
                    yield run
                run = run[-1:]
            run.append(tick)
        if _is_axis(run):
            yield run


def _ticks(row: Row) -> Iterator[_Tick]:
    for piece in row.stretches:
        match = _NUMBER.fullmatch(piece.text)
        if match:
            sign, digits = match.groups()
            value = float(_GROUPS.sub("", digits).replace(",", "."))
            yield _Tick(-value if sign else value, piece, row)


def _goes_on(run: Sequence[_Tick], tick: _Tick) -> bool:
    (first, second), last = run[:2], run[-1]
    step, fall = second.base - first.base, first.value - second.value
    even = abs(tick.base - last.base - step) <= max(_UNEVEN * step, _LEVEL)
    return even and fall > 0 and abs(last.value - tick.value - fall) <= _UNEVEN * fall


def _is_axis(run: Sequence[_Tick]) -> bool:
    """Whether numbers that fall evenly are those of an axis, and not a column of a table."""
    if len(run) < FEWEST or run[0].value <= run[1].value or all(is_time(tick.piece.text) for tick in run):
        return False
    return sum(_is_in_table(tick) for tick in run) * 2 <= len(run)


def _is_in_table(tick: _Tick) -> bool:
    """Whether the row of a number has a name before it, or others exactly on its line."""
    own = {id(word) for word in tick.piece.words}
    others = [word for word in tick.row.words if id(word) not in own]
    named = any(any(map(str.isalpha, word.text)) for word in others if word.box.right < tick.piece.box.left)
    return named or (bool(others) and all(abs(word.base - tick.base) < _LEVEL for word in others))


def _extent(rows: Sequence[Row], axis: Sequence[_Tick]) -> tuple[int, int]:
    """The first row of a chart and the one behind its last, by its axis."""
    first, last = (next(at for at, row in enumerate(rows) if row is tick.row) for tick in (axis[0], axis[-1]))
    top = axis[0].base - _ABOVE
    while first and rows[first - 1].base > top and _is_label(rows[first - 1], axis[0].row):
        first -= 1
    end = last + 1
    near = end < len(rows) and rows[end].base - axis[-1].base <= _BELOW * rows[end].size
    return first, end + 1 if near and not _heads_table(rows, end) else end


def _bars(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The first rows of charts of lying bars and the ones behind their last, which are axes."""
    for at, row in enumerate(rows):
        if not _lies_below(row):
            continue
        first = at
        while first and len(rows[first - 1].stretches) <= _BAR and _is_label(rows[first - 1], row):
            if rows[first].base - rows[first - 1].base > _ABOVE:
                break
            first -= 1
        yield first, at + 1


def _lies_below(row: Row) -> bool:
    """Whether a row is an axis that lies: numbers evenly far apart that rise evenly from nought."""
    ticks = list(_ticks(row))
    if len(ticks) < FEWEST or len(ticks) < len(row.stretches) or ticks[0].value or not ticks[1].value:
        return False
    steps = [right.piece.box.middle - left.piece.box.middle for left, right in pairwise(ticks)]
    rises = [right.value - left.value for left, right in pairwise(ticks)]
    return all(abs(step - steps[0]) <= _UNEVEN * steps[0] for step in steps) and all(
        abs(rise - rises[0]) <= _UNEVEN * rises[0] for rise in rises
    )


def _is_label(row: Row, axis: Row) -> bool:
    """Whether a row above an axis is of the chart: small, and no sentence or caption."""
    return not _is_prose(row) and not row.bold and row.size <= axis.size + 1 and not row.text.endswith((".", ":"))


def _heads_table(rows: Sequence[Row], at: int) -> bool:
    """Whether a row of figures follows close under a row."""
    if at + 1 >= len(rows):
        return False
    row, below = rows[at], rows[at + 1]
    line = line_of(below, ())
    return below.base - row.base <= _BELOW * row.size and line.has_figures and len(line.pieces) > len(row.stretches) / 2
