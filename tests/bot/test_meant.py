"""The cell that is meant, by its labels, in whatever words."""

import numpy as np
import pytest

from bot.clues import Array
from bot.labels import Labels
from bot.meant import MAYBE, SURE_UNSAID, meant
from bot.understand import understand
from tests.bot.accounts import accounts


class Sure:
    """Takes the first row of a name for what is meant, and keeps what it was shown."""

    def __init__(self, row: str, chance: float = 0.95) -> None:
        self.row, self.chance = row, chance
        self.asked, self.rows = "", frozenset[str]()

    def __call__(self, asked: str, labels: Labels) -> Array:
        self.asked, self.rows = asked, frozenset(labels.rows)
        found = np.zeros(len(labels.cells) + 1)
        at = next((at for at, (_, row, _) in enumerate(labels.cells) if labels.rows[row] == self.row), len(found) - 1)
        found[at] = self.chance
        return found


def cells(question: str, reader: Sure) -> list[str]:
    meaning = meant(understand(question, accounts(), None), accounts(), reader)
    return [q.text for printed in meaning.cells for q in printed]


def test_a_row_is_found_by_what_it_means_at_the_time_that_is_named() -> None:
    reader = Sure("Inventories")
    assert cells("What goods were in stock at the end of 2024?", reader) == ["910"]
    assert "2024" not in reader.asked
    assert "Net income per share > Diluted" not in reader.rows  # told of no day


def test_what_is_not_likely_enough_is_not_meant() -> None:
    assert cells("What goods were in stock at the end of 2024?", Sure("Inventories", MAYBE - 0.01)) == []


@pytest.mark.parametrize(("chance", "sure"), [(SURE_UNSAID, True), (SURE_UNSAID - 0.01, False)])
def test_what_is_less_likely_may_be_meant(chance: float, sure: bool) -> None:
    question = understand("What goods were in stock at the end of 2024?", accounts(), None)
    assert meant(question, accounts(), Sure("Inventories", chance)).sure is sure


def test_a_word_that_names_another_row_is_not_left_out() -> None:
    assert cells("What dividends were in stock at the end of 2024?", Sure("Inventories")) == []


def test_each_of_two_times_has_its_cell() -> None:
    question = "What was handed out to owners in 2023 and in 2024?"
    assert cells(question, Sure("Dividends")) == ["38", "41"]


@pytest.mark.parametrize(
    "question",
    [
        "What goods were in stock at the end of 1999?",  # a time that no cell has
        "What goods were in stock in France at the end of 2024?",  # nor this place
        "Why were goods in stock at the end of 2024?",
    ],
)
def test_time_place_and_kind_of_question_must_be_met(question: str) -> None:
    assert cells(question, Sure("Inventories")) == []
