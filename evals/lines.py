"""Questions with the sentences and lists of their report: what choosing one of them is learned from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.book import Book
from bot.cite import Hit
from bot.clues import Array
from bot.interaction import Told
from bot.line_clues import line_clues
from bot.lines import Line
from bot.retrieve import searched
from evals.examples import Flags, Read, ReadQuery, heard
from evals.names import names_any, stands_in
from evals.question import Figure, Question
from ingest.embed import Tokens

IN_WORDS = frozenset({"explanation", "list", "premise", "coverage", "contact", "followup"})
"""Kinds of question that a sentence or a list may answer."""

Search = Callable[[str, Book], Sequence[Hit]]

NAMED = 0.8
"""Share of the names wanted that a line must have."""


@dataclass(frozen=True)
class LineExample:
    """A question's lines: their ``clues``, shape (n, len(LINE_CLUES)), and which of them are ``right``: none may be."""

    question: Question
    asked: Tokens
    clues: Array
    right: Flags
    told: tuple[Told, ...]
    lines: tuple[Line, ...]

    @property
    def is_silent(self) -> bool:
        """Whether no line answers it."""
        return self.question.kind == "unanswerable"

    @property
    def is_of_use(self) -> bool:
        """Whether there is something to learn from it: a right line, or that none is."""
        return len(self.right) > 0 and (bool(self.right.any()) or self.is_silent)


def is_in_words(question: Question) -> bool:
    """Whether words answer it, or nothing does."""
    wanted = question.expect.contains or question.expect.items or len(question.expect.figure) > 1
    said = question.kind in IN_WORDS and bool(wanted) and len(question.expect.figure) != 1
    return bool(question.report) and (said or question.kind == "unanswerable")


class LineExamples:
    """Makes them. Every text is read once."""

    def __init__(self, book: Callable[[str], Book], read: Read, read_query: ReadQuery, search: Search) -> None:
        self._book = book
        self._read = read
        self._read_query = read_query
        self._search = search
        self._told: dict[str, tuple[Told, ...]] = {}

    def __call__(self, question: Question) -> LineExample:
        """What is known of the lines of a question's report. The question must name its report."""
        book = self._book(question.report or "")
        asked = heard(question, book)
        text = searched(asked, book)
        right = [question.kind != "unanswerable" and is_right(question, line, book) for line in book.lines]
        return LineExample(
            question,
            self._read_query(text),
            line_clues(asked, book, self._search(text, book)),
            np.array(right, dtype=np.bool_),
            self._told_by(book),
            book.lines,
        )

    def _told_by(self, book: Book) -> tuple[Told, ...]:
        if book.report.id not in self._told:
            texts = list(dict.fromkeys(line.text for line in book.lines))
            tokens = dict(zip(texts, self._read(texts), strict=True))
            self._told[book.report.id] = tuple(Told(tokens[line.text], line.start, line.end) for line in book.lines)
        return self._told[book.report.id]


def is_right(question: Question, line: Line, book: Book) -> bool:
    """Whether a line has the figures or names wanted, or what must be cited and something of what must be said."""
    if question.expect.figure:
        return all(any(_has(line, gold, book) for gold in entry) for entry in question.expect.figure)
    if question.expect.items:
        named = [names_any(spellings, line.said) for spellings in question.expect.items]
        return sum(named) >= NAMED * len(named)
    entries = question.expect.contains
    said = [any(stands_in(wanted, line.said) for wanted in entry) for entry in entries]
    if question.must_cite:
        return any(said) and any(stands_in(wanted, line.said) for wanted in question.must_cite)
    return all(said)


def _has(line: Line, gold: Figure, book: Book) -> bool:
    """Whether a line has a figure: one of its row or column, or one that its sentence states."""
    figures = line.figures or book.ledger_by_quote.get(line.source, ())
    return any(
        (q.kind, q.currency or "", q.amount) == (gold.kind, gold.currency, gold.amount)
        and (not gold.years or q.period is None or gold.years <= {q.period.first, q.period.last})
        for q in figures
    )
