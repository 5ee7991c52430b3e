"""The report's own sentence for the figure that most likely is meant."""

from dataclasses import replace

import pytest

from bot.answerers.likeliest import ENOUGH, LEAST, SURE, likeliest
from bot.odds import Likely
from bot.retrieve import Found
from bot.understand import understand
from ingest.domain import Table
from tests.bot.beehives import answer, found
from tests.bot.books import book_of

TEXT = book_of(
    "The widget market was valued at USD 2,500 million in 2024.\n\nBy now, 212 municipalities have replaced fireworks "
    "with widgets. Acme sells 38 sorts of widget."
)


def test_a_word_the_report_does_not_use_does_not_hide_the_figure() -> None:
    assert "212 municipalities" in answer("How many towns have replaced fireworks with widgets?", book=TEXT).text


def test_nothing_is_said_when_it_is_not_likely_enough() -> None:
    evidence = found("How many wasps are there?")
    quantity = evidence.book.quantities[0]
    unsure = replace(evidence, likely=(Likely(quantity, ENOUGH - 0.01),))
    assert likeliest(unsure) is None
    assert likeliest(replace(evidence, likely=(Likely(quantity, ENOUGH),))) is not None


@pytest.mark.parametrize("question", ["By how much did the market grow from 2023 to 2024 in dollars?"])
def test_what_lies_between_figures_is_not_answered_by_one(question: str) -> None:
    evidence = found(question)
    sure = replace(evidence, likely=(Likely(evidence.book.quantities[0], 1.0),))
    assert likeliest(sure) is None


def test_a_published_rate_answers_how_much_something_grew() -> None:
    grown = book_of("The widget market was valued at USD 2,500 million in 2024.\n\nSales of Acme grew by 8.4%.")
    evidence = Found(understand("How much did Acme grow?", grown), grown)
    rate = next(q for q in grown.quantities if q.text == "8.4%")
    assert likeliest(replace(evidence, likely=(Likely(rate, 0.9),))) is not None


def test_a_name_asked_for_must_stand_near_the_figure() -> None:
    two = book_of("Default rates are 7.5%.\n\nAcme sells 38 sorts of widget.")
    rate = next(q for q in two.quantities if q.text == "7.5%")
    of_acme = Found(understand("default rate of Acme", two), two)
    assert likeliest(replace(of_acme, likely=(Likely(rate, 0.9),))) is None
    of_all = Found(understand("default rate", two), two)
    assert likeliest(replace(of_all, likely=(Likely(rate, 0.9),))) is not None


def test_a_place_asked_for_must_be_named_by_the_sentence() -> None:
    abroad = book_of("Exports of widgets were USD 318 million: 31% went to China and 9% to France. Germany buys none.")
    worth = next(q for q in abroad.quantities if q.text == "USD 318 million")
    asked = Found(understand("exports to Germany", abroad), abroad, likely=(Likely(worth, 0.95),))
    assert likeliest(asked) is None


def test_a_sentence_is_quoted_when_its_figures_together_are_likely_enough() -> None:
    prices = book_of("The average widget price slipped to USD 467 from USD 481.\n\nA crate costs USD 12.")
    now, before, crate = (
        next(q for q in prices.quantities if q.text == text) for text in ("USD 467", "USD 481", "USD 12")
    )
    asked = Found(understand("average price", prices), prices)
    both = replace(asked, likely=(Likely(now, 0.5), Likely(before, 0.3)))
    apart = replace(asked, likely=(Likely(now, 0.5), Likely(crate, 0.3)))
    unclear = replace(asked, likely=(Likely(now, LEAST - 0.05), Likely(before, LEAST - 0.05)))
    assert likeliest(both) is not None
    assert likeliest(apart) is None
    assert likeliest(unclear) is None


def test_of_a_word_the_report_never_uses_a_cell_must_be_surer() -> None:
    table = Table("Results", ("", "2024"), (("Acquisitions", "19.8"), ("Loans", "7.1")), "t.csv", "EUR million")
    book = book_of("None.", "Results", (table,))
    cell = next(q for q in book.quantities if q.text == "19.8")
    asked = Found(understand("capex net of disposals", book), book)
    assert likeliest(replace(asked, likely=(Likely(cell, SURE - 0.05),))) is None
    assert likeliest(replace(asked, likely=(Likely(cell, SURE + 0.05),))) is not None
