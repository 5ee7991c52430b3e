"""The reports at hand: books in memory, and which one a question is about."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from bot.book import Book
from bot.routing.catalogue import Catalogue, Entry
from bot.sense import GENERIC, stems
from ingest.domain import Measure, Quantity
from ingest.errors import UnknownReport
from ingest.library import Library
from ingest.versions import Version

HELD, HELD_QUANTITIES = 128, 300_000
"""Books kept in memory, and their quantities: a page-sized report takes about a megabyte, an edition with 150,000
quantities about 300."""

MOST_OF = 0.5
"""Share of the weight of what a question names that a report must have to be taken for the one meant."""

NEARLY = 0.95
"""Reports with this share of what the best one has are as likely."""

MEASURES: tuple[Measure, ...] = ("size", "cagr")
"""What reports are compared by."""


class Shelf:
    """Loads books from the library on demand and again when a new version has gone live.

    ``licensed``: whoever asks may read licensed reports; otherwise those are not there.
    """

    def __init__(self, library: Library, licensed: bool = False) -> None:
        self._library = library
        self._licensed = licensed
        self._books: OrderedDict[str, Book] = OrderedDict()
        self._headlines: tuple[tuple[int, int], Mapping[str, tuple[Quantity, ...]]] | None = None
        self._catalogue: tuple[tuple[int, int], Catalogue] | None = None

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
        while len(self._books) > 1 and (len(self._books) > HELD or self._quantities_held() > HELD_QUANTITIES):
            self._books.popitem(last=False)
        return held

    def _quantities_held(self) -> int:
        return sum(len(book.quantities) for book in self._books.values())

    def _readable(self, version: Version) -> bool:
        return self._licensed or version.access == "public"

    def _load(self, version: Version) -> Book:
        library, report = self._library, version.id
        return Book(
            library.report(report), library.passages(report), library.quantities(report), library.lists(report), version
        )

    @property
    def catalogue(self) -> Catalogue:
        """The reports that may be read by what they are called, as the library is now."""
        stamp = self._library.stamp()
        if self._catalogue is None or self._catalogue[0] != stamp:
            self._catalogue = stamp, Catalogue(self.versions())
        return self._catalogue[1]

    def whole_market(self) -> Mapping[str, tuple[Quantity, ...]]:
        """The sizes and rates of the whole market that each report is of, by report."""
        stamp = self._library.stamp()
        if self._headlines is None or self._headlines[0] != stamp:
            entries = self.catalogue.entries
            found = self._library.measured(MEASURES, {place for entry in entries for place in entry.places})
            whole = {each.id: tuple(q for q in found.get(each.id, ()) if _is_of_whole(q, each)) for each in entries}
            self._headlines = stamp, whole
        return self._headlines[1]

    def telling(self, question: str) -> list[str] | None:
        """Ids of the reports whose text has most of what a question names, more of it than others; None where it names
        nothing that tells reports apart."""
        shares = self._library.telling(question, MOST_OF)
        if shares is None:
            return None
        catalogue = self.catalogue
        readable = {report: share for report, share in shares.items() if catalogue.get(report)}
        best = max(readable.values(), default=0.0)
        return sorted(report for report, share in readable.items() if share >= max(MOST_OF, NEARLY * best))


def _is_of_whole(quantity: Quantity, entry: Entry) -> bool:
    """Whether a quantity is of the market of a report and of no part of it."""
    placed = quantity.place is None or quantity.place in entry.places
    own = {each for name in entry.names for each in name} | GENERIC
    return placed and stems(quantity.subject) <= own
