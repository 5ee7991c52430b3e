"""Shares out the titles of a PDF table's header over its columns: by rules, by what they cover, by where they stand."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.read.figures import is_time
from ingest.read.pdf.rows import around
from ingest.read.pdf.stops import column_at, walls_between
from ingest.read.pdf.words import Box

MAX_TITLES = 8
"""Titles side by side that are shared out over columns: the ways to do it grow with each."""

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

_MIXED = 0.15
"""The same of names beside each other under one title that are written in different ways."""

_DIGITS = re.compile(r"\d+")

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


def spread(
    titles: Sequence[Title], columns: Sequence[Box], first: int, rules: Sequence[Box], walls: Sequence[Box] = ()
) -> list[Title]:
    """The titles with the columns that each is over; ``first`` is the first column of figures, ``walls`` are rules
    that run down."""
    return _widened([_over(title, titles, columns, rules, walls) for title in titles], columns, first)


def _over(
    title: Title, titles: Sequence[Title], columns: Sequence[Box], rules: Sequence[Box], walls: Sequence[Box]
) -> Title:
    """A title with the columns it is over: those above a rule below it or between the walls of its cell, those it
    covers, else the one below it."""
    beside = [other for other in titles if other is not title and abs(other.base - title.base) < title.size / 2]
    if ruled := _in_cell(title, titles, columns, walls) or _under_rule(title, beside, columns, rules):
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


def _in_cell(
    title: Title, titles: Sequence[Title], columns: Sequence[Box], walls: Sequence[Box]
) -> tuple[int, int] | None:
    """The columns between the walls left and right of a title: one, or several with a text of their own below it."""
    level = (title.top + title.base) / 2 - title.size / 3
    beside = [wall for wall in walls if wall.top <= level <= wall.bottom]
    left = max((wall.right for wall in beside if wall.right <= title.box.left), default=None)
    right = min((wall.left for wall in beside if wall.left >= title.box.right), default=None)
    if left is None or right is None:
        return None
    inside = [at for at, column in enumerate(columns) if left < column.middle < right]
    if len(inside) == 1:
        return inside[0], inside[0]
    below = [one.box.middle for one in titles if one.top > title.base and left < one.box.middle < right]
    named = {column_at(middle, walls_between(columns)) for middle in below}
    alone = not any(left < one.box.middle < right for one in titles if one is not title and one.base <= title.base)
    return (inside[0], inside[-1]) if alone and len(inside) > 1 and named >= set(inside) else None


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
    middle = column_at(box.middle, walls_between(columns))
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
        if repeated := self._repeated(row):
            return repeated
        ways = [way for way in self._ways(row, self.first) if self._is_possible(way, named)]
        best = min(ways, key=lambda way: self._misfit(way, row), default=None)
        if best is None or not self._fits(best, row):
            return row
        return [replace(title, first=first, last=last) for title, (first, last) in zip(row, best, strict=True)]

    def _repeated(self, row: Sequence[Title]) -> Sequence[Title]:
        """The titles, each over one run of names, where the names begin anew as many times: "2025 | 2024 | Change"."""
        names = {at: title.text for title in self.below for at in title.columns}
        columns = sorted(names)
        if len(row) < 2 or not columns or columns != list(range(columns[0], columns[-1] + 1)):
            return ()
        starts = [at for at in columns if names[at] == names[columns[0]]]
        runs = [columns[a - columns[0] : b - columns[0]] for a, b in pairwise((*starts, columns[-1] + 1))]
        runs = [run[: len(runs[0])] for run in runs]
        if len(runs) != len(row) or any(not 1 < len({names[at] for at in run}) == len(run) for run in runs):
            return ()
        if any(names[one] != names[other] for run in runs for one, other in zip(runs[0], run, strict=False)):
            return ()
        over = (
            self._box(run[0]).left <= t.box.middle <= self._box(run[-1]).right for run, t in zip(runs, row, strict=True)
        )
        if not all(over):
            return ()
        return [replace(title, first=run[0], last=run[-1]) for title, run in zip(row, runs, strict=True)]

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
        mixed = sum(self._differ(at, at + 1) for first, last in way for at in range(first, last))
        return min(sum(misses) for misses in self._misses(way, row)) + (left + _MIXED * mixed) * self._pitch

    def _differ(self, *columns: int) -> bool:
        """Whether the names of columns are times or numbers that are written in different ways: "4Q25", "FY2025"."""
        names = (" ".join(title.text for title in self.below if at in title.columns) for at in columns)
        forms = {_DIGITS.sub("0", name).removesuffix("s") for name in names}
        return len(forms) > 1 and all("0" in form for form in forms)

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
        ends = [
            right if first > self.first else max(right, self._begin)
            for right, (first, _) in zip(rights, way, strict=True)
        ]
        yield [abs((right + b.right) / 2 - box.middle) for right, (_, b, box) in zip(ends, pairs, strict=True)]
        yield [_LEFT_SET * abs(a.left - box.left) for a, _, box in pairs]

    def _box(self, column: int) -> Box:
        """A column with the names right above it."""
        names = [title.box for title in self.below if title.first == title.last == column]
        return around([self.columns[column], *names])

    @property
    def _pitch(self) -> float:
        return (self.columns[-1].right - self.columns[1].left) / max(len(self.columns) - 1, 1)

    @property
    def _begin(self) -> float:
        """Where the first column of figures begins, if it is as wide as the others: names may leave room before it."""
        rights = [column.right for column in self.columns[self.first :]]
        steps = [right - before for before, right in pairwise(rights)]
        return rights[0] - median(steps) if steps else self.columns[self.first].left

    def _is_like_its_neighbours(self, column: int, used: set[int]) -> bool:
        """Whether a column's own name is of the sort of those that titles are over: a time among times."""
        own = [title.text for title in self.below if column in title.columns]
        others = [title.text for title in self.below if not used.isdisjoint(title.columns)]
        if any(map(_CHANGES.match, own)) and not any(map(_CHANGES.match, others)):
            return False
        return not others or any(map(is_time, own)) == any(map(is_time, others))


_CHANGES = re.compile(r"(?:%|yoy|annual)?\s*(?:change|growth|cagr|variance|increase|decrease)\b", re.IGNORECASE)
"""Opens the header of a column of changes, which stands behind the times it is between."""
