"""Makes evidence from a text or a table, with the ledger as ingest reads it."""

from dataclasses import dataclass
from pathlib import Path

from bot.evidence import Evidence
from ingest.domain import Cell, Quantity, Report, Section, Span, Table
from ingest.quantity.reports import quantities


def report_of(text: str, title: str, heading: tuple[str, ...] = (), tables: tuple[Table, ...] = ()) -> Report:
    sections = (Section(heading, text, "report.md"),) if text else ()
    return Report("r", title, "digest", sections, tables)


def cite(text: str, title: str = "Widget Market", quote: str = "", heading: tuple[str, ...] = ()) -> Evidence:
    """Evidence for a quote of a section (the whole of it when none is named)."""
    start = text.index(quote or text)
    end = start + len(quote or text)
    ledger = quantities(report_of(text, title, heading))
    inside = tuple(q for q in ledger if isinstance(q.source, Span) and start <= q.source.start and q.source.end <= end)
    return Evidence("r", title, "r:s0", heading, text, start, end, inside)


def cite_row(table: Table, row: int, title: str = "Widget Market") -> Evidence:
    """Evidence for a row of a table."""
    text = "; ".join(f"{header}: {cell}" for header, cell in zip(table.header, table.rows[row], strict=True))
    ledger = quantities(report_of("", title, tables=(table,)))
    inside = tuple(q for q in ledger if isinstance(q.source, Cell) and q.source.row == row)
    label = table.rows[row][0]
    return Evidence("r", title, f"r:t0r{row}", (), text, 0, len(text), inside, table=table.title, row=label)


def figure(evidence: Evidence, text: str) -> Quantity:
    """The quantity of the evidence that is printed with this text."""
    return next(quantity for quantity in evidence.quantities if text in quantity.text)


@dataclass(frozen=True, slots=True)
class Case:
    """A drafted sentence, the text it cites and whether it may be said."""

    title: str
    source: str
    sentence: str
    supported: bool


def cases(path: Path) -> list[Case]:
    """The cases of a file: "= report title", "> cited text", then sentences, "+" for supported and "-" for not."""
    title = source = ""
    found: list[Case] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, text = line[:1], line[2:]
        if mark == "=":
            title = text
        elif mark == ">":
            source = text
        elif mark in ("+", "-"):
            found.append(Case(title, source, text, mark == "+"))
    return found
