"""Rankings found by the words of labels."""

import pytest

from bot.ranked import peaks, ranked
from bot.understand import understand
from tests.bot.accounts import accounts


def parts(question: str) -> list[str]:
    return [q.text for printed in ranked(understand(question, accounts(), None), accounts()) for q in printed]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which segment had the highest operating profit in 2023?", ["190", "120", "80"]),
        ("Which segment had the highest operating profit in 2024?", ["210", "150", "95"]),
        ("Which of the three sites had the fewest employees at the end of 2024?", ["2,314", "1,106", "488"]),
        ("Which segment had the highest operating profit?", ["210", "150", "95"]),  # of the last year there is
        ("Which product was cheapest in 2023?", ["410", "96", "12"]),
        ("What is the most expensive product?", ["430", "99", "11"]),
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
        "In which year was the operating profit of segments highest?",
        "Which site was cheapest?",
        "How large is the operating profit of the largest segment?",
    ],
)
def test_other_questions_rank_nothing(question: str) -> None:
    assert parts(question) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("In which of the five years were dividends highest?", ["44", "41", "38", "31", "20"]),
        ("Which year had the lowest dividends?", ["44", "41", "38", "31", "20"]),
        ("What were dividends in 2022?", []),
        ("In which year were salaries highest?", []),
    ],
)
def test_the_times_of_one_row_are_ranked_where_it_is_asked_when(question: str, expected: list[str]) -> None:
    found = peaks(understand(question, accounts(), None), accounts())
    assert [q.text for printed in found for q in printed] == expected
