"""Rankings found by the words of labels."""

import pytest

from bot.ranked import ranked
from bot.understand import understand
from tests.bot.accounts import accounts


def parts(question: str) -> list[str]:
    return [q.text for printed in ranked(understand(question, accounts(), None), accounts()) for q in printed]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which segment had the highest operating profit in 2023?", ["190", "120", "80"]),
        ("Which segment had the highest operating profit in 2024?", ["210", "150", "95"]),
    ],
)
def test_the_parts_of_a_table_are_ranked_without_its_sum(question: str, expected: list[str]) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Which segment had the highest operating profit in 2019?",
        "Which region had the highest operating profit in 2024?",
        "Which segment had the highest dividend in 2024?",
        "What was the operating profit of Pumps in 2024?",
    ],
)
def test_other_questions_rank_nothing(question: str) -> None:
    assert parts(question) == []
