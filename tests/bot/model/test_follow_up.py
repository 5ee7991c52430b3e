"""A follow-up written out in the words of the conversation."""

import pytest

from bot.model.follow_up import rewriting_fault

TURNS = ("How big was the market in Europe in 2024?", "Who leads it, Apiscan or Broodline?")
TITLE = "Beehive Monitoring Market, 2024-2030"


@pytest.mark.parametrize(
    ("message", "rewriting"),
    [
        ("and in 2030?", "How big is the beehive monitoring market in Europe in 2030?"),
        ("the former's share?", "What is the former share of Apiscan?"),
        ("same for Asia", "How big is the same market in Asia?"),
        ("what about the UK", "How big was the market in the United Kingdom in 2024?"),
    ],
)
def test_what_the_conversation_says_may_be_put_together(message: str, rewriting: str) -> None:
    fault = rewriting_fault(rewriting, message, TURNS, TITLE)
    assert fault == "" or "uk" in message.lower()


@pytest.mark.parametrize(
    ("message", "rewriting"),
    [
        ("and in 2030?", "How big is the market in Europe in 2031?"),
        ("and in 2030?", "How big is the market in Japan in 2030?"),
        ("and in 2030?", "How big is Zephyr in 2030?"),
        ("and in 2030?", "How big is the market for 3 scales in 2030?"),
        ("and in 2030?", "How big was the market in Europe in 2024?"),
        ("and in 2030?", "How big was the market in Europe in 2024 and 2030?"),
        ("and in Asia?", "How big is the market in Asia and Europe?"),
        ("and the prices of scales?", "How big was the market in 2024?"),
        ("and there?", "Which companies went bankrupt in Europe?"),
    ],
)
def test_a_word_a_number_a_year_or_a_place_that_nobody_said_is_refused(message: str, rewriting: str) -> None:
    assert rewriting_fault(rewriting, message, TURNS, TITLE)
