"""By how many words a question says a cell's labels."""

import numpy as np

from bot.labels import CLUES, Labels

LABELS = Labels(
    ("Loans (USD million)", "Deposits (USD million)"),
    ("Consumer > Mortgages", "Consumer > Cards", "Net time deposits"),
    ("", "Average balance"),
    np.array([[0, 0, 0], [0, 1, 1], [1, 2, 0]]),
)


def test_each_cell_has_its_clues() -> None:
    assert LABELS.clues("What are mortgages?").shape == (3, CLUES)


def test_words_of_a_row_and_its_column_count_for_their_cells() -> None:
    rows, columns = LABELS.clues("average balance of mortgages")[:, 0], LABELS.clues("average balance")[:, 6]
    assert rows[0] > 0 == rows[1] == rows[2]
    assert columns[1] > 0 == columns[0] == columns[2]


def test_a_word_that_makes_a_label_another_thing_is_missed() -> None:
    assert LABELS.clues("time deposits")[2, 2] == 1
    assert LABELS.clues("net time deposits")[2, 2] == 0


def test_words_that_no_label_has_are_unknown() -> None:
    assert LABELS.clues("quark flavours")[:, -1].tolist() == [1.0, 1.0, 1.0]
