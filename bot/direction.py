"""Tells up from down: whether the words around a number say that something grew or shrank by it."""

from typing import Literal

from ingest.sentences import sentences
from ingest.words import Word, stem, words

Direction = Literal["up", "down"]

_GROWING = """
grow grows growing grew grown growth rise rises rising rose risen increase expand expansion gain climb climbed
"""
_SHRINKING = """
decline fall falls falling fell fallen drop dropped decrease shrink shrank shrunk contracted contracting contraction
slump lose lost lower less fewer smaller below reduce reduction negative
"""
_UP = frozenset(map(stem, _GROWING.split()))
_DOWN = frozenset(map(stem, _SHRINKING.split()))


def direction(text: str, start: int, end: int) -> Direction | None:
    """What the sentence around ``text[start:end]`` says of it: the nearest word before it decides, else the next."""
    first, last = next(((a, b) for a, b in sentences(text) if a <= start < b), (0, len(text)))
    told = [word for word in words(text[first:last]) if word.stem in _UP or word.stem in _DOWN]
    before = [word for word in told if word.end <= start - first]
    after = [word for word in told if word.start >= end - first]
    nearest = before[-1] if before else (after[0] if after else None)
    return _of(nearest) if nearest else None


def _of(word: Word) -> Direction:
    return "down" if word.stem in _DOWN else "up"
