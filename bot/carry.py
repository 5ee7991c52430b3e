"""What a follow-up takes over from the question before it."""

import re
from dataclasses import replace

from bot import lexicon
from bot.question import Question

SUBSTANTIAL = {"figure", "series", "list", "superlative", "coverage", "about", "explanation"}
OPEN = {"explanation", "empty", "coverage", "figure"}
"""Kinds an elliptic question falls into for want of words; it then is of the kind of the one before."""


def carry_over(question: Question, previous: Question | None, asked: str) -> Question:
    """Fills what an elliptic question leaves open from ``previous``; any other question stands alone.

    A new period keeps the measure and the subject, a new place or subject keeps the measure and the period,
    a new measure keeps subject, place and period.
    """
    if previous is None:
        return question
    if question.kind in ("small talk", "contact", "foreign"):
        return replace(question, previous=previous)
    if question.kind == "working":
        return replace(question, previous=previous)
    if not question.elliptic:
        return question
    return _filled(question, previous, bool(lexicon.ELLIPSIS.search(asked)), asked)


def _filled(question: Question, previous: Question, leaning: bool, asked: str) -> Question:
    names_something = bool(question.subject or question.places)
    why = bool(re.search(r"\bwhy\b|\bhow come\b", asked, re.I))
    own_kind = question.measure is not None or question.kind not in OPEN or why
    if not leaning and own_kind and names_something:
        return question
    keep_kind = not own_kind and previous.kind in SUBSTANTIAL
    return replace(
        question,
        kind=previous.kind if keep_kind else question.kind,
        aspect=previous.aspect if keep_kind else question.aspect,
        measure=question.measure or previous.measure,
        operation=question.operation or (previous.operation if keep_kind and not question.periods else None),
        periods=question.periods or (previous.periods if question.measure != "cagr" else ()),
        places=question.places or (() if question.subject else previous.places),
        subject=question.subject or (frozenset() if question.places else previous.subject),
        words=question.words or (() if question.places else previous.words),
        unknown=question.unknown or (() if names_something else previous.unknown),
        forecast=question.forecast,
        previous=previous,
    )
