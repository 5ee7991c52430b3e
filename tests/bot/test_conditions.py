"""What the figure asked for should have."""

from dataclasses import replace

import pytest

from bot.book import Book
from bot.conditions import CONDITIONS, kinds_asked, own_place, unmet
from bot.inquest import Inquest
from bot.understand import understand
from tests.bot.books import book_of
from tests.bot.widgets import TEXT, statement


def lacking(question: str, figure: str, book: Book) -> frozenset[str]:
    return next(unmet(Inquest(understand(question, book), book), [statement(figure, book)]))


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How many people work for Acme?", "2,340 people"),
        ("What does a steel widget cost in 2024?", "USD 14"),
        ("What did a steel widget cost in 2021?", "USD 11"),
        ("What percentage of German fitters use steel widgets?", "38%"),
    ],
)
def test_a_figure_of_the_sort_time_place_and_name_asked_for_may_answer(question: str, figure: str) -> None:
    book = book_of(TEXT)
    assert not lacking(question, figure, book)


@pytest.mark.parametrize(
    ("question", "figure", "condition"),
    [
        ("What does a steel widget cost?", "2,340 people", "kind"),
        ("What did a steel widget cost in 2019?", "USD 14", "time"),
        ("How many people does Bolt employ?", "2,340 people", "name"),
        ("What percentage of French fitters use steel widgets?", "38%", "place"),
        ("What is the revenue of Acme?", "USD 61 million", "earned"),
        ("How fast do steel widgets grow in Germany?", "38%", "rate"),
        ("How big is the market for gherkins in 2024?", "USD 2,500 million", "words"),
    ],
)
def test_a_figure_of_anything_else_lacks_what_it_should_have(question: str, figure: str, condition: str) -> None:
    assert condition in CONDITIONS
    assert condition in lacking(question, figure, book_of(TEXT))


@pytest.mark.parametrize(("way", "kinds"), [("by value", {"money"}), ("in volume terms", {"number"})])
def test_by_value_or_by_volume_says_which_sort_of_number_is_meant(way: str, kinds: set[str]) -> None:
    question = understand(f"widgets {way}", book_of(TEXT))
    assert kinds_asked(replace(question, measure=None)) == kinds


def test_the_figure_of_a_listed_part_is_not_that_of_all() -> None:
    book = book_of(f"{TEXT}\n\nThe makers are:\n\n- Acme\n- Bolt")
    assert lacking("How many people work there in total?", "2,340 people", book) == {"whole"}
    assert not lacking("How many people does Acme employ in total?", "2,340 people", book)


def test_the_place_of_a_figure_is_its_own() -> None:
    book = book_of(TEXT)
    places = [own_place(statement(figure, book).sense.quantity, book) for figure in ("38%", "USD 14")]
    assert places == ["Germany", None]
