"""Finds the reports under a path: folders of reports, a report's folder, loose files."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.read.names import slug

TEXT_ENDINGS = frozenset({".md", ".markdown", ".txt", ".pdf", ".docx", ".xlsx", ".html", ".htm"})
TABLE_ENDINGS = frozenset({".csv", ".tsv"})
ENDINGS = TEXT_ENDINGS | TABLE_ENDINGS
UNREAD_ENDINGS = frozenset(
    {
        ".doc",
        ".docm",
        ".dotx",
        ".odt",
        ".rtf",
        ".mht",
        ".mhtml",
        ".xls",
        ".xlsm",
        ".xlsb",
        ".ods",
        ".ppt",
        ".pptx",
        ".epub",
    }
)
"""Formats that hold reports but have no reader: named to whoever drops one in, instead of ignored."""


@dataclass(frozen=True, slots=True)
class ReportSource:
    """Where a report is: its id, the folder its file names are relative to, and its files in reading order.

    ``rival`` is another file or folder that claims the same id: neither can be read until one is renamed.
    """

    id: str
    place: Path
    files: tuple[Path, ...]
    rival: Path | None = None

    @property
    def root(self) -> Path:
        return self.place if self.place.is_dir() else self.place.parent

    def name(self, file: Path) -> str:
        """A file's name within its report, with forward slashes."""
        return file.relative_to(self.root).as_posix()


def find_reports(path: Path) -> list[ReportSource]:
    """The reports at ``path``, by id: a loose file, a report's folder, or a folder of both.

    A folder is a report's when it has a ``report.md`` (or ``report.txt``), a ``tables`` folder, or nothing but tables;
    a folder inside a library folder also when any readable file lies in it. READMEs and hidden files are never read.
    Two places with one id come back as one source with a ``rival``. Raises UnreadableFile when there is nothing.
    """
    if not path.exists():
        raise UnreadableFile(
            path, "there is no such file or folder", "Give the path of a report or a folder of reports"
        )
    path = path.resolve()
    sources = [_source(place) for place in _places(path)]
    if not sources:
        endings = ", ".join(sorted(ENDINGS))
        raise UnreadableFile(
            path, "there is no report here", f"Put in a folder for each report, or files ending in {endings}"
        )
    return sorted(_without_rivals(sources), key=lambda source: source.id)


def _places(path: Path) -> Iterator[Path]:
    """The files and folders at ``path`` that are one report each."""
    if path.is_file() or _is_report_folder(path):
        yield path
        return
    entries = _visible(path)
    files = [entry for entry in entries if entry.is_file()]
    readable = {slug(file.stem) for file in files if file.suffix.lower() in ENDINGS}
    for entry in entries:
        if entry.is_dir():
            if _may_be_entered(entry):
                yield from [entry] if any(_readable(entry)) else _places(entry)
            elif not _loops(entry):
                yield entry
        elif entry.suffix.lower() in ENDINGS or (
            entry.suffix.lower() in UNREAD_ENDINGS and slug(entry.stem) not in readable
        ):
            yield entry


def _may_be_entered(folder: Path) -> bool:
    return os.access(folder, os.R_OK | os.X_OK) and not _loops(folder)


def _loops(folder: Path) -> bool:
    """Whether a folder is a link back to one that holds it."""
    return folder.is_symlink() and folder.parent.resolve().is_relative_to(folder.resolve())


def _is_report_folder(folder: Path) -> bool:
    endings = {file.suffix.lower() for file in _readable(folder)}
    named = any(file.stem.lower() == "report" and file.suffix.lower() in TEXT_ENDINGS for file in _readable(folder))
    tables = any(
        entry.is_dir() and entry.name.lower() == "tables" and any(_readable(entry)) for entry in _visible(folder)
    )
    if named or tables:
        return True
    # a table beside the folders of reports must not make their library one report, which would remove them all
    return bool(endings) and endings <= TABLE_ENDINGS and not any(entry.is_dir() for entry in _visible(folder))


def _source(place: Path) -> ReportSource:
    if not place.is_dir():
        return ReportSource(slug(place.stem) or "report", place, (place,))
    return ReportSource(slug(place.name) or "report", place, tuple(_files(place)))


def _files(folder: Path) -> Iterator[Path]:
    """A report's files in reading order: report.md, other text, faq.md, then the tables."""
    texts = [file for file in _readable(folder) if file.suffix.lower() in TEXT_ENDINGS]
    tables = [file for file in _readable(folder) if file.suffix.lower() in TABLE_ENDINGS]
    ranks = {"report": 0, "faq": 2}
    yield from sorted(texts, key=lambda file: (ranks.get(file.stem.lower(), 1), file.name))
    yield from tables
    for entry in _visible(folder):
        if entry.is_dir() and entry.name.lower() == "tables":
            yield from (file for file in _readable(entry) if file.suffix.lower() in TABLE_ENDINGS | {".xlsx"})


def _readable(folder: Path) -> Iterator[Path]:
    return (entry for entry in _visible(folder) if entry.is_file() and entry.suffix.lower() in ENDINGS)


def _visible(folder: Path) -> list[Path]:
    """What lies in a folder, by name, without hidden files, office locks and READMEs; nothing if it may not be read."""
    if not _may_be_entered(folder):
        return []
    return sorted(
        entry
        for entry in folder.iterdir()
        if not entry.name.startswith((".", "~$", "__")) and slug(entry.stem) != "readme"
    )


def _without_rivals(sources: Iterable[ReportSource]) -> Iterator[ReportSource]:
    found: dict[str, ReportSource] = {}
    for source in sources:
        known = found.get(source.id)
        found[source.id] = ReportSource(known.id, known.place, known.files, source.place) if known else source
    yield from found.values()
