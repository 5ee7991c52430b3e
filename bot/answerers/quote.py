"""Figures the ledger's few fields do not place: the report's own sentence, whole, when it has every word asked for."""

from dataclasses import replace

from bot.answerers.lookup import is_calculated
from bot.book import Book
from bot.cite import evidence_at, evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.match import mentioning, years_before
from bot.phrase import as_printed, verbatim
from bot.question import Question
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import Cell, Quantity, Span

MOST = 2
"""Sentences quoted at most."""

MOST_TIMES = 24
"""Cells of one row quoted at most, where it is asked for over time."""


def quote(found: Found) -> Draft | None:
    """The sentences with the figure asked for, verbatim, those with the fewest other words first."""
    question, book = found.question, found.book
    if is_calculated(question, found.quantities):
        return None
    ranked = sorted(mentioning(question, book), key=lambda sense: _strangeness(sense.quantity, question, book))
    rows = {sense.quantity.quote for sense in ranked if isinstance(sense.quantity.quote, Cell)}
    if len(rows) > 1:  # which of them is meant cannot be told
        ranked = [sense for sense in ranked if isinstance(sense.quantity.quote, Span)]
    most = MOST
    if question.kind == "series" and len(rows) == 1:
        ranked, most = [sense for sense in ranked if sense.quantity.quote in rows], MOST_TIMES
    quoted = dict.fromkeys(said(sense.quantity, question, book) for sense in ranked)
    return Draft((Paragraph(tuple(quoted)[:most]),), answerer="quote") if quoted else None


def _strangeness(quantity: Quantity, question: Question, book: Book) -> tuple[int, int]:
    """How much of what the quantity is about, and of its sentence, was not asked."""
    words = stems((book.text_at(quantity.quote),))
    return len(stems(quantity.subject[-1:]) - question.stems), len(words - question.stems)


def said(quantity: Quantity, question: Question, book: Book) -> Sentence:
    """Its sentence, with the one before where only that names the time asked for; a cell under its own labels."""
    if not isinstance(quantity.quote, Span):
        evidence = evidence_of(book, quantity)
        return Sentence(as_printed(quantity, evidence), (evidence,))
    sense = next(sense for sense in book.senses if sense.quantity is quantity)
    with_time = sense.before and quantity.period is None and set(question.years) & years_before(sense, book)
    span = replace(sense.before, end=quantity.quote.end) if with_time and sense.before else quantity.quote
    return Sentence(verbatim(book.text_at(span)), (evidence_at(book, span),))
