"""Figures of tables by what names them."""

from dataclasses import replace

import pytest

from bot.cells import is_crossed, labels_at, name_at, name_of, names_at, tokens
from ingest.domain import Cell, Table
from tests.bot.books import book_of
from tests.bot.lathes import lathes


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Up to 400 °C", ("up", "to", "400", "c")),
        ("Magnetic resonance imaging (MRI)", ("magnet", "reson", "imag")),
        ("Food & drink", ("food", "and", "drink")),
        ("End use", ("endus",)),
    ],
)
def test_a_label_is_a_name_by_the_stems_of_its_tokens(label: str, name: tuple[str, ...]) -> None:
    assert name_of(label) == name


def test_a_cell_is_found_by_its_row_with_or_without_what_stands_above_it() -> None:
    cells, heavy, turning = lathes().cells, name_of("Heavy turning"), name_of("Turning lathes")
    for names in (frozenset([heavy]), frozenset([heavy, turning])):
        assert {e.quantity.text for e in cells.of(names, ("Germany",), "size")} == {"600", "640", "700"}


def test_a_name_that_is_not_the_cells_finds_nothing() -> None:
    cells = lathes().cells
    assert not cells.of(frozenset([name_of("Heavy turning"), name_of("Rail")]), ("Germany",), "size")
    assert not cells.of(frozenset([name_of("Heavy turning")]), ("France",), "size")


def test_a_crossed_cell_needs_both_its_names() -> None:
    cells, rail, milling = lathes().cells, name_of("Rail"), name_of("Milling")
    assert [e.quantity.text for e in cells.of(frozenset([rail, milling]), ("Germany",), "size")] == ["700"]
    assert "700" not in {e.quantity.text for e in cells.of(frozenset([rail]), ("Germany",), "size")}
    crossed = {q.text for q in lathes().quantities if is_crossed(q, lathes().report)}
    assert crossed == {"800", "450", "500", "700"}


def test_the_longest_name_is_read_in_a_text_and_an_abbreviation_for_its_name() -> None:
    found = lathes().cells.named("heavy turning, TL and bores 400 to 650 mm")
    assert [each.name for each in found] == [
        name_of("Heavy turning"), name_of("Turning lathes"), name_of("Bores 400 to 650 mm"),
    ]  # fmt: skip


def test_dimensions_are_what_tables_are_divided_by() -> None:
    dimensions = lathes().cells.dimensions
    assert dimensions[name_of("Modality")] >= {0, 1, 3, 4}
    assert dimensions[name_of("Trade")] == {1}


def test_what_is_beside_is_one_name_more() -> None:
    beside = lathes().cells.beside(frozenset([name_of("Milling")]), ("Germany",), "size")
    tables = {e.quantity.source.table for e in beside if isinstance(e.quantity.source, Cell)}
    assert tables == {1}


def test_row_numbers_a_unit_and_a_place_name_no_dimension() -> None:
    table = Table(
        "Sales by payer in Poland, 2023",
        ("No.", "Payer (USD million)", "2023"),
        (("1", "Employer plan", "5.0"), ("2", "Out of pocket", "4.0")),
        "t.csv",
        unit="USD million",
    )
    cells = book_of("None.", "Clinic Market", (table,)).cells
    assert name_of("Payer") in cells.dimensions
    assert [e.quantity.text for e in cells.of(frozenset([name_of("Employer plan")]), ("Poland",), "size")] == ["5.0"]


def test_rows_and_columns_of_a_crossed_table_divide_it_by_another_thing() -> None:
    entries = lathes().cells.beside(frozenset(), ("Germany",), "size")
    by_name = {name: each.dimensions for each in entries if each.cell.table == 1 for name in each.names}
    assert by_name[name_of("Milling")] == {name_of("Modality")}
    assert by_name[name_of("Rail")] == {name_of("Trade")}


def test_a_cell_stands_under_the_name_of_its_row_and_the_header_of_its_column() -> None:
    table = Table("Sales", ("Region", "2024"), (("Norte", "12"), ("Sul", "9")), "t.csv", unit="USD million")
    book = book_of("The market was worth USD 21 million in 2024.", tables=(table,))
    told, in_cell = (
        next(q for q in book.quantities if isinstance(q.source, Cell) is of_table) for of_table in (False, True)
    )
    assert labels_at(in_cell, book.report) == ("Norte", "2024")
    assert labels_at(told, book.report) == ("", "")


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (("1", "2", "3"), 1),
        (("1", "a)", "b)", "2", "a)"), 1),
        (("A", "B", "C"), 1),
        (("1", "3", "7"), 0),
        (("2023", "2024", "2025"), 0),
        (("Europe", "Asia", "Africa"), 0),
    ],
)
def test_names_stand_behind_what_only_counts_them(first: tuple[str, ...], expected: int) -> None:
    rows = tuple((mark, f"Name {at}x", "8.0") for at, mark in enumerate(first))
    assert names_at(Table("", ("", "", "2024"), rows, "t.csv")) == expected


GROUPED = Table(
    "Market by country",
    ("Region", "Country", "2024"),
    (("Europe", "Spain", "4"), ("Europe", "Total", "9"), ("Asia", "Japan", "3"), ("Asia", "China", "5")),
    "t.csv",
)


def test_rows_in_groups_are_named_by_what_is_in_them_and_totals_by_the_group() -> None:
    assert names_at(GROUPED) == 1
    assert [name_at(GROUPED, row) for row in range(4)] == ["Spain", "Europe", "Japan", "China"]


def test_two_columns_of_words_are_no_groups_where_the_first_tells_each_row() -> None:
    rows = (("Acme", "Spain", "4"), ("Globex", "Italy", "9"), ("Initech", "Japan", "3"), ("Hooli", "China", "5"))
    assert names_at(replace(GROUPED, rows=rows)) == 0


def test_a_token_stands_where_the_text_has_it_behind_an_ampersand_too() -> None:
    text = "fees & wage bill"
    assert [text[token.start : token.end] for token in tokens(text)] == ["fees", "&", "wage", "bill"]
    assert name_of("Oil & gas") == name_of("Oil and gas")
