"""How likely each figure of a report is the one asked for, and how likely none is.

A conditional logit with an outside option (McFadden, "Conditional logit analysis of qualitative choice behavior",
1974): each figure has the weighted sum of its clues, "none of them" has 0, and the odds are those of their
exponentials.
``python -m evals fit`` fits the weights to questions with known answers, and to ones that no figure answers.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

import numpy as np

from bot.book import Book
from bot.clues import ALIKE, CLUES, Array, clues_of
from bot.conditions import meets
from bot.question import Question
from ingest.domain import Quantity

SHORTLIST = 16
"""Figures that are compared with the question in meaning: those that are likeliest without. Each takes about 3 ms the
first time a report is asked, and nothing after."""

WEIGHTS_FILE = "weights.json"


class Alike(Protocol):
    """The cosines (-1 to 1) of a question's text with each of some texts."""

    def __call__(self, question: str, texts: Sequence[str]) -> Sequence[float]: ...


@dataclass(frozen=True, slots=True)
class Likely:
    """A figure with the probability (0 to 1) that it is the one asked for, all places that print it together."""

    quantity: Quantity
    probability: float


@cache
def weights() -> Array:
    """The fitted weight of each clue, in the order of ``CLUES``."""
    fitted = json.loads(files("bot").joinpath(WEIGHTS_FILE).read_text(encoding="utf-8"))
    return np.array([fitted[name] for name in CLUES])


def likely(question: Question, text: str, book: Book, alike: Alike) -> tuple[Likely, ...]:
    """The figures that may be the one asked for, likeliest first; ``text`` is what meanings are compared with."""
    statements = [each for each in book.statements if meets(question, book, each)]
    if not statements:
        return ()
    clues = clues_of(question, book, statements)
    short = np.argsort(-(clues @ weights()), kind="stable")[:SHORTLIST]
    clues = clues[short]
    clues[:, ALIKE] = alike(text, [statements[at].text for at in short])
    odds = probabilities(clues @ weights())
    quantities = [statements[at].sense.quantity for at in short]
    return tuple(sorted(_together(quantities, odds), key=lambda each: -each.probability))


def probabilities(scores: Array) -> Array:
    """Of each score against the others and against none of them, whose score is 0."""
    highest = float(scores.max(initial=0.0))
    raised = np.exp(scores - highest)
    return np.asarray(raised / (raised.sum() + np.exp(-highest)))


def _together(quantities: Sequence[Quantity], odds: Array) -> list[Likely]:
    """One of each figure, the likeliest, with what all that say the same have together."""
    groups: dict[tuple[object, ...], list[tuple[float, int]]] = {}
    for number, (quantity, chance) in enumerate(zip(quantities, odds, strict=True)):
        key = (quantity.kind, quantity.currency, quantity.amount, quantity.upper)
        groups.setdefault(key, []).append((float(chance), -number))
    return [Likely(quantities[-max(members)[1]], sum(chance for chance, _ in members)) for members in groups.values()]
