"""Calculations with figures that only the report's own sentences place: they are quoted, then calculated with."""

from bot.answerers.quote import said
from bot.arithmetic import Result, compute
from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Calculation, Draft, Operand, Operation, Paragraph, Sentence
from bot.match import mentioning
from bot.measuring import MONEY_OF_SHARE
from bot.operands import CalculationError
from bot.pair_odds import Chosen, is_hinted, likely_pairs
from bot.phrase import between
from bot.question import Question
from bot.retrieve import Found

ENOUGH, ENOUGH_AS_ASKED = 0.5, 0.3
"""Least probability of what is calculated, and of the very operation that the question was understood to ask for: that
none is asked for is then less likely than the odds, which know nothing of this, say."""

BOTH = 2
"""Figures of a pair, and their years."""


def combine(found: Found) -> Draft | None:
    """What the likeliest two figures come to, if they can be calculated with."""
    question, book = found.question, found.book
    if not is_hinted(question) or question.is_wordy or _is_printed(question, book):
        return None
    best = next(iter(likely_pairs(question, book)), None)
    if best is None or not _is_of_sort(best[0][0], question):
        return None
    if best[1] < (ENOUGH_AS_ASKED if _is_asked_for(best[0][0][0], question) else ENOUGH):
        return None
    done = next((each for chosen in best[0] if (each := _done(chosen, book))), None)
    if done is None:
        return None
    calculation, result = done
    quoted = dict.fromkeys(said(operand.quantity, question, book) for operand in calculation.operands)
    evidence = tuple(dict.fromkeys(operand.evidence for operand in calculation.operands))
    last = Sentence(between(calculation, result), evidence, calculation)
    return Draft((Paragraph((*quoted, last)),), answerer="combine")


def _is_printed(question: Question, book: Book) -> bool:
    """Whether a share asked for is printed, and so not to be calculated."""
    plain = question.operation in (None, "share") and not MONEY_OF_SHARE.search(question.ask)
    return plain and question.measure == "share" and bool(mentioning(question, book))


def _is_of_sort(chosen: Chosen, question: Question) -> bool:
    """Whether shares are taken where shares are to be added up or set against each other, and of both years asked
    for, none is left out for another; of the places asked for each has one."""
    operation, (first, second) = chosen
    if question.measure == "share" and question.operation in ("sum", "difference") and operation != "share":
        return first.kind == "percent"
    if len(question.places) >= BOTH and {first.place, second.place} != set(question.places):
        return False
    times = {q.period.last for q in (first, second) if q.period}
    return len(question.years) != BOTH or times <= set(question.years)


def _is_asked_for(operation: Operation, question: Question) -> bool:
    return operation == question.operation or (operation == "share" and question.measure == "share")


def _done(chosen: Chosen, book: Book) -> tuple[Calculation, Result] | None:
    operation, (first, last) = chosen
    years = last.period.last - first.period.last if operation == "cagr" and first.period and last.period else None
    calculation = Calculation(operation, tuple(Operand(q, evidence_of(book, q)) for q in (first, last)), years)
    try:
        return calculation, compute(calculation)
    except CalculationError:
        return None
