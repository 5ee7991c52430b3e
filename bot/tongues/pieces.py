"""Takes a question apart into what its words and phrases say in English."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot.tongues.glossary import DROPPED, LONGEST, Entry, Language, Role
from bot.tongues.tokens import Token, tokens

ALIKE = 80
"""Similarity (0 to 100) from which a long foreign word is taken for one of the report: "Telemetrie", "telemetry"."""

LONG = 6
"""Letters of a word that is compared so."""

LEAST = 4
"""Letters of a part of a compound."""

Known = Callable[[str], str | None]
"""A word as the report has it, or None."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a part of a question says; ``role`` is "year", "name" or "unknown" for what is in no glossary."""

    english: str
    role: Role | str
    said: str


_ANYWHERE: tuple[tuple[re.Pattern[str], Role | str], ...] = (
    (re.compile(r"(?:19|20)\d\d(?:\s?[-–~]\s?(?:19|20)\d\d)?|FY\s?\d{2,4}", re.IGNORECASE), "year"),
    (re.compile(r"CAGR", re.IGNORECASE), "measure"),
    (re.compile(r"[QH][1-4]", re.IGNORECASE), "time"),
    (re.compile(r"\d.*|[%$€£₹¥]|USD|EUR|GBP|INR|JPY|CNY|CHF"), "number"),
)
"""What is said so in every language."""


def taken_apart(text: str, language: Language, known: Known) -> list[Piece]:
    """A question's parts in order. What neither the glossary nor the report has is "unknown"."""
    return list(_pieces(tokens(text, language.spaced), language, known))


def _pieces(said: Sequence[Token], language: Language, known: Known) -> Iterator[Piece]:
    at = 0
    while at < len(said):
        found = language.longest(said[at : at + LONGEST])
        if found:
            length, entry = found
            text = " ".join(token.text for token in said[at : at + length])
            if not (length == 1 and entry.role in ("small", "tense") and _is_name(said[at], known)):
                yield Piece("" if entry.english == DROPPED else entry.english, entry.role, text)
            else:
                yield Piece(text, "name", text)
            at += length
            continue
        if language.spaced or said[at].text.isascii():
            yield from _single(said[at], language, known)
            at += 1
            continue
        end = at + 1
        while end < len(said) and not said[end].text.isascii() and language.longest(said[end : end + LONGEST]) is None:
            end += 1
        run = "".join(token.text for token in said[at:end])
        yield Piece(known(run) or run, "name" if known(run) else "unknown", run)
        at = end


def _is_name(token: Token, known: Known) -> bool:
    """Whether a small word is a name in capitals that the report has: "ES" is no "es"."""
    return token.text.isupper() and len(token.text) > 1 and token.text.isascii() and known(token.text) is not None


def _single(token: Token, language: Language, known: Known) -> Iterator[Piece]:
    for pattern, role in _ANYWHERE:
        if pattern.fullmatch(token.text):
            yield Piece(re.sub(r"\s?[–~]\s?", "-", token.text), role, token.text)
            return
    same = known(token.text) or known(token.plain)
    if same:
        yield Piece(token.text if same == token.text.lower() else same, "name", token.text)
        return
    yield from _compound(token, language, known) or (Piece(token.text, "unknown", token.text),)


def _compound(token: Token, language: Language, known: Known) -> tuple[Piece, ...]:
    """A word of two that are known each: "Telemetriemarkt"; empty where it is none."""
    word = token.plain
    if not language.links:
        return ()
    for cut in range(LEAST, len(word) - LEAST + 1):
        last = _whole(word[cut:], language)
        if last is None:
            continue
        for first in (word[:cut], *(word[:cut].removesuffix(each) for each in language.links)):
            entry = _whole(first, language)
            if entry or known(first):
                piece = Piece(entry.english, entry.role, first) if entry else Piece(known(first) or "", "name", first)
                return piece, Piece(last.english, last.role, word[cut:])
    return ()


def _whole(word: str, language: Language) -> Entry | None:
    found = language.longest([Token(word, word)]) if len(word) >= LEAST else None
    return found[1] if found and found[1].role not in ("small", "tense", "ask") else None


def known_by(vocabulary: frozenset[str]) -> Known:
    """Words of a report, exact or nearly so: a long word that begins alike and differs by an ending."""

    @lru_cache(maxsize=256)
    def known(word: str) -> str | None:
        lower = word.lower()
        if lower in vocabulary:
            return lower
        if len(lower) < LONG or not lower.isascii():
            return None
        alike = process.extract(lower, vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5)
        return next((each for each, _, _ in alike if each[:2] == lower[:2]), None)

    return known
