"""Which words are English, and what a mistyped one was meant to be."""

from collections.abc import Iterable, Mapping
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

ASKING_WORDS = tuple(
    "how what which who when where why market size growth share revenue value worth rate cagr compound annual forecast "
    "period players companies competitors vendors regions countries segments segmentation report chapters contents contact "
    "between difference increase largest biggest fastest growing leading dominates expected billion million percent "
    "price volume drivers challenges trends opportunities base year industry global global covered include calculate "
    "does should could would purchase please many much manufacturers suppliers impact affect reach hello thanks".split()
)
"""Words people ask with; a typo in one of these is mended even when the report does not use it."""

MIN_LENGTH = 4
"""Shorter words have too many neighbours one letter away to be mended safely."""


@cache
def _english() -> Mapping[str, int]:
    dictionary: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return dictionary


def is_english(word: str) -> bool:
    """Whether an English dictionary has the word (lower case)."""
    return word in ASKING_WORDS or _english().get(word, 0) > 0


def mend(word: str, vocabulary: Iterable[str]) -> str | None:
    """The word of ``vocabulary`` or of the asking words that ``word`` is a slip of, or None when it is a word itself.

    One slip (a letter wrong, missing, doubled or swapped) is mended in words of four to seven letters, two in longer ones; the
    first letter must be right unless the first two are swapped: "urology" must not become "neurology".
    """
    if len(word) < MIN_LENGTH or is_english(word) or not word.isalpha():
        return None
    allowed = 1 if len(word) < 8 else 2
    starts = {word[0], word[1]}
    candidates = [c for c in {*vocabulary, *ASKING_WORDS} if c[:1] in starts and abs(len(c) - len(word)) <= allowed]
    matches = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=8)
    good = [(score, c) for c, score, _ in matches if c[0] == word[0] or c[:2] == word[1::-1]]
    return min(good, key=lambda g: (g[0], abs(len(g[1]) - len(word)), g[1]))[1] if good else None


def foreign_share(tokens: Iterable[str], vocabulary: Mapping[str, str] | frozenset[str]) -> float:
    """The share of words (0 to 1) that neither English nor ``vocabulary`` knows."""
    known = [is_english(t) or t in vocabulary for t in tokens if t.isalpha()]
    return 1 - sum(known) / len(known) if known else 0.0
