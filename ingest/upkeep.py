"""Keeps library and index in step: clears what a killed run left, and indexes what the index lacks."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from ingest.domain import Report, Rules
from ingest.errors import FootnoteError, LibraryBusy
from ingest.index import DamagedIndex, Index, open_index, remove_leavings
from ingest.indexer import EmbeddingIndexer, EmbeddingProgress, PassageEncoder
from ingest.library import Library
from ingest.lock import hold
from ingest.settings import IngestSettings
from ingest.split import passages
from ingest.summary import Entry, Failure


@dataclass(frozen=True, slots=True)
class Store:
    """The library and its index, held for writing."""

    library: Library
    index: Index
    indexer: EmbeddingIndexer

    def clean(self) -> None:
        """Delete versions that are neither live nor kept and vectors of none that is; bring an earlier release's up to
        date."""
        self.library.sweep()
        self.library.complete_words()
        kept = {version.key for version in self.library.indexed()}
        for key in self.index.keys(self.library.mark) - kept:
            self.index.drop(key)
        self.index.gather(self.library.mark)

    def mend(self) -> None:
        """Embed again what is in collections that cannot be read, as a process leaves them that is killed while it
        writes. What cannot be embedded is missing then, as ``complete`` tells."""
        if self.index.drop_unreadable(self.library.mark):
            for _ in self.complete():
                pass

    def complete(self) -> Iterator[Entry | Failure]:
        """Embed again each version that the index holds incompletely, or by another model than today's; what became of
        the live ones."""
        indexed = self.index.counts(self.library.mark)
        for version in self.library.indexed():
            whole = indexed[version.key] == version.passages
            if whole and version.model == self.indexer.model:
                continue
            try:
                self.library.reindex(version, self.indexer)
            except FootnoteError as error:
                yield Failure(version.id, error)
            else:
                if version.state == "live" and version.whole:
                    yield Entry(version.id, "indexed", self.library.counts(version.id))

    def set_access(self, report: Report, rules: Rules) -> None:
        """Make a live report live anew with other access to its parts, and keep the rules that say so. Nothing is read
        or embedded again but headings whose figures are hidden from the public. Raises IncompleteIndex."""
        library, version = self.library, self.library.version(report.id)
        kept = library.passages(report.id)
        if version.model == self.indexer.model:
            self.indexer.know(version.key, kept)
        quantities, lists = library.quantities(report.id), library.lists(report.id)
        library.replace(report, passages(report), quantities, lists, self.indexer, rules, version.origin)
        self.clean()

    def drop_all(self) -> None:
        """Empty the index of this library."""
        self.index.erase(self.library.mark)


@contextmanager
def open_store(
    settings: IngestSettings, encoder: PassageEncoder, progress: EmbeddingProgress, reader: str = ""
) -> Iterator[Store]:
    """Hold, open, mend and finally close library and index. Raises LibraryBusy, Misconfigured, DamagedIndex."""
    with hold(settings, "write"):
        if settings.chroma_url is None:
            remove_leavings(settings.chroma_dir)
        with Library(settings.library_location, reader) as library, open_index(settings) as index:
            store = Store(library, index, EmbeddingIndexer(index, encoder, progress))
            store.mend()
            yield store


def mend_index(settings: IngestSettings, encoder: PassageEncoder, progress: EmbeddingProgress) -> None:
    """Mend an index that cannot be read, unless another process is about to; one that can be is held by nobody.

    Raises Misconfigured, DamagedIndex.
    """
    with Library(settings.library_location) as library, open_index(settings) as index:
        try:
            index.inspect(library.mark)
        except DamagedIndex:
            damaged = True
        else:
            damaged = False
    if damaged:
        with suppress(LibraryBusy), open_store(settings, encoder, progress):
            pass  # it is mended when it is opened


def erase_index(settings: IngestSettings) -> None:
    """Delete the embedded index, in whatever state it is; a server's is emptied once it is open."""
    if settings.chroma_url is None:
        with hold(settings, "write"):
            shutil.rmtree(settings.chroma_dir, ignore_errors=True)
