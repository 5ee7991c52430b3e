"""Tells which language a question is in, by its script, or by its words where English has fewer of them."""

import re
import unicodedata
from functools import cache, lru_cache

from bot.spelling import ASKING_WORDS, MIN_LENGTH, is_english, mend
from bot.tongues.glossary import LONGEST, Language, languages
from bot.tongues.tokens import Token, tokens
from ingest.places import find_places
from ingest.words import STOPWORDS

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
"""Scripts and the language they are read as; those before win over those after."""


@lru_cache(maxsize=256)
def language_of(text: str) -> Language | None:
    """The language of a question that has more words of it than of English; None for English, names and numbers.

    A word that both have, and a slip of an English one, speak for English as much.
    """
    normal = unicodedata.normalize("NFKC", text)
    said = [token for token in tokens(_without_places(normal)) if _tells(token)]
    in_english = sum(_is_english(token) for token in said)
    if in_english == len(said):
        return None
    by_code = {language.code: language for language in languages()}
    for code, script in _SCRIPTS:
        letters = tokens("".join(script.findall(normal)), spaced=False)
        if letters and len([t for t in said if script.search(t.text)]) * _WEIGHT.get(code, 1) > in_english:
            return by_code[code]
    counts = {each.code: sum(each.has(token.plain) for token in said) for each in languages() if each.spaced}
    most = max(counts.values(), default=0)
    if most <= in_english:
        return None
    return max((by_code[code] for code in counts if counts[code] == most), key=lambda each: _fit(each, said))


@cache
def _small() -> frozenset[str]:
    """The small words of all languages: a dictionary of English has many of them, "de" and "van"."""
    return frozenset[str]().union(*(language.small for language in languages()))


def _without_places(text: str) -> str:
    """Names of places speak for no language."""
    for found in reversed(find_places(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


_WEIGHT = {"ja": 3, "zh": 3, "ko": 2}
"""What a run of letters without spaces counts as, in words."""


def _tells(token: Token) -> bool:
    """Whether it is a word; what is in capitals may be short for a name, and a letter be a plural's."""
    if token.text.isascii() and (len(token.text) == 1 or token.text.isupper()):
        return False
    return any(char.isalpha() for char in token.text)


def _is_english(token: Token) -> bool:
    lower = token.text.lower()
    if lower in STOPWORDS or lower in ASKING_WORDS:
        return True
    if not lower.isascii() or token.plain in _small():
        return False
    return is_english(lower) or (len(lower) >= MIN_LENGTH and mend(lower, ()) is not None)


def _fit(language: Language, said: list[Token]) -> int:
    """The words of a question that phrases of a language take up, the longer phrases first."""
    at = covered = 0
    while at < len(said):
        found = language.longest(said[at : at + LONGEST])
        covered += found[0] ** 2 if found else 0
        at += found[0] if found else 1
    return covered
