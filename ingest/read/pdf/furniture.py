"""Leaves out what stands on page after page: running heads and feet, page numbers; and tables of contents."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.read.captions import is_numbered, is_unit_line
from ingest.read.figures import is_figure
from ingest.read.pdf.lines import is_whole
from ingest.read.pdf.rows import Row
from ingest.read.pdf.words import Sheet

EDGE = 4
"""Rows at the top and at the bottom of a page that may be furniture."""

LEAST_PAGES = 3
"""Pages on which a row must come again."""

LONG = 12
"""Letters of a stretch that is known again by itself."""

_MARGIN = 0.12
"""Share of the page's height at its edges in which a lone number is a page number."""

_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:page\s+|p\.\s*|[-–—|]\s*)?(?:(?:[A-Z]-)?\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|])?", re.I
)
_CONTENTS = re.compile(
    r"(?:table of )?contents|list of (?:tables|figures|charts|exhibits)|inhalt(?:sverzeichnis)?", re.I
)
_ENDS_IN_PAGE = re.compile(r"[^\W\d_].*(?:\s|[.…·_]{2})(\d{1,4})$")

_MANY = 3
"""Figures of a row beside each other that no running head has."""

FEWEST = 4
"""Lines of a table of contents, at least."""

_RISE = 0.7
"""Share of the lines of a table of contents that lead to a page, and whose page is not below the one before."""


def without_furniture(sheets: Sequence[Sheet], pages: Sequence[list[Row]]) -> list[list[Row]]:
    """Each page's rows without those at its edges that come again on other pages, and without page numbers.

    From each edge inwards, up to the first row that is the page's own: "in EUR million" under many a table stays.
    """
    seen: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    for sheet, rows in zip(sheets, pages, strict=True):
        edges = {id(row): row for row in (*rows[:EDGE], *rows[-EDGE:])}.values()
        seen.update({shape for row in edges for shape in _shapes(row)})
        figures.update({mark for row in edges for marks in _figures(row, sheet) for mark in marks})
    again = {shape for shape, count in seen.items() if count >= min(LEAST_PAGES, len(pages)) and len(pages) > 1}
    again |= _counted(sheets, pages)
    usual = frozenset(mark for mark, count in figures.items() if count > 1)
    return [_inner(sheet, rows, again, usual) for sheet, rows in zip(sheets, pages, strict=True)]


def _figures(row: Row, sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """Of each of a row's figures what a running head's has on other pages too: its text, or how far it is from the
    page's number. Those of a table's row, such as "Total" on each country's page, have other figures there."""
    for stretch in row.stretches:
        if is_figure(stretch.text):
            offset = [f"{_place(row)} +{int(stretch.text) - sheet.number}"] if stretch.text.isdecimal() else []
            yield (f"{_place(row)} {stretch.text}", *offset)


def _counted(sheets: Sequence[Sheet], pages: Sequence[list[Row]]) -> set[str]:
    """The shapes of rows at the edges that count the pages: "207 – Yearbook", then "208 – Yearbook"."""
    offsets: dict[str, list[int]] = {}
    for sheet, rows in zip(sheets, pages, strict=True):
        for row in {id(row): row for row in (*rows[:1], *rows[-1:])}.values():
            numbers = re.findall(r"\d+", row.text)
            if len(numbers) == 1:
                offsets.setdefault(next(_shapes(row)).split(" ", 2)[2], []).append(int(numbers[0]) - sheet.number)
    return {shape for shape, found in offsets.items() if len(found) > 1 and len(set(found)) == 1}


def _inner(sheet: Sheet, rows: list[Row], again: set[str], usual: frozenset[str]) -> list[Row]:
    first, end = 0, len(rows)
    while first < min(EDGE, end) and _is_furniture(rows[first], sheet, again, usual):
        first += 1
    while end > max(first, len(rows) - EDGE) and _is_furniture(rows[end - 1], sheet, again, usual):
        end -= 1
    return rows[first:end]


def _is_furniture(row: Row, sheet: Sheet, again: set[str], usual: frozenset[str]) -> bool:
    if _is_page_number(row, sheet):
        return True
    if is_numbered(row.text) or is_unit_line(row.text):  # captions are alike but for their numbers
        return False
    if any(usual.isdisjoint(marks) for marks in _figures(row, sheet)) or _is_of_table(row):
        return False
    shapes = list(_shapes(row))
    return not again.isdisjoint([*shapes, shapes[0].split(" ", 2)[2]])


def _is_of_table(row: Row) -> bool:
    """Whether a row has as many figures as no running head has, be they the same on many pages: "Total | 100.0 | …"."""
    return sum(is_figure(stretch.text) for stretch in row.stretches) >= _MANY


def _shapes(row: Row) -> Iterator[str]:
    """A row's text, and each stretch of it that is long enough, whatever their numbers, with their size and place: a
    running head may name the chapter beside the report's title."""
    place = _place(row)
    yield f"{place} {_NUMBERS.sub('#', row.text)}"
    for stretch in row.stretches:
        if len(row.stretches) > 1 and sum(map(str.isalpha, stretch.text)) >= LONG:
            yield f"{place} {round(stretch.box.left)} {_NUMBERS.sub('#', stretch.text)}"


def _place(row: Row) -> str:
    return f"{round(row.size)} {round(row.base / 12)}"


def _is_page_number(row: Row, sheet: Sheet) -> bool:
    outside = row.base < _MARGIN * sheet.height or row.base > (1 - _MARGIN) * sheet.height
    return outside and _PAGE_NUMBER.fullmatch(row.text) is not None


def without_contents(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page without those of a table of contents: names that lead to page numbers that run up."""
    listed = _contents(rows)
    return [row for row in rows if id(row) not in listed and not _CONTENTS.fullmatch(row.text.strip())]


def _contents(rows: Sequence[Row]) -> set[int]:
    """The rows of a table of contents: each ends in a page number, none below the one before."""
    if not any(row.leads_to_page for row in rows) and not any(_CONTENTS.fullmatch(row.text.strip()) for row in rows):
        return set()
    headed = any(_CONTENTS.fullmatch(row.text.strip()) for row in rows)
    leading = [row for row in rows if row.leads_to_page]
    able = leading if len(leading) >= FEWEST else rows
    ends = [(row, int(match[1])) for row in able if (match := _ENDS_IN_PAGE.search(row.text))]
    ends = [(row, page) for row, page in ends if not is_whole(row.text)]
    rising = sum(after >= before for (_, before), (_, after) in pairwise(ends))
    if len(ends) < (2 if headed else FEWEST) or rising < _RISE * (len(ends) - 1):
        return set()
    first, last = ends[0][0].base, ends[-1][0].base
    between = [row for row in rows if first <= row.base <= last]
    return {id(row) for row, _ in ends} if len(ends) > _RISE * len(between) else set()
