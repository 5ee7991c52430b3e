"""The edition as a PDF: cover, contents with page numbers, body, and a running header and footer."""

from collections.abc import Sequence
from pathlib import Path

from evals.specimen.edition import MARK, Edition
from evals.specimen.flow import FOOT, MARGIN, Flow
from evals.specimen.ink import Page, Rule, Text, draw, register, width, wrapped
from evals.specimen.layout import Layout

ENTRY, ENTRY_LEADING = 8.5, 12.0
"""Size of an entry of the contents, and the height it takes."""

Entry = tuple[int, str, int]
"""Level, text and page of an entry of the contents."""


def write_pdf(edition: Edition, file: Path) -> int:
    """Write the file, and say how many pages it has."""
    layout = edition.layout
    register(layout.fonts)
    flow = Flow(layout)
    flow.put(edition.blocks)
    headings, tables = _headings(flow.pages), _tables(flow)
    before = 1 + _pages_for(headings, layout) + _pages_for(tables, layout)
    contents = _contents("Table of contents", headings, before, layout)
    contents += _contents("List of tables", tables, before, layout)
    pages = [_cover(edition), *contents, *flow.pages]
    for number, page in enumerate(pages, start=1):
        _run(page, number, edition)
    draw(pages, layout.page, edition.title, edition.market.publisher, file)
    return len(pages)


def _headings(pages: Sequence[Page]) -> list[Entry]:
    return [
        (level, text, number)
        for number, page in enumerate(pages, start=1)
        for level, text in page.headings
        if level < 3
    ]  # fmt: skip


def _tables(flow: Flow) -> list[Entry]:
    return [(1, caption, page) for caption, page in flow.tables] if flow.layout.lists_tables else []


def _pages_for(entries: Sequence[Entry], layout: Layout) -> int:
    return -(-len(entries) // _per_page(layout))


def _per_page(layout: Layout) -> int:
    return int((layout.page[1] - MARGIN - FOOT - 60) / ENTRY_LEADING)


def _contents(title: str, entries: Sequence[Entry], before: int, layout: Layout) -> list[Page]:
    """Pages of entries with dotted leaders to their page numbers."""
    pages = []
    for start in range(0, len(entries), _per_page(layout)):
        page = Page()
        y = layout.page[1] - MARGIN - 32
        page.marks.append(Text(MARGIN, y, title, layout.fonts[1], 16))
        y -= 16
        for level, text, number in entries[start : start + _per_page(layout)]:
            y -= ENTRY_LEADING
            page.marks.append(_entry(level, text, number + before, y, layout))
        pages.append(page)
    return pages


def _entry(level: int, text: str, number: int, y: float, layout: Layout) -> Text:
    font = layout.fonts[0]
    left = MARGIN + 12 * (level - 1)
    room = layout.page[0] - MARGIN - left
    tail = f" {number}"
    short = wrapped(text, font, ENTRY, room - 40)[0]
    dots = int((room - width(f"{short} {tail}", font, ENTRY)) / width(".", font, ENTRY))
    return Text(left, y, f"{short} {'.' * dots}{tail}", font, ENTRY)


def _cover(edition: Edition) -> Page:
    layout = edition.layout
    wide, high = layout.page
    page = Page([Rule(MARGIN, high * 0.72, wide - MARGIN, high * 0.72, 2)])
    y = high * 0.66
    for line in wrapped(edition.title, layout.fonts[1], 26, wide - 2 * MARGIN):
        page.marks.append(Text(MARGIN, y, line, layout.fonts[1], 26))
        y -= 32
    for line in (edition.market.publisher, f"Published {edition.published}", f"{len(edition.tables):,} tables", MARK):
        y -= 18
        page.marks.append(Text(MARGIN, y, line, layout.fonts[0], 12))
    return page


def _run(page: Page, number: int, edition: Edition) -> None:
    """The running header and footer."""
    layout = edition.layout
    wide, high = layout.page
    if number > 1:
        page.marks.append(Text(MARGIN, high - 30, edition.title, layout.fonts[2], 7))
        page.marks.append(Text(wide - MARGIN, high - 30, edition.market.publisher, layout.fonts[2], 7, "right"))
    page.marks.append(Rule(MARGIN, 38, wide - MARGIN, 38, 0.3))
    page.marks.append(Text(MARGIN, 28, MARK, layout.fonts[2], 7))
    page.marks.append(Text(wide - MARGIN, 28, f"Page {number}", layout.fonts[0], 7, "right"))
