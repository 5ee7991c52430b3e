"""Calculations with figures that only the report's own sentences place: they are quoted, then calculated with."""

from collections.abc import Sequence

from bot.answerers.quote import said
from bot.arithmetic import compute
from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Calculation, Draft, Operand, Operation, Paragraph, Sentence
from bot.odds import Likely
from bot.operands import CalculationError
from bot.phrase import between
from bot.retrieve import Found
from ingest.domain import Cell, Quantity

SURE = 0.35
"""Least probability of each operand."""

TWO_LEVELS: tuple[Operation, ...] = ("difference", "growth", "multiple", "cagr")


def combine(found: Found) -> Draft | None:
    """What is between the figures of two times, places or things, or all of them together."""
    question, book = found.question, found.book
    if question.operation is None:
        return None
    operands = _of_parts(found.parts) or _of_one_sentence(found)
    calculation = _calculation(question.operation, operands, book) if operands else None
    if calculation is None:
        return None
    try:
        result = compute(calculation)
    except CalculationError:
        return None
    quoted = dict.fromkeys(said(q, question, book) for q in operands)
    evidence = tuple(dict.fromkeys(operand.evidence for operand in calculation.operands))
    return Draft(
        (Paragraph((*quoted, Sentence(between(calculation, result), evidence, calculation))),), answerer="combine"
    )


def _of_parts(parts: Sequence[Sequence[Likely]]) -> list[Quantity]:
    """The likeliest figure of each part, when all are likely enough and none is another's."""
    levels = [[each for each in part if each.quantity.kind in ("money", "number")] for part in parts]
    best = [part[0] for part in levels if part and part[0].probability >= SURE]
    quantities = [each.quantity for each in best]
    apart = len({(q.source, q.amount) for q in quantities}) == len(quantities)
    return quantities if len(best) == len(parts) and len(best) > 1 and apart else []


def _of_one_sentence(found: Found) -> list[Quantity]:
    """The likeliest figure and, first, the one that its own sentence compares it with."""
    if found.parts or not found.likely or found.likely[0].probability < SURE:
        return []
    if found.question.operation not in TWO_LEVELS:
        return []
    later = found.likely[0].quantity
    others = [
        each.sense.quantity
        for each in found.book.statements
        if each.sense.quantity.quote == later.quote
        and not isinstance(later.quote, Cell)
        and _alike(each.sense.quantity, later)
        and each.earlier
    ]
    return [others[0], later] if len(others) == 1 else []


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both count the same, and differ."""
    return (one.kind, one.currency, one.unit) == (other.kind, other.currency, other.unit) and one.amount != other.amount


def _calculation(operation: Operation, quantities: Sequence[Quantity], book: Book) -> Calculation | None:
    first, last = quantities[0], quantities[-1]
    if len(quantities) > 2 and operation != "sum":
        return None
    if operation in ("difference", "multiple"):
        quantities = sorted(quantities, key=lambda q: q.amount) if first.period == last.period else quantities
    years = last.period.last - first.period.last if operation == "cagr" and first.period and last.period else None
    return Calculation(operation, tuple(Operand(q, evidence_of(book, q)) for q in quantities), years)
