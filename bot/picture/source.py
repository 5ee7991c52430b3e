"""The line that says where a chart's points come from: the report and its tables and sections."""

from collections.abc import Sequence
from itertools import groupby

from bot.answer import ChartBlock, Citation
from bot.marks import ranges


def source(chart: ChartBlock, citations: Sequence[Citation]) -> str:
    """ "Source: Tidal Energy Market. Table “Size by year”; section “Market size”, page 3." Empty when none is cited."""
    cited = {number for point in chart.points for number in point.citations}
    used = sorted((c for c in citations if c.number in cited), key=lambda c: c.title)
    reports = [_report(title, list(of)) for title, of in groupby(used, key=lambda c: c.title)]
    return f"Source: {' '.join(reports)}" if reports else ""


def _report(title: str, citations: list[Citation]) -> str:
    places = {place: None for place in map(_place, citations) if place}
    listed = "; ".join(place + _pages(place, citations) for place in places)
    return f"{title.rstrip('.')}. {listed[:1].upper()}{listed[1:]}." if listed else f"{title.rstrip('.')}."


def _place(citation: Citation) -> str:
    if citation.table:
        return f"table “{citation.table}”"
    return f"section “{' > '.join(citation.heading)}”" if citation.heading else ""


def _pages(place: str, citations: list[Citation]) -> str:
    pages = {c.page for c in citations if c.page is not None and _place(c) == place}
    return f", page{'s' if len(pages) > 1 else ''} {ranges(pages)}" if pages else ""
