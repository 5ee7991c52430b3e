"""Tells printings of a figure apart: which say the same, and which is of now."""

from collections.abc import Sequence

from bot.book import Book
from ingest.domain import Period, Quantity

LATEST = 9999
"""A year no report reaches."""


def current_period(dated: Sequence[Quantity], book: Book) -> Period | None:
    """The base year when it has a figure, else the last period that is not a forecast, else the first."""
    for q in dated:
        if q.period and q.period.kind != "span" and q.period.last == book.base_year:
            return q.period
    base = book.base_year or (book.report.published.year if book.report.published else LATEST)
    past = [q for q in dated if not q.forecast and q.period and q.period.last <= base]
    return (past[-1] if past else dated[0]).period


def distinct(matches: Sequence[Quantity]) -> list[Quantity]:
    """One per figure and period: repetitions and coarser printings of a figure fall away, the first printed stays."""
    kept: list[Quantity] = []
    for q in matches:
        same = next((at for at, known in enumerate(kept) if agrees(known, q)), None)
        if same is None:
            kept.append(q)
        elif q.significant_quantum < kept[same].significant_quantum:
            kept[same] = q
    return kept


def agrees(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities say the same: of one period and unit, and equal to the coarser one's printed digit."""
    alike = [(q.period, q.currency, q.unit, q.kind, q.place) for q in (one, other)]
    if alike[0] != alike[1] or (one.upper is None) != (other.upper is None):
        return False
    coarser = max(one.significant_quantum, other.significant_quantum)
    return one.upper == other.upper and abs(one.amount - other.amount) * 2 <= coarser
