"""Reads the header of a PDF table: texts that run over lines, titles over several columns, and each column's path."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.domain import HEADER_STEP
from ingest.read.figures import is_time
from ingest.read.pdf.rows import Stretch, around
from ingest.read.pdf.stops import walls_between
from ingest.read.pdf.tables import Line, is_open
from ingest.read.pdf.words import Box, Word

MAX_TITLES = 8
"""Titles side by side that are shared out over columns: the ways to do it grow with each."""

_WIDE = 0.45
"""Sizes of the font; a gap between two columns of the header that is wider is none between words."""

_TOUCH = 0.15
"""Sizes of the font; two words that are no further apart touch."""

_SAME_PITCH = 0.03
"""Share of a character's width by which those of a typewriter's font differ at most."""

_ONE_BLANK = 1.3
"""Widths of a character that one blank takes at most."""

_EDGE = 1.5
"""Points by which a text may miss the edge of the column it is set to."""

_TIGHT = 1.5
"""Sizes of the font that lines of one text are apart at most."""

_FAR = 3.0
"""The same of a text that ends inside brackets."""

_LEVEL = 0.6
"""Sizes of the font by which titles of one row may end higher or lower."""

_ASIDE = 0.42
"""Share of the distance between columns by which a title may stand aside from the middle of those it is over."""

_ALONE = 0.3
"""The same where it is the only one of its line."""

_UNUSED = 0.9
"""What a column that no title is over counts, as a share of the distance between columns; little, where its own header
is of another sort than those beside it."""

_OTHER = 0.15

_LEFT_SET = 1.5
"""How much more it counts that titles miss the left of their first columns than the middle of all: where these are set
right, the left is where the longest figure begins."""


@dataclass(frozen=True, slots=True)
class Title:
    """A text of the header, where it stands, and the columns ``first`` to ``last`` that it is over; ``ruled``: a rule
    shows that. ``top`` and ``base`` are the baselines of its first and last line, ``size`` that of its font."""

    text: str
    box: Box
    top: float
    base: float
    size: float
    first: int = 0
    last: int = 0
    ruled: bool = False

    @property
    def columns(self) -> range:
        return range(self.first, self.last + 1)


def header_of(lines: Sequence[Line], columns: Sequence[Box], first: int, rules: Sequence[Box]) -> tuple[str, ...]:
    """Each column's path through the lines above a table's first figures; ``first`` is the first column of figures."""
    texts = _wrapped([_titles_of(line, columns) for line in lines])
    placed = [_over(title, texts, columns, rules) for title in texts]
    widened = _widened(placed, columns, first)
    return tuple(_path(widened, column) for column in range(len(columns)))


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
    over = [_column_at(piece.box.middle, walls) for piece in line.pieces]
    for number, piece in enumerate(line.pieces):
        if _COMPARES.fullmatch(piece.text):
            yield piece
            continue
        taken = {*over[:number], *over[number + 1 :]}
        at = [_column_at(word.box.middle, walls) for word in piece.words]
        ends = {column: word.box.right for column, word in zip(at, piece.words, strict=True)}
        flush = {column for column, right in ends.items() if abs(right - columns[column].right) < _EDGE}
        crosses = _column_at(piece.box.left, walls) != _column_at(piece.box.right, walls)
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
    """Whether a word ends where its column does and the piece where another does, wide apart or without a blank: two
    headers set right."""
    ends = abs(last.box.right - column.right) < _EDGE
    beyond = any(abs(piece.box.right - other.right) < _EDGE for other in columns if other.left > column.right)
    gap, size = word.box.left - last.box.right, max(word.size, last.size)
    return ends and beyond and (gap > _WIDE * size or (gap < _TOUCH * size and not word.spaced))


def _is_open_in(run: Sequence[Word], column: Box) -> bool:
    """Whether words set to the left of their column end inside brackets, to go on in the line below: "Year (USD"."""
    return abs(run[0].box.left - column.left) < _EDGE and is_open(" ".join(word.text for word in run))


def _is_apart(before: Word, word: Word) -> bool:
    gap = word.box.left - before.box.right
    wide = gap > _WIDE * max(word.size, before.size) and not _is_typed_blank(gap, before, word)
    if not wide and (
        _HOW_SURE.fullmatch(word.text) or word.text[:1].islower() or is_time(f"{before.text} {word.text.rstrip(',;')}")
    ):
        return False
    return wide or is_time(before.text) or is_time(word.text)


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


def _column_at(x: float, walls: Sequence[float]) -> int:
    return sum(x > wall for wall in walls)


# Texts that run over lines


def _wrapped(lines: Sequence[Sequence[Title]]) -> list[Title]:
    """The titles of all lines, those put together that are one text set over several lines."""
    done: list[Title] = []
    for number, line in enumerate(lines):
        below = [title for later in lines[number + 1 :] for title in later]
        for title in line:
            above = next((other for other in reversed(done) if _runs_on(other, title, line, [*line, *below])), None)
            if above is not None and not is_open(above.text) and _spans(above, title, line, done):
                above = None
            if above is None:
                done.append(title)
            else:
                done[done.index(above)] = _joined(above, title)
    return done


def _runs_on(above: Title, title: Title, line: Sequence[Title], ahead: Sequence[Title]) -> bool:
    """Whether a text goes on in the line below it, which it must stand over alone."""
    distance = title.base - above.base
    if not _overlap(above.box, title.box) or not 0 < distance <= _FAR * title.size:
        return False
    if is_open(above.text) or above.text.endswith(("/", " vs.", " vs", "&")):
        return True
    if distance > _TIGHT * max(above.size, title.size):
        return False
    if is_time(title.text) and sum(is_time(other.text) for other in line) > 1:
        return False
    beside = [other for other in ahead if other is not title and _overlap(above.box, other.box)]
    near = [other for other in beside if other.base - above.base <= _TIGHT * above.size]
    if title.text.endswith(":"):
        near = [other for other in near if other.base <= title.base]
    return not near and _is_set_alike(above.box, title.box) and not (is_time(title.text) and is_time(above.text))


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
    return marked or (is_time(one) and is_time(other))


def _overlap(one: Box, other: Box) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > 0.5


def _is_set_alike(one: Box, other: Box) -> bool:
    sides = (one.left - other.left, one.right - other.right, one.middle - other.middle)
    return min(map(abs, sides)) < 2 * _EDGE


def _joined(above: Title, title: Title) -> Title:
    return replace(above, text=f"{above.text} {title.text}", box=around([above.box, title.box]), base=title.base)


# Titles over several columns


def _over(title: Title, titles: Sequence[Title], columns: Sequence[Box], rules: Sequence[Box]) -> Title:
    """A title with the columns it is over: those above a rule below it, those it covers, else the one below it."""
    beside = [other for other in titles if other is not title and abs(other.base - title.base) < title.size / 2]
    if ruled := _under_rule(title, beside, columns, rules):
        return replace(title, first=ruled[0], last=ruled[1], ruled=True)
    first, last = _covered(title, columns)
    return replace(title, first=first, last=last)


def _under_rule(
    title: Title, beside: Sequence[Title], columns: Sequence[Box], rules: Sequence[Box]
) -> tuple[int, int] | None:
    """The columns over which a rule runs right below a title and no other, where it does not cross the whole table."""
    whole = columns[-1].right - columns[0].left
    for rule in (*_joined_rules(rules), *rules):
        near = -1 <= rule.top - title.base < 0.9 * title.size
        if any(rule.left <= other.box.middle <= rule.right for other in beside):
            continue
        if near and rule.left - 1 <= title.box.middle <= rule.right + 1 and rule.width < whole - columns[0].width / 2:
            under = [at for at, column in enumerate(columns) if rule.left - 4 <= column.middle <= rule.right + 4]
            if len(under) > 1:
                return under[0], under[-1]
    return None


_SEAM = 3.5
"""Points between the pieces of one rule that is drawn cell by cell."""


def _joined_rules(rules: Sequence[Box]) -> list[Box]:
    """The rules that are drawn in pieces, each as one."""
    joined: list[list[Box]] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.top), rule.left)):
        last = joined[-1][-1] if joined else None
        if last and abs(rule.top - last.top) < 1 and -_SEAM < rule.left - last.right <= _SEAM:
            joined[-1].append(rule)
        else:
            joined.append([rule])
    return [around(pieces) for pieces in joined if len(pieces) > 1]


def _covered(title: Title, columns: Sequence[Box]) -> tuple[int, int]:
    box = title.box
    covered = [
        at
        for at, column in enumerate(columns)
        if min(column.right, box.right) - max(column.left, box.left) > 0.5 * column.width
    ]
    middle = _column_at(box.middle, walls_between(columns))
    if len(covered) < 2 or 0 in covered:
        return middle, middle
    return covered[0], covered[-1]


def _widened(titles: Sequence[Title], columns: Sequence[Box], first: int) -> list[Title]:
    """The titles, those of upper lines over all the columns that the lines below name apart."""
    found = list(titles)
    for bases in _rows_of({title.base for title in titles}, min((title.size for title in titles), default=1.0)):
        row = sorted((t for t in found if t.base in bases and t.first >= first), key=lambda title: title.box.left)
        below = [title for title in found if title.top > max(bases) and title.first >= first]
        if not row or len(row) > MAX_TITLES:
            continue
        room = _Room(columns, first, below, frozenset(at for title in row for at in title.columns))
        for title, moved in zip(row, room.shared(row), strict=True):
            found[found.index(title)] = moved
    return found


def _rows_of(bases: Collection[float], size: float) -> list[list[float]]:
    """The baselines of titles, those together that are nearer than lines are: of titles set to one middle."""
    rows: list[list[float]] = []
    for base in sorted(bases):
        if rows and base - rows[-1][0] < _LEVEL * size:
            rows[-1].append(base)
        else:
            rows.append([base])
    return rows


@dataclass(frozen=True, slots=True)
class _Room:
    """The columns that the titles of one line may be over; ``below`` are the titles under that line."""

    columns: Sequence[Box]
    first: int
    below: Sequence[Title]
    taken: frozenset[int]

    def shared(self, row: Sequence[Title]) -> Sequence[Title]:
        """The titles over the columns they stand in the middle of, or at the beginning of.

        Where no rule shows it, the columns are shared out so that the titles are nearest to that.
        """
        named = {at for title in self.below for at in title.columns}
        if named <= self.taken or all(title.ruled for title in row):
            return row
        ways = [way for way in self._ways(row, self.first) if self._is_possible(way, named)]
        best = min(ways, key=lambda way: self._misfit(way, row), default=None)
        if best is None or not self._fits(best, row):
            return row
        return [replace(title, first=first, last=last) for title, (first, last) in zip(row, best, strict=True)]

    def _ways(self, row: Sequence[Title], start: int) -> Iterator[tuple[tuple[int, int], ...]]:
        """All ways to give each title a run of columns that holds those it stands over."""
        if not row:
            yield ()
            return
        title, *rest = row
        limit = rest[0].first if rest else len(self.columns)
        if title.ruled:
            yield from (((title.first, title.last), *more) for more in self._ways(rest, title.last + 1))
            return
        for begin in range(start, title.first + 1):
            for last in range(title.last, limit):
                yield from (((begin, last), *more) for more in self._ways(rest, last + 1))

    def _is_possible(self, way: Sequence[tuple[int, int]], named: set[int]) -> bool:
        """Whether each column of a title over several has a name of its own below it."""
        return all(set(range(first, last + 1)) <= named for first, last in way if last > first)

    def _misfit(self, way: Sequence[tuple[int, int]], row: Sequence[Title]) -> float:
        """How far titles are from the middle of their columns, or from where these begin, whichever fits all better,
        and how many columns are left without one."""
        used = {at for first, last in way for at in range(first, last + 1)}
        unused = [at for title in self.below for at in title.columns if at not in used]
        left = sum(_UNUSED if self._is_like_its_neighbours(at, used) else _OTHER for at in set(unused))
        return min(sum(misses) for misses in self._misses(way, row)) + left * self._pitch

    def _fits(self, way: Sequence[tuple[int, int]], row: Sequence[Title]) -> bool:
        allowed = (_ASIDE if len(row) > 1 else _ALONE) * self._pitch
        return any(max(misses) < allowed for misses in self._misses(way, row))

    def _misses(self, way: Sequence[tuple[int, int]], row: Sequence[Title]) -> Iterator[list[float]]:
        """By each way of setting titles, how far each stands aside."""
        boxes = [self._box(at) for at in range(len(self.columns))]
        pairs = [(boxes[first], boxes[last], title.box) for (first, last), title in zip(way, row, strict=True)]
        yield [abs((a.left + b.right) / 2 - box.middle) for a, b, box in pairs]
        rights = [boxes[max(first - 1, 0)].right for first, _ in way]
        yield [abs((right + b.right) / 2 - box.middle) for right, (_, b, box) in zip(rights, pairs, strict=True)]
        yield [_LEFT_SET * abs(a.left - box.left) for a, _, box in pairs]

    def _box(self, column: int) -> Box:
        """A column with the names right above it."""
        names = [title.box for title in self.below if title.first == title.last == column]
        return around([self.columns[column], *names])

    @property
    def _pitch(self) -> float:
        return (self.columns[-1].right - self.columns[1].left) / max(len(self.columns) - 1, 1)

    def _is_like_its_neighbours(self, column: int, used: set[int]) -> bool:
        """Whether a column's own name is of the sort of those that titles are over: a time among times."""
        own = [title.text for title in self.below if column in title.columns]
        others = [title.text for title in self.below if not used.isdisjoint(title.columns)]
        if any(map(_CHANGES.match, own)) and not any(map(_CHANGES.match, others)):
            return False
        return not others or any(map(is_time, own)) == any(map(is_time, others))


_CHANGES = re.compile(r"(?:%|yoy|annual)?\s*(?:change|growth|cagr|variance|increase|decrease)\b", re.IGNORECASE)
"""Opens the header of a column of changes, which stands behind the times it is between."""
