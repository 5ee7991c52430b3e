"""The reports under several paths."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.errors import FootnoteError
from ingest.read.find import ReportSource, find_reports
from ingest.summary import Failure


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found. ``roots`` are the paths that could be searched, ``failures`` those that could not."""

    reports: tuple[ReportSource, ...]
    roots: tuple[Path, ...]
    failures: tuple[Failure, ...]

    def lack(self, report_id: str, origin: Path) -> bool:
        """Whether a report read from ``origin`` should have been found, and was not."""
        searched = any(origin.is_relative_to(root) for root in self.roots)
        return searched and all(source.id != report_id for source in self.reports)


def find_all(paths: Iterable[Path]) -> Sources:
    """Look under every path. Two paths with a report of one id make rivals; one report reached twice is found once."""
    reports: dict[str, ReportSource] = {}
    roots: list[Path] = []
    failures: list[Failure] = []
    for path in paths:
        try:
            found = find_reports(path)
        except FootnoteError as error:
            failures.append(Failure(str(path), error))
            continue
        roots.append(path.resolve())
        for source in found:
            known = reports.setdefault(source.id, source)
            if known.place != source.place:
                reports[source.id] = replace(known, rival=source.place)
    return Sources(tuple(reports.values()), tuple(roots), tuple(failures))
