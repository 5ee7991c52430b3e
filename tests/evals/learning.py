"""Questions and examples for what is fitted and trained, made up so that one clue tells right from wrong."""

import hashlib
from typing import Any

import numpy as np

from bot.clues import CLUES
from bot.interaction import WIDTH, Told
from evals.examples import Example
from evals.question import Question
from ingest.embed import Tokens
from tests.bot.books import book_of

QUANTITIES = book_of("Acme sells 38 sorts of widget. Bolt sells 5 sorts of widget.").quantities


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
