"""What speaks for and against calculating with a pair."""

from collections.abc import Mapping

from bot.pair_clues import PAIR_CLUES, pair_clues
from bot.pairs import Pair, pairs_of, pool_of
from bot.understand import understand
from tests.bot.makers import book

BOOK = book()


def clues(question: str, operation: str, first: str, second: str) -> Mapping[str, float]:
    asked = understand(question, BOOK)
    pool = pool_of(asked, BOOK)
    wanted = next(
        pair
        for pair in pairs_of(pool, BOOK)
        if (pair.operation, pool.quantity(pair.first).text, pool.quantity(pair.second).text)
        == (operation, first, second)
    )
    (row,) = pair_clues(asked, BOOK, pool, [wanted])
    return dict(zip(PAIR_CLUES, map(float, row), strict=True))


def test_names_are_used_once() -> None:
    assert len(set(PAIR_CLUES)) == len(PAIR_CLUES)


def test_where_two_figures_stand_to_each_other() -> None:
    row = clues("How much did Europe grow?", "growth", "900", "1,000")
    column = clues("Europe and Asia together?", "sum", "1,000", "800")
    sentence = clues("How much cheaper is recycled oil than virgin oil?", "difference", "USD 5.10", "USD 8.90")
    assert (row["same row"], row["same column"], row["later"]) == (1, 0, 1)
    assert (column["same row"], column["same column"], column["same time"]) == (0, 1, 1)
    assert (sentence["same sentence"], sentence["adjacent"], sentence["money"]) == (1, 1, 1)


def test_words_that_only_one_side_says() -> None:
    found = clues("How much cheaper is recycled oil than virgin oil?", "difference", "USD 5.10", "USD 8.90")
    assert found["only first"] > 0
    assert found["only second"] > 0
    assert found["missing"] == 0


def test_a_part_and_its_total() -> None:
    found = clues("What is Asia's share of the total?", "share", "800", "2,500")
    assert (found["second total"], found["first total"]) == (1, 0)
    assert found["share: says of"] == 1
    assert found["growth: says of"] == 0


def test_no_pair_has_no_clues() -> None:
    asked = understand("How much did Europe grow?", BOOK)
    assert pair_clues(asked, BOOK, pool_of(asked, BOOK), [Pair("sum", 0, 1)][:0]).shape == (0, len(PAIR_CLUES))
