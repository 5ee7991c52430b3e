"""Questions in the words of labels."""

import random

import numpy as np

from bot.items import stems_of
from bot.labels import Labels
from evals.plainly import Plainly

LABELS = Labels(
    ("Results (USD)", "Staff"),
    ("Retail banking", "Card services", "Abroad > Branches", "At home > Branches"),
    ("", "Interest income", "Operating cost"),
    np.array([(0, 0, 1), (0, 0, 2), (0, 1, 1), (0, 1, 2), (1, 2, 0), (1, 3, 0)]),
)
OTHER = Labels(("Harvest",), ("Winter wheat", "Barley"), ("", "Yield"), np.array([(0, 0, 1), (0, 1, 1)]))


def plainly(seed: int = 1) -> Plainly:
    return Plainly(LABELS, [OTHER], random.Random(seed))


def words_of(cell: int) -> frozenset[str]:
    title, row, column = LABELS.cells[cell]
    return stems_of(f"{LABELS.titles[title]} {LABELS.rows[row]} {LABELS.columns[column]}")


def test_a_question_has_only_words_of_the_cell_it_means() -> None:
    asked = list(plainly().asked(40))
    assert len(asked) == 40
    known = frozenset[str]().union(*map(words_of, range(len(LABELS.cells))))
    for question, cell in asked:
        assert stems_of(question) & known <= words_of(cell)


def test_of_what_no_cell_has_each_lacks_a_word() -> None:
    absent = list(plainly().absent(40))
    assert len(absent) == 40
    assert any("wheat" in question.lower() or "barley" in question.lower() for question in absent)
    assert all(not stems_of(question) <= words_of(cell) for question in absent for cell in range(len(LABELS.cells)))


def test_the_same_seed_asks_the_same() -> None:
    assert list(plainly(3).asked(5)) == list(plainly(3).asked(5))
