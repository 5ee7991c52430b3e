"""Finds the tables among the rows of a PDF page: rows of figures that stand in columns, and the header above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from ingest.read.captions import is_note, is_numbered, is_unit_line
from ingest.read.figures import is_figure, is_missing, is_period, is_time
from ingest.read.pdf.rows import Row, Stretch, stretches_of, without_leaders
from ingest.read.pdf.words import Box, Word

_FIGURES_APART = 0.5
"""Sizes of the font by which two figures beside each other are apart, at least."""

MAX_HEADER = 7
"""Rows above the first figures that are looked at for the header."""

_BETWEEN = 3
"""Rows without figures that may stand between rows with them: names of groups, names that run on."""

_SENTENCE = 8
"""Words of a sentence between two tables, at least."""

_FIRST_ROWS = 8
"""Rows by which it is told how far the names go to the right."""

_SPREAD = 2.4
"""Times the usual distance of a table's rows that a row may be away."""

_LARGER = 1.12
"""Times the size of a table's rows; a text alone that is larger stands over the table, not in it."""

_LEADING = 1.5
"""Sizes of the font that the lines of one header are apart at most."""

_NEARER = 0.8
"""Times the usual distance of rows that the last line of a row's name is away at most."""

_SAME = 0.6
"""Points by which the size of one text may differ."""

_BESIDE = 0.8
"""Sizes of the font that lines are apart at most that stand beside each other, set to one middle."""

_ASIDE = 2.0
"""Points by which lines set to one middle may miss it."""

_CURRENCIES = frozenset({"$", "€", "£", "¥", "₹", "US$", "USD", "EUR", "GBP", "Rs", "Rs."})
_BEFORE = frozenset({"$", "£", "¥", "₹", "US$", "Rs", "Rs."})
"""Signs that stand before their number, never behind."""

_BEHIND = frozenset({"%", ")", ")%", "%)", "pp", "x"})


@dataclass(frozen=True)
class Line:
    """A row of a page cut into the pieces that may be cells."""

    row: Row
    pieces: tuple[Stretch, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(piece.text for piece in self.pieces)

    @cached_property
    def has_figures(self) -> bool:
        """Whether it is a row of figures: behind its first piece stands one, or a mark that one is missing."""
        if len(self.pieces) < 2:
            return False
        behind = self.texts[1:]
        figures = sum(is_figure(text) for text in behind)
        missing = sum(is_missing(text) for text in behind)
        return figures > 0 or (missing > 0 and missing == len(behind))

    @cached_property
    def is_header(self) -> bool:
        """Whether it has times over columns and no figures."""
        times = sum(is_time(text) for text in self.texts)
        return times >= 2 and not self.has_figures

    @property
    def is_alone(self) -> bool:
        return len(self.pieces) == 1


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


def line_of(row: Row, down: Sequence[Box]) -> Line:
    """A row in pieces: cut where it is wide apart, between figures, and by the rules that cross it."""
    pieces: list[list[Word]] = []
    walls = [rule.left for rule in down if rule.top <= row.box.bottom and rule.bottom >= row.box.top]
    words = without_leaders(row.words)
    for stretch in stretches_of(words):
        run: list[Word] = []
        for at, word in enumerate(stretch.words):
            if run and (_is_cut(run[-1], word, walls) or _opens_amount(run, stretch.words[at:])):
                pieces.append(run)
                run = []
            run.append(word)
        pieces.append(run)
    return Line(row, tuple(Stretch(tuple(words)) for words in _attached(pieces)))


def _is_cut(before: Word, word: Word, walls: Sequence[float]) -> bool:
    if any(before.box.right <= wall + 1 and wall - 1 <= word.box.left for wall in walls):
        return True
    gap = word.box.left - before.box.right
    whole = is_whole(before.text) and is_whole(word.text) and not is_time(f"{before.text} {word.text}")
    return whole and gap > _FIGURES_APART * max(word.size, before.size)


def _opens_amount(run: Sequence[Word], ahead: Sequence[Word]) -> bool:
    """Whether a currency's sign behind a figure belongs to the next one, be it far off."""
    if not is_whole(run[-1].text):
        return False
    return ahead[0].text in (_CURRENCIES if len(ahead) > 1 and is_figure(ahead[1].text) else _BEFORE)


def is_whole(text: str) -> bool:
    """Whether a text is a figure, a time or a mark that a figure is missing, and nothing else."""
    return is_figure(text) or is_time(text) or is_missing(text)


def _attached(pieces: Sequence[list[Word]]) -> Iterator[list[Word]]:
    """The pieces with signs that stand in columns of their own put to their numbers: "$" before, "%" and ")" behind."""
    held: list[Word] = []
    kept: list[list[Word]] = []
    for piece in pieces:
        text = "".join(word.text for word in piece)
        if text in _CURRENCIES:
            held = piece
        elif text in _BEHIND and kept and _may_sign(piece[0], kept[-1]):
            kept[-1] = [*kept[-1], *piece]
        else:
            kept.append([*held, *piece])
            held = []
    yield from [*kept, held] if held else kept


def _may_sign(sign: Word, figure: Sequence[Word]) -> bool:
    """Whether a sign may be that of the figure before it; a far "x" marks that another one is kept secret."""
    far = sign.box.left - figure[-1].box.right > _LEADING * sign.size
    return is_figure("".join(word.text for word in figure)) and not (far and is_missing(sign.text))


def without_column_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that number a table's columns: "(1) (2) (3)"."""
    return [line for line in lines if not _numbers_columns(line)]


def _numbers_columns(line: Line) -> bool:
    numbers = [text.strip("()[]. ") for text in line.texts]
    if len(numbers) < 3 or not all(number.isdecimal() and len(number) < 3 for number in numbers):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(numbers)) and int(numbers[0]) < 3


