"""Reads the quantities of a whole report, and of a text that stands by itself."""

from dataclasses import replace

from ingest.domain import Quantity, Report, Source, Span
from ingest.planted import is_in_planted
from ingest.quantity.cells import read_table
from ingest.quantity.dollars import in_own_dollars
from ingest.quantity.frame import UNFRAMED, Frame
from ingest.quantity.framing import frame_of
from ingest.quantity.known_scales import with_known_scales
from ingest.quantity.periods import read_periods
from ingest.quantity.prose import read_prose
from ingest.quantity.rates import consistent_span
from ingest.quantity.wholes import as_shares


def quantities(report: Report) -> tuple[Quantity, ...]:
    """Every number of a report's sections and tables, but for what is addressed to machines; spans count in their
    section, cells in their table."""
    frame = frame_of(report)
    found: list[Quantity] = []
    for number, section in enumerate(report.sections):
        read = read_prose(section.text, replace(frame, heading=section.heading))
        found += [
            replace(quantity, source=_in(number, quantity.source), quote=_in(number, quantity.quote))
            for quantity in read
            if not (isinstance(quantity.source, Span) and is_in_planted(section, quantity.source.start))
        ]
    for number, table in enumerate(report.tables):
        found += read_table(table, number, replace(frame, heading=table.heading))
    found = in_own_dollars(as_shares(with_known_scales(found, report), report), report)
    return tuple(_with_report_span(quantity, found, report, frame) for quantity in found)


def _with_report_span(quantity: Quantity, found: list[Quantity], report: Report, frame: Frame) -> Quantity:
    """A compound rate whose sentence names no span gets the one the report's own levels give it."""
    if quantity.measure != "cagr" or quantity.period is not None:
        return quantity
    key = (quantity.subject, quantity.place)
    levels = [level for level in found if level.measure in {"size", "volume"} and (level.subject, level.place) == key]
    span = consistent_span(quantity, levels, frame.forecast)
    named = _years_named(quantity, report)
    if span is None or (named and not named & {span.first, span.last}):
        return quantity
    return replace(quantity, period=span)


def _years_named(quantity: Quantity, report: Report) -> set[int]:
    quote = quantity.quote
    if not isinstance(quote, Span):
        return set()
    text = report.sections[quote.section].text[quote.start : quote.end]
    return {year for found in read_periods(text) for year in (found.value.first, found.value.last)}


def _in(section: int, source: Source) -> Source:
    return replace(source, section=section) if isinstance(source, Span) else source


def read_quantities(text: str, frame: Frame = UNFRAMED) -> tuple[Quantity, ...]:
    """The quantities of free text; their sources and quotes are ``Span(0, start, end)`` into it."""
    return read_prose(text, frame)
