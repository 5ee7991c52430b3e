"""A comparison is split into what it compares."""

import pytest

from bot.parts import parts_of
from bot.understand import understand
from tests.bot.books import book_of

BOOK = book_of(
    "The widget market was valued at USD 2,500 million in 2024.\n\nSteel widgets cost USD 14. "
    "Brass widgets cost USD 22. Germany took 14% and Japan 9%. Exports came to USD 30 million in 2023 and "
    "USD 36 million in 2024."
)


def parts(question: str) -> list[tuple[list[str], list[str], list[str]]]:
    found = parts_of(understand(question, BOOK))
    return [([w.text for w in p.words], [str(t) for t in p.periods], list(p.places)) for p in found]


def test_by_years() -> None:
    assert [when for _, when, _ in parts("How much did exports rise from 2023 to 2024?")] == [["2023"], ["2024"]]


def test_by_places() -> None:
    where = [place for _, _, place in parts("What is the difference between Germany and Japan?")]
    assert where == [["Germany"], ["Japan"]]


@pytest.mark.parametrize(
    "question", ["How much more does brass cost than steel?", "What is the difference between brass and steel?"]
)
def test_by_things(question: str) -> None:
    assert [words for words, _, _ in parts(question)] == [["brass"], ["steel"]]


@pytest.mark.parametrize("question", ["What do brass widgets cost?", "How big is the market in 2024?"])
def test_a_question_for_one_figure_has_no_parts(question: str) -> None:
    assert parts(question) == []
