"""Figures the report does not print but that follow from those it does, by a formula that is shown."""

from dataclasses import replace

from bot.answerers.lookup import at_period
from bot.arithmetic import compute
from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Calculation, Draft, Operand, Operation, Paragraph, Sentence
from bot.match import matching
from bot.operands import CalculationError
from bot.phrase import amount, topic
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import Period, Quantity


def calculate(found: Found) -> Draft | None:
    """Difference, growth, multiple or CAGR between two published years, or a year inside a stated CAGR's span."""
    question, book = found.question, found.book
    ends = endpoints(question, book)
    if ends is not None:
        calculations = between(question, book, *ends)
    else:
        inside = [at_rate(question, book, period) for period in question.periods if period.kind == "year"]
        calculations = [c for c in inside if c is not None]
    sentences = [s for c in calculations if (s := said(c, book, question)) is not None]
    return Draft((Paragraph(tuple(sentences)),), answerer="calculate") if sentences else None


def endpoints(question: Question, book: Book) -> tuple[Quantity, Quantity] | None:
    """The two published levels a question compares."""
    years = sorted({year for p in question.periods for year in (p.first, p.last)})
    if len(years) == 1 and question.measure in ("growth", "increase") and question.operation != "cagr":
        years = [years[0] - 1, years[0]]
    if not years and question.operation in ("multiple", "difference"):
        years = published_years(question, book)
    if len(years) < 2 or (question.operation is None and question.measure not in ("growth", "cagr", "increase")):
        return None
    first, last = (at_period(question, book, Period(year, year)) for year in (years[0], years[-1]))
    return (first, last) if first is not None and last is not None else None


def published_years(question: Question, book: Book) -> list[int]:
    """First and last year with a published level."""
    levels = matching(replace(question, measure="size", periods=()), book)
    years = sorted({q.period.first for q in levels if q.period and q.period.kind == "year"})
    return [years[0], years[-1]] if len(years) > 1 else []


def between(question: Question, book: Book, first: Quantity, last: Quantity) -> list[Calculation]:
    """The calculation asked for between two levels; "how much will it grow" is answered in money and in percent."""
    operands = (Operand(first, evidence_of(book, first)), Operand(last, evidence_of(book, last)))
    years = last.period.last - first.period.last if first.period and last.period else 1
    wanted: tuple[Operation, ...]
    match question.operation:
        case "multiple" | "growth":
            wanted = (question.operation,)
        case "cagr":
            wanted = ("cagr",)
        case "difference":
            wanted = ("difference", "growth") if question.measure == "growth" else ("difference",)
        case _:
            wanted = ("cagr",) if question.measure == "cagr" else ("growth",)
    return [Calculation(operation, operands, years if operation == "cagr" else None) for operation in wanted]


def at_rate(question: Question, book: Book, period: Period) -> Calculation | None:
    """The level of a year inside a stated CAGR's span, from the level of the span's first year."""
    if question.measure not in ("size", "volume", None):
        return None
    rates = [
        q for q in matching(replace(question, measure="cagr", periods=()), book) if spans(q, period) and q.upper is None
    ]
    for rate in sorted(rates, key=lambda q: -(q.period.first if q.period else 0)):
        start = rate.period and at_period(question, book, Period(rate.period.first, rate.period.first))
        if rate.period and start:
            operands = (Operand(start, evidence_of(book, start)), Operand(rate, evidence_of(book, rate)))
            return Calculation("at_rate", operands, period.first - rate.period.first)
    return None


def spans(rate: Quantity, period: Period) -> bool:
    """Whether the year lies inside the rate's span, past its first year."""
    return (
        rate.period is not None and rate.period.kind == "span" and rate.period.first < period.first <= rate.period.last
    )


def said(calculation: Calculation, book: Book, question: Question) -> Sentence | None:
    """The result in a sentence marked as calculated; None when the operands do not go together."""
    try:
        result = compute(calculation)
    except CalculationError:
        return None
    first, last = calculation.operands[0].quantity, calculation.operands[-1].quantity
    what = topic(first, book)
    span = f"from {first.period} to {last.period}"
    match calculation.operation:
        case "difference":
            text = f"Calculated, not published: {what} changes by {result.text} {span}."
        case "growth":
            text = f"Calculated, not published: {what} changes by {result.text} {span}."
        case "multiple":
            text = f"Calculated, not published: {what} in {last.period} is {result.text} its level of {first.period}."
        case "cagr":
            text = f"Calculated, not published: {what} has a compound annual growth rate of {result.text} {span}."
        case "at_rate":
            year = (first.period.first if first.period else 0) + (calculation.years or 0)
            text = f"Calculated, not published: at the stated rate of {amount(last)} a year, {what} would be {result.text} in {year}."
        case _:
            return None
    evidence = tuple(dict.fromkeys(operand.evidence for operand in calculation.operands))
    return Sentence(text, evidence, calculation)
