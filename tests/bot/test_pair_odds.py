"""The likeliest pair, and how sure that is."""

import numpy as np
import pytest

from bot.pair_clues import PAIR_CLUES
from bot.pair_odds import alike, is_hinted, likely_pairs, pair_weights
from bot.pairs import pairs_of, pool_of
from bot.understand import understand
from tests.bot.books import book_of
from tests.bot.makers import book

BOOK = book()


def test_weights_are_of_clues() -> None:
    assert pair_weights().shape == (len(PAIR_CLUES),)
    assert np.any(pair_weights())


@pytest.mark.parametrize(
    ("question", "hinted"),
    [
        ("How much more does Europe sell than Asia?", True),
        ("margin of Acme?", True),
        ("Who is the chief of Acme?", False),
    ],
)
def test_what_hints_at_a_calculation(question: str, hinted: bool) -> None:
    assert is_hinted(understand(question, BOOK)) is hinted


def test_the_pair_asked_for_is_likeliest() -> None:
    best = likely_pairs(understand("How much more did Europe sell than Asia in 2024?", BOOK), BOOK)[0]
    operation, quantities = best[0][0]
    assert (operation, {q.text for q in quantities}) == ("difference", {"1,000", "800"})


def test_chances_leave_one_for_none() -> None:
    found = likely_pairs(understand("How much did Europe grow?", BOOK), BOOK)
    assert 0 < sum(chance for _, chance in found) < 1
    assert [chance for _, chance in found] == sorted((chance for _, chance in found), reverse=True)


def test_pairs_that_print_the_same_are_one() -> None:
    pool = pool_of(understand("What is Asia's share of the total?", BOOK), BOOK)
    pairs = pairs_of(pool, BOOK)
    groups = alike(pairs, pool, np.zeros(len(pairs)))
    assert sorted(n for group in groups for n in group) == list(range(len(pairs)))
    assert any(len(group) > 1 for group in groups)  # the total stands in a sentence too


def test_without_figures_nothing_is_likely() -> None:
    silent = book_of("Nothing is counted here.")
    assert likely_pairs(understand("How much more?", silent), silent) == ()
