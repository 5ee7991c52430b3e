"""What ingest shows in a terminal: a progress bar, a summary, warnings and errors."""

import sys
from collections.abc import Iterator
from dataclasses import astuple, fields
from typing import Never

from tqdm import tqdm

from ingest.audit.tell import counted
from ingest.summary import Entry, Summary
from ingest.versions import Counts


class ProgressBar:
    """Passages embedded so far, on stderr; silent where that is no terminal."""

    def __init__(self) -> None:
        self._bar: tqdm[Never] | None = None

    def begin(self, passages: int) -> None:
        self.close()
        silent = not sys.stderr.isatty()
        self._bar = tqdm(total=passages, desc="embedding", unit=" passages", leave=False, disable=silent)

    def advance(self, passages: int) -> None:
        if self._bar is not None:
            self._bar.update(passages)

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._bar is not None:
            self._bar.close()


def table(summary: Summary) -> Iterator[str]:
    """Lines with a report each, and how much was read out of it."""
    names = [field.name for field in fields(Counts)]
    lines = [("report", *names, ""), *(_cells(entry) for entry in summary.entries)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for first, *counts, state in lines if summary.entries else ():
        numbers = (f"{count:>{width}}" for count, width in zip(counts, widths[1:-1], strict=True))
        yield "  ".join((f"{first:<{widths[0]}}", *numbers, state)).rstrip()
    yield from (f"{report_id}  removed" for report_id in summary.removed)
    yield from (f"{entry.id}: {entry.remark}" for entry in summary.entries if entry.remark)
    yield from _audits(summary)


def _audits(summary: Summary) -> Iterator[str]:
    """A line for each report that contradicts itself, and how to see where."""
    for entry in summary.entries:
        if any(finding.is_contradiction for finding in entry.findings):
            yield f"{entry.id} contradicts itself: {counted(entry.findings)}; see python -m ingest --audit {entry.id}"


def complaints(summary: Summary) -> Iterator[str]:
    """A line for each thing not understood, and for each report that failed."""
    for entry in summary.entries:
        yield from (f"warning: {entry.id}/{n.file}:{n.line}: {n.message}" for n in entry.notices)
    yield from (f"error: {failure.error}" for failure in summary.failures)


def _cells(entry: Entry) -> tuple[str, ...]:
    return (entry.id, *(f"{count:,}" for count in astuple(entry.counts)), entry.state)
