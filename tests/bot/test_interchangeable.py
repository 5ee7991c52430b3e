"""Words of a question that the report writes otherwise."""

import pytest

from bot.interchangeable import groups, in_report_words
from ingest.words import words
from tests.bot.books import book_of

BOOK = book_of("Crane rental earned USD 3 million in 2024. The fleet has 40 diesel trucks.")


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("How much did crane hire earn?", "How much did crane rental earn?"),
        ("How many lorries does the fleet have?", "How many trucks does the fleet have?"),
        ("How many trucks does the fleet have?", "How many trucks does the fleet have?"),  # the report says so
        ("How many bicycles does the fleet have?", "How many bicycles does the fleet have?"),  # no name for it there
        ("What does Smith Lorry earn?", "What does Smith Lorry earn?"),  # a name
        ("What was the turnover?", "What was the turnover?"),  # what is measured is understood as it is
    ],
)
def test_what_the_report_never_says_is_put_as_it_does(asked: str, read: str) -> None:
    assert in_report_words(asked, BOOK) == read


def test_a_purchase_is_no_purchaser() -> None:
    shoppers = book_of("Purchasers spent USD 3 million on kites in 2024, shoppers in Peru USD 1 million.")
    assert in_report_words("What was the purchase worth?", shoppers) == "What was the purchase worth?"


def test_no_name_stands_for_nothing_else() -> None:
    assert len(groups()) > 2000
    for own, names in groups().items():
        assert len(names) > 1, own
        assert all(phrase == tuple(word.stem for word in words(name)) for phrase, name in names)
