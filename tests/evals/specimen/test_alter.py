from decimal import Decimal

import pytest

from evals.specimen.alter import with_claim, with_scale, with_value, with_year
from evals.specimen.edition import Claim, Edition, Sentence
from evals.specimen.layout import LAYOUTS
from evals.specimen.table import Meaning, SpecimenTable


@pytest.fixture
def table(edition: Edition) -> SpecimenTable:
    return edition.tables[1]


def test_one_cell_gets_another_number(table: SpecimenTable) -> None:
    altered = with_value(table, 0, 1, Decimal("1234.5"), LAYOUTS[0])
    assert altered.rows[0].cells[1].text == "1,234.5"
    assert altered.rows[0].cells[1].meaning == table.rows[0].cells[1].meaning
    assert altered.rows[1:] == table.rows[1:]


def test_a_column_gets_another_year_and_its_cells_mean_it(table: SpecimenTable) -> None:
    altered = with_year(table, 2, "2021", "2051")
    assert altered.columns[2] == ("2051",)
    assert {row.cells[2].meaning.period for row in altered.rows if row.cells[2].meaning} == {"2051"}
    assert altered.rows[0].cells[1] == table.rows[0].cells[1]


def test_millions_are_called_billions_and_keep_their_digits(table: SpecimenTable) -> None:
    altered, said = with_scale(table, "USD million")
    assert said == "USD billion"
    assert altered.caption.endswith("(USD billion)")
    assert [cell.text for *_, cell in altered.printed()] == [cell.text for *_, cell in table.printed()]
    assert {cell.meaning.scale for *_, cell in altered.printed() if cell.meaning} == {10**9}


def test_a_sentence_states_another_figure() -> None:
    claim = Claim("USD 4.2 million", Decimal("4.2"), Meaning("size", "money", 10**6, "2025", None, (), "USD"))
    sentence = Sentence("It was USD 4.2 million.", (claim,))
    wrong, told = with_claim(sentence, claim, Decimal("5.1"), LAYOUTS[0])
    assert wrong.text == "It was USD 5.1 million."
    assert wrong.claims == (told,)
    assert told.value == Decimal("5.1")
