"""Whether what is proposed speaks of the very month, quarter or half year that a question names."""

from collections.abc import Iterator, Sequence

from bot.asked_times import AskedTime, asked_times
from bot.book import Book
from bot.evidence import Draft, Evidence
from bot.question import Question
from ingest.domain import Cell, Period, Quantity
from ingest.quantity.periods import read_periods

_PARTS = ("month", "quarter", "half", "months")
"""Kinds of period that are a part of a year: a figure of the year, or of another part, is none of these."""


def is_timely(proposal: Draft, question: Question, book: Book) -> bool:
    """Whether each part of a year that a question names is that of something cited; years are left to others."""
    asked = [time for time in asked_times(question.ask, book) if all(p.kind in _PARTS for p in time.periods[:1])]
    if not asked:
        return True
    said = {period for evidence in proposal.cited for period in _periods(evidence, book)}
    cited = [q for evidence in proposal.cited for q in evidence.quantities]
    return all(_is_told(time, said, cited, book) for time in asked)


def _is_told(time: AskedTime, said: set[Period], cited: Sequence[Quantity], book: Book) -> bool:
    """Whether what is cited is of a time; a cell is of a fiscal year's quarter by its own labels, not its section."""
    if time.by_date and cited and all(isinstance(q.source, Cell) for q in cited):
        return any(time.rank(q, book.report) is not None for q in cited)
    return bool(said.intersection(time.periods))


def _periods(evidence: Evidence, book: Book) -> Iterator[Period]:
    """The times that what is cited, and the headings and labels it stands under, speak of: not what else its section
    does."""
    yield from (q.period for q in evidence.quantities if q.period)
    under = (*evidence.heading, evidence.row, evidence.column, evidence.table)
    said = " | ".join(text for text in (evidence.quote, *under) if text)
    yield from (found.value for found in read_periods(said, book.question_frame))
