"""Tells printings of a figure apart: which say the same, and which is of now."""

from collections.abc import Iterable, Sequence

from bot.book import Book
from ingest.domain import Period, Quantity

LATEST = 9999
"""A year no report reaches."""


def current_period(figures: Iterable[Quantity], book: Book) -> Period | None:
    """The base year when it has a figure, else the last period that is not a forecast, else the first; None where no
    figure has a time."""
    dated = sorted(((q.period, q.forecast) for q in figures if q.period), key=lambda d: (d[0].last, d[0].first))
    base = book.base_year or (book.report.published.year if book.report.published else LATEST)
    of_base = (period for period, _ in dated if period.kind != "span" and period.last == book.base_year)
    past = [period for period, forecast in dated if not forecast and period.last <= base]
    return next(of_base, past[-1] if past else dated[0][0] if dated else None)


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
