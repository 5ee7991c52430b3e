"""Writes out what a question shortens and the report does not: "LCR", "POC", "admin"."""

import re

from bot.book import Book
from bot.items import stems_of
from bot.spelling import is_english
from ingest.places import place_named
from ingest.words import stem

_CLIPPED = frozenset("admin agri auto chem govt lab memo mgmt ops pharma promo refurb telecom vet".split())
"""Words that are said for the longer ones they begin; others that begin so are words of their own."""

_SHORT = re.compile(r"(?<![\w&.-])[A-Za-z]{2,7}(?![\w&-])")
_FEWEST = 3
"""Letters of initials that are looked for, at least; in small letters only those of the market's own name."""

_LONGER = 2
"""Letters that a word has at least more than what is said for it."""


def written_out(ask: str, book: Book) -> str:
    """A question with what its initials and clipped words stand for, where only one name of the report can be meant."""

    def full(match: re.Match[str]) -> str:
        said = match[0]
        low = said.lower()
        if low in book.vocabulary:
            return said
        if low.removesuffix("s") in _CLIPPED:
            return _longer(low.removesuffix("s"), book) or said
        short = said.removesuffix("s")
        if (
            place_named(said)
            or len(short) < _FEWEST
            or not (short.isupper() or (said.islower() and not is_english(low)))
        ):
            return said
        name = book.whole_initials.get(short.lower())
        return name if name and (short.isupper() or stems_of(name) <= book.market_stems) else said

    return _SHORT.sub(full, _UNHYPHENED.sub(lambda match: _hyphened(match[0], book), ask))


def _hyphened(word: str, book: Book) -> str:
    """A word as the report writes it with a hyphen: "pick-up" for "pickup"."""
    return word if word.lower() in book.vocabulary else book.hyphened.get(word.lower(), word)


_UNHYPHENED = re.compile(r"(?<![\w-])[A-Za-z]{5,}(?![\w-])")


def _longer(clipped: str, book: Book) -> str | None:
    """The one word of the report that begins with a clipped one, in its shortest form."""
    found = {word for word in book.vocabulary if word.startswith(clipped) and len(word) >= len(clipped) + _LONGER}
    stems = set(map(stem, found))
    return min(found, key=lambda word: (len(word), word)) if len(stems) == 1 else None
