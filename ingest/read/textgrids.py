"""Finds tables in plain text: columns set apart by tabs, bars or runs of spaces."""

import re
from collections.abc import Callable, Sequence

from ingest.read.blocks import Grid
from ingest.read.captions import names_column
from ingest.read.lines import Line

_Cells = tuple[str, ...]
_Cut = Callable[[str], _Cells | None]

_SPACES = re.compile(r" {2,}|\t+")
_NUMERIC = re.compile(
    r"[~<>≈]?\s*[-+−–(]?\s*(?:[A-Z]{2,3}\s?)?[$€£¥₹]?\s*\d[\d.,\s]*(?:%|[a-z]{1,10})?\s*\)?[*†]?|[–—-]|N/?A",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:FY\s?|Q[1-4]\s|H[12]\s)?(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\s?[A-Za-z]{0,2}\*?")
_HEADING_WORDS = re.compile(
    r"\b(?:attributes?|metrics?|parameters?|details?|values?|description|items?|fields?|features?|statistics|particulars|"
    r"specifications?|information|category|characteristics?|name)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:years?|periods?|published|edition|date|since|founded)\b", re.IGNORECASE)
"""Labels whose value is a year: "Base year | 2024" is no header."""


def grid_at(lines: Sequence[Line], start: int) -> tuple[Grid, int] | None:
    """The table that starts at line ``start`` and how many lines it takes, None where there is none."""
    for cut in (_by_tabs, _by_bars, _by_spaces):
        taken = _run(lines, start, cut)
        rows = [(line, cells) for line in taken if (cells := cut(line.text))]
        if len(rows) >= 2:
            return _grid([cells for _, cells in rows], rows[0][0].number), len(taken)
    return None


def _by_tabs(text: str) -> _Cells | None:
    cells = tuple(cell.strip() for cell in text.split("\t"))
    return cells if len(cells) > 1 else None


def _by_bars(text: str) -> _Cells | None:
    if text.count("|") < 1 or re.fullmatch(r"[|:+\-=\s]+", text):
        return None
    return tuple(cell.strip() for cell in re.sub(r"^\||\|$", "", text.strip()).split("|"))


def _by_spaces(text: str) -> _Cells | None:
    cells = tuple(cell.strip() for cell in _SPACES.split(text))
    return cells if len(cells) > 1 and not text.endswith(".") else None


def _run(lines: Sequence[Line], start: int, cut: _Cut) -> Sequence[Line]:
    """The lines from ``start`` on that have as many cells as the first; rules between them belong to the table."""
    first = cut(lines[start].text)
    if first is None or (cut is _by_spaces and lines[start].bullet):
        return ()
    end = start + 1
    while end < len(lines) and not lines[end].gap and _belongs(lines[end], cut, len(first)):
        end += 1
    return lines[start:end]


def _belongs(line: Line, cut: _Cut, width: int) -> bool:
    if line.is_rule or re.fullmatch(r"[|:+\-=\s]+", line.text):
        return True
    cells = cut(line.text)
    return cells is not None and (len(cells) == width or (cut is not _by_spaces and abs(len(cells) - width) <= 1))


def _grid(rows: list[_Cells], line: int) -> Grid:
    width = max(len(row) for row in rows)
    even = [row + ("",) * (width - len(row)) for row in rows]
    if _has_header(even):
        return Grid(even[0], tuple(even[1:]), line)
    return Grid(("",) * width, tuple(even), line)


def _has_header(rows: Sequence[_Cells]) -> bool:
    """Whether the first row names the columns: no figures but years in it, and not just another "label, value" pair."""
    first, below = rows[0], rows[1:]
    if any(_is_figure(rows, at) for at in range(1, len(first))):
        return False
    if len(first) > 2:
        return True
    if _HEADING_WORDS.search(" ".join(first)):
        return True
    figures = all(_NUMERIC.fullmatch(row[1]) for row in below)
    if _YEAR.fullmatch(first[1]):
        return figures and not _DATED.search(first[0]) and not any(_YEAR.fullmatch(row[1]) for row in below)
    return figures


def _is_figure(rows: Sequence[_Cells], at: int) -> bool:
    """Whether the first cell of a column is a figure: no year, nor a name that opens with one."""
    cell = rows[0][at]
    if not cell or not _NUMERIC.fullmatch(cell) or _YEAR.fullmatch(cell):
        return False
    return not names_column(cell, [row[at] for row in rows[1:]])
