"""What is told of reports, in portions: sentences, cells and rows, each with where it stands."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from bot.answer import Answer, ChartBlock, Citation, ListBlock, Record, TableBlock
from bot.desk import Bot, PassageView
from bot.readings import sentence_spans
from bot.room import PassageFound, QuantityPage, ReportView, TableView, WholeTable

_SHOWN = 200
"""Rows of a table that one portion has at most: a large one is not counted row by row."""


class Portion(Record):
    """A piece of a report's text at an address such as ``report:p3`` or ``report:t0r4c1``."""

    address: str
    text: str

    @property
    def digest(self) -> str:
        """The same for the same text of the same report; of tables, in the same table."""
        report, _, place = self.address.partition(":")
        where = self.address if place.startswith("t") else report
        return sha256(f"{where}\n{' '.join(self.text.split())}".encode()).hexdigest()[:32]


def licensed_characters(portions: Iterable[Portion], public: Bot) -> dict[str, int]:
    """Characters of each portion that needs a licence, by its digest: of what ``public``, the bot as it is seen
    without one, does not have at that address."""
    tables: dict[str, bool] = {}
    texts: dict[str, str | None] = {}
    counted: dict[str, int] = {}
    for portion in portions:
        table = _table_of(portion.address)
        if table is not None:
            if table not in tables:
                tables[table] = public.room.table(table) is None
            licensed = tables[table]
        else:
            if portion.address not in texts:
                view = public.passage(portion.address)
                texts[portion.address] = view.text if view else None
            said = texts[portion.address]
            licensed = said is None or portion.text not in said
        if licensed and portion.text.strip():
            counted[portion.digest] = len(portion.text)
    return counted


def of_answer(answer: Answer) -> Iterator[Portion]:
    """What an answer quotes, and what its lists, tables and charts show beside that."""
    by_number = {citation.number: citation for citation in answer.citations}
    for citation in answer.citations:
        yield from _of_citation(citation)
    for text, numbers in _shown(answer):
        cited = [by_number[number] for number in numbers if number in by_number]
        if cited and not any(text in citation.quote for citation in cited):
            yield Portion(address=cited[0].passage, text=text)


def of_passage(view: PassageView) -> Iterator[Portion]:
    """A source with the table around it."""
    if view.table is not None:
        yield from _of_table(view.address, view.table)
    else:
        yield from _of_text(view.address, view.text)


def of_table(table: WholeTable) -> Iterator[Portion]:
    """A whole table."""
    yield from _of_table(table.address, table)
    yield from (Portion(address=table.address, text=note) for note in table.notes)


def of_quantities(page: QuantityPage) -> Iterator[Portion]:
    """Figures of the ledger, each with what it is cited by."""
    for quantity in page.quantities:
        yield from _of_citation(quantity.citation)


def of_found(found: Iterable[PassageFound]) -> Iterator[Portion]:
    """Passages that a search found."""
    for each in found:
        yield from _of_text(each.address, each.text)


def of_report(view: ReportView) -> Iterator[Portion]:
    """What a report's own page quotes from it: the places that contradict each other."""
    for finding in view.audit:
        yield from (Portion(address=f"{view.id}:front", text=place.quote) for place in finding.places)


def _of_citation(citation: Citation) -> Iterator[Portion]:
    """A cell is told with the names of its row and its column."""
    if citation.table is None:
        yield from _of_text(citation.passage, citation.quote)
    else:
        told = (citation.row, citation.column, citation.quote)
        yield Portion(address=citation.passage, text=" | ".join(dict.fromkeys(part for part in told if part)))


def _of_text(address: str, text: str) -> Iterator[Portion]:
    for start, end in sentence_spans(text) or ((0, len(text)),):
        yield Portion(address=address, text=text[start:end].strip())


def _of_table(address: str, table: TableView) -> Iterator[Portion]:
    """Row by row; what is behind the first rows of a large one is a portion of its own."""
    named = _table_of(address) or address
    rows = [" | ".join(cells) for cells in (table.header, *table.rows)]
    for text in (table.title, *rows[:_SHOWN], "\n".join(rows[_SHOWN:])):
        if text:
            yield Portion(address=named, text=text)


def _shown(answer: Answer) -> Iterator[tuple[str, tuple[int, ...]]]:
    for block in answer.blocks:
        match block:
            case ListBlock():
                yield from ((item.text, item.citations) for item in block.items)
            case TableBlock():
                yield from ((cell, row.citations) for row in block.rows for cell in row.cells)
            case ChartBlock():
                yield from ((f"{point.label} {point.value:g}", point.citations) for point in block.points)


def _table_of(address: str) -> str | None:
    """The address of the whole table that a place is in."""
    report, _, place = address.partition(":")
    digits = place[1:].partition("r")[0].partition("c")[0]
    return f"{report}:t{digits}" if place.startswith("t") and digits.isdigit() else None
