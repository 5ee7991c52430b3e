"""The likeliest line, and how sure that is."""

from collections.abc import Sequence

import numpy as np

from bot.clues import Array
from bot.line_clues import LINE_CLUES
from bot.line_odds import likely_lines, line_weights, lines_by_clues
from bot.odds import Readable
from bot.understand import understand
from tests.bot.books import book_of
from tests.bot.makers import book

BOOK = book()
QUESTION = "Why do owners buy steel widgets?"


def test_weights_are_of_clues() -> None:
    assert line_weights().shape == (len(LINE_CLUES),)
    assert np.any(line_weights())


def test_the_line_that_answers_is_likeliest() -> None:
    found = likely_lines(understand(QUESTION, BOOK), QUESTION, BOOK, (), lines_by_clues)
    assert found[0].line.said.startswith("Owners buy")
    assert sum(each.probability for each in found) < 1


def test_who_reads_closer_has_the_last_word() -> None:
    def close(text: str, readable: Sequence[Readable], clues: Array) -> Array:
        assert (text, clues.shape) == (QUESTION, (len(readable), len(LINE_CLUES)))
        return np.array([5.0 if "Recycled" in each.text else -5.0 for each in readable])

    found = likely_lines(understand(QUESTION, BOOK), QUESTION, BOOK, (), close)
    assert found[0].line.said.startswith("Recycled")


def test_without_lines_nothing_is_likely() -> None:
    silent = book_of("None.")
    assert likely_lines(understand(QUESTION, silent), QUESTION, silent, (), lines_by_clues) == ()
