"""An answer says how a follow-up was understood, where its sentences do not."""

import pytest

from bot.understood import understood_as
from tests.bot.beehives import answer, asked


def test_what_was_taken_over_and_is_not_said_is_told() -> None:
    question = asked("And in 2030?", "How big is Europe in 2024?")
    assert understood_as(question, "It was USD 350.1 million.") == "I took this to be about Europe."
    assert understood_as(question, "Europe: USD 350.1 million.") == ""


def test_times_and_words_too() -> None:
    assert understood_as(asked("And Europe?", "How big is the market in 2024?"), "Europe: USD 1.") == (
        "I took this to be about 2024."
    )
    assert understood_as(asked("And in 2030?", "Revenue of thermometers in 2024?"), "USD 1 in 2030.") == (
        "I took this to be about thermometers."
    )


@pytest.mark.parametrize("turn", ["How big is Europe in 2024?", "Who are the players?"])
def test_a_question_of_its_own_needs_no_telling(turn: str) -> None:
    assert understood_as(asked(turn, "How big is the market in 2030?"), "Some answer.") == ""


def test_an_answer_that_names_all_has_no_such_line() -> None:
    assert "I took this" not in answer("And in 2030?", "How big is Europe in 2024?").text
