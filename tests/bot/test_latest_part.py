"""Parts of a year that are named without it."""

import pytest

from bot.latest_part import dated
from ingest.domain import Table
from tests.bot.books import book_of

BOOK = book_of(
    "The firm sells pumps.",
    tables=(
        Table(
            "Sales", ("Item", "Q2 2024", "Q2 2025", "H1 2025", "Q3 2024"), (("Pumps", "5", "6", "11", "7"),), "t.csv"
        ),
    ),
)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("sales of pumps in Q2", "sales of pumps in Q2 2025"),
        ("sales of pumps in the second quarter", "sales of pumps in Q2 2025"),
        ("sales of pumps in 3Q", "sales of pumps in Q3 2024"),
        ("sales of pumps in the first half", "sales of pumps in H1 2025"),
        ("sales of pumps in the first six months", "sales of pumps in 6M 2025"),
        ("sales of pumps in Q2 last year", "sales of pumps in Q2 2024"),
        ("sales of pumps in the second quarter of the previous year", "sales of pumps in Q2 2024"),
        ("sales of pumps in the first six months of this year", "sales of pumps in 6M 2025"),
        ("sales of pumps in Q2 vs last year", "sales of pumps in Q2 2025 vs last year"),
    ],
)
def test_it_is_that_of_the_last_year_there_is(asked: str, said: str) -> None:
    assert dated(asked, BOOK) == said


@pytest.mark.parametrize(
    "asked",
    [
        "sales of pumps in Q2 2024",
        "sales of pumps in Q4",  # which no table has
        "sales of pumps in Q2 and Q3",
        "sales of pumps in the quarter before Q2",
        "sales of pumps by quarter",
    ],
)
def test_what_says_more_or_is_not_there_stays(asked: str) -> None:
    assert dated(asked, BOOK) == asked
