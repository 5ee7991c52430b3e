"""A year inside a stated compound rate's span."""

from dataclasses import replace

import pytest

from bot.answerers.rates import at_rate, spans
from ingest.domain import Period
from tests.bot.beehives import asked, beehives

QUESTION = asked("How big is the market?")
RATE = next(quantity for quantity in beehives().quantities if quantity.text == "13.2%")


@pytest.mark.parametrize(("year", "inside"), [(2024, False), (2025, True), (2030, True), (2031, False)])
def test_a_rate_speaks_of_the_years_past_its_first(year: int, inside: bool) -> None:
    assert spans(RATE, Period(year, year)) is inside


def test_a_rate_without_a_span_speaks_of_no_year() -> None:
    assert not spans(replace(RATE, period=None), Period(2027, 2027))


def test_the_year_s_level_starts_from_the_span_s_first_year() -> None:
    calculation = at_rate(QUESTION, beehives(), Period(2027, 2027))
    assert calculation is not None
    assert [operand.quantity.text for operand in calculation.operands] == ["USD 468.0 million", "13.2%"]
    assert calculation.years == 3


@pytest.mark.parametrize("year", [2023, 2024, 2031])
def test_no_rate_is_stretched_over_other_years(year: int) -> None:
    assert at_rate(QUESTION, beehives(), Period(year, year)) is None


def test_the_rate_of_a_place_is_not_lent_to_another() -> None:
    assert at_rate(asked("How big is Europe?"), beehives(), Period(2027, 2027)) is None
