"""How likely each pair of figures is the one a calculation is asked of, and how likely none is: as ``bot.odds``."""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from bot.book import Book
from bot.clues import Array
from bot.evidence import Operation
from bot.measuring import COMPARED, CUES
from bot.odds import probabilities
from bot.pair_clues import PAIR_CLUES, pair_clues
from bot.pairs import Pair, Pool, pairs_of, pool_of
from bot.question import Question
from ingest.domain import Quantity

PAIR_WEIGHTS_FILE = "pair_weights.json"

Chosen = tuple[Operation, tuple[Quantity, Quantity]]
"""What is calculated, and the figures it is calculated from."""


@cache
def pair_weights() -> Array:
    """The fitted weight of each clue, in the order of ``PAIR_CLUES``."""
    fitted = json.loads(files("bot").joinpath(PAIR_WEIGHTS_FILE).read_text(encoding="utf-8"))
    return np.array([fitted.get(name, 0.0) for name in PAIR_CLUES])


def is_hinted(question: Question) -> bool:
    """Whether anything in the question hints at a calculation."""
    return question.operation is not None or any(hint.search(question.ask) for hint in _HINTS)


_HINTS = (
    *(cue for name, cue in CUES.items() if name != "than"),
    COMPARED,
    re.compile(r"\b(?:than|minus|deficit|surplus)\b", re.IGNORECASE),
)
"""Of the words by which people compare not every one that ends like "larger": "number" and "maker" do."""


def likely_pairs(question: Question, book: Book) -> tuple[tuple[tuple[Chosen, ...], float], ...]:
    """What may be calculated with its probability (0 to 1), likeliest first; places that print the same together."""
    pool = pool_of(question, book)
    pairs = pairs_of(pool, book)
    if not pairs:
        return ()
    odds = probabilities(pair_clues(question, book, pool, pairs) @ pair_weights())
    found = [
        (tuple(_chosen(pairs[n], pool) for n in group), float(odds[group].sum())) for group in alike(pairs, pool, odds)
    ]
    return tuple(sorted(found, key=lambda each: -each[1]))


def alike(pairs: Sequence[Pair], pool: Pool, odds: Array) -> list[list[int]]:
    """The numbers of the pairs that come to the same, the likeliest of each first."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for number in np.argsort(-odds, kind="stable"):
        pair = pairs[number]
        amounts = frozenset(pool.quantity(n).amount for n in (pair.first, pair.second))
        groups.setdefault((pair.operation, amounts), []).append(int(number))
    return list(groups.values())


def _chosen(pair: Pair, pool: Pool) -> Chosen:
    return pair.operation, (pool.quantity(pair.first), pool.quantity(pair.second))
