"""The user's premise may be denied, never asserted."""

import pytest

from bot.bench import Bench
from bot.echo import heard, rejected
from bot.evidence import Sentence
from bot.judge import judge
from bot.question import Question
from ingest.domain import Period

QUESTION = "The report says the market grew 19% in Japan in 2040, right?"

DENIED = [
    ("The CAGR is 14.99%, not 19%.", ("19%",)),
    ("The report gives no figure for Japan in 2040.", ("Japan", "2040")),
    ("The report does not say 19%.", ("19%",)),
    ("The report does not give a growth rate of 19% in 2040.", ("19%", "2040")),
    ("It isn't 19%.", ("19%",)),
    ("The report has no data for Japan.", ("japan",)),
    ("The report gives no CAGR for “the market” in Japan or for 2040.", ("Japan", "2040")),
    ("The report says nothing: it gives no figure for “what grew 19%” in 2040.", ("19%", "2040")),
    ("There is nothing wrong with the source: it has no figure for 2040.", ("2040",)),
]
SMUGGLED = [
    ("It grew 19%.", ("19%",)),
    ("It grew 19%, no doubt.", ("19%",)),
    ("There is no doubt that it grew 19%.", ("19%",)),
    ("Not only did it win, it grew 19%.", ("19%",)),
    ("It not only grew 19% in Japan.", ("19%",)),
    ("The market is not small: it grew 19%.", ("19%",)),
    ("The market is not small, and 19% is its growth.", ("19%",)),
    ("It grew no less than 19%.", ("19%",)),
    ("The report does not deny 19%.", ("19%",)),
    ("Is it not 19%?", ("19%",)),
    ("It is not 19%; it was 19% before.", ("19%",)),
    ("It is not 25%.", ("25%",)),
    ("It is not 9%.", ("9%",)),
    ("It is not 19%.", ("",)),
    ("It is not 19%.", ()),
    ("It is not 19%, not without 19%.", ("19%", "not without 19%")),
]


@pytest.mark.parametrize(("sentence", "echo"), DENIED)
def test_words_of_the_question_may_be_repeated_to_deny_them(sentence: str, echo: tuple[str, ...]) -> None:
    assert rejected(sentence, echo, QUESTION)


@pytest.mark.parametrize(("sentence", "echo"), SMUGGLED)
def test_an_echo_cannot_smuggle_a_figure(sentence: str, echo: tuple[str, ...]) -> None:
    assert judge(Bench(Sentence(sentence, (), echo=echo), QUESTION, "")).why


def test_a_question_is_heard_with_what_it_leaves_unsaid() -> None:
    before = Question("How big is it in 2024?", "How big is it in 2024?", "r", "figure", periods=(Period(2024, 2024),))
    asked = Question("And in Japan?", "And in Japan?", "r", "figure", periods=before.periods, places=("Japan",))
    said = ("The report gives no figure for Japan in 2024.", ("Japan", "2024"))
    assert len(rejected(*said, heard(asked))) == 2
    assert len(rejected(*said, asked.text)) == 1
