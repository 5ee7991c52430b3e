from decimal import Decimal

from evals.specimen.cached import with_results

SHEET = (
    b'<row><c r="B3"><f>SUM(B1:B2)</f><v /></c><c r="C3" s="4"><f>SUM(C1:C2)</f><v></v></c><c r="D3"><v>7</v></c></row>'
)


def test_formulas_get_their_results_and_other_cells_stay() -> None:
    change = with_results({(2, "B3"): Decimal("3.5"), (2, "C3"): Decimal(-1)})
    assert change("xl/worksheets/sheet2.xml", SHEET) == (
        b'<row><c r="B3"><f>SUM(B1:B2)</f><v>3.5</v></c><c r="C3" s="4"><f>SUM(C1:C2)</f><v>-1</v></c>'
        b'<c r="D3"><v>7</v></c></row>'
    )


def test_other_parts_are_left_alone() -> None:
    assert with_results({})("xl/styles.xml", SHEET) == SHEET
