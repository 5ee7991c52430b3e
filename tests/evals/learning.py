"""Questions and examples for what is fitted and trained, made up so that one clue tells right from wrong."""

import hashlib
from typing import Any

import numpy as np

from bot.clues import CLUES
from bot.interaction import WIDTH, Told
from bot.line_clues import LINE_CLUES
from bot.pair_clues import PAIR_CLUES
from evals.examples import Example
from evals.lines import LineExample
from evals.pairs import PairExample
from evals.question import Question
from ingest.embed import Tokens
from tests.bot.books import book_of

BOOK = book_of("Acme sells 38 sorts of widget. Bolt sells 5 sorts of widget.")
QUANTITIES = BOOK.quantities


def question(number: int, kind: str = "figure", **expect: object) -> Question:
    facts: dict[str, Any] = {"id": f"q{number}", "report": f"r{number % 7}", "split": "dev", "kind": kind}
    return Question.model_validate({**facts, "turns": ["How many?"], "expect": expect or {"declined": True}})


def figure(value: str = "5", calculated: bool = False) -> list[dict[str, object]]:
    return [{"value": value, "kind": "number", "calculated": calculated}]


def tokens(text: str) -> Tokens:
    """A token for each word, its vector drawn by the word."""
    places, at = [(0, 0)], 0
    for word in text.split():
        places.append((at, at + len(word)))
        at += len(word) + 1
    spans = np.array([*places, (0, 0)], dtype=np.int32)
    seeds = [int.from_bytes(hashlib.sha256(text[a:b].encode()).digest()[:4]) for a, b in spans]
    vectors = np.stack([np.random.default_rng(seed).normal(size=WIDTH).astype(np.float32) for seed in seeds])
    return Tokens(vectors, spans, vectors.mean(0))


def telling(number: int, right: bool, clue: str | None = "own", text: str = "a 5 b") -> Example:
    """Of two figures the one that has the clue, and the text, is right, or neither is."""
    clues = np.zeros((2, len(CLUES)))
    clues[:, CLUES.index("constant")] = 1
    if clue:
        clues[0, CLUES.index(clue)] = float(right)
    asked = question(number, figure=figure()) if right else question(number, "unanswerable")
    told = (Told(tokens(text if right else "c 5 d"), 2, 3), Told(tokens("c 5 d"), 2, 3))
    return Example(asked, tokens("a b"), clues, np.array([right, False]), told, QUANTITIES)


def adding(number: int, right: bool) -> PairExample:
    """Of two pairs the one whose figures stand in one sentence is right, or neither is."""
    clues = np.zeros((2, len(PAIR_CLUES)))
    clues[0, PAIR_CLUES.index("same sentence")] = float(right)
    asked = (
        question(number, "calculation", figure=figure(calculated=True)) if right else question(number, "unanswerable")
    )
    return PairExample(asked, clues, np.array([right, False]), ((0,), (1,)))


def speaking(number: int, right: bool) -> LineExample:
    """Of two lines the one that says what was asked is right, or neither is."""
    clues = np.zeros((2, len(LINE_CLUES)))
    clues[0, LINE_CLUES.index("own")] = float(right)
    asked = question(number, "explanation", contains=["38"]) if right else question(number, "unanswerable")
    told = (Told(tokens("a b"), 0, 0), Told(tokens("c d"), 0, 0))
    return LineExample(asked, tokens("a b"), clues, np.array([right, False]), told, BOOK.lines[:2])
