"""Questions with the pairs of figures of their report: what choosing the figures of a calculation is learned from."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bot.book import Book
from bot.clues import Array
from bot.evidence import Operation
from bot.pair_clues import pair_clues
from bot.pair_odds import alike
from bot.pairs import pairs_of, pool_of
from bot.question import Question as Understood
from evals.examples import Flags, heard, is_cited
from evals.question import Figure, Question
from ingest.domain import Kind, Quantity

CLOSE = 0.002
"""Relative distance from the gold at which a result is right, where the gold allows no more."""


@dataclass(frozen=True)
class PairExample:
    """A question's pairs: their ``clues``, shape (n, len(PAIR_CLUES)), and which are ``right``: none may be.

    ``groups`` are the numbers of those that come to the same.
    """

    question: Question
    clues: Array
    right: Flags
    groups: tuple[tuple[int, ...], ...]

    @property
    def is_silent(self) -> bool:
        """Whether nothing is to be calculated."""
        return not asks_to_calculate(self.question)

    @property
    def is_of_use(self) -> bool:
        """Whether there is something to learn from it: a right pair, or that there is none."""
        return len(self.right) > 0 and (bool(self.right.any()) or self.is_silent)


def asks_to_calculate(question: Question) -> bool:
    """Whether one figure answers it, and that one is calculated."""
    entries = question.expect.figure
    return len(entries) == 1 and all(gold.calculated for gold in entries[0])


def may_be_calculated(question: Question) -> bool:
    """Whether there is something to learn from it: a calculated figure answers it, or a published one, or none."""
    return bool(question.report) and (len(question.expect.figure) == 1 or question.kind == "unanswerable")


def pair_example(question: Question, book: Callable[[str], Book]) -> PairExample | None:
    """What is known of the pairs of a question's report; None where it is understood to ask for no figure."""
    report = book(question.report or "")
    asked = heard(question, report)
    if asked.kind != "figure" and not asks_to_calculate(question):
        return None
    return _example(question, asked, report)


def _example(question: Question, asked: Understood, report: Book) -> PairExample:
    pool = pool_of(asked, report)
    pairs = pairs_of(pool, report)
    golds = question.expect.figure[0] if asks_to_calculate(question) else ()
    right = [
        any(_comes_to(each.operation, pool.quantity(each.first), pool.quantity(each.second), gold) for gold in golds)
        and is_cited(question, (pool.quantity(each.first), pool.quantity(each.second)), report)
        for each in pairs
    ]
    groups = alike(pairs, pool, np.zeros(len(pairs)))
    return PairExample(
        question,
        pair_clues(asked, report, pool, pairs),
        np.array(right, dtype=np.bool_),
        tuple(map(tuple, groups)),
    )


def _comes_to(operation: Operation, first: Quantity, second: Quantity, gold: Figure) -> bool:
    """Whether an operation on two figures gives the gold, worked out apart from the bot's own arithmetic."""
    if _kind(operation, first) != gold.kind:
        return False
    years = second.period.last - first.period.last if first.period and second.period else 1
    result, wanted = _result(operation, float(first.amount), float(second.amount), years), abs(float(gold.amount))
    return abs(abs(result) - wanted) <= max(float(gold.tolerance), CLOSE) * wanted


def _kind(operation: Operation, first: Quantity) -> Kind:
    if operation in ("growth", "share", "cagr"):
        return "percent"
    if operation == "multiple":
        return "multiple"
    return "percentage points" if operation == "difference" and first.kind == "percent" else first.kind


def _result(operation: Operation, first: float, second: float, years: int) -> float:
    match operation:
        case "difference":
            return second - first
        case "growth":
            return (second - first) / first * 100
        case "multiple":
            return second / first
        case "share":
            return first / second * 100
        case "cagr":
            return float(max(second / first, 0.0) ** (1 / years) - 1) * 100
        case "portion":
            return first * second / 100
        case _:
            return first + second
