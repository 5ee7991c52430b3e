"""One row of a table over the times that a question asks for: "order backlog by quarter"."""

from dataclasses import replace

from bot import measuring
from bot.book import Book
from bot.labelled import YEARS, Asked
from bot.measuring import NUMBERS
from bot.question import Question
from bot.table_figures import Printed
from ingest.domain import Cell, Period, Quantity
from ingest.words import stem


def over_time(question: Question, book: Book) -> tuple[Printed, ...]:
    """The cells of the one row that is asked for over several times, the earliest first: "by quarter", "the last five
    quarters"; empty where it is not one row, or has not as many."""
    said = measuring.SERIES.search(question.ask)
    if said is None or question.operation:
        return ()
    asked = Asked(replace(question, ask=measuring.SERIES.sub(" ", question.ask)), book)
    near = book.items.near(asked.said, asked.hard, asked.known, asked.market, asked.proper)
    found = [((*asked.aside(c.quantity), *c.distance), c.quantity) for c in near if asked.fits(c.quantity)]
    if not asked.hard or len(asked.times) > 1 or asked.said & _SCALES:
        return ()
    years = {period.first for time in asked.times for period in time.periods}
    kinds = next((kinds for word, kinds in _STEPS.items() if word in said[0].lower()), YEARS)
    of_kind = [
        (d, q) for d, q in found if q.period and q.period.kind in kinds and (not years or q.period.first in years)
    ]
    least = min((distance for distance, _ in of_kind), default=None)
    rows: dict[tuple[int, int], list[Quantity]] = {}
    for distance, q in of_kind:
        if distance == least and isinstance(q.source, Cell):
            rows.setdefault((q.source.table, q.source.row), []).append(q)
    longest = max(rows.values(), key=len, default=[])
    amounts = {q.period: q.amount for q in longest}
    agreed = all(amounts.get(q.period, q.amount) == q.amount for row in rows.values() for q in row)
    wanted = next((NUMBERS[word] for word in said[0].lower().split() if word in NUMBERS), 0)
    told = sorted(longest, key=lambda q: in_order(q.period))[-wanted:]
    if not agreed or len(amounts) != len(longest) or len(told) < max(wanted, FEWEST_TIMES):
        return ()
    return tuple((q,) for q in told)


_SCALES = frozenset(map(stem, "thousand million billion".split()))
"""Stems of words that say how large a thing is whose row is asked for: "million-dollar customers"."""

FEWEST_TIMES = 2
"""Times of a series."""

_STEPS = {
    "quarter": frozenset({"quarter"}),
    "half": frozenset({"half", "months"}),
    "month": frozenset({"month"}),
}
"""By the word for the steps of a series the kinds of its times."""


def in_order(period: Period | None) -> tuple[int, int]:
    """By what periods are put in the order of time."""
    return (period.last, period.part or 0) if period else (0, 0)
