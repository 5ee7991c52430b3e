"""A measure over several years: published points, and those a stated CAGR gives in between, told apart."""

from collections.abc import Iterable
from dataclasses import replace

from bot.answerers.calculate import at_rate
from bot.answerers.lookup import distinct
from bot.arithmetic import compute
from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Point, Sentence, Series
from bot.match import matching
from bot.operands import CalculationError
from bot.phrase import capitalised, sentence, topic
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import Period, Quantity


def series(found: Found) -> Draft | None:
    """The published levels in years order as sentences, and a chart with the calculated years between them."""
    question, book = found.question, found.book
    asked = replace(
        question, measure=question.measure if question.measure in ("volume", "share", "price") else "size", periods=()
    )
    levels = sorted(
        distinct(within_asked(matching(asked, book), question)), key=lambda q: q.period.first if q.period else 0
    )
    levels = [
        q for q in levels if q.kind == levels[0].kind and q.currency == levels[0].currency and q.unit == levels[0].unit
    ]
    if len(levels) < 2:
        return None
    sentences = tuple(Sentence(sentence(q, book), (evidence_of(book, q),)) for q in levels[:8])
    published = [Point(str(q.period), q.amount, (evidence_of(book, q),)) for q in levels]
    points = sorted([*published, *calculated(replace(asked, periods=()), found, levels)], key=lambda p: p.label)
    unit = levels[0].currency or levels[0].unit or ("%" if levels[0].kind == "percent" else "")
    chart = Series(f"{capitalised(topic(levels[0], book))} by year", unit, tuple(points))
    return Draft((Paragraph(sentences), chart))


def within_asked(levels: Iterable[Quantity], question: Question) -> list[Quantity]:
    """Levels of single years, inside the years asked for, if any."""
    years = [year for p in question.periods for year in (p.first, p.last)]
    single = [q for q in levels if q.period and q.period.kind in ("year", "fiscal year") and q.upper is None]
    return [q for q in single if q.period and (len(years) < 2 or min(years) <= q.period.first <= max(years))]


def calculated(question: Question, found: Found, levels: list[Quantity]) -> list[Point]:
    """Points for the years between the first and the last published one that a stated CAGR covers."""
    years = [q.period.first for q in levels if q.period]
    points = []
    for year in range(min(years) + 1, max(years)):
        calculation = at_rate(question, found.book, Period(year, year)) if year not in years else None
        if calculation is None:
            continue
        try:
            result = compute(calculation)
        except CalculationError:
            continue
        evidence = tuple(operand.evidence for operand in calculation.operands)
        points.append(Point(str(year), result.value * result.scale, evidence, calculation))
    return points
