from decimal import Decimal

from evals.specimen.table import Printed, Row, SpecimenTable

TABLE = SpecimenTable(
    number=1,
    kind="two measures",
    caption="Table 1",
    stub="Payer",
    columns=(("Revenue", "2024"), ("Revenue", "2025"), ("Volume", "2025")),
    rows=(
        Row("Insurance", ("Payer", "Insurance"), 0, "heading", ()),
        Row(
            "Public",
            ("Payer", "Insurance", "Public"),
            1,
            "leaf",
            (Printed("1", Decimal(1)), Printed("–"), Printed("–")),
        ),
    ),
)


def test_headers_that_repeat_are_one_group() -> None:
    assert TABLE.header_groups() == (("Revenue", 2), ("Volume", 1))
    assert TABLE.header_rows == 2


def test_missing_cells_and_headings_hold_no_number() -> None:
    assert [(row, column, cell.text) for row, column, cell in TABLE.printed()] == [(1, 0, "1")]
