"""From report files to the live library and its index."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from ingest.access import NO_RULES, with_access
from ingest.audit import audit
from ingest.domain import Report, Rules
from ingest.errors import FootnoteError
from ingest.indexer import EmbeddingProgress, PassageEncoder
from ingest.intake import Current, Intake, intake_of
from ingest.library import Indexer, Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.read.find import ReportSource
from ingest.read.limits import Limits
from ingest.read.report import digest_of, read_report
from ingest.settings import IngestSettings
from ingest.sources import Sources, find_all
from ingest.split import passages
from ingest.summary import Entry, Failure, Summary
from ingest.upkeep import Store, erase_index, open_store
from ingest.uploads import Uploads
from ingest.versions import Counts, Reading, is_upload

Read = Callable[[ReportSource], Report]
"""Reads a report. Raises UnreadableFile, DuplicateReport, UnknownPart."""


def index_report(source: ReportSource, library: Library, indexer: Indexer, read: Read) -> Reading:
    """Read a report and make it live, by the rules on access that are kept of it too. Raises UnreadableFile,
    DuplicateReport, UnknownPart: the version before then stays live."""
    reading = reading_of(read(source), library.kept_rules(source.id))
    report, origin = reading.report, str(source.place)
    library.replace(report, reading.passages, reading.quantities, reading.lists, indexer, origin=origin)
    return reading


def reading_of(report: Report, rules: Rules = NO_RULES) -> Reading:
    """A report with everything that is read out of it, by rules on access beside its own. Raises UnknownPart."""
    report = with_access(report, rules)
    return Reading(report, passages(report), quantities(report), item_lists(report))


def ingest_all(
    paths: Iterable[Path],
    settings: IngestSettings,
    encoder: PassageEncoder,
    progress: EmbeddingProgress,
    as_drafts: bool = False,
) -> Summary:
    """Bring the library up to date with the reports under some paths; ``as_drafts``: without letting any answer.

    What is unchanged is skipped; what fails is told and leaves its old version live; a report once read from under
    one of the paths and no longer there is removed, unless they are read as drafts. Cleans up and completes what a
    killed run left. Raises LibraryBusy, Misconfigured, DamagedIndex.
    """
    sources = find_all(paths)
    with open_store(settings, encoder, progress, reader_digest()) as store:
        store.clean()
        outcomes = list(_take_all(sources.reports, store, settings.limits, as_drafts))
        removed = () if as_drafts else tuple(_remove_missing(sources, store.library))
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
        Uploads(settings.uploads_dir, settings.limits).sweep(each.origin for each in store.library.kept())
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


def _take_all(
    sources: Iterable[ReportSource], store: Store, limits: Limits, as_drafts: bool
) -> Iterator[Entry | Failure]:
    """Each report on its own, so that one that fails stops no other; embedded are the passages of several at once."""
    together: list[ReportSource] = []
    texts: list[str] = []
    taking = _Taking(store, _ReadAhead(limits), as_drafts)
    for source in sources:
        together.append(source)
        texts += taking.texts_of(source)
        if len(texts) >= AHEAD:
            yield from taking.take(together, texts)
            together, texts = [], []
    yield from taking.take(together, texts)


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


@dataclass(frozen=True, slots=True)
class _Taking:
    """Takes reports in, into the store or as drafts."""

    store: Store
    read: _ReadAhead
    as_drafts: bool

    def texts_of(self, source: ReportSource) -> list[str]:
        """What a report will have embedded: nothing, where it is not read or cannot be taken in."""
        try:
            if self._intake(source).step not in ("read", "draft"):
                return []
        except FootnoteError:
            return []
        report = self.read.ahead(source)
        return [passage.embedded for passage in passages(report)] if report else []

    def take(self, sources: Sequence[ReportSource], texts: Sequence[str]) -> Iterator[Entry | Failure]:
        """What became of some reports, whose texts are embedded together."""
        with suppress(FootnoteError):  # each report then says for itself why it cannot be embedded
            self.store.indexer.embed_ahead(texts)
        yield from map(self._outcome, sources)

    def _intake(self, source: ReportSource) -> Intake:
        now = Current(digest_of(source, self.read.limits), reader_digest(), self.store.indexer.model)
        return intake_of(source, now, self.store.library, self.as_drafts)

    def _outcome(self, source: ReportSource) -> Entry | Failure:
        try:
            intake = self._intake(source)
            return self._done(source, intake)
        except FootnoteError as error:
            return Failure(source.id, error)

    def _done(self, source: ReportSource, intake: Intake) -> Entry:
        library, indexer = self.store.library, self.store.indexer
        match intake.step:
            case "nothing":
                if intake.state == "unchanged" and not is_upload(library.version(source.id).origin):
                    library.remember_origin(source.id, str(source.place))
                return Entry(source.id, intake.state, _counts(library, source.id), remark=intake.remark)
            case "publish":
                version = library.publish(source.id)
                return Entry(source.id, intake.state, library.counts(source.id, version.number))
            case "read":
                reading = index_report(source, library, indexer, self.read)
            case "draft":
                reading = reading_of(self.read(source), library.kept_rules(source.id))
                library.draft(reading, indexer, str(source.place))
        findings = audit(reading.report, reading.quantities)
        return Entry(source.id, intake.state, reading.counts, reading.report.notices, findings, intake.remark)


def _counts(library: Library, report_id: str) -> Counts:
    """How much is in a report's live version, or in its newest."""
    live = library.find(report_id)
    number = live.number if live else library.kept(report_id)[0].number
    return library.counts(report_id, number)


def _remove_missing(sources: Sources, library: Library) -> Iterator[str]:
    live = {version.id for version in library.reports()}
    for report_id, origin in library.origins().items():
        if report_id in live and sources.lack(report_id, Path(origin)):
            library.vanish(report_id)
            yield report_id


def _summary(outcomes: Iterable[Entry | Failure], removed: tuple[str, ...] = ()) -> Summary:
    outcomes = tuple(outcomes)
    return Summary(
        entries=tuple(outcome for outcome in outcomes if isinstance(outcome, Entry)),
        removed=removed,
        failures=tuple(outcome for outcome in outcomes if isinstance(outcome, Failure)),
    )
