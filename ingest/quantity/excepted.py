"""Reads what a table's unit excepts: "in thousands, except per share data"."""

import re
from collections.abc import Sequence

from ingest.quantity.labels import EQUITY, Label
from ingest.quantity.named_units import NamedUnit, unit_named
from ingest.words import stem

_EXCEPT = re.compile(r"\bexcept(?:ing)?\b(?:\s+for)?\s+(?P<what>.+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLAIN = frozenset(
    {"data", "amount", "number", "of", "otherwis", "note", "state", "where", "as", "and", "the", "figur"}
)
"""Stems of words that say nothing of what is excepted from a unit."""

_PER = re.compile(r"\bper\b", re.IGNORECASE)
_PER_SHARE = re.compile(r"\bper (?:\w+ ){0,2}(?:share|unit|ADS)\b|\beps\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?P<what>[a-z]+)(?: \([a-z]+\))? (?:and|&) (?:[a-z]+ )*(?P=what)\b.{0,12} per\b")
"""A group's name that tells of amounts and of the same per share, so not which its rows are."""

_BRACKETS = re.compile(r"\([^()]*\)")
_SHARES = re.compile(
    r"\b(?:weighted[- ]average|number of|common|ordinary|diluted|basic) (?:\w+ ){0,3}(?:shares|stock)\b|^shares\b"
    r"|\bshares (?:used|outstanding)\b"
)
_PAR_VALUE = re.compile(r"par value(?: per \w+)?", re.IGNORECASE)

_REFLECTED = re.compile(
    r"which (?:are|is) (?:reflected|shown|stated|expressed|presented) in (?P<scale>\w+)", re.IGNORECASE
)


def without_exception(said: str) -> str:
    """A table's unit without what it excepts: "Dollars in thousands"."""
    return _EXCEPT.sub("", said).strip(" ,;(")


def is_excepted(said: str, labels: Sequence[Label]) -> bool:
    """Whether a cell's labels name something that a table's unit excepts: per-share amounts are named so, "shares" are
    none."""
    excepted = _EXCEPT.search(said)
    if excepted is None or any(EQUITY.search(label.text) for label in labels):
        return False
    text = " ".join(low for label in labels if not _BOTH.search(low := label.text.lower()))
    named = {stem(word) for word in _WORD.findall(text)}
    counts = _SHARES.search(text) is not None
    for part in re.split(r",|\band\b", excepted["what"]):
        if _PER.search(part):
            if not counts and (_PER.search(text) or _PER_SHARE.search(text)):
                return True
        elif "par value" in part and not any(_PAR_VALUE.fullmatch(label.text) for label in labels):
            continue  # "Common stock, $0.01 par value" is an amount like the others
        elif (words := {stem(word) for word in _WORD.findall(part.lower())} - _PLAIN) and words <= named:
            return True
    return False


def tells_per_share(labels: Sequence[Label]) -> bool:
    """Whether a cell's labels name an amount per share, which no table tells in thousands; in brackets that is told
    aside: "Dividends declared ($0.21 per share)"."""
    said = (_BRACKETS.sub("", label.text) for label in labels)
    return any(_PER_SHARE.search(text) and not _BOTH.search(text.lower()) for text in said)


def excepted_unit(said: str, labels: Sequence[Label], currency: str | None) -> NamedUnit | None:
    """The unit of an excepted cell: the scale that the exception names ("number of shares, which are reflected in
    thousands"), or of an amount per share the money of the other amounts; else none."""
    match = _REFLECTED.search(said)
    if match and _SHARES.search(" ".join(label.text.lower() for label in labels)):
        return unit_named(match["scale"])
    named = any(_PER_SHARE.search(label.text) for label in labels)
    return NamedUnit("money", currency=currency) if named and currency else None
