"""Reads the header of a PDF table: texts that run over lines, titles over several columns, and each column's path."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.domain import HEADER_STEP
from ingest.read.captions import is_unit_line
from ingest.read.figures import MONTH, is_time
from ingest.read.pdf.lines import LEADING, LOOSE, Line, is_open
from ingest.read.pdf.rows import Stretch, around, is_set_alike
from ingest.read.pdf.spanners import Title, spread
from ingest.read.pdf.stops import column_at, walls_between
from ingest.read.pdf.text import unbroken
from ingest.read.pdf.unit_line import heads_time, with_units_shared
from ingest.read.pdf.words import Box, Sheet, Word

_WIDE = 0.45
"""Sizes of the font; a gap between two columns of the header that is wider is none between words."""

_TOUCH = 0.15
"""Sizes of the font; two words that are no further apart touch."""

_SAME_PITCH = 0.03
"""Share of a character's width by which those of a typewriter's font differ at most."""

_ONE_BLANK = 1.3
"""Widths of a character that one blank takes at most."""

_GOES_ON = re.compile(
    r"(?:,|\b(?:on|of|in|per|and|or|to|from|over|for|with|by|at|as|the|an?|than|vs\.?|[QH][1-4]|\d{1,2}))$",
    re.IGNORECASE,
)
"""How a text ends that goes on in the next line."""

_EDGE = 1.5
"""Points by which a text may miss the edge of the column it is set to."""

_EXACT = 0.3
"""The same of two texts a blank apart that both end at the edges of columns."""

_FAR = 3.0
"""The same of a text that ends inside brackets."""


def header_of(lines: Sequence[Line], columns: Sequence[Box], first: int, sheet: Sheet) -> tuple[str, ...]:
    """Each column's path through the lines above a table's first figures; ``first`` is the first column of figures."""
    wrapped = _wrapped([_titles_of(line, columns) for line in lines])
    titles = spread(wrapped, columns, first, sheet.across, sheet.down)
    titles = with_units_shared(titles, columns, first)
    return tuple(_path(titles, column) for column in range(len(columns)))


def _path(titles: Sequence[Title], column: int) -> str:
    over = sorted((title for title in titles if column in title.columns), key=lambda title: (title.top, title.box.left))
    return HEADER_STEP.join(dict.fromkeys(title.text for title in over))


def _titles_of(line: Line, columns: Sequence[Box]) -> list[Title]:
    base, size = line.row.base, line.row.size
    return [Title(piece.text, piece.box, base, base, size) for piece in _pieces(line, columns)]


def _pieces(line: Line, columns: Sequence[Box]) -> Iterator[Stretch]:
    """The pieces of a line, cut between columns where that is wider than a blank or where both are set to the edge of
    their columns, and beside a time."""
    walls = walls_between(columns)
    over = [column_at(piece.box.middle, walls) for piece in line.pieces]
    for number, piece in enumerate(line.pieces):
        if _COMPARES.fullmatch(piece.text):
            yield piece
            continue
        taken = {*over[:number], *over[number + 1 :]}
        at = [column_at(word.box.middle, walls) for word in piece.words]
        ends = {column: word.box.right for column, word in zip(at, piece.words, strict=True)}
        flush = {column for column, right in ends.items() if abs(right - columns[column].right) < _EDGE}
        crosses = column_at(piece.box.left, walls) != column_at(piece.box.right, walls)
        run = [piece.words[0]]
        for (here, there), word in zip(pairwise(at), piece.words[1:], strict=True):
            parted = here != there and ({here, there} <= flush or _is_apart(run[-1], word)) and here not in taken
            parted = parted or (here == there and _ends_column(run[-1], columns[here], word, piece, columns))
            parted = parted or (here != there and there in flush and _is_open_in(run, columns[here]))
            if (parted and not word.text.startswith("(")) or (crosses and _is_beside_time(run, word)):
                yield Stretch(tuple(run))
                run = []
            run.append(word)
        yield Stretch(tuple(run))


_COMPARES = re.compile(
    r"(?:(?:change|increase|variance)\W+)?(?:FY ?|[QH][1-4] )?(?:19|20)\d\d "
    r"(?:vs?\.?|versus|over|to|from|against|[-–/]|compared (?:to|with)) (?:FY ?|[QH][1-4] )?(?:19|20)\d\d",
    re.IGNORECASE,
)
"""Two times of a change: "2025 vs. 2024"."""


def _ends_column(last: Word, column: Box, word: Word, piece: Stretch, columns: Sequence[Box]) -> bool:
    """Whether a word ends where its column does and the piece where another does, wide apart or without a blank, or
    exactly there: two headers set right."""
    end = abs(last.box.right - column.right)
    rest = min((abs(piece.box.right - o.right) for o in columns if o.left > column.right), default=_FAR)
    gap, size = word.box.left - last.box.right, max(word.size, last.size)
    is_apart = gap > _WIDE * size or (gap < _TOUCH * size and not word.spaced) or max(end, rest) < _EXACT
    return end < _EDGE and rest < _EDGE and is_apart


def _is_open_in(run: Sequence[Word], column: Box) -> bool:
    """Whether words set to the left of their column end inside brackets, to go on in the line below: "Year (USD"."""
    return abs(run[0].box.left - column.left) < _EDGE and is_open(" ".join(word.text for word in run))


def _is_apart(before: Word, word: Word) -> bool:
    gap = word.box.left - before.box.right
    wide = gap > _WIDE * max(word.size, before.size) and not _is_typed_blank(gap, before, word)
    if not wide and (
        _HOW_SURE.fullmatch(word.text)
        or _RATE_OVER.fullmatch(f"{before.text} {word.text}")
        or word.text[:1].islower()
        or is_time(f"{before.text} {word.text.rstrip(',;')}")
    ):
        return False
    return wide or is_time(before.text) or is_time(word.text)


_RATE_OVER = re.compile(r"(?:[CA]AGR|growth|change) (?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)", re.IGNORECASE)
"""A rate with the span it is over, which no column parts: "CAGR 2026–2034"."""


def _is_typed_blank(gap: float, before: Word, word: Word) -> bool:
    """Whether a gap is one blank of a font whose characters are all as wide as that."""
    pitches = [one.box.width / len(one.text) for one in (before, word)]
    return max(pitches) - min(pitches) < _SAME_PITCH * max(pitches) and gap < _ONE_BLANK * max(pitches)


def _is_beside_time(run: Sequence[Word], word: Word) -> bool:
    """Whether a time ends in front of a word that begins another header: "2034F CAGR"."""
    if _HOW_SURE.fullmatch(word.text):
        return False
    return len(run) == 1 and is_time(run[0].text) and word.text[:1].isupper() and not is_time(word.text)


_HOW_SURE = re.compile(r"\(?(?:est|proj|prel|prov|fcst)[a-z]*\.?\)?", re.IGNORECASE)
"""How sure the figures of a time are: "2025 Proj."."""


def _wrapped(lines: Sequence[Sequence[Title]]) -> list[Title]:
    """The titles of all lines, those put together that are one text set over several lines."""
    done: list[Title] = []
    for number, line in enumerate(lines):
        below = [title for later in lines[number + 1 :] for title in later]
        over = tuple(done)
        for title in line:
            above = next((other for other in reversed(done) if _dates(other, title, line, over)), None) or next(
                (other for other in reversed(done) if _runs_on(other, title, line, [*line, *below])), None
            )
            if above is not None and not is_open(above.text) and _spans(above, title, line, done):
                above = None
            if above is not None and len(line) == 1 and _is_of_all(title, above, done):
                above = None
            if above is None:
                done.append(title)
            else:
                done[done.index(above)] = _joined(above, title)
    return done


def _is_of_all(title: Title, above: Title, done: Sequence[Title]) -> bool:
    """Whether a unit alone in its line stands below several times: it is that of all."""
    times = [other for other in done if other.base == above.base and heads_time(other.text)]
    return is_unit_line(title.text) and above in times and len(times) > 1


def _dates(above: Title, title: Title, line: Sequence[Title], over: Sequence[Title]) -> bool:
    """Whether a day stands over its year, set to one side, as all years of the line have one: "30 June" over "2025"."""
    if not _is_day_over(above, title):
        return False
    years = [other for other in line if is_time(other.text)]
    return all(any(_is_day_over(other, year) for other in over) for year in years)


def _is_day_over(above: Title, year: Title) -> bool:
    near = 0 < year.base - above.base <= _FAR * max(above.size, year.size)
    edge = min(abs(above.box.right - year.box.right), abs(above.box.middle - year.box.middle))
    return near and edge < _EDGE and bool(_DAY.fullmatch(above.text) and _YEAR.fullmatch(year.text))


_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2},?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _runs_on(above: Title, title: Title, line: Sequence[Title], ahead: Sequence[Title]) -> bool:
    """Whether a text goes on in the line below it, which it must stand over alone."""
    distance = title.base - above.base
    if not _overlap(above.box, title.box) or not 0 < distance <= _FAR * title.size:
        return False
    if is_open(above.text) or above.text.endswith(("/", " vs.", " vs", "&")):
        return True
    if distance > (LOOSE if _GOES_ON.search(above.text) else LEADING) * max(above.size, title.size):
        return False
    if is_time(title.text) and sum(is_time(other.text) for other in line) > 1:
        return False
    beside = [other for other in ahead if other is not title and _overlap(above.box, other.box)]
    near = [other for other in beside if other.base - above.base <= LEADING * above.size]
    if title.text.endswith(":"):
        near = [other for other in near if other.base <= title.base]
    return not near and is_set_alike(above.box, title.box) and not (is_time(title.text) and is_time(above.text))


def _spans(above: Title, title: Title, line: Sequence[Title], done: Sequence[Title]) -> bool:
    """Whether a text is over the titles left and right of one below it too: nothing else is, and they are alike."""
    at = line.index(title)
    if not 0 < at < len(line) - 1:
        return False
    beside = (line[at - 1], line[at + 1])
    covered = any(
        _overlap(other.box, neighbour.box) for other in done for neighbour in beside if other.base < title.top
    )
    return not covered and any(_are_alike(title.text, neighbour.text) for neighbour in beside)


def _are_alike(one: str, other: str) -> bool:
    marked = one[-1:] == other[-1:] and not one[-1:].isalnum()
    return marked or (is_time(one) and is_time(other)) or bool(_PART.match(one) and _PART.match(other))


_PART = re.compile(
    rf"(?:first|second|third|fourth|full|[1-4](?:st|nd|rd|th)|[QH][1-4]|{MONTH}\.?)\b",
    re.IGNORECASE,
)
"""Opens the name of a part of a year, above which the year stands once: "Third / Quarter"."""


def _overlap(one: Box, other: Box) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > 0.5


def _joined(above: Title, title: Title) -> Title:
    return replace(above, text=unbroken((above.text, title.text)), box=around([above.box, title.box]), base=title.base)
