"""The difference between the figures that the last two questions were answered with."""

from collections.abc import Sequence

from bot.answerers.calculate import calculation, in_words
from bot.asked import all_stand_in
from bot.book import Book
from bot.evidence import Draft, Paragraph
from bot.phrase import bare_amount
from bot.question import Question
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import Quantity


def last_two(question: Question) -> tuple[Question, ...]:
    """The two questions whose figures are set against each other, the earlier first; none where that is not asked."""
    if question.aspect != "last two" or question.previous is None or question.previous.previous is None:
        return ()
    return question.previous.previous, question.previous


def between(found: Found, told: Sequence[Draft]) -> Draft | None:
    """The calculation asked for of what was ``told`` to the last two questions; None unless each told one figure."""
    pair = last_two(found.question)
    figures = [_figure(draft, asked, found.book) for draft, asked in zip(told, pair, strict=True)]
    first, second = figures if figures else (None, None)
    operation = found.question.operation
    if first is None or second is None or first == second or operation is None:
        return None
    low, high = sorted((first, second), key=lambda q: q.amount)
    if first.period and second.period and first.period != second.period:
        low, high = sorted((first, second), key=lambda q: (q.period.last, q.period.part or 0) if q.period else (0, 0))
    said = in_words(calculation(operation, found.book, low, high), found.book)
    return Draft((Paragraph((said,)),), answerer="between") if said else None


def _figure(told: Draft, asked: Question, book: Book) -> Quantity | None:
    """The one published figure of a draft; of several in one quote that of what was asked."""
    sentences = [sentence for block in told.blocks if isinstance(block, Paragraph) for sentence in block.sentences]
    if told.reason is not None or any(sentence.calculation for sentence in sentences):
        return None
    said = [q for s in sentences for e in s.evidence for q in e.quantities if bare_amount(q) in s.text]
    own = [q for q in said if _is_of(q, asked)]
    found = {(q.amount, q.kind, q.period): q for q in own or said}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_of(quantity: Quantity, asked: Question) -> bool:
    """Whether a figure is of the words and places that a question names."""
    placed = not asked.places or quantity.place in asked.places
    return placed and all_stand_in(asked.words, stems((*quantity.subject, quantity.label)))
