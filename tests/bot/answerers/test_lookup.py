"""Published figures."""

import pytest

from bot.answerers.lookup import best_measure, chosen_quantities, is_calculated, lookup
from bot.understand import understand
from ingest.domain import Table
from tests.bot.beehives import answer, asked, beehives, found
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What was the market worth in 2023?", ["USD 412.5 million in 2023"]),
        ("How big is Europe in 2030?", ["USD 350.1 million in 2030"]),
        ("scales 2030", ["USD 374.2 million in 2030"]),
        ("What is the CAGR?", ["13.2%", "2024–2030"]),
        ("What was the share of scales in 2024?", ["41.0%", "2024"]),
        ("What was it worth in 2023 and 2024?", ["USD 412.5 million in 2023", "USD 468.0 million in 2024"]),
        ("How big is the market?", ["USD 468.0 million in 2024", "USD 984.8 million in 2030"]),
    ],
)
def test_a_published_figure_is_said_with_unit_and_year_and_cited(question: str, said: list[str]) -> None:
    verified = answer(question)
    assert verified.status == "answered"
    assert all(part in verified.text for part in said)
    assert verified.citations
    assert not verified.calculations


def test_two_figures_that_disagree_are_both_said() -> None:
    book = book_of(
        "The widget market was valued at USD 2.5 billion in 2024.\n\n"
        "The widget market was valued at USD 3.1 billion in 2024."
    )
    text = answer("How big was the market in 2024?", book=book).text
    assert "USD 2.5 billion" in text
    assert "USD 3.1 billion" in text


def test_an_open_question_is_answered_for_now_and_for_the_end() -> None:
    assert [q.period and q.period.first for q in chosen_quantities(found("How big is the market?"))] == [2024, 2030]


def test_only_the_best_measure_is_kept() -> None:
    rates = [q for q in beehives().quantities if q.measure == "cagr"]
    sizes = [q for q in beehives().quantities if q.measure == "size"]
    assert best_measure([*rates, *sizes]) == rates


def test_what_lies_between_two_figures_is_not_looked_up() -> None:
    assert is_calculated(asked("What is the difference between 2024 and 2030?"), ())
    assert not is_calculated(asked("How big is the market in 2024?"), ())


def test_a_year_earlier_is_not_now() -> None:
    assert lookup(found("What was it worth a year earlier?")) is None
    assert lookup(found("What was it worth?")) is not None


def test_a_sum_of_the_first_is_calculated_unless_the_report_says_it() -> None:
    rows = (("Acme", "26%"), ("Bolt", "19%"), ("Clamp", "10%"), ("Total", "100%"))
    printed = book_of("None.", tables=(Table("Shares", ("Vendor", "2024 share"), rows, "shares.csv"),))
    asked_of = understand("combined share of the top two", printed)
    assert is_calculated(asked_of, [q for q in printed.quantities if q.text == "100%"])
    said = book_of("The widget market is small. The two largest vendors had a combined share of 45% in 2024.")
    assert not is_calculated(understand("combined share of the top two vendors", said), said.quantities)
    assert is_calculated(understand("combined share of the top three vendors", said), said.quantities)


def test_what_heads_a_row_is_said_where_others_are_named_so_too() -> None:
    rows = (
        ("Sales per guest", ""),
        ("Kitchen", "$ 24.63"),
        ("Pizza", "$ 9"),
        ("Sales per shop", ""),
        ("Kitchen", "$ 8"),
    )
    table = Table("Indicators", ("", "2024"), rows, "t.csv", depths=(0, 1, 1, 0, 1))
    text = answer("sales per guest of Kitchen in 2024", book=book_of("", tables=(table,))).text
    assert "Sales per guest, Kitchen" in text


@pytest.mark.parametrize(("question", "number"), [("How many pages does it have?", "212"), ("number of tables", "96")])
def test_what_a_report_has_is_told_in_its_own_sentence(question: str, number: str) -> None:
    book = book_of("The widget market grew. The report has 212 pages, 96 tables and 58 figures.")
    text = answer(question, book=book).text
    assert number in text and text.startswith("The report has 212 pages, 96 tables and 58 figures")
