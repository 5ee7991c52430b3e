"""What can go wrong, as one tree; each message says what happened and what to do next.

FootnoteError
├── Misconfigured      a setting is wrong or contradicts another: nothing was started
│   └── OtherLayout    a database was made by a release that this one cannot read: it is left as it is
├── UnreadableFile     a report's file cannot be read: the other reports go on
├── DuplicateReport    two files or folders would have the same report id
├── UnknownReport      no report of that id is in the library
├── UnknownPart        a report's rules on access name a part that it does not have: it does not go in
└── LibraryBusy        another process holds the library for writing
"""

# Named for what happened, so no Error suffix.
# ruff: noqa: N818

from pathlib import Path


class FootnoteError(Exception):
    """Root of every error this product raises on purpose."""


class Misconfigured(FootnoteError):
    """A setting is wrong or contradicts another."""


class OtherLayout(Misconfigured):
    """A database has a layout that this release neither reads nor can make its own."""

    def __init__(self, name: str, which: str, number: int, ours: int, remedy: str) -> None:
        self.number = number
        made = f"The {name} was made by {which} release (layout {number}, this one reads {ours})"
        super().__init__(f"{made}. {remedy}")


class UnreadableFile(FootnoteError):
    """A file cannot be read. ``file`` is its name, ``line`` the 1-based line where reading stopped, if there is one."""

    def __init__(self, file: str | Path, problem: str, remedy: str, line: int | None = None) -> None:
        self.file, self.problem, self.remedy, self.line = str(file), problem, remedy, line
        where = f"{file}:{line}" if line else str(file)
        super().__init__(f"{where}: {problem}. {remedy}.")

    def found_at(self, path: Path) -> "UnreadableFile":
        """The same of the file's full path: readers know its name within the report only."""
        return UnreadableFile(path, self.problem, self.remedy, self.line)


class DuplicateReport(FootnoteError):
    """Two files or folders would have the same report id."""

    def __init__(self, report_id: str, first: Path, second: Path) -> None:
        self.report_id = report_id
        super().__init__(f"{first} and {second} are both report '{report_id}'. Rename one of them.")


_NAMED = 20


class UnknownReport(FootnoteError):
    """No report of that id is in the library."""

    def __init__(self, report_id: str, known: tuple[str, ...] = ()) -> None:
        self.report_id = report_id
        more = f" and {len(known) - _NAMED:,} more" if len(known) > _NAMED else ""
        remedy = f"The library has: {', '.join(known[:_NAMED])}{more}." if known else "Run python -m ingest to add one."
        super().__init__(f"There is no report '{report_id}' in the library. {remedy}")


class UnknownPart(FootnoteError):
    """Rules on access name a part that the report does not have; nothing of it is published by guess."""

    def __init__(self, report_id: str, name: str, meant: str | None = None, in_files: bool = True) -> None:
        self.report_id, self.name = report_id, name
        here = "its front matter says" if in_files else "python -m ingest access said"
        remedy = "Correct the name there" if in_files else f"Say it anew by python -m ingest access {report_id}"
        remedy = f"Is “{meant}” meant? {remedy}" if meant else remedy
        missing = f"{report_id}: no section and no table is called “{name}”, and {here} who may read it"
        super().__init__(f"{missing}. {remedy}; until then it stays as it was.")


class LibraryBusy(FootnoteError):
    """Another process holds the library for writing."""
