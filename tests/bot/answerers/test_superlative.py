"""Which one is largest, fastest or smallest."""

import pytest

from bot.answerers.superlative import named_first, superlative
from tests.bot.beehives import answer, asked, beehives, found


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Which region is the largest?", "Europe"),
        ("Which region is growing fastest?", "Asia-Pacific"),
        ("What is the largest product segment?", "Scales"),
        ("Which product grows fastest?", "Acoustic sensors"),
        ("Which country leads Europe?", "Germany"),
        ("The largest region is North America, right?", "Europe"),
    ],
)
def test_the_sentence_that_names_it_is_quoted(question: str, named: str) -> None:
    verified = answer(question)
    assert verified.status == "answered"
    assert named in verified.text
    assert verified.citations


@pytest.mark.parametrize(
    ("question", "first"),
    [("Which region is the largest?", "Europe"), ("Which product grows fastest?", "Acoustic sensors")],
)
def test_the_one_that_is_meant_is_named_as_the_report_writes_it(question: str, first: str) -> None:
    assert named_first(asked(question), beehives()) == first


@pytest.mark.parametrize("question", ["Which product is the cheapest?", "In which year was Europe largest?"])
def test_no_level_tells_what_is_cheapest_or_when(question: str) -> None:
    assert superlative(found(question)) is None


def test_the_largest_of_what_is_not_compared_is_not_made_up() -> None:
    assert superlative(found("Which company is the largest?")) is None
