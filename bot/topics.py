"""Topics every market report has, and the many ways people ask for them."""

import re
from dataclasses import replace

from bot import vocabulary
from bot.asked import AskedWord
from bot.grammar import agents
from ingest.words import stem

PHRASES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:hold|keep)(?:s|ing)?\b([^?.]{0,40}?)\bback\b", re.IGNORECASE), r"restraining\1"),
    (re.compile(r"\bheld\b([^?.]{0,40}?)\bback\b", re.IGNORECASE), r"restrained\1"),
    (re.compile(r"\bslow(?:s|ing|ed)?\b([^?.]{0,30}?)\bdown\b", re.IGNORECASE), r"restraining\1"),
    (re.compile(r"\b(?:stand|get)(?:s|ting)? in the way of\b", re.IGNORECASE), "restrains"),
    (re.compile(r"\bwhat(?:'s| is| are)? (?:behind|pushing|propelling)\b", re.IGNORECASE), "what drives"),
    (
        re.compile(
            r"\bhow (?:(?:was|is|were|did (?:you|they)) (?:the )?(?:market size|market|sizes?|estimates?"
            r"|forecasts?|figures?) (?:\w+ )?"
            r"(?:worked out|calculate[d]?|determined?|derived?|estimated?|arrived at|sized?|computed?)"
            r"|did \w+ (?:do|conduct|carry out) (?:the|this|its|their) "
            r"(?:research|study|analysis|survey)|did (?:you|they) research (?:this|it|the market))\b|\bhow (?:was"
            r"|were|is|are|did you do) (?:the |this |your |that )?(?:market )?(?:research|study|report|data"
            r"|analysis|estimates?|"
            r"figures|numbers|sizing)?s? ?(?:done|made|carried out|conducted|collected|gathered|compiled"
            r"|put together|prepared|performed)\b",
            re.IGNORECASE,
        ),
        "what is the methodology",
    ),
    (
        re.compile(r"\bend of (?:the |its )?forecast\b(?! (?:period|horizon|window))", re.IGNORECASE),
        "end of the forecast period",
    ),
    (re.compile(r"\bper cent\b", re.IGNORECASE), "percent"),
    (re.compile(r"\bend[- ]?us(?:e|er|ers|es|age)\b", re.IGNORECASE), "enduser"),
)
"""Phrases of several words, and the one word for them."""

_DRIVERS = next(group for group in vocabulary.CLASS_STEMS if stem("driver") in group)
_WHY = re.compile(r"\bwhy\b|\bhow come\b|\breasons?\b|\bwhat makes\b", re.IGNORECASE)


def in_one_word(text: str) -> str:
    """The text with its phrases written as one word each."""
    for pattern, word in PHRASES:
        text = pattern.sub(word, text)
    return text


def with_topics(words: tuple[AskedWord, ...]) -> tuple[AskedWord, ...]:
    """The words, each topic among them with all the ways reports write of it."""
    return tuple(_with_topic(word) for word in words)


def _with_topic(word: AskedWord) -> AskedWord:
    alike = {other for group in vocabulary.TOPIC_STEMS if word.spellings[0] <= group for other in group}
    more = tuple(frozenset([other]) for other in sorted(alike - word.stems))
    more += tuple(phrase for topic, phrase in vocabulary.TOPIC_PHRASES if topic in alike)
    return replace(word, spellings=(*word.spellings, *more)) if more else word


def with_companies(words: tuple[AskedWord, ...]) -> tuple[AskedWord, ...]:
    """The words, a verb among them with the company that does it: "who supplies pumps" asks for suppliers."""
    return tuple(_with_company(word) for word in words)


def _with_company(word: AskedWord) -> AskedWord:
    named = tuple(frozenset([agent]) for agent in sorted(agents(word.text) & _COMPANIES - word.stems))
    return replace(word, spellings=(*word.spellings, *named)) if named else word


_COMPANIES = frozenset(map(stem, vocabulary.CLASSES["company"]))


def why_of(ask: str, words: tuple[AskedWord, ...]) -> tuple[AskedWord, ...]:
    """The words of a "why": without any of its own, it asks for what drives the market; its actors explain nothing."""
    if not _WHY.search(ask):
        return words
    own = tuple(word for word in words if not word.stems & _COMPANIES)
    return own or (AskedWord("drivers", tuple(frozenset([driver]) for driver in sorted(_DRIVERS))),)
