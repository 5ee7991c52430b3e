"""Tells which lines above the figures of a PDF table are its header, and which are a caption, a unit or text."""

import math
import re
from collections.abc import Sequence

from ingest.read.captions import is_numbered, is_remark, is_unit_line
from ingest.read.figures import is_figure, is_period, is_time
from ingest.read.pdf.lines import LEADING, LOOSE, Line, is_open, is_whole
from ingest.read.pdf.rows import Row
from ingest.read.pdf.words import Box

MAX_HEADER = 7
"""Rows above the first figures that are looked at for the header."""

BETWEEN = 3
"""Rows without figures that may stand between rows with them: names of groups, names that run on."""

_FIRST_ROWS = 8
"""Rows by which it is told how far the names go to the right."""

_LARGER = 1.12
"""Times the size of a table's rows; a text alone that is larger stands over the table, not in it."""

SAME_SIZE = 0.6
"""Points by which the size of one text may differ."""

_BESIDE = 0.8
"""Sizes of the font that lines are apart at most that stand beside each other, set to one middle."""

_ASIDE = 2.0
"""Points by which lines set to one middle may miss it."""

_ALIGNED = 1.0
"""Points by which lines set to the right may miss that."""


def header_start(lines: Sequence[Line], body: int, floor: int) -> int:
    """The first row of the header above a table's first row of figures."""
    left, right = value_sides(lines, body)
    names = names_end(lines, body, left)
    size = lines[body].row.size
    first = body
    seen_header = False
    rows = 0
    for at in range(body - 1, floor - 1, -1):
        line = lines[at]
        rows += lines[at + 1].row.base - line.row.base > _BESIDE * size
        if rows > MAX_HEADER:
            break
        if is_numbered(line.row.text) or line.row.size > 1.3 * size or _far(lines, at, size):
            break
        if any(is_remark(piece.text) for piece in line.pieces) or (seen_header and is_caption_with_aside(line, right)):
            break
        if line.is_alone and line.row.size > _LARGER * max(size, lines[at + 1].row.size):
            break
        if (
            line.is_alone
            and is_unit_line(line.row.text)
            and _stands_over(lines, at)
            and not _heads_changes(lines, at, left)
        ):
            if line.row.box.left < left - 2 or not _is_below_times(lines, at, floor):
                break
            continue
        is_period_over = line.is_alone and _is_period_over(lines, at, left, names)
        if line.is_alone and seen_header and not is_period_over and _is_of_another_text(line.row, lines[at + 1].row):
            break
        if line.is_alone and _is_on_an_axis(lines, at):
            break
        if line.is_alone:
            over_values = line.row.box.left >= left - 2 or _is_over_header(lines, at, names) or is_period_over
            over_values = over_values or (at > floor and _is_set_between(lines, at, names))
            group = not seen_header and line.row.box.right < right and len(line.row.text.split()) <= 8
            corner = seen_header and line.row.box.right <= left and len(line.row.text.split()) <= 4
            if not (over_values or group or corner):
                break
        elif _is_text(line, left):
            break
        seen_header = seen_header or not line.is_alone or line.row.box.left >= left - 2
        seen_header = seen_header or _is_over_header(lines, at, names)
        first = at
    return _without_open_end(lines, first, body, left, names)


def is_caption_with_aside(line: Line, right: float = math.inf) -> bool:
    """Whether a line over a table is its caption, with a remark or what its numbers are in set to the right of it: in
    brackets, or in other type than the caption, where the aside may say anything that ends at the table's ``right``.
    """
    *caption, aside = line.pieces
    if len(caption) != 1 or is_time(caption[0].text) or is_time(aside.text):
        return False
    if is_remark(aside.text) or (aside.text.startswith(("(", "[")) and is_unit_line(aside.text)):
        return True
    title, beside = Row(caption[0].words), Row(aside.words)
    lower = beside.size < title.size - SAME_SIZE / 2 or (title.bold and not beside.bold)
    return lower and (is_unit_line(aside.text) or abs(aside.box.right - right) < _ASIDE)


