"""Shares out a line of units below the titles of a PDF table's columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from ingest.read.captions import is_unit_line
from ingest.read.figures import MONTH, is_time
from ingest.read.pdf.rows import around, is_set_alike
from ingest.read.pdf.spanners import Title
from ingest.read.pdf.words import Box

MAX_UNITS = 5
"""Units side by side that are shared out: the ways to do it grow with each."""


_INDEX = re.compile(r"(?:index\s*)?\(?(?:\w+ )?(?:19|20)\d\d(?:[-/]\d\d)?\s*=\s*100\)?", re.IGNORECASE)
"""What an index is measured from: "index (2020=100)"."""


def with_units_shared(titles: Sequence[Title], columns: Sequence[Box], first: int) -> list[Title]:
    """The titles; where the lowest line says nothing but units, each of these over all columns it is in the middle of.

    They are shared out where one of them is set to no single column: "$ millions" below three months.
    """
    lowest = max((title.base for title in titles), default=0.0)
    row = sorted((title for title in titles if title.base == lowest and title.first >= first), key=lambda t: t.first)
    if len(row) == 1 and is_unit_line(row[0].text) and not row[0].ruled:
        return _over_times(row[0], titles, range(first, len(columns)))
    if not 1 < len(row) < min(len(columns) - first, MAX_UNITS + 1):
        return list(titles)
    if not all(is_unit_line(title.text) or _INDEX.fullmatch(title.text) for title in row):
        return list(titles)
    if any(title.ruled for title in row) or all(is_set_alike(title.box, columns[title.first]) for title in row):
        return list(titles)
    above = [title for title in titles if title not in row and title.first == title.last]
    boxes = [around([box, *(t.box for t in above if t.first == at)]) for at, box in enumerate(columns)]
    starts = min(_cuts(row, len(columns), first), key=lambda starts: _off(row, starts, boxes), default=())
    if not starts:
        return list(titles)
    shared = zip(row, pairwise((*starts, len(columns))), strict=True)
    over = {title: replace(title, first=start, last=end - 1) for title, (start, end) in shared}
    return [over.get(title, title) for title in titles]


def _over_times(unit: Title, titles: Sequence[Title], columns: range) -> list[Title]:
    """The titles, the one unit below them over all columns that are times, if it stands below such."""
    leaves = {
        at: max((t for t in titles if t is not unit and at in t.columns), key=_base, default=None) for at in columns
    }
    times = [at for at, leaf in leaves.items() if leaf and heads_time(leaf.text)]
    if len(times) < 2 or set(times).isdisjoint(unit.columns):
        return list(titles)
    ends = [at for at in times if at + 1 not in times]
    runs = zip([at for at in times if at - 1 not in times], ends, strict=True)
    over = [replace(unit, first=start, last=end) for start, end in runs]
    return [*(title for title in titles if title is not unit), *over]


def _base(title: Title) -> float:
    return title.base


def heads_time(text: str) -> bool:
    """Whether a title is a time, whatever stands behind it: "2023/24 estim.", "Apr."."""
    return is_time(text) or bool(_IS_MONTH.fullmatch(text)) or is_time(text.split(" ")[0])


_IS_MONTH = re.compile(rf"{MONTH}\.?", re.IGNORECASE)


def _cuts(row: Sequence[Title], end: int, first: int) -> Iterator[tuple[int, ...]]:
    """All ways to share out the columns from ``first`` to before ``end``, as the first column of each title."""
    ways = combinations(range(first + 1, end), len(row) - 1)
    for cut in ways:
        starts = (first, *cut)
        runs = zip(row, pairwise((*starts, end)), strict=True)
        if all(start <= title.first and title.last < stop for title, (start, stop) in runs):
            yield starts


def _off(row: Sequence[Title], starts: Sequence[int], columns: Sequence[Box]) -> float:
    """How far titles are from the middle of their columns, which begin where the text or the column before ends."""
    total = 0.0
    for title, (start, end) in zip(row, pairwise((*starts, len(columns))), strict=True):
        right = columns[end - 1].right
        lefts = (columns[start].left, columns[start - 1].right)
        total += min(abs((left + right) / 2 - title.box.middle) for left in lefts)
    return total
