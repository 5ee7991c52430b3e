import pytest

from ingest.quantity.tokens import read_tokens
from tests.ingest.quantity.units_of import FRAME


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.kind) for token in read_tokens(text, FRAME)]


def test_numbers_times_and_places_are_tokens_of_their_own() -> None:
    assert kinds("In Europe, USD 5 billion in 2024.") == [
        ("In", "word"), ("Europe", "place"), (",", "mark"), ("USD 5 billion", "numeral"), ("in", "word"),
        ("2024", "time"), (".", "mark"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "low"),
    [("IT firms hold 5%", "IT"), ("It holds 5%", "it"), ("A and B hold 5%", "A"), ("A share of 5%", "a")],
)
def test_names_that_are_also_function_words_keep_their_capitals(text: str, low: str) -> None:
    assert read_tokens(text, FRAME)[0].low == low


def test_a_possessive_is_compared_without_its_ending() -> None:
    tokens = read_tokens("Europe's hospitals' share is 5%", FRAME)
    assert tokens[0].text == "Europe's" and tokens[0].place and tokens[1].low == "hospitals"


def test_tokens_stand_where_they_say() -> None:
    text = "The drone market, valued at USD 5 billion in 2024, grew 6%."
    for token in read_tokens(text, FRAME):
        assert text[token.start : token.end] == token.text
