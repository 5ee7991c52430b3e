"""The likeliest figure, and how sure that is."""

from collections.abc import Sequence

import numpy as np
import pytest

from bot.clues import CLUES, Array
from bot.odds import SHORTLIST, WEIGHED, Likely, by_clues, likely, mentioned, probabilities, shortlist, weights
from bot.statement import Statement
from bot.understand import understand
from ingest.domain import Table
from tests.bot.books import book_of

TEXT = (
    "The widget market was valued at USD 2,500 million in 2024.\n\nAcme employs 2,340 people at seven plants. "
    "Bolt employs 810 people.\n\nA steel widget lasts 9 years. The staff of Acme numbers 2,340 people."
)


def ranked(question: str) -> tuple[Likely, ...]:
    book = book_of(TEXT)
    return likely(understand(question, book), question, book, by_clues)


def test_every_clue_has_a_fitted_weight() -> None:
    assert weights().shape == (len(CLUES),)


@pytest.mark.parametrize(
    ("question", "figure"),
    [("How many people work at Acme?", "2,340 people"), ("How many people does Bolt employ?", "810 people")],
)
def test_the_figure_whose_words_are_asked_for_is_likeliest(question: str, figure: str) -> None:
    assert ranked(question)[0].quantity.text == figure


def test_a_figure_printed_twice_is_one() -> None:
    texts = [each.quantity.text for each in ranked("How many people work at Acme?")]
    assert texts.count("2,340 people") == 1


def test_chances_leave_one_for_none_of_them() -> None:
    odds = probabilities(np.array([0.0, 0.0]))
    assert odds == pytest.approx([1 / 3, 1 / 3])
    assert probabilities(np.array([-50.0])).sum() < 1e-9


def test_without_figures_nothing_is_likely() -> None:
    book = book_of("Nothing is counted here.")
    assert likely(understand("How many?", book), "How many?", book, by_clues) == ()


def test_who_reads_closer_has_the_last_word() -> None:
    book, question = book_of(TEXT), "How many people are at a plant?"

    def close(text: str, statements: Sequence[Statement], clues: Array) -> Array:
        assert (text, clues.shape) == (question, (len(statements), len(CLUES)))
        return np.array([5.0 if statement.sense.quantity.text == "810 people" else -5.0 for statement in statements])

    assert likely(understand(question, book), question, book, close)[0].quantity.text == "810 people"


def test_only_the_best_are_read_closer() -> None:
    assert list(shortlist(np.arange(30.0))) == list(range(29, 29 - SHORTLIST, -1))


def test_of_very_many_figures_those_that_share_most_with_the_question_are_weighed() -> None:
    rows = tuple((f"Town {chr(65 + n % 26)}{n}", str(1000 + n), str(3000 + n)) for n in range(WEIGHED))
    book = book_of("None.", tables=(Table("Fountains", ("Town", "2023", "2024"), rows, "t.csv"),))
    assert len(book.statements) > WEIGHED
    found = mentioned(understand("How many fountains has Town C132 in 2024?", book), book)
    assert len(found) == WEIGHED
    assert any(statement.sense.quantity.text == "3132" for statement in found)
    few = book_of(TEXT)
    assert mentioned(understand("How big is it?", few), few) == few.statements
