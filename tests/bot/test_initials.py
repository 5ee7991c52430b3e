"""What a question shortens and the report does not."""

import pytest

from bot.initials import written_out
from tests.bot.books import book_of

TEXT = """Care for animals is paid for by owners. Vets are few. Administrative work is done by hand.

The widget market is divided into:

- Direct sales
- Original equipment
- Original equipment makers
- Point of care
- Private label dairy products
"""


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        ("How big are OEMs?", "How big are Original equipment makers?"),
        ("How big is POC?", "How big is Point of care?"),
        ("How big is poc?", "How big is poc?"),
        ("What share is admin work?", "What share is administrative work?"),
        ("How many vets are there?", "How many vets are there?"),
        ("How big is the US?", "How big is the US?"),
        ("How big is PLD?", "How big is PLD?"),  # the beginning of a name
        ("How big is OEQ?", "How big is OEQ?"),
        ("What are the OES?", "What are the OES?"),  # its S is of the name, and no plural
    ],
)
def test_what_the_report_never_shortens_is_written_out(ask: str, expected: str) -> None:
    assert written_out(ask, book_of(TEXT)) == expected


def test_a_word_is_written_with_the_hyphen_that_the_report_writes_it_with() -> None:
    book = book_of("Pick-up points are many. Lockers are few.")
    assert written_out("How many pickup points are there?", book) == "How many Pick-up points are there?"
