import pytest

from ingest.quantity.numeral import Numeral
from ingest.quantity.numerals import read_cell_number
from ingest.quantity.signs import carried_currencies, carried_percents


def figures(*rows: str) -> list[list[Numeral | None]]:
    return [[read_cell_number(cell.strip()) for cell in row.split("|")] for row in rows]


def test_a_column_that_opens_with_a_percentage_is_of_percentages() -> None:
    read = figures("4,100 | 3.20%", "900 | 2.75", "5,000 | 3.12%")
    assert carried_percents(read, ["Bonds", "Cash", "Total"], [False] * 3) == {(1, 1)}


def test_a_single_percentage_says_nothing_of_its_column() -> None:
    assert carried_percents(figures("4,100 | 3.20%", "900 | 275"), ["Margin", "Sales"], [False] * 2) == frozenset()


def test_rows_named_as_rates_below_a_row_of_percentages_are_percentages() -> None:
    read = figures("", "11.2% | 10.8%", "64.0 | 62.5", "320 | 310")
    names = ["Key ratios:", "Return on equity", "Payout ratio", "Branches"]
    assert carried_percents(read, names, [True, False, False, False]) == {(2, 0), (2, 1)}


def test_a_group_that_opens_with_an_amount_has_none() -> None:
    read = figures("", "412 | 398", "64.0 | 62.5")
    assert carried_percents(read, ["Key figures:", "Sales", "Payout ratio"], [True, False, False]) == frozenset()


@pytest.mark.parametrize(
    ("rows", "currencies"),
    [
        (("3 | $271.33", "2 | 243.56", "1 | 219.75"), {1: "USD"}),
        (("9 | $418", "7 | 1,655", "16 | $2,073"), {1: "USD"}),
        (("9 | $418", "7 | 1,655"), {}),
        (("9 | $4.18", "7 | 1,655"), {}),
        (("9 | 4.18", "7 | $1.65"), {}),
        (("9 | $4.18", "7 | €1.65"), {}),
        (("9 | $4.18", "7 | 1.65%"), {}),
    ],
)
def test_a_column_that_opens_with_money_is_of_money(rows: tuple[str, ...], currencies: dict[int, str]) -> None:
    assert carried_currencies(figures(*rows)) == currencies