def spans_of(lines: Sequence[Line]) -> Iterator[Span]:
    """The tables on a page, from top to bottom."""
    at = done = 0
    while at < len(lines):
        if not lines[at].has_figures:
            at += 1
            continue
        if _ends_header(lines, at):
            at += 1
            continue
        end = _body_end(lines, at)
        first = _header_start(lines, at, done)
        end = _with_name_end(lines, at, _with_open_group(lines, at, end))
        figures = sum(line.has_figures for line in lines[at:end])
        headed = any(len(line.pieces) > 1 for line in lines[first:at])
        if figures > 1 or headed or not at:
            yield Span(first, at, end)
            done = end
        at = end


def _ends_header(lines: Sequence[Line], at: int) -> bool:
    """Whether all figures of a line are the ends of headers that the line above begins: "18 to" over "44"."""
    if at == 0 or lines[at].row.base - lines[at - 1].row.base > _LEADING * lines[at].row.size:
        return False
    begun = [piece.box for piece in lines[at - 1].pieces if _GOES_ON.search(piece.text) or is_open(piece.text)]
    figures = [piece.box for piece in lines[at].pieces if is_figure(piece.text)]
    return all(any(box.left < above.right and box.right > above.left for above in begun) for box in figures)


def is_open(text: str) -> bool:
    """Whether a text ends inside brackets: "Revenue (EUR", over "thousand)"."""
    return text.count("(") > text.count(")")


_GOES_ON = re.compile(
    r"(?:[–-]|\b(?:to|and|or|than|through|under|over|below|above|after|before|next|aged?|ages|from|between|top))$",
    re.IGNORECASE,
)
"""How a header ends that a number below it goes on with."""


