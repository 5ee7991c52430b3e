"""The pairs of figures a calculation may be asked of."""

import pytest

from bot.pairs import Pair, Pool, as_level, is_total, is_whole, pairs_of, pool_of
from bot.understand import understand
from tests.bot.books import book_of
from tests.bot.makers import book

BOOK = book()


def pool(question: str) -> Pool:
    return pool_of(understand(question, BOOK), BOOK)


def texts(found: Pool, pairs: tuple[Pair, ...]) -> set[tuple[str, str, str]]:
    return {(p.operation, found.quantity(p.first).text, found.quantity(p.second).text) for p in pairs}


def pairs(question: str) -> set[tuple[str, str, str]]:
    found = pool(question)
    return texts(found, pairs_of(found, BOOK))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How much did Europe grow?", ("growth", "900", "1,000")),
        ("What is Asia's share of the total?", ("share", "800", "2,500")),
        ("How much cheaper is recycled oil than virgin oil?", ("difference", "USD 5.10", "USD 8.90")),
        ("Europe and Asia together?", ("sum", "1,000", "800")),
    ],
)
def test_the_pair_asked_for_is_among_them(question: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in pairs(question)


def test_what_makes_no_sense_is_not() -> None:
    found = pairs("How much did Europe grow?")
    assert ("growth", "1,000", "900") not in found  # back in time
    assert not any(first == second for _, first, second in found)


def test_a_calculation_starts_from_levels() -> None:
    asked = as_level(understand("By how many percent did the price of oil rise?", BOOK))
    assert asked.operation is None
    assert asked.measure == "price"


def test_totals_and_wholes_are_known() -> None:
    totals = {s.sense.quantity.text for s in BOOK.statements if is_total(s)}
    assert totals == {"2,200", "2,500"}
    assert any(is_whole(s, BOOK) for s in BOOK.statements if s.sense.quantity.text == "USD 2,500 million")


def test_without_figures_there_are_no_pairs() -> None:
    silent = book_of("Nothing is counted here.")
    found = pool_of(understand("How much more?", silent), silent)
    assert pairs_of(found, silent) == ()


def test_what_is_left_over_is_paired_only_when_it_is_asked_for() -> None:
    def texts(question: str) -> set[str]:
        return {s.sense.quantity.text for s in pool_of(understand(question, BOOK), BOOK).statements}

    assert "600" not in texts("How much more is sold in Europe than in Asia?")
    assert "600" in texts("How much do the others sell less than Asia?")
