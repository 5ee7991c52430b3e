"""What staff do with reports while the server serves: upload, check, try out, publish, take down, roll back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from threading import Lock

from bot.answer import Answer, Record
from bot.desk import NotReady
from bot.report_bot import ReportBot
from bot.staff.changes import Changes, changes
from bot.staff.try_out import bot_over, tried
from bot.staff.upload_job import Job, Stores, UploadJob
from bot.watch import Watch
from ingest.audit import audit
from ingest.audit.finding import Finding
from ingest.check import misquotes
from ingest.domain import Notice
from ingest.embed import Encoder
from ingest.errors import FootnoteError, UnknownReport
from ingest.index import Index
from ingest.library import Library
from ingest.lifecycle import Event
from ingest.pipeline import reader_digest
from ingest.settings import IngestSettings
from ingest.uploads import Uploads
from ingest.versions import Counts, Reading, State, Version, is_upload

CHECKED = 8
"""Versions whose checks are kept in memory."""

HISTORY = 100
"""Events of a report that are told."""


class OneAtATime(FootnoteError):  # noqa: N818 - named for what happened
    """Another upload is being taken in."""


class Who(Record):
    """Somebody of the staff. ``reports`` are the only ones they may touch, None for all."""

    name: str
    reports: frozenset[str] | None = None

    def may(self, report: str) -> bool:
        """Whether a report is theirs to touch."""
        return self.reports is None or report in self.reports


class VersionInfo(Record):
    """A version of a report. ``source`` is what it was read from: a folder or file, or the name of an upload; ``by``
    and ``at`` are of what was last done with it, where that is known."""

    report: str
    number: int
    state: State
    title: str
    edition: str | None
    passages: int
    source: str
    uploaded: bool
    by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading a version gave: how much, what was not understood, and what it says against itself."""

    counts: Counts
    notices: tuple[Notice, ...]
    findings: tuple[Finding, ...]


