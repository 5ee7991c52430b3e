import pytest

from ingest.quantity.nouns import is_plural, noun_after


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("15 tables", "tables"),
        ("15 leading companies", "leading companies"),
        ("15-page books", "page books"),
        ("15 people", "people"),
        ("15 of them", None),
        ("15 was reached", None),
        ("15 respectively", None),
        ("15", None),
    ],
)
def test_the_counted_noun_ends_at_its_plural(text: str, noun: str | None) -> None:
    found = noun_after(text, 2)
    assert (found[0] if found else None) == noun


@pytest.mark.parametrize(("word", "plural"), [("tables", True), ("people", True), ("gas", False), ("analysis", False)])
def test_a_plural_is_told_by_its_ending(word: str, plural: bool) -> None:
    assert is_plural(word) is plural