def is_in_header(lines: Sequence[Line], at: int) -> bool:
    """Whether all figures of a line are parts of headers over several lines: "18 to" over "44", "12" over "months"."""
    return _ends_header(lines, at) or _begins_header(lines, at) or _tells_lengths(lines, at)


def _tells_lengths(lines: Sequence[Line], at: int) -> bool:
    """Whether the figures of a line below times are but how long these are: "52 weeks" below "FY25"."""
    if at == 0 or not any(is_time(text) for text in lines[at - 1].texts):
        return False
    figures = [text for text in lines[at].texts if is_figure(text)]
    return len(figures) > 1 and all(map(_LENGTH.fullmatch, figures))


_LENGTH = re.compile(r"\(?\d{1,2} (?:weeks?|months?|days?)\)?(?: \(\d\))?", re.IGNORECASE)


def _begins_header(lines: Sequence[Line], at: int) -> bool:
    """Whether under each figure of a line stands what goes on with it in a header: "12" over "months"; of one figure,
    unless only the line below has a name for the rows, what it counts, and nothing else."""
    if at + 1 == len(lines) or lines[at + 1].row.base - lines[at].row.base > LOOSE * lines[at].row.size:
        return False
    below = lines[at + 1]
    figures = [piece.box for piece in lines[at].pieces if is_figure(piece.text)]
    under = [
        [piece for piece in below.pieces if box.left < piece.box.right and box.right > piece.box.left]
        for box in figures
    ]
    if below.has_figures or not all(under):
        return False
    if len(figures) > 1 or below.pieces[0].box.right < lines[at].pieces[0].box.left:
        return not below.is_alone
    return below.is_alone and bool(_COUNTED.fullmatch(below.texts[0]))


_COUNTED = re.compile(r"(?:months?|years?|weeks?|days?|quarters?|hours?)(?: \(?%\)?)?", re.IGNORECASE)


def _ends_header(lines: Sequence[Line], at: int) -> bool:
    """Whether all figures of a line are the ends of headers that the line above begins."""
    if at == 0 or lines[at].row.base - lines[at - 1].row.base > LEADING * lines[at].row.size:
        return False
    begun = [piece.box for piece in lines[at - 1].pieces if _GOES_ON.search(piece.text) or is_open(piece.text)]
    begun += [word.box for word in lines[at - 1].row.words if _GOES_ON.fullmatch(word.text)]
    figures = [piece.box for piece in lines[at].pieces if is_figure(piece.text)]
    return all(any(box.left < above.right and box.right > above.left for above in begun) for box in figures)


_GOES_ON = re.compile(
    r"(?:[–-]|\b(?:to|and|or|than|through|under|over|below|above|after|before|next|aged?|ages|from|between|top))$",
    re.IGNORECASE,
)
"""How a header ends that a number below it goes on with."""


def _is_below_times(lines: Sequence[Line], at: int, floor: int) -> bool:
    """Whether times over columns stand above a unit, which then is that of the rows right below it."""
    above = lines[max(at - BETWEEN - 1, floor) : at]
    return any(line.is_header for line in above) and not any(line.has_figures for line in above)


