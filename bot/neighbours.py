"""Markets that a report is not of: "the honey market" asked of a report on beehives."""

import re

from bot.book import Book
from bot.question import Kind, Question
from bot.sense import GENERIC
from ingest.places import find_places
from ingest.words import STOPWORDS, stem, words

_MARKET = r"(?:markets?|industry|industries|sectors?)"
_BEHIND = re.compile(rf"\b{_MARKET} (?:for|of) (?:the )?([a-z][\w-]*(?: [a-z][\w-]*)?)\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b([a-z][\w-]*) {_MARKET}\b", re.IGNORECASE)
"""What a question calls a market: the words behind "market for", and the one right before it."""

_ANY = frozenset(
    map(
        stem,
        "global world worldwide international domestic local regional national european total overall whole"
        " entire full current present future addressable same this that its their growing booming fast biggest"
        " largest main big small mature emerging stock job labour labor capital single target overseas foreign"
        " export home end key first second next last new old such own free open mass niche retail wholesale"
        " consumer private public premium up down per each every which what other another secondary after used"
        " one two three four five years year time product".split(),
    )
)
"""Stems that say no market's name."""

ASKED: tuple[Kind, ...] = ("figure", "series", "explanation", "superlative")
"""Kinds of question that are about a market; whether one is covered is another."""


def is_of_another_market(question: Question, book: Book) -> bool:
    """Whether a question is about a market by a name that is neither the report's nor that of anything in it."""
    if question.kind not in ASKED:
        return False
    known = book.market_stems | book.name_stems | book.publisher_stems | book.whole | GENERIC | _ANY | STOPWORDS
    called = (*_BEHIND.findall(question.ask), *_BEFORE.findall(question.ask))
    return any(not _is_known(name, known, book) for name in called)


def is_called_market(word: str, ask: str) -> bool:
    """Whether a question speaks of a market by a word: "the whale market", "market for whales"."""
    called = " ".join((*_BEHIND.findall(ask), *_BEFORE.findall(ask))).lower().split()
    return word.lower() in called


def _is_known(said: str, known: frozenset[str], book: Book) -> bool:
    """Whether what a market is called by is a name, or a word that the report never uses: others see to that."""
    if find_places(said) or any(char.isdigit() for char in said):
        return True
    own = {word.stem for word in words(said) if word.text.lower() not in book.market_initials} - known
    return own.isdisjoint(book.surface)
