"""Puts right what a page's lines break apart or run together in a table, whatever format it came in."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ingest.domain import HEADER_STEP, Table
from ingest.quantity.dates import label_time
from ingest.quantity.labels import is_plain_header
from ingest.read.blocks import Grid
from ingest.read.figures import is_time

_YEAR = re.compile(r"['’]?(?:(?:19|20)\d\d|\d\d)")
_DATED = re.compile(
    r"(?P<date>(?:As )?(?:at|of) (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?) (?:19|20)\d\d)[:,]? +(?P<name>[A-Z(].+)",
    re.IGNORECASE,
)

ALIKE = 3
"""Rows of one name that tables have at least which are of one kind."""


def tidied(grid: Grid) -> Grid:
    """A table with the years of its header in its header, and the dates that head its rows on rows of their own."""
    return _with_dates_apart(_with_years(grid))


def under_change(grid: Grid, caption: str) -> Grid | None:
    """A table whose caption only heads its last columns, "Change in %" over "reported" and "organic", with that as a
    part of their header; None where it heads none."""
    if not _CHANGE_IN.fullmatch(caption.strip()):
        return None
    times = [at for at, head in enumerate(grid.header) if at and is_time(head.split(HEADER_STEP)[-1])]
    behind = range(max(times, default=0) + 1, len(grid.header))
    if not times or not behind:
        return None
    header = (
        f"{caption.strip()}{HEADER_STEP}{head}" if at in behind and head else head
        for at, head in enumerate(grid.header)
    )
    return replace(grid, header=tuple(header))


_CHANGE_IN = re.compile(
    r"(?:change|variation|growth|difference)s?,? ?(?:in )?\(?(?:%|per ?cent|percent)\)?|% change", re.I
)


def _with_years(grid: Grid) -> Grid:
    """The first row as a part of the header where it only has the years of the quarters there: "Q2" over "25"."""
    if not grid.rows or len(grid.header) < 2:
        return grid
    stub, *years = grid.rows[0]
    if stub.strip() or not all(map(_YEAR.fullmatch, years)) or not all(map(_is_part, grid.header[1:])):
        return grid
    header = (grid.header[0], *(f"{part} {year}" for part, year in zip(grid.header[1:], years, strict=True)))
    return replace(grid, header=header, rows=grid.rows[1:], depths=grid.depths[1:], pages=grid.pages[1:])


def _is_part(label: str) -> bool:
    time = label_time(label.split(HEADER_STEP)[-1])
    return time is not None and time.part is not None


def _with_dates_apart(grid: Grid) -> Grid:
    """A day that stands before the name of the first row under it, as the head of that row and those below."""
    rows: list[tuple[str, ...]] = []
    at: list[int] = []
    for number, row in enumerate(grid.rows):
        if row and (match := _DATED.fullmatch(row[0])):
            rows.append((match["date"], *("" for _ in row[1:])))
            row = (match["name"], *row[1:])
            at.append(number)
        rows.append(row)
        at.append(number)
    if len(rows) == len(grid.rows):
        return grid
    depths = tuple(grid.depths[number] for number in at) if grid.depths else ()
    return replace(grid, rows=tuple(rows), depths=depths, pages=tuple(grid.pages[n] for n in at) if grid.pages else ())


def rest_of_brackets(title: str, corner: str) -> str:
    """What a table's first cell has of the brackets that its title opens: "(In millions, except ratios" over "and
    employees)"; nothing where it closes none."""
    is_open = title.rfind("(") > title.rfind(")")
    return corner if is_open and corner.endswith(")") and "(" not in corner else ""


def named_apart(tables: Sequence[Table]) -> list[Table]:
    """Tables that stand together with rows of the same names, each called also by what its first header says: the
    blocks "Segment Spain" and "Segment France" of one sheet."""
    found: list[Table] = []
    for _, group in groupby(tables, key=lambda table: (table.file, table.heading, len(table.header))):
        together = list(group)
        names = [{row[0] for row in table.rows if row[0]} for table in together]
        stubs = [table.header[0].strip() for table in together]
        told = [stub for stub in stubs if stub and not is_plain_header(stub) and label_time(stub) is None]
        are_alike = len(together) > 1 and len(set(told)) > 1
        for table, own, stub in zip(together, names, stubs, strict=True):
            shared = sum(len(own & other) >= ALIKE for other in names) > 1
            is_named = are_alike and shared and stub in told and stubs.count(stub) == 1 and stub not in table.title
            found.append(replace(table, title=f"{stub}, {table.title}" if table.title else stub) if is_named else table)
    return found
