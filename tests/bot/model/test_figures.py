"""The figures an answer tells."""

from decimal import Decimal

from bot.draft import draft
from bot.evidence import Draft
from bot.model.figures import Figure, calculations_of, figures_in, sentences_of, told_by
from ingest.domain import Period
from tests.bot.beehives import found, retrieval


def drafted(question: str) -> Draft:
    evidence = found(question)
    return draft((evidence,), lambda each: retrieval()(each.question, each.book, tables=False))


def money(amount: str, year: int) -> Figure:
    return Figure("money", "USD", Decimal(amount), None, Period(year, year))


def test_a_figure_is_a_number_in_units_of_one_with_its_time() -> None:
    (figure,) = figures_in("It was put at USD 468.0 million in 2024.", ())
    assert figure == money("468000000", 2024)


def test_an_answer_tells_its_own_figures_and_not_all_of_its_quote() -> None:
    told = told_by(drafted("How big was the market in 2024?"))
    assert told.has(money("468000000", 2024))
    assert not told.has(money("468000000", 2023))
    assert not told.has(money("412500000", 2023))
    assert told.times_of(money("468000000", 2030)) == ("2024",)


def test_a_calculation_tells_its_result_and_its_operands() -> None:
    made = drafted("How much will the market grow between 2024 and 2030?")
    told = told_by(made)
    assert {calculation.operation for calculation in calculations_of(made)} == {"difference", "growth"}
    assert told.has(money("468000000", 2024))
    assert told.has(money("984800000", 2030))
    assert any(figure.amount == Decimal("516800000") for figure in told.figures)


def test_tables_and_charts_tell_theirs() -> None:
    told = told_by(drafted("Market size by product in 2030"))
    assert told.has(money("258700000", 2030))


def test_the_sentences_of_a_draft_are_those_of_its_paragraphs() -> None:
    assert len(sentences_of(drafted("How big is Europe and North America in 2024?"))) == 2
