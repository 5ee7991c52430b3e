"""The library's SQL tables, and the column types that keep decimals and addresses exact."""

import re
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    true,
)

from ingest.domain import Cell, Source, Span

SCHEMA = 6
"""Number of this table layout, the newest of ``ingest/revisions``. A library of a newer one is refused, not misread."""

_SPAN = re.compile(r"s(\d+):(\d+)-(\d+)")
_CELL = re.compile(r"t(\d+)r(-?\d+)c(-?\d+)")


class ExactDecimal(TypeDecorator[Decimal]):
    """A Decimal as its own digits: a float column would lose the printed precision (13.70 is not 13.7)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Address(TypeDecorator[Source]):
    """Where something stands: "s3:120-180" is a Span, "t1r2c3" a Cell."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Source | None, dialect: Dialect) -> str | None:
        return None if value is None else written(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Source | None:
        return None if value is None else source_of(value)


def written(source: Source) -> str:
    """A source as short text."""
    if isinstance(source, Span):
        return f"s{source.section}:{source.start}-{source.end}"
    return f"t{source.table}r{source.row}c{source.column}"


def source_of(text: str) -> Source:
    """The source that ``written`` wrote. Raises ValueError for anything else."""
    if span := _SPAN.fullmatch(text):
        return Span(*(int(part) for part in span.groups()))
    if cell := _CELL.fullmatch(text):
        return Cell(*(int(part) for part in cell.groups()))
    raise ValueError(f"not a source: {text!r}")


metadata = MetaData()

library = Table(
    "library",
    metadata,
    Column("identity", Text, primary_key=True),  # tells two libraries apart that share one Chroma server
    Column("schema", Integer, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("digest", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("passages", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text),
    Column("published", Date),
    Column("edition", Text),
    Column("url", Text),
    Column("access", Text, nullable=False),
    Column("contact", JSON(none_as_null=True)),
    Column("notices", JSON, nullable=False),
    Column("whole", Boolean, nullable=False, server_default=true()),  # else it has a report's public parts only
    Column("rules", JSON(none_as_null=True)),
    Column("public_of", Integer),  # the whole that it has the public parts of; it is whatever that is
    Column("kept", Text),  # what a version that is not live is kept as; where it is None too, it is to be deleted
    Column("changed", Integer),  # the event that made it live
    Column("origin", Text),
    sqlite_autoincrement=True,  # a number is never used twice: no left-over collection can pass for a new version's
)

origins = Table(
    "origins",
    metadata,
    Column("id", Text, primary_key=True),
    Column("path", Text, nullable=False),
)

rules = Table(
    "rules",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rules", JSON, nullable=False),
)

report_events = Table(
    "report_events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("action", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    sqlite_autoincrement=True,  # stamps of the library are made of the numbers: none is used twice
)


def _part_of_a_report(name: str, *columns: Column[Any]) -> Table:
    return Table(
        name,
        metadata,
        Column("version", ForeignKey(reports.c.version, ondelete="CASCADE"), primary_key=True),
        Column("number", Integer, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


sections = _part_of_a_report(
    "sections",
    Column("heading", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("line", Integer, nullable=False),
    Column("pages", JSON, nullable=False),
    Column("access", Text),
)

tables = _part_of_a_report(
    "tables",
    Column("title", Text, nullable=False),
    Column("header", JSON, nullable=False),
    Column("rows", JSON, nullable=False),
    Column("file", Text, nullable=False),
    Column("unit", Text),
    Column("notes", JSON, nullable=False),
    Column("heading", JSON, nullable=False),
    Column("line", Integer, nullable=False),
    Column("depths", JSON, nullable=False),
    Column("pages", JSON, nullable=False),
    Column("access", Text),
)

passages = _part_of_a_report(
    "passages",
    Column("text", Text, nullable=False),
    Column("context", Text, nullable=False),
    Column("source", Address, nullable=False),
)

quantities = _part_of_a_report(
    "quantities",
    Column("text", Text, nullable=False),
    Column("value", ExactDecimal, nullable=False),
    Column("scale", ExactDecimal, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source", Address, nullable=False),
    Column("quote", Address, nullable=False),
    Column("unit", Text, nullable=False),
    Column("currency", Text),
    Column("upper", ExactDecimal),
    Column("bound", Text, nullable=False),
    Column("period_first", Integer),
    Column("period_last", Integer),
    Column("period_kind", Text),
    Column("period_part", Integer),
    Column("period_end", Integer),
    Column("measure", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("subject", JSON, nullable=False),
    Column("place", Text),
    Column("forecast", Boolean, nullable=False),
    Column("tags", JSON, nullable=False),
)

lists = _part_of_a_report(
    "lists",
    Column("label", Text, nullable=False),
    Column("items", JSON, nullable=False),
    Column("source", Address, nullable=False),
    Column("heading", JSON, nullable=False),
    Column("complete", Boolean, nullable=False),
)

parts = (sections, tables, passages, quantities, lists)

Index("reports_live", reports.c.id, reports.c.live)

Index("reports_counted", reports.c.live, reports.c.changed)

Index("report_events_of", report_events.c.report)
