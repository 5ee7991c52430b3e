"""What a follow-up takes over from the question before it."""

import re
from dataclasses import replace

from bot import lexicon
from bot.asked import AskedWord
from bot.measuring import NUMBERS
from bot.question import Question
from ingest.domain import Period

SUBSTANTIAL = {"figure", "series", "list", "superlative", "coverage", "about", "explanation"}
OPEN = {"explanation", "empty", "coverage", "figure"}
"""Kinds an elliptic question falls into for want of words; it then is of the kind of the one before."""

_WHY = re.compile(r"\bwhy\b|\bhow come\b", re.IGNORECASE)
_SHIFTED = re.compile(
    r"\b(?:(?P<many>one|two|three|four|five|\d) )?"
    r"(?:(?P<after>(?P<a>year|quarter)s? (?:after|later|following|on(?! year))\b"
    r"|(?:next|following) (?P<n>year|quarter))"
    r"|(?P<before>(?P<b>year|quarter)s? (?:before|earlier|prior|ago)"
    r"|(?:previous|prior|preceding) (?P<p>year|quarter)))\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\bQ([1-4])\b", re.IGNORECASE)
_OF_MARKET = re.compile(
    r"\b(?:of|for) the (?:whole |total |entire |overall |global )?(?:market|industry)\b", re.IGNORECASE
)
_COMPARED = ("difference", "multiple", "growth")


_NAMED = re.compile(r"[A-Z0-9]")


def carry_over(question: Question, previous: Question | None) -> Question:
    """Fills what an elliptic question leaves open from ``previous``; any other question stands alone.

    A new period keeps the measure and the subject, a new place or subject keeps the measure and the period,
    a new measure keeps subject, place and period.
    """
    if previous is None:
        return question
    if question.kind in ("small talk", "contact", "foreign", "working"):
        return replace(question, previous=previous)
    if lexicon.PRONOUN.search(question.ask) and (named := _names(question, previous)):
        return replace(question, words=(*named, *question.words), previous=previous)
    return _filled(question, previous) if question.elliptic else question


def _names(question: Question, previous: Question) -> tuple[AskedWord, ...]:
    """The names asked about before, for "it" and "they" in a question that has words of its own, and no names."""
    if not question.words or question.places or any(_NAMED.match(word.text) for word in question.words):
        return ()
    return tuple(word for word in previous.words if _NAMED.match(word.text))


def _filled(question: Question, previous: Question) -> Question:
    leaning = bool(lexicon.ELLIPSIS.search(question.ask))
    names_something = not question.is_of_whole_market
    own_kind = question.measure is not None or question.kind not in OPEN or bool(_WHY.search(question.ask))
    if not leaning and ((own_kind and names_something) or previous.unknown):
        return question
    own_kind = own_kind or (question.kind == "coverage" and names_something)
    keep_kind = not own_kind and previous.kind in SUBSTANTIAL
    if _OF_MARKET.search(question.ask):
        previous = replace(previous, places=(), words=(), unknown=())
    words_open = not question.words and not question.places
    return replace(
        question,
        kind=previous.kind if keep_kind else question.kind,
        aspect=previous.aspect if keep_kind else question.aspect,
        measure=question.measure or previous.measure,
        operation=question.operation or (previous.operation if keep_kind and not question.periods else None),
        periods=_periods(question, previous),
        places=question.places or (() if question.words else previous.places),
        words=question.words or (() if question.places else previous.words),
        context=() if words_open else (*previous.context, *previous.words),
        unknown=question.unknown or (previous.unknown if words_open else ()),
        stems=question.stems | (previous.stems if words_open else frozenset()),
        claims=question.claims or (previous.claims if lexicon.PREMISE.search(question.ask) else ()),
        previous=previous,
    )


def _periods(question: Question, previous: Question) -> tuple[Period, ...]:
    """Its own; with those before where they are compared; moved where it says "the year after"; else those before."""
    if question.periods:
        compared = question.operation in _COMPARED and len(question.years) == 1 and bool(previous.periods)
        return (*previous.periods, *question.periods) if compared else question.periods
    moved = _moved(question.ask, previous)
    if moved is not None:
        return (moved,)
    if question.operation in _COMPARED and previous.previous and len(previous.years) == 1:
        return (*previous.previous.periods, *previous.periods)
    return previous.periods if question.measure != "cagr" else ()


def _moved(ask: str, previous: Question) -> Period | None:
    if len(previous.periods) != 1:
        return None
    last = previous.periods[0]
    if (quarter := _QUARTER.search(ask)) and last.kind == "quarter":
        return replace(last, part=int(quarter[1]))
    shift = _SHIFTED.search(ask)
    if shift is None or last.kind not in ("year", "fiscal year", "quarter"):
        return None
    many = (shift["many"] or "1").lower()
    step = (NUMBERS.get(many) or int(many)) * (1 if shift["after"] else -1)
    unit = next(shift[name] for name in ("a", "n", "b", "p") if shift[name]).lower()
    if unit == "quarter":
        return _quarters_on(last, step) if last.kind == "quarter" else None
    return replace(last, first=last.first + step, last=last.last + step)


def _quarters_on(quarter: Period, step: int) -> Period:
    """The quarter so many later: Q1 2025 is one after Q4 2024."""
    year, part = divmod(quarter.first * 4 + (quarter.part or 1) - 1 + step, 4)
    return replace(quarter, first=year, last=year, part=part + 1)
