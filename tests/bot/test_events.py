"""What a question takes to have happened, and whether the report tells it."""

import pytest

from bot.events import is_contrary, is_untold
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("ask", "said", "untold"),
    [
        ("Why did Acme pull out of pumps?", "Acme entered the pump market in 2019.", True),
        ("Why did Acme pull out of pumps?", "Acme left the pump market in 2024 after a fire.", False),
        ("When did the Lima plant open?", "Acme closed its Lima plant in May 2025.", True),
        ("When did the Lima plant open?", "The Lima plant was inaugurated in May 2025.", False),
        ("Why did Acme sell its network to Bolt?", "Acme and Bolt have shared routes since 2023.", True),
        ("Why did Acme sell its network?", "Bolt acquired the network of Acme, which needed cash.", False),
        ("Why did Acme sell more pumps?", "Acme cut its prices.", False),  # how much, and not whether
        ("Why do companies buy pumps?", "Pumps save water.", False),  # of no one event
        ("How big is the market?", "It was worth USD 3 million.", False),
    ],
)
def test_an_event_is_told_by_a_sentence_that_says_that_it_happened(ask: str, said: str, untold: bool) -> None:
    assert is_untold(ask, [said]) is untold


BOOK = book_of(
    "Fleet utilisation improved by five points in 2024. Prices have slid. Sales rose in Peru and fell in Chile."
)


@pytest.mark.parametrize(
    ("ask", "contrary"),
    [
        ("Why did fleet utilisation fall in 2024?", True),
        ("Why did fleet utilisation improve in 2024?", False),
        ("Why has the price per pump gone up?", True),
        ("Why has the price per pump come down?", False),
        ("Why did sales fall?", False),  # the report says both
        ("Why did wages fall?", False),  # it says neither
        ("Is utilisation falling?", False),
    ],
)
def test_what_only_rose_is_not_explained_as_a_fall(ask: str, contrary: bool) -> None:
    assert is_contrary(ask, BOOK) is contrary
