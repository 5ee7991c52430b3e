"""The parts of a question."""

import re

import pytest

from bot.spelling import mended
from bot.terms import Terms, first_match, is_content, read_terms
from ingest.domain import Table
from ingest.words import words
from tests.bot.beehives import asked, beehives
from tests.bot.books import book_of


def terms(question: str) -> Terms:
    return read_terms(question, beehives())


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("How big is it in 2024?", ["2024"]),
        ("How big in 2023 and 2024?", ["2023", "2024"]),
        ("growth from 2024 to 2030", ["2024–2030"]),
        ("growth between 2030 and 2024", ["2030", "2024"]),
        ("three years after 2024", ["2027"]),
        ("the first year of the forecast", ["2025"]),
        ("Q3 2025", ["Q3 2025"]),
        ("FY24", ["FY2024"]),
        ("How big is it?", []),
    ],
)
def test_times_are_read_in_the_report_s_frame(question: str, periods: list[str]) -> None:
    assert [str(period) for period in terms(question).periods] == periods


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("the European market", ("Europe",)),
        ("Europe and North America", ("Europe", "North America")),
        ("the US and the UK", ("United States", "United Kingdom")),
        ("the global market", ()),
        ("tell us the size", ()),
    ],
)
def test_places_are_read_by_their_canonical_names(question: str, places: tuple[str, ...]) -> None:
    assert terms(question).places == places


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("How big is the beehive monitoring market in Europe in 2024?", []),
        ("How big are acoustic sensors?", ["acoustic", "sensors"]),
        ("What is the market share of Apiscan?", ["Apiscan"]),
        ("What was the operating profit of Apiscan?", ["operating", "profit", "Apiscan"]),
        ("Who is operating Apiscan?", ["Apiscan"]),
    ],
)
def test_what_nothing_else_explains_is_content(question: str, content: list[str]) -> None:
    assert [word.text for word in terms(question).content] == content


def test_a_word_the_report_never_uses_is_unknown() -> None:
    assert terms("How big are smart collars?").unknown == ("smart", "collars")
    assert terms("How big are acoustic sensors?").unknown == ()


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("The CAGR is 19%, right?", ["19%"]),
        ("It was USD 500 million in 2024, correct?", ["USD 500 million"]),
        ("How big is the market in 2024?", []),
        ("Smoke detectors are part of the USD 468.0 million, correct?", []),
        ("All four regions grew, didn't they?", []),
    ],
)
def test_a_figure_the_question_asserts_is_a_claim(question: str, claims: list[str]) -> None:
    assert [claim.text for claim in terms(question).claims] == claims


@pytest.mark.parametrize("maker", ["tracker", "bulletin", "association"])
def test_the_report_by_another_name_is_no_content(maker: str) -> None:
    assert [word.text for word in terms(f"Does the {maker} give prices of scales?").content] == ["scales"]


def test_a_mistyped_name_is_content_once_it_is_mended() -> None:
    text = mended("acoustc sensors", beehives().vocabulary)
    assert all(is_content(word, beehives()) for word in words(text))
    assert asked("acoustc sensors 2024").unknown == ()


def test_the_first_pattern_that_is_found_names_the_label() -> None:
    patterns = ((words_like("b"), 1), (words_like("a"), 2))
    assert first_match(patterns, "a b") == 1
    assert first_match(patterns, "c") is None


def words_like(letter: str) -> re.Pattern[str]:
    return re.compile(rf"\b{letter}\b")


def test_industry_is_a_part_where_a_row_is_called_so_and_something_is_used_by_it() -> None:
    table = Table("Gas use", ("", "2024"), (("Industry", "27"), ("Households", "49"), ("Total", "76")), "t.csv", "TWh")
    book = book_of("None.", "Energy bulletin", (table,))
    assert [word.text for word in read_terms("How much gas was used by industry?", book).content] == ["gas", "industry"]
    assert [word.text for word in read_terms("How large is the industry?", book).content] == []
