"""Audits reports: those of the library, or files that need not be in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.audit.audit import audit
from ingest.audit.finding import Finding
from ingest.domain import Report
from ingest.library import Library
from ingest.quantity.reports import quantities
from ingest.read.find import find_reports
from ingest.read.report import read_report
from ingest.settings import IngestSettings


@dataclass(frozen=True, slots=True)
class Audited:
    """A report with what it says against itself."""

    report: Report
    findings: tuple[Finding, ...]


def audit_all(named: Sequence[str], settings: IngestSettings) -> tuple[Audited, ...]:
    """The audits of reports by their ids in the library, or of files and folders; without a name, of all the library.

    Raises UnknownReport for what is neither, and UnreadableFile, DuplicateReport, Misconfigured.
    """
    with Library(settings.library_location) as library:
        known = [version.id for version in library.reports()]
        found: list[Audited] = []
        for name in named or known:
            if name in known or not Path(name).exists():
                report = library.report(name)
                found.append(Audited(report, audit(report, library.quantities(name))))
            else:
                found += _of_path(Path(name), settings)
    return tuple(found)


def _of_path(path: Path, settings: IngestSettings) -> list[Audited]:
    reports = [read_report(source, settings.limits) for source in find_reports(path)]
    return [Audited(report, audit(report, quantities(report))) for report in reports]
