"""Reads the units a title names for each thing that is measured: "(volume in 1,000 tonnes, value in USD million)"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.quantity.named_units import NamedUnit, unit_named, whole_unit
from ingest.words import stem

_PARTS = re.compile(r"[;,()\[\]]\s*|\s+and\s+|\.\s+")
_NAMED_IN = re.compile(
    r"(?P<what>[A-Za-z]+)(?:\s+\w+)?(?:\s+(?:is|are|given|shown))*(?:\s+in|\s*(?P<colon>:))\s+(?P<unit>\S.*)"
)
_OTHERS = stem("unit")
"""Names the unit of all that is not told apart."""
_WORD = re.compile(r"[^\W\d_]+")

UnitsApart = tuple[tuple[str, NamedUnit], ...]
"""The stem of what is measured, and what it is in."""


@lru_cache(maxsize=1024)
def units_apart(texts: tuple[str, ...], headers: tuple[str, ...] = ()) -> UnitsApart:
    """The units that the first of some texts names for several things, or a title, the first, for one that some
    ``headers`` name and others do not; none where it has one for all."""
    columns = [{stem(word) for word in _WORD.findall(header.lower())} for header in headers]
    for number, text in enumerate(texts):
        matches = [_NAMED_IN.fullmatch(part.strip()) for part in _PARTS.split(_joined_zeros(text))]
        found = [(stem(match["what"].lower()), unit) for match in matches if match and (unit := _unit_of(match))]
        if len({unit for _, unit in found}) > 1 and len(dict(found)) == len(found):
            return tuple(found)
        naming = sum(found[0][0] in said for said in columns) if len(found) == 1 and number == 0 else 0
        if len(columns) > _FEW and 0 < naming * 2 < len(columns):
            return tuple(found)
    return ()


_FEW = 3
"""Columns of figures with as many of which one thing may be told apart from others."""


def _unit_of(match: re.Match[str]) -> NamedUnit | None:
    """The unit that something is in; behind a colon may stand anything: "Source: operators"."""
    return whole_unit(match["unit"]) if match["colon"] else unit_named(match["unit"])


def _joined_zeros(text: str) -> str:
    """A text whose "1,000" has no comma that could part it."""
    return re.sub(r"\b1,(000)\b", r"1\1", text)


def unit_apart(units: UnitsApart, labels: Sequence[str]) -> NamedUnit | None:
    """The unit of what one of a cell's labels names, else that of all others: "Unit: ¥ billion; share in %"."""
    for label in labels:
        words = {stem(word) for word in _WORD.findall(label.lower())}
        found = {unit for what, unit in units if what in words}
        if len(found) == 1:
            return found.pop()
    return dict(units).get(_OTHERS)
