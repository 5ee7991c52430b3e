"""What a follow-up takes over from the question before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import lexicon
from bot.asked import AskedWord
from bot.asked_unit import asked_unit
from bot.measuring import MEASURES, NUMBERS
from bot.question import Question
from bot.terms import first_match
from ingest.domain import Period
from ingest.words import STOPWORDS, words

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
    r"\b(?:of|for) the (?:whole |total |entire |overall |global )?(?:market|industry)\b"
    r"|^\W*(?:and |but |what about |how about )*(?:in |the |as a )*(?:total|overall|altogether|all together|whole"
    r"|worldwide|globally|global|all regions|everything)(?: (?:market|industry|one))?\W*$",
    re.IGNORECASE,
)
_COMPARED = ("difference", "multiple", "growth")

_SET_AGAINST = ("difference", "multiple")
_OF_TWO = re.compile(
    r"\b(?:difference|gap|delta|ratio|differ)\b|\b(?:between|of) (?:them|the two|these|those|both)\b", re.IGNORECASE
)
"""Asks of the two figures told last."""


_NAMED = re.compile(r"[A-Z0-9]")


def carry_over(question: Question, previous: Question | None) -> Question:
    """Fills what an elliptic question leaves open from ``previous``; any other question stands alone.

    A new period keeps the measure and the subject, a new place or subject keeps the measure and the period,
    a new measure keeps subject, place and period.
    """
    if previous is None:
        return question
    told = previous.kind in _TOLD_FIGURES or (previous.kind in _NAMES_A_PART and not previous.is_of_whole_market)
    if told and _BARE_WHY.match(question.ask):
        return _of_reason(question, previous)
    if question.kind in ("small talk", "contact", "foreign", "working"):
        return replace(question, previous=previous)
    if lexicon.PRONOUN.search(question.ask) and (named := _names(question, previous)):
        return replace(question, words=(*named, *question.words), previous=previous)
    if not question.elliptic:
        return question
    return _filled(question, previous)


def asks_nothing_new(question: Question, filled: Question) -> bool:
    """Whether a turn that was not understood would be answered with the figure before: "and the other thing?".
    ``filled`` is the question with what it takes over."""
    previous = filled.previous
    if previous is None or not question.elliptic:
        return False
    if filled.aspect == "last two" and previous.previous is None:
        return True
    own = question.measure or question.operation or question.claims or asked_unit(question.ask)
    if own or previous.kind not in (*_TOLD_FIGURES, "list") or question.kind not in OPEN or not _is_vague(question.ask):
        return False
    return (filled.periods, filled.places, filled.words, filled.kind) == (
        previous.periods, previous.places, previous.words, previous.kind,
    )  # fmt: skip


def _is_vague(ask: str) -> bool:
    """Whether all words of a turn point at something, and none names it."""
    return all(word.text.lower() in STOPWORDS | _POINTING for word in words(ask))


_POINTING = frozenset(
    "and so or then ok okay what how about which one ones other others another thing things stuff rest first second"
    " third fourth fifth last former latter next this that these those it them they please me".split()
)


_TOLD_FIGURES = ("figure", "series")
_NAMES_A_PART = ("list", "coverage")
_BARE_WHY = re.compile(
    r"^\W*(?:and |but |so |ok(?:ay)? )*(?:why|how come)(?: (?:is|was|are|were|does|do|did|has|have|will))?"
    r"(?: (?:it|that|this|they|those|these))?(?: (?:so|the|that|as|such))?"
    r"(?: (?:high|low|big|large|small|fast|slow|strong|weak|much|many|little|few|expensive|cheap|case|largest|biggest"
    r"|smallest|fastest|highest|lowest|leading|first))?\W*$",
    re.IGNORECASE,
)
"""Asks for the reason of what was told: "why?", "why is that?", "why so low?"."""


def _of_reason(question: Question, previous: Question) -> Question:
    """Why what was asked before is as it was told."""
    return replace(
        question,
        kind="explanation",
        aspect="reason",
        measure=None,
        operation=None,
        periods=previous.periods,
        places=previous.places,
        words=question.words if previous.is_of_whole_market else previous.words,
        unknown=previous.unknown,
        stems=question.stems | previous.stems,
        previous=previous,
    )


def names_only_measures(words: Sequence[AskedWord]) -> bool:
    """Whether words say what is measured, and not of what: "tonnes"."""
    return all(first_match(MEASURES, word.text) is not None for word in words)


def _names(question: Question, previous: Question) -> tuple[AskedWord, ...]:
    """The names asked about before, for "it" and "they" in a question that has words of its own, and no names."""
    if not question.words or question.places or any(_NAMED.match(word.text) for word in question.words):
        return ()
    return tuple(word for word in previous.words if _NAMED.match(word.text))


def _filled(question: Question, previous: Question) -> Question:
    leaning = bool(lexicon.ELLIPSIS.search(question.ask))
    measured = question.measure is not None and names_only_measures(question.words)
    names_something = bool(question.places or (question.words and not measured))
    own_kind = question.measure is not None or question.kind not in OPEN or bool(_WHY.search(question.ask))
    if not leaning and ((own_kind and names_something) or previous.unknown):
        return question
    own_kind = own_kind or (question.kind == "coverage" and names_something)
    keep_kind = not own_kind and previous.kind in SUBSTANTIAL
    before = previous
    if _OF_MARKET.search(question.ask) and all(period.kind != "month" for period in previous.periods):
        previous = replace(previous, places=(), words=(), unknown=())
    words_open = not question.words and not question.places
    of_two = words_open and not question.periods and question.operation in _SET_AGAINST
    of_two = of_two and bool(_OF_TWO.search(question.ask))
    return replace(
        question,
        kind="figure" if of_two else previous.kind if keep_kind else question.kind,
        aspect="last two" if of_two else previous.aspect if keep_kind else question.aspect,
        measure=question.measure or previous.measure,
        operation=question.operation or (previous.operation if keep_kind and not question.periods else None),
        periods=_periods(question, previous),
        places=question.places or (() if question.words and not measured else previous.places),
        words=question.words or (() if question.places else previous.words),
        context=() if words_open else (*previous.context, *previous.words),
        unknown=question.unknown or (previous.unknown if words_open else ()),
        stems=question.stems | (previous.stems if words_open else frozenset()),
        claims=question.claims or (previous.claims if lexicon.PREMISE.search(question.ask) else ()),
        previous=before,
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
        return tuple(dict.fromkeys((*previous.previous.periods, *previous.periods)))
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
