"""How likely each sentence and list of a report is the answer, and how likely none is: as ``bot.odds``."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from bot.book import Book
from bot.cite import Hit
from bot.clues import Array
from bot.line_clues import LINE_CLUES, line_clues
from bot.lines import Line
from bot.odds import Close, Readable, probabilities, shortlist
from bot.question import Question

LINE_WEIGHTS_FILE = "line_weights.json"

CAUTION = 1.5
"""By clues alone the odds of lines are lowered by so much: from a half on fewer are right (56% of the questions that a
line answers instead of 68%), and more questions that none answers get one (16% instead of 13%)."""


@dataclass(frozen=True, slots=True)
class LikelyLine:
    """A sentence or list with the probability (0 to 1) that it is the answer."""

    line: Line
    probability: float


@cache
def line_weights() -> Array:
    """The fitted weight of each clue, in the order of ``LINE_CLUES``."""
    fitted = json.loads(files("bot").joinpath(LINE_WEIGHTS_FILE).read_text(encoding="utf-8"))
    return np.array([fitted.get(name, 0.0) for name in LINE_CLUES])


def lines_by_clues(question: str, readable: Sequence[Readable], clues: Array) -> Array:
    """Scores by clues alone: for who has no trained reader."""
    return np.asarray(clues @ line_weights()) - CAUTION


def likely_lines(
    question: Question, text: str, book: Book, hits: Sequence[Hit], close: Close
) -> tuple[LikelyLine, ...]:
    """The lines that may be the answer, likeliest first; ``text`` is what meanings are compared with."""
    if not book.lines:
        return ()
    clues = line_clues(question, book, hits)
    short = shortlist(clues @ line_weights())
    odds = probabilities(close(text, [book.lines[at] for at in short], clues[short]))
    found = [LikelyLine(book.lines[at], float(chance)) for at, chance in zip(short, odds, strict=True)]
    return tuple(sorted(found, key=lambda each: -each.probability))
