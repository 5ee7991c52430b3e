"""Puts the pieces of a table's rows into cells: names that run over lines, indentation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.read.captions import is_unit_of_rows
from ingest.read.figures import is_time
from ingest.read.pdf.heads import header_of
from ingest.read.pdf.lines import LEADING, Line, is_open, is_whole
from ingest.read.pdf.rows import Stretch, around
from ingest.read.pdf.stops import column_at, columns_of, numbers_apart, units_apart, walls_between
from ingest.read.pdf.tables import Span
from ingest.read.pdf.words import Box, Sheet
from ingest.read.tabular import RawCell, RawRow

_TIGHT = 0.8
"""Times the usual distance of a table's rows: lines that are nearer are of one row."""

_NEARER = 0.9
"""Times the distance to the next row that a line is away which goes on with the name above it."""

_BLANK = 0.3
"""Sizes of the font that a blank between words takes."""

_LONG = 4
"""Words of a line, at least, that is the first of a name and not that of a group."""

_FURTHER = 2.0
"""Sizes of the font that the lines of one name are set in at most."""

_MIDDLE = 0.04
"""Share of a table's width by which a text may stand aside from its middle."""

_ASIDE = 0.1
"""The same of the columns of figures, of a unit in the middle of their header."""

_STEP = 2.5
"""Points by which names must be further in to be indented."""

_SHORT_OF = 6.0
"""Points that a rule may be shorter than the table it crosses."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A table's rows as cells, and where its columns stand on the page."""

    rows: tuple[RawRow, ...]
    columns: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _Cells:
    """A line with the text of each column. ``left`` is where its first text begins that is no number; ``across``: it
    stands alone in the middle of the table; ``last`` is the line it ends with where it goes over several."""

    texts: tuple[str, ...]
    line: Line
    left: float
    across: bool = False
    last: Line | None = None

    @property
    def base(self) -> float:
        """The baseline of its last line."""
        return (self.last or self.line).row.base


def laid_out(lines: Sequence[Line], span: Span, sheet: Sheet, columns: Sequence[Box] = ()) -> Laid:
    """The cells of a table that takes some lines of a page; ``columns`` are those of the part on the page before."""
    own = units_apart(numbers_apart(lines[span.first : span.end]))
    above, below = own[: span.body - span.first], own[span.body - span.first :]
    columns = columns or columns_of(below)
    body = [_body_cells(line, columns) for line in below]
    first = _first_value(body)
    above, names = _without_group_names(above, columns, first) if not _is_pairs(above, columns) else ([], above)
    body = [*(_body_cells(line, columns) for line in names), *body]
    folded = _folded_body(body, sheet.across)
    lefts = _indents(folded)
    rows = [_raw(one, lefts, sheet.number) for one in folded]
    header = header_of(above, columns, first, sheet)
    heads = [RawRow(tuple(RawCell(text, heads=True) for text in header), page=sheet.number)] if any(header) else []
    return Laid((*heads, *rows), tuple(columns))


def _is_pairs(above: Sequence[Line], columns: Sequence[Box]) -> bool:
    """Whether the lines above the first figure are labels with texts, as in a list of a report's properties."""
    paired = sum(len(line.pieces) == 2 for line in above)
    return len(columns) == 2 and paired > 1 and paired == len(above)


def _without_group_names(above: Sequence[Line], columns: Sequence[Box], first: int) -> tuple[list[Line], list[Line]]:
    """The lines of the header, and those below it that name the first groups of rows: they stand over no figure."""
    kept = list(above)
    names: list[Line] = []
    while kept and (
        _names_group(kept[:-1], kept[-1], columns[first].left)
        or (_is_across(kept[-1], columns) and not _ends_name(kept[:-1], kept[-1]))
    ):
        names.insert(0, kept.pop())
    return kept, names


_SET = 2.0
"""Points by which the lines of one name may miss their middle."""

_NARROW = 0.5
"""Share of a header's width that the name of one column takes at most."""


def _ends_name(above: Sequence[Line], last: Line) -> bool:
    """Whether a text alone in its line is the end of one column's name above it: "Conveyance" over "Systems", "Sales"
    over "£m"."""
    if not above or last.row.base - above[-1].row.base > LEADING * last.row.size:
        return False
    box = last.row.box
    near = [piece.box for line in above[-2:] if _is_near(line, last) for piece in line.pieces]
    if any(abs(other.middle - box.middle) < _SET and other.width < _NARROW * above[-1].row.box.width for other in near):
        return True
    over = [piece for piece in above[-1].pieces if _is_over(piece.box, box)]
    return is_unit_of_rows(last.row.text) and any(not is_time(piece.text) for piece in over)


def _is_near(above: Line, line: Line) -> bool:
    return line.row.base - above.row.base <= LEADING * line.row.size


