"""Cells of something else than what is asked for."""

import pytest

from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.strays import strays
from bot.understand import understand
from tests.bot.accounts import accounts


def strays_with(question: str, figure: str, answerer: str) -> bool:
    book = accounts()
    cited = next(q for q in book.quantities if q.text == figure)
    said = Sentence("As printed.", (evidence_of(book, cited),))
    return strays(Draft((Paragraph((said,)),), answerer=answerer), understand(question, book, None), book)


@pytest.mark.parametrize(
    ("question", "figure", "answerer", "is_stray"),
    [
        ("By how much did the operating profit of Drives grow?", "210", "combine", False),
        ("By how much did total operating profit grow?", "455", "combine", False),
        ("By how much did total operating profit grow?", "210", "combine", True),
        ("By how much did total spending grow?", "41", "combine", False),  # no total stands beside it
        ("What was the dividend per share in 2024?", "41", "quote", True),
        ("What were earnings per share in Q2 2024?", "$ 0.35", "quote", False),
        ("By how much did total operating profit grow?", "210", "tables", False),
        ("revenue and gross profit in Q2 2025", "290", "lookup", True),  # one of two things asked for
        ("research and development in Q2 2025", "75", "quote", False),
        ("revenue and growth in 2024", "455", "lookup", True),
    ],
)
def test_a_part_that_is_not_named_and_what_is_per_another_thing_stray(
    question: str, figure: str, answerer: str, is_stray: bool
) -> None:
    assert strays_with(question, figure, answerer) is is_stray
