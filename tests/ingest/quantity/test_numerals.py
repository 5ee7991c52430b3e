from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.quantity.numeral import Numeral
from ingest.quantity.numerals import read_cell_number, read_numerals

MONEY = [
    ("$4.2bn", "4.2", 9, "USD"),
    ("US$ 12,345.6 Mn", "12345.6", 6, "USD"),
    ("USD 11.87 billion", "11.87", 9, "USD"),
    ("USD\u00a011.87\u00a0billion", "11.87", 9, "USD"),
    ("usd 5 billion", "5", 9, "USD"),
    ("USD5bn", "5", 9, "USD"),
    ("$1.2T", "1.2", 12, "USD"),
    ("$5MM", "5", 6, "USD"),
    ("$850K", "850", 3, "USD"),
    ("USD 4.16 Billion", "4.16", 9, "USD"),
    ("4.2 billion dollars", "4.2", 9, "USD"),
    ("4.2 billion US dollars", "4.2", 9, "USD"),
    ("5 billion USD", "5", 9, "USD"),
    ("4.1 (USD Billion)", "4.1", 9, "USD"),
    ("€3.1 million", "3.1", 6, "EUR"),
    ("4.2 billion euros", "4.2", 9, "EUR"),
    ("5Mrd EUR", "5", 9, "EUR"),
    ("1.234,5 Mio. EUR", "1234.5", 6, "EUR"),
    ("INR 1,200 crore", "1200", 7, "INR"),
    ("INR 12,34,567", "1234567", 0, "INR"),
    ("Rs 5 lakh", "5", 5, "INR"),
    ("Rs.500 crore", "500", 7, "INR"),
    ("₹ 3,400 Cr", "3400", 7, "INR"),
    ("£4m", "4", 6, "GBP"),
    ("¥ 300 billion", "300", 9, "JPY"),
    ("CNY 4.2 billion", "4.2", 9, "CNY"),
    ("RMB 4.2 billion", "4.2", 9, "CNY"),
    ("A$5 million", "5", 6, "AUD"),
    ("R$ 5 bilhões", "5", 9, "BRL"),
    ("-$3.2 million", "-3.2", 6, "USD"),
    ("$-3.2m", "-3.2", 6, "USD"),
    ("USD 11.87 billion¹", "11.87", 9, "USD"),
    ("USD 11.87[1] billion", "11.87", 9, "USD"),
    ("five billion dollars", "5", 9, "USD"),
]
PLAIN = [
    ("14.99%", "14.99", 0, "percent", ""),
    ("14.99 %", "14.99", 0, "percent", ""),
    ("12 per cent", "12", 0, "percent", ""),
    ("ten percent", "10", 0, "percent", ""),
    ("(3.2)%", "-3.2", 0, "percent", ""),
    ("-3.2%", "-3.2", 0, "percent", ""),
    ("−3.2%", "-3.2", 0, "percent", ""),
    ("3 percentage points", "3", 0, "percentage points", ""),
    ("a 3.1 percentage-point gain", "3.1", 0, "percentage points", ""),
    ("12 pp", "12", 0, "percentage points", ""),
    ("150 basis points", "150", 0, "basis points", ""),
    ("150 bps", "150", 0, "basis points", ""),
    ("1.2x", "1.2", 0, "multiple", ""),
    ("2.5 times", "2.5", 0, "multiple", ""),
    ("3-fold", "3", 0, "multiple", ""),
    ("4,500 units", "4500", 0, "number", "units"),
    ("12\u202f345 units", "12345", 0, "number", "units"),
    ("12 345 units", "12345", 0, "number", "units"),
    ("2.3 million tonnes", "2.3", 6, "number", "tonnes"),
    ("1.5 MWh", "1.5", 0, "number", "MWh"),
    ("5K users", "5", 3, "number", "users"),
    ("15 figures", "15", 0, "number", "figures"),
    ("thirteen companies", "13", 0, "number", "companies"),
    ("twenty-five countries", "25", 0, "number", "countries"),
    ("two million patients", "2", 6, "number", "patients"),
    ("500+ companies", "500", 0, "number", "companies"),
    ("a 500-bed hospital", "500", 0, "number", "bed"),
    ("11.87*", "11.87", 0, "number", ""),
    ("List of Tables [Total: 1590 ]", "1590", 0, "number", ""),
]
NONE = [
    "Porter's Five Forces", "4ways Healthcare", "COVID-19", "B2B", "5G", "24/7", "Industry 4.0", "ISO 9001", "PM2.5",
    "in 2025", "2023-2030", "FY24", "Q3 2025", "March 5, 2024", "one-fifth", "about a third", "half of all",
    "two-thirds",
    "one of the", "top 5 players", "the top five", "Table 12", "1. Overview", "4.2 Market Drivers", "Type 2 diabetes",
    "call +1 415 555 0100", "www.x.example/2024/5", "3:1", "the 21st century", "costs 1/3", "4K displays", "3M Company",
    "as shown [12]", "Windows 11 was", "12,5%", "one in five hospitals", "version 2.0.1", "at 10 a.m.", "the 1990s",
]  # fmt: skip
RANGES = [
    ("12%–15%", "12", "15", 0, "percent"),
    ("12–15%", "12", "15", 0, "percent"),
    ("12 to 15 percent", "12", "15", 0, "percent"),
    ("12 percent-15 percent", "12", "15", 0, "percent"),
    ("ranging from 12% to 15%", "12", "15", 0, "percent"),
    ("between USD 3 and 5 billion", "3", "5", 9, "money"),
    ("between USD 3 billion and USD 5 billion", "3", "5", 9, "money"),
    ("USD 5-6 billion", "5", "6", 9, "money"),
    ("USD 5 billion–USD 6 billion", "5", "6", 9, "money"),
    ("$5 to $6 billion", "5", "6", 9, "money"),
    ("500 to 600 million dollars", "500", "600", 6, "money"),
    ("USD 950 million to 1.2 billion", "950", "1200", 6, "money"),
]
BOUNDS = [
    ("about USD 5 billion", "about"), ("approximately 12%", "about"), ("nearly 40 companies", "about"),
    ("around 5%", "about"), ("~5%", "about"), ("surpass around USD 21.88 billion", "about"), ("over 12%", "over"),
    ("more than 150 hospitals", "over"), ("at least 5%", "over"), ("exceeding USD 5 billion", "over"),
    ("surpass USD 5 billion", "over"), ("500+ companies", "over"), ("less than 5%", "under"), ("up to 5%", "under"),
    ("below 5%", "under"), ("under USD 5 million", "under"), ("USD 5 billion", "exact"), ("of 5%", "exact"),
]  # fmt: skip


