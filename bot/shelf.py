"""The reports at hand: books in memory, and which one a question is about."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Protocol

from bot.book import Book
from bot.reader import ANYBODY, Reader
from bot.room import Wanted
from bot.routing.catalogue import Catalogue, Entry
from bot.sense import GENERIC, stems
from ingest.domain import Measure, Quantity
from ingest.errors import UnknownReport
from ingest.library import Selection
from ingest.versions import Reading, Version

HELD, HELD_QUANTITIES = 128, 300_000
"""Books kept in memory, and their quantities: a page-sized report takes about a megabyte, an edition with 150,000
quantities about 300."""

SIGHTS = 64
"""Sets of reports that readers may read whose catalogues are kept in memory."""

MOST_OF = 0.5
"""Share of the weight of what a question names that a report must have to be taken for the one meant."""

NEARLY = 0.95
"""Reports with this share of what the best one has are as likely."""

InUse = dict[tuple[str, bool], Book]
"""Books by report, as those with a licence read them and as the others do."""

_IN_USE: ContextVar[InUse | None] = ContextVar("in_use", default=None)


@contextmanager
def one_edition(books: InUse) -> Iterator[None]:
    """Within it each report is read as in ``books``, which takes up those that are first asked for: an answer is of one
    version of a report, whatever goes live meanwhile."""
    token = _IN_USE.set(books)
    try:
        yield
    finally:
        _IN_USE.reset(token)


MEASURES: tuple[Measure, ...] = ("size", "cagr")
"""What reports are compared by."""


class Stored(Protocol):
    """What a shelf reads of a ``Library``."""

    def seen(self, licensed: bool) -> "Stored": ...

    def reports(self) -> Sequence[Version]: ...

    def version(self, report_id: str) -> Version: ...

    def reading(self, report_id: str, number: int) -> Reading: ...

    def stamp(self) -> tuple[int, int]: ...

    def telling(self, query: str, least: float) -> Mapping[str, float] | None: ...

    def measured(
        self, measures: Collection[Measure], places: Collection[str]
    ) -> Mapping[str, tuple[Quantity, ...]]: ...

    def ledger(self, of: Selection, after: tuple[str, int], limit: int) -> list[tuple[str, int, Quantity]]: ...


@dataclass(slots=True)
class _Sight:
    """What readers who may read the same reports see, each as of a stamp of the library."""

    catalogue: tuple[tuple[int, int], Catalogue] | None = None
    headlines: tuple[tuple[int, int], Mapping[str, tuple[Quantity, ...]]] | None = None


class Holding:
    """What shelves of one library share: books in memory, those asked for last, and catalogues by what may be read.

    Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, bool], Book] = OrderedDict()
        self._lock = Lock()
        self._sight = lru_cache(SIGHTS)(lambda licensed, reports: _Sight())

    def sight_of(self, reader: Reader) -> _Sight:
        """What is held for all readers who may read the same."""
        return self._sight(reader.licensed, reader.reports)

    def book(self, version: Version, load: Callable[[Version], Book]) -> Book:
        """The book of a version, loaded where it is not held; two threads may both load it."""
        with self._lock:
            held = self._held.get((version.id, version.whole))
            if held is not None and held.version == version:
                self._held.move_to_end((version.id, version.whole))
                return held
        book = load(version)
        with self._lock:
            self._held[version.id, version.whole] = book
            self._held.move_to_end((version.id, version.whole))
            while len(self._held) > 1 and (len(self._held) > HELD or self._quantities() > HELD_QUANTITIES):
                self._held.popitem(last=False)
        return book

    def _quantities(self) -> int:
        return sum(len(book.quantities) for book in self._held.values())


class Shelf:
    """Loads books from the library on demand and again when a new version has gone live.

    What ``reader`` may not read is not there: without a licence a report with licensed parts is what it says in public.
    """

    def __init__(self, library: Stored, reader: Reader = ANYBODY, holding: Holding | None = None) -> None:
        self._library = library.seen(reader.licensed)
        self.reader = reader
        self._holding = holding or Holding()
        self._sight = self._holding.sight_of(reader)

    def seen_by(self, reader: Reader) -> "Shelf":
        """The same with what another reader may read; books are loaded once for both."""
        return Shelf(self._library, reader, self._holding)

    def versions(self) -> Sequence[Version]:
        """The live reports that may be read, by id."""
        return sorted(filter(self._readable, self._library.reports()), key=lambda v: v.id)

    def book(self, report: str) -> Book:
        """One live report, or the version of it in use. Raises UnknownReport."""
        in_use = _IN_USE.get()
        key = report, self.reader.licensed
        book = in_use.get(key) if in_use is not None else None
        if book is None:
            book = self._newest(report)
        elif not self._readable(book.version):
            raise UnknownReport(report)
        if in_use is not None:
            in_use[key] = book
        return book

    def _newest(self, report: str) -> Book:
        version = self._library.version(report)
        if not self._readable(version):
            raise UnknownReport(report)
        try:
            return self._holding.book(version, self._load)
        except UnknownReport:
            if self._library.version(report).number == version.number:
                raise
        return self._newest(report)  # another version went live, and this one was deleted before it was read

    def _readable(self, version: Version) -> bool:
        return self.reader.may_read(version.id, version.access)

    def ledger(self, wanted: Wanted, after: tuple[str, int], limit: int) -> list[tuple[str, int, Quantity]]:
        """The next quantities of a measure, place and report behind a place in the order of report ids and reading.

        Raises UnknownReport.
        """
        reports = self.reader.reports
        if wanted.report is not None:
            reports = frozenset([self.book(wanted.report).report.id])
        selection = Selection(reports, self.reader.licensed, wanted.measure, wanted.place)
        return self._library.ledger(selection, after, limit)

    def _load(self, version: Version) -> Book:
        read = self._library.reading(version.id, version.number)
        return Book(read.report, read.passages, read.quantities, read.lists, version)

    @property
    def catalogue(self) -> Catalogue:
        """The reports that may be read by what they are called, as the library is now."""
        stamp = self._library.stamp()
        held = self._sight.catalogue
        if held is None or held[0] != stamp:
            held = self._sight.catalogue = stamp, Catalogue(self.versions())
        return held[1]

    def whole_market(self) -> Mapping[str, tuple[Quantity, ...]]:
        """The sizes and rates of the whole market that each report is of, by report."""
        stamp = self._library.stamp()
        held = self._sight.headlines
        if held is None or held[0] != stamp:
            entries = self.catalogue.entries
            found = self._library.measured(MEASURES, {place for entry in entries for place in entry.places})
            whole = {each.id: tuple(q for q in found.get(each.id, ()) if _is_of_whole(q, each)) for each in entries}
            held = self._sight.headlines = stamp, whole
        return held[1]

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
