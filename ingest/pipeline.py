"""From report files to the live library and its index."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from ingest.access import with_access
from ingest.audit import audit
from ingest.domain import Report
from ingest.errors import DuplicateReport, FootnoteError
from ingest.indexer import EmbeddingProgress, PassageEncoder
from ingest.library import Indexer, Library
from ingest.lists import item_lists
from ingest.quantity import quantities
from ingest.read import Limits, ReportSource, digest_of, read_report
from ingest.settings import IngestSettings
from ingest.sources import Sources, find_all
from ingest.split import passages
from ingest.summary import Entry, Failure, State, Summary
from ingest.upkeep import Store, erase_index, open_store
from ingest.versions import Reading

Read = Callable[[ReportSource], Report]
"""Reads a report. Raises UnreadableFile, DuplicateReport, UnknownPart."""


def index_report(source: ReportSource, library: Library, indexer: Indexer, read: Read) -> Reading:
    """Read a report and make it live, by the rules on access that are kept of it too. Raises UnreadableFile,
    DuplicateReport, UnknownPart: the version before then stays live."""
    report = with_access(read(source), library.kept_rules(source.id))
    reading = Reading(report, passages(report), quantities(report), item_lists(report))
    library.replace(reading.report, reading.passages, reading.quantities, reading.lists, indexer)
    return reading


def ingest_all(
    paths: Iterable[Path], settings: IngestSettings, encoder: PassageEncoder, progress: EmbeddingProgress
) -> Summary:
    """Bring the library up to date with the reports under some paths.

    What is unchanged is skipped; what fails is told and leaves its old version live; a report once read from under
    one of the paths and no longer there is removed. Cleans up and completes what a killed run left.
    Raises LibraryBusy, Misconfigured, DamagedIndex.
    """
    sources = find_all(paths)
    with open_store(settings, encoder, progress, reader_digest()) as store:
        store.clean()
        outcomes = list(_take_all(sources.reports, store, settings.limits))
        removed = tuple(_remove_missing(sources, store.library))
        outcomes += store.complete()
        store.clean()
    return _summary((*sources.failures, *outcomes), removed)


def rebuild(settings: IngestSettings, encoder: PassageEncoder, progress: EmbeddingProgress) -> Summary:
    """Make the index anew from the library, whatever state it is in. Raises as ``ingest_all``."""
    erase_index(settings)
    with open_store(settings, encoder, progress) as store:
        store.drop_all()
        store.library.sweep()
        return _summary(store.complete())


def remove(report_id: str, settings: IngestSettings, encoder: PassageEncoder, progress: EmbeddingProgress) -> Summary:
    """Take a report out of the library. Raises UnknownReport, and as ``ingest_all``."""
    with open_store(settings, encoder, progress) as store:
        store.library.remove(report_id)
        store.clean()
    return Summary(removed=(report_id,))


@cache
def reader_digest() -> str:
    """SHA-256 of this package's own source: reports read by other code than today's are read again."""
    digest = hashlib.sha256()
    for file in _modules(files("ingest")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _modules(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _modules(entry)
        elif entry.name.endswith(".py"):
            yield entry


AHEAD = 256
"""Passages that are embedded at once, of as many reports as have them: 78 reports took 44.6 s on two cores, and 46.7 s
report by report; a killed run loses no more than seconds of work."""


def _take_all(sources: Iterable[ReportSource], store: Store, limits: Limits) -> Iterator[Entry | Failure]:
    """Each report on its own, so that one that fails stops no other; embedded are the passages of several at once."""
    together: list[ReportSource] = []
    texts: list[str] = []
    read = _ReadAhead(limits)
    for source in sources:
        together.append(source)
        texts += _texts_of(source, store, read)
        if len(texts) >= AHEAD:
            yield from _take_together(together, texts, store, read)
            together, texts = [], []
    yield from _take_together(together, texts, store, read)


def _take_together(
    sources: Sequence[ReportSource], texts: Sequence[str], store: Store, read: "_ReadAhead"
) -> Iterator[Entry | Failure]:
    with suppress(FootnoteError):  # each report then says for itself why it cannot be embedded
        store.indexer.embed_ahead(texts)
    yield from (_take(source, store, read) for source in sources)


class _ReadAhead:
    """Reads reports; what was read ahead, to be embedded with others, is not read again."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._ahead: dict[str, Report | FootnoteError] = {}

    def ahead(self, source: ReportSource) -> Report | None:
        """The report; None where it cannot be read, which is told when it is asked for."""
        try:
            report = self._ahead[source.id] = read_report(source, self.limits)
        except FootnoteError as error:
            self._ahead[source.id] = error
            return None
        return report

    def __call__(self, source: ReportSource) -> Report:
        """The report. Raises UnreadableFile, DuplicateReport, UnknownPart."""
        known = self._ahead.pop(source.id, None)
        if isinstance(known, FootnoteError):
            raise known
        return known or read_report(source, self.limits)


def _texts_of(source: ReportSource, store: Store, read: _ReadAhead) -> list[str]:
    """What a report will have embedded: nothing, where it is unchanged or cannot be taken in."""
    try:
        if _state(source, store, read.limits) == "unchanged":
            return []
    except FootnoteError:
        return []
    report = read.ahead(source)
    return [passage.embedded for passage in passages(report)] if report else []


def _take(source: ReportSource, store: Store, read: _ReadAhead) -> Entry | Failure:
    library = store.library
    try:
        state = _state(source, store, read.limits)
        reading = None if state == "unchanged" else index_report(source, library, store.indexer, read)
        library.remember_origin(source.id, str(source.place))
    except FootnoteError as error:
        return Failure(source.id, error)
    if reading is None:
        return Entry(source.id, state, library.counts(source.id))
    findings = audit(reading.report, reading.quantities)
    return Entry(source.id, state, library.counts(source.id), reading.report.notices, findings)


def _state(source: ReportSource, store: Store, limits: Limits) -> State:
    """What taking a report in will be. Raises DuplicateReport when its id is that of a report elsewhere."""
    live = store.library.find(source.id)
    if live is None:
        return "new"
    as_now = (digest_of(source, limits), reader_digest(), store.indexer.model)
    if source.rival is None and as_now == (live.digest, live.reader, live.model):
        return "unchanged"
    origin = Path(store.library.origins().get(source.id, source.place))
    if origin != source.place and origin.exists():
        raise DuplicateReport(source.id, origin, source.place)
    return "replaced"


def _remove_missing(sources: Sources, library: Library) -> Iterator[str]:
    live = {version.id for version in library.reports()}
    for report_id, origin in library.origins().items():
        if report_id in live and sources.lack(report_id, Path(origin)):
            library.remove(report_id)
            yield report_id


def _summary(outcomes: Iterable[Entry | Failure], removed: tuple[str, ...] = ()) -> Summary:
    outcomes = tuple(outcomes)
    return Summary(
        entries=tuple(outcome for outcome in outcomes if isinstance(outcome, Entry)),
        removed=removed,
        failures=tuple(outcome for outcome in outcomes if isinstance(outcome, Failure)),
    )
