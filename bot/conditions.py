"""What the figure asked for should have, and hardly ever lacks: its sort, its time, its place and its name."""

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from bot.asked import AskedWord
from bot.book import Book
from bot.inquest import Inquest
from bot.match import ACCEPTED, EARNED, FINANCE, KINDS, NAMED_MEASURE, is_over, same_period, years_before
from bot.measuring import BY_VALUE, BY_VOLUME, MOVES, OF_ALL
from bot.question import Question
from bot.sense import GENERIC, Sense
from bot.spelling import is_english
from bot.statement import Statement
from ingest.domain import Kind, Quantity

CONDITIONS = ("kind", "place", "words", "whole", "name", "earned", "rate", "time")
"""A number of a sort asked for; its place, something of what it is of, every name asked for and its time are said, if
by nothing else then by its sentence; it is no part's where all is asked for, no money paid where money earned is, no
share where a rate is."""

ANY_KIND: frozenset[Kind] = frozenset(get_args(Kind))

SHORT = 3
"""Capitals of a short name at most, wherever it stands in a question: "BC revenue"; longer ones abbreviate terms."""

_SHIPPED = re.compile(r"\bshipments?\b|\bshipped\b|\bproduction\b", re.IGNORECASE)
"""Counted in units, tonnes or money."""

_RATES = frozenset({"share", "cagr", "growth", "increase"})
"""Measures in percent that are never each other."""

_PARTLY = re.compile(r"\bby how much\b|\baccounts? for\b|\bmakes? up\b", re.IGNORECASE)


def unmet(inquest: Inquest, statements: Sequence[Statement]) -> Iterator[frozenset[str]]:
    """Of each figure, which of the ``CONDITIONS`` it does not meet."""
    kinds, all_parts = kinds_asked(inquest.question), bool(OF_ALL.search(inquest.question.ask))
    names = {
        word for word in inquest.question.words if _is_name(word, inquest) or _names_market(word, inquest.question)
    }
    earned = EARNED.search(inquest.question.ask) is not None
    for statement in statements:
        sense = statement.sense
        met = (
            sense.quantity.kind in kinds,
            not _is_of_other_place(inquest, sense),
            not inquest.question.words or inquest.share(statement.headed) > 0,
            not (all_parts and _is_of_a_part(inquest, sense)),
            not (names and any(word in names for word in inquest.missing(sense.everything))),
            not (earned and sense.quantity.kind == "money" and statement.clause & FINANCE),
            not _is_other_rate(inquest.question, sense.quantity),
            _may_be_of_time(inquest.question, sense, inquest.book),
        )
        yield frozenset(name for name, is_met in zip(CONDITIONS, met, strict=True) if not is_met)


def kinds_asked(question: Question) -> frozenset[Kind]:
    """The kinds of number that may answer: "how much" asks for money, weight or a part, unless it says what of."""
    kinds = KINDS.get(question.measure)
    if kinds is None and BY_VALUE.search(question.ask):
        return KINDS["size"]
    if kinds is None:
        return KINDS["volume"] if BY_VOLUME.search(question.ask) else ANY_KIND
    match question.measure:
        case "size" if not NAMED_MEASURE.search(question.ask):
            return kinds | {"number", "percent"} if _PARTLY.search(question.ask) else kinds | {"number"}
        case "volume" if _SHIPPED.search(question.ask):
            return kinds | {"money"}
        case _:
            return kinds


def _is_of_a_part(inquest: Inquest, sense: Sense) -> bool:
    """Whether its name has a word, not asked for, of a part that the report lists."""
    listed = frozenset[str]().union(*inquest.book.listed)
    return bool((sense.core & listed) - inquest.asked - GENERIC)


def _is_other_rate(question: Question, quantity: Quantity) -> bool:
    """Whether a share is asked for and this is a rate of growth, or the other way round."""
    asked = ACCEPTED.get(question.measure, ())
    return question.measure in _RATES and quantity.measure in _RATES and quantity.measure not in asked


def _may_be_of_time(question: Question, sense: Sense, book: Book) -> bool:
    """A year is said by the figure, its sentence or the one before; one that readers call now may go without saying."""
    years, quantity = set(question.years), sense.quantity
    if not years or is_of_time(question, quantity):
        return True
    if quantity.period is not None:
        return False
    now = {book.base_year, book.report.published.year if book.report.published else None}
    if book.frame.forecast and book.base_year:
        now.add(book.base_year + 1)
    if not sense.years or (book.base_year in years and max(sense.years) < min(years)):
        return years <= now or years <= years_before(sense, book)
    return years <= sense.years | years_before(sense, book)


def is_of_time(question: Question, quantity: Quantity) -> bool:
    """Whether it is of a period asked for, or of a span that ends in the year asked for, for what grows over spans."""
    period = quantity.period
    if quantity.measure in MOVES and is_over(question):
        return period is not None and (period.first, period.last) == question.years
    if any(same_period(quantity, asked) for asked in question.periods):
        return True
    over = period is not None and period.kind == "span" and quantity.measure in ("increase", "growth", "cagr")
    return bool(over and period and question.years == (period.last,))


def _names_market(word: AskedWord, question: Question) -> bool:
    """Whether another market is asked for by it: the size of the "cold chain market" is not this one's."""
    behind = question.ask.partition(word.text)[2]
    return word.text in question.unknown and _A_MARKET.match(behind) is not None


_A_MARKET = re.compile(r"(?: \w+)? (?:market|industry|sector)\b", re.IGNORECASE)


def _is_name(word: AskedWord, inquest: Inquest) -> bool:
    """By its capital inside the question, a digit, or by being no English word though the report has it."""
    if any(char.isdigit() for char in word.text):
        return True
    if 1 < len(word.text) <= SHORT and word.text.isupper() and not inquest.question.ask.isupper():
        return True
    inside = not inquest.question.ask.lstrip().startswith(word.text)
    return (inside and word.text[:1].isupper()) or (
        bool(word.stems & inquest.book.surface.keys()) and not is_english(word.text.lower())
    )


def _is_of_other_place(inquest: Inquest, sense: Sense) -> bool:
    """Whether a place asked for is neither its own nor named by its sentence."""
    places = inquest.question.places
    return own_place(sense.quantity, inquest.book) not in places and not all(p in sense.places for p in places)


def own_place(quantity: Quantity, book: Book) -> str | None:
    """The place it is of, None for the report's whole geography."""
    return None if quantity.place == book.frame.place else quantity.place