def _body_end(lines: Sequence[Line], start: int) -> int:
    """One behind the last row of figures that follow each other."""
    end = start + 1
    steps: list[float] = []
    size = lines[start].row.size
    left, _ = _value_sides(lines, start)
    names = _names_end(lines, start, left)
    while end < len(lines):
        ahead = next((at for at in range(end, min(end + _BETWEEN + 1, len(lines))) if lines[at].has_figures), None)
        if ahead is None or any(_parts(each, size) or _opens_another(each, left, names) for each in lines[end:ahead]):
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
    left, _ = _value_sides(lines, body)
    if end + 1 != len(lines):
        return end
    last = lines[end]
    steps = [below.row.base - above.row.base for above, below in pairwise(lines[body:end])]
    near = last.row.base - lines[end - 1].row.base <= 1.2 * median(steps) if steps else False
    named = last.is_alone and last.row.box.right < left and not _parts(last, lines[body].row.size)
    return end + 1 if near and named else end


def _with_name_end(lines: Sequence[Line], body: int, end: int) -> int:
    """One behind the lines in which the last row's name goes on: with a small letter, or nearer than rows are."""
    left, _ = _value_sides(lines, body)
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
        below = line.is_alone and line.row.box.right < left and abs(line.row.size - above.row.size) < _SAME
        if not below or step > _LEADING * line.row.size or _parts(line, above.row.size):
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


def _header_start(lines: Sequence[Line], body: int, floor: int) -> int:
    """The first row of the header above a table's first row of figures."""
    left, right = _value_sides(lines, body)
    names = _names_end(lines, body, left)
    size = lines[body].row.size
    first = body
    seen_header = False
    for at in range(body - 1, max(body - 1 - MAX_HEADER, floor - 1), -1):
        line = lines[at]
        if is_numbered(line.row.text) or line.row.size > 1.3 * size or _far(lines, at, size):
            break
        if line.is_alone and line.row.size > _LARGER * max(size, lines[at + 1].row.size):
            break
        if line.is_alone and is_unit_line(line.row.text) and _stands_over(lines, at):
            if line.row.box.left < left - 2 or not _is_below_times(lines, at, floor):
                break
            continue
        if line.is_alone and seen_header and _is_of_another_text(line.row, lines[at + 1].row):
            break
        if line.is_alone and _is_on_an_axis(lines, at):
            break
        if line.is_alone:
            over_values = (
                line.row.box.left >= left - 2
                or _is_over_header(lines, at, names)
                or _is_period_over(lines, at, left, names)
            )
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


def _is_below_times(lines: Sequence[Line], at: int, floor: int) -> bool:
    """Whether times over columns stand above a unit, which then is that of the rows right below it."""
    above = lines[max(at - _BETWEEN - 1, floor) : at]
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
    alike = row.bold == below.bold and abs(row.size - below.size) < _SAME / 2
    return not alike and below.base - row.base > _LEADING * below.size


def _is_over_header(lines: Sequence[Line], at: int, names: float) -> bool:
    """Whether a text alone in its line is the first line of a column's header: it is set as the next one below it.

    ``names`` is where the rows' names end.
    """
    row = lines[at].row
    beside = lines[at + 1 : at + 3]
    if all(line.is_alone for line in beside):
        return False
    for line in beside:
        near = line.row.base - row.base <= _LEADING * row.size
        named = line.row.box.left < min(row.box.left - 2, names) and not line.is_alone
        behind = line.pieces[1:] if named else line.pieces
        under = [piece for piece in line.pieces if piece.box.left < row.box.right and piece.box.right > row.box.left]
        if near and len(under) == 1 and under[0] in behind and abs(under[0].box.middle - row.box.middle) < _ASIDE:
            return row.bold == line.row.bold
    return False


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


def _value_sides(lines: Sequence[Line], body: int) -> tuple[float, float]:
    """Where the first row of figures has its first figure, and where it ends."""
    line = lines[body]
    firsts = [piece.box.left for piece in line.pieces[1:] if is_whole(piece.text)]
    return min(firsts, default=line.pieces[1].box.left), line.row.box.right


def _names_end(lines: Sequence[Line], body: int, left: float) -> float:
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
