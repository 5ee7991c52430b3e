"""Answers from the report's tables where every word of a question is explained by what they name."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answerers.lookup import stated
from bot.answerers.ranking import table_of
from bot.arithmetic import compute
from bot.book import Book
from bot.cells import is_crossed
from bot.cite import evidence_of
from bot.evidence import Calculation, Draft, DraftBlock, Operand, Operation, Paragraph, Point, Sentence, Series
from bot.operands import CalculationError
from bot.phrase import MAYBE, as_printed, between, calculated, capitalised, topic
from bot.retrieve import Found
from bot.table_figures import Printed
from bot.tabled import Tabled
from ingest.domain import Quantity

SPOKEN = 12
"""Points of a series said in sentences too; the rest is in the chart."""


def tables(found: Found) -> Draft | None:
    """What the tables have for the question: cells, a series, a ranking, or what is calculated from cells."""
    asked, book = found.tabled, found.book
    if asked is None:
        return None
    match asked.shape:
        case "figures":
            blocks: tuple[DraftBlock, ...] | None = (_told(asked.figures, book),)
        case "cells":
            blocks = (_printed(asked.figures, book),)
        case "series":
            blocks = _series(asked.figures, book)
        case "ranking":
            blocks = _ranking(asked, book)
        case "parts":
            blocks = (table_of((q for printed in asked.figures for q in printed), book),)
        case "passes":
            blocks = _passes(asked.figures, book)
        case "calculation":
            blocks = _calculated(asked, book)
    return Draft(blocks, answerer="tables") if blocks else None


def perhaps(figures: Sequence[Printed], book: Book) -> Draft:
    """Cells that may be meant, told as such."""
    said = (replace(one, text=f"{MAYBE}{one.text}") for one in _printed(figures, book).sentences)
    return Draft((Paragraph(tuple(said)),), answerer="tables")


def _told(figures: Sequence[Printed], book: Book) -> Paragraph:
    """Each figure in a sentence; where the tables disagree, all they print."""
    return Paragraph(tuple(dict.fromkeys(said for printed in figures for said in stated(printed, book))))


def _printed(figures: Sequence[Printed], book: Book) -> Paragraph:
    """Each figure under the words of its table, row and column."""
    cells = ((q, evidence_of(book, q)) for printed in figures for q in printed)
    return Paragraph(tuple(Sentence(as_printed(q, evidence), (evidence,)) for q, evidence in cells))


def _series(figures: Sequence[Printed], book: Book) -> tuple[DraftBlock, ...]:
    first = figures[0][0]
    alike = [printed for printed in figures if _unit(printed[0]) == _unit(first)]
    points = tuple(
        Point(str(q.period), q.amount, (evidence_of(book, q),)) for printed in alike for q in printed[:1] if q.period
    )
    said = alike if len(alike) <= SPOKEN else [alike[0], alike[-1]]
    disagreeing = [printed for printed in alike if len(printed) > 1 and printed not in said]
    chart = Series(f"{capitalised(topic(first, book))} by year", _unit(first), points)
    return _told([*said, *disagreeing], book), chart


def _unit(quantity: Quantity) -> str:
    return quantity.currency or quantity.unit or ("%" if quantity.kind == "percent" else "")


def _ranking(asked: Tabled, book: Book) -> tuple[DraftBlock, ...]:
    ordered = asked.figures[: asked.top or None]
    return _told(ordered[:1], book), table_of((q for printed in ordered for q in printed), book)


def _passes(figures: Sequence[Printed], book: Book) -> tuple[DraftBlock, ...]:
    """The year in which the first is above the second, and, where the tables have it, the year before."""
    return (_told(figures, book),)


def _calculated(asked: Tabled, book: Book) -> tuple[DraftBlock, ...] | None:
    operands = [printed[0] for printed in asked.figures]
    said = [one for operation in asked.operations if (one := _result(operation, operands, book, asked.as_printed))]
    from_them = (_printed if asked.as_printed else _told)(asked.figures, book)
    return (Paragraph((*from_them.sentences, *said)),) if said else None


def _result(
    operation: Operation, operands: Sequence[Quantity], book: Book, as_printed: bool = False
) -> Sentence | None:
    """What is calculated, in a sentence, without names for what is told ``as_printed``; None where the operands do not
    go together."""
    first, last = operands[0].period, operands[-1].period
    years = last.first - first.first if operation == "cagr" and first and last else None
    calculation = Calculation(operation, tuple(Operand(q, evidence_of(book, q)) for q in operands), years)
    try:
        result = compute(calculation)
    except CalculationError:
        return None
    evidence = tuple(dict.fromkeys(operand.evidence for operand in calculation.operands))
    unnamed = as_printed or any(is_crossed(q, book.report) for q in operands)
    text = between(calculation, result) if unnamed else calculated(calculation, result, book)
    return Sentence(text, evidence, calculation)
