"""What a reader makes of one file: the seam that every format joins."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ingest.domain import Access, Contact, Notice, Section, Table


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of its publication; None where it says nothing. ``licensed`` and ``public`` name parts."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    edition: str | None = None
    url: str | None = None
    access: Access | None = None
    contact: Contact | None = None
    licensed: tuple[str, ...] = ()
    public: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. ``title`` is its first top heading, which is also the root of its sections' heading paths."""

    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    title: str | None = None
    notices: tuple[Notice, ...] = ()


Reader = Callable[[bytes, str], Document]
"""Takes a file's bytes and its name within the report; raises UnreadableFile where the file is broken beyond use."""

Readers = Mapping[str, Reader]
"""A reader for each file ending (".md")."""
