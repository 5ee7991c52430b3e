"""Domain objects as SQL rows, and back; what goes in comes out equal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import RowMapping

from ingest import schema
from ingest.domain import Contact, ItemList, Notice, Passage, Period, Quantity, Report, Rules, Section, Table

Row = dict[str, Any]


def report_row(report: Report) -> Row:
    """A report without its parts."""
    return {
        "id": report.id,
        "digest": report.digest,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published,
        "edition": report.edition,
        "url": report.url,
        "access": report.access,
        "contact": asdict(report.contact) if report.contact else None,
        "notices": [asdict(notice) for notice in report.notices],
        "rules": rules_row(report.rules),
    }


def rules_row(rules: Rules) -> Row | None:
    """Rules as JSON, None where nothing is said."""
    return asdict(rules) if rules != Rules() else None


def rules_of(row: Row | None) -> Rules:
    """The rules of their JSON."""
    return Rules(row["report"], tuple(row["licensed"]), tuple(row["public"])) if row else Rules()


def report_of(row: RowMapping, sections: Iterable[Section], tables: Iterable[Table]) -> Report:
    """The report of its row and its parts."""
    return Report(
        id=row["id"],
        title=row["title"],
        digest=row["digest"],
        sections=tuple(sections),
        tables=tuple(tables),
        publisher=row["publisher"],
        published=row["published"],
        edition=row["edition"],
        url=row["url"],
        access=row["access"],
        contact=contact_of(row),
        notices=tuple(Notice(**notice) for notice in row["notices"]),
        rules=rules_of(row["rules"]),
    )


def contact_of(row: RowMapping) -> Contact | None:
    """The contact in a report's row."""
    return Contact(**row["contact"]) if row["contact"] else None


def numbered(version: int, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of a version's parts, in order."""
    return ({"version": version, "number": number, **row} for number, row in enumerate(rows))


def section_row(section: Section) -> Row:
    return {
        "heading": section.heading,
        "text": section.text,
        "file": section.file,
        "line": section.line,
        "pages": section.pages,
        "access": section.access,
    }


def section_of(row: RowMapping) -> Section:
    pages = tuple((offset, page) for offset, page in row["pages"])
    return Section(tuple(row["heading"]), row["text"], row["file"], row["line"], pages, row["access"])


def table_row(table: Table) -> Row:
    return {
        "title": table.title,
        "header": table.header,
        "rows": table.rows,
        "file": table.file,
        "unit": table.unit,
        "notes": table.notes,
        "heading": table.heading,
        "line": table.line,
        "depths": table.depths,
        "pages": table.pages,
        "access": table.access,
    }


def table_of(row: RowMapping) -> Table:
    return Table(
        title=row["title"],
        header=tuple(row["header"]),
        rows=tuple(tuple(cells) for cells in row["rows"]),
        file=row["file"],
        unit=row["unit"],
        notes=tuple(row["notes"]),
        heading=tuple(row["heading"]),
        line=row["line"],
        depths=tuple(row["depths"]),
        pages=tuple(row["pages"]),
        access=row["access"],
    )


def passage_rows(version: int, passages: Sequence[Passage]) -> Iterator[Row]:
    """Passages keep their own numbers: the index and addresses use them."""
    return (
        {"version": version, "number": p.number, "text": p.text, "context": p.context, "source": p.source}
        for p in passages
    )


def passage_of(row: RowMapping) -> Passage:
    return Passage(row["number"], row["text"], row["context"], row["source"])


def list_row(items: ItemList) -> Row:
    return {
        "label": items.label,
        "items": [(text, schema.written(source)) for text, source in items.items],
        "source": items.source,
        "heading": items.heading,
        "complete": items.complete,
    }


def list_of(row: RowMapping) -> ItemList:
    return ItemList(
        label=row["label"],
        items=tuple((text, schema.source_of(source)) for text, source in row["items"]),
        source=row["source"],
        heading=tuple(row["heading"]),
        complete=row["complete"],
    )


_QUANTITY_AS_IS = (
    *("text", "value", "scale", "kind", "source", "quote", "unit", "currency", "upper", "bound"),
    *("measure", "label", "place", "forecast"),
)


def quantity_row(quantity: Quantity) -> Row:
    period = quantity.period
    return {
        **{name: getattr(quantity, name) for name in _QUANTITY_AS_IS},
        "period_first": period.first if period else None,
        "period_last": period.last if period else None,
        "period_kind": period.kind if period else None,
        "period_part": period.part if period else None,
        "period_end": period.end if period else None,
        "subject": quantity.subject,
        "tags": quantity.tags,
    }


def quantity_of(row: RowMapping) -> Quantity:
    return Quantity(
        **{name: row[name] for name in _QUANTITY_AS_IS},
        period=period_of(row),
        subject=tuple(row["subject"]),
        tags=tuple(row["tags"]),
    )


def period_of(row: RowMapping) -> Period | None:
    """The period in a quantity's row."""
    if row["period_kind"] is None:
        return None
    return Period(row["period_first"], row["period_last"], row["period_kind"], row["period_part"], row["period_end"])
