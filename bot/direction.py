"""Tells up from down: whether the words around a number say that something grew or shrank, by it or to it."""

import re
from typing import Literal

from bot.measuring import MOVES
from bot.readings import sentence_spans
from ingest.domain import Quantity, Span
from ingest.words import Word, words

Direction = Literal["up", "down"]

_GROWING = """
grow grows growing grew grown growth rise rises rising rose risen increase increases increased increasing expand expands
expanded expanding expansion gain gains gained gaining climb climbs climbed climbing surge surges surged soar soars
soared jump jumps jumped advance advances advanced widen widens widened improve improves improved
"""
_SHRINKING = """
decline declines declined declining fall falls falling fell fallen drop drops dropped dropping decrease decreases
decreased decreasing shrink shrinks shrinking shrank shrunk contracts contracted contracting contraction slump slumps
slumped lose loses losing lost loss lower lowers lowered less fewer smaller below reduce reduces reduced reducing
reduction negative slide slides slid slip slips slipped plunge plunges plunged tumble tumbles tumbled dip dips dipped
ease eases eased narrow narrows narrowed weaken weakens weakened worsen worsens worsened down
"""
_UP = frozenset(_GROWING.split())
_DOWN = frozenset(_SHRINKING.split())
"""By their spelling, not their stem: a contract is no contraction."""

_REACH = 30
_TO = re.compile(r"\bto (?:(?:about|around|nearly|over|under|a|an|just|only|some) )*\Z", re.IGNORECASE)
_APART = re.compile(r"[;\d]")
_COMPARED = re.compile(
    r"[^\S\n](?:(?:more|higher|above|greater|larger|bigger|better)(?P<up>)"
    r"|(?:less|lower|below|fewer|smaller|cheaper|worse|down)(?P<down>))\b",
    re.IGNORECASE,
)


def direction(text: str, start: int, end: int) -> Direction | None:
    """What the sentence around ``text[start:end]`` says of it: the nearest word before it decides, else the next."""
    first, last = next(((a, b) for a, b in sentence_spans(text) if a <= start < b), (0, len(text)))
    moved = _moving(text[first:last])
    before = [word for word in moved if word.end <= start - first]
    after = [word for word in moved if word.start >= end - first]
    nearest = before[-1] if before else (after[0] if after else None)
    return _of(nearest) if nearest else None


def told(text: str, quantity: Quantity, moving: bool) -> Direction | None:
    """Which way a quantity of a text went: by its sign or the words around it; None for one that only is.

    ``moving``: it says by how much something moved, rather than how large it is.
    """
    at = quantity.source
    if not isinstance(at, Span):
        return "down" if quantity.value < 0 and moving else None
    if compared := _comparison(text[at.end : at.end + _REACH]) if quantity.kind not in ("money", "number") else None:
        return compared
    if not moving:
        return _level(text[_opening(text, at.start) : at.start])
    if quantity.value < 0:
        return "down"
    return _signed(text, quantity, at) if quantity.measure in MOVES else direction(text, at.start, at.end)


def _signed(text: str, quantity: Quantity, at: Span) -> Direction:
    """A rate without a minus sign rose, unless the reader went by a neutral word: "shrink at 9.3% annually"."""
    if any(word in _UP for word in quantity.label.lower().split()):
        return "up"
    near = _moving(_APART.split(text[_opening(text, at.start) : at.start])[-1])
    return _of(near[-1]) if near else "up"


def contradicts(said: Direction | None, source: Direction | None, moving: bool) -> str:
    """Why a drafted direction is not the source's; a level may be said to fall only where the source says so."""
    if said and source and said != source:
        return f"the source says it went {source}, not {said}"
    if said == "down" and source is None and not moving:
        return "the source does not say it went down"
    return ""


def moves(quantity: Quantity) -> bool:
    """Whether its own words say by how much something moved."""
    return quantity.measure in MOVES or quantity.kind in ("percentage points", "basis points")


def _comparison(behind: str) -> Direction | None:
    """The comparison right behind a number: "9.3% below", "60 basis points less", "2.5 times higher"."""
    match = _COMPARED.match(behind)
    if match is None:
        return None
    return "up" if match["down"] is None else "down"


def _level(before: str) -> Direction | None:
    """Which way something went to the number behind this text: "shrank from USD 7 billion in 2023 to"."""
    if not _TO.search(before):
        return None
    moved = _moving(before)
    return _of(moved[-1]) if moved else None


def _opening(text: str, at: int) -> int:
    return next((start for start, end in sentence_spans(text) if start <= at < end), 0)


def _moving(text: str) -> list[Word]:
    return [word for word in words(text) if way(word)]


def way(word: Word) -> Direction | None:
    """Which way a word says that something goes, if it does."""
    said = word.text.lower()
    return "down" if said in _DOWN else "up" if said in _UP else None


def _of(word: Word) -> Direction:
    return "down" if word.text.lower() in _DOWN else "up"
