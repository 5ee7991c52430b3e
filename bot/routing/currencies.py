"""Which of two amounts is more at any exchange rate of the last years."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from bot.routing.catalogue import Entry
from ingest.domain import Quantity

SINCE = 2022
"""The first year of the rates."""

DOLLARS: dict[str, tuple[Decimal, Decimal]] = {
    currency: (Decimal(least), Decimal(most))
    for currency, least, most in (
        ("USD", "1", "1"),
        ("EUR", "0.95", "1.25"),
        ("GBP", "1.03", "1.45"),
        ("CHF", "0.97", "1.35"),
        ("CAD", "0.67", "0.83"),
        ("AUD", "0.58", "0.78"),
        ("SGD", "0.67", "0.83"),
        ("HKD", "0.125", "0.131"),
        ("CNY", "0.134", "0.160"),
        ("JPY", "0.0060", "0.0090"),
        ("INR", "0.0098", "0.0136"),
        ("SEK", "0.085", "0.120"),
        ("NOK", "0.085", "0.120"),
        ("DKK", "0.127", "0.170"),
        ("PLN", "0.190", "0.310"),
        ("ZAR", "0.048", "0.071"),
        ("MXN", "0.045", "0.064"),
        ("BRL", "0.150", "0.225"),
        ("AED", "0.272", "0.273"),
        ("SAR", "0.265", "0.268"),
    )
}
"""US dollars that one unit was worth at least and at most since then, rounded outwards. Amounts are put in order by
them and never converted."""


def in_order(entries: Sequence[Entry], figures: Mapping[str, Quantity], least: bool) -> list[Entry] | None:
    """Reports by their amounts of money from the largest, or the smallest; None where a currency is not known."""
    if any(figures[entry.id].currency not in DOLLARS for entry in entries):
        return None
    return sorted(entries, key=lambda entry: _worth(figures[entry.id]), reverse=not least)


def is_certain(ordered: Sequence[Quantity]) -> bool:
    """Whether amounts have this order, from either end, at any of the rates."""
    return all(_is_beyond(*pair) or _is_beyond(*reversed(pair)) for pair in pairwise(ordered))


def _is_beyond(one: Quantity, other: Quantity) -> bool:
    """Whether an amount is the larger one, or as large in the same currency."""
    if one.currency == other.currency:
        return one.amount >= other.amount
    return one.amount * DOLLARS[one.currency or ""][0] > other.amount * DOLLARS[other.currency or ""][1]


def _worth(q: Quantity) -> Decimal:
    least, most = DOLLARS[q.currency or ""]
    return q.amount * (least + most) / 2
