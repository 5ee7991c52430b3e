"""What stands right around each figure of a report: closer than its sentence, wider than the ledger's fields."""

import re
from dataclasses import dataclass

from bot.sense import Sense, stems
from ingest.domain import Cell, Quantity, Report, Span

REACH = 60
"""Characters on either side of a number that are near it."""

_BREAK = re.compile(r"[,;:()]|\b(?:and|while|but|whereas)\b")
_EARLIER = re.compile(
    r"\b(?:from|against|versus|vs\.?|compared (?:with|to)|than|after|previously|above)\s*"
    r"(?:a |an |the |only |just |about )?$",
    re.IGNORECASE,
)
"""Stands before the figure that another is compared with, which is seldom the one asked for."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with the stems ``near`` it, of its own ``clause``, and of its column's ``header``.

    ``earlier``: it is what another figure is compared with. ``text`` says it in a few words, for comparing meanings.
    """

    sense: Sense
    near: frozenset[str]
    clause: frozenset[str]
    header: frozenset[str]
    earlier: bool
    text: str


def statement_of(sense: Sense, report: Report) -> Statement:
    """A figure's surroundings."""
    quantity = sense.quantity
    if isinstance(quantity.source, Cell):
        return _in_table(sense, quantity.source, report)
    return _in_text(sense, quantity.source, report)


def _in_table(sense: Sense, cell: Cell, report: Report) -> Statement:
    quantity, table = sense.quantity, report.tables[cell.table]
    header = stems((table.header[cell.column],))
    said = (table.title, *quantity.subject, quantity.label, quantity.text, quantity.period, quantity.place)
    text = " ".join(str(part) for part in said if part)
    return Statement(sense, sense.about | header, sense.about, header, earlier=False, text=text)


def _in_text(sense: Sense, source: Span, report: Report) -> Statement:
    quantity = sense.quantity
    text, quote = report.sections[source.section].text, _quote(quantity, source)
    start, end = max(quote.start, source.start - REACH), min(quote.end, source.end + REACH)
    before = _BREAK.split(text[quote.start : source.start])[-1]
    behind = _BREAK.split(text[source.end : quote.end])[0]
    return Statement(
        sense=sense,
        near=sense.about | stems((text[start:end],)),
        clause=stems((before, behind)),
        header=frozenset(),
        earlier=bool(_EARLIER.search(text[quote.start : source.start])),
        text=" ".join(f"{' '.join(quantity.subject)} {before} {quantity.text} {behind}".split()),
    )


def _quote(quantity: Quantity, source: Span) -> Span:
    return quantity.quote if isinstance(quantity.quote, Span) else source
