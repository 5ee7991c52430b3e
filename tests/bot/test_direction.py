"""Up and down are told apart by the words around a number."""

import pytest

from bot.direction import Direction, direction

CASES: list[tuple[str, str, Direction | None]] = [
    ("Sales grew 5% in 2024.", "5%", "up"),
    ("Sales declined by 5% in 2024.", "5%", "down"),
    ("Prices rose, but volumes fell 5%.", "5%", "down"),
    ("Prices fell, but volumes rose 5%.", "5%", "up"),
    ("A 5% decline followed.", "5%", "down"),
    ("Prices fell. Volumes were 5% of the total.", "5%", None),
    ("Hospitals held 5%.", "5%", None),
]


@pytest.mark.parametrize(("text", "number", "expected"), CASES)
def test_the_nearest_word_before_a_number_says_which_way_it_went(
    text: str, number: str, expected: Direction | None
) -> None:
    start = text.index(number)
    assert direction(text, start, start + len(number)) == expected
