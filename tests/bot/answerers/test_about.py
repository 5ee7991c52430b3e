"""Facts about the report itself."""

import pytest

from bot.answerers.about import about
from tests.bot.beehives import answer, found
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is the base year?", "base year of the study is 2024"),
        ("What is the forecast period?", "2024-2030"),
        ("Who published this report?", "Meadow Research"),
        ("When was the report published?", "4 March 2025"),
        ("What is the title of the report?", "Beehive Monitoring Market, 2024-2030"),
    ],
)
def test_a_fact_about_the_report_is_said_and_cited(question: str, said: str) -> None:
    verified = answer(question)
    assert verified.status == "answered"
    assert said in verified.text
    assert verified.citations


def test_a_fact_the_report_does_not_state_is_not_made_up() -> None:
    assert about(found("What is the historical period?")) is None


def test_years_that_are_not_named_as_such_are_read_from_the_rate() -> None:
    book = book_of("The widget market will grow at a CAGR of 7.1% from 2025 to 2031 to reach USD 9.1 billion by 2031.")
    verified = answer("What is the forecast period?", book=book)
    assert "2025–2031" in verified.text


@pytest.mark.parametrize(
    "text",
    [
        "Report ID: HI-7 | Published: 14 Oct 2026 | Pages: 231.",
        "Publication date: October 2026.",
        "Last updated on 3 March 2026.",
        "The report was published in May 2026.",
    ],
)
def test_a_date_that_the_text_has_is_quoted_where_nothing_else_says_it(text: str) -> None:
    verified = answer("When was it published?", book=book_of(f"Sales grew. {text}"))
    assert text.rstrip(".") in verified.text and verified.status == "answered"


@pytest.mark.parametrize(
    "text",
    ["The directive was published in March 2023.", "Acme released 2 pumps in 2024.", "Pumps are updated yearly."],
)
def test_the_date_of_something_else_is_not_the_report_s(text: str) -> None:
    assert answer("When was it published?", book=book_of(text)).status == "declined"


def test_how_old_something_else_is_is_not_the_report_s_date() -> None:
    book = book_of("Release date: 19 June 2025. Owners are 52 years old on average.")
    assert "June" not in answer("How old is the typical owner?", book=book).text
    assert "19 June 2025" in answer("How old is this report?", book=book).text
