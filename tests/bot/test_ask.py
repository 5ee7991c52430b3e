"""Which sentences of a message ask."""

import pytest

from bot.ask import asks, without_lead_in


@pytest.mark.parametrize(
    ("message", "asking"),
    [
        ("How big is the market?", ["How big is the market?"]),
        ("market size 2024", ["market size 2024"]),
        ("Hello there. How big is the market? Many thanks.", ["Hello there.", "How big is the market?"]),
        ("How big is it and who are the players?", ["How big is it?", "who are the players?"]),
        ("Since it shrinks, how big is it?", ["Since it shrinks", "how big is it?"]),
        ("How large is the U.S. market?", ["How large is the U.S. market?"]),
    ],
)
def test_a_message_is_cut_into_what_it_asks(message: str, asking: list[str]) -> None:
    assert asks(message) == asking


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Could you kindly tell me what it costs", "what it costs"),
        ("I was wondering how large the market is", "how large the market is"),
        ("What was the size in 2024, as I need it for a slide?", "What was the size in 2024"),
        ("Tell me", "Tell me"),
    ],
)
def test_courtesies_and_reasons_are_not_part_of_the_question(text: str, asked: str) -> None:
    assert without_lead_in(text).strip(" ?") == asked


@pytest.mark.parametrize(
    "text",
    [
        "Which event was the most expensive, and what did it cost?",
        "Which event was the most expensive and how much was it?",
        "Which event was the most expensive? give the amount",
        "Which event was the most expensive, and how much?",
    ],
)
def test_the_figure_of_what_is_asked_for_is_no_question_of_its_own(text: str) -> None:
    assert [each.strip(" ?,") for each in asks(text)] == ["Which event was the most expensive"]


def test_another_question_behind_it_is() -> None:
    assert len(asks("How big is the market, and who are the largest suppliers?")) == 2
