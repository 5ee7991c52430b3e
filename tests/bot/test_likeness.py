"""Meanings are compared by vectors that are made once."""

import pytest

from bot.likeness import Likeness
from tests.ingest.fakes import HashEncoder


def test_the_text_with_the_question_s_words_is_most_alike() -> None:
    encoder = HashEncoder()
    near, far = Likeness(encoder.encode, encoder.encode_query)("price of steel", ["steel price", "staff at Acme"])
    assert near > far


def test_a_text_is_embedded_once() -> None:
    encoder = HashEncoder()
    alike = Likeness(encoder.encode, encoder.encode_query)
    first = alike("price", ["steel price", "staff", "staff"])
    assert alike("price", ["staff", "steel price"]) == pytest.approx([first[1], first[0]])
    assert encoder.encoded == 2


def test_nothing_is_like_nothing() -> None:
    encoder = HashEncoder()
    assert Likeness(encoder.encode, encoder.encode_query)("price", []) == []
