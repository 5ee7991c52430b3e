"""Finds the columns that running text is set in, and puts a page's rows into reading order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ingest.read.pdf.lines import is_whole, line_of
from ingest.read.pdf.rows import Row

LEAST_ROWS = 3
"""Rows beside each other before they are columns of text."""

FEW_ROWS = 2
"""The same where the first lines fill columns of one width, so that they can only be broken there."""

_GUTTER = 8.0
"""Points between columns of text, at least."""

_FULL = 0.6
"""Share of a column's width that its lines fill on the whole."""

_FILLED = 0.7
"""Share of a column's width that its first line fills at least."""

_FULL_WORDS = 7
"""Words of such a line, at least: headers and cells beside each other have fewer."""

_FOLLOWS = 1.7
"""Times the size of the font that lines of one column are apart at most."""

_SAME = 0.6
"""Points by which the size of one text may differ."""

_WORDS = 4
"""Words of a line of text, on the whole."""

_LETTERS = 0.7
"""Share of the words of a text that begin with a letter, at least."""

_LETTERS_UNBROKEN = 0.5
"""The same where no line has a gap: the figures of a sentence stand between its words."""

_EVEN = 1.0
"""Points by which the distances of a text's lines may differ."""

_STEADY = 0.8
"""Share of the lines of a text that have the usual distance."""

_PARTED = 2.5
"""Times the distance of a text's lines by which its paragraphs are apart at most."""

_BODY = 8
"""Lines of a body of its own beside another, at least."""

_LEVEL = 0.6
"""Points by which the lines of one table may be set higher or lower."""

_SHARED = 0.4
"""Share of the lines on one height with another, from which on both sides are one body."""

_WIDER = 1.2
"""Times the usual distance of a table's rows that the next one may be away."""


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
        first = at - _led(across, rows[at:end], gutter)
        del across[len(across) - (at - first) :]
        if across:
            found.append(across)
            across = []
        for side in sides_of(rows[first:end], gutter):
            found.extend(in_reading_order(side))
        at = end
    if across:
        found.append(across)
    return found


def _led(across: Sequence[Row], columns: Sequence[Row], gutter: float) -> int:
    """How many of the rows above columns are the first lines of the one that begins higher up."""
    count = 0
    below = columns[0]
    for row in reversed(across):
        aside = not _crosses(row, gutter) and len({word.box.middle < gutter for word in row.words}) == 1
        if not aside or len(row.stretches) > 1 or not _follows(row, below):
            break
        count += 1
        below = row
    above = across[-count - 1] if count < len(across) else None
    return count if above is None or not _ends_text(above, below, gutter) else 0


def _ends_text(above: Row, row: Row, gutter: float) -> bool:
    """Whether a row is the last line of a text that is set across the columns."""
    return _crosses(above, gutter) and row.box.middle < gutter and _follows(above, row)


def _ends_table(rows: Sequence[Row]) -> bool:
    """Whether the second of two rows is one more row of the table that the first is of."""
    above, row = rows
    return _follows(above, row) and all(line_of(each, ()).has_figures for each in rows)


def _follows(above: Row, row: Row) -> bool:
    """Whether a row is the next line of the text that the one above it is of."""
    near = row.base - above.base <= _FOLLOWS * row.size
    return near and abs(row.size - above.size) <= _SAME and row.bold == above.bold


def _columns_from(rows: Sequence[Row], start: int) -> tuple[float, int] | None:
    """Where the gutter is and the row behind the last, of columns of text that begin at a row."""
    for gutter in dict.fromkeys((*_gaps(rows[start : start + LEAST_ROWS]), *_gaps(rows[start : start + FEW_ROWS]))):
        if start and (_ends_text(rows[start - 1], rows[start], gutter) or _ends_table(rows[start - 1 : start + 1])):
            continue
        end = start
        while end < len(rows) and not _crosses(rows[end], gutter):
            end += 1
        end = _trimmed(rows, start, end, gutter)
        if end - start >= LEAST_ROWS and _are_columns(rows[start:end], gutter):
            return gutter, end
        sooner = (at for at in range(end, start + 1, -1) if at == end or not _follows(rows[at - 1], rows[at]))
        last = next((at for at in sooner if _are_wrapped(*sides_of(rows[start:at], gutter))), None)
        if last is not None:
            return gutter, last  # above what does not follow, such as the heading of a table set from the left
    return None


def _trimmed(rows: Sequence[Row], start: int, end: int, gutter: float) -> int:
    """One behind the last row of columns that no row crosses: where one column is at its end, the other goes on only as
    long as its lines follow each other."""
    sides = [{word.box.middle < gutter for word in row.words} for row in rows[start:end]]
    last = {which: max((at for at, side in enumerate(sides) if which in side), default=-1) for which in (True, False)}
    at = start + min(last.values()) + 1
    if at in (start, end):
        return at
    left, right = sides_of(rows[start:end], gutter)
    longer = left if last[True] > last[False] else right
    done = len(longer) - sum(max(last, key=lambda which: last[which]) in side for side in sides[at - start :])
    while at < end and done < len(longer) and _goes_on(longer, done):
        at += 1
        done += 1
    return at


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """Whether a row of a column goes on with the one above it, be it one of text or of a table."""
    above, row = rows[at - 1], rows[at]
    steps = [below.base - over.base for over, below in pairwise(rows[:at])]
    usual = _WIDER * median(steps) if steps else 0.0
    return _follows(above, row) or (row.base - above.base <= usual and len(row.stretches) > 1)


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


