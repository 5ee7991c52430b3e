"""What a run of ingest did, report by report."""

from dataclasses import dataclass
from typing import Literal

from ingest.audit.finding import Finding
from ingest.domain import Notice
from ingest.errors import FootnoteError
from ingest.versions import Counts

State = Literal["new", "replaced", "unchanged", "indexed", "checked"]
"""What became of a report. "indexed": embedded again, because the index lacked it or had it by another model."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A report that is in the library, or could be; ``findings`` are what it says against itself, where it was read."""

    id: str
    state: State
    counts: Counts
    notices: tuple[Notice, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A report or a path that did not go in, and why."""

    place: str
    error: FootnoteError


@dataclass(frozen=True, slots=True)
class Summary:
    """Of one run."""

    entries: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
