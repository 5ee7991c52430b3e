"""Markets that a report is not of."""

import pytest

from bot.neighbours import is_called_market, is_of_another_market
from bot.understand import understand
from tests.bot.books import book_of

TEXT = (
    "The robotic hive market was worth USD 2 billion in 2024. Honey and delivery drones are not counted. "
    "Retrofit kits reached USD 1 billion in 2024. The segments are:\n- Retrofit kits\n- Whole hives"
)


@pytest.mark.parametrize(
    ("question", "is_another"),
    [
        ("What is the honey market worth?", True),
        ("How big is the market for delivery drones?", True),
        ("How big is the robotic hive market?", False),
        ("How big is the hives market in Europe?", False),
        ("How big is the global market?", False),
        ("How big was the market for retrofit kits in 2024?", False),
        ("How big is the quantum market?", False),  # a word that the report never uses is declined as such
        ("Does it cover the honey market?", False),
        ("How fast does the market of 2024 grow?", False),
    ],
)
def test_a_market_by_a_name_that_is_no_name_of_the_report_is_another(question: str, is_another: bool) -> None:
    book = book_of(TEXT, "Robotic Hive Market")
    assert is_of_another_market(understand(question, book), book) == is_another


@pytest.mark.parametrize(
    ("word", "ask", "expected"),
    [
        ("whale", "How big is the whale market?", True),
        ("whales", "the market for whales in 2024", True),
        ("whale", "How big is the market in Whale?", False),
        ("Acme", "market share of Acme", False),
    ],
)
def test_a_market_may_be_called_by_a_word(word: str, ask: str, expected: bool) -> None:
    assert is_called_market(word, ask) is expected
