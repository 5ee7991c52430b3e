"""Whether a passage is evidence for a question: whether it says what the gold says."""

from itertools import chain

from bot.book import Book
from bot.cite import quantities_near, within
from evals.names import name, names_any, stands_in
from evals.question import Expect, Figure, Question
from evals.stated import years_in
from ingest.domain import Passage, Quantity
from ingest.words import stem, words


def relevant(question: Question, book: Book) -> frozenset[int]:
    """The numbers of the passages of a report that are evidence for a question; none where none says what is expected.

    For figures a passage must state one of them: a quantity of the ledger inside it with the same kind, currency or
    unit and amount, of the period if the gold has one. For anything else it must have one of the words or names that
    are expected, and one of ``must_cite`` where the gold says what is to be cited.
    """
    golds = published(question)
    if not golds:
        return frozenset(p.number for p in book.passages if _says(p.text, question))
    return frozenset(p.number for p in book.passages if any(_states(q, p, g) for q in inside(p, book) for g in golds))


def is_asked_of(question: Question) -> bool:
    """Whether passages can be evidence for it: one turn about one report, with gold that stands in it. What has to be
    calculated does not, and who to ask is no passage's."""
    expect = question.expect
    in_words = not expect.figure and bool(expect.items or expect.contains) and question.kind != "contact"
    is_one = question.report is not None and len(question.turns) == 1 and not question.trap
    return is_one and (bool(published(question)) or in_words)


def published(question: Question) -> list[Figure]:
    """The figures that are expected and need not be calculated, all alternatives of them."""
    return [gold for gold in chain.from_iterable(question.expect.figure) if not gold.calculated]


def inside(passage: Passage, book: Book) -> list[Quantity]:
    """The quantities that stand in a passage."""
    return [q for q in quantities_near(book, passage.source) if within(q.source, passage.source)]


def _states(quantity: Quantity, passage: Passage, gold: Figure) -> bool:
    return (
        _is_amount(quantity, gold) and _is_of_unit(quantity, passage, gold) and _is_of_period(quantity, passage, gold)
    )


def _is_amount(quantity: Quantity, gold: Figure) -> bool:
    if quantity.kind != gold.kind or (gold.kind == "money" and quantity.currency != gold.currency):
        return False
    amounts = [quantity.amount] if quantity.upper is None else [quantity.amount, quantity.upper * quantity.scale]
    return any(abs(amount) == abs(gold.amount) for amount in amounts)


def _is_of_unit(quantity: Quantity, passage: Passage, gold: Figure) -> bool:
    """Any noun of a plain number: the ledger, the row or the headings say it."""
    if gold.kind != "number" or not gold.unit:
        return True
    return _stems(gold.unit) <= _stems(f"{quantity.unit} {quantity.label} {passage.embedded}")


def _is_of_period(quantity: Quantity, passage: Passage, gold: Figure) -> bool:
    if not gold.years:
        return True
    if quantity.period is None:
        return gold.years <= years_in(passage.embedded)
    return gold.years <= {quantity.period.first, quantity.period.last}


def _says(text: str, question: Question) -> bool:
    expect = question.expect
    if question.must_cite and not any(stands_in(wanted, text) for wanted in question.must_cite):
        return False
    return _has_words(text, expect)


def _has_words(text: str, expect: Expect) -> bool:
    if any(stands_in(wanted, text) for entry in expect.contains for wanted in entry):
        return True
    return bool(name(text)) and any(names_any(spellings, text) for spellings in expect.items)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.text) for word in words(text))
