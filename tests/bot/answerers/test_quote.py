"""The sentence with a figure the ledger cannot place."""

import pytest

from bot.answerers.quote import quote
from tests.bot import briquettes
from tests.bot.beehives import answer, found
from tests.bot.books import book_of

KEEPERS = book_of(
    "A total of 1,240 keepers own more than ten hives.\n\nThe widget market was valued at USD 2.5 billion in 2024."
)


def test_the_sentence_that_has_the_figure_is_quoted() -> None:
    text = answer("How many keepers own more than ten hives?", book=KEEPERS).text
    assert "1,240" in text


@pytest.mark.parametrize("question", ["How many wasps are there?", "How many hives are there in Germany?"])
def test_a_sentence_without_what_was_asked_is_not_quoted(question: str) -> None:
    assert quote(found(question)) is None


@pytest.mark.parametrize("question", ["How did Danish volumes evolve?", "How have volumes in Denmark developed?"])
def test_of_a_row_that_is_asked_for_over_time_no_time_is_left_out(question: str) -> None:
    text = answer(question, book=briquettes.book()).text
    assert [figure in text for figure in ("92 kt", "94 kt", "90 kt")] == [True] * 3
