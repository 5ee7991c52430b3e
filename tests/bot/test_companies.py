"""Whose report it is."""

import pytest

from bot.book import Book
from bot.items import stems_of
from ingest.domain import Table
from tests.bot.books import book_of

ROWS = (("Profit", "12"), ("Profit of owners of Traunwerk AG", "11"), ("Globex Ltd", "9"))


def book(text: str) -> Book:
    table = Table("Statement", ("", "2024"), ROWS, "t.csv", unit="EUR million")
    return book_of(text, "Steady growth", (table,))


@pytest.mark.parametrize(
    ("text", "expected", "other"),
    [
        ("Acme Tools, Inc. makes tools.", {"acm", "tool"}, {"globex"}),
        ("The Drives Group sold more.", {"drive"}, {"profit"}),
        ("Nobody is named.", {"traunwerk"}, {"globex", "owner"}),
    ],
)
def test_the_company_is_known_by_what_ends_its_name(text: str, expected: set[str], other: set[str]) -> None:
    found = book(text).company_stems
    assert expected <= found
    assert found.isdisjoint(other)


def test_a_list_of_properties_may_say_the_company_s_name() -> None:
    told = Table("Results", ("Company name:", "Sanjo Railway Co., Ltd."), (("Listing:", "Tokyo"),), "t.csv")
    assert set(stems_of("Sanjo Railway")) <= book_of("Nobody is named.", "Steady growth", (told,)).company_stems


def test_a_company_is_named_where_rows_speak_of_its_owners() -> None:
    rows = (("Profit attributable to shareholders of Telvanta", "12"), ("Shareholders of record", "9"))
    table = Table("Statement", ("", "2024"), rows, "t.csv", unit="EUR million")
    found = book_of("Nobody is named.", "Steady growth", (table,)).company_stems
    assert set(stems_of("Telvanta")) <= found
    assert "record" not in found
