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
