from decimal import Decimal

import pytest

from bot.answer import Answer
from evals.figures import is_stated, others
from tests.evals.answers import calculating, count, figure, listing, money, percent, saying, tabled

GOLD = money("11.87", period="2025")

STATED = [
    (GOLD, saying("It was USD 11.87 billion in 2025.")),
    (GOLD, saying("It was $11.87bn in 2025.")),
    (GOLD, saying("It was USD 11,870 million in 2025.")),
    (GOLD, saying("It was USD 11.870 billion in 2025.")),
    (GOLD, saying("It was about USD 11.9 billion in 2025.")),
    (GOLD, saying("It grew from USD 11.87 billion in 2025 to USD 13.70 billion in 2026.")),
    (money("13.70"), saying("It reaches USD 13.7 billion.")),
    (money("412", "1e7", "INR", "FY2024"), saying("Revenue was INR 4.12 billion in FY24.")),
    (percent("14.99"), saying("The CAGR is 14.99%.")),
    (percent("14.99"), saying("The CAGR is 15.0%.")),
    (percent("5.35"), saying("It is 5.4% or, to be exact, 5.35 percent.")),
    (percent("-4.0", "2020"), saying("It changed by −4.0% in 2020.")),
    (count("1590", "tables"), saying("The report has 1,590 tables.")),
    (count("1590", "tables"), saying("Number of tables: 1,590")),
    (count("1590", "tables"), saying("It has 15 figures and 1,590 data tables.")),
    (count("25.3", "tonnes", "1e6", "2024"), saying("Europe burned 25,3 million tonnes in 2024.")),
    (count("6400", "adults"), saying("It asked 6,400 adults.")),
    (GOLD, listing("Market size by year:", "2025: USD 11.87 billion", "2026: USD 13.70 billion")),
    (money("1860", "1e6", period="2023"), listing("Revenue in 2023:", "World: USD 1,860 million")),
    (GOLD, tabled("Market size (USD billion)", ("Year", "Size"), ("2025", "11.87"), ("2026", "13.70"))),
    (money("241", "1e6", period="2024"), tabled("Revenue", ("Country", "2024 (USD million)"), ("China", "241"))),
    (percent("41.4"), tabled("Shares", ("Region", "Share (%)"), ("Asia", "41.4"))),
    (count("3480", "tonnes", "1e3"), tabled("Use, 1,000 tonnes", ("Country", "2024"), ("Germany", "3,480"))),
    (money("1.83", calculated=True), calculating("It grew by USD 1.83 billion.", "1.83", "USD billion")),
    (money("1.83", calculated=True), calculating("It grew by USD 1,830 million.", "1.83", "USD billion")),
    (percent("-15.42", calculated=True), calculating("It fell by 15.4%.", "−15.4", "%")),
    (percent("19.1", "2024", calculated=True), calculating("It grew by 19.1%.", "19.1", "%", ("2023", "2024"))),
    (
        money("18.2", period="2028", calculated=True),
        calculating("It would be USD 18.20 billion in 2028.", "18.20", "USD billion"),
    ),
]


@pytest.mark.parametrize(("gold", "answered"), STATED)
def test_a_figure_is_stated(gold: dict[str, object], answered: Answer) -> None:
    assert is_stated(figure(gold), answered)


NOT_STATED = [
    ("x1000", GOLD, saying("It was USD 11.87 million in 2025.")),
    ("no scale", GOLD, saying("It was USD 11.87 in 2025.")),
    ("another currency", GOLD, saying("It was EUR 11.87 billion in 2025.")),
    ("no currency", GOLD, saying("It was 11.87 billion in 2025.")),
    ("percent for money", GOLD, saying("It was 11.87% in 2025.")),
    ("two digits", GOLD, saying("It was about USD 12 billion in 2025.")),
    ("wrongly rounded", GOLD, saying("It was USD 11.8 billion in 2025.")),
    ("too coarse, with zeros", GOLD, saying("It was USD 12,000 million in 2025.")),
    ("finer than printed", money("4.2"), saying("It was USD 4.213 billion.")),
    ("another year", GOLD, saying("It was USD 11.87 billion in 2026.")),
    ("the year in another sentence", GOLD, saying("It was USD 11.87 billion. In 2025 it grew.")),
    ("the year in another item", GOLD, listing("Sizes:", "USD 11.87 billion", "2025: USD 13.70 billion")),
    ("one year of a span", percent("7.3", "2019-2023"), saying("It grew by 7.3% a year until 2023.")),
    ("inside a longer number", count("25", "tables"), saying("The report has 125 tables.")),
    ("inside a decimal", count("25", "tables"), saying("The report has 2.5 tables.")),
    ("the tail of a decimal", percent("5"), saying("It grew by 2.5%.")),
    ("points for percent", percent("5"), saying("It grew by 5 percentage points.")),
    ("another unit", count("15", "figures"), saying("It has 15 tables and some figures.")),
    ("the sign", percent("-4.0"), saying("It grew by 4.0%.")),
    ("the wrong row", GOLD, tabled("Size (USD billion)", ("Year", "Size"), ("2026", "11.87"))),
    ("million in the header", GOLD, tabled("Size (USD million)", ("Year", "Size"), ("2025", "11.87"))),
    ("not calculated", money("1.83", calculated=True), saying("It grew by USD 1.83 billion.")),
    ("not said", money("1.83", calculated=True), calculating("It grew by USD 9 billion.", "9", "USD billion")),
    ("out of tolerance", percent("15.42", calculated=True), calculating("It grew by 15.6%.", "15.6", "%")),
]


@pytest.mark.parametrize(("gold", "answered"), [case[1:] for case in NOT_STATED], ids=[case[0] for case in NOT_STATED])
def test_a_figure_is_not_stated(gold: dict[str, object], answered: Answer) -> None:
    assert not is_stated(figure(gold), answered)


def test_other_numbers_of_the_kind_are_told_from_the_figure_and_from_years() -> None:
    answered = saying("It was USD 11.87 billion in 2025, USD 13.70 billion in 2026, up 15%.")
    assert [claim.number.value for claim in others(answered, [figure(GOLD)])] == [Decimal("13.70")]


def test_the_right_amount_said_of_another_year_is_another_figure() -> None:
    assert others(saying("It was USD 11.87 billion in 2026."), [figure(GOLD)])
    assert not others(saying("It was USD 11.87 billion."), [figure(GOLD)])
