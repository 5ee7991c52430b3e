"""The difference of the figures told last."""

import pytest

from bot.answerers.between import last_two
from tests.bot.beehives import answer, asked


@pytest.mark.parametrize("ask", ["what's the difference?", "diff?", "and the difference between the two?"])
def test_two_places_are_set_against_each_other(ask: str) -> None:
    verified = answer(ask, "How big is Europe in 2024?", "And North America?")
    assert [calculation.formula for calculation in verified.calculations] == ["176.0 − 149.0"]


def test_two_years_stand_in_their_order() -> None:
    verified = answer("what's the difference?", "How big is Europe in 2030?", "And in 2024?")
    assert [calculation.formula for calculation in verified.calculations] == ["350.1 − 176.0"]


def test_how_much_it_grew_is_of_the_last_one_alone() -> None:
    assert last_two(asked("and by how much did it grow?", "How big is Europe in 2024?", "And North America?")) == ()


def test_one_question_before_has_no_difference() -> None:
    assert last_two(asked("what's the difference?", "How big is Europe in 2024?")) == ()
    assert not answer("what's the difference?", "How big is Europe in 2024?").calculations


def test_what_was_not_told_is_not_calculated_with() -> None:
    verified = answer("what's the difference?", "How big is Europe in 2024?", "And Japan?")
    assert verified.status == "declined"
