"""Cuts text into words with stems, so that "markets", "Market's" and "market" are one."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import Stemmer


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed at ``start`` to ``end`` of its text, and the stem it is compared by."""

    text: str
    stem: str
    start: int
    end: int


_WORD = re.compile(
    r"""
    \d+(?:[.,]\d+)*(?![^\W_])          # 2025, 1,590, 11.87
    | (?:[^\W\d_]\.){2,}               # U.S., e.g.
    | [A-Z]{1,3}&[A-Z]{1,3}\b          # R&D, M&A
    | [^\W_]+(?:['’][^\W_]+)*          # market, market's, 3Com
    | &
    """,
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POSSESSIVE = re.compile(r"['’]s$")
_ACRONYMS = {"US": "u.s.", "USA": "u.s.", "U.S.A.": "u.s.", "IT": "i.t."}
"""Names that lower case would turn into pronouns."""


def words(text: str) -> list[Word]:
    """The words of a text in order, not overlapping; "point-of-care" is three words, "4,213" and "R&D" one each."""
    named = {} if text.isupper() else _ACRONYMS
    return [
        Word(match[0], named.get(match[0]) or stem(match[0]), match.start(), match.end())
        for match in _WORD.finditer(text)
    ]


_APART = frozenset({"industrial", "hospitality", "operating"})
"""Words that the stemmer takes for others: a part of a market for the industry, hotels for hospitals, the operating
profit for that of operations."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What a word is compared by: lower case, no accents, no possessive, plural or ending; "1,590" is "1590"."""
    if _THOUSANDS.fullmatch(word):
        return word.replace(",", "")
    if word == "&":
        return "and"
    plain = _POSSESSIVE.sub("", _without_accents(word.casefold()))
    if plain.endswith("yses"):  # the stemmer keeps "analyses" and "analysis" apart
        plain = plain[:-4] + "ysis"
    if plain in _APART:
        return plain
    # A stemmer is not safe to share between threads; making one costs a microsecond, and misses are few.
    stemmed: str = plain if "." in plain else Stemmer.Stemmer("english", 0).stemWord(plain)
    return stemmed


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_FUNCTION_WORDS = """
a about above across after again against all almost along already also although always am among amongst an and another
any anybody anyone anything are aren't around as at be became because become becomes been before being below between
both but by came can can't cannot could couldn't did didn't do does doesn't doing don't done down due during each either
else ever every everyone everything few for from further get gets got had has hasn't have haven't having he hence her
here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just least let
like made make makes many may me might mine more moreover most much must my myself neither no nobody none nor not
nothing now of off often on once one only onto or other others otherwise our ours ourselves out over own per perhaps
please quite rather really same shall she should shouldn't since so some somebody someone something soon still such
than that that's the their theirs them themselves then there there's therefore these they they're this those though
through throughout thus till to together too toward towards under unless until up upon us very via was wasn't we we're
well were weren't what what's whatever when whenever where where's wherever whereas whether which whichever while who
who's whoever whom whose why will with within without won't would wouldn't yes yet you you're your yours yourself
"""

STOPWORDS = frozenset(_FUNCTION_WORDS.split()) | frozenset(map(stem, _FUNCTION_WORDS.split()))
"""Function words and question words, lower case, both as spelled and as stemmed."""
