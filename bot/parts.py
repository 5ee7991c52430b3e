"""Splits a question that compares or adds into the questions whose answers it is calculated from."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import measuring
from bot.asked import AskedWord
from bot.question import Question
from bot.terms import first_match
from ingest.domain import Measure
from ingest.words import Word, words

_BETWEEN = re.compile(r"\b(?:than|and|versus|vs|against|plus|or|minus|over)\b", re.IGNORECASE)
"""Stands between the two things that are compared or added."""

LEVELS: tuple[Measure, ...] = ("size", "volume", "price", "count")
"""Measures of amounts that can be compared over time and between parts."""

_ADDED = ("difference", "multiple", "sum", "growth", "share", "cagr")


def parts_of(question: Question) -> tuple[Question, ...]:
    """A question for each period, place or thing that the question puts side by side; none where it does not."""
    if question.operation not in _ADDED:
        return ()
    if len(question.periods) == 1 and question.periods[0].kind == "span" and question.operation != "sum":
        first, last = (replace(question.periods[0], kind="year", first=y, last=y) for y in question.years)
        return _each(question, [{"periods": (first,)}, {"periods": (last,)}])
    if len(question.periods) > 1:
        ordered = sorted(question.periods, key=lambda period: (period.first, period.part or 0))
        return _each(question, [{"periods": (period,)} for period in ordered])
    if len(question.places) > 1:
        return _each(question, [{"places": (place,)} for place in question.places])
    return _each(question, [{"words": kept} for kept in _conjuncts(question)])


def _each(question: Question, changes: Sequence[dict[str, object]]) -> tuple[Question, ...]:
    measure = question.measure if question.measure in LEVELS else first_match(measuring.LEVELS, question.ask)
    asked = replace(question, operation=None, measure=measure)
    return tuple(replace(asked, **change) for change in changes)  # type: ignore[arg-type]


def _conjuncts(question: Question) -> list[tuple[AskedWord, ...]]:
    """The words of each side of "than" or "and", with those that belong to both; the last such word splits."""
    said = words(question.ask)
    for match in reversed(list(_BETWEEN.finditer(question.ask))):
        left = _run([word for word in said if word.end <= match.start()][::-1], question)
        right = _run([word for word in said if word.start >= match.end()], question)
        if left and right and not left & right:
            return [tuple(word for word in question.words if word.text not in other) for other in (right, left)]
    return []


def _run(said: Sequence[Word], question: Question) -> frozenset[str]:
    """The content words that stand next to each other from the first on; other words before them are passed over."""
    content = {word.text for word in question.words}
    found: list[str] = []
    for word in said:
        if word.text in content:
            found.append(word.text)
        elif found:
            break
    return frozenset(found)
