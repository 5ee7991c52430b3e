from pathlib import Path

import pytest

from ingest.errors import (
    DuplicateReport,
    FootnoteError,
    LibraryBusy,
    Misconfigured,
    UnknownReport,
    UnreadableFile,
)


@pytest.mark.parametrize("error", [DuplicateReport, LibraryBusy, Misconfigured, UnknownReport, UnreadableFile])
def test_every_error_is_one_of_ours(error: type[Exception]) -> None:
    assert issubclass(error, FootnoteError)


def test_an_unreadable_file_says_where_what_and_what_to_do() -> None:
    error = UnreadableFile("a/sizes.csv", "the quote is never closed", "Close it", line=7)
    assert str(error) == "a/sizes.csv:7: the quote is never closed. Close it."


def test_an_unreadable_file_without_a_line_names_the_file_only() -> None:
    assert str(UnreadableFile("a.md", "the file is empty", "Remove it")) == "a.md: the file is empty. Remove it."


def test_a_duplicate_names_both_places() -> None:
    message = str(DuplicateReport("tea", Path("Tea.md"), Path("tea.csv")))
    assert "Tea.md" in message
    assert "tea.csv" in message


def test_an_unknown_report_names_those_there_are() -> None:
    assert "coffee, tea" in str(UnknownReport("cocoa", ("coffee", "tea")))
    assert "python -m ingest" in str(UnknownReport("cocoa"))


def test_a_report_that_is_not_there_names_some_that_are() -> None:
    few, many = UnknownReport("x", ("a", "b")), UnknownReport("x", tuple(map(str, range(10_000))))
    assert "The library has: a, b." in str(few)
    assert "18, 19 and 9,980 more." in str(many)
