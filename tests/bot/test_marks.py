"""Citation numbers written together."""

import pytest

from bot.marks import ranges


@pytest.mark.parametrize(
    ("numbers", "expected"), [([1], "1"), ([1, 2, 3], "1–3"), ([5, 1, 2], "1–2, 5"), ([1, 1, 3], "1, 3"), ([], "")]
)
def test_runs_of_numbers_are_shortened(numbers: list[int], expected: str) -> None:
    assert ranges(numbers) == expected