def sides_of(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    """The parts of rows left and right of a gutter."""
    left = [tuple(word for word in row.words if word.box.middle < gutter) for row in rows]
    right = [tuple(word for word in row.words if word.box.middle >= gutter) for row in rows]
    return [Row(words) for words in left if words], [Row(words) for words in right if words]


def _are_columns(rows: Sequence[Row], gutter: float) -> bool:
    """Whether the rows on both sides are text, or a text beside a table whose rows its lines do not belong to."""
    left, right = sides_of(rows, gutter)
    match _is_text(left), _is_text(right):
        case True, True:
            return True
        case True, False:
            return _is_prose(left) and _is_table_beside(right, left)
        case False, True:
            return _is_prose(right) and _is_table_beside(left, right)
        case _:
            return _stand_apart(left, right)


def _are_wrapped(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether a few lines beside each other are the text of two columns of one width, which the first lines fill."""
    if len(left) < FEW_ROWS or not right or any(len(row.stretches) > 1 for row in (*left, *right)):
        return False
    first, beside = left[0].box, right[0].box
    edges = all(abs(row.box.left - side[0].box.left) < _EVEN for side in (left, right) for row in side)
    words = [word.text for row in (*left, *right) for word in row.words]
    letters = sum(word[0].isalpha() for word in words)
    even = min(first.width, beside.width) > _FILLED * (beside.left - _GUTTER - first.left)
    filled = even and all(_has_no_room(side) for side in (left, right))
    follows = all(_follows(above, row) for side in (left, right) for above, row in pairwise(side))
    full = min(len(left[0].words), len(right[0].words)) >= _FULL_WORDS
    return edges and filled and full and follows and letters > _LETTERS_UNBROKEN * len(words)


def _has_no_room(rows: Sequence[Row]) -> bool:
    """Whether the first word of a second line had no room at the end of the first."""
    if len(rows) < FEW_ROWS:
        return True
    end = rows[0].box.right + rows[1].words[0].box.width
    return end > max(row.box.right for row in rows) - rows[0].size


def _stand_apart(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether what stands on both sides are bodies of their own, such as a bar of facts beside tables: their lines are
    not on one height, as those of a table are."""
    fewer, more = sorted((left, right), key=len)
    if len(fewer) < _BODY:
        return False
    level = sum(any(abs(row.base - other.base) < _LEVEL for other in more) for row in fewer)
    return level < _SHARED * len(fewer) and not (_are_figures(left) or _are_figures(right))


def _are_figures(rows: Sequence[Row]) -> bool:
    """Whether most rows have no name of their own: they are the columns of a table whose names stand beside them."""
    bare = sum(all(is_whole(piece.text) for piece in line_of(row, ()).pieces) for row in rows)
    return bare * 2 > len(rows)


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether lines of text have no gaps and follow each other evenly, as the cells of a table do not; paragraphs and
    points may stand further apart than their lines."""
    if any(len(row.stretches) > 1 for row in rows):
        return False
    steps = sorted(row.base - above.base for above, row in pairwise(rows))
    usual = steps[len(steps) // 4]
    even = sum(abs(step - usual) < _EVEN for step in steps)
    wider = sum(usual + _EVEN <= step <= _PARTED * usual for step in steps)
    return even + wider > _STEADY * len(steps) and even > wider


def _is_table_beside(rows: Sequence[Row], text: Sequence[Row]) -> bool:
    """Whether rows are a table with names of its own, most of them not on the lines of the text beside it."""
    lines = [line for line in (line_of(row, ()) for row in rows) if line.has_figures]
    named = [line for line in lines if any(map(str.isalpha, line.texts[0]))]
    lined = sum(any(abs(line.row.base - row.base) < _EVEN for row in text) for line in lines)
    return len(named) >= LEAST_ROWS and len(named) * 2 > len(rows) and lined * 2 < len(lines)


def _is_text(rows: Sequence[Row]) -> bool:
    """Whether rows are set as text: most lines full of words, few of them figures, unless each line is unbroken."""
    if len(rows) < LEAST_ROWS:
        return False
    words = [word.text for row in rows for word in row.words]
    letters = sum(word[0].isalpha() for word in words)
    if len(words) <= _WORDS * len(rows) or letters <= _LETTERS_UNBROKEN * len(words):
        return False
    left, right = min(row.box.left for row in rows), max(row.box.right for row in rows)
    full = sum(row.box.width > _FULL * (right - left) for row in rows)
    unbroken = all(len(row.stretches) == 1 for row in rows)
    return full * 2 > len(rows) and (unbroken or letters > _LETTERS * len(words))
