"""Finds the lists of a report: bulleted, in table columns, spelled out in sentences and cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.domain import Cell, ItemList, Report, Section, Source, Span, Table
from ingest.enumeration import MAX_ITEM_WORDS, enumerations, separated
from ingest.sentences import sentences

MAX_LABEL = 300
"""Characters of a paragraph that is a list's lead-in as a whole; of a longer one only the last sentence is."""

_EXAMPLES = re.compile(
    r"\b(?:such as|including|e\.g\.|for example|among(?:st)? others|some of|selected|examples?)\b", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_ITEM = re.compile(r"^(?P<indent> *)- (?P<text>.+?)[;, \t]*$", re.MULTILINE)
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?|sum|all|overall|world(?:wide)?|global", re.IGNORECASE)
_FIGURE = re.compile(
    r"[~<>≈]?\s*[-+−–(]?\s*(?:[A-Z]{2,3}\s?)?[$€£¥₹]?\s*\d.*|(?:Q[1-4]|H[12]|FY)[\s\d].*|[–—-]|n/?a", re.IGNORECASE
)
_RANK = re.compile(r"^\d{1,2}[.)]\s+(?=[^\W\d_])")
"""The rank before a name: "1. Acme"."""

_ATTRIBUTE = re.compile(
    r"attributes?|metrics?|parameters?|details?|values?|description|particulars|items?|features?|$", re.I
)
_REMARK = re.compile(r"remarks?|comments?|notes?|basis|status|impact|outlook|trend|sources?|timeline", re.IGNORECASE)
"""Headers of columns that say something about each row instead of naming things."""


def item_lists(report: Report) -> tuple[ItemList, ...]:
    """Every list of a report, sections first, in reading order."""
    found: list[ItemList] = []
    for number, section in enumerate(report.sections):
        found.extend(_of_section(section, number, report.title))
    for number, table in enumerate(report.tables):
        found.extend(_of_table(table, number))
    return tuple(found)


def _of_section(section: Section, number: int, title: str) -> Iterator[ItemList]:
    """The lists of a section: its bullets, each labelled by what stands before them, and those in sentences."""
    heading = section.heading[-1] if section.heading else title
    lead = ""
    for match in _PARAGRAPH.finditer(section.text):
        if match[0].lstrip().startswith("- "):
            yield from _bulleted(section, number, (match.start(), match.end()), lead or heading)
            lead = ""
        else:
            lead = _lead_in(match[0])
    yield from _spelled_out(section, number, heading)


def _lead_in(paragraph: str) -> str:
    start, end = sentences(paragraph)[-1]
    return paragraph if len(paragraph) <= MAX_LABEL and not paragraph.endswith(":") else paragraph[start:end]


@dataclass(frozen=True, slots=True)
class _Bullet:
    depth: int
    text: str
    source: Span


def _bulleted(section: Section, number: int, place: tuple[int, int], label: str) -> Iterator[ItemList]:
    """A bullet list, and each list nested in it, labelled by the item it stands under."""
    bullets = [
        _Bullet(len(match["indent"]) // 2, match["text"], Span(number, match.start("text"), match.end("text")))
        for match in _ITEM.finditer(section.text, *place)
    ]
    outermost = min((bullet.depth for bullet in bullets), default=0)
    whole = Span(number, *place)
    complete = not _EXAMPLES.search(label)
    items = tuple((bullet.text, bullet.source) for bullet in bullets if bullet.depth == outermost)
    if items:
        yield ItemList(label, items, whole, section.heading, complete)
    for at, parent in enumerate(bullets):
        children = _children(bullets, at)
        if children:
            nested = tuple((bullet.text, bullet.source) for bullet in children)
            under = Span(number, parent.source.start, children[-1].source.end)
            yield ItemList(parent.text, nested, under, section.heading, complete)


def _children(bullets: Sequence[_Bullet], at: int) -> list[_Bullet]:
    below: list[_Bullet] = []
    for bullet in bullets[at + 1 :]:
        if bullet.depth <= bullets[at].depth:
            break
        below.append(bullet)
    return [bullet for bullet in below if bullet.depth == bullets[at].depth + 1]


def _spelled_out(section: Section, number: int, heading: str) -> Iterator[ItemList]:
    before = heading
    for start, end in sentences(section.text):
        for found in enumerations(section.text[start:end]):
            items = tuple(
                (section.text[start + one : start + two], Span(number, start + one, start + two))
                for one, two in found.items
            )
            yield ItemList(found.label or before, items, Span(number, start, end), section.heading, found.complete)
        before = (
            section.text[start:end].strip("*_ ") if section.text[start:end].rstrip("*_ ").endswith("?") else heading
        )


def _of_table(table: Table, number: int) -> Iterator[ItemList]:
    columns = [column for column in range(len(table.header)) if _holds_names(table, column)]
    for column in columns:
        yield from _column(table, number, column)
        if column + 1 in columns:
            yield from _groups(table, number, column)
    yield from _cells(table, number)


def _holds_names(table: Table, column: int) -> bool:
    """Whether a column is one of names: short texts without figures, and not the attributes of a scope table."""
    cells = [row[column] for row in table.rows if row[column]]
    last = table.header[column].split()[-1] if table.header[column] else ""
    if len(cells) < 2 or _ATTRIBUTE.fullmatch(last) or _REMARK.fullmatch(last):
        return False
    return all(len(cell.split()) <= MAX_ITEM_WORDS and not _FIGURE.fullmatch(_RANK.sub("", cell)) for cell in cells)


def _column(table: Table, number: int, column: int) -> Iterator[ItemList]:
    items = _distinct(table, number, column, range(len(table.rows)))
    if len(items) > 1:
        label = f"{table.header[column]}: {table.title}" if table.title else table.header[column]
        yield ItemList(label, items, Cell(number, -1, column), table.heading)


def _groups(table: Table, number: int, column: int) -> Iterator[ItemList]:
    """The next column's names for each name of a column that repeats: the segments of each dimension."""
    rows: dict[str, list[int]] = {}
    for row, cells in enumerate(table.rows):
        if cells[column]:
            rows.setdefault(cells[column], []).append(row)
    if len(rows) == len(table.rows):
        return
    for name, own in rows.items():
        items = _distinct(table, number, column + 1, own)
        if len(items) > 1:
            label = f"{table.header[column + 1]}, {table.header[column]} {name}: {table.title}"
            yield ItemList(label, items, Cell(number, own[0], column), table.heading)


def _distinct(table: Table, number: int, column: int, rows: Sequence[int]) -> tuple[tuple[str, Source], ...]:
    """The different names of a column with the first cell each stands in, totals and ranks left out."""
    items: dict[str, Source] = {}
    for row in rows:
        cell = _RANK.sub("", table.rows[row][column])
        if cell and not _TOTAL.fullmatch(cell):
            items.setdefault(cell, Cell(number, row, column))
    return tuple(items.items())


def _cells(table: Table, number: int) -> Iterator[ItemList]:
    """Cells that hold a list ("Countries covered | U.S., Canada, Mexico"), labelled by the row's first cell."""
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells[1:], start=1):
            source = Cell(number, row, column)
            header = table.header[column]
            label = cells[0] if _ATTRIBUTE.fullmatch(header.split()[-1] if header else "") else f"{header}, {cells[0]}"
            places = separated(cell)
            found = (
                [(label, places, not _EXAMPLES.search(cell))]
                if places
                else [(f"{cells[0]}, {one.label}", one.items, one.complete) for one in enumerations(cell)]
            )
            for name, items, complete in found:
                named = tuple((cell[start:end], source) for start, end in items)
                yield ItemList(name, named, source, table.heading, complete)
