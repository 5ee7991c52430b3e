"""Tells up from down: whether the words around a number say that something grew or shrank, by it or to it."""

import re
from dataclasses import replace
from typing import Literal

from ingest.domain import Measure, Quantity, Span
from ingest.sentences import sentences
from ingest.words import Word, stem, words

Direction = Literal["up", "down"]

_GROWING = """
grow grows growing grew grown growth rise rises rising rose risen increase expand expansion gain climb climbed surge
surged soar soared jump jumped advance widen widened improve improved
"""
_SHRINKING = """
decline fall falls falling fell fallen drop dropped decrease shrink shrank shrunk contracted contracting contraction
slump lose lost loss lower less fewer smaller below reduce reduction negative slide slid slip slipped plunge plunged
tumble tumbled dip dipped ease eased narrow narrowed weaken weakened worsen worsened down
"""
_UP = frozenset(map(stem, _GROWING.split()))
_DOWN = frozenset(map(stem, _SHRINKING.split()))

_MOVING = frozenset[Measure]({"growth", "increase", "cagr"})
_REACH = 60
_TO_LEVEL = re.compile(
    r"\b(?P<verb>[a-z]+)(?: \w+){0,2} (?:to|at)(?: (?:about|around|nearly|over|under|a|an|just))* \Z", re.IGNORECASE
)
"""A verb that moves something to the number behind it: "fell sharply to about USD 5 billion"."""


def direction(text: str, start: int, end: int) -> Direction | None:
    """What the sentence around ``text[start:end]`` says of it: the nearest word before it decides, else the next."""
    first, last = next(((a, b) for a, b in sentences(text) if a <= start < b), (0, len(text)))
    told = [word for word in words(text[first:last]) if word.stem in _UP or word.stem in _DOWN]
    before = [word for word in told if word.end <= start - first]
    after = [word for word in told if word.start >= end - first]
    nearest = before[-1] if before else (after[0] if after else None)
    return _of(nearest) if nearest else None


def told(text: str, quantity: Quantity, moving: bool) -> Direction | None:
    """Which way a quantity of a text went: by its sign or the words around it; None for one that only is.

    ``moving``: it says by how much something moved, rather than how large it is.
    """
    if not isinstance(quantity.source, Span):
        return "down" if quantity.value < 0 and moving else None
    if not moving:
        return _level(text[max(0, quantity.source.start - _REACH) : quantity.source.start])
    return "down" if quantity.value < 0 else direction(text, quantity.source.start, quantity.source.end)


def contradicts(said: Direction | None, source: Direction | None, moving: bool) -> str:
    """Why a drafted direction is not the source's; a level may be said to fall only where the source says so."""
    if said and source and said != source:
        return f"the source says it went {source}, not {said}"
    if said == "down" and source is None and not moving:
        return "the source does not say it went down"
    return ""


def as_said(source: Quantity, drafted: Quantity, said: Direction | None) -> Quantity:
    """The source with its minus sign turned into words where the draft does so: "-3.2%" is said "declined by 3.2%"."""
    if source.value >= 0 or drafted.value < 0 or said != "down" or not moves(source):
        return source
    return replace(source, value=-source.value, upper=-source.upper if source.upper is not None else None)


def moves(quantity: Quantity) -> bool:
    """Whether its own words say by how much something moved."""
    return quantity.measure in _MOVING or quantity.kind in ("percentage points", "basis points")


def _level(before: str) -> Direction | None:
    """Which way something went to the number behind this text."""
    match = _TO_LEVEL.search(before)
    verb = stem(match["verb"]) if match else ""
    return "down" if verb in _DOWN else ("up" if verb in _UP else None)


def _of(word: Word) -> Direction:
    return "down" if word.stem in _DOWN else "up"
