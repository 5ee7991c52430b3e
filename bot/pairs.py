"""The pairs of published figures that a calculation may be asked of, and what it would do with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot import measuring
from bot.book import Book
from bot.clues import Array, clues_of
from bot.conditions import own_place
from bot.evidence import Operation
from bot.odds import mentioned, weights
from bot.parts import LEVELS, parts_of
from bot.question import Question
from bot.sense import GENERIC, OTHERS, stems
from bot.statement import Statement
from bot.terms import first_match
from ingest.domain import Cell, Kind, Quantity

OPERATIONS: tuple[Operation, ...] = ("difference", "growth", "multiple", "share", "sum", "cagr", "portion")
"""What is done with a pair. "at_rate" is no choice of two figures: a report has one rate for one level."""

SEEDS = 16
"""Figures, likeliest by their clues, that each pair has one of."""

FARTHEST_APART = 10_000
"""Nobody asks how much larger something is that is so many times as large: a price and a market."""

AMOUNTS: frozenset[Kind] = frozenset({"money", "number"})

_TOTAL = stems(("total",))


@dataclass(frozen=True, slots=True)
class Pair:
    """An operation with the numbers of its operands in their pool, in the order that ``Operation`` names them."""

    operation: Operation
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Pool:
    """The figures that pairs are made of: ``relevance``, shape (n,), is the score of each by its clues alone."""

    statements: tuple[Statement, ...]
    relevance: Array

    def quantity(self, number: int) -> Quantity:
        """The figure with a number."""
        return self.statements[number].sense.quantity


def pool_of(question: Question, book: Book) -> Pool:
    """The figures of a report that share most with a question, scored as levels that each side of it may ask for."""
    rests = frozenset[str]() if question.stems & OTHERS else OTHERS
    statements = tuple(each for each in mentioned(question, book) if not each.sense.core & rests)
    asked = (as_level(question), *parts_of(question))
    scores = [clues_of(each, book, statements) @ weights() for each in asked]
    return Pool(statements, np.max(scores, axis=0))


def as_level(question: Question) -> Question:
    """The question for the amounts that a calculation starts from."""
    measure = question.measure if question.measure in LEVELS else first_match(measuring.LEVELS, question.ask)
    return replace(question, operation=None, measure=measure)


def pairs_of(pool: Pool, book: Book) -> tuple[Pair, ...]:
    """Each of the likeliest figures with the others, with those beside it and with the wholes it may be a part of."""
    beside: dict[object, list[int]] = {}
    for number in range(len(pool.statements)):
        beside.setdefault(row_of(pool.quantity(number)), []).append(number)
    wholes = [n for n, each in enumerate(pool.statements) if is_whole(each, book) or is_total(each)]
    seeds = [int(n) for n in np.argsort(-pool.relevance, kind="stable")[:SEEDS]]
    found = {
        ordered
        for seed in seeds
        for other in {*seeds, *beside[row_of(pool.quantity(seed))], *_wholes_of(seed, wholes, pool)}
        if seed != other
        for ordered in ((seed, other), (other, seed))
    }
    return tuple(pair for first, second in sorted(found) for pair in _operations(first, second, pool))


def _operations(first: int, second: int, pool: Pool) -> Iterator[Pair]:
    for operation in OPERATIONS:
        if (operation != "sum" or first < second) and _is_sensible(
            operation, pool.quantity(first), pool.quantity(second)
        ):
            yield Pair(operation, first, second)


def _wholes_of(seed: int, wholes: Sequence[int], pool: Pool) -> Iterator[int]:
    part = pool.quantity(seed)
    for number in wholes:
        whole = pool.quantity(number)
        if pool.statements[number].total and _table_of(part) not in (None, _table_of(whole)):
            continue
        if part.kind == "percent":
            if whole.kind in AMOUNTS:
                yield number
        elif (part.kind, part.currency) == (whole.kind, whole.currency) and (
            part.period == whole.period or column_of(part) == column_of(whole) is not None
        ):
            yield number


def _is_sensible(operation: Operation, first: Quantity, second: Quantity) -> bool:
    """Whether an operation on two figures could mean anything."""
    if first.upper is not None or second.upper is not None:
        return False
    if operation == "portion":
        return first.kind in AMOUNTS and second.kind == "percent" and second.measure != "cagr"
    if (first.kind, first.currency) != (second.kind, second.currency) or first.amount == second.amount:
        return False
    if first.kind == "number" and not _counts_alike(first.unit, second.unit):
        return False
    if first.kind not in AMOUNTS:
        return first.kind == "percent" and (
            operation == "sum" or (operation == "difference" and first.amount < second.amount)
        )
    match operation:
        case "difference" | "multiple" | "share":
            near = operation == "share" or second.amount < first.amount * FARTHEST_APART
            return first.amount < second.amount and near and (operation == "difference" or first.amount > 0)
        case "growth" | "cagr":
            return first.amount > 0 and _is_later(first, second, 1 if operation == "growth" else 2)
        case _:
            return True


def _counts_alike(unit: str, other: str) -> bool:
    return not unit or not other or unit.rstrip("s") == other.rstrip("s")


def _is_later(first: Quantity, second: Quantity, years: int) -> bool:
    """Whether the second may be of a later time; by two years or more it must be said."""
    if first.period is None or second.period is None:
        return years < 2
    return first.period.last <= second.period.last if years < 2 else second.period.last - first.period.last >= years


def row_of(quantity: Quantity) -> object:
    """What figures beside each other share: their table's row, or their sentence."""
    source = quantity.source
    return (source.table, source.row) if isinstance(source, Cell) else quantity.quote


def _table_of(quantity: Quantity) -> int | None:
    return quantity.source.table if isinstance(quantity.source, Cell) else None


def column_of(quantity: Quantity) -> object | None:
    """The table's column it stands in; None in text."""
    source = quantity.source
    return (source.table, source.column) if isinstance(source, Cell) else None


def is_whole(statement: Statement, book: Book) -> bool:
    """Whether it is of no part of the market and of no narrower place."""
    return own_place(statement.sense.quantity, book) is None and statement.sense.core <= GENERIC


def is_total(statement: Statement) -> bool:
    """Whether it stands in a table's row of totals."""
    return statement.total or (
        isinstance(statement.sense.quantity.source, Cell) and bool(_TOTAL & statement.sense.around)
    )
