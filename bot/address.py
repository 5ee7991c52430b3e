"""Opens an address: the source a citation points into, with the table around a cell."""

import re

from bot.book import CONTENTS, Book, contents_text, front_matter_text
from bot.desk import PassageView
from bot.room import TableView
from ingest.domain import Cell, Span

ADDRESS = re.compile(
    r"[^:]+:(?:(?P<front>front)|(?P<contents>contents)|p(?P<passage>\d+)|s(?P<section>\d+)"
    r"|t(?P<table>\d+)(?:r(?P<row>\d+))?(?:c(?P<column>\d+))?)"
)
"""``report:front``, ``report:contents`` (its sections and tables), ``report:p3``, ``report:s2``, ``report:t0``,
``report:t0r4``, ``report:t0r4c1``."""


def passage_view(book: Book, address: str) -> PassageView | None:
    """What stands at an address; None when the report has no such place, or none that everybody may read."""
    match = ADDRESS.fullmatch(address)
    if match is None:
        return None
    number = {name: int(digits) for name, digits in match.groupdict().items() if digits and digits.isdigit()}
    try:
        if match["front"]:
            text = front_matter_text(book.report)
            return view(book, address, ("About this report",), text, (0, len(text)))
        if match["contents"]:
            text = contents_text(book.report)
            return view(book, address, CONTENTS, text, (0, len(text))) if text else None
        if match["table"]:
            cell = Cell(number["table"], number.get("row", -1), number.get("column", -1))
            return None if book.hides(cell) else cell_view(book, address, cell)
        span = span_of(book, number)
        return None if book.hides(span) else section_view(book, address, span)
    except IndexError:
        return None


def span_of(book: Book, number: dict[str, int]) -> Span:
    """The span of a passage or of a whole section. Raises IndexError when there is none."""
    if "section" in number:
        return Span(number["section"], 0, len(book.report.sections[number["section"]].text))
    source = book.passages[number["passage"]].source
    if isinstance(source, Span):
        return source
    raise IndexError


def section_view(book: Book, address: str, span: Span) -> PassageView:
    """The whole section, with the span marked."""
    section = book.report.sections[span.section]
    return view(book, address, section.heading, section.text, (span.start, span.end))


def cell_view(book: Book, address: str, cell: Cell) -> PassageView:
    """A cell's, row's or header's text, with its whole table. Raises IndexError when there is none."""
    table, text = book.report.tables[cell.table], book.text_at(cell)
    row, column = (n if n >= 0 else None for n in (cell.row, cell.column))
    shown = TableView(title=table.title, header=table.header, rows=table.rows, row=row, column=column)
    return view(book, address, table.heading, text, (0, len(text))).model_copy(update={"table": shown})


def view(book: Book, address: str, heading: tuple[str, ...], text: str, marked: tuple[int, int]) -> PassageView:
    """A view of a text, its passage from ``marked[0]`` to ``marked[1]``."""
    report = book.report
    return PassageView(
        address=address, report=report.id, title=report.title, heading=heading, text=text,
        start=marked[0], end=marked[1], url=report.url,
    )  # fmt: skip
