"""Whether a question that a model put into English asks what was asked, as far as the glossary can tell."""

import re

from bot.readings import places_in
from bot.tongues.detect import language_of
from bot.tongues.hear import Heard
from bot.tongues.tokens import plain
from ingest.places import place_named

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

LONGEST = 300
"""Characters of a translation at most."""


def translation_fault(english: str, heard: Heard) -> str:
    """Why a translation is not taken; empty when it may be. Its numbers and places are those of the question, and words
    that turn the sense ("without", "more than") are not left to a model."""
    if heard.turns or heard.ordered:
        return "it has words that turn the sense"
    if not english.strip() or len(english) > LONGEST or language_of(english) is not None:
        return "it is no English question"
    if _numbers(english) != _numbers(heard.text):
        return "its numbers are others"
    named = {place.name for each in heard.places if (place := place_named(each))}
    return "" if places_in(english) == named else "its places are others"


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(plain(text)))
