import pytest

from ingest.read.html.columns import joined
from ingest.read.tabular import RawCell, RawRow

Cells = tuple[str | tuple[str, int], ...]


def table(*rows: Cells) -> list[RawRow]:
    return [
        RawRow(tuple(RawCell(one) if isinstance(one, str) else RawCell(one[0], columns=one[1]) for one in row))
        for row in rows
    ]


def texts(rows: list[RawRow]) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in rows]


@pytest.mark.parametrize(
    ("rows", "joint"),
    [
        ([("a", "$", "5"), ("b", "", "6")], [("a", "$5"), ("b", "6")]),
        ([("a", "(5", ")"), ("b", "6", "")], [("a", "(5)"), ("b", "6")]),
        ([("a", "$", "(5", ")"), ("b", "$", "—", "")], [("a", "$(5)"), ("b", "—")]),
        ([("a", "1.2", "%"), ("b", "–", "%")], [("a", "1.2%"), ("b", "–")]),
        ([("a", "EUR", "5"), ("b", "", "6")], [("a", "EUR 5"), ("b", "6")]),
        ([("a", "5", "€"), ("b", "6", "€")], [("a", "5 €"), ("b", "6 €")]),
        ([("", ("2024", 2)), ("a", "$", "5"), ("b", ("6", 2))], [("", "2024"), ("a", "$5"), ("b", "6")]),
        ([("", ("2024", 3)), ("a", "", "5", "")], [("", "2024"), ("a", "5")]),
        ([("a", "5", "(a)"), ("b", "6%", "")], [("a", "5"), ("b", "6%")]),
    ],
)
def test_signs_join_their_numbers(rows: list[Cells], joint: list[tuple[str, ...]]) -> None:
    assert texts(joined(table(*rows))) == joint


@pytest.mark.parametrize(
    "rows",
    [
        [("Region", "2023", "2024"), ("Asia", "5", "6")],
        [("Currency", "Amount"), ("USD", "5")],
        [("a", "5", "(1)"), ("b", "6", "(2)")],
        [("Year", "Share"), ("2023", "5%")],
        [("a", "5", ""), ("b", "", "6")],
    ],
)
def test_columns_of_their_own_stay_apart(rows: list[Cells]) -> None:
    assert texts(joined(table(*rows))) == rows


def test_names_in_a_second_column_are_indented() -> None:
    rows = joined(table((("Revenue", 2), "9"), ("", "Anvils", "5"), ("", "Hammers", "4")))
    assert [row.cells[0].depth for row in rows] == [0, 4, 4]


def test_a_cell_over_several_rows_keeps_columns_apart() -> None:
    tall = RawRow((RawCell("Asia", rows=2), RawCell("Tea"), RawCell("5")))
    assert joined([tall, RawRow((RawCell("Silk"), RawCell("6")))])[1].cells == (RawCell("Silk"), RawCell("6"))
