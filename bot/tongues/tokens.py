"""Parts a question in any script into words, numbers and percent signs."""

import re
import unicodedata
from dataclasses import dataclass

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
_NUMBER = r"\d+(?:[.,]\d+)*(?:\s?[-–~]\s?\d{4}(?!\d))?"
_NAME = r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9&.'-]*[A-Za-z\u00c0-\u024f0-9]|[A-Za-z]"
_SPACED = re.compile(rf"{_NUMBER}|[%$€£₹¥]|{_LETTER}(?:{_LETTER}|\d)*")
_UNSPACED = re.compile(rf"{_NUMBER}|[%$€£₹¥]|{_NAME}|{_LETTER}")
_LIKE_ACCENTS = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ى": "ي", "ة": "ه"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number as typed, and as it is looked up."""

    text: str
    plain: str


def tokens(text: str, spaced: bool = True) -> list[Token]:
    """The words and numbers of a text; of a script without spaces each character, but for names in Latin letters."""
    pattern = _SPACED if spaced else _UNSPACED
    return [Token(match[0], plain(match[0])) for match in pattern.finditer(unicodedata.normalize("NFKC", text))]


def plain(text: str) -> str:
    """In small letters, without accents where these are no letters of their own, as in Hindi, Japanese and Korean."""
    small = text.casefold().translate(_LIKE_ACCENTS)
    if any("\u0900" <= char <= "\u097f" or char >= "\u3040" for char in small):
        return unicodedata.normalize("NFKC", small)
    bare = "".join(char for char in unicodedata.normalize("NFKD", small) if not unicodedata.combining(char))
    return bare.translate(_LIKE_ACCENTS)
