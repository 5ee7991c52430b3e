import pytest

from ingest.quantity.spelled import SPELLED, spelled_value


@pytest.mark.parametrize(
    ("text", "value"), [("five", 5), ("Twelve", 12), ("nineteen", 19), ("twenty-five", 25), ("ninety nine", 99)]
)
def test_a_number_word_has_its_value(text: str, value: int) -> None:
    match = SPELLED.fullmatch(text)
    assert match is not None and spelled_value(match) == value


@pytest.mark.parametrize("text", ["someone", "one-third", "two thirds", "tenfold", "nine-tenths", "often"])
def test_fractions_and_other_words_are_none(text: str) -> None:
    assert SPELLED.search(text) is None
