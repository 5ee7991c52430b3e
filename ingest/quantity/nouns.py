"""Reads the noun a number counts: "1,590 tables", "thirteen leading companies"."""

import re

from ingest.quantity.spelled import SPELLED
from ingest.quantity.vocabulary import word_set
from ingest.words import STOPWORDS

_NEXT = re.compile(r"(?:[^\S\n]|(?<=\d)-)([A-Za-z][\w&'’-]*)")
_PEOPLE = word_set(
    """
    people staff personnel women men children persons patients feet teeth mice media data criteria aircraft
    """
)
_NOT_PLURAL = ("ss", "us", "is", "ous", "'s", "’s", "ics")
_NOT_NOUNS = word_set(
    """
    percent times was is has as its this plus versus vs thus across towards besides perhaps always accounts
    holds represents remains reaches shows means includes makes takes rises grows falls comprises exceeds
    stands reflects sales revenues shipments revenue shares totals equals contributes captures dominates leads
    reports respectively globally worldwide annually year-over-year yoy overall total compound cagr growth
    share market larger higher lower bigger smaller faster greater more less fewer better worse
    """
)
_LONGEST = 4


def noun_after(text: str, end: int) -> tuple[str, int] | None:
    """The noun behind a number that ends at ``end`` with the words before it, and where it ends; None when unclear."""
    position = end
    for _ in range(_LONGEST):
        match = _NEXT.match(text, position)
        if not match:
            return None
        word = match[1]
        small = word.lower()
        if small in STOPWORDS or small in _NOT_NOUNS or SPELLED.fullmatch(small):
            return None
        position = match.end()
        if is_plural(small):
            return text[end:position].strip(" -\u00a0\u2009\u202f"), position
    return None


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like the plural of a noun."""
    return word in _PEOPLE or (len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL))
