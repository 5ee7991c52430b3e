"""A follow-up as a question of its own."""

import pytest

from bot.restated import restated
from tests.bot.beehives import asked


@pytest.mark.parametrize(
    ("before", "turn", "whole"),
    [
        ("What did keepers pay in Germany in 2024?", "and in 2023?", "What did keepers pay in Germany in 2023?"),
        ("What did keepers pay in Germany in 2024?", "and France?", "What did keepers pay in France in 2024?"),
        ("How much is Europe worth?", "and in 2030?", "How much is Europe worth in 2030?"),
        ("Sales in Europe in 2024?", "volume?", "volume in Europe in 2024?"),
    ],
)
def test_it_takes_the_place_of_what_it_replaces(before: str, turn: str, whole: str) -> None:
    assert restated(asked(turn, before)) == whole


def test_a_follow_up_of_a_follow_up() -> None:
    question = asked("and in 2030?", "How much is Europe worth in 2024?", "and North America?")
    assert restated(question) == "How much is North America worth in 2030?"


@pytest.mark.parametrize(
    ("before", "turn"),
    [
        ("How much is Europe worth in 2024?", "in euros?"),
        ("How much is Europe worth in 2024?", "what's the difference?"),
        ("How much is Europe worth in 2024?", "why?"),
        ("How much is Europe worth in 2024?", "Who are the key players?"),
        ("How many hives has Apiscan?", "and sensors?"),  # of the same company
        ("How big is the market in 2024?", "and scales?"),  # the question before has no place for it
        ("How much is Europe worth in 2024?", "and the same again?"),
    ],
)
def test_what_asks_for_something_of_its_own_is_not_restated(before: str, turn: str) -> None:
    assert restated(asked(turn, before)) is None


def test_without_a_question_before_there_is_nothing_to_restate() -> None:
    assert restated(asked("and in 2030?")) is None
