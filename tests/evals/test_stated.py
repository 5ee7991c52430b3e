from decimal import Decimal

import pytest

from evals.stated import read_stated, years_in

BILLION, MILLION, CRORE = "1e9", "1e6", "1e7"

NUMBERS = [
    ("It was USD 11.87 billion.", [("11.87", BILLION, "money", "USD")]),
    ("US$ 12,345.6 Mn", [("12345.6", MILLION, "money", "USD")]),
    ("$4.2bn", [("4.2", BILLION, "money", "USD")]),
    ("€3.1 million", [("3.1", MILLION, "money", "EUR")]),
    ("4.2 billion euros", [("4.2", BILLION, "money", "EUR")]),
    ("INR 412 crore", [("412", CRORE, "money", "INR")]),
    ("₹1,20,000", [("120000", "1", "money", "INR")]),
    ("USD −0.05 billion", [("-0.05", BILLION, "money", "USD")]),
    ("USD 1.2 to 1.5 billion", [("1.2", BILLION, "money", "USD"), ("1.5", BILLION, "money", "USD")]),
    ("USD1.2bn-1.5bn", [("1.2", BILLION, "money", "USD"), ("1.5", BILLION, "money", "USD")]),
    ("14.99%.", [("14.99", "1", "percent", "")]),
    ("12–15%", [("12", "1", "percent", ""), ("15", "1", "percent", "")]),
    ("between 12% and 15%", [("12", "1", "percent", ""), ("15", "1", "percent", "")]),
    ("fell by -4.0 percent", [("-4.0", "1", "percent", "")]),
    ("1.5 percentage points", [("1.5", "1", "percentage points", "")]),
    ("25 bps", [("25", "1", "basis points", "")]),
    ("2.66 times", [("2.66", "1", "multiple", "")]),
    ("1.2x", [("1.2", "1", "multiple", "")]),
    ("1,590 tables and 15 figures", [("1590", "1", "number", ""), ("15", "1", "number", "")]),
    ("25.3 million tonnes", [("25.3", MILLION, "number", "")]),
    ("25,3 million tonnes", [("25.3", MILLION, "number", "")]),
    ("1.000.000 tonnes", [("1000000", "1", "number", "")]),
    ("25; 125; 2.5", [("25", "1", "number", ""), ("125", "1", "number", ""), ("2.5", "1", "number", "")]),
    ("4ways, 5G, COVID-19, Q3 2025 [12], FY24, 2023-24", [("2025", "1", "number", "")]),
    ("rose 8% to USD 5 million", [("8", "1", "percent", ""), ("5", MILLION, "money", "USD")]),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_are_read_with_scale_kind_and_currency(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    read = [(number.value, number.scale, number.kind, number.currency) for number in read_stated(text)]
    assert read == [(Decimal(value), Decimal(scale), kind, currency) for value, scale, kind, currency in expected]


YEARS = [
    ("in 2025", {2025}),
    ("2026–2032", {2026, 2032}),
    ("FY2023-24", {2023, 2024}),
    ("FY24", {2024}),
    ("Q3 2025", {2025}),
    ("2,025 units and 12025 and 2025.5", set()),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_years_are_read_however_they_are_written(text: str, expected: set[int]) -> None:
    assert years_in(text) == expected


def test_a_year_is_told_from_a_number() -> None:
    assert [number.is_year for number in read_stated("In 2025 there were 2,025 clinics")] == [True, False]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It cost €21.400 ex works.", "21400"),
        ("It has 4.870 employees.", "4870"),
        ("It makes 24.310 gelato machines.", "24310"),
        ("It is worth EUR 1.250 billion.", "1.250"),
        ("Diesel costs €1.589 per litre.", "1.589"),
        ("It grew 2.125 times.", "2.125"),
        ("It rose by 12.345 percent.", "12.345"),
    ],
)
def test_three_decimals_of_what_is_counted_are_thousands(text: str, value: str) -> None:
    (found,) = read_stated(text)
    assert found.value == Decimal(value)


def test_a_year_before_a_currency_is_no_money() -> None:
    year, money = read_stated("and for 2030 EUR 241 million")
    assert (year.is_year, money.currency, money.amount) == (True, "EUR", 241_000_000)
