"""Questions with the figures of their report, of which some are right: what choosing a figure is learned from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.book import Book
from bot.clues import Array, clues_of
from bot.interaction import Told
from bot.question import Question as Understood
from bot.retrieve import searched
from bot.sense import Sense
from bot.understand import understand
from evals.question import Figure, Question
from ingest.domain import Quantity
from ingest.embed import Tokens

Flags = NDArray[np.bool_]
Read = Callable[[Sequence[str]], Sequence[Tokens]]
ReadQuery = Callable[[str], Tokens]


@dataclass(frozen=True)
class Example:
    """A question's figures: their ``clues``, shape (n, len(CLUES)), and which of them are ``right``: none may be."""

    question: Question
    asked: Tokens
    clues: Array
    right: Flags
    told: tuple[Told, ...]
    quantities: tuple[Quantity, ...]

    @property
    def is_silent(self) -> bool:
        """Whether no figure answers it."""
        return is_unpublished(self.question)

    @property
    def is_of_use(self) -> bool:
        """Whether there is something to learn from it: a right figure, or that none is."""
        return len(self.right) > 0 and (bool(self.right.any()) or self.is_silent)

    def is_quoted_right(self, at: int) -> bool:
        """Whether the sentence or cell of a figure has a right one, as who quotes it shows all of it."""
        quote = self.quantities[at].quote
        return any(right and q.quote == quote for q, right in zip(self.quantities, self.right, strict=True))


class Examples:
    """Makes them. Every text is read once."""

    def __init__(self, book: Callable[[str], Book], read: Read, read_query: ReadQuery) -> None:
        self._book = book
        self._read = read
        self._read_query = read_query
        self._told: dict[str, tuple[Told, ...]] = {}

    def __call__(self, question: Question) -> Example:
        """What is known of the figures of a question's report. The question must name its report."""
        book, asked = self._book(question.report or ""), None
        for turn in question.turns:
            asked = understand(turn, book, asked)
        if asked is None:
            raise ValueError(f"{question.id} asks nothing")
        return self._example(question, asked, book)

    def _example(self, question: Question, asked: Understood, book: Book) -> Example:
        golds = [gold for entry in question.expect.figure for gold in entry if not gold.calculated]
        right = [any(is_gold(each.sense, gold) for gold in golds) for each in book.statements]
        return Example(
            question,
            self._read_query(searched(asked, book)),
            clues_of(asked, book, book.statements),
            np.array(right, dtype=np.bool_),
            self._told_by(book),
            tuple(each.sense.quantity for each in book.statements),
        )

    def _told_by(self, book: Book) -> tuple[Told, ...]:
        if book.report.id not in self._told:
            texts = list(dict.fromkeys(each.text for each in book.statements))
            tokens = dict(zip(texts, self._read(texts), strict=True))
            self._told[book.report.id] = tuple(Told(tokens[s.text], s.start, s.end) for s in book.statements)
        return self._told[book.report.id]


def is_of_use(question: Question) -> bool:
    """Whether one figure answers it, or none does."""
    return bool(question.report) and (len(question.expect.figure) == 1 or is_unpublished(question))


def is_unpublished(question: Question) -> bool:
    """Whether no figure of the report answers it: none does, or only one that is calculated."""
    golds = [gold for entry in question.expect.figure for gold in entry]
    return question.kind == "unanswerable" or (bool(golds) and all(gold.calculated for gold in golds))


def is_gold(sense: Sense, gold: Figure) -> bool:
    """Whether a figure of the ledger is that of the gold: kind, currency, amount, and no other year."""
    quantity = sense.quantity
    if quantity.kind != gold.kind or quantity.amount != gold.amount or (quantity.currency or "") != gold.currency:
        return False
    period = quantity.period
    years = sense.years | ({period.first, period.last} if period else set())
    return not (gold.years and years) or gold.years <= years
