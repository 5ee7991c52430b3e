"""Marks of notes."""

from ingest.raised import LETTERS, MARKS


def test_letters_that_mark_estimates_mark_no_notes() -> None:
    assert not {"e", "f", "p"} & LETTERS.keys()
    assert LETTERS["a"] in MARKS
    assert "¹" in MARKS
