"""Calculations with figures that only the report's own sentences place: they are quoted, then calculated with."""

from collections.abc import Sequence
from itertools import product
from math import prod

from bot.answerers.quote import said
from bot.arithmetic import compute
from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Calculation, Draft, Operand, Operation, Paragraph, Sentence
from bot.odds import Likely
from bot.operands import CalculationError
from bot.phrase import between
from bot.retrieve import Found
from ingest.domain import Cell, Kind, Quantity

SURE = 0.35
"""Least probability of an operand: the geometric mean of those of all."""

SURE_OF_BOTH = 0.5
"""Least probability that one of two figures of a sentence is the one asked for, for both to be compared."""

TRIED = 4
"""Figures of each part that are tried with those of the others."""

AMOUNTS: frozenset[Kind] = frozenset({"money", "number"})
KINDS: dict[Operation, frozenset[Kind]] = {"difference": AMOUNTS | {"percent"}}
"""What may be calculated with: shares and rates only to say how far apart they are."""

TWO_LEVELS: tuple[Operation, ...] = ("difference", "growth", "multiple", "cagr")


def combine(found: Found) -> Draft | None:
    """What is between the figures of two times, places or things, or all of them together."""
    question, book = found.question, found.book
    if question.operation is None:
        return None
    operands = _of_parts(found.parts, KINDS.get(question.operation, AMOUNTS)) or _of_one_sentence(found)
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


def _of_parts(parts: Sequence[Sequence[Likely]], kinds: frozenset[Kind]) -> list[Quantity]:
    """Of the likeliest few of each part those that go together and are likeliest as a whole."""
    levels = [[each for each in part[:TRIED] if each.quantity.kind in kinds] for part in parts]
    together = [chosen for chosen in product(*levels) if len(chosen) > 1 and _go_together(chosen)]
    if not together:
        return []
    best = max(together, key=lambda chosen: prod(each.probability for each in chosen))
    likely = prod(each.probability for each in best) ** (1 / len(best)) >= SURE
    return [each.quantity for each in best] if likely else []


def _go_together(chosen: Sequence[Likely]) -> bool:
    """Whether all count the same and none is another."""
    quantities = [each.quantity for each in chosen]
    apart = len({(q.source, q.amount) for q in quantities}) == len(quantities)
    return apart and len({(q.kind, q.currency) for q in quantities}) == 1


def _of_one_sentence(found: Found) -> list[Quantity]:
    """The likeliest figure and, first, the one that its own sentence compares it with."""
    if found.parts or not found.likely or found.question.operation not in TWO_LEVELS:
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
    if len(others) == 1 and found.likely[0].probability >= SURE:
        return [others[0], later]
    return _likeliest_two(found)


def _likeliest_two(found: Found) -> list[Quantity]:
    """The two likeliest figures, where they stand in one sentence, count the same and leave little doubt together."""
    two = found.likely[:2]
    if len(two) < 2 or sum(each.probability for each in two) < SURE_OF_BOTH:
        return []
    first, last = sorted((each.quantity for each in two), key=lambda q: q.amount)
    beside = first.quote == last.quote and not isinstance(first.quote, Cell)
    return [first, last] if beside and _alike(first, last) else []


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both count the same, and differ."""
    units = {one.unit, other.unit}
    same = (one.kind, one.currency) == (other.kind, other.currency) and (len(units) == 1 or "" in units)
    return same and one.amount != other.amount


def _calculation(operation: Operation, quantities: Sequence[Quantity], book: Book) -> Calculation | None:
    first, last = quantities[0], quantities[-1]
    if len(quantities) > 2 and operation != "sum":
        return None
    if operation in ("difference", "multiple"):
        quantities = sorted(quantities, key=lambda q: q.amount) if first.period == last.period else quantities
    years = last.period.last - first.period.last if operation == "cagr" and first.period and last.period else None
    return Calculation(operation, tuple(Operand(q, evidence_of(book, q)) for q in quantities), years)
