"""Finds the columns that running text is set in, and puts a page's rows into reading order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.read.pdf.rows import Row

LEAST_ROWS = 3
"""Rows beside each other before they are columns of text."""

_GUTTER = 8.0
"""Points between columns of text, at least."""

_FULL = 0.6
"""Share of a column's width that its lines fill on the whole."""

_FOLLOWS = 1.7
"""Times the size of the font that lines of one column are apart at most."""

_WORDS = 4
"""Words of a line of text, on the whole."""


def in_reading_order(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows in stretches that are read one after the other: rows across the page, each column beside another."""
    found: list[list[Row]] = []
    across: list[Row] = []
    at = 0
    while at < len(rows):
        cut = _columns_from(rows, at)
        if cut is None:
            across.append(rows[at])
            at += 1
            continue
        gutter, end = cut
        if across:
            found.append(across)
            across = []
        for side in _sides(rows[at:end], gutter):
            found.extend(in_reading_order(side))
        at = end
    if across:
        found.append(across)
    return found


def _columns_from(rows: Sequence[Row], start: int) -> tuple[float, int] | None:
    """Where the gutter is and the row behind the last, of columns of text that begin at a row."""
    for gutter in _gaps(rows[start : start + LEAST_ROWS]):
        end = start
        while end < len(rows) and not _crosses(rows[end], gutter):
            end += 1
        end = _trimmed(rows, start, end, gutter)
        if end - start >= LEAST_ROWS and _both_are_text(rows[start:end], gutter):
            return gutter, end
    return None


def _trimmed(rows: Sequence[Row], start: int, end: int, gutter: float) -> int:
    """One behind the last row of columns that no row crosses: where one column is at its end, the other goes on only as
    long as its lines follow each other."""
    sides = [{word.box.middle < gutter for word in row.words} for row in rows[start:end]]
    last = [max((at for at, side in enumerate(sides) if which in side), default=-1) for which in (True, False)]
    at = start + min(last) + 1
    while at < end and at > start:
        above, row = rows[at - 1], rows[at]
        if row.base - above.base > _FOLLOWS * row.size or abs(row.size - above.size) > 0.6 or row.bold != above.bold:
            break
        at += 1
    return at


def _gaps(rows: Sequence[Row]) -> Iterator[float]:
    """The middles of what no word of some rows covers, where that is wide enough for a gutter."""
    boxes = sorted((word.box for row in rows for word in row.words), key=lambda box: box.left)
    right = boxes[0].right
    for box in boxes:
        if box.left - right >= _GUTTER:
            yield (right + box.left) / 2
        right = max(right, box.right)


def _crosses(row: Row, gutter: float) -> bool:
    return any(word.box.left < gutter < word.box.right for word in row.words) or any(
        one.box.right < gutter < other.box.left and other.box.left - one.box.right < _GUTTER / 2
        for one, other in pairwise(row.words)
    )


def _sides(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left = [tuple(word for word in row.words if word.box.middle < gutter) for row in rows]
    right = [tuple(word for word in row.words if word.box.middle >= gutter) for row in rows]
    return [Row(words) for words in left if words], [Row(words) for words in right if words]


def _both_are_text(rows: Sequence[Row], gutter: float) -> bool:
    return all(_is_text(side) for side in _sides(rows, gutter))


def _is_text(rows: Sequence[Row]) -> bool:
    """Whether rows are set as text: most lines full of words, few of them figures."""
    if len(rows) < LEAST_ROWS:
        return False
    left, right = min(row.box.left for row in rows), max(row.box.right for row in rows)
    full = sum(row.box.width > _FULL * (right - left) for row in rows)
    words = [word.text for row in rows for word in row.words]
    letters = sum(word[0].isalpha() for word in words)
    return full * 2 > len(rows) and len(words) > _WORDS * len(rows) and letters > 0.7 * len(words)
