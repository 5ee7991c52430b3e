from decimal import Decimal

import pytest

from ingest.domain import Period, Quantity, Span
from ingest.quantity.rates import consistent_span, stated_span

HERE = Span(0, 0, 1)
FORECAST = Period(2025, 2030, "span")


def level(value: str, year: int, kind: str = "year") -> Quantity:
    period = Period(year, year, "quarter", 1) if kind == "quarter" else Period(year, year)
    return Quantity(value, Decimal(value), Decimal(10**9), "money", HERE, HERE, currency="USD", period=period)


def rate(value: str) -> Quantity:
    return Quantity(value, Decimal(value), Decimal(1), "percent", HERE, HERE, measure="cagr")


LEVELS = (level("11.87", 2025), level("13.70", 2026), level("31.56", 2032))


@pytest.mark.parametrize(
    ("value", "span"),
    [("14.99", Period(2025, 2032, "span")), ("14.92", Period(2026, 2032, "span")), ("19.00", None)],
)
def test_a_rate_belongs_to_the_years_it_can_be_computed_from(value: str, span: Period | None) -> None:
    assert consistent_span(rate(value), LEVELS) == span


def test_a_rate_that_several_spans_give_has_the_forecast_period_or_none() -> None:
    levels = (level("5", 2025), level("5", 2026), level("8", 2030))
    spans = {Period(first, 2030, "span") for first in (2025, 2026)}
    assert consistent_span(rate("11"), levels) is None
    assert consistent_span(rate("11"), levels, FORECAST) == FORECAST and FORECAST in spans


def test_one_year_and_quarters_give_no_compound_rate() -> None:
    assert consistent_span(rate("15.4"), LEVELS[:2]) is None
    assert consistent_span(rate("14.99"), (level("11.87", 2025, "quarter"), LEVELS[2])) is None


@pytest.mark.parametrize(
    ("years", "ahead", "span"),
    [
        ((2025, 2030), True, FORECAST),
        ((2024, 2026, 2032), True, Period(2026, 2032, "span")),
        ((2024, 2025), True, None),
        ((2024,), True, FORECAST),
        ((2027,), True, None),
        ((), True, FORECAST),
        ((), False, None),
    ],
)
def test_where_arithmetic_does_not_decide_the_sentences_years_do(
    years: tuple[int, ...], ahead: bool, span: Period | None
) -> None:
    assert stated_span([level("5", year) for year in years], FORECAST, ahead) == span
