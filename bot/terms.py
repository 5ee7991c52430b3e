"""The parts of a question: what it measures, when, where, of what, and which figures it asserts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot import lexicon
from bot.asked import AskedWord
from bot.book import Book
from bot.evidence import Operation
from ingest.domain import Measure, Period, Quantity
from ingest.places import find_places
from ingest.quantity import read_quantities
from ingest.quantity.periods import read_mentions, read_periods
from ingest.words import STOPWORDS, Word, stem, words

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Terms:
    """``content`` is what no other part explains."""

    measure: Measure | None
    operation: Operation | None
    periods: tuple[Period, ...]
    places: tuple[str, ...]
    content: tuple[AskedWord, ...]
    unknown: tuple[str, ...]
    claims: tuple[Quantity, ...]


def read_terms(asked: str, book: Book) -> Terms:
    """Splits a question into its parts."""
    periods = read_periods(asked, book.frame)
    places = [found for found in find_places(asked) if found.value.kind != "world"]
    claims = tuple(q for q in read_quantities(asked, book.frame) if q.kind != "number" and q.kind != "multiple")
    taken = [(found.start, found.end) for found in (*read_mentions(asked, book.frame), *places)]
    taken += [(q.source.start, q.source.end) for q in claims if hasattr(q.source, "start")]
    content = [word for word in words(asked) if is_content(word, book) and not _covered(word, taken)]
    return Terms(
        measure=first_match(lexicon.MEASURES, asked),
        operation=first_match(lexicon.OPERATIONS, asked),
        periods=tuple(dict.fromkeys(found.value for found in periods)),
        places=tuple(dict.fromkeys(p.value.name for p in places if p.value.name != book.frame.place)),
        content=tuple(AskedWord(word.text, spellings(word, book)) for word in content),
        unknown=tuple(word.text for word in content if not _is_known(word, book)),
        claims=claims,
    )


def first_match(patterns: Sequence[tuple[re.Pattern[str], Label]], text: str) -> Label | None:
    """The label of the first pattern found in ``text``."""
    return next((label for pattern, label in patterns if pattern.search(text)), None)


def is_content(word: Word, book: Book) -> bool:
    """Whether a word names something, rather than asking or naming the report's own market."""
    lower = word.text.lower()
    if lower in STOPWORDS or word.stem in lexicon.FRAME_STEMS or not any(char.isalnum() for char in lower):
        return False
    if lower.isdigit() or word.stem in book.publisher_stems:
        return False
    return word.stem not in book.market_stems and lower not in book.market_initials


def spellings(word: Word, book: Book) -> tuple[frozenset[str], ...]:
    """The stems a word is looked for by: its own, and what it abbreviates in this report."""
    written_out = book.abbreviations.get(word.text.lower())
    own = frozenset([word.stem])
    return (own, written_out) if written_out and written_out != own else (own,)


def _covered(word: Word, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in taken)


def _is_known(word: Word, book: Book) -> bool:
    """Whether the report uses the word, abbreviates something so, or uses a word people use for it."""
    if word.stem in book.surface or word.text.lower() in book.abbreviations:
        return True
    return any(word.stem in members for members in lexicon.CLASS_STEMS)


def class_stems(name: str) -> frozenset[str]:
    """Stems of the nouns people use for one another."""
    return frozenset(stem(member) for member in lexicon.CLASSES[name])
