"""Reads reports and validates what was read, writing nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.audit import audit
from ingest.domain import Cell, Notice, Report, Source
from ingest.errors import FootnoteError
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.read.find import ReportSource
from ingest.read.limits import Limits
from ingest.read.report import read_report
from ingest.sources import find_all
from ingest.split import passages, row_text
from ingest.summary import Entry, Failure, Summary
from ingest.versions import Reading


def check_all(paths: Iterable[Path], limits: Limits) -> Summary:
    """Read every report under some paths as ``ingest_all`` would."""
    sources = find_all(paths)
    outcomes = [_check(source, limits) for source in sources.reports]
    return Summary(
        entries=tuple(outcome for outcome in outcomes if isinstance(outcome, Entry)),
        failures=(*sources.failures, *(outcome for outcome in outcomes if isinstance(outcome, Failure))),
    )


def _check(source: ReportSource, limits: Limits) -> Entry | Failure:
    try:
        report = read_report(source, limits)
    except FootnoteError as error:
        return Failure(source.id, error)
    reading = Reading(report, passages(report), quantities(report), item_lists(report))
    notices = (*report.notices, *misquotes(reading))
    return Entry(source.id, "checked", reading.counts, notices, audit(report, reading.quantities))


def misquotes(reading: Reading) -> Iterator[Notice]:
    """A notice for each passage, quantity or list item whose text is not what stands at its source."""
    report = reading.report
    pieces = [(passage.text, passage.source) for passage in reading.passages]
    pieces += [(quantity.text, quantity.source) for quantity in reading.quantities]
    pieces += [item for items in reading.lists for item in items.items]
    for text, source in pieces:
        if text not in text_at(report, source):
            yield Notice(_file(report, source), _line(report, source), f"'{text}' is not what stands there")


def text_at(report: Report, source: Source) -> str:
    """The text a source points to: a stretch of a section, a row as its passage renders it, or a cell."""
    if not isinstance(source, Cell):
        return report.sections[source.section].text[source.start : source.end]
    table = report.tables[source.table]
    if source.column == -1:
        return row_text(table, source.row)
    return table.header[source.column] if source.row == -1 else table.rows[source.row][source.column]


def _file(report: Report, source: Source) -> str:
    return report.tables[source.table].file if isinstance(source, Cell) else report.sections[source.section].file


def _line(report: Report, source: Source) -> int:
    return report.tables[source.table].line if isinstance(source, Cell) else report.sections[source.section].line
