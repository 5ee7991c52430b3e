"""What speaks for and against a figure, and what it must have to answer at all."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.book import Book
from bot.clues import CLUES, clues_of, kinds_asked, meets
from bot.statement import Statement
from bot.understand import understand
from tests.bot.books import book_of

TEXT = (
    "The widget market was valued at USD 2,500 million in 2024. Base year: 2024.\n\n"
    "A steel widget cost USD 14 in 2024, compared with USD 11 in 2021. Acme employs 2,340 people at seven plants.\n\n"
    "Acme bought Bolt for USD 61 million in May 2024. In Germany, 38% of fitters use steel widgets."
)


def statement(figure: str, book: Book) -> Statement:
    return next(s for s in book.statements if s.sense.quantity.text == figure)


def clues(question: str, figure: str) -> Mapping[str, float]:
    book = book_of(TEXT)
    row = clues_of(understand(question, book), book, [statement(figure, book)])[0]
    return dict(zip(CLUES, map(float, row), strict=True))


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
    assert meets(understand(question, book), book, statement(figure, book))


@pytest.mark.parametrize(
    ("question", "figure", "why"),
    [
        ("What does a steel widget cost?", "2,340 people", "another sort of number"),
        ("What did a steel widget cost in 2019?", "USD 14", "another year"),
        ("How many people does Bolt employ?", "2,340 people", "another name"),
        ("What percentage of French fitters use steel widgets?", "38%", "another place"),
        ("What is the revenue of Acme?", "USD 61 million", "a price paid is not earned"),
        ("How fast do steel widgets grow in Germany?", "38%", "a share is no growth"),
        ("How big is the market for gherkins in 2024?", "USD 2,500 million", "nothing asked for is said"),
    ],
)
def test_a_figure_of_anything_else_may_not(question: str, figure: str, why: str) -> None:
    book = book_of(TEXT)
    assert not meets(understand(question, book), book, statement(figure, book)), why


def test_words_near_a_figure_count_and_missing_ones_too() -> None:
    asked, other = (
        clues("How many people does Acme employ?", "2,340 people"),
        clues("How many people does Acme employ?", "38%"),
    )
    assert asked["near"] > other["near"]
    assert asked["missing"] < other["missing"]


def test_another_noun_than_the_one_counted_is_told() -> None:
    assert clues("How many fitters does Acme employ?", "2,340 people")["noun other"] == 1
    assert clues("How many people does Acme employ?", "2,340 people")["noun other"] == 0


def test_no_statement_has_no_clues() -> None:
    book = book_of(TEXT)
    assert clues_of(understand("How big is it?", book), book, []).shape == (0, len(CLUES))


@pytest.mark.parametrize(("way", "kinds"), [("by value", {"money"}), ("in volume terms", {"number"})])
def test_by_value_or_by_volume_says_which_sort_of_number_is_meant(way: str, kinds: set[str]) -> None:
    question = understand(f"widgets {way}", book_of(TEXT))
    assert kinds_asked(replace(question, measure=None)) == kinds


def test_the_figure_of_a_listed_part_is_not_that_of_all() -> None:
    book = book_of(f"{TEXT}\n\nThe makers are:\n\n- Acme\n- Bolt")
    assert not meets(understand("How many people work there in total?", book), book, statement("2,340 people", book))
    assert meets(understand("How many people does Acme employ in total?", book), book, statement("2,340 people", book))
