"""Sentences that speak of what was asked."""

import pytest

from bot.answerers.extract import asks_topic, extract
from tests.bot import briquettes
from tests.bot.beehives import answer, asked, found


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What drives the market?", "Falling colony numbers drive demand"),
        ("Why is the market growing?", "Falling colony numbers drive demand"),
        ("What are the challenges?", "Weak rural coverage is the main challenge"),
        ("What is holding the market back?", "Weak rural coverage is the main challenge"),
        ("What effect do batteries have?", "Batteries that fail in winter hamper adoption"),
        ("How do radio modules help?", "Cheaper radio modules"),
        ("What is beehive monitoring?", "Beehive monitoring is the measuring of weight"),
    ],
)
def test_the_sentence_that_answers_is_quoted_with_its_place(question: str, said: str) -> None:
    verified = answer(question)
    assert verified.status == "answered"
    assert verified.text.startswith(said)
    assert any(said in citation.quote for citation in verified.citations)


def test_no_sentence_is_said_twice() -> None:
    text = answer("What drives the market?").text
    assert text.count("Falling colony numbers") == 1


@pytest.mark.parametrize("question", ["Why do wasps attack?", "What effect do tariffs have?"])
def test_what_no_sentence_speaks_of_is_not_answered(question: str) -> None:
    assert extract(found(question)) is None


def test_a_topic_of_any_report_is_known() -> None:
    assert asks_topic(asked("What are the challenges?"))
    assert not asks_topic(asked("What effect do batteries have?"))


@pytest.mark.parametrize("question", ["What are the developments in Norway?", "Which trends shape Danish demand?"])
def test_a_topic_in_a_place_is_not_told_by_what_is_of_another(question: str) -> None:
    assert answer(question, book=briquettes.book()).status == "declined"
