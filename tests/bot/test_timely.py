"""Whether a proposal is of the month or quarter asked for."""

import pytest

from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.timely import is_timely
from bot.understand import understand
from tests.bot.accounts import accounts


@pytest.mark.parametrize(
    ("question", "text", "timely"),
    [
        ("What was gross profit in Q2 2025?", "290", True),
        ("What was gross profit in Q2 2025?", "566", False),
        ("What was gross profit in Q1 2025?", "290", False),
        ("What was gross profit in the first half of 2025?", "566", True),
        ("What was gross profit in 2025?", "290", True),  # years are left to others
    ],
)
def test_a_figure_of_another_part_of_the_year_is_none(question: str, text: str, timely: bool) -> None:
    book = accounts()
    quantity = next(q for q in book.quantities if q.text == text)
    draft = Draft((Paragraph((Sentence(f"{text}.", (evidence_of(book, quantity),)),)),))
    assert is_timely(draft, understand(question, book, None), book) is timely
