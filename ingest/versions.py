"""A report as read, and the version of it that stands in the library."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, RowMapping, Table, func, insert, select

from ingest import rows, schema
from ingest.domain import Access, Contact, ItemList, Passage, Quantity, Report

State = Literal["live", "draft", "previous", "taken down", "unfinished"]
"""What a version is: the one that answers; one that is to be looked at first; the one before the live one, or the one
that was rolled back from; one that answers no more; or what a run is writing, or was when it was killed."""

KEPT: tuple[State, ...] = ("draft", "previous", "taken down")
"""What is kept though it does not answer."""

UPLOADED = "upload:"
"""What the origin of a version begins with that staff uploaded."""


def is_upload(origin: str | None) -> bool:
    """Whether a version was read from what staff uploaded."""
    return origin is not None and origin.startswith(UPLOADED)


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with everything that was read out of it."""

    report: Report
    passages: tuple[Passage, ...]
    quantities: tuple[Quantity, ...]
    lists: tuple[ItemList, ...]

    @property
    def counts(self) -> "Counts":
        report = self.report
        return Counts(
            sections=len(report.sections),
            tables=len(report.tables),
            passages=len(self.passages),
            quantities=len(self.quantities),
            lists=len(self.lists),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was read out of a report."""

    sections: int
    tables: int
    passages: int
    quantities: int
    lists: int


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it stands in the library, without its parts.

    ``number`` is never used twice. ``key`` names its collection in the index, ``model`` what embedded it, ``passages``
    how many there are. ``reader`` is the digest of the code that read it. ``origin`` is the folder or file that it was
    read from, or the upload; None where an earlier release did not keep it. One that is not ``whole`` has the public
    parts of a report alone, for those who may not read the others; ``access`` says who may read what it has.
    """

    id: str
    number: int
    key: str
    digest: str
    reader: str
    model: str
    passages: int
    title: str
    publisher: str | None = None
    published: date | None = None
    edition: str | None = None
    url: str | None = None
    access: Access = "public"
    contact: Contact | None = None
    whole: bool = True
    state: State = "live"
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """How a reading is written: by which code it was read, which model embeds it, and where it was read from.
    ``public_of`` is the whole version that it has the public parts of, None of a whole one."""

    reader: str
    model: str
    origin: str | None = None
    public_of: int | None = None


def insert_reading(connection: Connection, reading: Reading, how: Written) -> int:
    """Write a reading as a new version that is neither live nor kept; its number."""
    row = {
        **rows.report_row(reading.report),
        "live": False,
        "reader": how.reader,
        "model": how.model,
        "passages": len(reading.passages),
        "whole": how.public_of is None,
        "public_of": how.public_of,
        "origin": how.origin,
    }
    written = connection.execute(insert(schema.reports).values(row).returning(schema.reports.c.version))
    number: int = written.scalar_one()
    for table, part in _parts(number, reading).items():
        if values := list(part):
            connection.execute(insert(table), values)
    return number


def counts_of(connection: Connection, number: int) -> Counts:
    """How many rows a version has of each part."""
    return Counts(
        *(
            connection.scalar(select(func.count()).select_from(part).where(part.c.version == number)) or 0
            for part in schema.parts
        )
    )


def version_of(row: RowMapping, key: str) -> Version:
    """The version of a report's row."""
    return Version(
        id=row["id"],
        number=row["version"],
        key=key,
        digest=row["digest"],
        reader=row["reader"],
        model=row["model"],
        passages=row["passages"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        edition=row["edition"],
        url=row["url"],
        access=row["access"],
        contact=rows.contact_of(row),
        whole=row["whole"],
        state=_state(row),
        origin=row["origin"],
    )


def _state(row: RowMapping) -> State:
    kept: State = next((state for state in KEPT if state == row["kept"]), "unfinished")
    return "live" if row["live"] else kept


def _parts(number: int, reading: Reading) -> dict[Table, Iterable[rows.Row]]:
    report = reading.report
    return {
        schema.sections: rows.numbered(number, map(rows.section_row, report.sections)),
        schema.tables: rows.numbered(number, map(rows.table_row, report.tables)),
        schema.passages: rows.passage_rows(number, reading.passages),
        schema.quantities: rows.numbered(number, map(rows.quantity_row, reading.quantities)),
        schema.lists: rows.numbered(number, map(rows.list_row, reading.lists)),
    }
