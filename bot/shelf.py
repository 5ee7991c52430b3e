"""The reports at hand: books in memory, and which one a question is about."""

import math
from collections import Counter, OrderedDict
from collections.abc import Sequence

from bot.book import GENERIC_TITLE, Book
from bot.sense import stems
from ingest.errors import UnknownReport
from ingest.library import Library
from ingest.versions import Version

HELD = 32
"""Books kept in memory; a page-sized report takes about a megabyte, an edition with 150,000 quantities about 300."""


class Shelf:
    """Loads books from the library on demand and again when a new version has gone live.

    ``licensed``: whoever asks may read licensed reports; otherwise those are not there.
    """

    def __init__(self, library: Library, licensed: bool = False) -> None:
        self._library = library
        self._licensed = licensed
        self._books: OrderedDict[str, Book] = OrderedDict()

    def versions(self) -> Sequence[Version]:
        """The live reports that may be read, by id."""
        return sorted(filter(self._readable, self._library.reports()), key=lambda v: v.id)

    def book(self, report: str) -> Book:
        """One live report. Raises UnknownReport."""
        version = self._library.version(report)
        if not self._readable(version):
            raise UnknownReport(report)
        held = self._books.get(report)
        if held is None or held.version != version:
            held = self._load(version)
            self._books[report] = held
        self._books.move_to_end(report)
        while len(self._books) > HELD:
            self._books.popitem(last=False)
        return held

    def _readable(self, version: Version) -> bool:
        return self._licensed or version.access == "public"

    def _load(self, version: Version) -> Book:
        library, report = self._library, version.id
        return Book(
            library.report(report), library.passages(report), library.quantities(report), library.lists(report), version
        )

    def about(self, question: str) -> list[str]:
        """Ids of the reports whose titles share the most telling words with the question; empty when none does.

        A year tells editions of one market apart, and markets not at all.
        """
        versions = self.versions()
        titles = {v.id: stems([v.title, v.publisher or ""]) - stems(GENERIC_TITLE) for v in versions}
        spread = Counter(stem for title in titles.values() for stem in title)
        asked = stems([question])
        scores = {
            report: sum(math.log(1 + len(versions) / spread[stem]) for stem in title & asked)
            / math.sqrt(len(title) or 1)
            for report, title in titles.items()
            if any(not stem.isdigit() for stem in title & asked)
        }
        best = max(scores.values(), default=0.0)
        return [report for report, score in scores.items() if score == best and best > 0]