def one(text: str, decimal_comma: bool = False) -> Numeral:
    (numeral,) = read_numerals(text, decimal_comma)
    assert text[numeral.start : numeral.end] == numeral.text
    return numeral


@pytest.mark.parametrize(("text", "value", "power", "currency"), MONEY)
def test_money_is_read_with_its_currency_and_scale(text: str, value: str, power: int, currency: str) -> None:
    numeral = one(text)
    assert (str(numeral.value), numeral.scale, numeral.currency, numeral.kind) == (value, 10**power, currency, "money")


@pytest.mark.parametrize(("text", "value", "power", "kind", "unit"), PLAIN)
def test_other_numbers_are_read_with_their_kind_and_unit(
    text: str, value: str, power: int, kind: str, unit: str
) -> None:
    numeral = one(text)
    assert (str(numeral.value), numeral.scale, numeral.kind, numeral.unit) == (value, 10**power, kind, unit)


@pytest.mark.parametrize("text", NONE)
def test_names_dates_ordinals_and_numbering_are_no_numbers(text: str) -> None:
    assert read_numerals(text) == []


@pytest.mark.parametrize(("text", "low", "high", "power", "kind"), RANGES)
def test_a_range_is_one_number_with_an_upper_end(text: str, low: str, high: str, power: int, kind: str) -> None:
    numeral = one(text)
    assert (numeral.value, numeral.upper, numeral.scale, numeral.kind) == (Decimal(low), Decimal(high), 10**power, kind)


@pytest.mark.parametrize(
    "text",
    [
        "from 12% to 15%",
        "from USD 3 to 5 billion",
        "rose from USD 58 to USD 62",
        "grew USD 2 billion to USD 12 billion",
    ],
)
def test_from_one_level_to_another_is_two_numbers(text: str) -> None:
    first, second = read_numerals(text)
    assert first.upper is second.upper is None
    assert (first.kind, first.currency, first.scale) == (second.kind, second.currency, second.scale)


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_a_hedge_is_read_from_the_words_around(text: str, bound: str) -> None:
    assert one(text).bound == bound


def test_a_comparison_is_no_hedge() -> None:
    assert [numeral.bound for numeral in read_numerals("9% below the USD 320 of 2023")] == ["exact", "exact"]


def test_a_decimal_comma_is_only_read_where_the_document_writes_so() -> None:
    assert read_numerals("12,5 %") == []
    assert str(one("12,5 %", True).value) == "12.5"
    assert one("1.240 crore", True).amount == 1240 * 10**7
    assert one("6.900 tonnes", True).value == 6900


def test_printed_digits_are_kept() -> None:
    assert str(one("USD 13.70 billion").value) == "13.70"


CELLS = [
    ("1,402", "1402", "number"), ("11.87", "11.87", "number"), ("14.99%", "14.99", "percent"),
    ("(3.2)", "-3.2", "number"),
    ("(3.2%)", "-3.2", "percent"), ("-4.0", "-4.0", "number"), ("$1,204.5", "1204.5", "money"), ("~5", "5", "number"),
    ("12.3*", "12.3", "number"), ("15 figures", "15", "number"), ("2025", "2025", "number"),
    ("1.6x", "1.6", "multiple"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "value", "kind"), CELLS)
