from decimal import Decimal

import pytest

from evals.specimen.edition import Edition
from evals.specimen.table import SpecimenTable


@pytest.fixture(params=range(4))
def tables(request: pytest.FixtureRequest, editions: tuple[Edition, ...]) -> tuple[SpecimenTable, ...]:
    return editions[request.param].tables


def test_leaves_add_up_to_the_total_but_for_rounding(tables: tuple[SpecimenTable, ...]) -> None:
    checked = 0
    for table in (one for one in tables if one.kind in ("history", "volume", "share", "cross")):
        for column, total in enumerate(table.rows[-1].cells):
            leaves = [row.cells[column].value for row in table.rows if row.role == "leaf"]
            parts = [value for value in leaves if value is not None]
            if total.value is not None and len(parts) == len(leaves):
                quantum = Decimal(1).scaleb(int(total.value.as_tuple().exponent))
                assert abs(sum(parts) - total.value) <= quantum * (len(parts) + 1) / 2
                checked += 1
    assert checked > 50


def test_the_same_figure_is_printed_alike_everywhere(tables: tuple[SpecimenTable, ...]) -> None:
    texts: dict[object, set[str]] = {}
    for table in tables:
        for _, _, cell in table.printed():
            texts.setdefault(cell.meaning, set()).add(cell.text)
    assert [said for said in texts.values() if len(said) > 1] == []


def test_growth_rates_agree_with_their_end_points(tables: tuple[SpecimenTable, ...]) -> None:
    for row in (row for table in tables if table.kind == "forecast" for row in table.rows if row.cells):
        first, *_, last, rate = (cell.value for cell in row.cells)
        assert first is not None and last is not None and rate is not None
        stated = 100 * ((last / first) ** (Decimal(1) / (len(row.cells) - 2)) - 1)
        assert abs(stated - rate) < Decimal("0.5")


def test_every_table_says_its_unit_somewhere(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        for table in (one for one in edition.tables if one.kind in ("history", "cross")):
            said = (table.caption, table.stub, table.unit_line, *table.notes)
            assert sum(edition.market.money.words in text for text in said) == 1


def test_captions_have_number_place_title_and_span(edition: Edition) -> None:
    captions = [table.caption for table in edition.tables]
    assert captions[1] == "Table 2: World – market revenue by region, 2019–2025 (USD million)"


def test_a_figure_that_cannot_be_is_marked_missing(edition: Edition) -> None:
    table = next(one for one in edition.tables if one.kind == "growth" and one.columns[0] == ("2019",))
    assert {row.cells[0].text for row in table.rows} == {"–"}
    assert {row.cells[0].value for row in table.rows} == {None}
