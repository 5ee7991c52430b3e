"""What stands at an address."""

import pytest

from bot.address import passage_view
from ingest.domain import Table
from tests.bot.books import book_of

TEXT = "The widget market was USD 10 billion in 2024."
TABLE = Table("Sales, USD million", ("Region", "2024"), (("Japan", "842"), ("China", "610")), "t.csv")
BOOK = book_of(TEXT, tables=(TABLE,))


def test_a_section_and_a_passage_are_shown_in_the_whole_text() -> None:
    section, passage = passage_view(BOOK, "r:s0"), passage_view(BOOK, "r:p0")
    assert section and passage
    assert section.text == passage.text == TEXT
    assert passage.text[passage.start : passage.end] == BOOK.passages[0].text


def test_a_cell_is_shown_in_its_table() -> None:
    view = passage_view(BOOK, "r:t0r1c1")
    assert view and view.table
    assert (view.text, view.table.row, view.table.column) == ("610", 1, 1)
    assert view.table.rows == TABLE.rows
    header = passage_view(BOOK, "r:t0")
    assert header and header.table and header.table.row is None


def test_the_front_matter_has_an_address() -> None:
    view = passage_view(BOOK, "r:front")
    assert view and "Widget Market" in view.text


@pytest.mark.parametrize("address", ["r:s1", "r:p99", "r:t1", "r:t0r9", "r:t0r0c9", "r:x0", "r", "", "r:s", "r:t0c"])
def test_an_address_that_leads_nowhere_shows_nothing(address: str) -> None:
    assert passage_view(BOOK, address) is None
