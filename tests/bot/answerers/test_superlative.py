"""Which one is largest, fastest or smallest."""

import pytest

from bot.answerers.superlative import named_first, superlative
from ingest.domain import Table
from tests.bot.beehives import answer, asked, beehives, found
from tests.bot.books import book_of


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


KEY_FIGURES = Table(
    "Key figures",
    ("Attribute", "Detail"),
    (
        ("Market size 2025", "USD 4.2 billion"),
        ("Fastest-growing region", "Nordics (15.3% CAGR)"),
        ("Largest region", "Iberia"),
        ("Largest plant", "240 kt"),
    ),
    "t.csv",
)


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Which region grows fastest?", "Fastest-growing region: Nordics (15.3% CAGR)."),
        ("What is the largest region?", "Largest region: Iberia."),
    ],
)
def test_a_row_whose_label_says_what_is_first_is_quoted_whole(question: str, row: str) -> None:
    verified = answer(question, book=book_of("None.", tables=(KEY_FIGURES,)))
    assert (verified.text, verified.status) == (f"{row[:-1]} [1].", "answered")
    assert verified.citations[0].table == "Key figures"


def test_a_row_that_is_of_another_kind_is_not() -> None:
    assert "Iberia" not in answer("Which company is the largest?", book=book_of("None.", tables=(KEY_FIGURES,))).text


@pytest.mark.parametrize("question", ["Which product is the cheapest?", "In which year was Europe largest?"])
def test_no_level_tells_what_is_cheapest_or_when(question: str) -> None:
    assert superlative(found(question)) is None


def test_the_largest_of_what_is_not_compared_is_not_made_up() -> None:
    assert superlative(found("Which company is the largest?")) is None
