from decimal import Decimal

import pytest

from tests.ingest.quantity.reading import read


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("Name | Change > $ | Change > %\nSales | $ 48 | 16.3%\nCosts | 33 | 15.1%", "dollars in thousands", (48, 33)),
        ("Name | 2025\nCommon stock, $0.01 par value | 489\nDebt | 1", "thousands, except par value", (489, 1)),
        ("Name | 2025\nDividends declared ($0.21 per share) | 10\nDebt | 1", "USD thousand", (10, 1)),
        ("Name | 2025\nChange in working capital | 147\nDebt | 1", "USD thousand", (147, 1)),
        ("Name | Net sales to external customers\nDrives | 198.5\nPumps | 1", "USD thousand", (Decimal("198.5"), 1)),
        ("Name | 2025\nStaff welfare expenses | 25\nDebt | 1", "USD thousand", (25, 1)),
        ("Name | Net | Rate\nSecurities | 1,288 | 9,082\nLoans | 7 | 681", "USD thousand", (1288, 9082, 7, 681)),
    ],
)
def test_what_is_an_amount_of_the_table(text: str, unit: str, expected: tuple[Decimal | int, ...]) -> None:
    found = [q for q in read(text, "Statement", unit) if q.kind != "percent"]
    assert [q.amount for q in found] == [each * 1000 for each in expected]
    assert len(found) == len(expected)


def test_shares_that_no_part_can_be_are_counted() -> None:
    found = read("Name | Common Stock > Shares\nBalance | 48,514\nRepurchases | 12", "Equity", "thousands")
    assert [(q.kind, q.amount) for q in found] == [("number", 48_514_000), ("number", 12_000)]


def test_securities_are_counted_in_the_scale_of_shares() -> None:
    text = "Name | Number of RSUs | Weighted average fair value\nUnvested | 2,614 | $ 41.28\nGranted | 100 | 50.93"
    found = read(text, "RSU activity", "shares in thousands")
    assert [(q.kind, q.amount) for q in found[:2]] == [("number", 2_614_000), ("money", Decimal("41.28"))]


def test_prices_are_per_what_a_column_of_units_says() -> None:
    text = "Product | Unit | 2024 | 2025\nCement | t | 117.25 | 120.00\nConcrete | m³ | 110.83 | 112.00"
    found = read(text, "EUR per unit shown, ex works")
    assert [(q.kind, q.currency, q.measure, q.tags) for q in found[::2]] == [
        ("money", "EUR", "price", ("per t",)),
        ("money", "EUR", "price", ("per m³",)),
    ]


def test_pence_among_millions_are_hundredths_of_a_pound() -> None:
    found = read("Item | 2024 | 2023\nSales | 1,200 | 1,100\nDividend | 34.6p | (2.1p)", unit="£ million")
    assert [(q.currency, q.amount) for q in found[2:]] == [("GBP", Decimal("0.346")), ("GBP", Decimal("-0.021"))]


def test_a_sign_before_brackets_has_the_scale_of_the_table() -> None:
    (loss,) = read("Item | 2024\nLoss for the year | $(124,437)", unit="in thousands")
    assert (loss.kind, loss.currency, loss.amount) == ("money", "USD", -124_437_000)


def test_a_column_headed_by_a_sign_alone_has_the_scale_of_the_table() -> None:
    found = read("Item | 2024 | 2023 | Change > $ | Change > %\nSales | 120 | 90 | 30 | 33", unit="USD million")
    assert [(q.kind, q.amount) for q in found[2:]] == [("money", 30_000_000), ("percent", 33)]


def test_what_a_row_counts_is_no_money() -> None:
    found = read("Item | 2024\nHeadcount | 120\nWages | 4", unit="USD thousand")
    assert [(q.kind, q.amount) for q in found] == [("number", 120), ("money", 4000)]


def test_words_that_count_elsewhere_are_answers_in_a_table_of_percentages() -> None:
    text = "Answer | All\nFinding and keeping staff | 66\nRules | 41\nNumber of respondents | 412"
    found = read(text, unit="% of respondents")
    assert [(q.kind, q.amount) for q in found] == [("percent", 66), ("percent", 41), ("number", 412)]


def test_a_row_of_rates_below_amounts_is_in_percent() -> None:
    found = read(
        "Year | Revenue (USD million) | Staff (thousand)\n2024 | 900 | 12\n2030 | 1,200 | 14\nCAGR (%) | 4.9 | 2.6"
    )
    assert [(q.kind, q.measure, q.amount) for q in found[4:]] == [
        ("percent", "cagr", Decimal("4.9")), ("percent", "cagr", Decimal("2.6")),
    ]  # fmt: skip


