"""One report as the bot holds it in memory: its text, its ledger and the words it uses."""

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ingest.places import find_places

from ingest.domain import Cell, ItemList, Passage, Quantity, Report, Source, Span
from ingest.quantity import frame_of
from ingest.quantity.frame import Frame
from ingest.versions import Version
from ingest.words import STOPWORDS, words

GENERIC_TITLE = frozenset(
    [
        "market",
        "markets",
        "report",
        "reports",
        "industry",
        "size",
        "share",
        "growth",
        "trend",
        "trends",
        "analysis",
        "forecast",
        "forecasts",
        "outlook",
        "research",
        "study",
        "global",
        "worldwide",
        "world",
        "edition",
        "insights",
        "overview",
        "statistics",
        "by",
        "and",
        "the",
        "of",
        "to",
    ]
)
"""Words of a title that name the genre, not the market."""


@dataclass(frozen=True)
class Book:
    """A live version of a report with everything a question is linked to."""

    report: Report
    passages: tuple[Passage, ...]
    quantities: tuple[Quantity, ...]
    lists: tuple[ItemList, ...]
    version: Version

    @cached_property
    def frame(self) -> Frame:
        """What the report says once and its sentences rely on."""
        return frame_of(self.report)

    @cached_property
    def market(self) -> str:
        """The market's name in the title's words: "Cold Chain Monitoring" of "Cold Chain Monitoring Market Report 2025"."""
        kept = [
            w.text for w in words(self.report.title) if w.text.lower() not in GENERIC_TITLE and not w.text.isdigit()
        ]
        return " ".join(kept) or self.report.title

    @cached_property
    def market_stems(self) -> frozenset[str]:
        """Stems of the market's own name."""
        return frozenset(w.stem for w in words(self.market) if w.text.lower() not in STOPWORDS)

    @cached_property
    def places(self) -> frozenset[str]:
        """Canonical names of every place the report names."""
        return frozenset(found.value.name for text in self._texts for found in find_places(text))

    @cached_property
    def surface(self) -> dict[str, str]:
        """Stem → a word form the report uses, for every word of the report."""
        return {w.stem: w.text.lower() for text in self._texts for w in words(text)}

    @cached_property
    def idf(self) -> dict[str, float]:
        """Stem → inverse passage frequency, ln(1 + n / df)."""
        counts = Counter(stem for p in self.passages for stem in {w.stem for w in words(p.embedded)})
        return {stem: math.log(1 + len(self.passages) / n) for stem, n in counts.items()}

    @cached_property
    def ledger_by_room(self) -> dict[tuple[str, int], tuple[Quantity, ...]]:
        """The quantities of each section ("section", n) and table ("table", n)."""
        rooms: dict[tuple[str, int], list[Quantity]] = {}
        for q in self.quantities:
            key = ("section", q.source.section) if isinstance(q.source, Span) else ("table", q.source.table)
            rooms.setdefault(key, []).append(q)
        return {key: tuple(found) for key, found in rooms.items()}

    @cached_property
    def passage_starts(self) -> dict[int, tuple[tuple[int, int], ...]]:
        """Section → (start, passage number) of its passages, in reading order."""
        starts: dict[int, list[tuple[int, int]]] = {}
        for p in self.passages:
            if isinstance(p.source, Span):
                starts.setdefault(p.source.section, []).append((p.source.start, p.number))
        return {section: tuple(sorted(found)) for section, found in starts.items()}

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        report = self.report
        headings = {" ".join(s.heading) for s in report.sections} | {" ".join(t.heading) for t in report.tables}
        cells = (cell for t in report.tables for row in (t.header, *t.rows) for cell in row)
        return (report.title, *headings, *(s.text for s in report.sections), *(t.title for t in report.tables), *cells)

    def text_at(self, source: Source) -> str:
        """The verbatim text of a place in the report (a row as its cells, joined)."""
        if isinstance(source, Span):
            return self.report.sections[source.section].text[source.start : source.end]
        return cell_text(self.report, source)


def cell_text(report: Report, cell: Cell) -> str:
    """The text of a cell; of a whole row its cells joined by "; "; of row -1 the header."""
    table = report.tables[cell.table]
    row = table.header if cell.row < 0 else table.rows[cell.row]
    return row[cell.column] if cell.column >= 0 else "; ".join(row)


def front_matter_text(report: Report) -> str:
    """Title, publisher, date and edition on lines of their own: the text at the address ``{report}:front``."""
    facts = {
        "Title": report.title,
        "Publisher": report.publisher,
        "Published": report.published,
        "Edition": report.edition,
    }
    if report.published:
        facts["Published"] = f"{report.published.day} {report.published:%B %Y}"
    return "\n".join(f"{name}: {value}" for name, value in facts.items() if value)
