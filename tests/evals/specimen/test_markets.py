import pytest

from evals.specimen.market import Market
from evals.specimen.markets import MARKETS


@pytest.mark.parametrize("market", MARKETS.values(), ids=MARKETS)
def test_a_market_has_years_of_history_and_of_forecast(market: Market) -> None:
    assert market.first < market.base < market.last
    assert [*market.history, *market.forecast[1:]] == [*market.years]


@pytest.mark.parametrize("market", MARKETS.values(), ids=MARKETS)
def test_no_two_names_of_a_market_are_alike(market: Market) -> None:
    names = [name for dimension in market.dimensions for group in dimension.groups for name in (group[0], *group[1])]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("market", MARKETS.values(), ids=MARKETS)
def test_what_is_absent_from_a_market_is_none_of_its_names(market: Market) -> None:
    names = {part.lower() for dimension in market.dimensions for path in dimension.leaves for part in path}
    assert not names & set(market.absent)


@pytest.mark.parametrize("market", MARKETS.values(), ids=MARKETS)
def test_a_market_has_dimensions_of_one_level_and_of_two(market: Market) -> None:
    assert {dimension.is_grouped for dimension in market.dimensions} == {True, False}


def test_the_markets_differ_in_currency_scale_and_years() -> None:
    assert len({market.money.currency for market in MARKETS.values()}) == 3
    assert len({market.money.scale for market in MARKETS.values()}) == 3
    assert len({(market.first, market.base, market.last) for market in MARKETS.values()}) == 4