def test_points_between_percentages_are_percentage_points() -> None:
    found = read("Maker | 2024 | Change (points)\nAcme | 31.0 | -0.9\nBolt | 20.0 | 1.4", unit="%")
    assert [q.kind for q in found] == ["percent", "percentage points"] * 2


def test_stock_with_its_par_value_is_an_amount() -> None:
    row = "Common stock, $0.01 par value; 75,000 shares authorized; 38,204 shares outstanding"
    text = f"Item | 2025 | 2024\nCash | $ 90 | $ 80\n{row} | 382 | 380"
    found = read(text, unit="thousands, except share data and par value")
    assert [(q.kind, q.currency, q.amount) for q in found[2:]] == [
        ("money", "USD", 382_000), ("money", "USD", 380_000),
    ]  # fmt: skip
    assert {q.measure for q in found} == {"size"}


def test_what_is_per_share_is_no_price() -> None:
    found = read("Item | 2025\nDividend, pence per share | 16.3\nGloss (pence per tin) | 90.0")
    assert [q.measure for q in found] == ["other", "price"]


@pytest.mark.parametrize("header", ["Dollars", "$", "US dollars"])
def test_a_column_headed_by_a_currency_has_the_scale_of_the_table(header: str) -> None:
    found = read(f"Name | 2025 > {header} | 2025 > % of revenue\nSales | 120 | 33%", unit="dollars in thousands")
    assert [(q.kind, q.amount) for q in found] == [("money", 120_000), ("percent", 33)]


def test_amounts_per_share_have_the_scale_of_no_table() -> None:
    found = read("Item | 2025\nNet sales | 812\nEarnings per share before dilution | 2.57", unit="SEK million")
    assert [q.amount for q in found] == [812_000_000, Decimal("2.57")]


@pytest.mark.parametrize(
    ("row", "header", "expected"),
    [
        ("Software costs (SaaS)", "2025 £m", ("money", "GBP", 5_200_000)),
        ("Accident rate (per million hours)", "2025", ("number", None, Decimal("5.2"))),
        ("Share capital (face value of Rs. 2 each)", "2025 £m", ("money", "GBP", 5_200_000)),
        ("Earnings per share (not annualised for quarters) (in Rs.)", "2025", ("money", "INR", Decimal("5.2"))),
    ],
)
def test_what_brackets_hold_that_is_no_unit(
    row: str, header: str, expected: tuple[str, str | None, Decimal | int]
) -> None:
    found = read(f"Item | {header}\n{row} | 5.2\nOther | 7.0")
    assert (found[0].kind, found[0].currency, found[0].amount) == expected


def test_changes_in_percentage_points_are_no_percentages() -> None:
    found = read("Name | 2025 | percentage point change\nMining | 72.3 | 3.4\nPower | 76.9 | -0.9", "Use", "%")
    assert [q.kind for q in found[1::2]] == ["percentage points"] * 2


def test_a_scale_in_the_header_of_a_column_that_opens_with_money_is_that_of_the_money() -> None:
    text = "Options | Value (in millions)\nVested | $ 54.8\nExercised | 12.1\nAll | $ 66.9"
    assert [(q.kind, q.currency, q.amount) for q in read(text, "Options")][1] == ("money", "USD", 12_100_000)


def test_what_dilutes_earnings_counts_shares() -> None:
    text = "Item | 2025\nNet earnings | 48.2\nEffect of dilutive securities | 0.8"
    found = read(text, "Earnings per share", "USD million, except per share data")
    assert [q.kind for q in found] == ["money", "number"]


def test_rows_of_an_index_among_prices_are_in_no_money() -> None:
    text = "Item | 2024\nWheat | 611\nPrice index (2014–2016 = 100) | 92.8\nMaize | 511"
    assert [q.kind for q in read(text, "Prices", "USD per tonne")] == ["money", "number", "money"]


def test_growth_that_is_paid_for_is_no_rate() -> None:
    text = "Mine | Sustaining > 2024 | Growth > 2024\nCold Spring | 4.2 | 3.1\nLac Hébert | 2.0 | 9.4"
    assert [q.kind for q in read(text, "Capital expenditure by mine", "USD million")] == ["money"] * 4


def test_ratios_among_amounts_are_in_no_money() -> None:
    text = "Item | 2024\nNet debt | 9,410.5\nNet debt / EBITDA | 2.33\nEquity / total assets reserve | 120"
    assert [q.kind for q in read(text, "Balance sheet", "NOK million")] == ["money", "number", "money"]
