"""What a run of ingest did, report by report."""

from dataclasses import dataclass
from typing import Literal

from ingest.audit.finding import Finding
from ingest.domain import Notice
from ingest.errors import FootnoteError
from ingest.versions import Counts

State = Literal["new", "replaced", "unchanged", "indexed", "checked", "draft", "published", "held"]
"""What became of a report. "indexed": embedded again, because the index lacked it or had it by another model; "draft":
kept to be looked at; "published": its draft went live; "held": left as it is, because somebody has decided otherwise
than its files say."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A report that is in the library, or could be; ``findings`` are what it says against itself, where it was read.
    ``remark`` says why it was left as it is, or what to do next."""

    id: str
    state: State
    counts: Counts
    notices: tuple[Notice, ...] = ()
    findings: tuple[Finding, ...] = ()
    remark: str = ""


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
