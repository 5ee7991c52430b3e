"""Which quantities of the ledger a question is about."""

from dataclasses import replace

import pytest

from bot.match import is_over, matching, measures_of, mentioning, same_period, without_periods
from bot.understand import understand
from ingest.domain import Period, Table
from tests.bot.beehives import asked, beehives
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("How big is the market in 2024?", ["USD 468.0 million"]),
        ("How big is Europe in 2024?", ["176.0"]),
        ("acoustic sensors 2030", ["258.7"]),
        ("What was the share of scales in 2024?", ["41.0%"]),
        ("How fast will acoustic sensors grow?", ["17.5%"]),
        ("What is the CAGR?", ["13.2%"]),
        ("How fast does Asia-Pacific grow?", ["16.1%"]),
        ("How big is the market in 2015?", []),
        ("How big is Japan in 2024?", []),
        ("What is the CAGR of scales?", []),
        ("How big are smart collars?", []),
    ],
)
def test_a_quantity_matches_by_measure_time_place_and_name(question: str, printed: list[str]) -> None:
    assert [quantity.text for quantity in matching(asked(question), beehives())] == printed


def test_all_times_match_where_none_is_asked() -> None:
    texts = [q.text for q in matching(without_periods(asked("How big is Europe in 2024?")), beehives())]
    assert texts == ["158.0", "176.0", "350.1"]


def test_growth_is_asked_loosely_and_published_as_a_compound_rate() -> None:
    assert "cagr" in measures_of(asked("How fast is the market growing?"))
    assert "growth" not in measures_of(asked("How big is the market?"))


@pytest.mark.parametrize(
    ("printed", "asked_for", "same"),
    [
        (Period(2024, 2024), Period(2024, 2024), True),
        (Period(2024, 2024, "fiscal year"), Period(2024, 2024), True),
        (Period(2024, 2024, "quarter", 3), Period(2024, 2024), False),
        (Period(2023, 2023), Period(2024, 2024), False),
    ],
)
def test_a_bare_year_names_the_fiscal_year_of_its_number_and_no_part_of_it(
    printed: Period, asked_for: Period, same: bool
) -> None:
    level = book_of("The widget market was valued at USD 2.5 billion in 2024.").quantities[0]
    assert same_period(replace(level, period=printed), asked_for) is same


def test_growth_of_one_year_is_no_compound_rate() -> None:
    book = book_of("Sales of widgets grew by 9.4% in 2024. They will grow at a CAGR of 5.8% from 2024 to 2029.")
    assert "9.4%" not in {sense.quantity.text for sense in mentioning(asked("What CAGR is this?"), book)}
    assert [q.text for q in matching(asked("What is the CAGR?"), book)] == ["5.8%"]


def test_last_year_asks_for_growth_of_one_year() -> None:
    assert measures_of(asked("How much did it grow last year?")) == ("growth",)
    assert "cagr" in measures_of(asked("How fast does it grow?"))


def test_what_was_once_is_not_what_is() -> None:
    book = book_of("The widget market is small. Insurers had a share of 19%, up from 6% in 2022.")
    shares = [q.text for q in matching(understand("share of insurers", book), book)]
    assert "6%" not in shares
    assert [q.text for q in matching(understand("share of insurers in 2022", book), book)] == ["6%"]


def test_a_figure_of_another_name_in_the_sentence_is_not_quoted() -> None:
    book = book_of(
        "The widget market is small. Acme has 540 workers, ahead of Bolt (USD 39 million). Bolt sells nails."
    )
    assert not mentioning(understand("How many workers has Bolt?", book), book)
    assert [s.quantity.text for s in mentioning(understand("How many workers has Acme?", book), book)] == [
        "540 workers"
    ]


PLOTS = Table(
    "Number of plots by region", ("Region", "2023", "2024"), (("North", "13", "15"), ("Total", "30", "36")), "plots.csv"
)
STALLS = Table(
    "Average rent, GBP", ("Region", "2023", "2024"), (("North", "130", "150"), ("South", "170", "180")), "rents.csv"
)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("plots north 2024", ["15"]),
        ("number of plots 2023", ["30"]),
        ("rent north 2024", ["150"]),
    ],
)
def test_a_time_and_a_row_are_enough_where_a_table_has_what_is_counted(question: str, printed: list[str]) -> None:
    book = book_of("None.", tables=(PLOTS, STALLS))
    assert [quantity.text for quantity in matching(understand(question, book), book)] == printed


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much did the market grow from 2019 to 2024?", True),
        ("growth between 2019 and 2024", True),
        ("How much did the market grow in 2019 and in 2024?", False),
        ("growth from 2023 to 2024", False),
    ],
)
def test_a_change_over_several_years_is_that_of_none_of_them(question: str, expected: bool) -> None:
    assert is_over(asked(question)) is expected
