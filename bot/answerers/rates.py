"""The level of a year that a stated compound rate covers."""

import re
from dataclasses import replace

from bot.answerers.operands import level
from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Calculation, Operand
from bot.match import matching
from bot.question import Question
from ingest.domain import Period, Quantity

_LEVEL = re.compile(r"\b(?:size|worth|value|stand|level|big|large|reach|estimate|where|market be)\b", re.IGNORECASE)
"""Asks for a level, whatever rate it names to get there."""


def at_rate(question: Question, book: Book, period: Period) -> Calculation | None:
    """The level of a year inside a stated CAGR's span, from the last published level before it within the span."""
    if question.measure not in ("size", "volume", None) and not _LEVEL.search(question.ask):
        return None
    rates = [
        q for q in matching(replace(question, measure="cagr", periods=()), book) if spans(q, period) and q.upper is None
    ]
    for rate in sorted(rates, key=lambda q: -(q.period.first if q.period else 0)):
        if rate.period and (start := _start(question, book, rate.period, period)):
            operands = (Operand(start, evidence_of(book, start)), Operand(rate, evidence_of(book, rate)))
            return Calculation("at_rate", operands, period.first - (start.period.first if start.period else 0))
    return None


def _start(question: Question, book: Book, span: Period, period: Period) -> Quantity | None:
    """The level of the span's first year."""
    return level(question, book, Period(span.first, span.first)) if span.first < period.first else None


def spans(rate: Quantity, period: Period) -> bool:
    """Whether the year lies inside the rate's span, past its first year."""
    own = rate.period
    return own is not None and own.kind == "span" and own.first < period.first <= own.last
