"""Whether a proposal is of the month or quarter asked for."""

import pytest

from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.timely import is_timely
from bot.understand import understand
from tests.bot.accounts import accounts
from tests.bot.books import book_of


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


def test_what_else_a_section_speaks_of_does_not_time_a_figure() -> None:
    book = book_of(
        "Gross margin was 37.1% in the third quarter of 2024. In the first nine months of 2024 net sales rose by 2.4%."
    )
    quantity = next(q for q in book.quantities if q.text == "37.1%")
    draft = Draft((Paragraph((Sentence("37.1%.", (evidence_of(book, quantity),)),)),))
    for question, timely in (
        ("What was the gross margin in the third quarter of 2024?", True),
        ("What was the gross margin in the first nine months of 2024?", False),
    ):
        assert is_timely(draft, understand(question, book, None), book) is timely
