"""The sentences and lists of a report that may answer in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.readings import sentence_spans
from bot.sense import stems
from ingest.domain import Cell, ItemList, Quantity, Report, Source, Span
from ingest.planted import is_in_planted

LONGEST = 400
"""Characters of a line that are compared in meaning."""

SHORTEST = 25
"""Characters of a sentence at least: less is a label."""

WORDS = 10
"""Words of a list's items at most, on average: longer ones are sentences, and lines of their own."""


FEWEST, MOST = 2, 30
"""Figures of a row or a column of a table, at least and at most, that are told together."""


@dataclass(frozen=True)
class Line:
    """A sentence, a list, or a table's row or column, under its heading. ``said`` is its words.

    ``items`` is the list, and ``figures`` are those of the row or column; both are empty for a sentence.
    """

    said: str
    heading: tuple[str, ...]
    source: Source
    items: ItemList | None = None
    figures: tuple[Quantity, ...] = ()

    @property
    def is_sentence(self) -> bool:
        """Whether it is one."""
        return self.items is None and not self.figures

    @property
    def text(self) -> str:
        """What is compared in meaning: the line under its heading."""
        above = f"{self.heading[-1]}. " if self.heading else ""
        return (above + self.said)[:LONGEST]

    @property
    def start(self) -> int:
        """No figure of it is meant: none stands from here ..."""
        return 0

    @property
    def end(self) -> int:
        """... to here."""
        return 0

    @cached_property
    def own(self) -> frozenset[str]:
        """Stems of what it says."""
        return stems((self.said,))

    @cached_property
    def above(self) -> frozenset[str]:
        """Stems of the headings over it."""
        return stems(self.heading)


def lines_of(report: Report, lists: Sequence[ItemList], quantities: Sequence[Quantity]) -> tuple[Line, ...]:
    """Every sentence in reading order, then every list of names, then the columns and rows of tables with figures."""
    named = (_of_list(each) for each in lists if _is_of_names(each))
    return (*_sentences(report), *named, *_of_tables(report, quantities))


def _is_of_names(items: ItemList) -> bool:
    return sum(len(text.split()) for text, _ in items.items) <= WORDS * len(items.items)


def _sentences(report: Report) -> Iterator[Line]:
    for number, section in enumerate(report.sections):
        for start, end in sentence_spans(section.text):
            if end - start > SHORTEST and not is_in_planted(section, start):
                yield Line(section.text[start:end], section.heading, Span(number, start, end))


def _of_list(items: ItemList) -> Line:
    named = "; ".join(text for text, _ in items.items)
    return Line(f"{items.label.rstrip(':')}: {named}", items.heading, items.source, items)


def _of_tables(report: Report, quantities: Sequence[Quantity]) -> Iterator[Line]:
    columns: dict[tuple[int, int], list[Quantity]] = {}
    rows: dict[tuple[int, int], list[Quantity]] = {}
    for quantity in quantities:
        if isinstance(quantity.source, Cell):
            columns.setdefault((quantity.source.table, quantity.source.column), []).append(quantity)
            rows.setdefault((quantity.source.table, quantity.source.row), []).append(quantity)
    for (table, column), figures in columns.items():
        if FEWEST <= len(figures) <= MOST:
            yield _of_figures(report, table, report.tables[table].header[column], figures)
    for (table, row), figures in rows.items():
        if FEWEST <= len(figures) <= MOST and len({(q.kind, q.currency, q.unit) for q in figures}) == 1:
            yield _of_figures(report, table, report.tables[table].rows[row][0], figures)


def _of_figures(report: Report, number: int, label: str, figures: Sequence[Quantity]) -> Line:
    table = report.tables[number]
    told = "; ".join(f"{_other_label(report, q, label)} {q.text}" for q in figures)
    return Line(f"{label}: {told}", (*table.heading, table.title), Cell(number, -1, -1), figures=tuple(figures))


def _other_label(report: Report, quantity: Quantity, label: str) -> str:
    """What a figure of a row or column is told by: its column's header or its row's first cell."""
    if not isinstance(quantity.source, Cell):
        return ""
    table = report.tables[quantity.source.table]
    header, first = table.header[quantity.source.column], table.rows[quantity.source.row][0]
    return first if label == header else header
