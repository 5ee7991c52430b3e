"""Times of questions, as tables may write them."""

import pytest

from bot.asked_times import asked_times, blanked
from bot.book import Book
from ingest.domain import Table
from tests.bot.accounts import accounts
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("ask", "periods"),
    [
        ("profit in 2024", ["2024", "FY2024"]),
        ("profit in fiscal 2024", ["FY2024", "2024"]),
        ("profit in the first half of 2024", ["H1 2024", "6M 2024"]),
        ("profit for the six months ended June 30, 2025", ["H1 2025", "6M 2025"]),
        ("profit in the three months to June 2024", ["Q2 2024"]),
        ("profit in the first nine months of 2024", ["9M 2024"]),
        ("debt at June 30, 2025", ["2025-06", "Q2 2025", "FY2025"]),
        ("debt at the end of 2024", ["2024", "FY2024", "Q4 2024", "2024-12"]),
        ("journeys in October 2024", ["2024-10"]),
        ("profit in the year ended 31 March 2025", ["FY2025", "2025"]),
        ("revenue in 2024-25", ["FY2025", "2025"]),
        ("stays in January to August 2025", ["8M 2025"]),
    ],
)
def test_a_time_has_other_words_for_the_same(ask: str, periods: list[str]) -> None:
    (time,) = asked_times(ask, accounts())
    assert [str(period) for period in time.periods] == periods


def to_march() -> Book:
    """An invented company's accounts of a year that ends in March."""
    return book_of("Profit for the year ended March 31, 2025 was EUR 8 million.")


@pytest.mark.parametrize(
    ("ask", "period"),
    [
        ("profit in the first half of fiscal 2026", "6M to 2025-09"),
        ("profit in H2 FY2026", "6M to 2026-03"),
        ("profit in the six months to September 2025", "6M to 2025-09"),
        ("profit in the year to June 2025", "12M to 2025-06"),
    ],
)
def test_parts_of_a_fiscal_year_are_stretches_of_months(ask: str, period: str) -> None:
    (time,) = asked_times(ask, to_march())
    assert period in map(str, time.periods)


def test_a_quarter_of_a_fiscal_year_is_by_date_what_a_label_without_that_name_says() -> None:
    table = Table(
        "Results (EUR million)",
        ("", "Q2 FY25", "Quarter ended 30.09.2024", "Quarter ended 30.06.2025"),
        (("Sales", "7", "8", "9"),),
        "t.csv",
    )
    book = book_of("Profit for the year ended March 31, 2025 was EUR 8 million.", tables=(table,))
    (time,) = asked_times("sales in Q2 FY2025", book)
    ranked = {q.text: time.rank(q, book.report) for q in book.quantities if q.text in "789"}
    assert ranked == {"7": 0, "8": 0, "9": None}


def test_the_end_of_the_month_that_closes_the_year_is_that_year() -> None:
    (time,) = asked_times("net debt at the end of March 2025", to_march())
    assert {"2025", "FY2025"} <= set(map(str, time.periods))
    (time,) = asked_times("net debt at the end of June 2025", to_march())
    assert {"2025", "FY2025"}.isdisjoint(map(str, time.periods))


def test_a_half_of_a_fiscal_year_may_be_printed_as_that() -> None:
    (time,) = asked_times("profit in the six months to September 2025", to_march())
    assert "H1 2026" in map(str, time.periods)


def test_a_quarter_is_not_the_year_that_it_ends() -> None:
    (time,) = asked_times("profit in the year ended March 2025", accounts())
    assert "Q1 2025" not in map(str, time.periods)


def test_two_times_are_two() -> None:
    assert len(asked_times("from 2023 and again in Q2 2025", accounts())) == 2


def test_what_is_blanked_moves_nothing() -> None:
    assert blanked("rent in 2024?", [(5, 12)]) == "rent        ?"
    assert blanked("rent", []) == "rent"


def test_a_month_is_the_quarter_that_it_ends_only_where_no_table_tells_months() -> None:
    quarters = book_of("None.", tables=(Table("Branches", ("", "Q1 2025"), (("Branches", "60"),), "t.csv"),))
    months = book_of("None.", tables=(Table("Index", ("", "February 2025"), (("Index", "60"),), "t.csv"),))
    assert "Q1 2025" in map(str, asked_times("branches March 2025", quarters)[0].periods)
    assert "Q1 2025" not in map(str, asked_times("index March 2025", months)[0].periods)
