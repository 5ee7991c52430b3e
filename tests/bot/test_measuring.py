"""What a question measures and what it wants calculated."""

import pytest

from bot.measuring import BEFORE, OPERATIONS
from bot.terms import first_match
from tests.bot.beehives import asked


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("How big is the market?", "size"),
        ("What is the market worth?", "size"),
        ("market value 2030", "size"),
        ("What is the revenue?", "size"),
        ("What is the CAGR?", "cagr"),
        ("What is the compound annual growth rate?", "cagr"),
        ("How fast is the market growing?", "growth"),
        ("What share does Europe have?", "share"),
        ("Europe's part of the total", "share"),
        ("sensors, money", "size"),
        ("What percentage of the market is Europe?", "share"),
        ("How many companies are profiled?", "count"),
        ("What is the average price of a sensor?", "price"),
        ("What is the shipment volume?", "volume"),
        ("Who are the players?", None),
    ],
)
def test_a_measure_is_asked_for_in_many_words(question: str, measure: str | None) -> None:
    assert asked(question).measure == measure


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("How much will the market grow between 2024 and 2030?", "difference"),
        ("What is the difference between 2024 and 2030?", "difference"),
        ("How many times larger is Europe than Asia-Pacific in 2024?", "multiple"),
        ("What is the sum of Europe and North America in 2024?", "sum"),
        ("What share of the market did Europe have in 2024?", "share"),
        ("Europe as % of the market", "share"),
        ("scales and sensors 2024, summed", "sum"),
        ("What was the CAGR of Europe from 2024 to 2030?", "cagr"),
        ("By what percentage does it grow from 2024 to 2030?", "growth"),
        ("How big is the market?", None),
    ],
)
def test_a_calculation_is_asked_for_in_many_words(question: str, operation: str | None) -> None:
    assert asked(question).operation == operation


@pytest.mark.parametrize(
    ("question", "rate"),
    [
        ("How fast does it grow?", True),
        ("What is the annual growth?", True),
        ("How much does it grow per year?", True),
        ("How much will it grow between 2024 and 2030?", False),
    ],
)
def test_growth_a_year_is_told_from_growth_in_all(question: str, rate: bool) -> None:
    assert asked(question).asks_rate is rate


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("How much in payments comes due in less than one year?", None),
        ("How much more than one supplier sells is sold in 2024 and 2025?", "difference"),
        ("By how many dollars did it improve between 2024 and 2025?", "difference"),
    ],
)
def test_a_bound_is_no_difference(question: str, operation: str | None) -> None:
    assert asked(question).operation == operation


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("By how much (in %) did deposits grow from 2024 to 2025?", "growth"),
        ("How much bigger is 2030 than 2024 in percent?", "growth"),
        ("How much higher is Europe's share than Japan's, in percent?", "share"),
        ("What percent of deposits are savings?", "share"),
        ("What was spent on buying back shares?", None),
    ],
)
def test_percent_is_a_share_unless_something_moved_by_it(question: str, measure: str | None) -> None:
    assert asked(question).measure == measure


def test_a_rating_is_no_multiple() -> None:
    assert first_match(OPERATIONS, "what percent of bonds is rated triple A") != "multiple"
    assert first_match(OPERATIONS, "did sales triple?") == "multiple"


@pytest.mark.parametrize(
    ("question", "is_before"),
    [
        ("how much was it two years earlier", True),
        ("how much was it 2 years before?", True),
        ("revenue a quarter ago", True),
        ("revenue in two years", False),
    ],
)
def test_a_time_before_may_be_told_by_how_long(question: str, is_before: bool) -> None:
    assert bool(BEFORE.search(question)) is is_before
