"""Whether sentences are of the sort that is asked for."""

import pytest

from bot.unexplained import is_unadvised, is_unreasoned

BOUGHT = "In March 2025, Skyline bought the maker Windward for USD 22.4 million."


def unexplained(ask: str, *said: str, heading: str = "News") -> bool:
    return is_unadvised(ask, [((heading,), text) for text in said]) or is_unreasoned(ask, said)


@pytest.mark.parametrize("ask", ["why did Skyline buy Windward?", "What made Skyline take over Windward"])
def test_that_a_deal_was_made_is_no_reason_for_it(ask: str) -> None:
    assert unexplained(ask, BOUGHT)


def test_who_led_a_round_is_no_reason_for_it() -> None:
    assert unexplained("why did Skyline raise money?", "Skyline raised EUR 24 million in a round led by Windward.")


@pytest.mark.parametrize(
    "said",
    [
        "Skyline bought Windward because silk was scarce.",
        "Skyline raised EUR 18 million to enter Germany.",
        "In June, Skyline recalled 14 kites, as the cords broke.",
    ],
)
def test_a_cause_or_a_purpose_is_one(said: str) -> None:
    assert not unexplained("why did Skyline buy Windward or recall kites?", BOUGHT, said)


def test_who_asks_for_advice_is_not_told_figures() -> None:
    assert unexplained("What should kite makers do?", "The page is fictional.", "Kites cost EUR 3 on average.")
    assert not unexplained("What should kite makers do?", "Makers should sell in spring.")
    assert not unexplained("What is recommended?", "Sell in spring.", heading="Recommendations")


def test_other_questions_are_not_judged() -> None:
    assert not unexplained("Why does silk tear?", "Silk tears.")