def _names_group(above: Sequence[Line], last: Line, values: float) -> bool:
    """Whether a line stands over no figure and does not end the text above it."""
    begun = [piece for piece in above[-1].pieces if _is_over(piece.box, last.row.box)] if above else []
    opened = any(is_open(piece.text) for piece in begun)
    continues = opened or any(text.startswith("(") for text in last.texts)
    goes_on = bool(begun) and last.texts[0][:1].islower() and not last.texts[0].endswith(":")
    return last.pieces[-1].box.right < values and not (continues or goes_on)


def _is_over(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right


def _first_value(body: Sequence[_Cells]) -> int:
    """The first column of figures behind those of names and of the rows' numbers."""
    rows = [one for one in body if one.line.has_figures]
    for at in range(1, len(body[0].texts)):
        texts = [one.texts[at] for one in rows if one.texts[at]]
        if texts and sum(map(is_whole, texts)) * 2 > len(texts):
            return at
    return 1


def _name_left(line: Line) -> float:
    return next((piece.box.left for piece in line.pieces if not is_whole(piece.text)), line.row.box.left)


def _body_cells(line: Line, columns: Sequence[Box]) -> _Cells:
    """A row's pieces by the columns they stand in; its name is one piece however long it is."""
    texts = [""] * len(columns)
    if _is_across(line, columns):
        return _Cells((line.row.text, *texts[1:]), line, columns[0].left, across=True)
    walls = walls_between(columns)
    for number, piece in enumerate(line.pieces):
        if number == 0 and not is_whole(piece.text):
            at = column_at(piece.box.left, walls)
            texts[at] = _both(texts[at], _LED.sub("", piece.text))
            continue
        for word_group in _by_column(piece, walls):
            at, text = word_group
            texts[at] = _both(texts[at], text)
    return _Cells(tuple(texts), line, _name_left(line))


def _is_across(line: Line, columns: Sequence[Box]) -> bool:
    """Whether a line stands alone in the middle of the table, the name of a group of rows, or a unit in the middle of
    the figures."""
    box = line.row.box
    if not line.is_alone or len(columns) < 3 or box.left <= columns[0].right + _STEP:
        return False
    whole, figures = around(columns), around(columns[1:])
    middle = abs(box.middle - whole.middle) < _MIDDLE * whole.width
    return middle or (is_unit_of_rows(line.row.text) and abs(box.middle - figures.middle) < _ASIDE * figures.width)


def _by_column(piece: Stretch, walls: Sequence[float]) -> Iterator[tuple[int, str]]:
    """The columns a piece has words in, with those words; a text stays whole where most of it is."""
    if not is_whole(piece.text) and not all(is_whole(word.text) for word in piece.words):
        yield column_at(piece.box.middle, walls), piece.text
        return
    run: list[int] = []
    columns = [column_at(word.box.middle, walls) for word in piece.words]
    for column in dict.fromkeys(columns):
        run = [at for at, own in enumerate(columns) if own == column]
        yield column, Stretch(tuple(piece.words[at] for at in run)).text


def _both(one: str, other: str) -> str:
    return f"{one} {other}" if one else other


def _folded_body(cells: Sequence[_Cells], rules: Sequence[Box]) -> list[_Cells]:
    """Lines of one row put together: those within two rules, or nearer to each other than rows are."""
    walls = _row_rules(cells, rules)
    steps = [
        below.line.row.base - above.line.row.base
        for above, below in pairwise(cells)
        if above.line.has_figures and below.line.has_figures
    ]
    usual = median(steps) if steps else 0.0
    limit = max((_name_right(one.line) for one in cells), default=0.0)
    folded: list[_Cells] = []
    for at, one in enumerate(cells):
        if folded and (
            _same_row(folded[-1], one, walls, usual) or (not walls and _is_wrapped(cells, at, limit, usual, folded[-1]))
        ):
            folded[-1] = _merged(folded[-1], one)
        else:
            folded.append(one)
    return folded


def _name_right(line: Line) -> float:
    return line.pieces[0].box.right if not is_whole(line.pieces[0].text) else 0.0


def _is_wrapped(cells: Sequence[_Cells], at: int, limit: float, usual: float, above: _Cells) -> bool:
    """Whether a name goes on in a line because it was full, where the lines of a row are nearer than rows are.

    ``limit`` is how far names go to the right, ``usual`` how far rows are apart; ``above`` is the row so far.
    """
    before, one = cells[at - 1].line, cells[at].line
    if (above.line.has_figures and one.has_figures) or is_whole(one.pieces[0].text) or is_whole(before.pieces[0].text):
        return False
    step = one.row.base - before.row.base
    if step > LEADING * one.row.size or one.pieces[0].box.left < before.pieces[0].box.left - _STEP:
        return False
    room = limit - before.pieces[0].box.right
    if room > one.pieces[0].words[0].box.width + _BLANK * one.row.size:
        return False
    if one.has_figures:
        aside = one.pieces[0].box.left - before.pieces[0].box.left
        if aside > _STEP or len(before.row.words) < _LONG:
            return False  # the name of a group, over the first of it
        apart = cells[at - 1].line.row.base - cells[at - 2].line.row.base if at > 1 else float("inf")
    else:
        apart = cells[at + 1].line.row.base - one.row.base if at + 1 < len(cells) else usual or float("inf")
    return step < _NEARER * apart


def _row_rules(cells: Sequence[_Cells], rules: Sequence[Box]) -> list[float]:
    """The heights of the rules across the table; none where not every row has one below it."""
    if not cells:
        return []
    left = min(one.line.row.box.left for one in cells)
    right = max(one.line.row.box.right for one in cells)
    across = {round(rule.top) for rule in rules if rule.left <= left + _SHORT_OF and rule.right >= right - _SHORT_OF}
    lines = [one.line.row.base for one in cells if one.line.has_figures]
    between = [any(above < height < below for height in across) for above, below in pairwise(lines)]
    return sorted(across) if between and sum(between) >= 0.9 * len(between) else []


def _same_row(above: _Cells, below: _Cells, walls: Sequence[float], usual: float) -> bool:
    """Whether a line goes on with the row above it: only one of them has figures, and no row begins between them."""
    if above.line.has_figures and (below.line.has_figures or _opens_group(above, below)):
        return False
    top, bottom = above.base, below.base
    if walls:
        return not any(top < wall < bottom for wall in walls) and not _heads_group(above, below)
    if _runs_on(above, below) and bottom - top < max(1.3 * usual, LEADING * below.line.row.size):
        return True
    near = bottom - top < _TIGHT * usual
    unnamed = below.line.has_figures and not below.texts[0]
    return near or (unnamed and bottom - top < usual)


def _opens_group(above: _Cells, below: _Cells) -> bool:
    """Whether a name without figures below a row is that of a group: set bold where the row is not, or with a colon."""
    bold = below.line.row.bold and not above.line.row.bold
    return below.line.is_alone and (bold or below.line.row.text.endswith(":"))


def _heads_group(above: _Cells, below: _Cells) -> bool:
    """Whether a name in bold without figures is that of the group which a row in plain letters begins."""
    bold = above.line.row.bold and not below.line.row.bold
    return bold and below.line.has_figures and not above.line.has_figures and bool(below.texts[0])


def _runs_on(above: _Cells, below: _Cells) -> bool:
    """Whether a name goes on in the next line, by its words: "Other countries (none", "Costs of goods and"."""
    name = next((text for text in above.texts if text), "")
    following = next((text for text in below.texts if text), "")
    if (
        is_open(name)
        or (_ENDS_IN_MONTH.search(name) and _DAY_AND_YEAR.match(following))
        or (name.endswith("/") and not _NOTE_MARK.search(name))
        or name.endswith((",", "-", "–", " and", " of", " or", " the", "&"))
    ):
        return True
    parts = below.line.has_figures or following.endswith(":") or _PART_OF.match(following)
    if above.line.has_figures and (parts or below.left > above.left + _FURTHER * below.line.row.size):
        return False
    return following[:1].islower() or following.startswith("(")


_ENDS_IN_MONTH = re.compile(r"\b(?:ended|ending|at|of|to)\s+[A-Z][a-z]{2,8}\.?$")
_DAY_AND_YEAR = re.compile(r"\d{1,2},\s(?:19|20)\d\d")
_NOTE_MARK = re.compile(r"(?:^|\s)\d{1,2}/$")
"""A note's mark as American statistics set it: "Imports 2/"."""
_LED = re.compile(r"(?<=\w)\s?(?:\.{2,}|…)$")
"""The dots behind a name that lead to its figures."""
_PART_OF = re.compile(r"(?:of which|thereof|whereof|davon|darunter|dont|di cui|de los cuales|incl)\b", re.IGNORECASE)
"""What opens a row that is a part of the one above it."""


def _merged(above: _Cells, below: _Cells) -> _Cells:
    texts = tuple(_both(a, b) if a and b else a or b for a, b in zip(above.texts, below.texts, strict=True))
    line = below.line if below.line.has_figures else above.line
    return _Cells(texts, line, above.left, last=below.line)


def _indents(cells: Sequence[_Cells]) -> list[float]:
    """The different lefts of the names, from the outermost in; none where names are set to the middle or right."""
    lefts = sorted(one.left for one in cells if any(one.texts))
    steps: list[float] = []
    for left in lefts:
        if not steps or left - steps[-1] > _STEP:
            steps.append(left)
    return steps if len(steps) <= 5 else []


def _raw(one: _Cells, lefts: Sequence[float], page: int) -> RawRow:
    if one.across:
        return RawRow((RawCell(one.texts[0], columns=len(one.texts)),), page=page)
    depth = max((at for at, left in enumerate(lefts) if one.left >= left), default=0)
    return RawRow(tuple(RawCell(text, depth=depth) for text in one.texts), page=page)
