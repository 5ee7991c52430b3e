"""The likeliest figure, and how sure that is."""

import numpy as np
import pytest

from bot.clues import CLUES
from bot.odds import Alike, Likely, likely, probabilities, weights
from bot.retrieve import nothing_alike
from bot.understand import understand
from tests.bot.books import book_of

TEXT = (
    "The widget market was valued at USD 2,500 million in 2024.\n\nAcme employs 2,340 people at seven plants. "
    "Bolt employs 810 people.\n\nA steel widget lasts 9 years. The staff of Acme numbers 2,340 people."
)


def ranked(question: str) -> tuple[Likely, ...]:
    book = book_of(TEXT)
    return likely(understand(question, book), question, book, nothing_alike)


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
    assert likely(understand("How many?", book), "How many?", book, nothing_alike) == ()


def test_a_likeness_in_meaning_speaks_for_a_figure() -> None:
    book, question = book_of(TEXT), "How many people are at a plant?"

    def alike(text: str, texts: list[str]) -> list[float]:
        return [0.9 if "810" in each else 0.0 for each in texts]

    def chance(by: Alike) -> float:
        ranked = likely(understand(question, book), question, book, by)
        return next(each.probability for each in ranked if each.quantity.text == "810 people")

    assert chance(alike) > chance(nothing_alike)
