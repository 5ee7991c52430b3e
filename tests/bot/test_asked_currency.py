"""A figure is told in the currency asked for, or not at all."""

import pytest

from bot.asked_currency import asked_currency
from tests.bot.beehives import answer


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("and in euros?", {"EUR"}),
        ("in GBP", {"GBP"}),
        ("In Swiss francs?", set()),
        ("in pounds", {"GBP"}),
        ("the euro area", set()),
        ("in Europe", set()),
    ],
)
def test_the_currency_behind_in_is_asked_for(text: str, codes: set[str]) -> None:
    assert asked_currency(text) == codes


def test_dollars_are_those_of_any_country() -> None:
    assert {"USD", "NZD"} <= asked_currency("in dollars?")


def test_a_follow_up_is_not_answered_in_another_currency() -> None:
    before = "How big is Europe in 2024?"
    assert answer("in euros?", before).status == "declined"
    assert answer("and in yen?", before).status == "declined"
    assert "USD 176.0 million" in answer("and in dollars?", before).text
