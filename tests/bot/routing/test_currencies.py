"""The order of amounts in several currencies."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.routing.currencies import DOLLARS, in_order, is_certain
from ingest.domain import Quantity, Span
from tests.bot.routing.libraries import CATALOGUE

HERE = Span(0, 0, 1)


def money(value: str, currency: str) -> Quantity:
    return Quantity(value, Decimal(value), Decimal(1), "money", HERE, HERE, currency=currency)


@pytest.mark.parametrize(
    ("ordered", "certain"),
    [
        ([("30", "GBP"), ("9", "USD"), ("7", "USD")], True),
        ([("10", "EUR"), ("10", "USD")], False),
        ([("9", "USD"), ("10", "GBP")], True),
        ([("2000", "INR"), ("5", "USD")], True),
        ([("500", "INR"), ("5", "EUR")], False),
        ([("9", "USD")], True),
    ],
)
def test_an_order_is_certain_where_every_rate_gives_it(ordered: list[tuple[str, str]], certain: bool) -> None:
    assert is_certain([money(*each) for each in ordered]) is certain


def test_reports_are_put_in_order_from_either_end_and_not_where_a_currency_is_not_known() -> None:
    entries = CATALOGUE.entries[:3]
    figures = {
        e.id: money(*each) for e, each in zip(entries, [("7", "USD"), ("30", "GBP"), ("2000", "INR")], strict=True)
    }
    assert in_order(entries, figures, least=False) == [entries[1], entries[2], entries[0]]
    assert in_order(entries, figures, least=True) == [entries[0], entries[2], entries[1]]
    figures[entries[0].id] = replace(figures[entries[0].id], currency="XYZ")
    assert in_order(entries, figures, least=False) is None


def test_the_least_of_a_currency_is_no_more_than_its_most() -> None:
    assert all(least <= most for least, most in DOLLARS.values())
