"""What speaks for and against a figure."""

from collections.abc import Mapping

from bot.clues import CLUES, clues_of
from bot.understand import understand
from tests.bot.books import book_of
from tests.bot.widgets import TEXT, statement


def clues(question: str, figure: str) -> Mapping[str, float]:
    book = book_of(TEXT)
    row = clues_of(understand(question, book), book, [statement(figure, book)])[0]
    return dict(zip(CLUES, map(float, row), strict=True))


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


def test_an_unmet_condition_is_a_clue() -> None:
    assert clues("How many people does Acme employ?", "38%")["not its kind"] == 1
    assert clues("How big was the market in 2024?", "USD 2,500 million")["not its kind"] == 0


def test_no_statement_has_no_clues() -> None:
    book = book_of(TEXT)
    assert clues_of(understand("How big is it?", book), book, []).shape == (0, len(CLUES))
