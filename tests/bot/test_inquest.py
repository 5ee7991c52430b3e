"""What is the same of a question for every figure of a report."""

from bot.inquest import Inquest, counted
from bot.understand import understand
from ingest.domain import Table
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


def test_words_for_any_market_hint_at_the_figures_that_have_them() -> None:
    rents = Table("Rent, GBP", ("Region", "2024"), (("North", "130"), ("South", "170")), "rents.csv")
    sales = Table("Sales, GBP", ("Region", "2024"), (("North", "900"), ("South", "970")), "sales.csv")
    book = book_of("None.", tables=(rents, sales))
    put = Inquest(understand("sales north", book), book)
    assert set(put.hints) == {stem("sales")}
    assert [put.hinted(each.sense.about) for each in book.statements] == [0, 0, 1, 1]


def test_words_asked_about_before_hint_too() -> None:
    book = book_of(TEXT)
    before = understand("How many plants does Acme run?", book)
    after = understand("And Bolt?", book, before)
    assert stem("plants") in Inquest(after, book).hints
