"""What is the same of a question for every figure of a report."""

from bot.inquest import Inquest, counted
from bot.understand import understand
from ingest.words import stem
from tests.bot.books import book_of
from tests.bot.widgets import TEXT


def inquest(question: str) -> Inquest:
    book = book_of(TEXT)
    return Inquest(understand(question, book), book)


def test_the_rarer_word_weighs_at_least_as_much_and_an_unknown_one_most() -> None:
    put = inquest("How many gherkins does Acme pickle?")
    weights = {word.text: weight for word, weight in zip(put.question.words, put.weights, strict=True)}
    assert weights["gherkins"] == max(weights.values())


def test_the_share_of_what_was_asked_is_of_the_words_said() -> None:
    put = inquest("steel widgets at Acme")
    assert put.share(frozenset()) == 0
    assert put.share(put.asked) == 1
    assert [word.text for word in put.missing(frozenset([stem("steel")]))] == ["Acme"]


def test_what_is_counted_stands_behind_how_many() -> None:
    book = book_of(TEXT)
    assert stem("plants") in counted(understand("How many plants does Acme run?", book))
    assert counted(understand("What does a steel widget cost?", book)) == frozenset()
