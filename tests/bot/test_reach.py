"""Where a report says how somebody is reached."""

import pytest

from bot.reach import Way, ways_told
from tests.bot.books import book_of

TEXT = (
    "The market was valued at USD 2.5 billion in 2025. For questions, write to Jo Lund at jo@lund.example. "
    "Press enquiries: +44 20 7946 0217. Makers sold 0 to 12 000 000 units. Mail from makers goes to @makers. "
    "In 2024, 01632 960 517 widgets were counted."
)


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (None, ["For questions, write to Jo Lund at jo@lund.example.", "Press enquiries: +44 20 7946 0217."]),
        ("e-mail address", ["For questions, write to Jo Lund at jo@lund.example."]),
        ("phone number", ["Press enquiries: +44 20 7946 0217."]),
    ],
)
def test_the_sentences_that_invite_to_write_or_call_are_found(way: Way | None, told: list[str]) -> None:
    assert [text for _, text in ways_told(book_of(TEXT), way)] == told
