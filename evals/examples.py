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
from evals.names import stands_in
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
        book = self._book(question.report or "")
        return self._example(question, heard(question, book), book)

    def _example(self, question: Question, asked: Understood, book: Book) -> Example:
        golds = [gold for entry in question.expect.figure for gold in entry if not gold.calculated]
        gold = [any(is_gold(each.sense, one) for one in golds) for each in book.statements]
        cited = [
            right and is_cited(question, (each.sense.quantity,), book)
            for right, each in zip(gold, book.statements, strict=True)
        ]
        right = cited if any(cited) else gold
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


def heard(question: Question, book: Book) -> Understood:
    """The last turn of a conversation about a report, as it is understood after those before it."""
    asked = understand(question.turns[0], book, None)
    for turn in question.turns[1:]:
        asked = understand(turn, book, asked)
    return asked


def is_cited(question: Question, quantities: Sequence[Quantity], book: Book) -> bool:
    """Whether what quotes the figures has what must be cited."""
    quotes = [book.text_at(each.quote) for each in quantities] + [each.text for each in quantities]
    return not question.must_cite or any(stands_in(wanted, quote) for wanted in question.must_cite for quote in quotes)


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
