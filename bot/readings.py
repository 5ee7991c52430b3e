"""Reads the times, places and words of a text once: the same quotes and labels are asked about many times an answer."""

import unicodedata
from functools import lru_cache

from ingest.domain import Period
from ingest.places import find_places
from ingest.quantity.frame import Frame
from ingest.quantity.periods import read_periods
from ingest.sentences import sentences
from ingest.words import words

REMEMBERED = 4096
_APART = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})


@lru_cache(maxsize=REMEMBERED)
def cleaned(text: str) -> str:
    """The text as a reader sees it: digits of every script as ASCII, no invisible characters, plain spaces."""
    return " ".join("".join(_visible(char) for char in unicodedata.normalize("NFC", text)).split())


def _visible(char: str) -> str:
    match unicodedata.category(char):
        case "Cf" | "Cc" if not char.isspace():
            return ""
        case "Nd":
            return str(unicodedata.decimal(char))
        case "Zs":
            return " "
        case _:
            return char


@lru_cache(maxsize=REMEMBERED)
def folded(text: str) -> str:
    """Cleaned, lower case, one form of quotes and hyphens: how verbatim is compared."""
    return cleaned(text).translate(_APART).casefold()


@lru_cache(maxsize=REMEMBERED)
def periods_in(text: str, frame: Frame) -> frozenset[Period]:
    """The periods a text names."""
    return frozenset(found.value for found in read_periods(cleaned(text), frame))


@lru_cache(maxsize=REMEMBERED)
def places_in(text: str) -> frozenset[str]:
    """Canonical names of the places a text names."""
    return frozenset(found.value.name for found in find_places(cleaned(text)))


@lru_cache(maxsize=REMEMBERED)
def stems_in(text: str) -> frozenset[str]:
    """Stems of the words of a text."""
    return frozenset(word.stem for word in words(cleaned(text)))


@lru_cache(maxsize=REMEMBERED)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of a text."""
    return tuple(sentences(text))
