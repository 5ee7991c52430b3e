"""What the tools give in words, for models that are shown no structure."""

from itertools import groupby

from bot.answer import Answer, Citation
from bot.desk import PassageView
from bot.marks import ranges
from bot.message import message_of
from bot.plain import with_unit
from bot.room import QuantityPage, QuantityView


def answer_told(answer: Answer) -> str:
    """The answer with its sources, and how to go on."""
    text = message_of(answer, _address).text
    runs = groupby(answer.citations, key=lambda citation: citation.passage)
    addresses = "\n".join(f"- [{ranges(each.number for each in run)}] {address}" for address, run in runs)
    parts = (
        f"status: {answer.status}" + (f" ({answer.reason})" if answer.reason else ""),
        text,
        f"Addresses for read_passage:\n{addresses}" if addresses else "",
        f"conversation: {answer.conversation}",
    )
    return "\n\n".join(part for part in parts if part)


def quantities_told(page: QuantityPage) -> str:
    """A line for each figure."""
    lines = [_quantity(quantity) for quantity in page.quantities] or ["No such figure on this page."]
    more = f"\nMore with cursor: {page.next}" if page.next else ""
    return "\n".join(lines) + more


def passage_told(passage: PassageView) -> str:
    """The source's text under where it stands, with the table around a cell."""
    where = " > ".join((passage.title, *passage.heading))
    rows = () if passage.table is None else (passage.table.header, *passage.table.rows)
    table = "\n".join(" | ".join(row) for row in rows)
    title = passage.table.title if passage.table else ""
    return "\n\n".join(part for part in (where, passage.text, title, table) if part)


def _address(citation: Citation) -> str:
    return citation.passage


def _quantity(quantity: QuantityView) -> str:
    value = with_unit(f"{quantity.value}–{quantity.upper}" if quantity.upper else quantity.value, quantity.unit)
    of = ", ".join((*quantity.subject, quantity.place or "", quantity.period or "", "forecast" * quantity.forecast))
    what = ", ".join(part for part in of.split(", ") if part)
    label = f" “{quantity.label}”" if quantity.label else ""
    return f"- {value}: {quantity.measure}{label}{f', {what}' if what else ''} [{quantity.citation.passage}]"
