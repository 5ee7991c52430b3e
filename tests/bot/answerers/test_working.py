"""How the last answer came about."""

import pytest

from bot.answerers.working import working
from tests.bot.beehives import answer, found


def test_the_words_a_figure_was_read_from_are_quoted() -> None:
    text = answer("How did you get that?", "How big is the market in 2024?").text
    assert "was valued at USD 412.5 million in 2023 and USD 468.0 million in 2024" in text


def test_a_calculated_figure_is_shown_with_its_formula() -> None:
    verified = answer("How did you calculate that?", "What share of the market did Europe have in 2024?")
    assert [calculation.formula for calculation in verified.calculations] == ["176.0 / 468.0 × 100"]


def test_it_can_be_asked_again() -> None:
    before = ("How big is the market in 2024?", "How did you get that?")
    assert "USD 468.0 million" in answer("Are you sure?", *before).text


@pytest.mark.parametrize("before", [(), ("Who are the players?",), ("Hello",)])
def test_without_a_figure_before_there_is_nothing_to_show(before: tuple[str, ...]) -> None:
    assert working(found("How did you get that?", *before)) is None


def test_the_answer_stands_again_with_its_citation() -> None:
    told = answer("How big is Europe in 2024?")
    again = answer("source?", "How big is Europe in 2024?")
    assert told.text in again.text
    assert again.citations == told.citations


def test_words_are_told_again_once() -> None:
    told = answer("What are the challenges?")
    assert answer("are you sure?", "What are the challenges?").text == told.text


def test_what_was_declined_stays_declined() -> None:
    assert answer("are you sure?", "How big is Japan in 2024?").status == "declined"
