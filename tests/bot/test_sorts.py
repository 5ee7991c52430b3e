"""Figures of another sort than what is asked for."""

from dataclasses import replace

import pytest

from bot.book import Book
from bot.sorts import is_amount_for_part, is_of_another_sort, is_silent_on_rate
from bot.understand import understand
from ingest.domain import Quantity, Table
from tests.bot.books import book_of

TABLES = (
    Table(
        "Deposits and shares (EUR million)",
        ("", "2024", "2023"),
        (("Customer deposits", "900", "850"), ("Net loss on securities", "(4)", "(2)"), ("Securities", "30", "20")),
        "t.csv",
    ),
    Table("Securities", ("", "2024", "Change"), (("Securities", "31", "+50"), ("Loans", "9", "+7")), "t.csv"),
    Table("Shareholding, % of total", ("", "2024"), (("Mutual funds", "15.4%"), ("All holders", "100%")), "t.csv"),
    Table(
        "Mines",
        ("", "Production (tonnes) > 2024", "Royalties (USD per tonne) > 2024", "Volume index > 2024"),
        (("Kanshoka", "17,283", "25", "106.7"),),
        "t.csv",
    ),
)


def book() -> Book:
    return book_of("None.", "Annual accounts", TABLES)


def cell(text: str) -> Quantity:
    return next(q for q in book().quantities if q.text == text)


@pytest.mark.parametrize(
    ("question", "figure", "is_another"),
    [
        ("what rate was paid on customer deposits in 2024", "900", True),
        ("customer deposits in 2024", "900", False),
        ("number of shares held by mutual funds in 2024", "15.4%", True),
        ("what percentage do mutual funds hold in 2024", "15.4%", False),
        ("share of all holders in 2024", "100%", True),  # of itself all is everything
        ("how much was lost on securities in 2024", "30", True),
        ("how much was lost on securities in 2024", "(4)", False),
        ("securities in the holiday quarter of 2024", "30", True),
        ("change in customer deposits in 2024", "900", True),
        ("by how much have customer deposits come down", "900", True),
        ("how much copper did Kanshoka produce in 2024?", "25", True),
        ("how much copper did Kanshoka produce in 2024?", "17,283", False),
        ("total production of Kanshoka in 2024", "106.7", True),
        ("volume index of Kanshoka in 2024", "106.7", False),
        ("market share by units of mutual funds in 2024", "15.4%", True),
        ("securities in 2024", "+50", True),
        ("how did securities develop in 2024", "+50", False),
        ("how many tonnes were sold in 2024", "17,283", True),  # what is produced is not sold yet
    ],
)
def test_an_amount_is_no_rate_and_a_part_no_count(question: str, figure: str, is_another: bool) -> None:
    asked = understand(question, book(), None)
    assert is_of_another_sort([cell(figure)], asked, book()) is is_another


def test_nothing_is_of_no_other_sort() -> None:
    assert not is_of_another_sort([], understand("churn rate 2024", book(), None), book())


def test_a_margin_is_no_amount_however_it_is_calculated() -> None:
    asked = understand("operating margin of Kanshoka in 2024", book(), None)
    assert is_amount_for_part([cell("900")], asked, book())
    assert not is_amount_for_part([cell("15.4%")], asked, book())
    assert not is_amount_for_part([], asked, book())


def test_a_sentence_that_has_no_rate_is_silent_on_it() -> None:
    asked = understand("stage 3 coverage 2024", book(), None)
    assert is_silent_on_rate(["Stage 3 loans fell by EUR 187 million."], asked)
    assert not is_silent_on_rate(["Coverage rose again."], asked)
    assert not is_silent_on_rate(["It stood at 51%."], asked)
    assert not is_silent_on_rate(["Loans fell."], understand("stage 3 loans 2024", book(), None))


def test_growth_carried_over_from_the_question_before_may_be_told_by_a_change() -> None:
    asked = understand("and for securities in 2024?", book(), None)
    change = [cell("+50")]
    assert is_of_another_sort(change, asked, book())
    assert not is_of_another_sort(change, replace(asked, measure="growth"), book())
