"""What is said without the report."""

import pytest

from bot.answerers.talk import empty, foreign, personal, said, small_talk
from bot.evidence import Draft, Paragraph
from bot.retrieve import Found
from bot.understand import understand
from tests.bot.beehives import answer, found
from tests.bot.books import book_of


def line(proposal: Draft | None) -> str:
    assert proposal is not None
    (block,) = proposal.blocks
    assert isinstance(block, Paragraph)
    return block.sentences[0].text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hi", "Hello"),
        ("hello, how are you today?", "Hello"),
        ("nice to meet you", "Hello"),
        ("thanks!", "welcome"),
        ("great, that helps a lot", "welcome"),
        ("merci", "welcome"),
        ("sorry, never mind", "No problem"),
        ("bye", "Goodbye"),
        ("have a nice day!", "Goodbye"),
        ("that's all for now", "Goodbye"),
        ("Who are you?", "program"),
        ("what do you do?", "program"),
        ("hi, can you help me?", "program"),
        ("who am I talking to?", "program"),
        ("do you speak French?", "program"),
    ],
)
def test_small_talk_gets_one_friendly_line_and_examples(question: str, words: str) -> None:
    proposal = small_talk(found(question))
    assert words in line(proposal)
    assert proposal is not None
    assert proposal.suggestions


@pytest.mark.parametrize("question", ["Should I invest in Broodline?", "Kui suur on mesilaste turg aastal?", "?"])
def test_what_is_no_question_for_a_report_is_declined(question: str) -> None:
    assert answer(question).status == "declined"


def test_each_says_why() -> None:
    evidence = found("?")
    assert "English" in line(foreign(evidence))
    assert "name what you would like to know" in line(empty(evidence))
    assert personal(evidence) is not None
    reasons = [proposal.reason for proposal in (foreign(evidence), empty(evidence), personal(evidence)) if proposal]
    assert reasons == ["unclear", "unclear", "out_of_scope"]


def test_a_report_of_no_market_is_not_called_one() -> None:
    book = book_of("We build on.", "Building what comes next")
    assert line(small_talk(Found(understand("Hi", book), book))).startswith(
        "Hello! I answer questions about this report"
    )
    assert "report on the Beehive Monitoring market" in line(small_talk(found("Hi")))


def test_a_line_says_nothing_of_the_market() -> None:
    proposal = said("Hello.", found("Hi"))
    assert not proposal.speaks
    assert proposal.reason is None


def test_no_questions_are_pointed_to_where_there_are_none() -> None:
    book = book_of("Buzz.", "Notes")
    draft = empty(Found(understand("tell me", book), book))
    assert draft is not None
    assert "below" not in str(draft.blocks)
