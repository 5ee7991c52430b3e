"""Figures the report does not print but that follow from those it does, by a formula that is shown."""

from collections.abc import Iterator

from bot.answerers.operands import largest, of_one_period, over_time, part_and_whole, portion, side_by_side
from bot.answerers.rates import at_rate
from bot.answerers.yearly import yearly
from bot.arithmetic import compute
from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Calculation, Draft, Operand, Operation, Paragraph, Sentence
from bot.operands import CalculationError
from bot.phrase import calculated
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import Quantity
from ingest.words import stem


def calculate(found: Found) -> Draft | None:
    """Difference, growth, multiple, share, sum or CAGR of published figures, or a year inside a stated CAGR's span; not
    where the report states the growth a year itself."""
    question, book = found.question, found.book
    if stated := yearly(found):
        return stated
    for calculations in _candidates(question, book):
        said = [sentence for each in calculations if (sentence := in_words(each, book)) is not None]
        if said:
            return Draft((Paragraph(tuple(said)),), answerer="calculate")
    return None


def _candidates(question: Question, book: Book) -> Iterator[list[Calculation]]:
    """What could be meant, the likeliest first."""
    if first := largest(question, book):
        yield [calculation("sum", book, *first)]
    if question.measure in ("size", "share", None) and (of_whole := portion(question, book)):
        yield [calculation("portion", book, *of_whole)]
    compared = question.operation in ("difference", "multiple", "sum", "share") or question.measure == "share"
    shared = question.operation == "share" or question.measure == "share"
    if shared and (parts := part_and_whole(question, book)):
        yield [calculation("share", book, *parts)]
    if compared and (beside := side_by_side(question, book)):
        yield [_beside(question, book, beside)]
    if question.measure == "share":
        return
    if (question.operation or question.measure in ("growth", "cagr", "increase")) and (
        ends := over_time(question, book)
    ):
        yield _between(question, book, *ends)
    if question.operation in ("difference", "multiple", "sum"):
        return
    inside = [at_rate(question, book, period) for period in question.periods if period.kind in ("year", "fiscal year")]
    yield [each for each in inside if each is not None]


def calculation(operation: Operation, book: Book, *quantities: Quantity, years: int | None = None) -> Calculation:
    """A calculation of published figures, each with the place it was read from."""
    return Calculation(operation, tuple(Operand(q, evidence_of(book, q)) for q in quantities), years)


def _beside(question: Question, book: Book, levels: list[Quantity]) -> Calculation:
    """Of parts named side by side: their sum, or the first against the second."""
    if question.operation == "sum" and of_one_period(levels):
        return calculation("sum", book, *levels)
    first, second = levels[0], levels[1]
    if question.operation == "share" or (question.measure == "share" and question.operation is None):
        return calculation("share", book, first, second)
    low, high = sorted((first, second), key=lambda q: q.amount)
    return calculation(question.operation or "difference", book, low, high)


def _between(question: Question, book: Book, first: Quantity, last: Quantity) -> list[Calculation]:
    """The calculation asked for between two levels; "how much will it grow" is answered in money and in percent."""
    years = last.period.last - first.period.last if first.period and last.period else 1
    wanted: tuple[Operation, ...]
    match question.operation:
        case "growth" if stem("absolute") in question.stems:
            wanted = ("difference", "growth")
        case "multiple" | "growth" | "share":
            wanted = (question.operation,)
        case "cagr":
            wanted = ("cagr",) if years > 1 else ("growth",)
        case "difference":
            wanted = ("difference", "growth") if question.measure in ("growth", "increase") else ("difference",)
        case _:
            rate = question.measure == "cagr" or (question.asks_rate and years > 1)
            wanted = ("cagr",) if rate else ("difference", "growth")
    return [calculation(op, book, first, last, years=years if op == "cagr" else None) for op in wanted]


def in_words(asked: Calculation, book: Book) -> Sentence | None:
    """The result in a sentence marked as calculated; None when the operands do not go together."""
    try:
        result = compute(asked)
    except CalculationError:
        return None
    evidence = tuple(dict.fromkeys(operand.evidence for operand in asked.operands))
    return Sentence(calculated(asked, result, book), evidence, asked)
