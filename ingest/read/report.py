"""Reads one report: its files, each by the reader of its format, put together."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.access import with_access
from ingest.domain import Notice, Report, Rules, Section, Table
from ingest.errors import DuplicateReport, UnreadableFile
from ingest.read.delimited import read_delimited
from ingest.read.document import Document, Metadata, Readers
from ingest.read.find import UNREAD_ENDINGS, ReportSource
from ingest.read.imprint import imprint_of, title_in
from ingest.read.limits import Limits
from ingest.read.markdown import read_markdown
from ingest.read.names import title_from_name
from ingest.read.plain import read_plain
from ingest.read.sandbox import read_in_child
from ingest.read.sniff import refuse_mismatch

READERS: Readers = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_plain,
    ".csv": read_delimited,
    ".tsv": read_delimited,
}
UNTRUSTED: Mapping[str, str] = {
    ".pdf": "ingest.read.pdf.reader:read_pdf",
    ".docx": "ingest.read.word.reader:read_word",
    ".xlsx": "ingest.read.workbook.reader:read_workbook",
    ".html": "ingest.read.html.reader:read_html",
    ".htm": "ingest.read.html.reader:read_html",
}
"""Readers whose parsers a file could break: each reads in a process of its own, and none is loaded in this one."""

VERSION = "4"
"""Of the readers. A new one makes every report read anew."""

DEFAULT_LIMITS = Limits()


def read_report(source: ReportSource, limits: Limits = DEFAULT_LIMITS) -> Report:
    """Read a report. A file larger than its limit is refused before it is opened.

    Raises UnreadableFile for the first file that is broken beyond use, DuplicateReport where another claims its id,
    UnknownPart where it says who may read a part that it does not have.
    """
    if source.rival:
        raise DuplicateReport(source.id, source.place, source.rival)
    if not source.files:
        raise UnreadableFile(source.place, "the folder cannot be opened", "Check that it may be read")
    documents = [_read(source, file, limits) for file in source.files]
    metadata = _first_of([document.metadata for document in documents])
    first = documents[0]
    sections = (*_below_title(first, metadata), *(s for document in documents[1:] for s in document.sections))
    tables = (*_tables_below_title(first, metadata), *(t for document in documents[1:] for t in document.tables))
    if not any(section.text for section in sections) and not tables:
        raise UnreadableFile(source.place, "there is no text and no table in it", "Fill it or remove it")
    read = Report(
        id=source.id,
        title=metadata.title or first.title or "",
        digest=digest_of(source, limits),
        sections=tuple(sections),
        tables=tuple(tables),
        access=metadata.access or "public",
        notices=tuple(_notices(documents)),
        rules=Rules(metadata.access, metadata.licensed, metadata.public),
    )
    return _with_imprint(with_access(read), metadata, source)


def _with_imprint(report: Report, metadata: Metadata, source: ReportSource) -> Report:
    """The report with what it says of its publication, in its files' front matter or in what everybody may read."""
    sections = [section for section in report.sections if section.access != "licensed"]
    metadata = _first_of((metadata, imprint_of(sections, [t for t in report.tables if t.access != "licensed"])))
    return replace(
        report,
        title=metadata.title or report.title or title_in(sections) or title_from_name(source.place.stem),
        publisher=metadata.publisher,
        published=metadata.published,
        edition=metadata.edition,
        url=metadata.url,
        contact=metadata.contact,
    )


def digest_of(source: ReportSource, limits: Limits = DEFAULT_LIMITS) -> str:
    """SHA-256 over the readers' version and the names and bytes of a report's files: unchanged means read alike."""
    digest = hashlib.sha256(VERSION.encode())
    for file in source.files:
        for part in (source.name(file).encode(), _bytes(file, limits)):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _read(source: ReportSource, file: Path, limits: Limits) -> Document:
    ending, name = file.suffix.lower(), source.name(file)
    reader = READERS.get(ending)
    if reader is None and ending not in UNTRUSTED:
        raise UnreadableFile(file, _without_reader(ending), f"Save it as one of {', '.join((*READERS, *UNTRUSTED))}")
    data = _bytes(file, limits)
    try:
        if reader is None:
            return read_in_child(UNTRUSTED[ending], data, name, limits)
        refuse_mismatch(ending, data, name)
        return reader(data, name)
    except UnreadableFile as error:
        raise error.found_at(file) from error


def _without_reader(ending: str) -> str:
    return f"{ending} files cannot be read" if ending in UNREAD_ENDINGS else f"there is no reader for '{ending}'"


def _bytes(file: Path, limits: Limits) -> bytes:
    try:
        size = file.stat().st_size
        if size > limits.file_bytes:
            limit = f"{size / 2**20:.0f} MB is more than the limit of {limits.file_mb} MB"
            raise UnreadableFile(file, limit, "Split it, or raise INGEST_MAX_FILE_MB")
        if not file.is_file():
            raise UnreadableFile(file, "it is no file", "Put a file there")  # reading a pipe would wait for ever
        return file.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            file, f"it cannot be opened ({error.strerror})", "Check that it is there and may be read"
        ) from error


def _first_of(several: Sequence[Metadata]) -> Metadata:
    """What the first that says it says, field by field; licensed if any says so."""
    return Metadata(
        title=next((one.title for one in several if one.title), None),
        publisher=next((one.publisher for one in several if one.publisher), None),
        published=next((one.published for one in several if one.published), None),
        edition=next((one.edition for one in several if one.edition), None),
        url=next((one.url for one in several if one.url), None),
        access=min((one.access for one in several if one.access), default=None),  # "licensed" before "public"
        licensed=tuple(name for one in several for name in one.licensed),
        public=tuple(name for one in several for name in one.public),
        contact=next((one.contact for one in several if one.contact), None),
    )


def _is_title(document: Document, metadata: Metadata) -> bool:
    """Whether the first heading of the first file is the report's title rather than its first chapter."""
    if document.title is None:
        return False
    headings = [section.heading for section in document.sections] + [table.heading for table in document.tables]
    holds_all = all(heading[:1] in ((), (document.title,)) for heading in headings)
    return metadata.title is None or holds_all


def _below_title(document: Document, metadata: Metadata) -> Sequence[Section]:
    """The sections with the report's title taken off their heading paths: it stands on every one."""
    if not _is_title(document, metadata):
        return document.sections
    cut = (replace(s, heading=_cut(s.heading, document.title)) for s in document.sections)
    return [section for section in cut if section.heading or section.text]


def _tables_below_title(document: Document, metadata: Metadata) -> Sequence[Table]:
    if not _is_title(document, metadata):
        return document.tables
    return [replace(t, heading=_cut(t.heading, document.title)) for t in document.tables]


def _cut(heading: tuple[str, ...], title: str | None) -> tuple[str, ...]:
    return heading[1:] if heading[:1] == (title,) else heading


def _notices(documents: Sequence[Document]) -> Iterator[Notice]:
    for document in documents:
        yield from document.notices
