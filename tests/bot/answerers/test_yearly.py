"""The growth a year in the report's own words."""

import pytest

from bot.book import Book
from tests.bot.beehives import answer
from tests.bot.books import book_of

SIZES = "The widget market was valued at EUR 500 million in 2024. It will reach EUR 608 million in 2029."


def widgets(text: str) -> Book:
    return book_of(f"{SIZES} {text}")


@pytest.mark.parametrize(
    "said",
    [
        "That is growth of 4.0% a year between 2024 and 2029, slower than most say.",
        "We reckon on 4.0% a year until 2029.",
        "Its average annual growth of 4.0% up to 2029 is ordinary.",
        "Until then sales rise by 4.0 per cent per annum.",
    ],
)
@pytest.mark.parametrize("question", ["What is the CAGR?", "How fast is the market growing?"])
def test_a_rate_that_the_sizes_bear_out_is_quoted_and_not_calculated(said: str, question: str) -> None:
    told = answer(question, book=widgets(said))
    assert told.status == "answered"
    assert "4.0" in told.text
    assert not told.calculations


def test_the_report_s_own_words_are_quoted_where_only_they_tell_it_from_growth_of_the_whole_time() -> None:
    said = "That is growth of 4.0% a year between 2024 and 2029, slower than most say"
    told = answer("growth rate?", book=widgets(f"{said}."))
    assert (told.answerer, told.text) == ("yearly", f"{said} [1].")


@pytest.mark.parametrize(
    "said",
    [
        "Steel widgets grow at 5.3% a year until 2029.",
        "Brass grows fastest, at 4.0% a year.",
        "Poland should grow by 4.0% a year until 2029.",
    ],
)
def test_a_rate_of_a_part_is_not_the_market_s(said: str) -> None:
    assert answer("What is the CAGR?", book=widgets(said)).answerer != "yearly"


def test_two_rates_that_the_sizes_bear_out_leave_it_open() -> None:
    book = widgets("That is 4.0% a year until 2029. Another count gives EUR 606 million, or 3.9% a year until 2029.")
    assert answer("What is the CAGR?", book=book).answerer != "yearly"


def test_growth_of_one_year_is_no_growth_a_year() -> None:
    book = widgets("That is growth of 4.0% a year between 2024 and 2029.")
    assert answer("How much did the market grow in 2023?", book=book).answerer != "yearly"
    assert answer("growth last year", book=book).answerer != "yearly"
