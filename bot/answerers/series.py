"""A measure over several years: published points, and those a stated CAGR gives in between, told apart."""

from collections.abc import Iterable
from dataclasses import replace

from bot.answerers.rates import at_rate
from bot.arithmetic import compute
from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Point, Sentence, Series
from bot.match import matching
from bot.operands import CalculationError
from bot.phrase import capitalised, sentence, topic
from bot.printings import distinct
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import Period, Quantity

SPOKEN = 8
"""Points said in sentences too; the rest is in the chart."""


def series(found: Found) -> Draft | None:
    """The published levels in years order as sentences, and a chart with the calculated years between them."""
    question, book = found.question, found.book
    measure = question.measure if question.measure in ("volume", "share", "price", "growth") else "size"
    asked = replace(question, measure=measure, periods=())
    levels = _in_one_unit(distinct(_within_asked(matching(asked, book), question)))
    if len(levels) < 2:
        return None
    sentences = tuple(Sentence(sentence(q, book, book.until), (evidence_of(book, q),)) for q in levels[:SPOKEN])
    published = [Point(str(q.period), q.amount, (evidence_of(book, q),)) for q in levels]
    between = [] if measure == "growth" else _calculated(asked, found, levels)
    points = sorted([*published, *between], key=lambda point: point.label)
    unit = levels[0].currency or levels[0].unit or ("%" if levels[0].kind == "percent" else "")
    chart = Series(f"{capitalised(topic(levels[0], book))} by year", unit, tuple(points))
    return Draft((Paragraph(sentences), chart), answerer="series")


def _in_one_unit(levels: list[Quantity]) -> list[Quantity]:
    """The levels of the first one's kind, unit and currency by year, one a year."""
    by_year: dict[int, Quantity] = {}
    for q in levels:
        if q.period and (q.kind, q.currency, q.unit) == (levels[0].kind, levels[0].currency, levels[0].unit):
            by_year.setdefault(q.period.first, q)
    return [by_year[year] for year in sorted(by_year)]


def _within_asked(levels: Iterable[Quantity], question: Question) -> list[Quantity]:
    """Levels of single years, inside the years asked for, if any."""
    years = question.years
    single = [q for q in levels if q.period and q.period.kind in ("year", "fiscal year") and q.upper is None]
    return [q for q in single if q.period and (len(years) < 2 or years[0] <= q.period.first <= years[-1])]


def _calculated(question: Question, found: Found, levels: list[Quantity]) -> list[Point]:
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
        points.append(Point(str(year), result.amount, evidence, calculation))
    return points
