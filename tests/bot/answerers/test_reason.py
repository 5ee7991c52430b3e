"""Why a figure is as it was told."""

from dataclasses import replace

import pytest

from bot.answerers.reason import CAUSE, reason
from bot.book import Book
from ingest.domain import Section
from tests.bot.beehives import REPORT, answer, book_of_report, found


def with_causes() -> Book:
    text = (
        "Europe held 37.6% of the market in 2024, since beekeeping is old there. Scales sold well. "
        "That is owing to their low price. North America grew in 2024."
    )
    return book_of_report(replace(REPORT, sections=(*REPORT.sections, Section(("Reasons",), text, "report.md"))))


@pytest.mark.parametrize("ask", ["why?", "why is that?", "and why so high?", "how come?"])
def test_the_sentence_that_gives_a_cause_of_what_was_asked_about(ask: str) -> None:
    verified = answer(ask, "How big is Europe in 2024?", book=with_causes())
    assert "since beekeeping is old there" in verified.text
    assert "Falling colony numbers" not in verified.text


def test_a_sentence_that_goes_on_about_it() -> None:
    verified = answer("why?", "How big are scales in 2024?", book=with_causes())
    assert "owing to their low price" in verified.text


def test_what_the_report_gives_no_reason_for_is_declined() -> None:
    assert answer("why?", "How big is North America in 2024?", book=with_causes()).status == "declined"
    assert answer("why so low?", "How big is the Rest of the World in 2024?").status == "declined"


def test_of_the_whole_market_what_drives_it() -> None:
    assert "Falling colony numbers" in answer("why?", "How fast does the market grow?").text


def test_a_question_with_a_subject_of_its_own_asks_for_no_reason_of_the_figure_before() -> None:
    assert reason(found("Why do batteries fail?", "How big is Europe in 2024?")) is None


@pytest.mark.parametrize(
    "said", ["It grew, as prices fell.", "It fell because of frost.", "Sales, driven by robots, rose."]
)
def test_a_cause_is_told_by_its_conjunction(said: str) -> None:
    assert CAUSE.search(said)


@pytest.mark.parametrize("said", ["It has grown since 2019.", "Scales, as well as sensors."])
def test_a_time_or_an_addition_is_no_cause(said: str) -> None:
    assert not CAUSE.search(said)
