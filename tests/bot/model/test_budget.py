"""What a model may use a day."""

from decimal import Decimal

import pytest

from bot.model.budget import Budget, Prices
from bot.model.faults import Spent


@pytest.mark.parametrize(
    ("prices", "tokens", "millionths"),
    [
        (Prices(), (1000, 1000), 0),
        (Prices(Decimal("0.15"), Decimal("0.60")), (1000, 100), 210),
        (Prices(Decimal("0.15"), Decimal("0.60")), (1, 0), 1),
        (Prices(Decimal(3), Decimal(15)), (1_000_000, 1_000_000), 18_000_000),
    ],
)
def test_a_cost_is_that_of_the_prices_rounded_up(prices: Prices, tokens: tuple[int, int], millionths: int) -> None:
    assert prices.cost(*tokens) == millionths


@pytest.mark.parametrize(
    ("budget", "setting"),
    [
        (Budget(lambda: (1000, 0), tokens=1000), "TOKENS"),
        (Budget(lambda: (1000, 0), tokens=0), "TOKENS"),
        (Budget(lambda: (10, 2_000_000), tokens=1000, millionths=2_000_000), "MONEY"),
    ],
)
def test_a_limit_that_is_reached_stops_and_names_its_setting(budget: Budget, setting: str) -> None:
    with pytest.raises(Spent, match=f"BOT_MODEL_{setting}_PER_DAY"):
        budget.check()


def test_below_its_limits_and_without_any_it_does_not_stop() -> None:
    Budget(lambda: (999, 1_999_999), tokens=1000, millionths=2_000_000).check()

    def never() -> tuple[int, int]:
        raise AssertionError("without a limit nothing is counted")

    Budget(never).check()