def _is_on_an_axis(lines: Sequence[Line], at: int) -> bool:
    """Whether a figure alone is that of a chart's axis, and not the end of a header set beside others to one middle."""
    row = lines[at].row
    if any(map(str.isalpha, row.text)) or not is_figure(row.text):
        return False
    steps = [abs(lines[other].row.base - row.base) for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return min(steps) > _BESIDE * row.size


def _is_of_another_text(row: Row, below: Row) -> bool:
    """Whether a text over a header is none of it: set in another way, and further off than its lines are."""
    alike = row.bold == below.bold and abs(row.size - below.size) < SAME_SIZE / 2
    return not alike and below.base - row.base > LEADING * below.size


def _heads_changes(lines: Sequence[Line], at: int, left: float) -> bool:
    """Whether "Percent change" stands over the last headers below it only, which are then those of changes."""
    box = lines[at].row.box
    heads = [piece.box for piece in lines[at + 1].pieces if piece.box.middle > left]
    before = any(head.right < box.left for head in heads)
    return before and _CHANGE.search(lines[at].row.text) is not None and box.left > heads[0].right


_CHANGE = re.compile(r"\b(?:change|growth|increase|decrease|variance)s?\b", re.IGNORECASE)


def _is_over_header(lines: Sequence[Line], at: int, names: float) -> bool:
    """Whether a text alone in its line is the first line of a column's header: it is set as the next one below it.

    ``names`` is where the rows' names end.
    """
    row = lines[at].row
    beside = lines[at + 1 : at + 3]
    if all(line.is_alone for line in beside):
        return False
    for line in beside:
        near = line.row.base - row.base <= LEADING * row.size
        named = line.row.box.left < min(row.box.left - 2, names) and not line.is_alone
        behind = line.pieces[1:] if named else line.pieces
        under = [piece for piece in line.pieces if piece.box.left < row.box.right and piece.box.right > row.box.left]
        if near and len(under) == 1 and under[0] in behind and _is_set_over(row.box, under[0].box, line):
            return row.bold == line.row.bold
    return False


def _is_set_between(lines: Sequence[Line], at: int, names: float) -> bool:
    """Whether a text alone in its line is set to the middle of headers of two lines beside it, behind the names."""
    above, line, below = lines[at - 1 : at + 2]
    near = max(line.row.base - above.row.base, below.row.base - line.row.base) < _BESIDE * line.row.size
    return near and not above.is_alone and not below.is_alone and line.row.box.left > names


def _is_set_over(box: Box, below: Box, line: Line) -> bool:
    """Whether a text is set to the middle of one in the line below it, or in a header to its right."""
    right = not line.has_figures and not line.is_alone and abs(below.right - box.right) < _ALIGNED
    return abs(below.middle - box.middle) < _ASIDE or right


def _is_period_over(lines: Sequence[Line], at: int, left: float, names: float) -> bool:
    """Whether a text alone in its line says of what stretch or day the times in the line below it are, or stands over
    the figures only, behind where the ``names`` end."""
    box, below = lines[at].row.box, lines[at + 1]
    if box.left > names and not below.is_alone and is_period(lines[at].row.text):
        return True
    times = [piece for piece in below.pieces if is_time(piece.text)]
    return bool(times) and not below.has_figures and box.middle > left - 2 and is_period(lines[at].row.text)


def _stands_over(lines: Sequence[Line], at: int) -> bool:
    """Whether a unit alone in its line is that of the table, and not the last line of a header: "(%)"."""
    if at == 0 or is_numbered(lines[at - 1].row.text):
        return True
    box, above = lines[at].row.box, lines[at - 1].row
    ends = (
        lines[at].row.base - above.base < 1.5 * lines[at].row.size and above.box.left < box.right < above.box.right + 9
    )
    return lines[at - 1].is_alone and not ends


def _far(lines: Sequence[Line], at: int, size: float) -> bool:
    return lines[at + 1].row.base - lines[at].row.base > (6 if len(lines[at].pieces) > 2 else 4) * size


def _is_text(line: Line, left: float) -> bool:
    """Whether a row above is no header: a long text beside others, as in columns of prose."""
    return any(len(piece.text.split()) > 9 for piece in line.pieces)


def value_sides(lines: Sequence[Line], body: int) -> tuple[float, float]:
    """Where the first row of figures has its first figure, and where it ends."""
    line = lines[body]
    firsts = [piece.box.left for piece in line.pieces[1:] if is_whole(piece.text)]
    return min(firsts, default=line.pieces[1].box.left), line.row.box.right


def names_end(lines: Sequence[Line], body: int, left: float) -> float:
    """Where the names of the first rows of figures end."""
    rows = (line for line in lines[body : body + _FIRST_ROWS] if line.has_figures)
    return max((line.pieces[0].box.right for line in rows if line.pieces[0].box.right < left), default=left)


def _without_open_end(lines: Sequence[Line], first: int, body: int, left: float, names: float) -> int:
    """The header without rows at its top that stand alone over the names: a caption's last words."""
    while first < body and lines[first].is_alone and lines[first].row.box.left < left - 2:
        rest = lines[first + 1 : body]
        heads = _is_over_header(lines, first, names) or _is_period_over(lines, first, left, names)
        if heads or not any(not line.is_alone for line in rest) or first + 1 == body:
            break
        first += 1
    return first
