"""Figures that follow from those the report prints."""

import pytest

from bot.answerers.calculate import calculate
from ingest.domain import Table
from tests.bot import briquettes
from tests.bot.beehives import answer, found
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "result", "formula"),
    [
        ("How much will the market grow between 2024 and 2030?", "USD 516.8 million", "984.8 − 468.0"),
        ("By what percentage did the market grow from 2023 to 2024?", "13.45%", "(468.0 − 412.5) / 412.5 × 100"),
        ("What share of the market did Europe have in 2024?", "37.61%", "176.0 / 468.0 × 100"),
        ("How many times larger is Europe than Asia-Pacific in 2024?", "1.59 times", "176.0 / 111.0"),
        ("What is the difference between Europe and North America in 2024?", "USD 27.0 million", "176.0 − 149.0"),
        ("What is the sum of Europe and North America in 2024?", "USD 325.0 million", "176.0 + 149.0"),
        ("What was the CAGR of Europe from 2024 to 2030?", "12.14%", "((350.1 / 176.0)^(1 / 6) − 1) × 100"),
        ("Extra revenue from 2024 to 2030?", "USD 516.8 million", "984.8 − 468.0"),
        ("How many dollars does the market put on from 2024 to 2030?", "USD 516.8 million", "984.8 − 468.0"),
        ("Europe plus North America in 2024", "USD 325.0 million", "176.0 + 149.0"),
        ("What is the market size in 2027?", "USD 679 million", "468.0 × (1 + 13.2 / 100)^3"),
    ],
)
def test_a_result_is_said_with_its_formula_and_marked_as_calculated(question: str, result: str, formula: str) -> None:
    verified = answer(question)
    assert result in verified.text
    assert "Calculated, not published" in verified.text
    assert formula in [calculation.formula for calculation in verified.calculations]
    assert all(operand.citation for calculation in verified.calculations for operand in calculation.operands)


@pytest.mark.parametrize(
    "question",
    [
        "How much will the market grow between 2015 and 2030?",
        "What is the market size in 2031?",
        "What share of the market did Japan have in 2024?",
        "What is the difference between Europe and Japan in 2024?",
    ],
)
def test_what_lacks_an_operand_is_not_calculated(question: str) -> None:
    assert calculate(found(question)) is None


LEVEL = "The widget market was valued at USD 468.0 million in 2024.\n\n"


@pytest.mark.parametrize(
    "question", ["How much do scales bring in in 2024?", "What is the share of scales in dollars?"]
)
def test_a_part_s_money_follows_from_its_share(question: str) -> None:
    book = book_of(
        "The widget market was valued at USD 468.0 million in 2024.\n\nScales held a market share of 41.0% in 2024."
    )
    verified = answer(question, book=book)
    assert "USD 191.9 million" in verified.text
    assert [calculation.formula for calculation in verified.calculations] == ["468.0 × 41.0 / 100"]


def test_a_share_of_answers_is_no_share_of_money() -> None:
    book = book_of(f"{LEVEL}41.0% of respondents use scales.")
    assert not answer("How much do scales bring in in 2024?", book=book).calculations


def test_what_a_company_sells_in_all_is_no_share_of_one_market() -> None:
    rows = (("Net sales", "91.2"), ("Profit", "8.4"))
    table = Table("NORTHSORB GROUP", ("Item", "2024"), rows, "p.csv", "USD million")
    book = book_of(LEVEL, tables=(table,))
    assert not answer("Northsorb market share 2024?", book=book).calculations


def test_how_one_year_compares_with_another_is_their_difference() -> None:
    sizes = "The widget market was valued at USD 2.0 billion in 2024 and is expected to reach USD 3.0 billion by 2030."
    assert "USD 1.0 billion" in answer("How does the market in 2030 compare with 2024?", book=book_of(sizes)).text


@pytest.mark.parametrize(
    "question",
    [
        "How much did sales fall in 2024?",
        "By how much did the market shrink in 2024?",
        "How much did sales change between 2023 and 2024?",
    ],
)
def test_a_move_within_a_year_is_from_the_year_before(question: str) -> None:
    said = "the Peat Briquettes market declines by EUR 24.5 million from 2023 to 2024"
    assert said in answer(question, book=briquettes.book()).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What share of the market did acoustic sensors have in 2024?", "coustic sensors are "),
        ("How much did acoustic sensors grow from 2024 to 2030?", "coustic sensors grow by "),
        ("What share of the market did Europe have in 2024?", "in Europe is "),
    ],
)
def test_of_many_the_result_is_said_as_of_many(question: str, said: str) -> None:
    assert said in answer(question).text
