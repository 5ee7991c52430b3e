"""What market reports explain."""

import pytest

from bot.market_topics import ADVICE, DRIVERS, HURDLES, Topic


@pytest.mark.parametrize(
    ("ask", "topic"),
    [
        ("why does it grow?", DRIVERS),
        ("what keeps the category alive?", DRIVERS),
        ("where does the growth come from?", DRIVERS),
        ("why so high?", DRIVERS),
        ("what holds it back?", HURDLES),
        ("what slows the market down?", HURDLES),
        ("biggest worry of makers?", HURDLES),
        ("what could go wrong?", HURDLES),
        ("what should investors avoid?", ADVICE),
        ("what do you recommend?", ADVICE),
    ],
)
def test_topics_are_asked_for_in_many_ways(ask: str, topic: Topic) -> None:
    assert topic.asked.search(ask)


@pytest.mark.parametrize("ask", ["How big is the market?", "Who makes kites?", "When did silk come up?"])
def test_other_questions_ask_for_none(ask: str) -> None:
    assert not any(topic.asked.search(ask) for topic in (HURDLES, ADVICE))


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("Outsourcing is the strongest driver of growth.", DRIVERS),
        ("Growth in kites is driven by schools.", DRIVERS),
        ("Skilled mechanics are the brake.", HURDLES),
        ("Costs weigh on the upper end.", HURDLES),
        ("Makers should sell in spring.", ADVICE),
        ("We advise patience.", ADVICE),
    ],
)
def test_sentences_name_a_topic(said: str, topic: Topic) -> None:
    assert topic.said.search(said)


@pytest.mark.parametrize("said", ["Sales should reach USD 4 billion.", "The number of makers should grow."])
def test_a_forecast_is_no_advice(said: str) -> None:
    assert not ADVICE.said.search(said)
