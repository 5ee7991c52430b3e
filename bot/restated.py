"""A follow-up as a question of its own: the question before with its time, place or part put in place."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.asked_currency import asked_currency
from bot.asked_unit import asked_unit
from bot.question import Question
from ingest.places import find_places
from ingest.quantity.periods import read_mentions
from ingest.words import words

Span = tuple[int, int]


def restated(question: Question) -> str | None:
    """The whole question that a follow-up stands for; None where it asks for something of its own, or the question
    before has no place for what it puts in."""
    before = question.previous
    if before is None or not question.elliptic or question.operation or question.claims:
        return None
    if asked_unit(question.ask) or asked_currency(question.ask):
        return None
    if question.measure and question.measure != before.measure and question.kind == "figure":
        return _with_what_is_carried(question)
    if question.kind != before.kind or question.measure != before.measure:
        return None
    text = restated(before) or before.ask
    text, same = text.rstrip(" ?!."), text
    if question.places != before.places or question.words != before.words:
        named = _renamed(text, question, before)
        if named is None:
            return None
        text = named
    if question.periods != before.periods:
        if not question.periods:
            return None
        when = " and ".join(map(str, question.periods))
        times = [(mention.start, mention.end) for mention in read_mentions(text)]
        text = _put(text, times, when) or f"{text} in {when}"
    return f"{text}?" if text != same.rstrip(" ?!.") else None


def _with_what_is_carried(question: Question) -> str | None:
    """A follow-up for another measure, with the places and times it took over: "tonnes in Germany in 2023"."""
    text = question.ask.rstrip(" ?!.")
    places = [place for place in question.places if not any(f.value.name == place for f in find_places(text))]
    times = [str(period) for period in question.periods if not read_mentions(text)]
    parts = [" and ".join(named) for named in (places, times) if named]
    return f"{' in '.join((text, *parts))}?" if parts else None


def _renamed(text: str, question: Question, before: Question) -> str | None:
    """The question before with a new place for its place, a new part for its part, else one for the other."""
    places = question.places if question.places != before.places else ()
    parts = tuple(word.text for word in question.words) if question.words != before.words else ()
    at = [(found.start, found.end) for found in find_places(text) if found.value.name in before.places]
    said = {word.text for word in before.words}
    of = [(word.start, word.end) for word in words(text) if word.text in said]
    named = of and of[0][0] > 0 and text[of[0][0]].isupper()
    if (places and parts) or (parts and named and parts[0].islower()):  # "venues" is no other company
        return None
    return _put(text, (at or of) if places else (of or at), " ".join(places or parts))


def _put(text: str, spans: Sequence[Span], new: str) -> str | None:
    """The text with one stretch of it replaced; None where spans are none, or stand apart."""
    if not spans or not new:
        return None
    if any(not _BETWEEN.fullmatch(text[one[1] : other[0]]) for one, other in pairwise(spans)):
        return None
    return f"{text[: spans[0][0]]}{new}{text[spans[-1][1] :]}"


_BETWEEN = re.compile(r"[\s-]*(?:(?:and|&|of|the|to)\s+)*", re.IGNORECASE)
"""What may stand between words of one name."""
