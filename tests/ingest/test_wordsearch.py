"""A question becomes plain words: no syntax of a search engine gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import Misconfigured
from ingest.wordsearch import Fts5, Tsvector, terms_of, word_search


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("How big is the market in 2025?", ["big", "market", "2025"]),
        ('"kite" OR NEAR(worth, 3) *', ["kite", "near", "worth", "3"]),
        ("11.87 and 1,590 and U.S. rules", ["11.87", "1,590", "u.s", "rules"]),
        ("kite Kite KITE", ["kite"]),
        ("a_b-c", ["b", "c"]),
        ("the of", []),
        ("", []),
    ],
)
def test_a_question_is_looked_for_by_its_words(query: str, terms: list[str]) -> None:
    assert terms_of(query) == terms


@given(st.text())
def test_terms_carry_no_quotes_operators_or_spaces(query: str) -> None:
    for term in terms_of(query):
        assert not set(term) & set('"*()^:+-_\0 \n')


def test_each_database_has_its_word_search_and_others_are_refused() -> None:
    assert isinstance(word_search("sqlite"), Fts5)
    assert isinstance(word_search("postgresql"), Tsvector)
    with pytest.raises(Misconfigured, match="INGEST_LIBRARY_URL"):
        word_search("mysql")
