import pytest

from evals.specimen.edition import Edition
from evals.specimen.grid import SIZE, fitted
from evals.specimen.ink import Rule, Shade, Text, register


def test_every_table_fits_its_room(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        register(edition.layout.fonts)
        for table in edition.tables:
            grid = fitted(table, edition.layout, 50, 480)
            assert grid.edges[-1] <= 530.01
            assert len(grid.edges) == len(table.columns) + 2
            assert grid.size <= SIZE


def test_a_row_has_its_label_and_its_numbers(edition: Edition) -> None:
    table = edition.tables[1]
    texts = [mark.text for mark in fitted(table, edition.layout, 50, 480).row(0, 700) if isinstance(mark, Text)]
    assert texts == [table.rows[0].label, *(cell.text for cell in table.rows[0].cells)]


def test_a_header_of_two_rows_is_higher_and_names_its_groups(edition: Edition) -> None:
    table = next(one for one in edition.tables if one.kind == "two measures")
    grid = fitted(table, edition.layout, 50, 480)
    texts = [mark.text for mark in grid.header(700) if isinstance(mark, Text)]
    assert {"Revenue (USD million)", "Volume (thousand procedures)"} <= set(texts)
    assert grid.header_height == 2 * grid.row_height


@pytest.mark.parametrize(("layout", "rules", "shades"), [(0, True, False), (1, False, False), (2, False, True)])
def test_rows_are_ruled_or_shaded_as_the_layout_says(
    editions: tuple[Edition, ...], layout: int, rules: bool, shades: bool
) -> None:
    edition = editions[layout]
    register(edition.layout.fonts)
    marks = [*fitted(edition.tables[1], edition.layout, 50, 480).row(1, 700)]
    assert any(isinstance(mark, Rule) for mark in marks) == rules
    assert any(isinstance(mark, Shade) for mark in marks) == shades