class StaffReports(Watch):
    """The reports of an open server, for its staff. Safe in threads; every method may raise NotReady.

    A report that somebody may not touch is not there for them: UnknownReport.
    """

    def __init__(self, settings: IngestSettings, encoder: Encoder) -> None:
        self._settings = settings
        self._encoder = encoder
        self._uploads = Uploads(settings.uploads_dir, settings.limits)
        self._turn = Lock()
        self._store: tuple[Library, Index] | None = None
        self._job: UploadJob | None = None
        self._checks: Callable[[str, int], Checked] = lru_cache(CHECKED)(self._checked)
        self._tried = lru_cache(2)(self._bot_over)

    @contextmanager
    def opened(self, library: Library, index: Index) -> Iterator[None]:
        """Library and index are open; what is being taken in at the end is stopped."""
        self._store = library, index
        try:
            yield
        finally:
            with self._turn:
                self._store, job = None, self._job
            if job:
                job.stop()
                job.join()

    @property
    def largest(self) -> int:
        """The bytes that one upload may have."""
        return self._settings.limits.file_bytes

    def upload(self, who: Who, name: str, data: bytes) -> Job:
        """Begin to take in a file, or a zip of a report's folder, as a draft of the report of that name.

        Raises UnreadableFile, OneAtATime, UnknownReport.
        """
        library, index = self._open()
        with self._turn:
            if self._job and not self._job.state.is_over:
                raise OneAtATime(f"{self._job.state.name} is being taken in. Wait for it, or stop it.")
            upload = self._uploads.keep(name, data)
            if not who.may(upload.source.id):
                self._forget_uploads(library)
                raise UnknownReport(upload.source.id)
            stores = Stores(self._settings, library, index, self._encoder)
            self._job = UploadJob(upload, who.name, stores, reader_digest(), lambda: self._forget_uploads(library))
            self._job.start()
            return self._job.state

    def job(self, who: Who) -> Job | None:
        """How far the last upload is, of those that are theirs to see."""
        state = self._job.state if self._job else None
        return state if state and who.may(state.report) else None

    def stop(self, who: Who) -> None:
        """Stop what is being taken in."""
        if self._job and who.may(self._job.state.report):
            self._job.stop()

    def reports(self, who: Who) -> list[VersionInfo]:
        """The versions that are live or kept: by report, newest first."""
        library, _ = self._open()
        latest: dict[tuple[str, int], Event] = {}
        for event in reversed(library.events()):
            latest[event.report, event.version] = event
        versions = (version for version in library.kept() if who.may(version.id))
        return [_info(version, latest.get((version.id, version.number))) for version in versions]

    def history(self, who: Who, report: str) -> Sequence[Event]:
        """What was done with a report, latest first. Raises UnknownReport."""
        return self._theirs(who, report).events(report, HISTORY)

    def check(self, who: Who, report: str, number: int) -> Checked:
        """What reading a version gave, and its audit. Raises UnknownReport."""
        self._theirs(who, report)
        return self._checks(report, number)

    def changes(self, who: Who, report: str, number: int) -> Changes | None:
        """How the figures of a version differ from those of the live one, or, of the live one itself, from those of the
        one before; None where there is no such. Raises UnknownReport."""
        library = self._theirs(who, report)
        states = {version.state: version.number for version in reversed(library.kept(report))}
        before = states.get("previous") if states.get("live") == number else states.get("live")
        if before is None:
            return None
        return changes(library.reading(report, before), library.reading(report, number))

    def ask(self, who: Who, report: str, number: int, question: str) -> Answer:
        """A version's answer, whatever its state; it is not kept. Raises UnknownReport."""
        self._theirs(who, report)
        return tried(self._tried(report, number), question, report)

    def publish(self, who: Who, report: str, number: int) -> Version:
        """Let a version answer. Raises UnknownReport, NoSuchVersion, OtherModel."""
        return self._theirs(who, report).publish(report, number, who.name, self._encoder.model)

    def roll_back(self, who: Who, report: str) -> Version:
        """Let the version before answer again. Raises UnknownReport, NoSuchVersion, OtherModel."""
        return self._theirs(who, report).roll_back(report, who.name, self._encoder.model)

    def take_down(self, who: Who, report: str) -> None:
        """Let a report answer no more. Raises UnknownReport, NoSuchVersion."""
        self._theirs(who, report).take_down(report, who.name)

    def discard(self, who: Who, report: str, number: int) -> None:
        """Delete a draft, or what was taken down. Raises UnknownReport, NoSuchVersion."""
        library = self._theirs(who, report)
        library.discard(report, number, who.name)
        with self._turn:
            if self._job is None or self._job.state.is_over:
                self._forget_uploads(library)

    def _open(self) -> tuple[Library, Index]:
        if self._store is None:
            raise NotReady("The library is not open yet.")
        return self._store

    def _theirs(self, who: Who, report: str) -> Library:
        library, _ = self._open()
        if not who.may(report):
            raise UnknownReport(report)
        return library

    def _forget_uploads(self, library: Library) -> None:
        self._uploads.sweep(version.origin for version in library.kept())

    def _checked(self, report: str, number: int) -> Checked:
        library, _ = self._open()
        reading: Reading = library.reading(report, number)
        notices = (*reading.report.notices, *misquotes(reading))
        return Checked(counts=reading.counts, notices=notices, findings=audit(reading.report, reading.quantities))

    def _bot_over(self, report: str, number: int) -> ReportBot:
        library, index = self._open()
        return bot_over(library.version(report, number), library, index, self._encoder)


def _info(version: Version, event: Event | None) -> VersionInfo:
    origin = version.origin or ""
    uploaded = is_upload(version.origin)
    return VersionInfo(
        report=version.id, number=version.number, state=version.state, title=version.title, edition=version.edition,
        passages=version.passages, source=origin.rpartition("/")[2] if uploaded else origin, uploaded=uploaded,
        by=event.by if event else None, at=event.at if event else None,
    )  # fmt: skip
