"""How likely each figure of a report is the one asked for, and how likely none is.

A conditional logit with an outside option (McFadden, "Conditional logit analysis of qualitative choice behavior",
1974): each figure has a score, "none of them" has 0, and the odds are those of their exponentials. The score of the
many is the weighted sum of their clues; the few that are likeliest by it are scored by who reads them closer.
``python -m evals fit`` fits the weights to questions with known answers, and to ones that no figure answers.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.book import Book
from bot.clues import CLUES, Array, clues_of
from bot.inquest import Inquest
from bot.question import Question
from bot.statement import Statement
from ingest.domain import Quantity

SHORTLIST = 12
"""Figures that are read closer. Each takes about 3 ms the first time a report is asked, and nothing after."""

WEIGHED = 400
"""Figures whose clues are weighed: of a report with more, those that share most with the question. A hundred take 4 to
5 ms on two busy cores."""

WEIGHTS_FILE = "weights.json"


Numbers = NDArray[np.int64]


class Readable(Protocol):
    """What can be read closer: its text, and from where to where the figure meant stands in it, if one is."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Close(Protocol):
    """Scores by the question's text, the texts of what may answer and their clues, shape (n, number of clues)."""

    def __call__(self, question: str, readable: Sequence[Readable], clues: Array, /) -> Array: ...


@dataclass(frozen=True, slots=True)
class Likely:
    """A figure with the probability (0 to 1) that it is the one asked for, all places that print it together."""

    quantity: Quantity
    probability: float


@cache
def weights() -> Array:
    """The fitted weight of each clue, in the order of ``CLUES``."""
    fitted = json.loads(files("bot").joinpath(WEIGHTS_FILE).read_text(encoding="utf-8"))
    return np.array([fitted.get(name, 0.0) for name in CLUES])


def by_clues(question: str, readable: Sequence[Readable], clues: Array) -> Array:
    """Scores by clues alone: for who has no trained reader."""
    return np.asarray(clues @ weights())


def likely(question: Question, text: str, book: Book, close: Close) -> tuple[Likely, ...]:
    """The figures that may be the one asked for, likeliest first; ``text`` is what meanings are compared with."""
    if not book.statements:
        return ()
    weighed = mentioned(question, book)
    clues = clues_of(question, book, weighed)
    short = shortlist(clues @ weights())
    statements = [weighed[at] for at in short]
    odds = probabilities(close(text, statements, clues[short]))
    return likeliest_of([statement.sense.quantity for statement in statements], odds)


def likeliest_of(quantities: Sequence[Quantity], odds: Array) -> tuple[Likely, ...]:
    """One of each figure, likeliest first, with what all that say the same have together."""
    return tuple(sorted(_together(quantities, odds), key=lambda each: -each.probability))


def mentioned(question: Question, book: Book) -> Sequence[Statement]:
    """The figures whose surroundings share most with the question, rarer words first: all, where they are few."""
    if len(book.statements) <= WEIGHED:
        return book.statements
    score = np.zeros(len(book.statements))
    asked: set[str | int] = {*Inquest(question, book).asked, *question.places, *question.years}
    for each in sorted(asked, key=str):
        numbers = book.mentions.get(each, ())
        score[list(numbers)] += np.log(1 + len(score) / len(numbers)) if numbers else 0.0
    return [book.statements[at] for at in np.sort(np.argsort(-score, kind="stable")[:WEIGHED])]


def shortlist(scores: Array) -> Numbers:
    """The numbers of the figures that are read closer, best first."""
    return np.argsort(-scores, kind="stable")[:SHORTLIST].astype(np.int64)


def probabilities(scores: Array) -> Array:
    """Of each score against the others and against none of them, whose score is 0."""
    highest = float(scores.max(initial=0.0))
    raised = np.exp(scores - highest)
    return np.asarray(raised / (raised.sum() + np.exp(-highest)))


def printed_alike(quantity: Quantity) -> tuple[object, ...]:
    """What two places that print the same figure have in common."""
    return (quantity.kind, quantity.currency, quantity.amount, quantity.upper)


def _together(quantities: Sequence[Quantity], odds: Array) -> list[Likely]:
    groups: dict[tuple[object, ...], list[tuple[float, int]]] = {}
    for number, (quantity, chance) in enumerate(zip(quantities, odds, strict=True)):
        groups.setdefault(printed_alike(quantity), []).append((float(chance), -number))
    return [Likely(quantities[-max(members)[1]], sum(chance for chance, _ in members)) for members in groups.values()]