def test_a_cell_that_is_a_number_is_read(cell: str, value: str, kind: str) -> None:
    numeral = read_cell_number(cell)
    assert numeral is not None
    assert (str(numeral.value), numeral.kind) == (value, kind)


@pytest.mark.parametrize(
    "cell", ["", "–", "NA", "n.a.", "Europe", "2 of 5", "CAGR of 5%", "USD 3 billion in 2024", "Q3 2024"]
)
def test_a_cell_that_is_no_single_number_is_none(cell: str) -> None:
    assert read_cell_number(cell) is None


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for comma in (False, True):
        for numeral in read_numerals(text, comma):
            assert text[numeral.start : numeral.end] == numeral.text
            assert numeral.upper is None or abs(numeral.upper) >= 0


@given(st.decimals(min_value=0, max_value=999_999, places=2), st.sampled_from(["million", "billion", "crore"]))
def test_a_written_amount_reads_back_as_itself(value: Decimal, scale: str) -> None:
    numeral = one(f"It was USD {value:,} {scale} then.")
    assert numeral.value == value
    assert numeral.value.as_tuple().exponent == -2


@given(st.integers(min_value=0, max_value=10**12))
def test_a_written_count_reads_back_as_itself(value: int) -> None:
    assert one(f"over {value:,} units").value == value


@given(st.decimals(min_value=-99, max_value=99, places=1))
def test_a_written_percentage_reads_back_as_itself(value: Decimal) -> None:
    assert one(f"It was {value}% then.").value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Leeds has 38 depots, Hull 17 and York Central 8.", [38, 17, 8]),
        ("Acme sold 1,190 units and Bolt 860.", [1190, 860]),
        ("It runs on Windows 11, Linux 6 and Android 14.", []),
        ("It sold 40 units of its Model 3.", [40]),
    ],
)
def test_a_number_behind_a_name_is_one_of_a_list_where_the_list_counts_something(text: str, values: list[int]) -> None:
    assert [numeral.value for numeral in read_numerals(text)] == values


@pytest.mark.parametrize(
    ("cell", "value", "kind", "currency", "scale"),
    [
        ("$(124,437)", "-124437", "money", "USD", "1"),
        ("A$ (7)", "-7", "money", "AUD", "1"),
        ("34.6p", "34.6", "money", "GBP", "0.01"),
        ("(2.1p)", "-2.1", "money", "GBP", "0.01"),
        ("5¢", "5", "money", "USD", "0.01"),
        ("(40 bps)", "-40", "basis points", None, "1"),
        ("(1.2x)", "-1.2", "multiple", None, "1"),
    ],
)
def test_a_cell_may_be_in_pence_or_have_its_unit_in_or_around_brackets(
    cell: str, value: str, kind: str, currency: str | None, scale: str
) -> None:
    numeral = read_cell_number(cell)
    assert numeral is not None
    assert (str(numeral.value), numeral.kind, numeral.currency, str(numeral.scale)) == (value, kind, currency, scale)
    assert numeral.text == cell


@pytest.mark.parametrize(
    ("text", "currency"), [("12.5 pence per share", "GBP"), ("80 US cents", "USD"), ("12 pencils", None)]
)
def test_pence_and_cents_in_a_text_are_money(text: str, currency: str | None) -> None:
    assert one(text).currency == currency
    assert one(text).scale == (Decimal("0.01") if currency else 1)


@pytest.mark.parametrize(
    ("cell", "value"), [("▲19,941", "-19941"), ("△ 1.2", "-1.2"), ("(-)16.6", "-16.6"), ("172.5ᵃ", "172.5")]
)
def test_signs_and_marks_of_other_tables(cell: str, value: str) -> None:
    numeral = read_cell_number(cell)
    assert numeral is not None
    assert str(numeral.value) == value


@pytest.mark.parametrize(("cell", "value"), [("2.9 pts", "2.9"), ("(1.2) pts", "-1.2"), ("-0.3 pt", "-0.3")])
def test_points_of_a_cell_are_percentage_points(cell: str, value: str) -> None:
    numeral = read_cell_number(cell)
    assert numeral is not None
    assert (str(numeral.value), numeral.kind) == (value, "percentage points")


@pytest.mark.parametrize(("cell", "value"), [("down 23.7%", "-23.7"), ("up 0.9%", "0.9"), ("Decreased by 5", "-5")])
def test_a_word_may_say_which_way_a_figure_went(cell: str, value: str) -> None:
    read = read_cell_number(cell)
    assert read is not None and (read.text, read.value) == (cell, Decimal(value))


@pytest.mark.parametrize(("cell", "scale"), [("780.1 USD Mn", 6), ("5.6 EUR bn", 9), ("12 USD", 0)])
def test_a_scale_may_stand_behind_the_currency(cell: str, scale: int) -> None:
    read = read_cell_number(cell)
    assert read is not None and (read.kind, read.scale) == ("money", Decimal(10) ** scale)
