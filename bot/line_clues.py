"""What speaks for and against a sentence or a list being the answer, as numbers that can be weighed."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot import lexicon
from bot.book import Book
from bot.cite import Hit
from bot.clues import Array
from bot.inquest import Inquest
from bot.line_facts import SAYS, LineFacts
from bot.measuring import SERIES, asks_for_all
from bot.question import Question
from bot.vocabulary import CLASS_STEMS
from ingest.places import contains

Columns = dict[str, NDArray[Any]]
"""Clues by name, each of all lines."""

ASKS = ("list", "superlative", "explanation", "coverage", "about", "contact", "figure", "why", "who", "where", "when",
        "yes or no", "how many", "class", "all", "years")  # fmt: skip
"""What sort of answer the question wants."""

MET = ("own", "heading", "either", "all said", "missing", "names missing", "unknown", "class said", "class above",
       "place met", "place other", "time met", "time other", "aspect met", "aspect other",
       "aspect unsaid", "found", "found first", "repeats", "strange")  # fmt: skip
"""How it meets the question."""

LINE_CLUES = ("constant", *MET, *SAYS, *(f"{asks}: {says}" for asks in ASKS for says in SAYS))
"""Their names, in the order of the columns. All lie between 0 and 1."""

_WHO = re.compile(r"\bwho(?:m|se)?\b", re.IGNORECASE)
_WHERE = re.compile(r"\bwhere\b|\bwhich (?:country|region|city|state|place)", re.IGNORECASE)
_WHEN = re.compile(r"\bwhen\b|\bwhat year\b|\bsince when\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_YES_NO = re.compile(
    r"^\W*(?:so |and )?(?:is|are|was|were|do|does|did|has|have|will|can|could)\b"
    r"|\b(?:right|correct|true|isn'?t it|aren'?t they|doesn'?t it|don'?t they|no)\W*$",
    re.IGNORECASE,
)
RANKS = 20
"""Passages that are ranked."""


def line_clues(question: Question, book: Book, hits: Sequence[Hit]) -> Array:
    """Clues of each line of a report, shape (len(book.lines), len(LINE_CLUES))."""
    asks, facts = dict(_asks(question)), book.line_facts
    inquest, count = Inquest(question, book), len(book.lines)
    met = _found(hits, facts)
    for part in _PARTS:
        met |= part(inquest, facts)
    wanted = np.array([asks[name] for name in ASKS], dtype=np.float64)
    crossed = (wanted[None, :, None] * facts.says[:, None, :]).reshape(count, len(ASKS) * len(SAYS))
    columns = [np.ones(count), *(met.get(name, np.zeros(count)) for name in MET)]
    return np.hstack([np.stack(columns, axis=1).astype(np.float64), facts.says, crossed])


def _asks(question: Question) -> Iterator[tuple[str, bool]]:
    for kind in ("list", "superlative", "explanation", "coverage", "about", "contact", "figure"):
        yield kind, question.kind == kind
    yield "why", question.is_wordy or bool(lexicon.WHY.search(question.ask))
    for name, pattern in (("who", _WHO), ("where", _WHERE), ("when", _WHEN), ("yes or no", _YES_NO)):
        yield name, bool(pattern.search(question.ask))
    yield "all", asks_for_all(question.ask)
    yield "years", bool(SERIES.search(question.ask))
    yield "how many", bool(_HOW_MANY.search(question.ask))
    yield "class", any(word.stems & group for word in question.words for group in CLASS_STEMS)


def _words(inquest: Inquest, facts: LineFacts) -> Columns:
    """How much of what is asked for each line says, or its headings do."""
    question = inquest.question
    own, above, either = (each.say(question.words) for each in (facts.own, facts.above, facts.either))
    weights = np.array(inquest.weights) / (sum(inquest.weights) or 1.0)
    missing = ~either
    named = np.array([bool(word.stems & inquest.book.name_stems) for word in question.words], dtype=np.bool_)
    unknown = np.array([word.text in question.unknown for word in question.words], dtype=np.bool_)
    repeats = facts.own.count(inquest.asked)
    return {
        "own": own @ weights,
        "heading": above @ weights,
        "either": either @ weights,
        "all said": either.all(1) & bool(question.words),
        "missing": np.minimum(3, missing.sum(1)) / 3,
        "names missing": np.minimum(2, missing[:, named].sum(1)) / 2,
        "unknown": np.minimum(2, missing[:, unknown].sum(1)) / 2,
        "repeats": repeats / max(1, len(inquest.asked)),
        "strange": np.minimum(10, facts.own.sizes - repeats) / 10,
    }


def _classes(inquest: Inquest, facts: LineFacts) -> Columns:
    """Whether a line, or its headings, say the class of things asked for: companies, regions."""
    groups = (group for word in inquest.question.words for group in CLASS_STEMS if word.stems & group)
    asked = frozenset[str]().union(*groups)
    return {"class said": facts.own.have_any(asked), "class above": facts.above.have_any(asked)}


def _places(inquest: Inquest, facts: LineFacts) -> Columns:
    asked = inquest.question.places
    if not asked:
        return {}
    met = np.array(
        [all(any(contains(place, name) for name in named) for place in asked) for named in facts.places], dtype=np.bool_
    )
    return {"place met": met, "place other": ~met}


def _times(inquest: Inquest, facts: LineFacts) -> Columns:
    asked = set(inquest.question.years)
    if not asked:
        return {}
    return {
        "time met": np.array([asked <= years for years in facts.years]),
        "time other": np.array([bool(years) and asked.isdisjoint(years) for years in facts.years]),
    }


def _aspects(inquest: Inquest, facts: LineFacts) -> Columns:
    """Whether a line says of something that it is what is asked for: largest, fastest, smallest."""
    asked = {name for name, cue in lexicon.SUPERLATIVES_SAID.items() if cue.search(inquest.question.ask)}
    if not asked:
        return {}
    return {
        "aspect met": np.array([not asked.isdisjoint(said) for said in facts.aspects]),
        "aspect other": np.array([bool(said) and asked.isdisjoint(said) for said in facts.aspects]),
        "aspect unsaid": np.array([not said for said in facts.aspects]),
    }


def _found(hits: Sequence[Hit], facts: LineFacts) -> Columns:
    """The rank of the best passage found that has the line."""
    rank = np.full(len(facts.lines), RANKS)
    for at, hit in reversed(list(enumerate(hits))):
        rank[facts.inside(hit.passage.source)] = min(RANKS, at)
    return {"found": 1 - rank / RANKS, "found first": rank == 0}


_PARTS = (_words, _classes, _places, _times, _aspects)
