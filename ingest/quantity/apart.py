"""Reads the units a title names for each thing that is measured: "(volume in 1,000 tonnes, value in USD million)"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.quantity.named_units import NamedUnit, unit_named
from ingest.words import stem

_PARTS = re.compile(r"[;,()\[\]]\s*|\s+and\s+|\.\s+")
_NAMED_IN = re.compile(r"(?P<what>[A-Za-z]+)(?:\s+\w+)?(?:\s+(?:is|are|given|shown))*(?:\s+in|\s*:)\s+(?P<unit>\S.*)")
_WORD = re.compile(r"[^\W\d_]+")

UnitsApart = tuple[tuple[str, NamedUnit], ...]
"""The stem of what is measured, and what it is in."""


@lru_cache(maxsize=1024)
def units_apart(texts: tuple[str, ...]) -> UnitsApart:
    """The units that the first of some texts names for several things; none where it has one for all."""
    for text in texts:
        matches = [_NAMED_IN.fullmatch(part.strip()) for part in _PARTS.split(_joined_zeros(text))]
        named = [(stem(match["what"].lower()), unit_named(match["unit"])) for match in matches if match]
        found = [(what, unit) for what, unit in named if unit]
        if len({unit for _, unit in found}) > 1 and len(dict(found)) == len(found):
            return tuple(found)
    return ()


def _joined_zeros(text: str) -> str:
    """A text whose "1,000" has no comma that could part it."""
    return re.sub(r"\b1,(000)\b", r"1\1", text)


def unit_apart(units: UnitsApart, labels: Sequence[str]) -> NamedUnit | None:
    """The unit of what one of a cell's labels names."""
    for label in labels:
        words = {stem(word) for word in _WORD.findall(label.lower())}
        found = {unit for what, unit in units if what in words}
        if len(found) == 1:
            return found.pop()
    return None
