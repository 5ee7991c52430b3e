"""Figures from the ledger, each in a plain sentence with its unit, period and subject."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.match import matching
from bot.phrase import sentence
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import Period, Quantity

MANY = 6
"""More figures than this for one question are an enumeration, not an answer."""


def lookup(found: Found) -> Draft | None:
    """The published figure asked for; both when the report prints two that disagree."""
    chosen = chosen_quantities(found)
    if not chosen or len(chosen) > MANY:
        return None
    return Draft((Paragraph(tuple(stated(chosen, found.book))),), suggestions=())


def chosen_quantities(found: Found) -> list[Quantity]:
    """Of the matches: the best measure, one per period asked for, or the current one and the forecast for an open question."""
    question, book = found.question, found.book
    if needs_calculation(found):
        return []
    matches = best_measure(found.quantities)
    if question.periods:
        return distinct(matches)
    if not matches or matches[0].measure not in ("size", "volume", "share", "price", "count"):
        return distinct(of_latest_statement(matches))
    return distinct(at_default_period(matches, question, book))


def needs_calculation(found: Found) -> bool:
    """Whether the question asks for what lies between figures rather than for a figure."""
    question = found.question
    between = len(question.periods) >= 2 or any(p.kind == "span" for p in question.periods)
    if question.operation in ("multiple", "difference", "sum") and question.measure not in ("share", "cagr"):
        return between or question.operation in ("multiple", "sum")
    return question.operation == "growth" and between and not found.quantities


def best_measure(matches: Sequence[Quantity]) -> list[Quantity]:
    """Those of the first measure (matches come best measure first)."""
    return [q for q in matches if q.measure == matches[0].measure]


def of_latest_statement(matches: Sequence[Quantity]) -> list[Quantity]:
    """The forecast rate when the report states a historic one beside it."""
    ends = [q.period.last for q in matches if q.period]
    latest = [q for q in matches if q.period and q.period.last == max(ends)] if ends else list(matches)
    starts = [q.period.first for q in latest if q.period]
    return [q for q in latest if not q.period or q.period.first == min(starts)] if starts else latest


def at_default_period(matches: Sequence[Quantity], question: Question, book: Book) -> list[Quantity]:
    """Without a period asked for: the base year's figure, with the forecast's end for the market as a whole."""
    dated = sorted(
        (q for q in matches if q.period), key=lambda q: (q.period.last, q.period.first) if q.period else (0, 0)
    )
    if not dated:
        return list(matches)
    last = dated[-1].period
    if question.forecast:
        return [q for q in dated if q.period == last]
    current = current_period(dated, book)
    shown = [q for q in dated if q.period == current]
    whole = question.measure == "size" and not question.subject and not question.places
    return shown + ([q for q in dated if q.period == last and q.forecast] if whole and last != current else [])


def current_period(dated: Sequence[Quantity], book: Book) -> Period | None:
    """The base year when it has a figure, else the last period that is not a forecast, else the first."""
    for q in dated:
        if q.period and q.period.kind != "span" and q.period.last == book.frame.base_year:
            return q.period
    past = [q for q in dated if not q.forecast]
    return (past[-1] if past else dated[0]).period


def distinct(matches: Sequence[Quantity]) -> list[Quantity]:
    """One per figure and period: repetitions and coarser printings of the same figure fall away, prose before cells as printed."""
    kept: list[Quantity] = []
    for q in matches:
        same = next((i for i, k in enumerate(kept) if agrees(k, q)), None)
        if same is None:
            kept.append(q)
        elif q.quantum < kept[same].quantum:
            kept[same] = q
    return kept


def agrees(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities say the same: same period, currency, unit, and amounts equal to the coarser one's printed digit."""
    if (one.period, one.currency, one.unit, one.kind, one.place) != (
        other.period,
        other.currency,
        other.unit,
        other.kind,
        other.place,
    ):
        return False
    coarser = max(one.quantum, other.quantum)
    return one.upper == other.upper and abs(one.amount - other.amount) * 2 <= coarser


def stated(chosen: Sequence[Quantity], book: Book) -> list[Sentence]:
    """A sentence per figure; figures of one period that disagree are said to."""
    sentences: list[Sentence] = []
    for _, group in groupby(chosen, key=lambda q: (q.period, q.measure, q.place, q.subject, q.currency)):
        quantities = list(group)
        for number, q in enumerate(quantities):
            text = sentence(q, book)
            sentences.append(
                Sentence(f"Elsewhere the report says: {text}" if number else text, (evidence_of(book, q),))
            )
    return sentences


def at_period(question: Question, book: Book, period: Period) -> Quantity | None:
    """The level published for one period, for the question's measure, place and subject."""
    measure = question.measure if question.measure in ("size", "volume", "share", "price", "count") else "size"
    levels = [q for q in matching(replace(question, measure=measure, periods=(period,)), book) if q.upper is None]
    return distinct(levels)[0] if levels else None
