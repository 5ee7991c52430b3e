"""Figures of sentences that name what is asked for beside what they are of."""

import pytest

from bot.bystanders import is_of_bystander
from bot.understand import understand
from tests.bot.books import book_of

TEXT = (
    "A total of 61,300 pumps were sold in Kenya, Uganda and Rwanda in 2024. In Kenya 27,900 pumps were sold. "
    "The company estimates its share of the market at 18%, second to Falcon Heavy Lift. "
    "Acme held 24% of the market, ahead of Bolt Pumps with 13%."
)
BOOK = book_of(TEXT, "Pump Market")


@pytest.mark.parametrize(
    ("ask", "figure", "beside"),
    [
        ("How many pumps were sold in Rwanda in 2024?", "61,300", True),
        ("How many pumps were sold in Kenya, Uganda and Rwanda in 2024?", "61,300", False),
        ("How many pumps were sold in Kenya?", "27,900", False),
        ("How many pumps were sold in Peru?", "27,900", True),
        ("What is the share of Falcon Heavy Lift?", "18%", True),
        ("What is the share of Bolt Pumps?", "13%", False),
        ("How many pumps were sold in 2024?", "61,300", False),
    ],
)
def test_a_figure_is_of_what_its_sentence_says_it_is_of(ask: str, figure: str, beside: bool) -> None:
    cited = [q for q in BOOK.quantities if q.text.startswith(figure)]
    assert len(cited) == 1
    assert is_of_bystander(cited, understand(ask, BOOK), BOOK) is beside


def test_a_calculation_with_a_figure_of_what_is_asked_for_is_of_it() -> None:
    cited = [q for q in BOOK.quantities if q.text.startswith(("27,900", "61,300"))]
    assert not is_of_bystander(cited, understand("What share of the pumps were sold in Kenya?", BOOK), BOOK)
